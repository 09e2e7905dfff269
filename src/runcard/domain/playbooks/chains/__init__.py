"""Who is called next: chains of escalation, their rungs, and the reasons to escalate."""

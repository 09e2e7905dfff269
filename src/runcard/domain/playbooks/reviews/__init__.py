"""Learning from an incident: by when, for whom, and in which form."""

"""What monitoring says: signals are folded into alerts, each judged by the playbook."""

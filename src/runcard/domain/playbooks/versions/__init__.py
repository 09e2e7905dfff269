"""What goes differently between two versions of a playbook."""

"""Who is told when nobody answers, by the playbook's own chain."""

"""A playbook written down again: canonical Markdown, JSON, the truth form."""

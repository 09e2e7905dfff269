"""Lint rules, one idea a file: each takes a playbook and the facts, and yields findings."""

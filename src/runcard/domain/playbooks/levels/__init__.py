"""Severities: their names, where a document defines them, and what it says of each."""

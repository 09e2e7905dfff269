"""Whom a document names: contacts, roles, chains of escalation, duty hours, war rooms."""

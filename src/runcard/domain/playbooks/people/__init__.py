"""Whom a document names: contacts, roles, duty hours, war rooms."""

"""Where everything is kept: one transaction is one Work, on SQLite and PostgreSQL alike."""

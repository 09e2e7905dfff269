"""A Markdown page: its blocks, tables, outline and language, before anybody asks what it means."""

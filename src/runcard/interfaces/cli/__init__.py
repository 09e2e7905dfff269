"""The operator's door; it also starts the server."""

"""Who may do what: tokens, intake keys and the signed links that acknowledge a page."""

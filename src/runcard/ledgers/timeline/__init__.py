"""Ledger 2, what did happen: append only, hash-chained, one chain a subject."""

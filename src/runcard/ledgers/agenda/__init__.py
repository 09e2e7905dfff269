"""Ledger 1, what must happen: timers to be decided and jobs to be carried outside."""

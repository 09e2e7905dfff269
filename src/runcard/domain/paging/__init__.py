"""Waking one person, provably: at least once, never silently nobody."""

"""Durations and deadlines in prose: a grammar that never guesses."""

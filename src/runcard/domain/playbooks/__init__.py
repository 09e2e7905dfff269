"""Markdown in, checked run card out. Never guesses: what it cannot read is a finding."""

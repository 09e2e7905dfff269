"""Lint rules about commands and the steps that run them, one idea a file, each of the same shape as
those of `checks`."""

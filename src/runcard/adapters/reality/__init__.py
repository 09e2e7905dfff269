"""Looks at the world for `runcard check --against`: names, pages, programs. Changes nothing."""

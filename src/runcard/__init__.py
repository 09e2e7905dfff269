"""Runcard: a team's incident-response document, compiled and run."""

__version__ = "0.1.0"

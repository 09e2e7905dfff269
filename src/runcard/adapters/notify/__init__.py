"""The ways a page leaves the house."""

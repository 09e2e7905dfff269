"""Shipped for plug-in authors: builders, a frozen clock, a whole house for tests."""

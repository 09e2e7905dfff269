"""The outside world, one file a plug-in."""

"""Stories that cross rooms, one file a story, named as events."""

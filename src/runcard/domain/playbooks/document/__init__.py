"""What a document says of itself, and where it points."""

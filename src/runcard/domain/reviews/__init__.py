"""What we learn: the review, drafted from the timeline in the document's own template."""

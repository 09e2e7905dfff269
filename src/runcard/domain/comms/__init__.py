"""What stakeholders are told, in the document's own words."""

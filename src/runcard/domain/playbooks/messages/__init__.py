"""Messages in the words of the document, what they ask for, and how often people are told."""

"""The two loops: fire decides what is due, deliver carries it outside."""

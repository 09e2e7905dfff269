"""The rooms: one capability each."""

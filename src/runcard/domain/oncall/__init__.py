"""Who is on call at any moment, and when working hours are."""

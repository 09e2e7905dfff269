"""One thing that is wrong and the people who mend it: severity, state, status, clocks."""

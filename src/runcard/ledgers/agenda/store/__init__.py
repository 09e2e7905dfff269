"""Where the agenda is kept: timers in one table, jobs in another."""

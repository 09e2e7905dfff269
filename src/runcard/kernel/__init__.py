"""What every floor may use: ids, actors, permission, clocks, errors, spans of time, secrets."""

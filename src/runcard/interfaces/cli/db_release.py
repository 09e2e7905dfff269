"""`runcard db release`: a person says that this copy carries on."""

from typing import Any

import typer

from runcard.db.database import Database
from runcard.flows.database_is_recognised import database_is_opened
from runcard.flows.house import ENGINE
from runcard.flows.quarantine_is_lifted import quarantine_is_lifted
from runcard.interfaces.cli.client import connect
from runcard.interfaces.cli.discovery import running_here
from runcard.interfaces.cli.invocation import invocation
from runcard.interfaces.cli.output import output


def release(ctx: typer.Context) -> None:
    """End the quarantine of a copy: what was planned in it is carried out from now on.

    See first that the one it was copied from has stopped, or both page. What is overdue pages at
    once, one level of each open incident.
    """
    asked = invocation(ctx)
    if asked.server is None and running_here(asked) is None:
        kept = release_directly(asked.settings().database)
    else:
        with connect(asked) as client:
            kept = client.post("/quarantine/release", {})
    planned = f"what was planned (timers {kept['timers']}, pages {kept['jobs']})"
    output(asked).result(kept, [f"✓ The quarantine is over; {planned} is carried out"])


def release_directly(address: str) -> dict[str, Any]:
    """Where no server runs. Raises Conflict where nothing is in quarantine."""
    db = Database()
    db.open(database_is_opened(address, None))
    try:
        kept = db.write(quarantine_is_lifted, ENGINE)
    finally:
        db.close()
    return {"timers": kept.timers, "jobs": kept.jobs}

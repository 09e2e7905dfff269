"""`runcard demo`: a sample team, a document, a phone on a web page, and an alert to answer."""

import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated, Any
from urllib.parse import urlsplit

import httpx2
import typer

from runcard import __version__
from runcard.interfaces.cli.client import PATIENCE, Client, faults_of_the_way, problem
from runcard.interfaces.cli.discovery import DEMO_DATA, Server, read_note
from runcard.interfaces.cli.errors import advised
from runcard.interfaces.cli.invocation import invocation
from runcard.interfaces.cli.main import loaded_file
from runcard.interfaces.cli.output import output
from runcard.interfaces.cli.rehearsal import LEVEL_FILE, Rehearsal
from runcard.kernel.clock import SystemClock
from runcard.kernel.errors import Conflict, Unavailable

app = typer.Typer(add_completion=False, rich_markup_mode=None)
FIRED = "fired.json"
TITLE = "StockDbConnectionsHigh"
SUMMARY = "Stock lookups time out at every till"
Data = Annotated[Path, typer.Option(help="The folder of the demonstration.")]


@app.callback(invoke_without_command=True)
def demo(
    ctx: typer.Context,
    playbook: Annotated[
        Path | None, typer.Option(help="Any incident-response document; else a sample.")
    ] = None,
    port: Annotated[int | None, typer.Option(help="The port to listen on.")] = None,
    data: Data = DEMO_DATA,
) -> None:
    """Start with a sample team and playbook, in a fresh folder. Stop with Ctrl-C."""
    if ctx.invoked_subcommand is not None:
        return
    out = output(invocation(ctx))
    out.note(f"Runcard {__version__}, one moment")
    # The server is a second of loading, which firing at it need not pay.
    loaded_file("demo_start").start(out, playbook, port, data)


@app.command()
def fire(ctx: typer.Context, data: Data = DEMO_DATA) -> None:
    """Post an alert of the document's top level to the running demonstration."""
    server = running(data)
    now = SystemClock().now().astimezone(UTC)
    alert = Rehearsal(TITLE, SUMMARY, top_level(data), now)
    answer = post(server, alert.firing())
    incident = answer["alerts"][0]["incident_id"]
    (data / FIRED).write_text(json.dumps(now.isoformat()), encoding="utf-8")
    with Client(server) as client:
        briefing = client.get(f"/incidents/{incident}") if incident else None
    name = briefing["incident"]["name"] if briefing else "an alert"
    level = briefing["severity_name"] if briefing else ""
    told = [f"✓ Fired: {name} {level}".rstrip(), f"  The phone rings at {server.url}/phone"]
    output(invocation(ctx)).result(answer, told)


@app.command()
def clear(ctx: typer.Context, data: Data = DEMO_DATA) -> None:
    """Say that the alert last fired is over, as the source would."""
    server = running(data)
    try:
        fired = datetime.fromisoformat(json.loads((data / FIRED).read_text(encoding="utf-8")))
    except (OSError, ValueError):
        raise advised(
            Conflict("Nothing was fired in this demonstration yet"), "Fire first: runcard demo fire"
        ) from None
    alert = Rehearsal(TITLE, SUMMARY, top_level(data), fired)
    answer = post(server, alert.resolved(SystemClock().now().astimezone(UTC)))
    output(invocation(ctx)).result(answer, ["✓ The source says that it is over"])


def running(data: Path) -> Server:
    server = read_note(data)
    if server is None:
        raise advised(Unavailable(f"No demonstration runs in {data}"), "Start it: runcard demo")
    return server


def top_level(data: Path) -> str | None:
    """The worst level of the document; None where it has none."""
    try:
        said = json.loads((data / LEVEL_FILE).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return None
    return said if isinstance(said, str) else None


def post(server: Server, body: object) -> Any:
    """To the intake key of the running demonstration, as Alertmanager would."""
    path = urlsplit(dict(server.intakes)["alertmanager"]).path
    with faults_of_the_way(server.url):
        answer = httpx2.post(f"{server.url}{path}", json=body, timeout=PATIENCE, trust_env=False)
    if answer.status_code >= 400:
        raise problem(answer)
    return answer.json()

"""`runcard incident …`: what a responder does, from a terminal."""

import sys
from collections.abc import Callable
from enum import StrEnum
from typing import Annotated, Any

import typer

from runcard.interfaces.cli.briefing import board_lines, briefing_lines, moment, timeline_lines
from runcard.interfaces.cli.client import Client, connect, incident_path
from runcard.interfaces.cli.drafts import words_of_update
from runcard.interfaces.cli.invocation import invocation
from runcard.interfaces.cli.output import output

app = typer.Typer(
    help="Declare, acknowledge, update and resolve incidents.",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
)
Ref = Annotated[str, typer.Argument(help="INC-42, 42 or inc_…")]
Why = Annotated[str | None, typer.Option("--why", "-m", help="A sentence for the timeline.")]


class Said(StrEnum):
    """What may be said of an incident."""

    INVESTIGATING = "investigating"
    IDENTIFIED = "identified"
    MITIGATING = "mitigating"
    MONITORING = "monitoring"
    RESOLVED = "resolved"


@app.command()
def declare(
    ctx: typer.Context,
    title: Annotated[str, typer.Argument(help="What is wrong, in a few words.")],
    severity: Annotated[str | None, typer.Option("--severity", "-s")] = None,
    playbook: Annotated[str | None, typer.Option("--playbook", "-p")] = None,
) -> None:
    """Say that something is wrong, and page whom the playbook names."""
    body = {"title": title, "severity": severity, "playbook": playbook}
    act(ctx, lambda client: client.post("/incidents", body), declared)


@app.command(name="list")
def list_incidents(
    ctx: typer.Context,
    include_resolved: Annotated[
        bool, typer.Option("--all", "-a", help="Resolved ones too, newest first.")
    ] = False,
    limit: Annotated[int, typer.Option(min=1, max=200, help="How many, with --all.")] = 50,
) -> None:
    """What is open, the most pressing first."""
    asked = invocation(ctx)
    with connect(asked) as client:
        if include_resolved:
            rows = client.get("/incidents", limit=limit)["data"]
            output(asked).result(rows, board_lines(rows, []))
            return
        board = client.get("/board")
    output(asked).result(board, board_lines(board["rows"], board["mend"]))


@app.command()
def show(ctx: typer.Context, ref: Ref) -> None:
    """One incident: its clocks, who has it, and what to do next."""
    asked = invocation(ctx)
    with connect(asked) as client:
        briefing = client.get(incident_path(ref))
    output(asked).result(briefing, briefing_lines(briefing))


@app.command()
def ack(ctx: typer.Context, ref: Ref) -> None:
    """Say that you have it: the escalation stops."""
    path = incident_path(ref, "ack")
    act(ctx, lambda client: client.post(path, {"through": "cli"}), acknowledged)


@app.command()
def update(
    ctx: typer.Context,
    ref: Ref,
    template: Annotated[
        str | None, typer.Option("--template", "-t", help="One of the playbook's templates.")
    ] = None,
    message: Annotated[
        str | None, typer.Option("--message", "-m", help="The words; - reads them from stdin.")
    ] = None,
    fill: Annotated[
        list[str] | None, typer.Option("--set", help="Fill a blank of the template: NAME=WORDS.")
    ] = None,
) -> None:
    """Tell people, in the playbook's own words with the facts filled in."""
    given = sys.stdin.read() if message == "-" else message

    def post(client: Client) -> Any:
        briefing = client.get(incident_path(ref))
        body = words_of_update(briefing, template, given, fill or [])
        return client.post(incident_path(ref, "updates"), body)

    act(ctx, post, lambda posted: f"✓ Posted ({posted['template']}):\n{posted['text']}")


@app.command()
def status(ctx: typer.Context, ref: Ref, said: Said, why: Why = None) -> None:
    """Say how far it is."""
    path, body = incident_path(ref, "status"), {"status": said.value, "why": why}
    act(ctx, lambda client: client.post(path, body), lambda now: f"✓ {now['name']} {now['status']}")


@app.command()
def resolve(ctx: typer.Context, ref: Ref, why: Why = None) -> None:
    """Say that it is over: clocks stop and a review is drafted."""
    path = incident_path(ref, "resolve")
    act(ctx, lambda client: client.post(path, {"why": why}), resolved)


@app.command()
def timeline(
    ctx: typer.Context,
    ref: Ref,
    after: Annotated[int, typer.Option(min=0, help="Only entries after this position.")] = 0,
) -> None:
    """What happened, oldest first."""
    asked = invocation(ctx)
    with connect(asked) as client:
        entries = list(client.pages(incident_path(ref, "timeline"), after=after))
    output(asked).result(entries, timeline_lines(entries))


def act(ctx: typer.Context, do: Callable[[Client], Any], sentence: Callable[[Any], str]) -> None:
    """Do it on the server, and say in a line what was done."""
    asked = invocation(ctx)
    with connect(asked) as client:
        answer = do(client)
    output(asked).result(answer, sentence(answer).splitlines())


def declared(incident: Any) -> str:
    level = "severity not set: confirm it" if incident["provisional"] else incident["severity"]
    return f"✓ {incident['name']} declared, {level}. Next: runcard incident show {incident['name']}"


def acknowledged(incident: Any) -> str:
    if incident["state"] == "kept":
        return kept(incident)
    name, who = incident["name"], incident["acknowledged_by"]
    return f"✓ {name} is acknowledged by {who}, {moment(incident['acknowledged_at'])}"


def kept(answer: Any) -> str:
    """The server's database is away, and that is no reason to call anybody else."""
    name, who = answer["name"], answer["acknowledged_by"]
    return (
        f"✓ {name} is yours, {who}: kept on the server's disk, and told to it when its database "
        "is back (nothing could be looked up, so check the number)"
    )


def resolved(incident: Any) -> str:
    name = incident["name"]
    return f"✓ {name} is resolved. The review is drafted: runcard incident show {name}"

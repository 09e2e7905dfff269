"""`runcard ready`: every promise of a document, and what it is bound to here."""

from collections.abc import Iterator, Sequence
from datetime import datetime
from pathlib import Path
from typing import Annotated

import typer

from runcard.domain.escalation.model import EscalationPolicy, Level
from runcard.domain.escalation.rules import policy_for, reach
from runcard.domain.people.team_file import decode
from runcard.domain.playbooks.card import Card, Within
from runcard.domain.playbooks.promises import promises, severity_display
from runcard.interfaces.cli.errors import ExitCode
from runcard.interfaces.cli.held import (
    Held,
    card_of,
    count_of,
    held_names,
    names_of,
    problem_of,
)
from runcard.interfaces.cli.invocation import invocation
from runcard.interfaces.cli.output import columns, output
from runcard.interfaces.cli.playbook_files import compiled
from runcard.kernel.clock import SystemClock
from runcard.kernel.spans import spoken
from runcard.settings import read_team_file

app = typer.Typer(add_completion=False, rich_markup_mode=None)


@app.command()
def ready(
    ctx: typer.Context,
    file: Annotated[Path, typer.Argument(help="The Markdown file.")],
    team: Annotated[Path | None, typer.Option(help="The team file; else that of the settings.")] = (
        None
    ),
) -> None:
    """Print every promise with what it is bound to, or nobody; exit 7 if one does not hold."""
    asked = invocation(ctx)
    people = decode(read_team_file(team or asked.settings().team))
    card = card_of(file, compiled(file).playbook, people)
    now = SystemClock().now()
    by_level = {severity_display(card, key): held_level(card, key, now) for key in keys_of(card)}
    names = held_names(card, now)
    held = [one for level in by_level.values() for one in level] + names
    told = {"levels": by_level, "names": names, "ready": all(one.holds for one in held)}
    output(asked).result(told, [*sections(by_level), *section("Names", names), count_of(held)])
    if not told["ready"]:
        raise typer.Exit(ExitCode.FINDINGS)


def keys_of(card: Card) -> list[str | None]:
    """Every level; a document without levels has the promises of our defaults."""
    return [level.key for level in card.playbook.severities] or [None]


def held_level(card: Card, key: str | None, at: datetime) -> list[Held]:
    """What is promised at a level, then who is called, rung by rung."""
    promised = promises(card, key)
    times = [
        ("acknowledge", promised.acknowledge),
        ("respond", promised.respond),
        ("update", promised.update_every),
        ("review", promised.review),
        ("watch", promised.monitoring),
    ]
    clocks = [clock(name, within) for name, within in times if within is not None]
    if not promised.pages:
        return [
            *clocks,
            Held("page", "called", f"nobody, as it says: {promised.why_silent}", "", True),
        ]
    return [*clocks, *rungs(card, policy_for(card, key), at)]


def clock(name: str, within: Within) -> Held:
    return Held(name, "clock", within.text, str(within.mark), True)


def rungs(card: Card, policy: EscalationPolicy, at: datetime) -> Iterator[Held]:
    for level in policy.levels:
        yield rung(card, level, at)
    for level in policy.left_to_people:
        yield rung(card, level, at, when=f"if a person says so ({level.condition})")


def rung(card: Card, level: Level, at: datetime, when: str | None = None) -> Held:
    """Who is called, when, and who stands in where the title is bound to nobody."""
    moment = when or (f"after {spoken(level.after)}" if level.after else "at once")
    people = names_of(card.team, reach(card, level.title, at).people)
    problem = problem_of(card, level.title, at)
    says = f"{level.title}: {people}"
    if problem is not None:
        says = f"{level.title}: nobody ({problem}); instead {people}"
    return Held(f"call {moment}", "called", says, str(level.mark), problem is None)


def sections(by_level: dict[str, list[Held]]) -> Iterator[str]:
    for name, held in by_level.items():
        yield from section(name, held)


def section(name: str, held: Sequence[Held]) -> list[str]:
    rows = [("✓" if one.holds else "✕", one.what, one.to, one.place) for one in held]
    return [name, *columns(rows, indent="  "), ""]

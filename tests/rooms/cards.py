"""Small run cards for the tests of the rules: a document in a few words, a team in a few names."""

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from typing import Any

from runcard.domain.people.model import TeamFile
from runcard.domain.people.team_file import decode
from runcard.domain.playbooks.card import Card
from runcard.domain.playbooks.model import (
    ChainStep,
    EscalationChain,
    Playbook,
    Severity,
    Text,
    TimeValue,
)
from runcard.kernel.ids import PlaybookId

NIGHT = datetime(2026, 11, 21, 3, 0, tzinfo=UTC)
"""A Saturday."""

FERNWAY: Mapping[str, Any] = {
    "team": "Fernway stock",
    "people": {
        "ada": {"name": "Ada Osei", "email": "ada@fernway.example"},
        "bram": {"name": "Bram O.", "email": "bram@fernway.example"},
        "cem": {"name": "Cem", "phone": "dev"},
    },
    "on_call": {"primary": ["ada", "bram"]},
    "groups": {"leads": ["bram", "cem"]},
    "fallback": ["cem"],
}


def a_team(**more: object) -> TeamFile:
    """Ada is on call, Cem is the fallback; `more` are keys of the team file."""
    return decode({**FERNWAY, **more})


def a_card(playbook: Playbook | None = None, *, team: TeamFile | None = None) -> Card:
    """A card with two levels, unless the document is given."""
    document = playbook or a_playbook(a_level("SEV1", "15 min"), a_level("SEV2", "1 h"))
    return Card(PlaybookId("pb_1"), "stock", document, team or a_team())


def a_playbook(*levels: Severity, **parts: Any) -> Playbook:
    """A document with these levels; `parts` are fields of the playbook."""
    return Playbook("When things break", 1, parts.pop("lines", ()), severities=levels, **parts)


def a_level(key: str, respond: str | TimeValue | None = None, **parts: Any) -> Severity:
    """A level; the response is written as a span, `now`, or a word of the calendar."""
    name = parts.pop("name", None)
    line = parts.pop("line", 10)
    response = a_time(respond) if isinstance(respond, str) else respond
    return Severity(key, name, line, response=response, **parts)


SECONDS = {"min": 60, "h": 3600, "d": 86400}


def a_time(said: str, line: int = 7) -> TimeValue:
    """`15 min`, `now`, `business_hours 2 h`, or a word of the calendar."""
    if said == "now":
        return TimeValue("Immediate", line, 0)
    *calendar, count, unit = said.split() if " " in said else (said, "", "")
    if not unit:
        return TimeValue(said, line, None, calendar=calendar[0])
    seconds = int(count) * SECONDS[unit]
    return TimeValue(said, line, seconds, calendar=calendar[0] if calendar else None)


def a_chain(*steps: tuple[str, str | None, str | None], ordered: bool = True) -> EscalationChain:
    """Rungs as (who, condition, delay), on lines from 30."""
    rungs = [
        ChainStep(who, line, said, None if delay is None else a_time(delay, line))
        for line, (who, said, delay) in enumerate(steps, start=30)
    ]
    return EscalationChain(30, ordered, tuple(rungs))


def texts(*said: str, line: int = 12) -> tuple[Text, ...]:
    """Lines of the document, one after another."""
    return tuple(Text(one, line + place) for place, one in enumerate(said))


def titles(levels: Sequence[object]) -> list[str]:
    """The titles of some rungs."""
    return [getattr(level, "title", "") for level in levels]

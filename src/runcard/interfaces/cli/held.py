"""What a name of a document stands for here, and whether the promise behind it holds."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from runcard.domain.escalation.rules import behind, reach
from runcard.domain.people.model import (
    GroupTarget,
    PersonTarget,
    ScheduleTarget,
    Target,
    TeamFile,
    Words,
)
from runcard.domain.playbooks.binding import Need, bound, needs
from runcard.domain.playbooks.card import Card
from runcard.domain.playbooks.model import Playbook
from runcard.kernel.ids import PlaybookId

NOBODY = "nobody"


@dataclass(frozen=True, slots=True)
class Held:
    """A promise, what it is bound to, and whether that is enough."""

    what: str
    kind: str
    to: str
    place: str
    holds: bool


def card_of(file: Path, playbook: Playbook, team: TeamFile) -> Card:
    """The document beside the team, without a database that keeps it."""
    return Card(PlaybookId("pb_local"), file.stem, playbook, team)


def held_names(card: Card, at: datetime) -> list[Held]:
    """Every name the document uses, in the order of its lines."""
    return [held_name(card, need, at) for need in needs(card.playbook)]


def missing(card: Card, at: datetime) -> list[Need]:
    """The names that stand for nobody and nothing here."""
    return [need for need in needs(card.playbook) if not held_name(card, need, at).holds]


def held_name(card: Card, need: Need, at: datetime) -> Held:
    to, holds = stands_for(card, need, at)
    place = ", ".join(f"L{line}" for line in need.lines)
    return Held(need.name, need.kind.value, to, place, holds)


def stands_for(card: Card, need: Need, at: datetime) -> tuple[str, bool]:
    """A name that is to be called needs a person with a way; any other may be words."""
    targets = bound(card.team, need.name)
    if not targets:
        given = None if need.is_a_person else need.given
        return (NOBODY, False) if given is None else (f"{given} (the document says so)", True)
    words = ", ".join(described(card.team, target, at) for target in targets)
    if not need.is_a_person:
        return words, True
    problem = problem_of(card, need.name, at)
    return (words, True) if problem is None else (f"{words}: {problem}", False)


def problem_of(card: Card, title: str, at: datetime) -> str | None:
    """Why nobody would be woken under this title; None when somebody would."""
    reached = reach(card, title, at)
    if reached.problem is not None:
        return reached.problem
    mute = [one for one in reached.people if not has_a_way(card.team, one)]
    if len(mute) == len(reached.people):
        names = ", ".join(name_of(card.team, one) for one in mute) or NOBODY
        return f"{names} has no way to be reached"
    return None


def has_a_way(team: TeamFile, person: str) -> bool:
    return any(one.id == person and one.ways for one in team.people.values())


def described(team: TeamFile, target: Target, at: datetime) -> str:
    """`Ada K.`, `stock rota (now Ada K.)`, `storekeepers (Ada K., Bram O.)`, or words."""
    match target:
        case PersonTarget(person=person):
            return name_of(team, person)
        case ScheduleTarget(schedule=name):
            return f"{name} (now {names_of(team, behind(team, target, at))})"
        case GroupTarget(group=name, people=people):
            return f"{name} ({names_of(team, people)})"
        case Words(text=text):
            return text


def names_of(team: TeamFile, people: Iterable[str]) -> str:
    return ", ".join(name_of(team, one) for one in people) or NOBODY


def name_of(team: TeamFile, person: str) -> str:
    return next((one.name for one in team.people.values() if one.id == person), person)


def count_of(held: Sequence[Held]) -> str:
    """The last line: how many hold."""
    broken = sum(not one.holds for one in held)
    if not broken:
        return f"✓ All {len(held)} promises are bound to somebody or something"
    does = "promise does" if broken == 1 else "promises do"
    return f"✕ {broken} of {len(held)} {does} not hold"

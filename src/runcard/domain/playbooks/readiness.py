"""Every promise of a document beside what it is bound to here: what holds, and what does not."""

from collections.abc import Iterator
from dataclasses import dataclass

from runcard.domain.people.model import (
    GroupTarget,
    Person,
    PersonTarget,
    ScheduleTarget,
    Target,
    TeamFile,
    Words,
)
from runcard.domain.people.rules import wakes
from runcard.domain.playbooks import defaults
from runcard.domain.playbooks.binding import Need, NeedKind, bound, is_first_responder, needs
from runcard.domain.playbooks.card import Card, Mark, Promises, Within
from runcard.domain.playbooks.promises import promises, severity_display
from runcard.kernel.ids import PersonId

NOBODY = "nobody"
NOT_SAID = "nothing"
PRESSING = frozenset({NeedKind.TITLE})
"""Kinds without which a page could reach nobody; the others are words nobody is woken by."""

BIND_IT = "bind it to a person in the team file"
TAKEN_LATER = "somebody takes it during the incident, or bind it to a person"


@dataclass(frozen=True, slots=True)
class Promised:
    """One promise: what, whose or by when, and from where. `holds` False fails the check;
    `note` says what to do about it."""

    what: str
    bound_to: str
    mark: Mark
    holds: bool
    note: str | None = None


def readiness(card: Card) -> tuple[Promised, ...]:
    """Clocks of every level, the first responder, every name of the document, the review."""
    return (
        *clocks_of_levels(card),
        first_responder(card),
        *(kept(card.team, need) for need in needs(card.playbook)),
        fallback_list(card),
    )


def clocks_of_levels(card: Card) -> Iterator[Promised]:
    """Times hold by themselves; those that are ours say so."""
    keys: list[str | None] = [level.key for level in card.playbook.severities]
    for key in keys or [None]:
        promised = promises(card, key)
        name = severity_display(card, key)
        yield from silent_level(name, promised)
        for what, within in times_of(promised):
            yield timed(f"{name}: {what}", within)


def silent_level(name: str, promised: Promises) -> Iterator[Promised]:
    """A level that wakes nobody is said once."""
    if promised.why_silent is not None and promised.severity is not None:
        mark = Mark(promised.severity.line)
        yield Promised(f"{name}: pages", f"nobody, since {promised.why_silent}", mark, holds=True)


def times_of(promised: Promises) -> tuple[tuple[str, Within | None], ...]:
    return (
        ("acknowledge", promised.acknowledge),
        ("respond", promised.respond),
        ("update every", promised.update_every),
        ("monitoring", promised.monitoring),
        ("review", promised.review),
    )


def timed(what: str, within: Within | None) -> Promised:
    if within is None:
        return Promised(what, NOT_SAID, Mark(), holds=True, note="nothing is owed")
    note = None if within.mark.is_from_document else "add a line to the document to change it"
    return Promised(what, within.text, within.mark, holds=True, note=note)


def first_responder(card: Card) -> Promised:
    """Whoever a first page goes to, whatever the document calls them."""
    named = [need for need in needs(card.playbook) if is_first_title(need)]
    title = named[0].name if named else defaults.ON_CALL
    mark = Mark(named[0].lines[0]) if named else Mark()
    return held(card.team, f"first responder ({title})", bound(card.team, title), mark)


def is_first_title(need: Need) -> bool:
    return need.is_a_person and is_first_responder(need.name)


def fallback_list(card: Card) -> Promised:
    """Who is paged instead of nobody."""
    targets = tuple(PersonTarget(person) for person in card.team.fallback)
    return held(card.team, "fallback list", targets, Mark(by="team file"))


def kept(team: TeamFile, need: Need) -> Promised:
    """One name of the document. Titles and roles need a person; the rest needs words."""
    mark, what = Mark(need.lines[0]), f"{need.kind.value} {need.name}"
    targets = bound(team, need.name)
    if need.is_a_person:
        return held(team, what, targets, mark, is_pressing=need.kind in PRESSING)
    if targets:
        return Promised(what, ", ".join(said(team, one) for one in targets), mark, holds=True)
    if need.given is not None:
        return Promised(what, need.given, mark, holds=True)
    return Promised(what, NOBODY, mark, holds=True, note=f"bind {need.name!r} in the team file")


def held(
    team: TeamFile, what: str, targets: tuple[Target, ...], mark: Mark, *, is_pressing: bool = True
) -> Promised:
    """A name somebody must stand behind who can be woken."""
    people = [one for target in targets for one in people_of(team, target)]
    if not people:
        words = ", ".join(one.text for one in targets if isinstance(one, Words))
        todo = BIND_IT if is_pressing else TAKEN_LATER
        return Promised(what, words or NOBODY, mark, holds=not is_pressing, note=todo)
    names = ", ".join(dict.fromkeys(person.name for person in people))
    deaf = [person.name for person in people if not any(map(wakes, person.ways))]
    can_be_woken = any(person.ways for person in people)
    note = f"no way that leaves this machine: {', '.join(deaf)}" if deaf else None
    return Promised(what, names, mark, holds=can_be_woken or not is_pressing, note=note)


def people_of(team: TeamFile, target: Target) -> list[Person]:
    """Everybody a target may mean, whoever's turn it is."""
    return [team.people[one] for one in ids_of(team, target) if one in team.people]


def ids_of(team: TeamFile, target: Target) -> tuple[PersonId, ...]:
    match target:
        case PersonTarget(person=person):
            return (person,)
        case GroupTarget(people=members):
            return members
        case ScheduleTarget(schedule=name):
            return team.schedules[name].people if name in team.schedules else ()
        case _:
            return ()


def said(team: TeamFile, target: Target) -> str:
    """A target in words."""
    if isinstance(target, Words):
        return target.text
    return ", ".join(person.name for person in people_of(team, target)) or NOBODY

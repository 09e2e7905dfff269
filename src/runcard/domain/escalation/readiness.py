"""Every promise of a document beside who or what it is bound to here, and whether it holds."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime

from runcard.domain.escalation.model import EscalationPolicy, Level
from runcard.domain.escalation.rules import behind, policy_for, reach
from runcard.domain.people.model import (
    GroupTarget,
    PersonTarget,
    ScheduleTarget,
    Target,
    TeamFile,
    Words,
)
from runcard.domain.people.names import fold_name
from runcard.domain.playbooks import defaults
from runcard.domain.playbooks.binding import Need, NeedKind, bound, is_first_responder, needs
from runcard.domain.playbooks.card import Card, Within
from runcard.domain.playbooks.promises import promises, severity_display
from runcard.kernel.spans import spoken

NOBODY = "nobody"
TAKEN_LATER = "taken during the incident"


@dataclass(frozen=True, slots=True)
class Held:
    """A promise, what it is bound to, and whether that is enough."""

    what: str
    kind: str
    to: str
    place: str
    holds: bool


@dataclass(frozen=True, slots=True)
class Readiness:
    """The promises of each level, by its name, then every name of the document."""

    levels: tuple[tuple[str, tuple[Held, ...]], ...]
    names: tuple[Held, ...]

    @property
    def all(self) -> tuple[Held, ...]:
        """Each promise once, in the order they are shown."""
        return (*(one for _, level in self.levels for one in level), *self.names)

    @property
    def is_ready(self) -> bool:
        """Whether every one of them holds."""
        return all(one.holds for one in self.all)


def readiness(card: Card, at: datetime) -> Readiness:
    """What is promised at every level, and what every name stands for at this moment."""
    levels = tuple(
        (severity_display(card, key), held_level(card, key, at)) for key in keys_of(card)
    )
    names = [held_name(card, need, at) for need in needs(card.playbook)]
    return Readiness(levels, (*names, fallback_list(card, at)))


def missing(card: Card, at: datetime) -> list[Need]:
    """The names that stand for nobody and nothing here."""
    return [need for need in needs(card.playbook) if not held_name(card, need, at).holds]


def keys_of(card: Card) -> list[str | None]:
    """Every level; a document without levels has the promises of our defaults."""
    return [level.key for level in card.playbook.severities] or [None]


def to_mend(card: Card, policies: Iterable[EscalationPolicy], at: datetime) -> Iterator[str]:
    """What would make a page of these policies fall back, or reach nobody; each title once."""
    if not card.team.fallback:
        yield "The fallback list of the team file is empty: a name that is nobody would page nobody"
    rungs = {level.title: level for policy in policies for level in policy.levels}
    for title, level in rungs.items():
        problem = problem_of(card, title, at)
        if problem is not None and fold_name(title) != fold_name(defaults.FALLBACK):
            yield f"{problem} ({card.name}, {level.mark}); {instead_of(card, title, at)}"


def instead_of(card: Card, title: str, at: datetime) -> str:
    """What would happen at a title whose people cannot be woken."""
    reached = reach(card, title, at)
    stands_in = reached.problem is not None and reached.people
    return "the fallback list would be paged" if stands_in else "nobody would be woken"


def held_level(card: Card, key: str | None, at: datetime) -> tuple[Held, ...]:
    """What is promised at a level, then who is called, rung by rung."""
    promised = promises(card, key)
    times = (
        ("acknowledge", promised.acknowledge),
        ("respond", promised.respond),
        ("update", promised.update_every),
        ("review", promised.review),
        ("watch", promised.monitoring),
    )
    clocks = [clock(name, within) for name, within in times if within is not None]
    if not promised.pages:
        nobody = f"{NOBODY}, as it says: {promised.why_silent}"
        return (*clocks, Held("page", "called", nobody, "", holds=True))
    return (*clocks, *called(card, policy_for(card, key), at))


def clock(name: str, within: Within) -> Held:
    """Times hold by themselves; those that are ours say so."""
    return Held(name, "clock", within.text, str(within.mark), holds=True)


def called(card: Card, policy: EscalationPolicy, at: datetime) -> Iterator[Held]:
    """Who is called, in the order of the time."""
    for level in policy.levels:
        moment = f"after {spoken(level.after)}" if level.after else "at once"
        yield rung(card, level, moment, at)
    for level in policy.left_to_people:
        yield rung(card, level, f"if a person says so ({level.condition})", at)


def rung(card: Card, level: Level, moment: str, at: datetime) -> Held:
    """Who is called then, and who stands in where the title is bound to nobody."""
    people = names_of(card.team, reach(card, level.title, at).people)
    problem = problem_of(card, level.title, at)
    says = f"{level.title}: {people}"
    if problem is not None:
        says = f"{level.title}: {NOBODY} ({problem}); instead {people}"
    return Held(f"call {moment}", "called", says, str(level.mark), holds=problem is None)


def held_name(card: Card, need: Need, at: datetime) -> Held:
    """One name of the document."""
    to, holds = stands_for(card, need, at)
    place = ", ".join(f"L{line}" for line in need.lines)
    return Held(need.name, need.kind.value, to, place, holds)


def stands_for(card: Card, need: Need, at: datetime) -> tuple[str, bool]:
    """A name that is to be called needs a person with a way; any other may be words."""
    targets = bound(card.team, need.name)
    words = ", ".join(described(card.team, target, at) for target in targets)
    if need.is_a_person:
        return person_for(card, need, words, at)
    if targets:
        return words, True
    return (NOBODY, False) if need.given is None else (f"{need.given} (the document says so)", True)


def person_for(card: Card, need: Need, words: str, at: datetime) -> tuple[str, bool]:
    """Whoever stands behind a title; a role that nobody is woken for may be taken later."""
    problem = problem_of(card, need.name, at)
    if problem is None:
        return words, True
    said = f"{words}: {problem}" if words else NOBODY
    return (said, False) if must_be_woken(need) else (f"{said} ({TAKEN_LATER})", True)


def must_be_woken(need: Need) -> bool:
    """Whether a page may go to this name, so that somebody must be reachable under it."""
    return need.kind is NeedKind.TITLE or (need.is_a_person and is_first_responder(need.name))


def fallback_list(card: Card, at: datetime) -> Held:
    """Who is paged instead of nobody."""
    to = names_of(card.team, card.team.fallback)
    problem = problem_of(card, defaults.FALLBACK, at)
    said = to if problem is None else f"{to} ({problem})"
    return Held(defaults.FALLBACK, "fallback", said, "team file", holds=problem is None)


def problem_of(card: Card, title: str, at: datetime) -> str | None:
    """Why nobody would be woken under this title; None when somebody would."""
    reached = reach(card, title, at)
    if reached.problem is not None:
        return reached.problem
    if any(has_a_way(card.team, one) for one in reached.people):
        return None
    return f"{names_of(card.team, reached.people)} has no way to be reached"


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

"""How often people are told: the rhythms of the levels beside all that is said of them."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from runcard.domain.playbooks.model import Cadence, CadencePlace, Severity, TimeValue

GENERAL = {CadencePlace.LEVEL, CadencePlace.TEXT}


def cadences_of(severities: Sequence[Severity], said: Sequence[Cadence]) -> tuple[Cadence, ...]:
    """The levels' own cadences and all others, by line; a line read twice counts once."""
    found: dict[tuple[int, int | None, int | None], Cadence] = {}
    for cadence in (*_of_levels(severities), *said):
        key = (cadence.every.line, cadence.every.seconds, cadence.every.min_seconds)
        if key in found and found[key].keys:
            known = (*found[key].keys, *cadence.keys)
            found[key] = replace(found[key], keys=tuple(dict.fromkeys(known)))
        else:
            found.setdefault(key, cadence)
    return tuple(sorted(found.values(), key=lambda cadence: cadence.every.line))


def statements_for(cadences: Sequence[Cadence], level: Severity) -> tuple[Cadence, ...]:
    """What is said of a level itself: in its definition or in running text that names it."""
    return tuple(
        cadence
        for cadence in cadences
        if level.key in cadence.keys and cadence.place in GENERAL and cadence.every.seconds
    )


def driving_cadence(cadences: Sequence[Cadence], level: Severity) -> TimeValue | None:
    """The strictest of what is said of a level: a document that contradicts itself is not trusted
    with the looser word."""
    own = [level.cadence] if level.cadence is not None and level.cadence.seconds else []
    said = [*own, *(cadence.every for cadence in statements_for(cadences, level))]
    return min(said, key=lambda every: every.seconds or 0, default=level.cadence)


def _of_levels(severities: Sequence[Severity]) -> Iterator[Cadence]:
    for level in severities:
        if level.cadence is not None:
            yield Cadence(level.cadence, level.key, (level.key,), CadencePlace.LEVEL)
        if level.cadence_external is not None:
            scope = f"{level.key}, external"
            yield Cadence(level.cadence_external, scope, (level.key,), CadencePlace.EXTERNAL)


def with_cadences(
    severities: Sequence[Severity], cadences: Sequence[Cadence]
) -> tuple[Severity, ...]:
    """Levels without a cadence of their own take the strictest one stated for their key; one for
    outsiders is a second one, or, without a first, the only one."""
    return tuple(_with_cadence(level, cadences) for level in severities)


def _with_cadence(level: Severity, cadences: Sequence[Cadence]) -> Severity:
    mine = [one for one in cadences if level.key in one.keys]
    customers = _strictest(mine, CadencePlace.EXTERNAL)
    leaders = _strictest(mine, CadencePlace.LEADERS)
    inside = level.cadence or driving_cadence(cadences, level) or _event(mine) or leaders
    if inside is None:
        return replace(level, cadence=customers)
    second = None if customers is not None and _is_same(customers, inside) else customers
    return replace(level, cadence=inside, cadence_external=level.cadence_external or second)


def _is_same(one: TimeValue, other: TimeValue) -> bool:
    """One statement, read twice."""
    return (one.line, one.seconds) == (other.line, other.seconds)


def _strictest(cadences: Sequence[Cadence], place: CadencePlace) -> TimeValue | None:
    said = [one.every for one in cadences if one.place is place and one.every.seconds]
    return min(said, key=lambda every: every.seconds or 0, default=None)


def _event(cadences: Sequence[Cadence]) -> TimeValue | None:
    """`When something changes`: a promise without a number."""
    events = (one.every for one in cadences if one.place is CadencePlace.TEXT)
    return next(events, None)

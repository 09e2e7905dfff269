"""The annotation that would settle each thing a document leaves open."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import timedelta

from runcard.domain.people.names import fold_name
from runcard.domain.playbooks import defaults
from runcard.domain.playbooks.annotations import Subject, annotations_in, written
from runcard.domain.playbooks.levels.silence import why_silent
from runcard.domain.playbooks.levels.spellings import NUMBERED
from runcard.domain.playbooks.messages.cadences import driving_cadence, statements_for
from runcard.domain.playbooks.model import Meaning, Phase, Playbook, Severity
from runcard.domain.playbooks.settling import FOR_A_PERSON
from runcard.kernel.spans import spoken

PLACES = (Meaning.INVESTIGATE, Meaning.MITIGATE, Meaning.RESOLVE, Meaning.AFTER)
"""What phases are for where their titles do not tell, by their place."""


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A line to paste on a line of its own; `why` says what is open, and what holds meanwhile."""

    line: int
    annotation: str
    why: str


def suggestions(playbook: Playbook) -> tuple[Suggestion, ...]:
    """One for each ambiguity, by line. Its value is what holds today, where something does; else
    the likeliest, for the team to correct."""
    said = {
        (one.subject, fold_name(one.of)) for one in annotations_in(playbook.lines, playbook.fences)
    }
    found = [
        (subject, of, suggestion)
        for subject, of, suggestion in _open(playbook)
        if (subject, fold_name(of)) not in said
    ]
    by_text = {one.annotation: one for _, _, one in reversed(found)}
    return tuple(sorted(by_text.values(), key=lambda one: (one.line, one.annotation)))


Open = tuple[Subject, str, Suggestion]


def _open(playbook: Playbook) -> Iterator[Open]:
    yield from _order(playbook)
    for rank, level in enumerate(playbook.severities):
        yield from _times(level, rank)
        yield from _cadences(playbook, level, rank)
    yield from _chains(playbook)
    yield from _templates(playbook)
    yield from _placeholders(playbook)
    yield from _phases(playbook.phases)
    yield from _whole(playbook)


def _say(place: tuple[Subject, str, int], value: str, why: str) -> Open:
    subject, of, line = place
    return subject, of, Suggestion(line, written(subject, of, value), why)


def _order(playbook: Playbook) -> Iterator[Open]:
    """Numbers that fall, or that do not run in one direction, leave open which level is worst."""
    numbers = [NUMBERED.match(level.key) for level in playbook.severities]
    counted = [int(found.group(2)) for found in numbers if found is not None]
    if len(counted) < len(numbers) or len(counted) < 2 or counted == sorted(counted):
        return
    keys = ", ".join(level.key for level in playbook.severities)
    line = playbook.severity_line or playbook.severities[0].line
    why = "the numbers of the levels do not rise; the first one counts as the worst"
    yield _say((Subject.SEVERITY_ORDER, "", line), keys, why)


def _times(level: Severity, rank: int) -> Iterator[Open]:
    if level.response is None and level.acknowledge is None and why_silent(level) is None:
        within = defaults.RESPOND[min(rank, len(defaults.RESPOND) - 1)]
        why = f"{level.key} has no response time; our default holds"
        yield _say((Subject.RESPOND, level.key, level.line), _minutes(within), why)
    elif level.response is not None and level.response.seconds == 0:
        why = f"“{level.response.text}” has no number; the page is repeated after this time"
        place = (Subject.ACKNOWLEDGE, level.key, level.response.line)
        if level.acknowledge is None:
            yield _say(place, _minutes(defaults.NOW_MEANS), why)


def _cadences(playbook: Playbook, level: Severity, rank: int) -> Iterator[Open]:
    stated = statements_for(playbook.cadences, level)
    driving = driving_cadence(playbook.cadences, level)
    if len({one.every.seconds for one in stated}) > 1 and driving is not None and driving.seconds:
        lines = ", ".join(str(one.every.line) for one in stated)
        why = f"lines {lines} give {level.key} different times between updates; the shortest holds"
        value = _minutes(timedelta(seconds=driving.seconds))
        yield _say((Subject.CADENCE, level.key, level.line), value, why)
    is_general = any(one.every.seconds and not one.keys for one in playbook.cadences)
    is_owed = rank < len(defaults.UPDATE_EVERY) and why_silent(level) is None
    if driving is None and not stated and not is_general and is_owed:
        why = f"nothing says how often people are told during {level.key}; our default holds"
        value = _minutes(defaults.UPDATE_EVERY[rank])
        yield _say((Subject.CADENCE, level.key, level.line), value, why)


def _minutes(span: timedelta) -> str:
    """In words that every grammar of times reads."""
    whole = round(span.total_seconds() / 60)
    return f"{whole} min" if whole and not span.total_seconds() % 60 else spoken(span)


def _chains(playbook: Playbook) -> Iterator[Open]:
    """Several lists, and no or several of them in order: the first in order is followed, else the
    first with times, else none."""
    real = [one for one in playbook.chains if len(one.steps) > 1 and one.title.strip()]
    ordered = [one for one in real if one.ordered]
    titles = {fold_name(one.title) for one in real}
    if len(titles) < 2 or len(ordered) == 1:
        return
    timed = [one for one in real if any(step.after for step in one.steps)]
    followed = "this one is followed" if ordered or timed else "none has an order, none is followed"
    meant = (ordered or timed or real)[0]
    why = f"{len(real)} lists say whom to escalate to; {followed}"
    yield _say((Subject.CHAIN, "", meant.line), meant.title, why)


def _templates(playbook: Playbook) -> Iterator[Open]:
    for one in playbook.templates:
        if one.moment is None and one.title and not one.literal:
            why = "nothing says when this message is sent; it is offered at every moment"
            yield _say((Subject.MOMENT, one.title, one.line), "update", why)


def _placeholders(playbook: Playbook) -> Iterator[Open]:
    """A blank that means no field we know: a person fills it in, until it is said what it means."""
    for template in playbook.templates:
        for blank in template.placeholders:
            if blank.field is None and "=" not in blank.token and ">" not in blank.token:
                why = f"nobody knows what {blank.token} asks for; a person fills it in"
                place = (Subject.PLACEHOLDER, blank.token, blank.line)
                yield _say(place, FOR_A_PERSON, why)


def _phases(phases: Sequence[Phase]) -> Iterator[Open]:
    for place, one in enumerate(phases):
        if not one.meanings and one.title:
            meant = PLACES[min(place, len(PLACES) - 1)].value
            why = "the title does not say what the phase is for; its place decides"
            yield _say((Subject.PHASE, one.title, one.line), meant, why)


def _whole(playbook: Playbook) -> Iterator[Open]:
    line = playbook.severity_line or playbook.title_line or 1
    if playbook.hours is not None and playbook.hours.timezone is None:
        why = "the hours on call have no time zone; that of the team file holds"
        yield _say((Subject.ZONE, "", playbook.hours.line), "UTC", why)
    if playbook.monitoring is None and playbook.severities:
        why = "nothing says how long a repaired system is watched; our default holds"
        yield _say((Subject.MONITORING, "", line), _minutes(defaults.MONITORING), why)

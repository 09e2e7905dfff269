"""The rungs of one level, from the document's chain, the level's own list, or the team's."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import timedelta

from runcard.domain.escalation.conditions import SILENCE, Condition, condition_of
from runcard.domain.escalation.model import EndsWith, Level
from runcard.domain.people.model import ScheduleTarget, TeamFile
from runcard.domain.people.names import fold_name
from runcard.domain.playbooks import defaults
from runcard.domain.playbooks.binding import bound, is_first_responder, is_told_later
from runcard.domain.playbooks.card import Card, Mark, Promises
from runcard.domain.playbooks.levels.spellings import spellings, squeezed
from runcard.domain.playbooks.model import ChainStep, EscalationChain, Playbook, Severity
from runcard.domain.playbooks.words import folded

Rungs = tuple[tuple[Level, ...], tuple[Level, ...]]
NOW = timedelta(0)
TEAM = Mark(by="team file")
OURS = Mark()


@dataclass(frozen=True, slots=True)
class Rung:
    """A step of the document's chain beside its condition for the level in question."""

    step: ChainStep
    asks: Condition


def wait_of(promised: Promises) -> timedelta:
    """How long an unanswered rung is given: the response time, or the acknowledgement time where
    that is shorter; `immediate` gives five minutes."""
    spans = [
        one.span
        for one in (promised.respond, promised.acknowledge)
        if one is not None and one.span is not None
    ]
    return min(spans, default=defaults.NOW_MEANS) or defaults.NOW_MEANS


def levels_of(card: Card, promised: Promises, *, is_provisional: bool) -> Rungs:
    """The rungs in the order of their time, and those only a person can call."""
    key = None if promised.severity is None else promised.severity.key
    chain = chain_of(card.playbook, key)
    rungs = [] if chain is None else read(chain, card.playbook, key)
    first = first_level(card.team, rungs)
    if is_provisional:
        return (first,), ()
    wait = wait_of(promised)
    timed = with_times(rungs[1:] if first.mark.is_from_document else rungs, wait)
    later = [*timed, *added(promised.severity, (first, timed), wait)]
    if not later and chain is None:
        later = on_silence(card.playbook, wait) or silent_chain(card.team, wait)
    again = called_again(first, promised)
    ordered = sorted([*later, *again], key=lambda level: level.after)
    return (first, *ordered), left_to_people(card.playbook, rungs, chain)


def chain_of(playbook: Playbook, key: str | None) -> EscalationChain | None:
    """The first ordered chain for the level; else the first with times. One of its own goes before
    those for all; a bare list of contacts is no chain."""
    chains = [one for one in playbook.chains if one.steps and is_for(one, playbook, key)]
    chains = [one for one in chains if one.keys] or chains
    ordered = [chain for chain in chains if chain.ordered]
    timed = [chain for chain in chains if any(step.after for step in chain.steps)]
    return next(iter([*ordered, *timed]), None)


def is_for(chain: EscalationChain, playbook: Playbook, key: str | None) -> bool:
    """A chain of its own levels, or one for all; where nothing tells the level, any."""
    if key is None or not chain.keys:
        return True
    known = spellings(playbook.severities)
    return key in {known.get(squeezed(one)) for one in chain.keys}


def read(chain: EscalationChain, playbook: Playbook, key: str | None) -> list[Rung]:
    return [Rung(step, condition_of(step, playbook, key)) for step in chain.steps]


def first_level(team: TeamFile, rungs: Sequence[Rung]) -> Level:
    """Whoever is on call, at once: by the chain's own first title, or by ours."""
    if not rungs or not starts_with_on_call(team, rungs[0]):
        return Level(defaults.ON_CALL, NOW, EndsWith.ACKNOWLEDGEMENT, OURS)
    step = rungs[0].step
    is_ours = not bound(team, step.who) and not is_first_responder(step.who)
    title = defaults.ON_CALL if is_ours else step.who
    return Level(title, NOW, EndsWith.ACKNOWLEDGEMENT, Mark(step.line), step.condition)


def starts_with_on_call(team: TeamFile, rung: Rung) -> bool:
    """Whether a chain's first rung is its word for whoever is on call: it is told at once, and is
    neither a manager nor a second line, unless a schedule stands behind it. A word that is bound
    to nobody means our on-call."""
    if rung.asks.is_elsewhere or rung.asks.delay not in {None, NOW}:
        return False
    targets = bound(team, rung.step.who)
    is_schedule = any(isinstance(target, ScheduleTarget) for target in targets)
    return is_schedule or not is_told_later(rung.step.who)


def with_times(rungs: Sequence[Rung], wait: timedelta) -> list[Level]:
    """The rungs behind the first. One without a time follows the one before by the wait. One that
    only says what happens when the trouble lasts is told earlier too, while nobody answers."""
    speaks_of_silence = any(rung.asks.delay and is_silence(rung) for rung in rungs)
    slot, levels = NOW, list[Level]()
    for rung in rungs:
        if is_for_others(rung):
            continue
        delay = rung.asks.delay
        slot = next_slot(rung, slot, wait, speaks_of_silence=speaks_of_silence)
        if delay is not None and slot < delay:
            levels.append(Level(rung.step.who, slot, EndsWith.ACKNOWLEDGEMENT, OURS))
        at = slot if delay is None else delay
        levels.append(level_of(rung, at))
    return levels


def is_silence(rung: Rung) -> bool:
    return rung.asks.ends_with is EndsWith.ACKNOWLEDGEMENT


def is_for_others(rung: Rung) -> bool:
    return rung.asks.is_elsewhere or rung.asks.is_judged


def next_slot(
    rung: Rung, slot: timedelta, wait: timedelta, *, speaks_of_silence: bool
) -> timedelta:
    """When this rung is told while nobody answers."""
    delay = rung.asks.delay
    if delay is None:
        return slot + wait
    if rung.asks.is_unsolved and not speaks_of_silence:
        return min(slot + wait, delay)
    return delay


def level_of(rung: Rung, after: timedelta) -> Level:
    step = rung.step
    return Level(step.who, after, rung.asks.ends_with, Mark(step.line), step.condition)


def added(
    severity: Severity | None, known: tuple[Level, Sequence[Level]], wait: timedelta
) -> Iterator[Level]:
    """The titles of the level's own list that no rung tells yet, one wait after another."""
    first, timed = known
    told = {fold_name(level.title) for level in (first, *timed)}
    slot = max((level.after for level in timed), default=NOW)
    for title in () if severity is None else severity.escalation:
        if fold_name(title.text) not in told:
            slot += wait
            yield Level(title.text, slot, EndsWith.ACKNOWLEDGEMENT, Mark(title.line))


def on_silence(playbook: Playbook, wait: timedelta) -> list[Level]:
    """A document that only lists whom to escalate to, and says elsewhere that silence is a reason
    to: the first of the list is told. The others are for people to call."""
    if not any(SILENCE.search(folded(reason.text)) for reason in playbook.triggers):
        return []
    listed = [step for chain in playbook.chains for step in chain.steps]
    return [
        Level(step.who, wait, EndsWith.ACKNOWLEDGEMENT, Mark(step.line), step.condition)
        for step in listed[:1]
    ]


def silent_chain(team: TeamFile, wait: timedelta) -> list[Level]:
    """Where the document has no chain: the team file's, else the fallback list."""
    chain = team.overrides.chain
    if chain:
        return [
            Level(title, place * wait, EndsWith.ACKNOWLEDGEMENT, TEAM)
            for place, title in enumerate(chain, start=1)
        ]
    return [Level(defaults.FALLBACK, wait, EndsWith.ACKNOWLEDGEMENT, OURS)]


def called_again(first: Level, promised: Promises) -> list[Level]:
    """`Immediate` has no number: who is first is called again, beside the next."""
    if promised.respond is None or promised.respond.span != NOW:
        return []
    return [Level(first.title, defaults.NOW_MEANS, EndsWith.ACKNOWLEDGEMENT, OURS, "called again")]


def left_to_people(
    playbook: Playbook, rungs: Sequence[Rung], chain: EscalationChain | None
) -> tuple[Level, ...]:
    """Rungs whose condition no clock can judge, of every chain of the document."""
    others = [step for one in playbook.chains if one is not chain for step in one.steps]
    judged = [rung.step for rung in rungs if rung.asks.is_judged]
    loose = [step for step in others if condition_of(step, playbook, None).is_judged]
    return tuple(
        Level(step.who, NOW, EndsWith.RESOLUTION, Mark(step.line), step.condition)
        for step in (*judged, *loose)
    )

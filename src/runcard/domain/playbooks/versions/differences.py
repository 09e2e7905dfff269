"""Two versions of a playbook → what will go differently: levels, clocks, and what else it holds."""

from collections.abc import Iterator
from dataclasses import dataclass

from runcard.domain.playbooks.card import Card, Promises, Within
from runcard.domain.playbooks.levels.spellings import squeezed
from runcard.domain.playbooks.model import Severity
from runcard.domain.playbooks.promises import promises
from runcard.domain.playbooks.versions.belongings import belongings_changed
from runcard.domain.playbooks.versions.changes import Change, ChangeKind, OfLevel, said_together
from runcard.kernel.spans import spoken

LONGEST_QUOTE = 90
AT_ONCE = "at once"


@dataclass(frozen=True, slots=True)
class Pair:
    """One level in both versions."""

    key: str
    old: Promises
    new: Promises


def differences(old: Card, new: Card) -> tuple[Change, ...]:
    """Everything but who is called. The team's part is that of each card."""
    if old.playbook.lines == new.playbook.lines and old.team == new.team:
        return ()
    pairs = pairs_of(old, new)
    return (
        *levels_changed(old, new),
        *said_together(one for pair in pairs for one in meaning_changed(pair)),
        *said_together(one for pair in pairs for one in clocks_changed(pair)),
        *watching_changed(old, new),
        *belongings_changed(old.playbook, new.playbook),
    )


def pairs_of(old: Card, new: Card) -> list[Pair]:
    """The levels that both versions have, in the order of the new one."""
    before = by_key(old)
    return [
        Pair(level.key, promises(old, before[key].key), promises(new, level.key))
        for key, level in by_key(new).items()
        if key in before
    ]


def by_key(card: Card) -> dict[str, Severity]:
    return {squeezed(level.key): level for level in card.playbook.severities}


def levels_changed(old: Card, new: Card) -> Iterator[Change]:
    """Levels that are gone, new, renamed or in another order."""
    before, after = by_key(old), by_key(new)
    for key, level in before.items():
        if key not in after:
            yield Change(ChangeKind.LEVEL, f"the level {level.key} is gone", lost=True)
    for key, level in after.items():
        if key not in before:
            yield Change(ChangeKind.LEVEL, f"the level {level.key} is new")
        elif (was := before[key].name) != level.name:
            now = level.name or "nothing more"
            words = f"{level.key} is called “{now}”, was “{was or 'nothing more'}”"
            yield Change(ChangeKind.LEVEL, words)
    kept = [key for key in before if key in after]
    if kept != [key for key in after if key in before]:
        order = ", ".join(level.key for level in after.values())
        yield Change(ChangeKind.LEVEL, f"the order of the levels changed, the worst first: {order}")


def meaning_changed(pair: Pair) -> Iterator[OfLevel]:
    """What an alert must say to be of this level."""
    was, now = definition_of(pair.old.severity), definition_of(pair.new.severity)
    if was != now:
        words = f" means “{short(now)}”, was “{short(was)}”"
        yield OfLevel(pair.key, ChangeKind.LEVEL, words, words)


def definition_of(level: Severity | None) -> str:
    if level is None:
        return ""
    said = [] if level.definition is None else [level.definition.text]
    return "; ".join([*said, *(example.text for example in level.examples)])


def short(words: str) -> str:
    one_line = " ".join(words.split())
    if not one_line:
        return "nothing said"
    return one_line if len(one_line) <= LONGEST_QUOTE else f"{one_line[: LONGEST_QUOTE - 1]}…"


def clocks_changed(pair: Pair) -> Iterator[OfLevel]:
    """Each clock of a level that runs differently."""
    old, new, key = pair.old, pair.new, pair.key
    if states_acknowledgement(old) or states_acknowledgement(new):
        yield from clock_changed(key, "acknowledge within", old.acknowledge, new.acknowledge)
    yield from clock_changed(key, "respond within", old.respond, new.respond)
    yield from clock_changed(key, "update every", old.update_every, new.update_every)
    for change in clock_changed(key, "review within", old.review, new.review):
        yield OfLevel(key, ChangeKind.REVIEW, change.one, change.many, change.lost)


def states_acknowledgement(promised: Promises) -> bool:
    """Without an acknowledgement time of its own a level has the response time, said already."""
    return promised.severity is not None and promised.severity.acknowledge is not None


def clock_changed(key: str, what: str, old: Within | None, new: Within | None) -> Iterator[OfLevel]:
    """A clock that is gone, new, or runs differently; one that only our default keeps is lost."""
    words = clock_words(what, old, new)
    if words is not None:
        yield OfLevel(key, ChangeKind.CLOCK, words, words, is_lost(old, new))


def clock_words(what: str, old: Within | None, new: Within | None) -> str | None:
    name, _, joint = what.rpartition(" ")
    if old is None:
        return None if new is None else f": {name} {time_said(joint, new)}{by(new)}, was not owed"
    if new is None:
        return f": the time to {name} is gone, was {time_said(joint, old)}{by(old)}"
    if is_lost(old, new):
        ours = f"{time_said(joint, new)} ({new.mark.by})"
        return f": the time to {name} is gone, was {time_said(joint, old)}; now {ours}"
    if value_of(old) == value_of(new):
        return None
    return f": {name} {time_said(joint, new)}, was {without(joint, time_said(joint, old))}"


def is_lost(old: Within | None, new: Within | None) -> bool:
    """Whether the document kept a clock and keeps it no longer. A default of ours that no longer
    holds, since the levels around it moved, is no promise of theirs."""
    if old is None or not old.mark.is_from_document:
        return False
    return new is None or not new.mark.is_from_document


def value_of(within: Within) -> object:
    if within.span is None and within.calendar is None:
        return within.text
    return within.span, within.calendar


def time_said(joint: str, within: Within) -> str:
    """`within 15 min`, `every 30 min`, `at once`; a moment of the calendar in its own words."""
    if within.span is None:
        return f"by “{within.text}”" if joint == "within" else f"“{within.text}”"
    return f"{joint} {spoken(within.span)}" if within.span else AT_ONCE


def without(joint: str, words: str) -> str:
    return words.removeprefix(f"{joint} ")


def by(within: Within) -> str:
    return "" if within.mark.is_from_document else f" ({within.mark.by})"


def watching_changed(old: Card, new: Card) -> Iterator[Change]:
    """How long it is watched before it counts as over; the same for every level."""
    before, after = promises(old, None).monitoring, promises(new, None).monitoring
    words = clock_words("watch for", before, after)
    if words is not None:
        yield Change(ChangeKind.CLOCK, words.removeprefix(": "), is_lost(before, after))

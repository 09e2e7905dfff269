"""Two versions of a playbook → everything that will go differently, who is called included."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import timedelta

from runcard.domain.escalation.chains import chain_of
from runcard.domain.escalation.model import EscalationPolicy
from runcard.domain.escalation.rules import policy_for
from runcard.domain.people.names import fold_name
from runcard.domain.playbooks.card import Card
from runcard.domain.playbooks.model import Severity
from runcard.domain.playbooks.versions.changes import Change, ChangeKind, OfLevel, said_together
from runcard.domain.playbooks.versions.differences import Pair, differences, pairs_of
from runcard.kernel.spans import spoken


@dataclass(frozen=True, slots=True)
class Call:
    """When a title is first told at a level; None leaves it to a person."""

    title: str
    after: timedelta | None


def behaviour(old: Card, new: Card) -> tuple[Change, ...]:
    """Every change, losses first. Without any, words that differ and mean the same are said."""
    found = [*differences(old, new), *callers_changed(old, new)]
    if not found and old.playbook.lines != new.playbook.lines:
        words = "only words that promise nothing differ"
        found = [Change(ChangeKind.WORDS, words)]
    return tuple(sorted(found, key=lambda change: not change.lost))


def callers_changed(old: Card, new: Card) -> list[Change]:
    """Who is called at each level, and when."""
    if old.playbook.lines == new.playbook.lines and old.team == new.team:
        return []
    is_gone = chain_of(old.playbook, None) is not None and chain_of(new.playbook, None) is None
    gone = [Change(ChangeKind.CHAIN, "the escalation chain is gone", lost=True)]
    of_levels = [one for pair in pairs_of(old, new) for one in level_changed(old, new, pair)]
    return [*(gone if is_gone else []), *said_together(of_levels)]


def level_changed(old: Card, new: Card, pair: Pair) -> Iterator[OfLevel]:
    """Whether this level pages at all, then each title."""
    if pair.old.pages and not pair.new.pages:
        why = f" ({pair.new.why_silent})" if pair.new.why_silent else ""
        yield chain(pair, f"no longer {{page}} anybody{why}", lost=True)
    elif pair.new.pages and not pair.old.pages:
        yield chain(pair, "{page} people now, told nobody before")
    elif pair.new.pages:
        yield from titles_changed(old, new, pair)


def titles_changed(old: Card, new: Card, pair: Pair) -> Iterator[OfLevel]:
    before = calls_of(policy_for(old, key_of(pair.old.severity)))
    after = calls_of(policy_for(new, key_of(pair.new.severity)))
    for name, call in before.items():
        if name not in after:
            yield chain(pair, f"no longer {{page}} {call.title}", lost=True)
    for name, call in after.items():
        if name not in before:
            yield chain(pair, f"{{page}} {call.title} {when(call)}")
        else:
            yield from time_changed(pair, before[name], call)


def time_changed(pair: Pair, old: Call, new: Call) -> Iterator[OfLevel]:
    """The same title, told at another moment."""
    if old.after == new.after:
        return
    words = f"{{page}} {new.title} {when(new)}, was {when(old)}"
    yield chain(pair, words, lost=new.after is None)


def calls_of(policy: EscalationPolicy) -> Mapping[str, Call]:
    """Each title once, at its earliest."""
    calls: dict[str, Call] = {}
    for level in policy.levels:
        calls.setdefault(fold_name(level.title), Call(level.title, level.after))
    for level in policy.left_to_people:
        calls.setdefault(fold_name(level.title), Call(level.title, None))
    return calls


def when(call: Call) -> str:
    if call.after is None:
        return "when a person says so"
    return f"after {spoken(call.after)}" if call.after else "at once"


def chain(pair: Pair, words: str, *, lost: bool = False) -> OfLevel:
    """`pages` follows one level, `page` several."""
    one, many = words.replace("{page}", "pages"), words.replace("{page}", "page")
    return OfLevel(pair.key, ChangeKind.CHAIN, f" {one}", f" {many}", lost)


def key_of(severity: Severity | None) -> str | None:
    return None if severity is None else severity.key

"""Chains that are kept as data in a fence: a record for each rung, its number above what is told of
it, or names in turn."""

from collections.abc import Iterator, Sequence
from itertools import takewhile
from typing import NamedTuple

from runcard.domain.playbooks.chains.rungs import rungs_of
from runcard.domain.playbooks.levels.kept_levels import of_the_team
from runcard.domain.playbooks.levels.names import level_head
from runcard.domain.playbooks.model import ChainStep, EscalationChain, Text
from runcard.domain.playbooks.page.addresses import REAL, kind_of
from runcard.domain.playbooks.page.blocks import Fence
from runcard.domain.playbooks.page.data_lines import Entry
from runcard.domain.playbooks.page.fenced_data import Branch, spoken
from runcard.domain.playbooks.people.persons import plays_a_part
from runcard.domain.playbooks.people.rung_leads import is_tier
from runcard.domain.playbooks.times.keyed_units import with_unit_of_key
from runcard.domain.playbooks.times.waits import delay
from runcard.domain.playbooks.vocabulary import Vocabulary
from runcard.domain.playbooks.words import folded, has_letters

FEWEST = 2
MOST_BELOW = 2
MOST_WORDS = 5
WHO = ({"taker", "who", "holder", "part"}, {"person"})
# What `levels:` and `steps:` are about is told by the key above them.
PLAIN = {"escalation", "severity", "process"}


class _Rung(NamedTuple):
    """The fields of one rung, and who it is where the key above them says so."""

    is_numbered: bool
    fields: tuple[Entry, ...]
    named: Entry | None = None


def kept_chains(fence: Fence, words: Vocabulary, *, is_ours: bool) -> Iterator[EscalationChain]:
    """Below each key about escalation; in a chapter on it the whole, where its rungs tell waits."""
    for branch in of_the_team(fence, words):
        if _is_named(branch.path, words) or (is_ours and not branch.path):
            yield from _chain(branch, fence, words)


def _chain(branch: Branch, fence: Fence, words: Vocabulary) -> Iterator[EscalationChain]:
    rungs = [_rung(inner, words) for inner in branch.inner]
    steps = tuple(step for one in rungs for step in _step(one, words))
    is_whole = len(steps) == len(rungs)
    steps = steps if is_whole else _flat(branch, words)
    timed = [step for step in steps if step.after is not None]
    is_numbered = is_whole and all(one.is_numbered for one in rungs)
    if len(steps) >= FEWEST and (branch.path or is_numbered or timed):
        is_ordered = is_numbered or (is_whole and 2 * len(timed) >= len(steps))
        head = level_head(branch.path[0], words) if branch.path else None
        at = 0 if head else _place(branch.path, words) or 0
        line, title = (branch.above[at].line, branch.path[at]) if branch.path else (fence.line, "")
        yield EscalationChain(line, is_ordered, steps, title, head.keys if head else ())


def _is_named(path: Sequence[str], words: Vocabulary) -> bool:
    """`escalation_policy:`, and `steps:` or `SEV1:` directly below it; what is said of one level
    stands with that."""
    about = [words.about(key) for key in path]
    at = _place(path, words)
    if at is None or is_tier(path[0], words) or any("triggers" in found for found in about):
        return False
    is_of_a_level = any(level_head(key, words) for key in path[at + 1 :])
    return not is_of_a_level and all(found <= PLAIN for found in about[:at])


def _place(path: Sequence[str], words: Vocabulary) -> int | None:
    """Which of the keys is about escalation."""
    near = enumerate(path[:MOST_BELOW])
    return next((at for at, key in near if "escalation" in words.about(key)), None)


def _rung(inner: tuple[Entry, ...], words: Vocabulary) -> _Rung:
    """`- level: 1` with its fields, `level_1:` above them, or `first_mate:`, who is named so."""
    first, *rest = inner
    key = spoken(first.key)
    if first.is_head and is_tier(key, words):
        return _Rung(True, tuple(rest))
    if first.is_head and plays_a_part(key, words):
        return _Rung(False, tuple(rest), first._replace(value=key))
    fields = (first, *rest) if first.begins else ()
    numbers = [one for one in fields if _is_number(one, words)]
    return _Rung(bool(numbers), tuple(one for one in fields if one not in numbers))


def _is_number(field: Entry, words: Vocabulary) -> bool:
    """`level: 1`, `name: Level 1`."""
    return is_tier(field.value, words) or is_tier(f"{spoken(field.key)} {field.value}", words)


def _step(rung: _Rung, words: Vocabulary) -> Iterator[ChainStep]:
    """Who it is by a key that asks for that, else by what stands behind it; and when."""
    fields = [_told(one, words) for one in rung.fields]
    waits = [one for one in fields if delay(one.value, one.line, words)]
    cases = [one for one in fields if one not in waits and _asks(one, {"when"}, words)]
    others = [one for one in fields if one not in waits and one not in cases]
    who = [rung.named] if rung.named is not None else _who(others, words)
    if not who:
        return
    wait, case = next(iter(waits), None), next(iter([*cases, *waits]), None)
    after = None if wait is None else delay(wait.value, wait.line, words)
    name = ", ".join(one.value for one in who)
    yield ChainStep(name, who[0].line, None if case is None else case.value, after)


def _told(field: Entry, words: Vocabulary) -> Entry:
    key, value = with_unit_of_key(spoken(field.key), field.value, words)
    return field._replace(key=key, value=value)


def _who(fields: Sequence[Entry], words: Vocabulary) -> list[Entry]:
    """The first field that names somebody, or the list below it; else the first of short names
    under a key that asks for nothing else."""
    outer = [one for one in fields if one.key]
    asked = [one for kinds in WHO for one in outer if _asks(one, kinds, words)]
    named = [one for one in outer if plays_a_part(one.value, words)]
    free = [one for one in outer if not words.columns.phrases.get(folded(one.key))]
    for one in (*asked, *named, *free):
        found = _names_behind(one, fields)
        if found and all(_is_a_name(name.value, words) for name in found):
            return found
    return []


def _names_behind(field: Entry, fields: Sequence[Entry]) -> list[Entry]:
    if field.value:
        return [field]
    below = fields[fields.index(field) + 1 :]
    return [*takewhile(lambda one: not one.key and one.depth > field.depth, below)]


def _is_a_name(said: str, words: Vocabulary) -> bool:
    is_short = len(said.split()) <= MOST_WORDS
    return is_short and has_letters(said) and kind_of(said, words) not in {*REAL, "url"}


def _asks(field: Entry, kinds: set[str], words: Vocabulary) -> bool:
    return bool(kinds & set(words.columns.phrases.get(folded(field.key), ())))


def _flat(branch: Branch, words: Vocabulary) -> tuple[ChainStep, ...]:
    """`- mate (after 15 min)`, `15 min: mate`: as the entries of a list."""
    if any(len(inner) > 1 for inner in branch.inner):
        return ()
    said = [inner[0] for inner in branch.inner]
    told = [f"{spoken(one.key)}: {one.value}" if one.key else one.value for one in said]
    return rungs_of([Text(text, one.line) for text, one in zip(told, said, strict=True)], words)

"""Entries below a level that are fields, `Response: 5 min`, and the team's own beside them.

`Bed board: on paper` is no example of a level where its neighbours say what the level promises.
"""

import re
from collections.abc import Container, Sequence

from runcard.domain.playbooks.levels.above_times import concepts_behind
from runcard.domain.playbooks.levels.named_parts import is_only_named, plays_a_part
from runcard.domain.playbooks.page.blocks import Block, Item, Label, Paragraph, label_of
from runcard.domain.playbooks.times.clauses import TIMES, only_period
from runcard.domain.playbooks.times.grammar import spans_in
from runcard.domain.playbooks.times.named_promises import promises_in
from runcard.domain.playbooks.vocabulary import Vocabulary
from runcard.domain.playbooks.words import folded, plain

# `Ack: 5 min · Respond: 10 min`, `Ack: 5 min | Fix: 1 h`, `Ack: 5 min; Fix: 1 h`.
APART = re.compile(r"(?<=\s)[·•|](?=\s)|[;；,，、]")


def labelled_pieces(text: str, words: Vocabulary) -> tuple[str, ...]:
    """The pieces of a line that each begin with the name of a promise of their own."""
    pieces = [piece.strip() for piece in APART.split(text)]
    are_named = len(pieces) > 1 and all(names_a_promise(piece, words) for piece in pieces)
    return tuple(pieces) if are_named else ()


def names_a_promise(piece: str, words: Vocabulary) -> bool:
    """`Fix: 1 h`: a label that is known, and its value."""
    label = label_of(piece)
    return label is not None and bool(label.value) and bool(concepts_behind(label, words))


def matters_of(label: Label | None, words: Vocabulary) -> tuple[str, ...]:
    """What a label below a level is about; `Who:` says who is called, as `Escalation:` does, and
    `Mayor informed: at once, then hourly` is a rhythm. `**Rights escalation** on a desk` is nothing
    of the kind. `Contact: shift lead, head baker` names nobody but those who are called."""
    if label is None or (label.runs_on and words.labels.exactly(label.name) is None):
        return ()
    if words.headings.exactly(label.name) == "contacts" and _are_called(label.value, words):
        return ("escalation",)
    known = concepts_behind(label, words)
    if known:
        return known
    if words.people.exactly(label.name) == "asks":
        return ("escalation",)
    repeats = only_period(spans_in(label.value, words)) is not None
    return ("cadence",) if repeats and words.rungs.speaks_of(label.name, "told") else ()


def _are_called(said: str, words: Vocabulary) -> bool:
    return is_only_named(said, words) and plays_a_part(said, words)


def is_labelled(item: Item, words: Vocabulary) -> bool:
    """Whether an entry begins with a label that is known below a level."""
    return bool(matters_of(label_of(item.text), words))


def is_own_field(block: Paragraph | Item, words: Vocabulary) -> bool:
    """`*Bed board*: on paper`, beside fields that are known: something of the team's own."""
    if not isinstance(block, Item) or is_labelled(block, words):
        return False
    label = label_of(block.text) if block.text[:1] in "*_" else None
    return _has_value(label)


def are_fields(
    blocks: Sequence[Block], words: Vocabulary, again: Container[str] = frozenset()
) -> bool:
    """Entries that each are a name and a value, or tell in words what is promised, and half of them
    known, or said again of other levels: the others are fields of the team's own."""
    entries = [block for block in blocks if isinstance(block, Item)]
    named = [_has_value(label_of(block.text)) for block in entries]
    told = [tells_a_promise(block, words) for block in entries]
    known = [
        said or is_labelled(block, words) or is_said_again(block, again)
        for block, said in zip(entries, told, strict=True)
    ]
    are_told = all(has or said for has, said in zip(named, told, strict=True))
    return are_told and 2 * sum(known) >= len(entries)


def is_said_again(item: Item, again: Container[str]) -> bool:
    """Whether an entry begins with one of the labels that come again below other levels."""
    label = label_of(item.text)
    return label is not None and bool(label.value) and folded(label.name) in again


def _has_value(label: Label | None) -> bool:
    return label is not None and bool(label.value) and not label.runs_on


def tells_a_promise(item: Item, words: Vocabulary) -> bool:
    """`Updates in the ticket`, `No customer updates`, `The watch reacts within 20 minutes`: without
    a label, a name of a promise in front, or one beside its time."""
    said = plain(item.text)
    if label_of(item.text) is not None:
        return False
    first, _, rest = said.partition(" ")
    is_denied = words.talk.exactly(first) == "nothing"
    if is_denied and any(words.labels.exactly(one) for one in (rest.rstrip(".。"), f"{rest}s")):
        return True
    return opens_with_promise(said, words) or any(promises_in(said, words))


def opens_with_promise(text: str, words: Vocabulary) -> bool:
    """Whether a line begins with the name of a promise."""
    found = (one for one in words.labels.matches(text) if one.start() == 0)
    return any(set(words.labels.phrases[one.group()]) & set(TIMES) for one in found)

"""What levels mean, examples of them, who is told or called and what is done first, told apart from
the list that defines the levels."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from runcard.domain.playbooks.levels.called_names import names_in
from runcard.domain.playbooks.levels.columns import column_concepts
from runcard.domain.playbooks.levels.entries import LevelEntry, LevelGroup, Statement
from runcard.domain.playbooks.levels.spellings import keys_named_by, spellings
from runcard.domain.playbooks.levels.statements import block_statements
from runcard.domain.playbooks.model import Severity, Text
from runcard.domain.playbooks.page.blocks import Block, Item
from runcard.domain.playbooks.times.clauses import concepts_of, says_nothing
from runcard.domain.playbooks.times.grammar import spans_in
from runcard.domain.playbooks.vocabulary import Vocabulary
from runcard.domain.playbooks.words import untitled

Concepts = tuple[str, ...]
Said = dict[tuple[str, Concepts], list[Text]]
TOLD: Concepts = ("communication",)
CALLED: Concepts = ("escalation",)
TEXTS: tuple[Concepts, ...] = (("definition",), ("examples",), TOLD, ("action",), CALLED)


def with_far_texts(
    levels: Sequence[Severity], others: Sequence[LevelGroup], words: Vocabulary
) -> tuple[Severity, ...]:
    """Levels with the texts they do not have yet."""
    known = spellings(levels)
    said: Said = {}
    for group in others:
        for entry in group.entries:
            for one in _statements(entry, group, words):
                if one.concepts == TOLD and _is_only_when(one.text, words):
                    continue
                for key in keys_named_by(entry.head, known):
                    said.setdefault((key, one.concepts), []).append(_text(one))
    return _called([_filled(level, said) for level in levels], said, words)


def _called(levels: Sequence[Severity], said: Said, words: Vocabulary) -> tuple[Severity, ...]:
    """Whom each goes to, where no level has said so of its own."""
    if any(level.escalation for level in levels):
        return tuple(levels)
    told = [next(iter(said.get((level.key, CALLED), ())), None) for level in levels]
    names = [() if one is None else tuple(names_in(one.text, one.line, words)) for one in told]
    return tuple(replace(one, escalation=called) for one, called in zip(levels, names, strict=True))


def _filled(level: Severity, said: Said) -> Severity:
    definitions, examples, told, orders, _ = (said.get((level.key, one), []) for one in TEXTS)
    return replace(
        level,
        definition=level.definition or next(iter(definitions), None),
        examples=level.examples or tuple(examples),
        communication=level.communication or next(iter(told), None),
        action=level.action or next(iter(orders), None),
    )


def _text(one: Statement) -> Text:
    return Text(one.text, one.line) if one.bullet else Text(one.text, one.line, one.line)


def _statements(entry: LevelEntry, group: LevelGroup, words: Vocabulary) -> Iterator[Statement]:
    """What says by its label, its column or its heading that it is a definition or an example."""
    if entry.row is not None:
        rows = tuple(one.row for one in group.entries if one.row is not None)
        known = column_concepts(group.columns, rows, words)
        for at, (read, cell) in enumerate(zip(known, entry.row.cells, strict=False)):
            concepts = read if read == CALLED else concepts_of(group.columns[at], words)
            if concepts in TEXTS and not says_nothing(cell, words):
                yield Statement(concepts, cell, entry.row.line_of(at))
        return
    about = _about(group, words)
    if entry.text and about:
        yield Statement(about, entry.text, entry.line)
    for one in block_statements(tuple(_told(entry)), words):
        concepts = one.concepts or about
        if one.text and concepts in TEXTS:
            yield replace(one, concepts=concepts)


def _is_only_when(text: str, words: Vocabulary) -> bool:
    """`every hour`, `within 30 minutes, by mail`: how soon or how often, and not who."""
    return any(span.start == 0 or span.is_period for span in spans_in(text, words))


def _told(entry: LevelEntry) -> Iterator[Block]:
    """The blocks that tell; boxes and numbered entries, `- [ ] **Notice** - by mail`, are work, and
    so is what is nested in them."""
    is_within = False
    for block in entry.blocks:
        is_work = isinstance(block, Item) and (block.box or block.numbered)
        is_nested = isinstance(block, Item) and block.depth > 1
        is_within = is_work or (is_within and is_nested)
        if not is_within:
            yield block


def _about(group: LevelGroup, words: Vocabulary) -> Concepts:
    """`Examples`, `What the levels mean`: what the label or the heading above a list says."""
    if group.matter:
        return group.matter if group.matter in TEXTS else ()
    title = untitled(group.where.title)
    named = words.labels.all(title) | {words.labels_alone.exactly(title)}
    found = [one for one in TEXTS if one[0] in named]
    return found[0] if len(found) == 1 else ()

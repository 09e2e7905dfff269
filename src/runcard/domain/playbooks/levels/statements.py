"""What is said of a level where it stands: cells, sentences, labelled lines and bullets."""

import re
from collections.abc import Container, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from runcard.domain.playbooks.levels.above_times import concepts_behind
from runcard.domain.playbooks.levels.columns import column_concepts, only_by_heads
from runcard.domain.playbooks.levels.entries import LevelEntry, LevelGroup, Statement
from runcard.domain.playbooks.levels.fields import (
    are_fields,
    is_labelled,
    is_own_field,
    is_said_again,
    labelled_pieces,
    matters_of,
    names_a_promise,
    opens_with_promise,
    tells_a_promise,
)
from runcard.domain.playbooks.levels.meanings import sentence_statements
from runcard.domain.playbooks.levels.mentions import speaks_of_levels
from runcard.domain.playbooks.levels.named_examples import around_examples
from runcard.domain.playbooks.levels.own_tables import meanings_in, table_statements
from runcard.domain.playbooks.levels.paired_cells import promised_part
from runcard.domain.playbooks.levels.recurring import recurring, said_again
from runcard.domain.playbooks.levels.requirements import required_statements
from runcard.domain.playbooks.levels.sentences import is_short_promise, loose_promise
from runcard.domain.playbooks.levels.told_cells import named_in_a_cell, told_cell
from runcard.domain.playbooks.levels.told_in_prose import prose_statements
from runcard.domain.playbooks.levels.unnamed_rhythms import unnamed_rhythms
from runcard.domain.playbooks.model import SeverityForm, Text
from runcard.domain.playbooks.page.blocks import Block, Item, Label, Paragraph, Table, label_of
from runcard.domain.playbooks.times.clauses import (
    TIMES,
    concepts_of,
    says_nothing,
    sentences,
)
from runcard.domain.playbooks.times.named_promises import promises_in
from runcard.domain.playbooks.times.running_text import in_one, sentences_of, unwrapped
from runcard.domain.playbooks.vocabulary import Vocabulary
from runcard.domain.playbooks.words import plain

# `**Response**: 5 minutes **Updates**: every hour`, on one line.
LABELLED = re.compile(r"(?<=[^\s*])\s+(?=\*\*[^*]{1,40}(?:\*\*\s*[:：]|[:：]\*\*))")
# `**Response: 5 minutes**`, bold from its label to its end.
ALL_BOLD = re.compile(r"^\*\*([^*]{3,160})\*\*$")
LONGEST_NAME = 5
COLONS = (":", "：")
FEWEST = 2
EXAMPLES = ("examples",)


def statements_of(entry: LevelEntry, group: LevelGroup, words: Vocabulary) -> Iterator[Statement]:
    """Everything that is said of one level where it is defined."""
    if entry.row is not None:
        yield from row_statements(entry, group, words)
    elif not entry.text and group.form is SeverityForm.BULLETS:
        yield from recurring(entry, group, words)
        yield from _nested_statements(entry, said_again(entry, group), words)
    else:
        yield from _beside_the_key(entry, words)
        yield from recurring(entry, group, words)
        rhythms = unnamed_rhythms(entry, group, words)
        yield from rhythms
        own = [block for block in entry.blocks if isinstance(block, Table)]
        for table in own:
            yield from meanings_in(table, words)
        again, read = said_again(entry, group), {one.line for one in rhythms}
        others = tuple(block for block in entry.blocks if block.line not in read)
        first, behind = around_examples(others, words)
        yield from block_statements(first, words, again, is_meant=bool(entry.text))
        yield from block_statements(behind, words, again)
        for table in own:
            yield from table_statements(table, words)


def _beside_the_key(entry: LevelEntry, words: Vocabulary) -> Iterator[Statement]:
    if _is_only_a_name(entry, words):
        yield Statement(("name",), entry.text, entry.line)
    elif entry.told:
        yield from prose_statements(entry, words)
    elif entry.text:
        told = [*sentence_statements(entry.text, entry.line, words)]
        # What a level means and nothing else is all of the entry.
        is_whole = [one.concepts for one in told] == [("definition",)]
        yield from (replace(one, end_line=entry.end_line) for one in told) if is_whole else told


def _nested_statements(
    entry: LevelEntry, again: Container[str], words: Vocabulary
) -> Iterator[Statement]:
    """A bare key with a list below it: sentences first, then what has a label. A label of the
    team's own that comes again below other levels is no sentence."""
    nested = tuple(block for block in entry.blocks if isinstance(block, Item))
    for block in nested:
        if not is_labelled(block, words) and not is_said_again(block, again):
            yield from _with_lines(block, words)
    yield from block_statements(tuple(one for one in nested if is_labelled(one, words)), words)


def _with_lines(item: Item, words: Vocabulary) -> Iterator[Statement]:
    """What an entry says, each promise at the line where its sentence begins."""
    said = [Text(plain(line.text), line.line) for line in item.lines]
    lines = {one.text: one.line for one in sentences_of(said)} if len(said) > 1 else {}
    whole = {text: line for part, line in lines.items() for text in (part, part.rstrip(".。"))}
    for one in sentence_statements(plain(item.text), item.line, words):
        place = next((line for text, line in whole.items() if one.text in text), one.line)
        yield one if one.concepts == ("definition",) else replace(one, line=place)


def _is_only_a_name(entry: LevelEntry, words: Vocabulary) -> bool:
    """`SEV-A – business stops` above a definition of its own."""
    labels = [label_of(block.text) for block in entry.blocks if isinstance(block, Item)]
    defined = any(label and concepts_of(label.name, words) == ("definition",) for label in labels)
    is_short = 0 < len(entry.text.split()) <= LONGEST_NAME and entry.text[-1:].isalnum()
    return defined and is_short


def row_statements(entry: LevelEntry, group: LevelGroup, words: Vocabulary) -> Iterator[Statement]:
    """What the cells of a row say, by the heads of their columns."""
    row = entry.row
    if row is None:
        return
    rows = [one.row for one in group.entries if one.row is not None]
    known = column_concepts(group.columns, tuple(rows), words)
    known = only_by_heads(known, group.columns, words) if group.turned else known
    for at, (concepts, cell) in enumerate(zip(known, row.cells, strict=False)):
        if concepts and not says_nothing(cell, words):
            part = promised_part(cell, group.columns[at], concepts, words)
            yield from told_cell(part, row.line_of(at), concepts, words)
        elif at > 0 and not concepts:
            beside = [one.cells[at] for one in rows if at < len(one.cells)]
            yield from named_in_a_cell(cell, row.line_of(at), beside, words)
    for bullet in row.bullets:
        yield Statement(("examples",), bullet, row.bullets_line or row.line, bullet=True)


def _promises_shortly(text: str, words: Vocabulary) -> bool:
    """Whether a line below what a level means begins with a promise that has no name."""
    first = next(iter(sentences(plain(text))), "")
    return is_short_promise(first, words) and not speaks_of_levels(text, words)


def block_statements(
    blocks: tuple[Block, ...],
    words: Vocabulary,
    again: Container[str] = frozenset(),
    *,
    is_meant: bool = False,
) -> Iterator[Statement]:
    """Labelled lines, and the bullets that follow a label with nothing behind it; where a line
    before told what the level means, short lines may promise times without a name. Labels that
    come `again` below other levels begin no examples."""
    listing: tuple[str, ...] = ()
    named = _are_named(blocks, words, again)
    all_named = named and are_fields(blocks, words, again)
    above = _above_others(blocks)
    for block in blocks:
        if not isinstance(block, Paragraph | Item):
            continue
        is_bullet = isinstance(block, Item) and not block.numbered
        is_field = all_named and isinstance(block, Item) and _is_unread(block, words)
        is_listed = is_bullet and not all_named
        if named and not listing and (is_field or is_own_field(block, words)):
            continue
        lines = in_one(block.lines) if is_bullet else unwrapped(block.lines)
        for at, line in enumerate(lines):
            goes_on = not is_bullet and (at > 0 or (is_meant and block is blocks[0]))
            for said in _stated(line.text, words):
                label = label_of(said)
                concepts = _matters(label, listing if is_bullet else (), words)
                is_led = line.line in above or _leads(label, said, words, is_bullet=is_bullet)
                if label and concepts and is_led:
                    listing = concepts if not label.value else ()
                    yield Statement(concepts, label.value, line.line)
                elif not listing and _promises(said, words, is_bullet=is_listed, goes_on=goes_on):
                    whole, first = plain(said), int(goes_on)
                    yield from sentence_statements(whole, line.line, words, first=first)
                else:
                    is_whole = is_bullet and said == line.text
                    under = listing if is_whole else ()
                    yield from _listed(replace(line, text=plain(said)), under, words, is_whole)


def _listed(
    said: Text, listing: tuple[str, ...], words: Vocabulary, is_whole: bool
) -> Sequence[Statement]:
    """An entry of a list, by what the label above says of all of them."""
    if listing[:1] and listing[0] in TIMES:
        return required_statements(said.text, said.line, listing, words)
    return [Statement(listing, said.text, said.line, bullet=is_whole, end_line=said.end_line)]


def _leads(label: Label | None, said: str, words: Vocabulary, *, is_bullet: bool) -> bool:
    """A value, or bold words with a list below them; `**Rights escalation**` among other entries is
    one of them."""
    if label is None:
        return False
    is_named = said.rstrip(" *_").endswith(COLONS) or words.labels.exactly(label.name) is not None
    return bool(label.value) or (label.bold and (is_named or not is_bullet))


def _above_others(blocks: Sequence[Block]) -> frozenset[int]:
    """The lines of entries with others nested in them: `- Examples:` names those; and the last line
    of each paragraph directly above a list."""
    entries = pairwise(one for one in blocks if isinstance(one, Item))
    outer = (one.line for one, below in entries if below.depth > one.depth)
    above = [one for one, below in pairwise(blocks) if isinstance(below, Item)]
    told = (one.lines[-1].line for one in above if isinstance(one, Paragraph))
    return frozenset((*outer, *told))


def _matters(label: Label | None, listing: tuple[str, ...], words: Vocabulary) -> tuple[str, ...]:
    """What a label is about; `Low-impact bugs: …` among examples is one, whatever word is in it."""
    concepts = matters_of(label, words)
    is_text = label is not None and listing == EXAMPLES and not set(concepts) & set(TIMES)
    if is_text and label is not None and words.labels.exactly(label.name) is None:
        return ()
    return concepts


def _are_named(blocks: Sequence[Block], words: Vocabulary, again: Container[str]) -> bool:
    """Whether one entry has a label that is known, or that comes again below other levels."""
    return any(
        isinstance(block, Item) and (is_labelled(block, words) or is_said_again(block, again))
        for block in blocks
    )


def _is_unread(item: Item, words: Vocabulary) -> bool:
    """Among fields, an entry without a label that is known and without a time that it promises."""
    is_told = tells_a_promise(item, words) and _promises(item.text, words, is_bullet=False)
    return not is_labelled(item, words) and not is_told


def _promises(text: str, words: Vocabulary, *, is_bullet: bool, goes_on: bool = False) -> bool:
    """Whether a line states a time by its name: running text anywhere, an entry of a list at its
    head, `Acknowledge within 5 minutes`. What names levels is about all. What goes on after words
    of what the level means may begin with a time that has no name."""
    if goes_on and _promises_shortly(text, words):
        return True
    if speaks_of_levels(text, words) or (is_bullet and not opens_with_promise(plain(text), words)):
        return False
    said = sentences(plain(text))
    if any(any(promises_in(one, words)) for one in said):
        return True
    loose = (one for one in said[1:] if label_of(one) is None and loose_promise(one, words))
    return not is_bullet and any(loose)


def _stated(text: str, words: Vocabulary) -> tuple[str, ...]:
    """A line, or its pieces and sentences where each begins with a label of its own; nothing for
    one that is only the name of a list."""
    if _is_only_above(text, words):
        return ()
    text = _out_of_bold(text, words)
    labelled = [one.strip() for one in LABELLED.split(text)] if text.startswith("**") else []
    if len(labelled) > 1:
        return tuple(labelled)
    if pieces := labelled_pieces(text, words):
        return pieces
    parts = sentences(text)
    if len(parts) < 2:
        return (text,)
    labels = [label_of(part) for part in parts]
    named = [label for label in labels if label and label.value and concepts_behind(label, words)]
    are_all = all(label and label.value for label in labels)
    # `Reaction: 15 minutes, day and night. Status to the farms: hourly.`
    is_led = bool(named) and labels[0] is named[0]
    are_known = len(named) == len(parts) or (bool(named) and not labels[0])
    is_cut = are_known or (are_all and (is_led or len(named) >= FEWEST))
    return tuple(part.rstrip(".。") for part in parts) if is_cut else (text,)


def _out_of_bold(text: str, words: Vocabulary) -> str:
    found = ALL_BOLD.match(text)
    return found.group(1) if found and names_a_promise(found.group(1), words) else text


def _is_only_above(text: str, words: Vocabulary) -> bool:
    """`**Indicators:**` above a list says nothing of the level by itself."""
    label = label_of(text)
    is_bare = label is not None and label.stands_alone
    is_above = is_bare and text.rstrip(" *_").endswith(COLONS)
    return is_above and not matters_of(label, words)

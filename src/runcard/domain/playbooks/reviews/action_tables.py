"""The form of an action item as a table that is empty or shows examples: its heads are the
fields."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from runcard.domain.playbooks.messages.gaps import DELIMITED
from runcard.domain.playbooks.messages.placeholders import choice_in
from runcard.domain.playbooks.messages.reports import is_report
from runcard.domain.playbooks.messages.templates import messages_in
from runcard.domain.playbooks.model import Text
from runcard.domain.playbooks.nouns.appendix import ActionForm
from runcard.domain.playbooks.nouns.message import Message
from runcard.domain.playbooks.page.blocks import Block, Outline, Paragraph, Row, Section, Table
from runcard.domain.playbooks.topics import topics
from runcard.domain.playbooks.vocabulary import Vocabulary
from runcard.domain.playbooks.words import (
    folded,
    has_letters,
    plain,
    trailing_parenthesis,
    untitled,
)

RULE = re.compile(r"^:?-+:?$")
BAR = "|"
FEWEST = 2


def table_form(page: Outline, words: Vocabulary) -> ActionForm | None:
    """The first table of actions below a heading or a line about them that is empty, or that stands
    in the form of the review."""
    for section in page.sections:
        forms = (_form(table, words) for table in _introduced(page, section, words))
        for form in (*forms, *_in_fences(page, section, words)):
            if form is not None:
                return form
    return None


def fenced_table(
    message: Message, page: Outline, section: Section, words: Vocabulary
) -> ActionForm | None:
    """A fence that holds a table of actions and nothing else is the form of its heading."""
    said = [line for line in message.lines if line.strip()]
    if not said or not all(BAR in line for line in said):
        return None
    if not _is_at_home(page, section, words) and not _names_actions(message.above, words):
        return None
    shown = (one for one in _tables_of(message) if _is_shown(one, words))
    found = (_form(table, words) for table in shown)
    return next((replace(form, line=section.line) for form in found if form is not None), None)


def _is_at_home(page: Outline, section: Section, words: Vocabulary) -> bool:
    is_named = words.review.speaks_of(untitled(section.title), "action_item")
    return is_named or "review" in topics(page, section, words)


def _introduced(page: Outline, section: Section, words: Vocabulary) -> Iterator[Table]:
    at_home = _is_at_home(page, section, words)
    above: Block | None = None
    for block in section.blocks:
        is_meant = at_home or _speaks_of_actions(above, words)
        if is_meant and isinstance(block, Table) and not _is_filled(block, words):
            yield block
        above = block


def _speaks_of_actions(above: Block | None, words: Vocabulary) -> bool:
    if not isinstance(above, Paragraph):
        return False
    return _names_actions(above.lines[-1], words)


def _names_actions(above: Text | None, words: Vocabulary) -> bool:
    return above is not None and words.review.speaks_of(plain(above.text), "action_item")


def _in_fences(page: Outline, section: Section, words: Vocabulary) -> Iterator[ActionForm | None]:
    about = topics(page, section, words)
    for message in messages_in(section):
        if not message.quoted and is_report(message, about, words):
            shown = (one for one in _tables_of(message) if _is_shown(one, words))
            yield from (_form(table, words, _heading_above(table, message)) for table in shown)


def _heading_above(table: Table, message: Message) -> str:
    """The nearest heading inside the form."""
    above = message.lines[: table.line - message.text_line]
    return next((line for line in reversed(above) if line.startswith("#")), "")


def _tables_of(message: Message) -> Iterator[Table]:
    return tables_in(message.lines, message.text_line)


def tables_in(lines: Sequence[str], first_line: int) -> Iterator[Table]:
    """The tables of a Markdown text that stands in a fence."""
    rows: list[Row] = []
    for number, line in enumerate((*lines, ""), first_line):
        if BAR in line:
            rows.append(_row(line, number))
            continue
        if len(rows) >= FEWEST and all(map(RULE.match, rows[1].cells)):
            yield Table(rows[0].line, rows[0], tuple(rows[2:]))
        rows = []


def _row(line: str, number: int) -> Row:
    cells = line.strip().removeprefix(BAR).removesuffix(BAR).split(BAR)
    return Row(number, tuple(plain(cell) for cell in cells))


def _form(table: Table, words: Vocabulary, title: str = "") -> ActionForm | None:
    """One head is the action, another its owner or date; below a title about actions, any head is,
    beside one that asks when they are due."""
    heads = table.head.cells
    named = [at for at, head in enumerate(heads) if has_letters(head) and not _counts(head, words)]
    is_told = words.review.speaks_of(title, "action_item") and _asks_when(table, words)
    is_named = is_told or _column_of_actions(table, words) is not None
    if not is_named or len(named) < FEWEST:
        return None
    first = table.rows[0].cells if table.rows else ()
    asked = [_asked(heads[at], first[at] if at < len(first) else "", words) for at in named]
    choices = tuple((name, choice) for name, choice in asked if choice)
    return ActionForm(table.head.line, tuple(name for name, _ in asked), choices)


def _asked(head: str, below: str, words: Vocabulary) -> tuple[str, tuple[str, ...]]:
    """A field, and what it may be chosen from, below it or in brackets behind its name: `Kind (mend
    / prevent / notice)`."""
    name, inside = trailing_parenthesis(head)
    beside = choice_in([f"x: {inside}"], words) if inside is not None else ()
    return (name, beside) if beside else (head, choice_in([f"x: {below}"], words))


def _column_of_actions(table: Table, words: Vocabulary) -> int | None:
    heads = enumerate(table.head.cells)
    return next((at for at, one in heads if words.review.exactly(one) == "action_item"), None)


def _is_shown(table: Table, words: Vocabulary) -> bool:
    """In a form, rows are examples where a head asks when they are due; else they may be the
    actions of a timeline."""
    return _asks_when(table, words) or not _is_filled(table, words)


def _asks_when(table: Table, words: Vocabulary) -> bool:
    return any(words.review.speaks_of(head, "due") for head in table.head.cells)


def _is_filled(table: Table, words: Vocabulary) -> bool:
    """Something is said below the action."""
    at = _column_of_actions(table, words)
    return at is not None and any(_is_said(row.cells[at : at + 1]) for row in table.rows)


def _counts(head: str, words: Vocabulary) -> bool:
    """Of a column that only numbers the rows."""
    return "counter" in words.columns.phrases.get(folded(head).strip(), ())


def _is_said(cells: Sequence[str]) -> bool:
    return any(has_letters(DELIMITED.sub("", cell)) for cell in cells)

"""The form of an action item as a table that is still empty: its heads are the fields."""

import re
from collections.abc import Iterator, Sequence

from runcard.domain.playbooks.levels.groups import topics
from runcard.domain.playbooks.messages.placeholders import DELIMITED, choice_in
from runcard.domain.playbooks.messages.reports import is_report
from runcard.domain.playbooks.messages.templates import messages_in
from runcard.domain.playbooks.nouns.appendix import ActionForm
from runcard.domain.playbooks.page.blocks import Block, Outline, Paragraph, Row, Section, Table
from runcard.domain.playbooks.vocabulary import Vocabulary
from runcard.domain.playbooks.words import folded, has_letters, plain, untitled

RULE = re.compile(r"^:?-+:?$")
BAR = "|"
FEWEST = 2


def table_form(page: Outline, words: Vocabulary) -> ActionForm | None:
    """The first empty table of actions below a heading or a line about them, or in the form of
    the review."""
    for section in page.sections:
        for table in (*_introduced(page, section, words), *_in_fences(page, section, words)):
            form = _form(table, words)
            if form is not None:
                return form
    return None


def _introduced(page: Outline, section: Section, words: Vocabulary) -> Iterator[Table]:
    at_home = "review" in topics(page, section, words)
    at_home = at_home or words.review.speaks_of(untitled(section.title), "action_item")
    above: Block | None = None
    for block in section.blocks:
        if isinstance(block, Table) and (at_home or _speaks_of_actions(above, words)):
            yield block
        above = block


def _speaks_of_actions(above: Block | None, words: Vocabulary) -> bool:
    if not isinstance(above, Paragraph):
        return False
    return words.review.speaks_of(plain(above.lines[-1].text), "action_item")


def _in_fences(page: Outline, section: Section, words: Vocabulary) -> Iterator[Table]:
    about = topics(page, section, words)
    for message in messages_in(section):
        if not message.quoted and is_report(message, about, words):
            yield from tables_in(message.lines, message.text_line)


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


def _form(table: Table, words: Vocabulary) -> ActionForm | None:
    """One head is the action, another its owner or date, and below the action nothing is said."""
    heads = table.head.cells
    named = [at for at, head in enumerate(heads) if has_letters(head) and not _counts(head, words)]
    actions = [at for at in named if words.review.exactly(heads[at]) == "action_item"]
    if not actions or len(named) < FEWEST:
        return None
    if any(_is_said(row.cells[at : at + 1]) for row in table.rows for at in actions[:1]):
        return None
    first = table.rows[0].cells if table.rows else ()
    choices = tuple(
        (heads[at], choice)
        for at in named
        if at < len(first) and (choice := choice_in([f"x: {first[at]}"], words))
    )
    return ActionForm(table.head.line, tuple(heads[at] for at in named), choices)


def _counts(head: str, words: Vocabulary) -> bool:
    """Of a column that only numbers the rows."""
    return "counter" in words.columns.phrases.get(folded(head).strip(), ())


def _is_said(cells: Sequence[str]) -> bool:
    return any(has_letters(DELIMITED.sub("", cell)) for cell in cells)

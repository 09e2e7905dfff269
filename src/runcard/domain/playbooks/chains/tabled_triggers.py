"""Reasons to escalate in a table: `Condition | Action`, below `When to escalate`."""

from runcard.domain.playbooks.levels.cells import is_column_of_times
from runcard.domain.playbooks.model import Text
from runcard.domain.playbooks.page.blocks import Section, Table, tables
from runcard.domain.playbooks.times.waits import delay
from runcard.domain.playbooks.vocabulary import Vocabulary
from runcard.domain.playbooks.words import folded, plain

FEWEST = 2


def tabled_triggers(section: Section, words: Vocabulary) -> tuple[Text, ...]:
    """The first cells of the first table whose first column has cases: waits and nothing else are
    the rungs of a chain."""
    found = (_cases(table, words) for table in tables(section))
    return next((cases for cases in found if len(cases) >= FEWEST), ())


def _cases(table: Table, words: Vocabulary) -> tuple[Text, ...]:
    if "when" not in words.columns.phrases.get(folded(table.head.cells[0]).strip(), ()):
        return ()
    said = [Text(plain(row.cells[0]), row.line) for row in table.rows if row.cells]
    cells = [one.text for one in said]
    is_of_waits = is_column_of_times(cells, words) or all(
        delay(cell, 0, words) is not None for cell in cells
    )
    return () if is_of_waits or not all(cells) else tuple(said)

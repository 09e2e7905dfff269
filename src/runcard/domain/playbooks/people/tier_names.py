"""Names behind the number of a rung, in one cell: `L2 — Shift lead`."""

from runcard.domain.playbooks.page.blocks import Table
from runcard.domain.playbooks.people.persons import are_of_people
from runcard.domain.playbooks.people.rung_leads import lead_of
from runcard.domain.playbooks.vocabulary import Vocabulary
from runcard.domain.playbooks.words import plain

FEWEST = 2


def name_behind_tier(cell: str, words: Vocabulary) -> str:
    """`Shift lead` of `L2 — Shift lead`; nothing for any other cell."""
    lead = lead_of(cell, 0, words)
    return plain(lead.rest).strip() if lead is not None and lead.is_tier else ""


def column_of_named_tiers(table: Table, words: Vocabulary) -> int | None:
    """The first column, if every cell numbers a rung and names somebody: the others say how and
    when."""
    cells = [row.cells[0] for row in table.rows if row.cells]
    names = [name_behind_tier(cell, words) for cell in cells]
    is_named = len(cells) >= FEWEST and all(names) and are_of_people(names, words)
    return 0 if is_named and len(table.head.cells) > 1 else None

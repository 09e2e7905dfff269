"""A column of a table whose cells draw a chain each: `Area | Lead | Escalation path`."""

from collections.abc import Iterator, Sequence

from runcard.domain.playbooks.chains.calls_in_turn import turns_of
from runcard.domain.playbooks.chains.sentence_chains import drawn_steps
from runcard.domain.playbooks.levels.names import level_head
from runcard.domain.playbooks.model import ChainStep, EscalationChain, Text
from runcard.domain.playbooks.page.blocks import Row, Table
from runcard.domain.playbooks.people.arrows import ARROW
from runcard.domain.playbooks.people.calling import speaks_of_calling
from runcard.domain.playbooks.vocabulary import Vocabulary
from runcard.domain.playbooks.words import folded

FEWEST = 2
LEADS_ON = {"who", "taker"}
# `Who is told`.
HAPPENS = {"told", "is_called", "alarmed"}


def drawn_columns(table: Table, words: Vocabulary) -> Iterator[EscalationChain]:
    """`Kitchen | Ann | cook → chef → owner`, `P1 | cook, chef after 20 min`: the chain of a row,
    named for its first cell."""
    drawn = [at for at in range(len(table.head.cells)) if _leads_on(table, at, words)]
    for row in table.rows if drawn else ():
        steps = _steps(row, drawn[0], words)
        # `→ owner` leads on from whoever has the row.
        is_led = ARROW.match(row.cells[drawn[0]]) if steps else None
        if len(steps) >= FEWEST or is_led is not None:
            name = row.cells[0] if drawn[0] else ""
            head = level_head(name, words)
            keys = () if head is None else head.keys
            line = row.line_of(drawn[0])
            yield EscalationChain(line, ordered=True, steps=tuple(steps), title=name, keys=keys)


def _leads_on(table: Table, at: int, words: Vocabulary) -> bool:
    """Below a head that asks who is called, or speaks of escalation: half of its cells draw."""
    head = table.head.cells[at]
    kinds = set(words.columns.phrases.get(folded(head).strip(), ()))
    is_asked = bool(kinds & LEADS_ON or words.rungs.all(head) & HAPPENS)
    is_asked |= speaks_of_calling(head, words)
    if "escalation" not in words.about(head) and not is_asked:
        return False
    cells = [row.cells[at] for row in table.rows if at < len(row.cells)]
    drawn = [cell for cell in cells if _draws(cell) or turns_of(cell, 0, words)]
    return bool(drawn) and 2 * len(drawn) >= len(cells)


def _draws(cell: str) -> bool:
    return ARROW.search(cell) is not None or " > " in cell


def _steps(row: Row, at: int, words: Vocabulary) -> Sequence[ChainStep]:
    cell = row.cells[at] if at < len(row.cells) else ""
    if _draws(cell):
        return drawn_steps(Text(cell, row.line_of(at)), words, named=True)
    return turns_of(cell, row.line_of(at), words)

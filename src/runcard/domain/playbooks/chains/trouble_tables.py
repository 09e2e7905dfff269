"""`Alert | Primary | Secondary | Escalate after`: for each trouble who is called first, who next,
and after how long."""

from collections.abc import Iterator

from runcard.domain.playbooks.model import ChainStep, EscalationChain
from runcard.domain.playbooks.page.blocks import Row, Table
from runcard.domain.playbooks.people.persons import are_of_people
from runcard.domain.playbooks.times.clauses import says_nothing
from runcard.domain.playbooks.times.waits import delay
from runcard.domain.playbooks.vocabulary import Vocabulary
from runcard.domain.playbooks.words import folded

FEWEST = 2


def trouble_chains(table: Table, words: Vocabulary) -> Iterator[EscalationChain]:
    """All rows are one chain: each trouble is a case for those beside it; whoever comes second
    waits as long as the row tells."""
    heads = table.head.cells
    if not heads or not _is("trouble", heads[0], words):
        return
    called = [at for at in range(1, len(heads)) if _is_called(table, at, words)]
    if len(called) < FEWEST or not _is("in_turn", heads[called[0]], words):
        return
    waits = [at for at in range(1, len(heads)) if _holds_waits(table, at, words)]
    steps = tuple(step for row in table.rows for step in _steps(row, called, waits, words))
    if len(steps) > len(table.rows):
        yield EscalationChain(table.head.line, ordered=False, steps=steps)


def _steps(row: Row, called: list[int], waits: list[int], words: Vocabulary) -> Iterator[ChainStep]:
    case = _cell(row, 0, words)
    for turn, at in enumerate(called):
        wait = _cell(row, waits[0], words) if waits and turn == 1 else ""
        if who := _cell(row, at, words):
            yield ChainStep(who, row.line_of(at), case or None, delay(wait, row.line, words))


def _is_called(table: Table, at: int, words: Vocabulary) -> bool:
    """By the head; else by those named below it, who play a part."""
    names = [name for row in table.rows if (name := _cell(row, at, words))]
    return _is("in_turn", table.head.cells[at], words) or (
        bool(names) and are_of_people(names, words) and not _holds_waits(table, at, words)
    )


def _holds_waits(table: Table, at: int, words: Vocabulary) -> bool:
    told = [cell for row in table.rows if (cell := _cell(row, at, words))]
    return bool(told) and all(delay(cell, 0, words) is not None for cell in told)


def _is(concept: str, head: str, words: Vocabulary) -> bool:
    return concept in words.columns.phrases.get(folded(head).strip(), ())


def _cell(row: Row, at: int, words: Vocabulary) -> str:
    said = row.cells[at] if at < len(row.cells) else ""
    return "" if says_nothing(said, words) else said

"""`Level | First | If … pass | Then | If … pass | Last`: who is called in turn for each level, and
between them how long the one before is waited for."""

from collections.abc import Iterator, Sequence

from runcard.domain.playbooks.levels.names import level_head
from runcard.domain.playbooks.model import ChainStep, EscalationChain
from runcard.domain.playbooks.page.blocks import Row, Table
from runcard.domain.playbooks.people.persons import plays_a_part
from runcard.domain.playbooks.times.clauses import TIMES, says_nothing
from runcard.domain.playbooks.times.grammar import read_time
from runcard.domain.playbooks.times.waits import delay
from runcard.domain.playbooks.vocabulary import Vocabulary

FEWEST_COLUMNS = 6


def turn_chains(table: Table, words: Vocabulary) -> Iterator[EscalationChain]:
    """One chain a level; a cell that says nothing ends it."""
    width = len(table.head.cells)
    heads = [level_head(row.cells[0], words) if row.cells else None for row in table.rows]
    if width < FEWEST_COLUMNS or width % 2 or not heads or not all(heads):
        return
    people, waits = range(1, width, 2), range(2, width, 2)
    if not all(_is_of_people(table, at, words) for at in people) or _promises(table, waits, words):
        return
    if not all(_is_wait(one, words) for one in _told(table, waits, words)):
        return
    for row, head in zip(table.rows, heads, strict=True):
        steps = tuple(_steps(row, people, words))
        if head is not None and len(steps) > 1:
            yield EscalationChain(row.line, ordered=True, steps=steps, keys=head.keys)


def _steps(row: Row, people: Sequence[int], words: Vocabulary) -> Iterator[ChainStep]:
    for at in people:
        who, wait = _cell(row, at, words), _cell(row, at - 1, words) if at > 1 else ""
        if not who:
            return
        yield ChainStep(who, row.line_of(at), wait or None, delay(wait, row.line, words))


def _is_of_people(table: Table, at: int, words: Vocabulary) -> bool:
    """Somebody by his part, and nowhere a wait; beside `Who` may stand what each of them does."""
    names = _told(table, [at], words)
    is_waited = any(_is_wait(one, words) for one in names)
    return not is_waited and any(plays_a_part(one, words) for one in names)


def _promises(table: Table, columns: Sequence[int], words: Vocabulary) -> bool:
    """`Response`, `Update every`: how soon something is done, and no turn."""
    return any(words.labels.exactly(table.head.cells[at]) in TIMES for at in columns)


def _told(table: Table, columns: Sequence[int], words: Vocabulary) -> list[str]:
    return [cell for row in table.rows for at in columns if (cell := _cell(row, at, words))]


def _is_wait(said: str, words: Vocabulary) -> bool:
    return read_time(said, 0, words) is not None


def _cell(row: Row, at: int, words: Vocabulary) -> str:
    said = row.cells[at] if at < len(row.cells) else ""
    return "" if says_nothing(said, words) else said

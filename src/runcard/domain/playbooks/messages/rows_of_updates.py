"""Tables of updates whose first column counts on, `T+5 min`, `T+15 min`, and ends in a rhythm."""

from runcard.domain.playbooks.page.blocks import Row, Table
from runcard.domain.playbooks.times.amounts import SECONDS
from runcard.domain.playbooks.times.clauses import only_period
from runcard.domain.playbooks.times.grammar import read_time, spans_in
from runcard.domain.playbooks.vocabulary import Vocabulary

DAY = SECONDS["day"]


def is_last_of_times(table: Table, row: Row, words: Vocabulary) -> bool:
    """`Every hour` behind other rows that each begin with one time and are all different."""
    rhythm = only_period(spans_in(row.cells[0], words))
    if rhythm is None or not 0 < (rhythm.seconds or 0) < DAY:
        return False
    others = [read_time(one.cells[0], 0, words) for one in table.rows if one is not row]
    return bool(others) and all(one is not None for one in others)

"""What the columns of a table of levels are about: by their heads, else by what stands in them."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from runcard.domain.playbooks.levels.above_times import promised_above, rhythm_for
from runcard.domain.playbooks.levels.called_in_turn import turns_among
from runcard.domain.playbooks.levels.case_columns import QUESTIONS, are_waits, asks_what
from runcard.domain.playbooks.levels.cells import (
    FEWEST_WORDS,
    is_column_of_periods,
    is_column_of_times,
    is_prose,
    length,
)
from runcard.domain.playbooks.levels.name_columns import are_names, are_ranks, are_titles
from runcard.domain.playbooks.levels.named_parts import is_only_named, plays_a_part
from runcard.domain.playbooks.levels.names import level_head, rank_of
from runcard.domain.playbooks.levels.scores import score_among
from runcard.domain.playbooks.page.blocks import Row, Table
from runcard.domain.playbooks.times.clauses import (
    TIMES,
    concepts_of,
    only_period,
    says_nothing,
    sentences,
)
from runcard.domain.playbooks.times.grammar import read_time, spans_in
from runcard.domain.playbooks.times.named_promises import promises_in
from runcard.domain.playbooks.times.sides import Side, side_of
from runcard.domain.playbooks.times.tokens import Kind
from runcard.domain.playbooks.vocabulary import Vocabulary

Concepts = tuple[str, ...]
ORDER = ("response", "resolution")
CASES = {"when", "signs"}
UNTOLD: tuple[Concepts, ...] = ((), ("key",))
RHYTHMS: tuple[Concepts, ...] = (("cadence",), ("cadence_external",))
FEWEST_ORDERS = 2


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table of levels: its head, what stands in it, and what it is about."""

    head: str
    cells: tuple[str, ...]
    concepts: Concepts


def is_key(head: str, words: Vocabulary) -> bool:
    """Whether the head of a column says that levels stand in it."""
    return words.labels.exactly(head) == "key" or words.columns.exactly(head) == "key"


def with_key_first(table: Table, words: Vocabulary) -> Table:
    """The same table with the column of levels in front: that which is called so, unless the first
    has `S1 — Critical` in its cells and the one called so has none."""
    heads = table.head.cells
    named = [at for at, head in enumerate(heads) if is_key(head, words)]
    at = next((at for at in named if at > 0), 0) if named and named[0] != 0 else 0
    if at == 0 or (_holds_levels(table, 0, words) and not _holds_levels(table, at, words)):
        return table
    rows = tuple(_row_moved(row, at) for row in table.rows)
    return replace(table, head=replace(table.head, cells=_moved(heads, at)), rows=rows)


def _holds_levels(table: Table, at: int, words: Vocabulary) -> bool:
    """Most of its cells are a code that can be nothing else, or a code with its rank."""
    heads = [level_head(row.cells[at], words) for row in table.rows if at < len(row.cells)]
    told = [
        head
        for head in heads
        if head is not None and (head.sure or rank_of(head.name or "", words) is not None)
    ]
    return 2 * len(told) > len(table.rows)


def _row_moved(row: Row, at: int) -> Row:
    lines = (row.lines[at], *row.lines[:at], *row.lines[at + 1 :]) if at < len(row.lines) else ()
    return replace(row, cells=_moved(row.cells, at), lines=lines)


def _moved(cells: tuple[str, ...], at: int) -> tuple[str, ...]:
    return (cells[at], *cells[:at], *cells[at + 1 :]) if at < len(cells) else cells


@lru_cache(maxsize=1024)
def column_concepts(
    heads: tuple[str, ...], rows: tuple[Row, ...], words: Vocabulary
) -> tuple[Concepts, ...]:
    """One entry a column, the first being the key. 1. By the heads. 2. By what stands below those
    that do not tell. 3. By what two columns say together."""
    turns = turns_among(heads, words)
    columns = [
        Column(
            head,
            tuple(row.cells[at] for row in rows if at < len(row.cells)),
            ("escalation",) if at in turns else concepts_of(head, words) if at > 0 else (),
        )
        for at, head in enumerate(heads)
    ]
    for at in range(1, len(columns)):
        taken = {concept for column in columns for concept in column.concepts}
        # Beside a column of examples, the one directly behind the key is what they are of.
        taken -= {"examples"} if at == 1 else set()
        columns[at] = replace(columns[at], concepts=_read(columns[at], taken, words))
    columns = _with_a_case(_with_a_take_up(columns, words), words)
    columns = _with_two_sides(_without_a_mitigation(columns, words), words)
    columns = [_as_manners(column, words) for column in columns]
    columns = [_as_called(column, columns, words) for column in columns]
    columns = [_as_orders(column, columns, words) for column in columns]
    return tuple(column.concepts for column in _with_a_name(columns, words))


def _with_a_name(columns: Sequence[Column], words: Vocabulary) -> list[Column]:
    ranked = next((one for one in columns[1:2] if one.concepts in UNTOLD), None)
    is_severity = ranked is not None and ranked.concepts == ("key",)
    are_called = are_titles if is_severity else are_ranks
    if ranked is not None and are_called(columns[0].cells, ranked.cells, words):
        named = replace(ranked, concepts=("name",))
        return [named if one is ranked else one for one in columns]
    first, *others = [one for one in columns if one.concepts == ("definition",)] or [columns[0]]
    is_name = bool(others) and are_names(columns[0].cells, first.cells, others[0].cells, words)
    return [
        replace(one, concepts=("name",)) if is_name and one is first else one for one in columns
    ]


def only_by_heads(
    concepts: Sequence[Concepts], heads: Sequence[str], words: Vocabulary
) -> tuple[Concepts, ...]:
    """Of a table on its side, what the heads or a rhythm tell: its rows may be about anything."""
    return tuple(
        one if one in RHYTHMS or concepts_of(head, words) or promised_above(head, (), words) else ()
        for one, head in zip(concepts, heads, strict=True)
    )


def _read(column: Column, taken: set[str], words: Vocabulary) -> Concepts:
    """What a column is about, by its head or by its cells."""
    if is_column_of_times(column.cells, words):
        promised = promised_above(column.head, column.concepts, words)
        is_told_once = promised in RHYTHMS and _are_deadlines(column.cells, words)
        if promised and promised[0] not in taken and not is_told_once:
            return promised
    if column.concepts == ("communication",):
        return _or_rhythm(column, words)
    if column.concepts == ("action",) and is_column_of_times(column.cells, words):
        return () if "response" in taken else ("response",)
    if column.concepts or _is_about_others(column, words):
        return column.concepts
    return _by_content(column, taken, words)


def _is_about_others(column: Column, words: Vocabulary) -> bool:
    """Hours, names and yes-or-no columns are never read by their content; but a channel that is
    told something again and again is."""
    if column.head.strip().endswith(QUESTIONS):
        return True
    is_told = side_of(column.head, words) is not None and is_column_of_periods(column.cells, words)
    return words.columns.exactly(column.head) is not None and not is_told


def _by_content(column: Column, taken: set[str], words: Vocabulary) -> Concepts:
    side = side_of(column.head, words)
    is_timed = is_column_of_times(column.cells, words)
    is_told_once = is_timed and _are_deadlines(column.cells, words)
    if is_told_once and side is not None:
        return ()
    if is_column_of_periods(column.cells, words) or (is_timed and side is not None):
        concept = rhythm_for(side)
        return () if concept in taken else (concept,)
    if is_timed:
        free = [concept for concept in ORDER if concept not in taken]
        return (free[0],) if free and not taken & set(TIMES) - {"cadence"} else ()
    if not taken & {"definition", "examples"} and is_prose(column.cells):
        return ("definition",)
    return ()


def _are_deadlines(cells: Sequence[str], words: Vocabulary) -> bool:
    """`within 15 minutes` in every cell that tells a number: the first word, and no rhythm."""
    told = [span for cell in cells for span in spans_in(cell, words) if span.seconds]
    return bool(told) and all(Kind.UNDER in span.leads and not span.is_period for span in told)


def _or_rhythm(column: Column, words: Vocabulary) -> Concepts:
    """`Comms` above `15 m`, `1 h` and `daily`: one that repeats says that all of them do."""
    repeats = any(only_period(spans_in(cell, words)) for cell in column.cells)
    if not (repeats and is_column_of_times(column.cells, words)):
        return column.concepts
    return (rhythm_for(side_of(column.head, words)),)


def _with_two_sides(columns: Sequence[Column], words: Vocabulary) -> list[Column]:
    """`Updates (team)` beside `Updates (clients)`: each rhythm is that of a side."""
    rhythms = [column for column in columns if column.concepts == RHYTHMS[0]]
    far = [column for column in rhythms if side_of(column.head, words) is Side.OUTSIDE]
    if len(rhythms) != len(far) + 1 or len(far) != 1:
        return list(columns)
    return [replace(one, concepts=RHYTHMS[1]) if one is far[0] else one for one in columns]


def _with_a_take_up(columns: Sequence[Column], words: Vocabulary) -> list[Column]:
    """`Picked up` beside a column for the response is the acknowledgement."""
    named = [column for column in columns if column.concepts == ("response",)]
    taken = {concept for column in columns for concept in column.concepts}
    taking = [one for one in named if words.labels.speaks_of(one.head, "take_up")]
    if "acknowledge" in taken or len(taking) != 1 or len(named) < len(taking) + 1:
        return list(columns)
    return [replace(one, concepts=("acknowledge",)) if one in taking else one for one in columns]


def _without_a_mitigation(columns: Sequence[Column], words: Vocabulary) -> list[Column]:
    """`Mitigate` beside `Resolve` is on the way to the resolution, and not yet it."""
    ends = [column for column in columns if column.concepts == ("resolution",)]
    eases = [one for one in ends if words.labels.speaks_of(one.head, "eases")]
    if not 0 < len(eases) < len(ends):
        return list(columns)
    return [replace(one, concepts=()) if one in eases else one for one in columns]


def _with_a_case(columns: Sequence[Column], words: Vocabulary) -> list[Column]:
    """`When?`, `Signs`, or any question directly behind the levels that is not answered by yes or
    no, above sentences; or a range of scores: what a level means, where no other column says."""
    found = list(columns)
    if any(column.concepts == ("definition",) for column in columns):
        return found
    scored = score_among([column.head for column in columns], words)
    if scored is not None:
        found[scored] = replace(columns[scored], concepts=("definition",))
        return found
    for at, column in enumerate(columns):
        asked = words.columns.exactly(column.head.strip(" ¿?？"))
        is_open = at == 1 and asked is None and asks_what(column.head, column.cells, words)
        is_case = (asked in CASES and at > 0) or is_open
        if (
            is_case
            and not column.concepts
            and not are_waits(column.cells, words)
            and is_prose(column.cells)
        ):
            found[at] = replace(column, concepts=("definition",))
            break
    return found


def _as_orders(column: Column, beside: Sequence[Column], words: Vocabulary) -> Column:
    """`Initial response` above `Open the war room`: in most cells what to do, in none how soon."""
    if column.concepts != ("response",) or any(one.concepts == ("action",) for one in beside):
        return column
    said = [cell for cell in column.cells if not says_nothing(cell, words)]
    orders = sum(_is_order(cell, words) for cell in said)
    is_timed = any(_says_how_soon(cell, words) for cell in said)
    is_most = 2 * orders > max(len(said), FEWEST_ORDERS)
    return replace(column, concepts=("action",)) if is_most and not is_timed else column


def _says_how_soon(cell: str, words: Vocabulary) -> bool:
    """`At once`, or a sentence that names its promise in front of others: `Start the same day.`"""
    first = next(iter(sentences(cell)), "")
    told = (concept for concept, _ in promises_in(first, words))
    return read_time(cell, 0, words) is not None or "response" in told


def _as_manners(column: Column, words: Vocabulary) -> Column:
    """`Escalation` above `Immediate` and `Manual escalation`, or above waits and nothing else: how
    it goes and how soon, and to nobody."""
    said = [cell for cell in column.cells if not says_nothing(cell, words)]
    if column.concepts != ("escalation",) or any(words.people.find(cell) for cell in said):
        return column
    if is_column_of_times(column.cells, words):
        return replace(column, concepts=())
    manners = [cell for cell in said if "escalation" in words.about(cell)]
    return replace(column, concepts=()) if 2 * len(manners) >= len(said) > 0 else column


def _as_called(column: Column, beside: Sequence[Column], words: Vocabulary) -> Column:
    """`Notify` above `Head baker` and `Shift lead`: people of the house and nobody else, who are
    called where no other column says who is."""
    asks = words.people.speaks_of(column.head, "asks")
    is_named = asks or words.headings.exactly(column.head) != "communication"
    is_told = column.concepts == ("communication",) and is_named
    if not is_told or any(other.concepts == ("escalation",) for other in beside):
        return column
    said = [cell for cell in column.cells if not says_nothing(cell, words)]
    named = [cell for cell in said if plays_a_part(cell, words)]
    are_names = all(is_only_named(cell, words) for cell in said)
    is_most = are_names and 2 * len(named) > len(said)
    return replace(column, concepts=("escalation",)) if is_most else column


def _is_order(cell: str, words: Vocabulary) -> bool:
    """A few words without a time that do not begin as `when somebody is free` does."""
    opens = [one for one in words.talk.matches(cell) if one.start() == 0]
    is_case = any({"upon", "optional"} & set(words.talk.phrases[one.group()]) for one in opens)
    return length(cell) >= FEWEST_WORDS and not is_case and not spans_in(cell, words)

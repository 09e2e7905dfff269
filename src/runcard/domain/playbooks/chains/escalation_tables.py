"""Escalation as a table: a rung a row, with the person, the case and the wait in their columns.

The rows stand in the order of calling where they are numbered or timed; else each is for a case.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from runcard.domain.playbooks.chains.rungs import chain_step
from runcard.domain.playbooks.levels.mentions import speaks_of_levels
from runcard.domain.playbooks.levels.names import level_head
from runcard.domain.playbooks.model import ChainStep, EscalationChain
from runcard.domain.playbooks.page.blocks import Row, Table
from runcard.domain.playbooks.people.calling import asks_when, is_task, without_verbs
from runcard.domain.playbooks.people.persons import are_of_people
from runcard.domain.playbooks.people.rung_leads import is_tier
from runcard.domain.playbooks.people.tier_names import column_of_named_tiers, name_behind_tier
from runcard.domain.playbooks.people.turned_tables import upright
from runcard.domain.playbooks.times.clauses import TIMES, says_nothing
from runcard.domain.playbooks.times.grammar import spans_in
from runcard.domain.playbooks.times.waits import delay
from runcard.domain.playbooks.vocabulary import Vocabulary
from runcard.domain.playbooks.words import folded

LONGEST_NAME = 5
FEWEST = 2


def table_chain(table: Table, words: Vocabulary) -> Iterator[EscalationChain]:
    """A table with a column for the person and, mostly, one for the time; where a case and a wait
    have a column each, the case is the condition."""
    table = upright(table, words)
    whos = columns_of_people(table, words)
    if not whos or _promises_a_level(table, words) or _answers_to_us(table, words):
        return
    who = _column_of_called(table, whos, words)
    waits = column_of_waits(table, who, words)
    levels = _column_of_levels(table, words)
    whens = [at for at in columns_of_cases(table, words) if at != who]
    whens = whens or _at(None if waits is None else levels)
    named = column_of_named_tiers(table, words)
    tiers = [*_columns(table, "tier", words), *_at(column_of_tiers(table, words)), *_at(named)]
    if not whens and waits is None and not tiers:
        return
    cases = [at for at in whens if at != waits]
    both = bool(cases) and (waits in whens or _is_of_waits(table, waits, words))
    case = cases[0] if both else next(iter([*whens, waits]), None)
    rows = _in_turn([row for row in table.rows if _cell(row, who, words)], tiers, words)
    steps = _told_behind_names(rows, who, words) if case is None else []
    steps = steps or [_step(row, (who, case, waits if both else case), words) for row in rows]
    steps = [step for step in steps if not is_task(step.who, words)]
    called = without_verbs([step.who for step in steps], words)
    steps = [replace(step, who=who) for step, who in zip(steps, called, strict=True)]
    steps = [*_first_asked(table, words), *steps]
    if len(steps) >= FEWEST:
        waited = [step for step in steps if step.after is not None]
        is_in_turn = bool(tiers) or 2 * len(waited) >= len(steps)
        is_ordered = is_in_turn and levels is None
        yield EscalationChain(table.head.line, is_ordered, tuple(steps))


def _in_turn(rows: list[Row], tiers: Sequence[int], words: Vocabulary) -> list[Row]:
    """Whoever has a number, where some have none: `–` in front of those who take no turn."""
    numbered = [row for row in rows if any(_cell(row, at, words) for at in tiers)]
    return numbered if len(numbered) >= FEWEST else rows


def _told_behind_names(rows: Sequence[Row], who: int, words: Vocabulary) -> list[ChainStep]:
    """`2 | Mate (no answer in 10 min)` below no head for cases or waits: both stand behind the
    names, as in a list."""
    told = [chain_step(_cell(row, who, words), row.line_of(who), words) for row in rows]
    steps = [step for step in told if step is not None]
    is_any = any(step.after is not None for step in steps)
    return steps if is_any and len(steps) == len(rows) else []


def _column_of_levels(table: Table, words: Vocabulary) -> int | None:
    """`Severity` in front: a case a row, and nobody in turn."""
    heads = [level_head(row.cells[0], words) if row.cells else None for row in table.rows]
    return 0 if heads and all(heads) and column_of_tiers(table, words) is None else None


def _column_of_called(table: Table, whos: list[int], words: Vocabulary) -> int:
    """`From | To`, `Notify | Escalate to`: whoever takes over. `Ann Lee | Duty engineer`: the
    title, whoever holds it."""
    takers = _columns(table, "taker", words)
    if takers and (
        _columns(table, "giver", words) or _escalates(table.head.cells[takers[0]], words)
    ):
        return takers[0]
    persons = _columns(table, "person", words)
    return next((at for at in whos if at not in persons), whos[0])


def _escalates(head: str, words: Vocabulary) -> bool:
    return "escalation" in words.about(head)


def calls_in_cases(table: Table, words: Vocabulary) -> bool:
    """`Condition | Escalate to`, below `When to escalate` as well."""
    takers = _columns(table, "taker", words)
    is_named = any(_escalates(table.head.cells[at], words) for at in takers)
    return is_named and bool(columns_of_cases(table, words))


def _first_asked(table: Table, words: Vocabulary) -> list[ChainStep]:
    """Beside whoever takes over: from whom the first of them does."""
    givers = _columns(table, "giver", words) if _columns(table, "taker", words) else []
    rows = table.rows[:1] if givers else ()
    return [
        ChainStep(name, row.line, None, None)
        for row in rows
        if (name := _cell(row, givers[0], words))
    ]


def _is_of_waits(table: Table, at: int | None, words: Vocabulary) -> bool:
    """Times below a head of their own, `Within`, that are no promise."""
    return at is not None and words.labels.exactly(table.head.cells[at]) not in TIMES


def _promises_a_level(table: Table, words: Vocabulary) -> bool:
    """`Severity | Response time | Contact`: what is promised for each level is no wait, and those
    who are told take no turns."""
    wait = column_of_waits(table, -1, words)
    is_promised = wait is not None and words.labels.exactly(table.head.cells[wait]) in TIMES
    return is_promised and _column_of_levels(table, words) is not None


def _answers_to_us(table: Table, words: Vocabulary) -> bool:
    """`Supplier | Answers within`, now longer, now shorter: how fast each is, in no turn."""
    at = column_of_waits(table, -1, words)
    if at is None or words.labels.exactly(table.head.cells[at]) not in TIMES:
        return False
    waits = [delay(_cell(row, at, words), 0, words) for row in table.rows]
    known = [one.seconds for one in waits if one is not None and one.seconds is not None]
    return known not in (sorted(known), sorted(known, reverse=True)) and not _numbers(table, words)


def _numbers(table: Table, words: Vocabulary) -> bool:
    return column_of_tiers(table, words) is not None or bool(_columns(table, "tier", words))


def columns_of_people(table: Table, words: Vocabulary) -> list[int]:
    """Behind the numbers of rungs in their cells; by their heads; else the names beside the waits,
    or those beside the numbers of the rungs."""
    named = _at(column_of_named_tiers(table, words))
    return (
        named
        or _columns(table, "who", words)
        or _beside_waits(table, words)
        or _behind_tiers(table, words)
    )


def _behind_tiers(table: Table, words: Vocabulary) -> list[int]:
    tiers = column_of_tiers(table, words)
    columns = range(tiers + 1, len(table.head.cells)) if tiers is not None else ()
    return [at for at in columns if is_column_of_names(table, at, words)][:1]


def _step(row: Row, columns: tuple[int, int | None, int | None], words: Vocabulary) -> ChainStep:
    who, case, wait = columns
    condition = _cell(row, case, words) or _cell(row, wait, words)
    line = row.line_of(who)
    after = delay(_cell(row, wait, words), row.line if wait is None else row.line_of(wait), words)
    name = _cell(row, who, words)
    return ChainStep(name_behind_tier(name, words) or name, line, condition or None, after)


def _at(column: int | None) -> list[int]:
    return [] if column is None else [column]


def _cell(row: Row, at: int | None, words: Vocabulary) -> str:
    """What a cell says; `-`, `N/A` and `nobody` are nothing."""
    said = row.cells[at] if at is not None and at < len(row.cells) else ""
    is_empty = says_nothing(said, words) or words.rungs.exactly(said) == "nobody"
    return "" if is_empty else said


def _beside_waits(table: Table, words: Vocabulary) -> list[int]:
    """Beside the waits, the first column of short names, whatever stands above them; where another
    one is of people, that: `Page by phone` is how they are reached; of several, whoever it is
    escalated to."""
    wait = column_of_waits(table, -1, words)
    columns = range(len(table.head.cells)) if wait is not None else ()
    others = [at for at in columns if at != wait and at != column_of_tiers(table, words)]
    named = [at for at in others if is_column_of_names(table, at, words)]
    peopled = [
        at for at in named if are_of_people([_cell(r, at, words) for r in table.rows], words)
    ]
    takers = [at for at in peopled if _escalates(table.head.cells[at], words)]
    return (takers or peopled or named)[:1]


def column_of_tiers(table: Table, words: Vocabulary) -> int | None:
    """The column that numbers the rungs: `L1`, `T2`, `2nd line`, whatever its head says."""
    for at in range(len(table.head.cells)):
        cells = [_cell(row, at, words) for row in table.rows]
        if len(set(cells)) == len(cells) >= FEWEST and all(is_tier(cell, words) for cell in cells):
            return at
    return None


def is_column_of_names(table: Table, at: int, words: Vocabulary) -> bool:
    """Short, different, without a time; not the levels that a rung is for."""
    names = [_cell(row, at, words) for row in table.rows]
    is_named = all(0 < len(name.split()) <= LONGEST_NAME for name in names)
    is_other = any(
        spans_in(name, words) or speaks_of_levels(name, words) or level_head(name, words)
        for name in names
    )
    return is_named and not is_other and len(set(names)) > 1


def column_of_waits(table: Table, who: int, words: Vocabulary) -> int | None:
    """The column whose cells are mostly times, whatever its head says."""
    for at in range(len(table.head.cells)):
        cells = [row.cells[at] for row in table.rows if at < len(row.cells) and row.cells[at]]
        times = [cell for cell in cells if delay(cell, 0, words) is not None]
        if at != who and len(times) >= 2 and 2 * len(times) >= len(cells):
            return at
    return None


def columns_of_cases(table: Table, words: Vocabulary) -> list[int]:
    """By their heads; else those that ask when somebody is called: `Wann rufen wir wen`."""
    known = _columns(table, "when", words)
    return known or [at for at, head in enumerate(table.head.cells) if asks_when(head, words)]


def _columns(table: Table, concept: str, words: Vocabulary) -> list[int]:
    """The columns whose heads name the concept."""
    return [
        at
        for at, cell in enumerate(table.head.cells)
        if concept in words.columns.phrases.get(folded(cell).strip(), ())
    ]

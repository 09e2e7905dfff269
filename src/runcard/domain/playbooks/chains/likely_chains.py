"""Chains below headings of the team's own: `Who to wake`, `Reporting lines`, `Call me maybe`.

A list of three or more people of whom two are called after a wait or in a case is an escalation,
whatever stands above it; where nothing above speaks of calling people, the wait has to say that it
is one: `after 30 minutes`, `if nobody answers`.
"""

import re
from collections.abc import Iterator, Sequence

from runcard.domain.playbooks.chains.called_cases import is_table_of_cases, listed_cases
from runcard.domain.playbooks.chains.drawings import diagram_steps
from runcard.domain.playbooks.chains.escalation_tables import (
    column_of_tiers,
    column_of_waits,
    columns_of_people,
    is_column_of_names,
    table_chain,
)
from runcard.domain.playbooks.chains.help_lists import help_chains
from runcard.domain.playbooks.chains.rungs import rungs_of
from runcard.domain.playbooks.levels.mentions import starts_with_level
from runcard.domain.playbooks.levels.names import level_head
from runcard.domain.playbooks.model import ChainStep, EscalationChain, Text
from runcard.domain.playbooks.page.addresses import REAL, kind_of
from runcard.domain.playbooks.page.blocks import (
    Fence,
    Item,
    Outline,
    Paragraph,
    Section,
    Table,
    tables,
)
from runcard.domain.playbooks.page.bodies import items_with_bodies
from runcard.domain.playbooks.people.arrows import mermaid_steps
from runcard.domain.playbooks.people.call_sentences import called_in
from runcard.domain.playbooks.people.calling import speaks_of_calling
from runcard.domain.playbooks.people.persons import are_of_people, plays_a_part
from runcard.domain.playbooks.people.rung_leads import opens_with_if
from runcard.domain.playbooks.times.clauses import TIMES
from runcard.domain.playbooks.times.grammar import spans_in
from runcard.domain.playbooks.times.tokens import LONGEST_LOOK, Kind, may_hold_time
from runcard.domain.playbooks.times.waits import delay, is_wait
from runcard.domain.playbooks.topics import topics
from runcard.domain.playbooks.vocabulary import Vocabulary
from runcard.domain.playbooks.words import COMMA, folded, plain, untitled

CODE_AMID = re.compile(r"`\s+\S|\S\s+`")
FEWEST = 3
MOST = 12
FEWEST_CASES = 2
FEWEST_MATTERS = 2
SHARE_OF_WAITS = 3
LONGEST_NAME = 7
SHELLS = {"bash", "sh", "shell", "console", "sql"}
ABOUT_PEOPLE = {"contacts", "war_room", "triggers"}
MATTERS = {"war_room", "review", "communication", "templates"}
NEVER = {"runbooks", "review", "templates", "drills"}
ELSEWHERE = NEVER | {"severity", "process", "metrics", "reference", "communication", "roles"}


def likely_chains(page: Outline, section: Section, words: Vocabulary) -> Iterator[EscalationChain]:
    """The lists of a section that are chains by what their entries say; `P1: escalate after an
    hour` names no person."""
    return (one for one in _likely(page, section, words) if not names_levels(one, words))


def names_levels(chain: EscalationChain, words: Vocabulary) -> bool:
    """Whether most rungs are levels and nobody: `P1: at once`, `P2: within an hour`; not those that
    are counted themselves, `Level 2: mate`."""
    heads = [level_head(step.who, words) for step in chain.steps]
    return 2 * sum(head is not None and head.sure for head in heads) > len(heads)


def _likely(page: Outline, section: Section, words: Vocabulary) -> Iterator[EscalationChain]:
    about = topics(page, section, words)
    if speaks_of_calling(untitled(section.title), words):
        about -= {"review"}  # `Whom we call after that`
    if "contacts" in words.about(untitled(section.title)):
        about -= {"reference"}  # `Emergency contacts` below `Quick reference`
    if section.line == 0 or about & NEVER:
        return
    yield from _in_tables(section, about, words)
    yield from _drawn(section, words)
    cases: list[EscalationChain] = []
    if not about & ELSEWHERE:
        yield from help_chains(section, words)
        cases = [*_of_cases(section, words)]
    yield from cases or _listed(section, about, words)


def _of_cases(section: Section, words: Vocabulary) -> Iterator[EscalationChain]:
    """Who is called for what."""
    for entries in items_with_bodies(section):
        outer = [item for item, _ in entries]
        if steps := listed_cases(outer, words):
            yield EscalationChain(outer[0].line, outer[0].numbered, steps)


def _listed(
    section: Section, about: frozenset[str], words: Vocabulary
) -> Iterator[EscalationChain]:
    for entries in items_with_bodies(section):
        outer = [item for item, _ in entries][: MOST + 1]
        if not FEWEST <= len(outer) <= MOST:
            continue
        is_told = not about & (ELSEWHERE - {"roles"}) and _are_called(outer, words)
        is_near = is_told or _is_near(section, outer[0], words)
        is_free = (is_near or not about & ELSEWHERE) and not any(item.box for item in outer)
        if is_free and any(_may_wait(item.text, words) for item in outer):
            steps = rungs_of([Text(item.text, item.line) for item in outer], words)
            is_sure = is_near or _is_of_people(steps, words, is_numbered=outer[0].numbered)
            if is_sure and _is_chain(steps, words, is_near=is_near):
                yield EscalationChain(outer[0].line, outer[0].numbered, steps)


def _may_wait(said: str, words: Vocabulary) -> bool:
    """A cheap look before the entries of a list are read as rungs: most lists tell no time."""
    looks = (said, plain(said))
    return len(said) > LONGEST_LOOK or any(may_hold_time(one, words) for one in looks)


def _in_tables(
    section: Section, about: frozenset[str], words: Vocabulary
) -> Iterator[EscalationChain]:
    """Levels of support may stand below a heading that speaks of levels."""
    for table in tables(section):
        is_free = not about & ELSEWHERE
        is_support = not about & (ELSEWHERE - {"severity"}) and _is_table_of_support(table, words)
        is_of_calls = is_free and _is_table_of_calls(table, words)
        if not about & (ELSEWHERE - {"roles"}):
            is_of_calls |= is_table_of_cases(table, words)
        if is_support or is_of_calls:
            yield from table_chain(table, words)


def _drawn(section: Section, words: Vocabulary) -> Iterator[EscalationChain]:
    """`on-call ──(10 min, silent)──> second ──(S1, or 30 min)──> head of ops`, in a fence."""
    for block in section.blocks:
        if isinstance(block, Fence) and block.lang not in SHELLS:
            lines = [Text(text, line) for line, text in enumerate(block.lines, block.line + 1)]
            is_chart = block.lang == "mermaid"
            steps = mermaid_steps(block, words) if is_chart else diagram_steps(lines, words)
            is_waited = sum(one.after is not None for one in steps) >= FEWEST_CASES
            if len(steps) >= FEWEST and is_waited and _is_of_people(steps, words, is_numbered=True):
                yield EscalationChain(block.line, ordered=False, steps=steps)


def _is_table_of_support(table: Table, words: Vocabulary) -> bool:
    """Rungs that are numbered (`L1`, `Tier 2`) beside different people, with a case or a wait;
    times that are promised belong to severities."""
    if column_of_tiers(table, words) is None:
        return False
    heads = table.head.cells
    if any(words.labels.exactly(head) in TIMES for head in heads):
        return False
    who = next(iter(columns_of_people(table, words)), None)
    if who is None or not is_column_of_names(table, who, words):
        return False
    named = [words.columns.phrases.get(folded(head).strip(), ()) for head in heads]
    is_cased = any("when" in concepts for concepts in named)
    return is_cased or column_of_waits(table, who, words) is not None


def _is_table_of_calls(table: Table, words: Vocabulary) -> bool:
    """People beside waits that grow from row to row, with a verb for calling or a rung's number at
    a head; times that are promised are none."""
    heads = [words.columns.phrases.get(folded(head).strip(), ()) for head in table.head.cells]
    calls = [at for at, head in enumerate(table.head.cells) if speaks_of_calling(head, words)]
    is_ladder = any("tier" in concepts or "when" in concepts for concepts in heads)
    people = [at for at, one in enumerate(heads) if {"who", "person"} & set(one)]
    # `Contact` beside `Role` tells how, and not whom.
    sure = [at for at in calls if "value" not in heads[at]]
    who = next(iter([*sure, *(people if is_ladder else ()), *calls]), None)
    wait = None if who is None else column_of_waits(table, who, words)
    wait = _column_of_cases(table, words) if wait is None else wait
    if who is None or wait is None or words.labels.exactly(table.head.cells[wait]) in TIMES:
        return False
    names = [row.cells[who] for row in table.rows if who < len(row.cells)]
    if len(set(names)) < len(names) or not is_column_of_names(table, who, words):
        return False
    told = [delay(row.cells[wait], row.line, words) for row in table.rows if wait < len(row.cells)]
    lengths = [one.seconds or 0 for one in told if one is not None]
    return len(lengths) >= FEWEST_CASES and lengths == sorted(set(lengths))


def _column_of_cases(table: Table, words: Vocabulary) -> int | None:
    """`Always`, `no answer for 10 minutes`, `P1 longer than an hour`, `anything with pumps`: below
    `When`, a third of the cells wait."""
    for at, head in enumerate(table.head.cells):
        if at and "when" in words.columns.phrases.get(folded(head).strip(), ()):
            cells = [row.cells[at] for row in table.rows if at < len(row.cells)]
            waits = [cell for cell in cells if delay(cell, 0, words) is not None]
            if len(waits) >= FEWEST_CASES and SHARE_OF_WAITS * len(waits) >= len(cells):
                return at
    return None


def _is_near(section: Section, first: Item, words: Vocabulary) -> bool:
    """Whether the heading, or the sentence directly above the list, is about calling people."""
    title = untitled(section.title)
    about = words.about(title)
    if about & ABOUT_PEOPLE or ("oncall" not in about and speaks_of_calling(title, words)):
        return True
    above = [block for block in section.blocks if block.line < first.line]
    said = above[-1].lines[-1].text if above and isinstance(above[-1], Paragraph) else ""
    return speaks_of_calling(said, words) or "escalation" in words.about(said)


def _are_called(entries: Sequence[Item], words: Vocabulary) -> bool:
    """`The mate is woken after 15 minutes.`: sentences by which people are called, in a case."""
    calls = [called_in(item.text, words) for item in entries]
    return sum(call is not None and bool(call.case) for call in calls) >= FEWEST_CASES


def _is_chain(steps: Sequence[ChainStep], words: Vocabulary, *, is_near: bool) -> bool:
    if len(steps) < FEWEST or not all(_is_somebody(step.who, words) for step in steps):
        return False
    if sum(_is_a_matter(step.who, words) for step in steps) >= FEWEST_MATTERS:
        return False
    cases = [step for step in steps if step.condition and _is_case(step, words, is_near=is_near)]
    is_waited = any(step.after is not None and step.after.seconds for step in cases)
    return is_waited and len(cases) >= FEWEST_CASES and 2 * len(cases) >= len(steps) - 1


def _is_of_people(steps: Sequence[ChainStep], words: Vocabulary, *, is_numbered: bool) -> bool:
    """Half of them play a part, or one whose turn is numbered, or one is called because another is
    silent: retries and machines take turns, too."""
    if is_numbered and any(plays_a_part(one.who, words) for one in steps):
        return True
    are_silent = (words.rungs.speaks_of(one.condition or "", "silence") for one in steps)
    return any(are_silent) or are_of_people([one.who for one in steps], words)


def _is_somebody(who: str, words: Vocabulary) -> bool:
    """A few words that are neither an address of the web nor the name of a promise, and no piece
    of a sentence about code."""
    is_label = words.labels.exactly(who) is not None
    is_piece = who.count("(") != who.count(")") or CODE_AMID.search(who) is not None
    return len(who.split()) <= LONGEST_NAME and "://" not in who and not is_label and not is_piece


def _is_a_matter(who: str, words: Vocabulary) -> bool:
    """`Review held`, `Status page`, `S1 if it is not mended`: what comes of a level, and nobody."""
    is_matter = starts_with_level(who, words) or bool(words.about(who) & MATTERS)
    return is_matter and not plays_a_part(who, words)


def _is_case(step: ChainStep, words: Vocabulary, *, is_near: bool) -> bool:
    """A case or a wait; a telephone and its hours, `4711, 6-20 h`, are neither."""
    said = step.condition or ""
    is_if = opens_with_if(said, words)  # `if the telephone is not answered`
    if not is_if and kind_of(COMMA.split(said)[0], words) in REAL:
        return False
    waits = [span for span in spans_in(said, words) if is_wait(span) and not span.now]
    is_promise = any(one in TIMES for one in words.labels.all(said))
    is_led = not is_promise and any(span.leads & {Kind.AFTER, Kind.OVER} for span in waits)
    return is_led or is_if or (is_near and bool(waits))

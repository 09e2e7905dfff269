"""Times that look like those of a level and belong to something else, and levels without one."""

import re
from collections.abc import Sequence

from runcard.domain.playbooks.checks import hints
from runcard.domain.playbooks.facts import Facts
from runcard.domain.playbooks.levels.mentions import keys_in
from runcard.domain.playbooks.model import Severity, TimeValue
from runcard.domain.playbooks.page.blocks import (
    Label,
    Section,
    Table,
    label_of,
    labels_alone,
    tables,
)
from runcard.domain.playbooks.times.clauses import Clash, Unread
from runcard.domain.playbooks.times.grammar import spans_in
from runcard.domain.playbooks.words import folded, plain

TOLD = {"communication", "templates", "review", "drills", "metrics", "objectives"}
NEAR = 12  # lines below a heading
LONGEST_LABEL = 32  # signs
MARKS = " >*-+|"
COLON = re.compile(r"[:：]")
# `5시간`, `2 часа`
FAR_UNIT = re.compile(r"\d\s?[\u0370-\u1fff\uac00-\ud7af]")
FEWEST = 2  # codes of levels that nobody read
FIRST_WORDS = 3  # in which an order says where to go on, or a label names a level
ARROWS = ("→", "⇒", "➔", "->", "=>")


def is_of_another(clash: Clash, facts: Facts) -> bool:
    """The other place is about messages, or names the levels under another question: by when it is
    delivered, or told to the guests."""
    line = clash.other.line
    section = facts.section_of(line)
    if facts.about(section) & TOLD:
        return True
    asked = {clash.concept, "response_times"}
    for table in tables(section):
        if any(row.line == line for row in table.rows):
            return not _asks(table, section.title, asked, facts)
    text = facts.page.lines[line - 1]
    known = facts.words.labels.all(f"{section.title} | {text}") & asked
    is_plain = facts.words.headings.exactly(plain(section.title)) == "severity"
    spoken = facts.speaks("prose", text) & {"responds", "acknowledges"}
    return not (known or is_plain or spoken or facts.words.headings.all(section.title) & asked)


def _asks(table: Table, title: str, asked: set[str], facts: Facts) -> bool:
    heads = " | ".join((*table.head.cells, title))
    return bool((facts.words.labels.all(heads) | facts.words.headings.all(heads)) & asked)


def worth_telling(levels: Sequence[Severity], facts: Facts) -> bool:
    """Whether anybody would write the time down: not for a level that takes in what the others
    leave, and not where the document numbers other levels than those that were read."""
    named = {folded(found) for said in facts.said for found in hints.LEVEL.findall(said.text)}
    own = " ".join(folded(key) for one in levels for key in (one.key, one.name or ""))
    return len(named) < FEWEST or any(any(s.isdigit() for s in key) for key in own.split())


def is_plain(one: Unread, facts: Facts) -> bool:
    """A reader knows it: `same working day`; a number with a unit of a language nobody taught us;
    people, behind a label such as `Response team`; where to go on."""
    if (
        _sends_on(one.text, facts)
        or facts.speaks("beside", one.text) & {"same_day"}
        or FAR_UNIT.search(one.text)
    ):
        return True
    label = facts.page.lines[one.line - 1].partition(one.text)[0]
    if "|" in label or facts.words.units.all(one.text):
        return False
    return bool(facts.speaks("beside", label) & {"names_people"})


def _sends_on(text: str, facts: Facts) -> bool:
    """`Go to step 4`, `→ step 4`: the next step, and no time."""
    opening = " ".join(text.split()[:FIRST_WORDS])
    return text.startswith(ARROWS) or bool(facts.speaks("beside", opening) & {"goes_to"})


def is_an_act(one: Unread, named: Sequence[Severity], facts: Facts) -> bool:
    """`Ring the harbour desk` in the row of a level whose time stands in another column: that
    column says what is done."""
    row = facts.page.lines[one.line - 1]
    first = one.text.strip(MARKS).partition(" ")[0]
    if _asks_who(one, facts):
        return True
    if not row.lstrip().startswith("|") or not facts.speaks("steps", first) & {"tell", "order"}:
        return False
    others = row.replace(one.text, "")
    return any(span.seconds for span in spans_in(others, facts.words)) and all(
        level.response or level.acknowledge or level.resolution for level in named
    )


def _asks_who(one: Unread, facts: Facts) -> bool:
    """`Who answers`, above a column: `whoever is free` is no time."""
    return any(
        one.text in plain(cell) and facts.speaks("people", head) & {"who"}
        for table in tables(facts.section_of(one.line))
        for row in table.rows
        if row.line == one.line
        for head, cell in zip(table.head.cells, row.cells, strict=False)
    )


def is_told_below(level: Severity, levels: Sequence[Severity], facts: Facts) -> bool:
    """A chapter of its own holds a time behind a label; or says that it is a kind of incident, and
    has now one level and now another."""
    for section in facts.page.sections:
        own = section.line == level.line
        if not own and keys_in(section.title, levels, facts.words) != (level.key,):
            continue
        for text in facts.page.lines[section.line : min(section.end, section.line + NEAR)]:
            label = label_of(text.strip(MARKS))
            if label is not None and _settles(label, facts):
                return True
    return False


def acts_in_time(level: Severity, levels: Sequence[Severity], facts: Facts) -> bool:
    """`### Within 5 minutes`, and below it `- P1: shut the gate`; or the other way round, in a
    chapter for one level or for some."""
    if any(_begins_in_time(one, level, levels, facts) for one in facts.page.sections):
        return True
    if _has_a_first_window(level, levels, facts):
        return True
    return any(
        keys_in(_label_of(said.text), levels, facts.words) == (level.key,)
        for section in facts.page.sections
        if any(span.seconds for span in spans_in(section.title, facts.words))
        if not TOLD & (facts.about(section) | facts.words.headings.all(section.title))
        for said in facts.said_in(section)
        if said.kind == "item"
    )


def _begins_in_time(
    chapter: Section, level: Severity, levels: Sequence[Severity], facts: Facts
) -> bool:
    """`## What we do (S1 and S2)`, and below it `### Look (within 10 minutes)`; or `## The first 10
    minutes of S1 and S2`."""
    keys = keys_in(chapter.title, levels, facts.words)
    if not FEWEST <= len(keys) < len(levels) or level.key not in keys:
        return False
    if TOLD & (facts.about(chapter) | facts.words.headings.all(chapter.title)):
        return False
    first = next(iter(facts.page.children(chapter)), None)
    titles = (chapter.title, first.title if first is not None else "")
    return any(
        span.seconds and not span.is_period
        for title in titles
        for span in spans_in(title, facts.words)
    )


def _has_a_first_window(level: Severity, levels: Sequence[Severity], facts: Facts) -> bool:
    """`### P1: what to do`, and below it `**At once (0-10 minutes)**`: a window from the start."""
    chapters = (
        section
        for section in facts.page.sections
        if keys_in(section.title, levels, facts.words) == (level.key,)
        if not TOLD & (facts.about(section) | facts.words.headings.all(section.title))
    )
    return any(
        span.seconds and span.min_seconds == 0
        for chapter in chapters
        for part in facts.page.under(chapter)
        for name in (part.title, *labels_alone(facts.page.lines[part.line : part.end]))
        for span in spans_in(name, facts.words)
    )


def _label_of(text: str) -> str:
    """What stands in front of a colon, and no sentence about it."""
    name, *behind = COLON.split(text, maxsplit=1)
    return name if behind and len(name.split()) <= FIRST_WORDS else ""


def _settles(label: Label, facts: Facts) -> bool:
    if len(label.name) > LONGEST_LABEL:
        return False
    named = facts.speaks("documents", label.name) & {"severity"}
    varies = named and facts.speaks("beside", label.value) & {"varies"}
    spans = spans_in(label.value, facts.words)
    asked = facts.words.labels.all(label.name) & {"resolution", "cadence"}
    return bool(varies or (spans and not asked))


def is_timed_like_a_level(section: Section, facts: Facts) -> bool:
    """`Response time: 15 minutes`, and nothing to run: it says how grave such a case is."""
    lines = facts.page.lines[section.line : section.end]
    labels = (label_of(text.lstrip(" -+").removeprefix("* ")) for text in lines)
    timed = (
        label is not None
        and facts.words.labels.exactly(label.name) == "response"
        and spans_in(label.value, facts.words)
        for label in labels
    )
    return not facts.acts_in(section) and any(timed)


def takes_the_rest(level: Severity, facts: Facts) -> bool:
    """`Everything else`, `questions`, `for the record only`."""
    said = (level.definition, *level.examples)
    texts = [one.text for one in said if one is not None] + [facts.page.lines[level.line - 1]]
    return any(facts.speaks("beside", text) & {"the_rest"} for text in texts)


def is_bounded_in_a_heading(time: TimeValue, facts: Facts) -> bool:
    """`Immediate` in a row, and `Immediate (0-15 minutes)` or `First response (15 minutes)` above
    what is done then."""
    word = folded(plain(time.text)).strip(" .!")
    names = (*(one.title for one in facts.page.sections), *labels_alone(facts.page.lines))
    return bool(word) and any(
        (folded(plain(name)).startswith(word) or facts.speaks("prose", name) & {"first_answer"})
        and any(span.seconds for span in spans_in(name, facts.words))
        for name in names
    )


def is_bounded_in_a_list(time: TimeValue, level: Severity, facts: Facts) -> bool:
    """`P1 (gate stuck): 15 minutes`, below `Response times`, whatever kind of block it stands in:
    the number that can be late, for which `immediate` is the short word."""
    return any(
        _answers_soon(section.title, level, facts.page.lines[section.line : section.end], facts)
        for section in facts.page.sections
        if not section.line <= time.line <= section.end
    )


def _answers_soon(title: str, level: Severity, lines: Sequence[str], facts: Facts) -> bool:
    """A line that begins with the level and is a span, below such a heading."""
    if "response_times" not in facts.words.headings.all(title):
        return False
    for line in lines:
        head, colon, value = plain(line).strip(MARKS).partition(":")
        is_it = bool(colon) and folded(head.split("(")[0]).strip() == folded(level.key)
        if is_it and any(span.seconds for span in spans_in(value, facts.words)):
            return True
    return False


def has_a_table_of_answers(facts: Facts) -> bool:
    """`| Level | On-call | Manager |` with a time below each: so soon each of them answers."""
    return any(
        facts.speaks("people", " | ".join(table.head.cells)) & {"paged"}
        and all(spans_in(" | ".join(row.cells), facts.words) for row in table.rows)
        for section in facts.page.sections
        for table in tables(section)
    )

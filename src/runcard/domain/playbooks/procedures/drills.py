"""What is practised and how often: by period, or before or after some event."""

import re
from collections.abc import Iterator
from dataclasses import replace

from runcard.domain.playbooks.model import TimeValue
from runcard.domain.playbooks.nouns.appendix import Drill
from runcard.domain.playbooks.page.blocks import (
    Block,
    Item,
    Outline,
    Paragraph,
    Section,
    Table,
    items,
    label_of,
    prose,
)
from runcard.domain.playbooks.procedures.drill_periods import (
    event_of,
    period_of_cell,
    periods_in,
)
from runcard.domain.playbooks.procedures.kept_drills import kept_drills
from runcard.domain.playbooks.procedures.shared_periods import (
    drills_below_a_label,
    drills_below_a_period,
)
from runcard.domain.playbooks.times.clauses import sentences
from runcard.domain.playbooks.times.grammar import Span
from runcard.domain.playbooks.topics import topics
from runcard.domain.playbooks.vocabulary import Vocabulary
from runcard.domain.playbooks.words import plain, untitled

PIECES = re.compile(r"\s*[;；，,、]\s*")
AND = re.compile(r"\s+(?:and|und|et|y|e)\s+")
PRACTICE = {"practice", "rehearse"}
YEAR = 365 * 86400
FEWEST = 2
WORK = {"severity", "templates", "runbooks", "process", "communication", "metrics"}
ELSEWHERE = {"severity", "templates", "runbooks", "escalation", "contacts", "review"}


def drills_of(page: Outline, words: Vocabulary) -> tuple[Drill, ...]:
    """Under a heading about practice every period counts; elsewhere only beside its word."""
    found = [
        drill
        for section in page.sections
        for told in (_below_a_period, _in_chapter, _kept)
        for drill in told(page, section, words)
    ]
    return tuple(sorted(found, key=lambda drill: drill.every.line))


def _kept(page: Outline, section: Section, words: Vocabulary) -> Iterator[Drill]:
    at_home = "drills" in topics(page, section, words)
    yield from kept_drills(section, words, at_home=at_home)


def _below_a_period(page: Outline, section: Section, words: Vocabulary) -> Iterator[Drill]:
    """The entries about practice among others below `### Monthly review` or `**Monthly:**`."""
    title = plain(untitled(section.title))
    if "drills" in topics(page, section, words):
        return
    yield from drills_below_a_label(section, words)
    for span in periods_in(title, words):
        every = span.value(title, section.line)
        for said in (plain(one.text) for one in items(section)):
            if words.talk.speaks_of(said, "practice") and not periods_in(said, words):
                yield Drill(said, every)


def _in_chapter(page: Outline, section: Section, words: Vocabulary) -> Iterator[Drill]:
    """Rows that share the period above them, and what else is said there; the title then says the
    same once more."""
    at_home = "drills" in topics(page, section, words)
    shared = tuple(drills_below_a_period(section, words)) if at_home else ()
    yield from shared
    said = {one.every.line for one in shared}
    rest = replace(section, blocks=_without(said, section)) if shared else section
    again = section.line if shared else None
    yield from (one for one in _in_section(page, rest, words) if one.every.line != again)


def _in_section(page: Outline, section: Section, words: Vocabulary) -> Iterator[Drill]:
    about = topics(page, section, words)
    at_home = "drills" in about
    if not (at_home or any(words.talk.all(text) & PRACTICE for text, _ in _lines(section))):
        return
    told = () if at_home or about & WORK else tuple(_told_together(section, words))
    yield from told
    known = {one.every.line for one in told}
    rest = replace(section, blocks=_without(known, section)) if known else section
    if not at_home and about & ELSEWHERE:
        yield from _labelled(rest, words)
        return
    below = _below_labels(section, words) if at_home else {}
    for sentence, line in _sentences(rest, words):
        for one in _in_sentence(sentence, line, words, at_home=at_home):
            named = below.get(line, ()) if not one.what else ()
            yield from (replace(one, what=what) for what in named or (one.what,))
    if at_home:
        for block in section.blocks:
            if isinstance(block, Table):
                yield from _in_table(block, words)
        yield from _in_title(section, words)


def _without(lines: set[int], section: Section) -> tuple[Block, ...]:
    return tuple(
        block
        for block in section.blocks
        if not isinstance(block, Paragraph) or not lines & {line.line for line in block.lines}
    )


def _told_together(section: Section, words: Vocabulary) -> Iterator[Drill]:
    """`The restore is rehearsed each quarter, the alarm is sent once a month`: where a paragraph
    says of one thing that it is practised, all that it says to come again is."""
    for block in section.blocks:
        if not isinstance(block, Paragraph) or block.quote is not None:
            continue
        said = tuple(_sentences(replace(section, blocks=(block,)), words))
        if any(_tells_of_practice(sentence, words) for sentence, _ in said):
            for sentence, line in said:
                if not _is_news(sentence, words):
                    yield from _in_sentence(sentence, line, words, at_home=True)


def _tells_of_practice(sentence: str, words: Vocabulary) -> bool:
    """In one clause how often and what, or, as in `once a year, before the season, the alarm is
    rehearsed`, a clause that is nothing but a period, and one about practice."""
    clauses = [piece for piece in PIECES.split(sentence) if piece]
    practised = [one for one in clauses if words.talk.all(one) & PRACTICE]
    halves = [half for one in practised for half in _halves(one, words)]
    if any(periods_in(half, words) or event_of(half, 0, words) for half in halves):
        return True
    timed = [one for one in clauses if periods_in(one, words)]
    is_apart = len(timed) == 1 and not _what(timed[0], periods_in(timed[0], words)[0])
    return bool(practised) and is_apart and not words.review.speaks_of(sentence, "other")


def _is_news(sentence: str, words: Vocabulary) -> bool:
    """`We write daily`: how often people are told something is no practice."""
    said = words.talk.all(sentence)
    return "update" in said and not said & PRACTICE


def _sentences(section: Section, words: Vocabulary) -> Iterator[tuple[str, int]]:
    """All but those that only say how often the document is read again."""
    for text, line in _lines(section):
        for sentence in sentences(text):
            is_reread = words.talk.speaks_of(sentence, "read_again")
            if not is_reread or words.talk.speaks_of(sentence, "practice"):
                yield sentence, line


def _lines(section: Section) -> Iterator[tuple[str, int]]:
    for line in prose(section):
        yield plain(line.text).strip("*_ "), line.line


def _below_labels(section: Section, words: Vocabulary) -> dict[int, list[str]]:
    """The entries about practice below `**Monthly:**`, by the line of that label."""
    found: dict[int, list[str]] = {}
    label: int | None = None
    for block in section.blocks:
        if isinstance(block, Paragraph):
            label = block.lines[-1].line
        elif isinstance(block, Item) and label is not None:
            said = plain(block.text)
            is_practised = words.talk.speaks_of(said, "drill") and not periods_in(said, words)
            found.setdefault(label, []).extend([said] if is_practised else [])
        else:
            label = None
    return found


def _labelled(section: Section, words: Vocabulary) -> Iterator[Drill]:
    """`Phishing drill: quarterly.` says so itself, wherever it stands."""
    for sentence, line in _sentences(section, words):
        label = label_of(sentence)
        if label is not None and words.talk.all(label.name) & PRACTICE:
            yield from _in_sentence(sentence, line, words, at_home=True)
        elif words.talk.all(sentence) & PRACTICE:
            told = _in_sentence(sentence, line, words, at_home=False)
            # `probe the hall after each step`: what goes with a repair is no drill.
            yield from (one for one in told if one.every.calendar != "event")


def _in_title(section: Section, words: Vocabulary) -> Iterator[Drill]:
    """`### Monthly drill`; `### Monthly tests` names nothing but practice, and of a list of drills
    below it each is one of its own."""
    title = plain(untitled(section.title))
    for span in periods_in(title, words):
        every = span.value(title, section.line)
        is_bare = words.headings.exactly(_what(title, span)) == "drills"
        named = _list_of_drills(section, words) if is_bare else ()
        yield from (Drill(what, every) for what in named or (title,))


def _list_of_drills(section: Section, words: Vocabulary) -> tuple[str, ...]:
    """Entries without a period, some of them about practice; numbered ones are steps of a drill."""
    outer = [one for one in items(section) if one.depth == 1 and not one.numbered]
    said = [text for text in (plain(one.text) for one in outer) if not periods_in(text, words)]
    practised = [text for text in said if words.talk.all(text) & (PRACTICE | {"drill"})]
    return tuple(said) if len(practised) >= FEWEST else ()


def _in_sentence(sentence: str, line: int, words: Vocabulary, *, at_home: bool) -> Iterator[Drill]:
    before = ""
    clauses = PIECES.split(sentence)
    for at, clause in enumerate(clauses):
        if not at_home and not words.talk.speaks_of(clause, "practice"):
            continue
        is_told_behind = any(_is_only_period(one, words) for one in clauses[at + 1 : at + 2])
        for piece in _halves(clause, words):
            periods = periods_in(piece, words)
            if periods:
                what = _what(piece, periods[0]) or before or _practised_in(sentence, words)
                yield Drill(what, periods[0].value(piece, line))
            elif not is_told_behind and (event := event_of(piece, line, words)):
                yield Drill(_beside(piece, event.text), event)
        before = clause
    if (
        at_home
        and not periods_in(sentence, words)
        and (months := _in_months(sentence, line, words))
    ):
        yield Drill(sentence.partition(months.text)[0].strip(" :：-–—,."), months)


def _beside(piece: str, event: str) -> str:
    """What is practised, in front of what it is bound to or behind it."""
    before, _, behind = piece.partition(event)
    return (before or behind).strip(" :：-–—在")


def _is_only_period(clause: str, words: Vocabulary) -> bool:
    """`Failover: every team, twice a year`: how often stands in a clause of its own."""
    periods = periods_in(clause, words)
    return bool(periods) and not _what(clause, periods[0])


def _practised_in(sentence: str, words: Vocabulary) -> str:
    """The clause about practice, where how often stands in one of its own."""
    clauses = PIECES.split(sentence)
    return next((one for one in clauses if words.talk.all(one) & PRACTICE), "")


def _in_months(text: str, line: int, words: Vocabulary) -> TimeValue | None:
    """`in February and August`: as often in a year as there are months; with a year beside them
    they are days of the past or of a plan."""
    said = ((one, words.talk.phrases[one.group()]) for one in words.talk.matches(text))
    named = [one for one, names in said if "month_name" in names]
    if len(named) < FEWEST or any(char.isdigit() for char in text):
        return None
    phrase = text[named[0].start() : named[-1].end()]
    return TimeValue(phrase, line, YEAR // len(named))


def _halves(clause: str, words: Vocabulary) -> list[str]:
    """`walk through one every month and restore one twice a year` are two."""
    pieces = AND.split(clause)
    return pieces if len(pieces) > 1 and all(periods_in(one, words) for one in pieces) else [clause]


def _what(text: str, span: Span) -> str:
    return (text[: span.start] + text[span.end :]).strip(" :：()（）-–—,.")


def _in_table(table: Table, words: Vocabulary) -> Iterator[Drill]:
    for row in table.rows:
        for cell in row.cells[1:]:
            every = period_of_cell(cell, row.line, words)
            if every is not None:
                yield Drill(row.cells[0], every)
                break

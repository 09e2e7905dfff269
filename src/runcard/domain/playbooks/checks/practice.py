"""Exercises: with a rhythm and a last day that is longer ago, or with no rhythm at all."""

import re
from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise

from runcard.domain.playbooks.checks.days import last_day_of
from runcard.domain.playbooks.facts import Facts, Said
from runcard.domain.playbooks.model import Finding
from runcard.domain.playbooks.page.blocks import Row, Section, Table
from runcard.domain.playbooks.words import plain

YEAR = re.compile(r"(?<![\d.-])(20\d\d)(?![\d-])")
# Behind the word for the last time, its day; `last` may stand behind the day in some languages.
AHEAD = 48
SENTENCE = re.compile(r"(?<=[\w)])[.;]\s+(?=\W?[A-ZÀ-Þ]|\W?\d)|[;。]")
LEAST_GRACE = 15  # days
DATED = re.compile(r"\W{1,4}(?:de )?(?:\d{1,2},? )?20\d\d")
SHORT_NAME = 3  # letters: `mar` and `set` are other words too
QUARTER = 3  # months


@dataclass(frozen=True, slots=True)
class Exercise:
    """What is practised every so many months, and when it was the last time."""

    months: int
    rhythm: str
    held: str
    day: date | None
    line: int


def check(facts: Facts) -> Iterator[Finding]:
    """Every exercise that is overdue by its own rhythm, and every one without a rhythm."""
    if facts.today is not None:
        for one in _exercises(facts):
            if one.day is None or _due(one) < facts.today:
                about = f"“{one.rhythm}”, and the last time: {one.held}"
                yield facts.marked(facts.finding("RC611", one.line, about), one.held)
    yield from _some_day(facts)


def _due(one: Exercise) -> date:
    """The day by which it ought to have been held again, with some grace; what is done every
    quarter may be done on any day of the next."""
    last = one.day or date.min
    ahead = one.months if one.months != QUARTER else 2 * QUARTER - 1 - (last.month - 1) % QUARTER
    month = last.month - 1 + ahead
    year, month = last.year + month // 12, month % 12 + 1
    longest = monthrange(year, month)[1]
    day = longest if one.months == QUARTER else min(last.day, longest)
    return date(year, month, day) + timedelta(days=max(LEAST_GRACE, 4 * one.months))


def _exercises(facts: Facts) -> Iterator[Exercise]:
    for section in facts.page.sections:
        for block in section.blocks:
            if isinstance(block, Table):
                yield from _of_table(block, section, facts)
    last_times = {said.line for said in facts.said_of("practice", "last_time")}
    before: Said | None = None
    for said in facts.said if last_times else ():
        if said.line in last_times and said.kind != "row" and _is_practice(said, facts):
            yield from _of_text(said, before, facts)
        before = said


def _is_practice(said: Said, facts: Facts) -> bool:
    """In a chapter on exercises, or a sentence about one; not when the page was last changed."""
    named = "drill" in facts.words.talk.all(said.text)
    label = said.text.partition(":")[0]
    if not named and facts.speaks("documents", label) & {"review_words"}:
        return False
    spoken = named or facts.speaks("prose", said.text) & {"practised", "tried"}
    return bool(spoken) or _is_chapter(said.section, facts)


def _is_chapter(section: Section, facts: Facts) -> bool:
    titles = facts.titles(section)
    drilled = "drill" in facts.words.talk.all(titles) or "drills" in facts.about(section)
    return drilled or bool(facts.speaks("prose", section.title) & {"practised"})


def _of_table(table: Table, section: Section, facts: Facts) -> Iterator[Exercise]:
    """A row with a rhythm and a day, under a head that speaks of the last time."""
    at = next((n for n, cell in enumerate(table.head.cells) if _last_in(cell, facts)), None)
    if at is None or not (_is_chapter(section, facts) or _drills(table, facts)):
        return
    for row in table.rows:
        cells = [plain(cell) for cell in row.cells]
        if len(cells) > at:
            yield from _of_row(row, cells, at, facts)


def _drills(table: Table, facts: Facts) -> bool:
    head = " | ".join(map(plain, table.head.cells))
    return "drill" in facts.words.talk.all(head) or bool(facts.speaks("prose", head) & {"tried"})


def _of_row(row: Row, cells: list[str], at: int, facts: Facts) -> Iterator[Exercise]:
    often = next(
        (one for n, cell in enumerate(cells) if n != at and (one := _rhythms(cell, facts))), None
    )
    day, never = _day_in(cells[at], facts), facts.speaks("practice", cells[at]) & {"never"}
    if often and (day or never):
        months, rhythm, _ = often[-1]
        yield Exercise(months, rhythm, cells[at], day, row.line_of(at))


def _of_text(said: Said, before: Said | None, facts: Facts) -> Iterator[Exercise]:
    """`Twice a year, the last one in May 2024`; the rhythm may stand on the line before."""
    rhythms = _rhythms(said.text, facts)
    if not rhythms and before is not None and before.section is said.section:
        rhythms = [(months, words, -1) for months, words, _ in _rhythms(before.text, facts)]
    for start, end in _last_times(said.text, facts):
        behind = SENTENCE.split(said.text[end : end + AHEAD])[0]
        day = _day_in(behind, facts)
        never = facts.speaks("practice", behind) & {"never"}
        nearest = [one for one in rhythms if one[2] < start] or rhythms[:1]
        if nearest and (day or never):
            months, rhythm, _ = nearest[-1]
            yield Exercise(months, rhythm, behind.strip(" :|()[]*.。（）"), day, said.line)


def _last_times(text: str, facts: Facts) -> Iterator[tuple[int, int]]:
    known = facts.words.lint.get("practice")
    for found in known.matches(text) if known is not None else ():
        if known is not None and "last_time" in known.phrases[found.group()]:
            yield found.start(), found.end()


def _last_in(cell: str, facts: Facts) -> bool:
    return bool(facts.speaks("practice", cell) & {"last_time"})


def _day_in(text: str, facts: Facts) -> date | None:
    """The last day that is meant: a date, a month, a season or a year."""
    day = last_day_of(text, facts)
    year = YEAR.search(text)
    if day is not None or year is None:
        return day
    ends = {"spring": (6, 20), "summer": (9, 22), "autumn": (12, 20)}
    season = next(iter(sorted(facts.speaks("practice", text) & set(ends))), None)
    return date(int(year.group(1)), *ends.get(season or "", (12, 31)))


def _rhythms(text: str, facts: Facts) -> list[tuple[int, str, int]]:
    """Every rhythm a text speaks of, in months, with its words and their place."""
    known = facts.words.lint["rhythms"]
    found = [
        (int(known.phrases[one.group()][0]), text[one.start() : one.end()], one.start())
        for one in known.matches(text)
    ]
    return sorted([*found, *_by_month(text, facts)], key=lambda one: one[2])


def _by_month(text: str, facts: Facts) -> list[tuple[int, str, int]]:
    """`In March and October`: as often as months are named without a
    year."""
    known = facts.words.lint.get("months")
    named = [
        one
        for one in (known.matches(text) if known is not None else ())
        if len(one.group()) > SHORT_NAME and not DATED.match(text, one.end())
    ]
    joined = [
        one
        for one, after in pairwise(named)
        if facts.speaks("practice", text[one.end() : after.start()]) & {"and"}
        and after.start() - one.end() <= 6
    ]
    if len(named) != 2 or len(joined) != 1 or re.search(r"\d\W*$", text[: named[0].start()]):
        return []
    return [(6, text[named[0].start() : named[1].end()], named[0].start())]


def _some_day(facts: Facts) -> Iterator[Finding]:
    """`Rope drill: now and then`: nobody can say that it is overdue."""
    vague = facts.said_of("practice", "some_day")
    told = _chapters_with_rhythms(facts) if vague else frozenset()
    for said in vague:
        if not _is_practice(said, facts) or facts.speaks("ageing", said.text) & {"kept_current"}:
            continue
        word = facts.word("practice", "some_day", said.text)
        drilled = "drill" in facts.words.talk.all(said.text) or _is_chapter(said.section, facts)
        if word is None or not drilled:
            continue
        if told - {said.section.index} and not _is_about_exercises(said.section, facts):
            continue  # a chapter on exercises says how often
        part = next(p for p in SENTENCE.split(said.text) if word in p) if word in said.text else ""
        if part and not _rhythms(part, facts):
            yield facts.marked(facts.finding("RC612", said.line, f"“{word}”"), word)


def _is_about_exercises(section: Section, facts: Facts) -> bool:
    """`Drills`, and not `Best practices`."""
    return _is_chapter(section, facts) and not (
        facts.speaks("steps", section.title) & {"principles"}
    )


def _chapters_with_rhythms(facts: Facts) -> frozenset[int]:
    """Those in which an exercise has a period."""
    return frozenset(
        one.section.index
        for one in facts.said
        if "drill" in facts.words.talk.all(one.text) and _rhythms(one.text, facts)
    )

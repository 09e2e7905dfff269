"""Learning from an incident: by when, for which levels, and in which form."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from runcard.domain.playbooks.levels.groups import topics
from runcard.domain.playbooks.levels.names import keys_in
from runcard.domain.playbooks.model import (
    ReviewDeadline,
    ReviewRules,
    Severity,
    Text,
    TimeValue,
)
from runcard.domain.playbooks.page.blocks import (
    Item,
    Outline,
    Paragraph,
    Section,
    Table,
)
from runcard.domain.playbooks.reviews.agendas import agenda_of
from runcard.domain.playbooks.reviews.forms import is_about_review, review_form
from runcard.domain.playbooks.times.clauses import sentences
from runcard.domain.playbooks.times.grammar import SECONDS, Span, spans_in
from runcard.domain.playbooks.times.tokens import Kind
from runcard.domain.playbooks.vocabulary import Vocabulary
from runcard.domain.playbooks.words import plain, trailing_parenthesis

HEADING = re.compile(r"^(#{1,6})\s+(.*?)\s*#*$")
BARS = re.compile(r"\s+\|\s+")
CLAUSE = re.compile(r"\s*[,;，；]\s*")
WEEK = SECONDS["week"]


@dataclass(frozen=True, slots=True)
class Remark:
    """A sentence about reviews: its line, the levels it is about, whether its heading is, too."""

    text: str
    line: int
    keys: tuple[str, ...]
    at_home: bool
    is_cell: bool = False


def review_rules(
    page: Outline,
    severities: Sequence[Severity],
    said_of_levels: Sequence[tuple[str, Text]],
    words: Vocabulary,
) -> ReviewRules:
    """Deadlines, the levels that need a review, and the form to fill in."""
    remarks = [Remark(plain(text.text), text.line, (key,), True) for key, text in said_of_levels]
    for section in page.sections:
        remarks.extend(_remarks(page, section, severities, words))
    stated = [deadline for remark in remarks for deadline in _deadlines(remark, words)]
    deadlines = _once(stated)
    return ReviewRules(
        deadlines,
        _required_for(severities, deadlines, remarks, words),
        review_form(page, words),
        agenda_of(page, words),
    )


def _once(stated: Sequence[ReviewDeadline]) -> tuple[ReviewDeadline, ...]:
    """A deadline read twice, as a level's label and as a line, counts once: the first reading."""
    kept: dict[tuple[int, str | None, int | None], ReviewDeadline] = {}
    for deadline in stated:
        within = deadline.within
        kept.setdefault((within.line, within.calendar, within.seconds), deadline)
    return tuple(sorted(kept.values(), key=lambda deadline: deadline.within.line))


def _remarks(
    page: Outline, section: Section, severities: Sequence[Severity], words: Vocabulary
) -> Iterator[Remark]:
    at_home = is_about_review(page, section, words)
    apart = topics(page, section, words) & {"severity", "runbooks", "templates"}
    is_apart = not at_home and bool(apart)
    title, inside = trailing_parenthesis(plain(section.title))
    titled = keys_in(title, severities, words) if at_home else ()
    if inside is not None and at_home:
        yield Remark(inside, section.line, keys_in(title, severities, words), True)
    for block in section.blocks:
        if isinstance(block, Paragraph | Item) and not _is_agenda(block):
            for remark in _block_remarks(block, (severities, titled), words, at_home=at_home):
                if is_apart and not words.review.speaks_of(remark.text, "strong"):
                    continue
                yield remark if remark.keys or not at_home else replace(remark, keys=titled)
        elif isinstance(block, Table) and at_home:
            yield from _rows(block, severities, words)


def _rows(table: Table, severities: Sequence[Severity], words: Vocabulary) -> Iterator[Remark]:
    """One row a level, one cell a deadline."""
    for row in table.rows:
        keys = keys_in(row.cells[0], severities, words) if row.cells else ()
        for cell in row.cells[1:] if keys else ():
            yield Remark(cell, row.line, keys, True, is_cell=True)


def _is_agenda(block: Paragraph | Item) -> bool:
    """`1. **Causes** (10 min)` is a piece of a meeting, not a deadline."""
    return (
        isinstance(block, Item)
        and block.numbered
        and trailing_parenthesis(block.text)[1] is not None
    )


def _block_remarks(
    block: Paragraph | Item,
    known: tuple[Sequence[Severity], tuple[str, ...]],
    words: Vocabulary,
    *,
    at_home: bool,
) -> Iterator[Remark]:
    """A sentence is about the levels it names, else about those of the sentence before it, else
    about those of the heading."""
    severities, titled = known
    said = [
        (sentence, line.line)
        for line in block.lines
        for piece in BARS.split(plain(line.text))
        for whole in sentences(piece)
        for sentence in _halves(whole, severities, words)
    ]
    last = titled or next(
        (keys for text, _ in said if (keys := keys_in(text, severities, words))), ()
    )
    for sentence, line in said:
        own = keys_in(sentence, severities, words)
        last = own or last
        strong = words.review.speaks_of(sentence, "strong")
        if at_home or strong or (own and words.review.speaks_of(sentence, "review")):
            yield from _by_level(
                sentence, line, (last if at_home else own), (severities, words, at_home)
            )


def _halves(sentence: str, severities: Sequence[Severity], words: Vocabulary) -> tuple[str, ...]:
    """`SEV1 in 3 days; SEV2 only if it happens twice`: two halves with levels of their own."""
    halves = tuple(re.split(r"\s*[;；]\s*", sentence))
    if len(halves) > 1 and all(keys_in(half, severities, words) for half in halves):
        return halves
    return (sentence,)


def _by_level(
    sentence: str,
    line: int,
    keys: tuple[str, ...],
    known: tuple[Sequence[Severity], Vocabulary, bool],
) -> Iterator[Remark]:
    """`within 10 days for RED and within 30 days for AMBER`: each time with its own levels."""
    severities, words, at_home = known
    spans = [span for span in spans_in(sentence, words) if not span.is_period]
    starts = [0, *(span.end for span in spans[:-1])]
    ends = [*(span.start for span in spans[1:]), len(sentence)]
    behind = [
        keys_in(sentence[span.end : end], severities, words)
        for span, end in zip(spans, ends, strict=False)
    ]
    before = [
        keys_in(sentence[start : span.start], severities, words)
        for span, start in zip(spans, starts, strict=False)
    ]
    own = before if _are_apart(before) else behind
    if len(spans) < 2 or not _are_apart(own):
        yield Remark(sentence, line, keys, at_home)
        return
    ends = [span.end for span in spans] if own is before else ends
    for start, end, mine in zip(starts, ends, own, strict=False):
        yield Remark(sentence[start:end], line, mine, at_home)


def _are_apart(keys: Sequence[tuple[str, ...]]) -> bool:
    """Each time has levels of its own."""
    return all(keys) and len(set(keys)) == len(keys)


def _deadlines(remark: Remark, words: Vocabulary) -> Iterator[ReviewDeadline]:
    found = False
    for whole in CLAUSE.split(remark.text):
        clause = _before_a_case(whole, words)
        if words.review.speaks_of(clause, "other") and not words.review.speaks_of(clause, "strong"):
            continue
        for span in spans_in(clause, words):
            if _is_deadline(span, remark):
                found = True
                within = span.value(clause, remark.line)
                yield ReviewDeadline(within, remark.text, remark.keys)
    if not found and remark.keys and words.talk.speaks_of(remark.text, "optional"):
        silent = TimeValue(remark.text, remark.line, None)
        yield ReviewDeadline(silent, remark.text, remark.keys, optional=True)


def _before_a_case(clause: str, words: Vocabulary) -> str:
    """`only if it happens twice in a month`: a time in the case is not the deadline."""
    for found in words.review.matches(clause):
        if "only_if" in words.review.phrases[found.group()]:
            return clause[: found.start()]
    return clause


def _is_deadline(span: Span, remark: Remark) -> bool:
    if span.is_period or span.now or Kind.OVER in span.leads or Kind.DURING in span.leads:
        return False
    if span.calendar is not None:
        return span.calendar.startswith("business_days") or span.calendar.endswith("business_day")
    if span.leads & {Kind.UNDER, Kind.AFTER}:
        return True
    return remark.is_cell or (remark.at_home and (span.seconds or 0) >= WEEK)


def _required_for(
    severities: Sequence[Severity],
    deadlines: Sequence[ReviewDeadline],
    remarks: Sequence[Remark],
    words: Vocabulary,
) -> tuple[str, ...] | None:
    named = {key for deadline in deadlines if not deadline.optional for key in deadline.keys}
    for remark in remarks:
        if not words.talk.speaks_of(remark.text, "optional") and _demands(remark, words):
            named.update(remark.keys)
    return tuple(level.key for level in severities if level.key in named) or None


def _demands(remark: Remark, words: Vocabulary) -> bool:
    return words.review.speaks_of(remark.text, "required")

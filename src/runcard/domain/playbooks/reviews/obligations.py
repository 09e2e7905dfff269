"""Learning from an incident: by when, for which levels, and in which form."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from runcard.domain.playbooks.levels.mentions import keys_in
from runcard.domain.playbooks.model import (
    ReviewDeadline,
    ReviewRules,
    Severity,
    Text,
    TimeValue,
)
from runcard.domain.playbooks.page.blocks import Outline, label_of
from runcard.domain.playbooks.people.rung_leads import opens_with_if
from runcard.domain.playbooks.reviews.agendas import agenda_of
from runcard.domain.playbooks.reviews.asked_in_passing import (
    ABOUT_REVIEWS,
    fields_that_ask,
    is_ordered,
    is_paper,
    titles_that_ask,
    without_aside,
)
from runcard.domain.playbooks.reviews.bindings import (
    Remark,
    binds,
    is_advice,
    is_of_some,
    is_open_case,
)
from runcard.domain.playbooks.reviews.forms import review_form
from runcard.domain.playbooks.reviews.next_meetings import event_of, week_after
from runcard.domain.playbooks.reviews.remarks import remarks_in
from runcard.domain.playbooks.reviews.review_tables import STEPS
from runcard.domain.playbooks.reviews.shared_units import as_written
from runcard.domain.playbooks.times.amounts import SECONDS
from runcard.domain.playbooks.times.grammar import Span, spans_in
from runcard.domain.playbooks.times.tokens import Kind
from runcard.domain.playbooks.vocabulary import Vocabulary
from runcard.domain.playbooks.words import plain, trailing_parenthesis

CLAUSE = re.compile(r"\s*[,;，；]\s*")
LEAST = 10 * SECONDS["minute"]
HOUR, DAY, WEEK = SECONDS["hour"], SECONDS["day"], SECONDS["week"]
MOST_LINES_OF_A_SENTENCE = 8
BROKEN_BOLD = "**"
DIGIT = re.compile(r"\d")
# `(≥3 in 24h)`, `3x within a day`, `5+ in a week`: so many, and no date.
SO_MANY = re.compile(r"(?:[≥>≤<]=?\s?\d{1,4}|(?<![\w.-])\d{1,4}\s?[x×+]|[(（]\d{1,4})\s*$")
LONGEST_LEVEL = 32
LEFT_OPEN = {"left_open", "on_request"}
OPEN, SHUT = ("(", "（"), (")", "）")
COLONS = (":", "：")


def review_rules(
    page: Outline,
    severities: Sequence[Severity],
    said_of_levels: Sequence[tuple[str, Text]],
    words: Vocabulary,
) -> ReviewRules:
    """Deadlines, the levels that need a review, and the form to fill in."""
    remarks = [
        Remark(plain(text.text), text.line, (key,), True, is_cell=True)
        for key, text in said_of_levels
    ]
    for section in page.sections:
        remarks.extend(remarks_in(page, section, severities, words))
    form = review_form(page, words)
    remarks.extend((*titles_that_ask(page, severities, words), *fields_that_ask(form, words)))
    stated = [deadline for remark in remarks for deadline in _deadlines(remark, severities, words)]
    deadlines = _once([_as_written(deadline, page) for deadline in stated])
    return ReviewRules(
        deadlines,
        _required_for(severities, deadlines, remarks, words),
        form,
        agenda_of(page, words),
    )


def _as_written(deadline: ReviewDeadline, page: Outline) -> ReviewDeadline:
    """At the line where its words begin, with no more of them than the line has."""
    within = deadline.within
    below = page.lines[within.line - 1 : within.line - 1 + MOST_LINES_OF_A_SENTENCE]
    for line, raw in enumerate(below, within.line):
        there = plain(raw).replace(BROKEN_BOLD, "")
        said = as_written(within.text, there)
        if said in there and (said == within.text or DIGIT.search(said)):
            return replace(deadline, within=replace(within, text=said, line=line))
    own = plain(below[0]) if below else ""
    return replace(deadline, within=replace(within, text=as_written(within.text, own)))


def _once(stated: Sequence[ReviewDeadline]) -> tuple[ReviewDeadline, ...]:
    """A deadline read twice, as a level's label and as a line, counts once, for the levels of both
    readings. `SEV1 in 5 days; SEV2 in 5 days` are two."""
    kept: dict[tuple[int, str | None, int | None], list[ReviewDeadline]] = {}
    for deadline in stated:
        within = deadline.within
        here = kept.setdefault((within.line, within.calendar, within.seconds), [])
        twin = next((at for at, one in enumerate(here) if _is_twin(one, deadline)), None)
        if twin is None:
            here.append(deadline)
        else:
            keys = tuple(dict.fromkeys((*here[twin].keys, *deadline.keys)))
            here[twin] = replace(here[twin], keys=keys)
    found = [deadline for here in kept.values() for deadline in here]
    return tuple(sorted(found, key=lambda deadline: deadline.within.line))


def _is_twin(one: ReviewDeadline, other: ReviewDeadline) -> bool:
    """Said in the same words, or of a level in common, or of all."""
    apart = one.keys and other.keys and not set(one.keys) & set(other.keys)
    return not apart or one.scope == other.scope


def _deadlines(
    remark: Remark, severities: Sequence[Severity], words: Vocabulary
) -> Iterator[ReviewDeadline]:
    found = False
    for whole in CLAUSE.split(remark.text):
        if remark.is_cell and opens_with_if(whole, words):
            continue
        clause = _before_a_case(whole, words)
        if words.review.speaks_of(clause, "other") and not words.review.speaks_of(clause, "strong"):
            continue
        is_due = remark.is_led or words.review.speaks_of(clause, "due")
        is_due |= _is_all(clause, remark, words)
        for span in spans_in(clause, words):
            if _is_meant(span, clause, (remark, severities), words, is_due=is_due):
                found = True
                within = span.value(clause, remark.line)
                is_whole = words.review.speaks_of(clause, "strong")
                yield ReviewDeadline(within, remark.text, remark.keys, names_review=is_whole)
    if not found and (happens := week_after(remark, words) or event_of(remark, words)):
        found = True
        yield ReviewDeadline(happens, remark.text, remark.keys)
    is_about = remark.keys or remark.is_cell
    if not found and is_about and _is_optional(remark, severities, words):
        silent = TimeValue(remark.text, remark.line, None)
        yield ReviewDeadline(silent, remark.text, remark.keys, optional=True)


def _is_meant(
    span: Span,
    clause: str,
    of: tuple[Remark, Sequence[Severity]],
    words: Vocabulary,
    *,
    is_due: bool,
) -> bool:
    """Whether a time is the one by which the review is due."""
    remark, _ = of
    if _is_how_often(span, clause, words):
        return False
    is_sure = remark.is_surely and words.review.speaks_of(clause, "strong")
    is_counted = (remark.at_home or is_sure) and _counts_from_the_end(span, clause, words)
    is_told = is_counted or _is_beside_level(span, clause, of, words)
    return is_told or _is_deadline(span, remark, is_due=is_due)


def _is_beside_level(
    span: Span, clause: str, of: tuple[Remark, Sequence[Severity]], words: Vocabulary
) -> bool:
    """`mandatory for SEV1 (72h)`: a time in a parenthesis of its own, directly behind a level; or
    one that is a whole clause about it."""
    remark, severities = of
    if span.is_period or (span.seconds or 0) < HOUR or not (remark.at_home or remark.is_surely):
        return False
    last = clause[: span.start].split()[-1:]
    # `SEV1 – full report, 5 days`, `Report: SEV1 5 days, SEV2 9 days`
    is_next = not last or bool(keys_in(last[0], severities, words))
    if remark.keys and remark.at_home and is_next and _ends(span, clause):
        return True
    before = clause[max(0, span.start - LONGEST_LEVEL) : span.start].rstrip()
    # The sentence may have been cut behind the time.
    behind = clause[span.end :].lstrip() or SHUT[0]
    is_inside = before.endswith(OPEN) and behind.startswith(SHUT)
    is_named = is_paper(before[:-1], words) if remark.at_home else _ends_in_a_review(before, words)
    is_of_paper = is_named and (span.seconds or 0) >= DAY
    return is_inside and (is_of_paper or bool(keys_in(before[:-1], severities, words)))


def _ends_in_a_review(before: str, words: Vocabulary) -> bool:
    """`5. Post-mortem (48 h): write it up`, anywhere."""
    said = before[:-1].rstrip()
    return any(
        found.end() == len(said) and "strong" in words.review.phrases[found.group()]
        for found in words.review.matches(said)
    )


def _counts_from_the_end(span: Span, clause: str, words: Vocabulary) -> bool:
    """`48 hours after resolution`; `3 days: team review`, a time that is a label of its own."""
    if span.is_period or (span.seconds or 0) < HOUR or Kind.DURING in span.leads:
        return False
    behind = clause[span.end :]
    if words.review.speaks_of(behind[:LONGEST_LEVEL], "from_then"):
        return True
    is_label = span.start == 0 and behind.startswith(COLONS) and (span.seconds or 0) >= DAY
    return is_label and bool(words.review.all(behind) & STEPS)


def _is_how_often(span: Span, clause: str, words: Vocabulary) -> bool:
    """`when it happens twice in a quarter`: a case, and no time to write in."""
    before = clause[: span.start]
    return words.review.speaks_of(before, "often") or SO_MANY.search(before) is not None


def _ends(span: Span, clause: str) -> bool:
    return not clause[span.end :].strip(" .。")


def _is_all(clause: str, remark: Remark, words: Vocabulary) -> bool:
    """`P1: 3 days`: a level, and a time that is all of its own."""
    label = label_of(clause)
    value = label.value.strip(" .") if label is not None and remark.keys else ""
    return any((span.start, span.end) == (0, len(value)) for span in spans_in(value, words))


def _is_optional(remark: Remark, severities: Sequence[Severity], words: Vocabulary) -> bool:
    """`optional`, `recommended`; or, where reviews are spoken of, `SEV2: if the lead wants it` and
    `SEV2 only if nobody knows why`."""
    label = label_of(remark.text)
    is_case = label is not None and opens_with_if(label.value, words)
    if remark.at_home or remark.is_surely:
        is_open = is_open_case(remark.text, severities, words)
        if is_case or is_open or _is_only_in_a_case(remark, severities, words):
            return True
        if words.review.all(remark.text) & LEFT_OPEN:
            return True
    if _is_beside_the_review(remark, severities, words):
        return False
    return words.talk.speaks_of(remark.text, "optional") or is_advice(remark.text, words)


def _is_beside_the_review(
    remark: Remark, severities: Sequence[Severity], words: Vocabulary
) -> bool:
    """`Signs repainted (if needed)`: a task, and in brackets that this task may be left."""
    task, inside = trailing_parenthesis(remark.text)
    if inside is None or words.talk.speaks_of(task, "optional") or is_advice(task, words):
        return False
    return not words.review.all(task) & ABOUT_REVIEWS and not keys_in(task, severities, words)


def _is_only_in_a_case(remark: Remark, severities: Sequence[Severity], words: Vocabulary) -> bool:
    """A level, and behind it a case; `only if it was a SEV1` is about every SEV1, and `only if it
    happens twice in a month` is bound to what happens."""
    before = _before_a_case(remark.text, words)
    case = remark.text[len(before) :]
    return bool(case and keys_in(before, severities, words)) and not spans_in(case, words)


def _before_a_case(clause: str, words: Vocabulary) -> str:
    """`only if it happens twice in a month`: a time in the case is not the deadline."""
    for found in words.review.matches(clause):
        if "only_if" in words.review.phrases[found.group()]:
            return clause[: found.start()]
    return clause


def _is_deadline(span: Span, remark: Remark, *, is_due: bool) -> bool:
    if span.is_period or span.now or Kind.OVER in span.leads or Kind.DURING in span.leads:
        return False
    if span.calendar is not None:
        is_release = span.calendar == "next_release" and remark.is_cell
        is_day = span.calendar.startswith("business_days") or span.calendar.endswith("business_day")
        return is_release or is_day
    # Minutes are how long a meeting lasts, or how soon something was noticed.
    if span.leads & {Kind.UNDER, Kind.AFTER}:
        return not 0 < (span.seconds or 0) < LEAST
    least = HOUR if remark.is_cell or is_due else WEEK
    return (remark.is_cell or remark.at_home) and (span.seconds or 0) >= least


def _required_for(
    severities: Sequence[Severity],
    deadlines: Sequence[ReviewDeadline],
    remarks: Sequence[Remark],
    words: Vocabulary,
) -> tuple[str, ...] | None:
    named = {
        key
        for deadline in deadlines
        if not deadline.optional and not is_advice(deadline.scope, words)
        for key in deadline.keys
    }
    for remark in remarks:
        said = without_aside(remark.text, words)
        is_open = is_of_some(said, severities, words) or not binds(said, words)
        is_asked = remark.is_asked or words.review.speaks_of(said, "required")
        is_asked |= is_ordered(said, words)
        if not is_open and is_asked:
            named.update(remark.keys)
    return tuple(level.key for level in severities if level.key in named) or None

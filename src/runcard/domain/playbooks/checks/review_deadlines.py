"""By when an incident is reviewed: for which of them, counted from when, and twice alike."""

import re
from collections.abc import Iterator, Mapping, Sequence

from runcard.domain.playbooks.checks import hints
from runcard.domain.playbooks.checks.some_levels import is_for_some_levels
from runcard.domain.playbooks.facts import Facts, Said
from runcard.domain.playbooks.levels.mentions import keys_in
from runcard.domain.playbooks.model import (
    Finding,
    Playbook,
    ReviewDeadline,
    Severity,
    TimeValue,
)
from runcard.domain.playbooks.page.blocks import Section
from runcard.domain.playbooks.times.clauses import sentences
from runcard.domain.playbooks.times.grammar import spans_in
from runcard.domain.playbooks.times.tokens import Kind
from runcard.domain.playbooks.words import folded, plain

LATIN = re.compile(r"[A-Za-z0-9]+")  # between signs of Chinese or Japanese, too
WORDLY = 4  # letters of a level that is called by a word
# Under a few hours it is no review; over days, where the count begins matters little.
SHORTEST, LONGEST = 6 * 3600, 3 * 86400
FROM = re.compile(
    r"\b(?:after|following|nach (?:de[mr]|eine[mr]|jede[mr]|abschluss|ende|schluss)|seit|après"
    r"|suivant|después|tras|desde|a partir de|depois|dopo|após|na|po)\b|後|以降|之后|起",
    re.IGNORECASE,
)
HELD = {"reviewed", "review_meeting"}  # people talk
WORKING_DAYS = "business_days:"
# `Twice in 24 hours`, `(> 4 in 24 hours)`: how often, and not by when.
OFTEN = re.compile(
    r"(?:\b(?:once|twice|\d+ times)|(?:[≥>]=?|\b(?:more than|at least))\s*\d+)\s+(?:in\s+)?$",
    re.IGNORECASE,
)


def check(playbook: Playbook, facts: Facts) -> Iterator[Finding]:
    """What is wrong with the deadlines of reviews; what is unclear is told once."""
    deadlines = _ruled(playbook, facts)
    whole = [one for one in deadlines if not _is_of_a_draft(one.within, facts)]
    yield from _for_all(playbook, whole, facts)
    asked = _of_the_review(deadlines, facts) or deadlines
    # `Phase 6: Afterwards (1 day to 1 week)`, where another line says by when the review is.
    windows = {phase.line for phase in playbook.phases if phase.timebox is not None}
    asked = [one for one in asked if one.within.line not in windows] or asked
    begun = _times_begun(facts) if asked else {}
    unclear = (one for deadline in asked for one in _unclear(deadline, begun, facts))
    first: dict[str, Finding] = {}
    for one in unclear:
        first.setdefault(one.code, one)
    yield from first.values()
    yield from _clashing(deadlines, facts)


def _ruled(playbook: Playbook, facts: Facts) -> Sequence[ReviewDeadline]:
    """Those that are a rule of the house: a sentence of a message promises it to its readers."""
    form = playbook.review.template
    own = form.text_line if form is not None else None
    messages = {
        line
        for fence, section in facts.fences
        if fence.line + 1 != own and _is_message(section, fence.line, facts)
        for line in range(fence.line, fence.end + 1)
    }
    return [
        one
        for one in playbook.review.deadlines
        if one.within.line not in messages and not _is_of_preparing(one.within, facts)
    ]


def _is_of_a_draft(within: TimeValue, facts: Facts) -> bool:
    """`A stub of the review`, beside the deadline of the whole of it."""
    return bool(facts.speaks("prose", facts.page.lines[within.line - 1]) & {"sketched"})


def _is_of_preparing(within: TimeValue, facts: Facts) -> bool:
    """`Clearing up (within 24 hours)`, below which a day is found for the review."""
    section = facts.section_of(within.line)
    if within.line != section.line or facts.speaks("prose", section.title) & {"review_named"}:
        return False
    return any(
        facts.speaks("prose", said.text) >= {"review_named", "sets_a_day"}
        for said in facts.said_in(section)
    )


def _is_message(section: Section, line: int, facts: Facts) -> bool:
    """What stands in a fence below a heading or a line about telling people."""
    told = f"{section.title} | {facts.label_above(line)}"
    return bool(
        facts.about(section) & {"templates", "communication"}
        or facts.words.headings.all(told) & {"templates", "communication"}
        or facts.speaks("people", told) & {"publishes"}
    )


def _for_all(
    playbook: Playbook, deadlines: Sequence[ReviewDeadline], facts: Facts
) -> Iterator[Finding]:
    """One deadline for every incident, however small, and so short that it presses."""
    if len(playbook.severities) < 3 or not deadlines or playbook.review.required_for:
        return
    first = (_of_the_review(deadlines, facts) or deadlines)[0].within
    if not SHORTEST <= (first.seconds or 0) < LONGEST:
        return
    if all(not one.keys and not one.optional for one in deadlines):
        titles = facts.titles(facts.section_of(first.line))
        told = facts.speaks("prose", f"{titles} | {facts.page.lines[first.line - 1]}")
        if told & {"some_only", "every_level"}:  # a house may want it of each, and say so
            return
        in_a_step = _is_told_below_its_step(first, playbook.severities, facts)
        if not (in_a_step or _is_for_some(playbook, facts)):
            about = f"“{first.text}”"
            yield facts.finding("RC603", first.line, about, playbook.severities[0].key)


def _of_the_review(deadlines: Sequence[ReviewDeadline], facts: Facts) -> Sequence[ReviewDeadline]:
    """Those whose headings name the review: beside them `Tidy up (within 24 hours)` is of other
    work."""
    lines = ((one, facts.page.lines[one.within.line - 1]) for one in deadlines)
    return [
        one
        for one, text in lines
        if text.startswith("#") and facts.speaks("prose", text) & {"review_named"}
    ]


def _is_for_some(playbook: Playbook, facts: Facts) -> bool:
    """`S1 and S2 are reviewed within 10 days`, in whatever chapter; a deadline below the heading of
    one level; an entry `All S1` in the chapter on reviews; or a review that may be left out."""
    levels = playbook.severities
    within = playbook.review.deadlines[0].within
    if is_for_some_levels(within.line, playbook, facts):
        return True
    if _names_a_level(facts.page.lines[within.line - 1], levels, facts):
        return True
    return any(
        0 < len(keys_in(said.text, levels, facts.words)) < len(levels)
        or facts.speaks("prose", said.text) & {"may_be_left"}
        for said in facts.said
        if said.kind != "row" and _is_about_reviews(said, facts)
    )


def _is_told_below_its_step(within: TimeValue, levels: Sequence[Severity], facts: Facts) -> bool:
    """`4. Hold the review` in a fence, and further in below it the same time for some levels."""
    return any(
        0 < len(keys_in(text, levels, facts.words)) < len(levels)
        and any(span.seconds == within.seconds for span in spans_in(text, facts.words))
        for fence, _ in facts.fences
        for text in _below_reviews(fence.lines, facts)
    )


def _below_reviews(lines: Sequence[str], facts: Facts) -> Iterator[str]:
    is_about = False
    for text in lines:
        if text.strip() and not text[0].isspace():
            is_about = bool(facts.speaks("prose", text) & {"review_named"})
        elif is_about:
            yield text


def _is_about_reviews(said: Said, facts: Facts) -> bool:
    named = "review" in facts.words.review.all(said.text)
    spoken = facts.speaks("prose", said.text) & {"reviewed"}
    return bool(named or spoken) or hints.is_for_afterwards(said.section, facts)


def _names_a_level(text: str, levels: Sequence[Severity], facts: Facts) -> bool:
    """`After an outage`, where one of the levels is called `Outage`; `levels A and B`."""
    own = f" {folded(plain(text))} "
    if any(len(one.key) >= WORDLY and f" {folded(one.key)} " in own for one in levels):
        return True
    words = set(LATIN.findall(text)) if facts.words.level_words.all(text) else set()
    return 0 < sum(one.key in words for one in levels) < len(levels)


def _unclear(
    deadline: ReviewDeadline, begun: Mapping[int | None, set[int]], facts: Facts
) -> Iterator[Finding]:
    """A range is no deadline; nor is a span of time that begins nowhere. Under `After the incident`
    it begins there."""
    within = deadline.within
    about = f"“{within.text}”"
    if within.min_seconds and within.seconds and within.min_seconds < within.seconds:
        if _has_its_deadline_below(within, facts):
            return
        yield facts.marked(facts.finding("RC604", within.line, about), within.text)
        return
    line = facts.page.lines[within.line - 1]
    around = " ".join(facts.page.lines[max(within.line - 3, 0) : within.line + 1])
    begins = facts.speaks("prose", around) & {"from_when"}
    section = facts.section_of(within.line)
    if (
        not begins
        and SHORTEST <= (within.seconds or 0) <= LONGEST
        and not FROM.search(line)
        and not OFTEN.search(line.partition(within.text)[0])
        and not _stands_afterwards(within, section, facts)
        and not _begins_elsewhere(within, begun, facts)
    ):
        found = facts.finding("RC605", within.line, about, gap=within.text)
        yield facts.marked(found, within.text)


def _has_its_deadline_below(within: TimeValue, facts: Facts) -> bool:
    """`Phase 5: Looking back (5-10 days)`: the window of the phase, below which a sentence says by
    when the review is held."""
    section = facts.section_at(within.line)
    return section is not None and any(
        Kind.UNDER in span.leads and (span.seconds or 0) >= SHORTEST
        for one in facts.page.under(section)
        for said in facts.said_in(one)
        for span in spans_in(said.text, facts.words)
    )


def _stands_afterwards(within: TimeValue, section: Section, facts: Facts) -> bool:
    """Below `After the incident`, whose own time is plain unless it is a review's."""
    if within.line != section.line:
        return hints.is_for_afterwards(section, facts)
    above = facts.page.path(section)[1:2]
    spoken = facts.speaks("prose", section.title)
    own = "afterwards" in spoken and "review_named" not in spoken
    return own or any(hints.is_for_afterwards(one, facts) for one in above)


def _begins_elsewhere(
    within: TimeValue, begun: Mapping[int | None, set[int]], facts: Facts
) -> bool:
    """It follows what is over; or another line that does, or says from when, has the same time."""
    if facts.speaks("titles", facts.page.lines[within.line - 1]) & {"over"}:
        return True
    return bool(begun.get(within.seconds, set()) - {within.line})


def _times_begun(facts: Facts) -> Mapping[int | None, set[int]]:
    """The lines that say from when a time runs, or that something is over, by the seconds of that
    time."""
    found: dict[int | None, set[int]] = {}
    for line in {*facts.lines_of("prose", "from_when"), *facts.lines_of("titles", "over")}:
        for span in spans_in(facts.page.lines[line - 1], facts.words):
            found.setdefault(span.seconds, set()).add(line)
    return found


def _clashing(deadlines: Sequence[ReviewDeadline], facts: Facts) -> Iterator[Finding]:
    """One level with two deadlines in two places."""
    seen: dict[str, ReviewDeadline] = {}
    for deadline in deadlines:
        for key in deadline.keys:
            known = seen.setdefault(key, deadline)
            one, two = known.within, deadline.within
            same = one.line != two.line and _is_later(one, facts) == _is_later(two, facts)
            if same and _differ(one, two) and not _grows(one, two, facts):
                about = f"{key}: “{two.text}” here, “{one.text}” in line {one.line}"
                yield facts.finding("RC606", two.line, about)


def _is_later(within: TimeValue, facts: Facts) -> bool:
    """A follow-up review asks, weeks later, what became of the first."""
    return bool(facts.speaks("prose", facts.page.lines[within.line - 1]) & {"second_review"})


def _grows(one: TimeValue, two: TimeValue, facts: Facts) -> bool:
    """A first draft is due before what is handed in, and what is talked over before what is
    written on it."""
    earlier, later = (_told_of(time, facts) for time in sorted((one, two), key=_length))
    if "report" in later - earlier and earlier & HELD:
        return not later & HELD
    return "draft" in earlier - later


def _told_of(within: TimeValue, facts: Facts) -> frozenset[str]:
    """What the sentence with the time speaks of."""
    said = (text for text in sentences(facts.page.lines[within.line - 1]) if within.text in text)
    return frozenset().union(
        *(facts.speaks("prose", text) | facts.speaks("documents", text) for text in said)
    )


def _length(within: TimeValue) -> int:
    days = (within.calendar or "").removeprefix(WORKING_DAYS)
    return within.seconds or (int(days[:6]) if days.isdecimal() else 0)


def _differ(one: TimeValue, two: TimeValue) -> bool:
    """Two times of one kind; hours and working days cannot be compared."""
    if one.seconds and two.seconds:
        return one.seconds != two.seconds
    days = [time.calendar or "" for time in (one, two)]
    return all(day.startswith(WORKING_DAYS) for day in days) and days[0] != days[1]

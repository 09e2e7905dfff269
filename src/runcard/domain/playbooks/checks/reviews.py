"""Learning afterwards: by when, for which incidents, in which form, and practised how often."""

import re
from collections.abc import Iterator, Sequence

from runcard.domain.playbooks.checks import hints
from runcard.domain.playbooks.checks.people import is_plan
from runcard.domain.playbooks.facts import Facts
from runcard.domain.playbooks.levels.mentions import keys_in
from runcard.domain.playbooks.model import (
    Finding,
    Playbook,
    ReviewDeadline,
    Severity,
    TimeValue,
)
from runcard.domain.playbooks.times.clauses import sentences
from runcard.domain.playbooks.times.grammar import spans_in
from runcard.domain.playbooks.words import folded, plain

BULLET = re.compile(r"^\s*[-*+]\s+(?!\[[ x]\])(.*)$")
HEAD = re.compile(r"^#{1,6}\s+(.*)$")
FIELD = re.compile(r"^\s*(?:[-*+]\s+)?\*\*([^*]{2,60}?):?\*\*")
ACTION = re.compile(r"^\s*[-*+]\s+\[[ x]\]")
COMMA = re.compile(r"[,;，、；]\s*[^\W\d_]")
LISTED = 4  # parts of a list in a sentence
HEADS = 4  # headings of a form
LATIN = re.compile(r"[A-Za-z0-9]+")  # between signs of Chinese or Japanese, too
WORDLY = 4  # letters of a level that is called by a word
PARTS = 2  # of a review, named in its chapter: who names two has thought of what it holds
DAY = 86400
SHORTEST, LONGEST = 6 * 3600, 3 * 86400  # over days, where the count begins matters little
FROM = re.compile(
    r"\b(?:after|following|nach (?:de[mr]|eine[mr]|jede[mr]|abschluss|ende|schluss)|seit|après"
    r"|suivant|después|tras|desde|a partir de|depois|dopo|após|na|po)\b|後|以降|之后|起",
    re.IGNORECASE,
)
WORKING_DAYS = "business_days:"
OFTEN = re.compile(r"\b(?:once|twice|\d+ times)\s+(?:in\s+)?$", re.IGNORECASE)
FILE = re.compile(r"\S/\S*\.(?:md|docx?|txt|odt|rst)\b", re.IGNORECASE)
TOKEN = re.compile(r"[\[<{_@]|\.\.\.|…|\b(?:[XYN]|YYYY|HH)\b|\d$")


def check(playbook: Playbook, facts: Facts) -> Iterator[Finding]:
    """What is wrong with reviews and drills."""
    review = playbook.review
    line = _place(playbook, facts)
    if is_plan(playbook) or review.template is not None:
        if not (review.deadlines or hints.speaks_of_reviews(facts) or _is_reported(facts)):
            yield facts.finding("RC601", line)
        if review.template is None and not (
            _is_elsewhere(facts) or _has_a_form(facts) or _names_its_parts(facts)
        ):
            yield facts.finding("RC602", line)
    yield from _for_all(playbook, facts)
    unclear = (one for deadline in review.deadlines for one in _unclear(deadline, facts))
    first: dict[str, Finding] = {}
    for one in unclear:
        first.setdefault(one.code, one)
    yield from first.values()
    yield from _clashing(review.deadlines, facts)
    yield from _prefilled(playbook, facts)
    yield from _actions(playbook, facts)
    if is_plan(playbook) and not hints.is_practised(facts):
        yield facts.finding("RC610", playbook.title_line or 1)


def _is_reported(facts: Facts) -> bool:
    """`The report is with the customer in 3 business days`: it cannot be written without one."""
    return any(
        facts.speaks("prose", said.text) & {"report"}
        and any((span.seconds or DAY) >= DAY for span in spans_in(said.text, facts.words))
        for said in facts.said
    )


def _place(playbook: Playbook, facts: Facts) -> int:
    for section in facts.page.sections:
        if "review" in facts.words.headings.all(section.title):
            return section.line
    return playbook.title_line or 1


def _is_elsewhere(facts: Facts) -> bool:
    """The chapter on reviews sends to another place, where the form is kept, or tells what stands
    in it."""
    told = any(
        hints.is_for_afterwards(said.section, facts) and facts.speaks("prose", said.text) & {"form"}
        for said in facts.said
    )
    return told or any(
        "](" in facts.page.lines[said.line - 1] or "http" in said.text or FILE.search(said.text)
        for said in facts.said
        if hints.is_for_afterwards(said.section, facts)
        or facts.speaks("prose", said.text) >= {"review_named", "form"}
    )


def _names_its_parts(facts: Facts) -> bool:
    """`It has a summary, the timeline, the cause and the actions`, or a list of them."""
    return any(
        _parts_named(" | ".join(said.text for said in facts.said_in(section)), facts) >= PARTS
        for section in facts.page.sections
        if hints.is_for_afterwards(section, facts)
    ) or any(
        _parts_named(said.text, facts) >= PARTS or _is_listing(said.text, facts)
        for said in facts.said_of("prose")
        if facts.speaks("prose", said.text) & {"report", "review_named", "form"}
        or hints.is_for_afterwards(said.section, facts)
    )


def _is_listing(text: str, facts: Facts) -> bool:
    """`Write-up: times, cause, damage, to-do with name and date`: one of several parts between
    commas is the cause, what went well, or who does what by when."""
    return any(
        len(COMMA.findall(sentence)) + 1 >= LISTED
        and facts.speaks("prose", sentence) & {"cause", "went", "due"}
        for sentence in sentences(text)
    )


def _parts_named(text: str, facts: Facts) -> int:
    review = facts.words.review
    kinds = (review.phrases[one.group()] for one in review.matches(text))
    return sum(bool({"asked", "action_item"} & set(kind)) for kind in kinds)


def _has_a_form(facts: Facts) -> bool:
    """A fenced text with headings or fields, of which some ask for the cause and what is due."""
    return any(
        len(heads) >= HEADS
        and any(facts.speaks("prose", head) & {"cause", "went", "due"} for head in heads)
        for fence, _ in facts.fences
        if (
            heads := [
                found.group(1)
                for text in fence.lines
                if (found := HEAD.match(text) or FIELD.match(text))
            ]
        )
    )


def _head(text: str) -> re.Match[str] | None:
    return HEAD.match(text) or FIELD.match(text)


def _for_all(playbook: Playbook, facts: Facts) -> Iterator[Finding]:
    """One deadline for every incident, however small."""
    review = playbook.review
    if len(playbook.severities) < 3 or not review.deadlines or review.required_for:
        return
    if all(not one.keys and not one.optional for one in review.deadlines):
        first = review.deadlines[0].within
        titles = facts.titles(facts.section_of(first.line))
        if facts.speaks("prose", f"{titles} | {facts.page.lines[first.line - 1]}") & {"some_only"}:
            return
        if not _is_for_some(playbook, facts):
            about = f"“{first.text}”"
            yield facts.finding("RC603", first.line, about, playbook.severities[0].key)


def _is_for_some(playbook: Playbook, facts: Facts) -> bool:
    """`S1 and S2 are reviewed within 10 days`, in whatever chapter."""
    levels = playbook.severities
    within = playbook.review.deadlines[0].within
    if _names_a_level(facts.page.lines[within.line - 1], levels, facts):
        return True
    return any(
        "review" in facts.words.review.all(said.text)
        or facts.speaks("prose", said.text) & {"reviewed"}
        for said in facts.said
        if said.kind != "row" and 0 < len(keys_in(said.text, levels, facts.words)) < len(levels)
    )


def _names_a_level(text: str, levels: Sequence[Severity], facts: Facts) -> bool:
    """`After an outage`, where one of the levels is called `Outage`; `levels A and B`."""
    own = f" {folded(plain(text))} "
    if any(len(one.key) >= WORDLY and f" {folded(one.key)} " in own for one in levels):
        return True
    words = set(LATIN.findall(text)) if facts.words.level_words.all(text) else set()
    return 0 < sum(one.key in words for one in levels) < len(levels)


def _unclear(deadline: ReviewDeadline, facts: Facts) -> Iterator[Finding]:
    """A range is no deadline; nor is a span of time that begins nowhere. Under `After the incident`
    it begins there."""
    within = deadline.within
    about = f"“{within.text}”"
    if within.min_seconds and within.seconds and within.min_seconds < within.seconds:
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
        and not (within.line != section.line and hints.is_for_afterwards(section, facts))
    ):
        yield facts.marked(facts.finding("RC605", within.line, about), within.text)


def _clashing(deadlines: Sequence[ReviewDeadline], facts: Facts) -> Iterator[Finding]:
    """One level with two deadlines in two places."""
    seen: dict[str, ReviewDeadline] = {}
    for deadline in deadlines:
        for key in deadline.keys:
            known = seen.setdefault(key, deadline)
            one, two = known.within, deadline.within
            if one.line != two.line and _differ(one, two) and not _grows(one, two, facts):
                about = f"{key}: “{two.text}” here, “{one.text}” in line {one.line}"
                yield facts.finding("RC606", two.line, about)


def _grows(one: TimeValue, two: TimeValue, facts: Facts) -> bool:
    """A first draft is due before what is handed in."""
    earlier, later = sorted((one, two), key=_length)
    return _is_draft(earlier, facts) and not _is_draft(later, facts)


def _length(within: TimeValue) -> int:
    days = (within.calendar or "").removeprefix(WORKING_DAYS)
    return within.seconds or (int(days[:6]) if days.isdecimal() else 0)


def _is_draft(within: TimeValue, facts: Facts) -> bool:
    said = (text for text in sentences(facts.page.lines[within.line - 1]) if within.text in text)
    return any(facts.speaks("documents", text) & {"draft"} for text in said)


def _differ(one: TimeValue, two: TimeValue) -> bool:
    """Two times of one kind; hours and working days cannot be compared."""
    if one.seconds and two.seconds:
        return one.seconds != two.seconds
    days = [time.calendar or "" for time in (one, two)]
    return all(day.startswith(WORKING_DAYS) for day in days) and days[0] != days[1]


def _prefilled(playbook: Playbook, facts: Facts) -> Iterator[Finding]:
    """Findings that stand in the form before anything has happened."""
    form = playbook.review.template
    if form is None:
        return
    judged = False
    found: list[int] = []
    for line, text in enumerate(form.text.splitlines(), form.text_line):
        head = HEAD.match(text)
        if head is not None:
            judged = bool(facts.speaks("prose", head.group(1)) & {"went"})
        bullet = BULLET.match(text)
        if judged and bullet and len(bullet.group(1)) > 2 and not TOKEN.search(bullet.group(1)):
            found.append(line)
    if len(found) >= 2:
        yield facts.over("RC607", found)


def _actions(playbook: Playbook, facts: Facts) -> Iterator[Finding]:
    """Follow-ups that are to be kept as tickets, in a form with an owner, a date and no ticket."""
    form = playbook.review.template
    if form is None or not _are_tracked(facts):
        return
    for line, text in enumerate(form.text.splitlines(), form.text_line):
        said = facts.speaks("prose", text)
        if ACTION.match(text) and "owner" in said and "due" in said and "ranked" not in said:
            yield facts.finding("RC608", line)
            return


def _are_tracked(facts: Facts) -> bool:
    """The document itself wants them in a tracker, or ranked."""
    return any(
        facts.speaks("prose", said.text) >= {"tracked", "follow_up"}
        for said in facts.said
        if hints.is_for_afterwards(said.section, facts)
    )

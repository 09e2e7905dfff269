"""Learning afterwards: by when, for which incidents, in which form, and practised how often."""

import re
from collections.abc import Iterator, Sequence

from runcard.domain.playbooks.checks import hints, review_deadlines
from runcard.domain.playbooks.checks.kept_forms import keeps_the_record
from runcard.domain.playbooks.checks.people import is_plan
from runcard.domain.playbooks.facts import Facts
from runcard.domain.playbooks.model import (
    Finding,
    Playbook,
)
from runcard.domain.playbooks.page.blocks import Fence, Section
from runcard.domain.playbooks.times.clauses import sentences
from runcard.domain.playbooks.times.grammar import spans_in

BULLET = re.compile(r"^\s*[-*+]\s+(?!\[[ x]\])(.*)$")
HEAD = re.compile(r"^#{1,6}\s+(.*)$")
FIELD = re.compile(r"^\s*(?:[-*+]\s+)?\*\*([^*]{2,60}?):?\*\*")
ACTION = re.compile(r"^\s*[-*+]\s+\[[ x]\]")
PART = re.compile(r"^\s*(?:[-*+]|\d{1,2}[.)])\s+\*\*[^*]{2,60}\*\*")
COMMA = re.compile(r"[,;，、；]\s*[^\W\d_]")
LISTED = 4  # parts of a list in a sentence
HEADS = 4  # headings of a form
PARTS = 2  # of a review, named in its chapter: who names two has thought of what it holds
ASKING = 2  # words with which a question begins
DAY = 86400
FILE = re.compile(r"\S/\S*\.(?:md|docx?|txt|odt|rst)\b", re.IGNORECASE)
TOKEN = re.compile(r"[\[<{_@]|\.\.\.|…|\b(?:[XYN]|YYYY|HH)\b|\d$")


def check(playbook: Playbook, facts: Facts) -> Iterator[Finding]:
    """What is wrong with reviews and drills."""
    review = playbook.review
    line = _place(playbook, facts)
    if is_plan(playbook) or review.template is not None:
        if not (review.deadlines or hints.speaks_of_reviews(facts) or _is_reported(playbook, facts)
                or _is_headed(facts)):  # fmt: skip
            yield facts.finding("RC601", line)
        if review.template is None and not (
            _is_elsewhere(facts)
            or _has_a_form(facts)
            or _has_a_chapter_as_form(facts)
            or _names_its_parts(facts)
            or keeps_the_record(facts)
            or _is_listed_below(facts)
        ):
            yield facts.finding("RC602", line)
    yield from review_deadlines.check(playbook, facts)
    yield from _prefilled(playbook, facts)
    yield from _actions(playbook, facts)
    if is_plan(playbook) and not hints.is_practised(facts):
        yield facts.finding("RC610", playbook.title_line or 1)


def _is_reported(playbook: Playbook, facts: Facts) -> bool:
    """`The report is with the customer in 3 business days`, in a message too: it cannot be written
    without one."""
    promised = (text for one in playbook.templates for text in one.text.splitlines())
    return any(
        facts.speaks("prose", text) & {"report"}
        and any((span.seconds or DAY) >= DAY for span in spans_in(text, facts.words))
        for text in (*(said.text for said in facts.said), *promised)
    )


def _is_headed(facts: Facts) -> bool:
    """`Afterwards (one or two days after the end)`: the heading itself has the deadline."""
    return any(
        hints.is_for_afterwards(section, facts) and spans_in(section.title, facts.words)
        for section in facts.page.sections
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
        and (
            facts.speaks("prose", sentence) & {"cause", "went", "due"}
            or facts.speaks("beside", sentence) & {"report_asks"}
        )
        for sentence in sentences(text)
    )


def _parts_named(text: str, facts: Facts) -> int:
    review = facts.words.review
    kinds = (review.phrases[one.group()] for one in review.matches(text))
    return sum(bool({"asked", "action_item"} & set(kind)) for kind in kinds)


def _has_a_form(facts: Facts) -> bool:
    """A fenced text with headings or fields, of which some ask for the cause and what is due."""
    return any(
        _asks_enough(fence.lines, facts) or _is_list_of_parts(fence, section, facts)
        for fence, section in facts.fences
    )


def _is_list_of_parts(fence: Fence, section: Section, facts: Facts) -> bool:
    """`Timeline`, `Cause`, `Actions` in a fence below `Post-mortem`."""
    named = sum(bool(_parts_named(text, facts)) for text in fence.lines)
    return named > PARTS and bool(facts.speaks("prose", section.title) & {"review_named"})


def _has_a_chapter_as_form(facts: Facts) -> bool:
    """`Form for the report`, a heading with the form below it as part of the page."""
    return any(
        _asks_enough(facts.page.lines[section.line : facts.page.under(section)[-1].end], facts)
        for section in facts.page.sections
        if facts.speaks("prose", section.title) >= {"review_named", "form"}
    )


def _asks_enough(lines: Sequence[str], facts: Facts) -> bool:
    heads = [found.group(1) for text in lines if (found := _head(text))]
    asked = any(facts.speaks("prose", head) & {"cause", "went", "due"} for head in heads)
    return len(heads) >= HEADS and asked


def _is_listed_below(facts: Facts) -> bool:
    """A list below a heading about the review, in which each point names a part and asks for it:
    `1. **Damage:** which boats, how long`."""
    return any(
        facts.speaks("prose", section.title) & {"review_named", "report"}
        and sum(PART.match(facts.page.lines[said.line - 1]) is not None
                for said in facts.said_in(section)) >= LISTED
        for section in facts.page.sections
    )  # fmt: skip


def _head(text: str) -> re.Match[str] | None:
    return HEAD.match(text) or FIELD.match(text)


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
        if judged and bullet and _is_filled_in(bullet.group(1), facts):
            found.append(line)
    if len(found) >= 2:
        yield facts.over("RC607", found)


def _is_filled_in(entry: str, facts: Facts) -> bool:
    """More than a mark, and neither a gap nor the label of one: `What went well:`."""
    ends = entry.rstrip(" *_")[-1:]
    is_gap = ends in {":", "："} or TOKEN.search(entry) is not None or _asks(entry, facts)
    return len(entry) > 2 and not is_gap


def _asks(entry: str, facts: Facts) -> bool:
    """`What could have gone better` begins as a question of every review."""
    head = " ".join(entry.split()[:ASKING])
    asks = "asks" in facts.words.signs.all(head)
    return asks and bool(facts.speaks("prose", entry) & {"went"})


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

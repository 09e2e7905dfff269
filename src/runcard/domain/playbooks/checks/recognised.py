"""Whether a runbook says by what its case is recognised, and more than what to do at once."""

import re
from collections.abc import Iterator, Sequence, Set
from itertools import islice

from runcard.domain.playbooks.checks import ways_out
from runcard.domain.playbooks.checks.no_cases import names_no_case
from runcard.domain.playbooks.checks.part_labels import OPENING
from runcard.domain.playbooks.checks.ways_out import under
from runcard.domain.playbooks.facts import Facts
from runcard.domain.playbooks.model import Finding, Playbook, Runbook
from runcard.domain.playbooks.page.blocks import (
    Item,
    Paragraph,
    Section,
    fences,
    label_of,
    tables,
)
from runcard.domain.playbooks.procedures.signs import is_sign
from runcard.domain.playbooks.words import folded, plain, untitled

ALERT = re.compile(
    r"\b[45]\d\d\b|^\W*(?:[A-Z][a-z0-9]+){2,}\W*$|^\W*[A-Z]+(?:[-_][A-Z]+)+\W*$"
    r"|^\W*[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+\W*$"
)
QUOTED = re.compile(r"\W*[«“”„‟「『\"]")
WORD = re.compile(r"[^\W_]{2,}")
LONG = 4  # words of a title that tells what is wrong
MOST_ASKED = 20  # runbooks that are looked for in a table of signs
ARROWED = re.compile(
    r"(?:→|⇒|[-=]>)\W{0,3}([A-Z]{1,3}-?\d{1,2}|\d{1,2}(?:\.\d{1,2}){1,3})(?![\w.])"
)
PROCESS = {
    "communication", "escalation", "review", "roles", "contacts", "templates", "severity", "oncall",
}  # fmt: skip
# `Remedy 2: …` is one of several against the case that was told before.
NUMBERED = re.compile(r"\W*([^\W\d_]+)\s?#?\d{1,2}\s?[:.)–—-]")
FIRST = 3  # paragraphs in which a case is described


def check(playbook: Playbook, facts: Facts) -> Iterator[Finding]:
    """A runbook that does not say how its case shows; one that is only an order to act."""
    steps = {phase.line for phase in playbook.phases}
    books = [book for book in playbook.runbooks if book.line not in steps]
    without = [
        book
        for book in books
        if not (
            book.symptoms
            or _is_told(book, facts)
            or _is_a_remedy(book, playbook, facts)
            or _is_practised(book, facts)
            or names_no_case(book.title, facts)
        )
    ]
    without = [*_surprising(without, books, facts)] if without else []
    indexed = _indexed(facts) if without else ""
    pointed = _pointed_to(facts) if without else frozenset()
    lost = [
        book
        for book in islice(without, MOST_ASKED)
        if not (indexed and folded(plain(book.title)) in indexed)
        and _label_of(book.title) not in pointed
    ]
    if lost:
        names = ", ".join(book.title for book in lost[:4])
        yield facts.over("RC626", [book.line for book in lost], names)
    for book in books:
        yield from ways_out.check(book, facts)


def _is_a_remedy(book: Runbook, playbook: Playbook, facts: Facts) -> bool:
    """The page knows no levels and no runbooks: it is about one case, and this is what helps."""
    section = facts.section_at(book.line)
    is_named = section is not None and "runbooks" in facts.about(section)
    return not (playbook.severities or is_named)


def _is_practised(book: Runbook, facts: Facts) -> bool:
    """The case of an exercise: whoever plays it gives the signs."""
    section = facts.section_of(book.line)
    return "drills" in facts.about(section) or "drill" in facts.words.talk.all(section.title)


def _is_told(book: Runbook, facts: Facts) -> bool:
    """The heading is the sign itself (`Checkout is red`, an alert's name), or names a procedure; or
    words below it tell."""
    title = book.title
    if len(WORD.findall(title)) >= LONG or _is_a_limit(title, facts):
        return True
    if title.rstrip().endswith(("?", "？")) or QUOTED.match(title):
        return True
    spoken = facts.speaks("titles", title) & {"state"} or ALERT.search(title) is not None
    if spoken or _is_a_procedure(title, facts):
        return True
    return any(_describes(section, facts) for section in under(book, facts))


def _surprising(
    without: Sequence[Runbook], books: Sequence[Runbook], facts: Facts
) -> Iterator[Runbook]:
    """Those of which a reader misses the sign: an intrusion never shows by its name; of the others
    whatever is called like a thing, alone or where most runbooks beside it tell. `Link down` says
    it itself, and is told of where most have a list of signs, or none has a word."""
    asked = sum(not _is_a_procedure(book.title, facts) for book in books)
    listed = sum(bool(book.symptoms) for book in books)
    told = sum(
        bool(book.symptoms) or any(_describes(section, facts) for section in under(book, facts))
        for book in books
    )
    cases = {one.line for one in without if _names_a_trouble(one.title, facts)}
    secret = {one.line for one in without if _is_secret(one.title, facts)}
    is_silent = not told and 2 * len(cases | secret) >= asked
    known = secret | (cases if is_silent or 2 * listed >= asked else set())
    lines = {book.line for book in books}
    for book in without:
        is_thing = book.line not in cases and (asked == 1 or 2 * told >= asked)
        if book.line in known or (is_thing and not _is_of_the_process(book, lines, facts)):
            yield book


def _is_secret(title: str, facts: Facts) -> bool:
    """Somebody is inside, and takes care that nothing shows."""
    return bool(
        facts.speaks("setting", title) & {"security"} | facts.speaks("titles", title) & {"secret"}
    )


def _names_a_trouble(title: str, facts: Facts) -> bool:
    trouble = facts.speaks("titles", title) & {"trouble"}
    return bool(trouble or facts.speaks("setting", title) & {"outage"})


def _is_of_the_process(book: Runbook, lines: Set[int], facts: Facts) -> bool:
    """A chapter on messages, reviews or people; or the chapter that holds other runbooks."""
    below = {section.line for section in under(book, facts)} - {book.line}
    return bool(below & lines or facts.words.headings.all(book.title) & PROCESS)


def _is_a_limit(title: str, facts: Facts) -> bool:
    """`Heat above 30`: a figure that is passed is the sign; in a bracket it is when to page."""
    said = title.partition("(")[0]
    compared = facts.words.time_words.all(said) & {"over", "under"}
    return bool(compared) and any(sign.isdigit() for sign in said)


def _is_a_procedure(title: str, facts: Facts) -> bool:
    """It names what is done or looked at, and no case."""
    named = facts.speaks("titles", title) & {"procedure", "looks"}
    back = facts.speaks("setting", title) & {"rollback"}
    return bool(named or back) or _is_an_order(title, facts) or _is_a_numbered_remedy(title, facts)


def _is_a_numbered_remedy(title: str, facts: Facts) -> bool:
    found = NUMBERED.match(title)
    return found is not None and bool(facts.speaks("parts", found.group(1)) & {"mend"})


def _is_an_order(title: str, facts: Facts) -> bool:
    """`Move the readers away`: it begins with what is to be done, and not with what is wrong."""
    first, last = untitled(title).partition(" ")[0], title.rpartition(" ")[2]
    spoken = facts.speaks("titles", first) & {"order"} | facts.speaks("titles", last) & {
        "order_last"
    }
    return bool(spoken)


def _describes(section: Section, facts: Facts) -> bool:
    """A heading or label for signs, even above a table; or a sentence at its head about a state; or
    the first thing to do is to see it."""
    if section.level > 1 and is_sign(section.title, facts.words):
        return True
    if any(_is_a_labelled_sign(line, facts) for fence in fences(section) for line in fence.lines):
        return True
    said = [block for block in section.blocks if isinstance(block, Paragraph)]
    first = next((block for block in section.blocks if isinstance(block, Item)), None)
    if first is not None and facts.speaks("titles", first.text) & {"shows"}:
        return True
    return any(_is_a_sign(line.text, facts) for block in said[:FIRST] for line in block.lines)


def _is_a_labelled_sign(line: str, facts: Facts) -> bool:
    """`**Detection**: the bell rings twice`, of a case that is written down in a fence."""
    label = label_of(line) if line.lstrip().startswith("**") else None
    return label is not None and bool(label.value) and is_sign(label.name, facts.words)


def _is_a_sign(text: str, facts: Facts) -> bool:
    label = label_of(text)
    if label is not None and not _is_a_condition(text, facts):
        return is_sign(label.name, facts.words)
    return bool(facts.speaks("titles", text) & {"state", "shows"})


def _is_a_condition(text: str, facts: Facts) -> bool:
    """`If the tank cannot be filled:` above the steps."""
    return bool(facts.speaks("setting", text.partition(" ")[0]) & {"condition"})


def _indexed(facts: Facts) -> str:
    """The rows of every table that leads from signs to runbooks, in one text."""
    return "\n".join(
        folded(" | ".join(map(plain, row.cells)))
        for section in facts.page.sections
        for table in tables(section)
        if any(is_sign(cell, facts.words) for cell in table.head.cells)
        for row in table.rows
    )


def _label_of(title: str) -> str:
    """`PB-3` of `PB-3 Cabin stands still`; no more than a blank where it has none."""
    opening = OPENING.match(plain(title))
    return opening.group(1) if opening is not None else " "


def _pointed_to(facts: Facts) -> frozenset[str]:
    """The labels behind an arrow: `red lamp, no sound → PB-3` is how PB-3 is found."""
    return frozenset(
        label
        for said in facts.said
        if any(sign in said.text for sign in "→⇒>")
        for label in ARROWED.findall(said.text)
    )

"""Whether a runbook says by what its case is recognised, and more than what to do at once."""

import re
from collections.abc import Iterator
from itertools import islice

from runcard.domain.playbooks.checks.part_labels import OPENING
from runcard.domain.playbooks.facts import Facts
from runcard.domain.playbooks.model import Finding, Playbook, Runbook
from runcard.domain.playbooks.page.blocks import (
    Item,
    Paragraph,
    Section,
    fences,
    items,
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
FIRST = 3  # paragraphs in which a case is described


def check(playbook: Playbook, facts: Facts) -> Iterator[Finding]:
    """A runbook that does not say how its case shows; one that is only an order to act."""
    steps = {phase.line for phase in playbook.phases}
    books = [book for book in playbook.runbooks if book.line not in steps]
    without = [
        book
        for book in books
        if not (book.symptoms or _is_told(book, facts) or _is_a_remedy(book, playbook, facts))
    ]
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
        yield from _only_at_once(book, facts)


def under(runbook: Runbook, facts: Facts) -> tuple[Section, ...]:
    """The section of a runbook and those below it."""
    section = facts.section_at(runbook.line)
    return facts.page.under(section) if section is not None else ()


def _is_a_remedy(book: Runbook, playbook: Playbook, facts: Facts) -> bool:
    """The page knows no levels and no runbooks: it is about one case, and this is what helps."""
    section = facts.section_at(book.line)
    is_named = section is not None and "runbooks" in facts.about(section)
    return not (playbook.severities or is_named)


def _is_told(book: Runbook, facts: Facts) -> bool:
    """The heading is the sign itself (`Checkout is red`, an alert's name), or names a procedure; or
    words below it tell."""
    title = book.title
    if len(WORD.findall(title)) >= LONG or _is_a_limit(title, facts):
        return True
    if title.rstrip().endswith(("?", "？")) or QUOTED.match(title):
        return True
    spoken = facts.speaks("titles", title) & {"state", "procedure"} or facts.speaks(
        "setting", title
    ) & {"rollback"}
    if spoken or ALERT.search(title) is not None or _is_an_order(title, facts):
        return True
    return any(_describes(section, facts) for section in under(book, facts))


def _is_a_limit(title: str, facts: Facts) -> bool:
    """`Heat above 30`: a figure that is passed is the sign; in a bracket it is when to page."""
    said = title.partition("(")[0]
    compared = facts.words.time_words.all(said) & {"over", "under"}
    return bool(compared) and any(sign.isdigit() for sign in said)


def _is_an_order(title: str, facts: Facts) -> bool:
    """`Move the readers away`: it begins with what is to be done, and not with what is wrong."""
    return bool(facts.speaks("titles", untitled(title).partition(" ")[0]) & {"order"})


def _describes(section: Section, facts: Facts) -> bool:
    """A heading or label for signs, even above a table; or a sentence at its head about a state; or
    the first thing to do is to see it."""
    if section.level > 1 and is_sign(section.title, facts.words):
        return True
    said = [block for block in section.blocks if isinstance(block, Paragraph)]
    first = next((block for block in section.blocks if isinstance(block, Item)), None)
    if first is not None and facts.speaks("titles", first.text) & {"shows"}:
        return True
    return any(_is_a_sign(line.text, facts) for block in said[:FIRST] for line in block.lines)


def _is_a_sign(text: str, facts: Facts) -> bool:
    label = label_of(text)
    if label is not None:
        return is_sign(label.name, facts.words)
    return bool(facts.speaks("titles", text) & {"state", "shows"})


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


def _only_at_once(book: Runbook, facts: Facts) -> Iterator[Finding]:
    """What to do at once, and neither how to mend it nor how to see that it is mended."""
    sections = under(book, facts)
    acts = any(fences(section) or items(section) for section in sections)
    labels = {
        concept
        for section in sections
        for said in (section.title, *(one.text for one in facts.said_in(section)))
        for concept in facts.speaks("parts", said[:60])
    }
    if acts and "immediate" in labels and not {"mend", "verify"} & labels:
        yield facts.finding("RC627", book.line, book.title)

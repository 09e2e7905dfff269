"""Forms and templates that a document links, names as a file, or introduces by their name."""

import re
from collections.abc import Iterator
from itertools import pairwise

from runcard.domain.playbooks.acts import Act
from runcard.domain.playbooks.checks import hints
from runcard.domain.playbooks.facts import Facts
from runcard.domain.playbooks.model import Template
from runcard.domain.playbooks.page.blocks import Fence, Item, Paragraph, Section, label_of
from runcard.domain.playbooks.words import plain

LINKED = re.compile(r"\[([^\[\]]{1,120})\]\(([^()\s]{1,200})\)")
FILE = re.compile(r"(?<![\w/.-])([\w-][\w./-]{2,80})\.(?:md|pdf|docx?|odt|txt|rst|html?)\b")
# A text that a program keeps: `TIDE_NOTICE_TEMPLATE`.
CONSTANT = re.compile(r"`([A-Z][A-Z0-9]{1,40}(?:_[A-Z0-9]{1,40}){1,8})`")
# `{"text": "[LEVEL]: the gate is shut"}`, which a command posts.
POSTED = re.compile(
    r"\"(?:text|content|message|body|title)\"\s*:\s*\"[^\"\n]{0,400}?"
    r"(?:\[[A-Z][^\]\n]{1,40}\]|<[^<>\n]{2,40}>|\{\w{2,40}\}|\$\{?[A-Za-z_]{2,40})"
)
POSTS = {"curl", "wget", "http", "Invoke-RestMethod"}
# `Dear [name],`, alone on its line.
GREETING = re.compile(r"[\s>*_]{0,8}[^\W\d][^,，:：]{1,60}[,，:：]\s*$")
JOINED = re.compile(r"[_/.-]+")
LONGEST = 600


def keeps_messages(facts: Facts) -> bool:
    """`[Texts for the board](…/templates.pdf)`, `Template of the first message:` above a text; one
    for the review is another. Or a command posts a text with gaps."""
    if any(map(_posts_a_form, facts.acts)):
        return True
    return any(
        not _is_for_reviews(name, facts) and not hints.is_for_afterwards(section, facts)
        for name, section in (*_linked(facts), *_introduced(facts))
    )


def _posts_a_form(act: Act) -> bool:
    return POSTED.search(act.text) is not None and any(c.program in POSTS for c in act.calls)


def keeps_the_record(facts: Facts) -> bool:
    """`[Form for the record of an incident](…)`; one for messages is another."""
    return any(
        _is_for_reviews(name, facts)
        or not facts.words.headings.all(name) & {"communication", "templates"}
        for name, _ in _linked(facts)
    )


def _linked(facts: Facts) -> Iterator[tuple[str, Section]]:
    for number, line in enumerate(facts.page.lines, 1):
        if "](" not in line and "." not in line and "`" not in line:
            continue
        cut = line[:LONGEST]
        names = [f"{one.group(1)} {one.group(2)}" for one in LINKED.finditer(cut)]
        names += [one.group(1) for one in FILE.finditer(LINKED.sub(" ", cut))]
        names += CONSTANT.findall(cut)
        for name in names:
            spoken = JOINED.sub(" ", plain(name))
            if _is_form(spoken, facts):
                yield spoken, facts.section_of(number)


def _introduced(facts: Facts) -> Iterator[tuple[str, Section]]:
    """A label or a heading that names a template, above a fence or a quoted text."""
    for section in facts.page.sections:
        for block, below in pairwise(section.blocks):
            if isinstance(block, Paragraph | Item) and _is_text(below):
                label = label_of(block.lines[-1].text)
                if label is not None and not label.value and _is_form(label.name, facts):
                    yield label.name, section
        has_text = section.level > 1 and any(map(_is_text, section.blocks))
        if has_text and _is_form(section.title, facts):
            yield section.title, section


def _is_text(block: object) -> bool:
    quoted = isinstance(block, Paragraph) and block.quote is not None
    return quoted or isinstance(block, Fence)


def _is_form(name: str, facts: Facts) -> bool:
    return bool(facts.speaks("prose", name) & {"kept_form"})


def _is_for_reviews(name: str, facts: Facts) -> bool:
    spoken = facts.speaks("prose", name) & {"report", "review_named", "record"}
    return bool(spoken) or "review" in facts.words.review.all(name)


def is_written_once(template: Template, facts: Facts) -> bool:
    """An entry of a register; or a letter to somebody whose data was seen, which tells all that he
    is ever told."""
    if facts.speaks("titles", template.title) & {"entry"}:
        return True
    first = next((line for line in template.text.splitlines() if line.strip(" >")), "")
    about = f"{template.title} | {template.text}"
    return GREETING.match(first) is not None and "privacy" in facts.speaks("setting", about)

"""The ways of which a phase offers one: `Option A: roll back`, or bold labels above fences."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from runcard.domain.playbooks.page.blocks import (
    Fence,
    Item,
    Outline,
    Paragraph,
    Section,
    label_of,
)
from runcard.domain.playbooks.particles import without_lead
from runcard.domain.playbooks.procedures.conditions import says_if
from runcard.domain.playbooks.procedures.own_labels import is_deed
from runcard.domain.playbooks.procedures.part_names import part_name
from runcard.domain.playbooks.procedures.part_walk import MESSAGES, Fences
from runcard.domain.playbooks.procedures.signs import symptoms_of
from runcard.domain.playbooks.vocabulary import Vocabulary
from runcard.domain.playbooks.words import folded, plain, untitled, without_emoji

FEWEST = 2
COLONS = ":： "
LEADS = " -–—(（"
LETTERED = re.compile(r"^[A-H][.)]\s")
# `5a. …`, `5.b …`: the letter counts the ways of the phase with that number.
COUNTED = re.compile(r"^\d{1,2}\.?[a-h][.):]?\s", re.IGNORECASE)


def options_of(
    page: Outline, section: Section, fences: Fences, words: Vocabulary
) -> tuple[str, ...]:
    """Alternatives: sub-headings that say so, or bold labels directly above fences."""
    children = page.children(section)
    named = [untitled(child.title) for child in children if is_option(child.title, words)]
    if len(named) >= 2:
        return tuple(named)
    ways = _said_ways(section, children, words) or _by_trouble(section, children, words)
    if ways := ways or _each_for_a_case(page, section, words):
        return ways
    parts = [_without_messages(part, fences) for part in page.under(section)]
    labels = [label for part in parts for label in _labels_above_fences(part, words)]
    if len(labels) >= 2:
        return tuple(labels)
    return _fixes(page, section, words)


def _said_ways(section: Section, children: Sequence[Section], words: Vocabulary) -> tuple[str, ...]:
    """All sub-headings of a phase whose title says that it offers some: `Repair: the options`."""
    is_said = len(children) >= FEWEST and words.process.speaks_of(section.title, "options")
    return tuple(untitled(child.title) for child in children) if is_said else ()


def _by_trouble(
    section: Section, children: Sequence[Section], words: Vocabulary
) -> tuple[str, ...]:
    """Sub-headings that each repeat the phase behind a trouble of their own: `Flood repair`, `Fire
    repair` below `Repair`; whoever is told by one communication is told by all of them."""
    name = f" {folded(plain(untitled(section.title)).rstrip(COLONS))}"
    titles = tuple(untitled(child.title).rstrip(COLONS) for child in children)
    is_each = len(titles) >= FEWEST and all(folded(one).endswith(name) for one in titles)
    is_told = "communication" in words.about(untitled(section.title))
    return titles if is_each and not is_told else ()


def _each_for_a_case(page: Outline, section: Section, words: Vocabulary) -> tuple[str, ...]:
    """Sub-headings of a phase, or of one of its steps, that each say for which case they are: `For
    the mill`, `If it floods`; or that are told by signs of their own."""
    for above in (section, *page.children(section)):
        children = page.children(above)
        are_cases = all(_is_for_a_case(child, words) for child in children)
        are_told = above is section and all(symptoms_of(page, one, words)[0] for one in children)
        if len(children) >= FEWEST and (are_cases or are_told):
            return tuple(untitled(child.title).rstrip(COLONS) for child in children)
    return ()


def _is_for_a_case(section: Section, words: Vocabulary) -> bool:
    said = plain(untitled(section.title))
    is_led = says_if(said, words) or without_lead(said, "purpose", words) != said
    return is_led and any(map(is_deed, section.blocks))


def _without_messages(section: Section, fences: Fences) -> Section:
    """The section less the fences that are sent: what stands above them is the name of each."""
    sent = {line for line, block in fences.items() if block.kind in MESSAGES}
    return replace(section, blocks=tuple(one for one in section.blocks if one.line not in sent))


def _fixes(page: Outline, section: Section, words: Vocabulary) -> tuple[str, ...]:
    """Sub-headings with a letter (`5a`) or a fence each, in a phase that mitigates; the only one
    above them, `What to do in each case`, is none itself."""
    children = page.children(section)
    children = page.children(children[0]) if len(children) == 1 else children
    said = [plain(child.title) for child in children]
    titles = tuple(untitled(COUNTED.sub("", one)) for one in said)
    lettered = all(LETTERED.match(one) for one in titles) or all(map(COUNTED.match, said))
    if len(children) < 2 or "mitigate" not in words.meanings.all(section.title):
        return ()
    if any(part_name(title, words) for title in titles):
        return ()
    is_each = all(
        any(isinstance(block, Fence) for part in page.under(child) for block in part.blocks)
        for child in children
    )
    return titles if is_each or lettered else ()


def is_option(title: str, words: Vocabulary) -> bool:
    """`Option A: Rollback`, `Variante 1`."""
    head = re.match(r"^([^\W\d_]+)[\s-]*(?:[A-Z]\b|\d)", without_emoji(untitled(title)))
    return head is not None and words.process.exactly(head.group(1)) == "option"


def _labels_above_fences(section: Section, words: Vocabulary) -> Iterator[str]:
    """Bold labels of alternatives, and entries of a list that say in which case; the names of parts
    (`Verification`) are none."""
    last: str | None = None
    for block in section.blocks:
        if isinstance(block, Fence):
            if last is not None and part_name(last, words) is None:
                yield untitled(last)
            last = None
        elif isinstance(block, Paragraph):
            label = label_of(block.lines[0].text)
            if label is not None and label.stands_alone:
                last = label.name
        else:
            last = _case_of(block, words) if isinstance(block, Item) else None


def _case_of(item: Item, words: Vocabulary) -> str | None:
    """`1. **Open the bypass** – if the pump stands still`, or with the case in brackets."""
    label = label_of(item.text)
    is_case = label is not None and label.bold and says_if(label.value.lstrip(LEADS), words)
    return label.name if label is not None and is_case else None

"""Sections that are about one kind of failure each, told by what they hold and not by a word."""

from collections.abc import Iterator, Sequence

from runcard.domain.playbooks.page.blocks import (
    Block,
    Fence,
    Item,
    Outline,
    Paragraph,
    Section,
    Table,
    label_of,
)
from runcard.domain.playbooks.procedures.part_names import part_name
from runcard.domain.playbooks.procedures.signs import is_symptoms, symptoms_of
from runcard.domain.playbooks.procedures.step_codes import is_coded
from runcard.domain.playbooks.procedures.trouble_files import names_its_alert
from runcard.domain.playbooks.vocabulary import Vocabulary

FEWEST = 2


def is_incident_type(page: Outline, section: Section, words: Vocabulary) -> bool:
    """Signs of trouble or the name of an alert with something to do, or a diagnosis and a fix,
    that are its own."""
    if has_parts(section, words):
        return True
    if names_its_alert(section, words):
        return _has_work(page, section, words)
    return has_symptoms(page, section, words) and _has_work(page, section, words)


def are_incident_types(page: Outline, sections: Sequence[Section], words: Vocabulary) -> bool:
    """More than half of some sections beside each other, and two at least."""
    found = [one for one in sections if is_incident_type(page, one, words)]
    return len(found) >= FEWEST and 2 * len(found) > len(sections)


def has_symptoms(page: Outline, section: Section, words: Vocabulary) -> bool:
    """Directly below it, so that the whole document is not one."""
    found = bool(symptoms_of(page, section, words)[0])
    if section.level > FEWEST:
        return found
    return found and not any(is_symptoms(one.title, words) for one in page.children(section))


def _has_work(page: Outline, section: Section, words: Vocabulary) -> bool:
    """A part by its heading or label, steps or commands; `Indicators: 99.9%` alone is none."""
    return any(
        part_name(under.title, words) is not None
        or any(_is_work(block, words) for block in under.blocks)
        for under in page.under(section)
    )


def _is_work(block: Block, words: Vocabulary) -> bool:
    if isinstance(block, Fence):
        return True
    if isinstance(block, Item) and (block.numbered or block.box):
        return True
    labels = (
        map(label_of, (line.text for line in block.lines)) if not isinstance(block, Table) else ()
    )
    return any(label is not None and part_name(label.name, words) is not None for label in labels)


def has_parts(section: Section, words: Vocabulary) -> bool:
    """Two labels of parts with work below them: a diagnosis and a fix make a runbook."""
    return len(set(_worked_parts(section.blocks, words))) >= FEWEST


def _worked_parts(blocks: Sequence[Block], words: Vocabulary) -> Iterator[str]:
    """The parts below whose label something is to be done or looked at."""
    name: str | None = None
    for block in blocks:
        if isinstance(block, Paragraph):
            name = _part_from(name, block, words)
        elif name is not None:
            yield name


def _part_from(name: str | None, block: Paragraph, words: Vocabulary) -> str | None:
    """The part that stands open below a line: a new one, none below another bold label."""
    label = label_of(block.lines[-1].text)
    if label is None or label.value:
        return None if label is not None and label.bold else name
    named = None if is_coded(label.name, words) else part_name(label.name, words)
    return named or (None if label.bold else name)

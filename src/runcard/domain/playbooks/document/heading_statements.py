"""What headings say of the document itself: `# Version: 3.1`, `## Last updated` above a day."""

import re
from collections.abc import Iterator

from runcard.domain.playbooks.document.self_statements import STAMPS, YEAR, statements_in
from runcard.domain.playbooks.model import Text
from runcard.domain.playbooks.page.blocks import Paragraph, Section, label_of
from runcard.domain.playbooks.vocabulary import Vocabulary
from runcard.domain.playbooks.words import folded, plain, untitled, without_emoji

SLASH = re.compile(r"\s+[/|]\s+")
EDITION = re.compile(r"^[vV]?\d")
LONGEST_DAY = 24


def told_in_title(section: Section, words: Vocabulary) -> Iterator[tuple[str, Text]]:
    """`# Version: 3.1`: a heading of the first level that is a name and its value."""
    title = plain(section.title)
    label = label_of(title) if section.level == 1 else None
    if label is not None and label.value and concept_of(label.name, words) is not None:
        yield from statements_in(title, section.line, words)


def told_below(section: Section, words: Vocabulary) -> Iterator[tuple[str, Text]]:
    """`## Last updated` above a day and nothing else, `## Version` above a number."""
    concept = concept_of(untitled(section.title), words)
    if concept in STAMPS and len(section.blocks) == 1 and isinstance(section.blocks[0], Paragraph):
        first, *more = section.blocks[0].lines
        value = plain(first.text).strip(" *_.")
        told = EDITION if concept == "version" else YEAR
        if not more and len(value) <= LONGEST_DAY and told.search(value) is not None:
            yield concept, Text(value, first.line)


def concept_of(name: str, words: Vocabulary) -> str | None:
    """Of a label in one language, or in two: `Owner / Responsable`; or behind a picture."""
    sides = [words.meta.phrases.get(one.strip(" :："), (None,))[0] for one in _sides(name)]
    known = {one for one in sides if one is not None}
    return known.pop() if len(known) == 1 else None


def _sides(name: str) -> list[str]:
    return SLASH.split(folded(without_emoji(name)).strip(" :："))

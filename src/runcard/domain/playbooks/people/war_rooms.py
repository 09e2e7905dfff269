"""Where people gather: who takes part, by which means, and how often they are told."""

from collections.abc import Iterator

from runcard.domain.playbooks.model import Text
from runcard.domain.playbooks.nouns.appendix import WarRoom
from runcard.domain.playbooks.page.blocks import Fence, Item, Outline, Paragraph, Section, label_of
from runcard.domain.playbooks.vocabulary import Vocabulary
from runcard.domain.playbooks.words import plain, untitled

MARKS = " \t-*•"


def war_room(page: Outline, words: Vocabulary) -> WarRoom | None:
    """The first section about a war room that lists anything."""
    for section in page.sections:
        if section.level > 0 and "war_room" in words.about(untitled(section.title)):
            found = _groups(section, words)
            if found:
                last = max(text.line for texts in found.values() for text in texts)
                return WarRoom(
                    section.line,
                    last,
                    tuple(found.get("participants", ())),
                    tuple(found.get("tools", ())),
                    tuple(found.get("cadence", ())),
                )
    return None


def _groups(section: Section, words: Vocabulary) -> dict[str, list[Text]]:
    """Entries by the label they stand under."""
    found: dict[str, list[Text]] = {}
    group: str | None = None
    for line in _lines(section):
        label = label_of(line.text)
        named = words.war_room.exactly(label.name) if label is not None else None
        if named is not None:
            group = named
            if label is not None and label.value:
                found.setdefault(named, []).append(Text(label.value, line.line))
        elif group is not None and line.text:
            found.setdefault(group, []).append(line)
    return found


def _lines(section: Section) -> Iterator[Text]:
    for block in section.blocks:
        if isinstance(block, Fence):
            for number, text in enumerate(block.lines, block.line + 1):
                if text.strip():
                    yield Text(plain(text.strip(MARKS)), number)
        elif isinstance(block, Paragraph | Item):
            yield from (Text(plain(line.text), line.line) for line in block.lines)

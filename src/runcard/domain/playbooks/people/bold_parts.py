"""Names in bold below a heading about roles, each above what whoever has it does."""

from collections.abc import Iterator
from dataclasses import replace

from runcard.domain.playbooks.page.blocks import Block, Paragraph, Section, items, label_of
from runcard.domain.playbooks.people.persons import are_of_people, plays_a_part
from runcard.domain.playbooks.people.role_places import with_lines_apart
from runcard.domain.playbooks.vocabulary import Vocabulary

FEWEST = 2
LONGEST_NAME = 60


def bold_parts(section: Section, words: Vocabulary) -> Iterator[Section]:
    """`**Scribe**` above its duties, or `**Scribe.** Writes what happened.`: each name with what
    stands below it, as a section of its own."""
    blocks = tuple(with_lines_apart(section))
    starts = [at for at, block in enumerate(blocks) if _is_named(block)]
    if len(starts) < FEWEST:
        return
    ends = [*starts[1:], len(blocks)]
    told = [
        replace(
            section,
            title=_name(blocks[start]),
            line=blocks[start].line,
            blocks=blocks[start + 1 : end],
        )
        for start, end in zip(starts, ends, strict=True)
    ]
    # `**Before the watch**` above boxes to tick, and what is ticked during it, is work of whoever
    # has it.
    is_course = any(_says_when(own.title, words) for own in told)
    is_cast = not is_course and are_of_people([own.title for own in told], words)
    for own in told:
        is_somebody = plays_a_part(own.title, words) and not is_course
        is_work = any(one.box for one in items(own)) and not is_cast
        if is_somebody or not (_is_nobody(own.title, words) or is_work):
            yield own


def _is_nobody(name: str, words: Vocabulary) -> bool:
    """`During the watch`, `Duty rotation`, `Emergency contacts`: when and in what order a part is
    played, and how those who play it are reached."""
    is_other = bool(words.about(name) & {"oncall", "escalation", "triggers", "contacts"})
    return (is_other and not plays_a_part(name, words)) or _says_when(name, words)


def _name(block: Block) -> str:
    label = label_of(block.lines[0].text) if isinstance(block, Paragraph) else None
    return label.name if label is not None else ""


def _says_when(name: str, words: Vocabulary) -> bool:
    """`Before the watch`, `Während der Schicht`."""
    return any(
        one.start() == 0 and {"around", "amid"} & set(words.talk.phrases[one.group()])
        for one in words.talk.matches(name)
    )


def _is_named(block: Block) -> bool:
    if not isinstance(block, Paragraph) or block.quote is not None or block.in_item:
        return False
    label = label_of(block.lines[0].text)
    return label is not None and label.bold and len(label.name) <= LONGEST_NAME

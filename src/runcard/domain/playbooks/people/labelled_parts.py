"""Parts of a section below a label of their own, `**Escalation**` or `**Roles**` alone on its line:
as good as a heading, for what stands between it and the next one."""

from collections.abc import Iterator
from dataclasses import replace

from runcard.domain.playbooks.page.blocks import Block, Item, Paragraph, Section, Table, label_of
from runcard.domain.playbooks.page.bodies import items_with_bodies
from runcard.domain.playbooks.vocabulary import Vocabulary
from runcard.domain.playbooks.words import plain

FEW_WORDS = 5


def parted(section: Section, topic: str, words: Vocabulary) -> tuple[Section, tuple[Section, ...]]:
    """The section without the parts about the topic, and each of them as a section of its own."""
    own, told = _below_lines(section, topic, words)
    own, nested = _below_entries(own, topic, words)
    return own, (*told, *nested)


def _below_lines(
    section: Section, topic: str, words: Vocabulary
) -> tuple[Section, tuple[Section, ...]]:
    """`**Escalation policy:**` above a list or a table."""
    own: list[Block] = []
    parts: list[Section] = []
    is_inside = False
    for block in section.blocks:
        name = _name_of(block)
        if name:
            is_inside = topic in words.about(name)
            if is_inside and isinstance(block, Paragraph):
                line = block.lines[-1].line
                parts.append(replace(section, title=name, line=line, blocks=()))
                own.extend(_without_last(block))
                continue
        if is_inside:
            parts[-1] = replace(parts[-1], blocks=(*parts[-1].blocks, block))
        else:
            own.append(block)
    told = tuple(
        part for part in parts if any(isinstance(one, Item | Table) for one in part.blocks)
    )
    return (replace(section, blocks=tuple(own)), told) if told else (section, ())


def _below_entries(
    section: Section, topic: str, words: Vocabulary
) -> tuple[Section, tuple[Section, ...]]:
    """`- Escalation policy:` with entries nested below it."""
    parts: list[Section] = []
    taken: set[int] = set()
    for entries in items_with_bodies(section):
        for item, body in entries:
            label = label_of(item.text)
            is_open = label is not None and not label.value
            if label is not None and is_open and body and topic in words.about(label.name):
                blocks = tuple(_raised(one) for one in body)
                parts.append(
                    replace(section, title=plain(label.name), line=item.line, blocks=blocks)
                )
                taken.update(one.line for one in body)
    own = tuple(block for block in section.blocks if block.line not in taken)
    return replace(section, blocks=own), tuple(parts)


def _raised(block: Block) -> Block:
    return replace(block, depth=block.depth - 1) if isinstance(block, Item) else block


def _name_of(block: Block) -> str:
    """A bold line, or a short one that ends in a colon, with nothing behind it."""
    if not isinstance(block, Paragraph) or block.quote is not None or block.in_item:
        return ""
    label = label_of(block.lines[-1].text)
    is_open = label is not None and not label.value
    is_short = label is not None and len(label.name.split()) <= FEW_WORDS
    return plain(label.name) if label is not None and is_open and is_short else ""


def _without_last(block: Paragraph) -> Iterator[Paragraph]:
    if len(block.lines) > 1:
        yield replace(block, lines=block.lines[:-1])

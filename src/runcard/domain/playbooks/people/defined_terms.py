"""Lists of definitions: the name of somebody, and below it what is told of him."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from runcard.domain.playbooks.model import Contact, Text
from runcard.domain.playbooks.page.addresses import REAL
from runcard.domain.playbooks.page.blocks import Block, Item, Section
from runcard.domain.playbooks.people.contact_lines import in_line
from runcard.domain.playbooks.vocabulary import Vocabulary

FEWEST = 2


def with_terms(blocks: Sequence[Block]) -> Iterator[Block]:
    """`Duty desk` above `: ext. 4711` is an entry `**Duty desk**: ext. 4711` on the line of the
    number; a second number below it has the same name."""
    term: Item | None = None
    for at, block in enumerate(blocks):
        below = blocks[at + 1] if at + 1 < len(blocks) else None
        if isinstance(block, Item) and block.told and term is not None:
            whole = Text(f"{term.text}: {block.text}", block.line)
            yield replace(block, lines=(whole,))
        elif isinstance(block, Item) and isinstance(below, Item) and below.told:
            term = block
        else:
            term = None
            yield block


def meanings(body: Sequence[Block]) -> tuple[Text, ...]:
    """What a list of definitions tells of its term, each at its line."""
    return tuple(
        Text(block.text, block.line) for block in body if isinstance(block, Item) and block.told
    )


def defined_ways(section: Section, words: Vocabulary) -> list[Contact]:
    """Terms that most lead somewhere, below a heading about duty, say: two at least are reached by
    a number or a mailbox."""
    told = [one for one in with_terms(section.blocks) if isinstance(one, Item) and one.told]
    found = [way for item in told for way in in_line(item.text, item.line, words)]
    led = [way for way in found if way.kind != "none" or way.placeholder]
    real = [way for way in led if way.kind in REAL and way.kind != "name"]
    return led if len(real) >= FEWEST and 2 * len(led) > len(told) else []

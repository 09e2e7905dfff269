"""What the entries of a list below the title say of the document: `- Version: 1.8`."""

from collections.abc import Iterator, Sequence
from itertools import takewhile

from runcard.domain.playbooks.document.heading_statements import concept_of
from runcard.domain.playbooks.document.self_statements import statements_in
from runcard.domain.playbooks.model import Text
from runcard.domain.playbooks.page.blocks import Block, Item, label_of
from runcard.domain.playbooks.vocabulary import Vocabulary
from runcard.domain.playbooks.words import plain


def in_list(blocks: Sequence[Block], words: Vocabulary) -> Iterator[tuple[str, Text]]:
    """`- Version: 1.8`: entries below the title that are a name and a value; those with a number
    are steps."""
    for at, block in enumerate(blocks):
        if not isinstance(block, Item) or block.depth > 1 or block.numbered:
            continue
        nested = [*takewhile(_is_nested, blocks[at + 1 :])]
        if len(nested) == 1 and isinstance(nested[0], Item):
            yield from _nested(block, nested[0], words)
        label = label_of(block.text)
        if label is not None and label.value and concept_of(label.name, words) is not None:
            yield from statements_in(plain(block.lines[0].text), block.line, words)


def _is_nested(block: Block) -> bool:
    return isinstance(block, Item) and block.depth > 1


def _nested(name: Item, value: Item, words: Vocabulary) -> Iterator[tuple[str, Text]]:
    """A name alone above the entry nested in it, which is its value."""
    said = plain(name.text).strip(" :：")
    if len(name.lines) == 1 and concept_of(said, words) is not None:
        yield from statements_in(f"{said}: {plain(value.text)}", value.line, words)

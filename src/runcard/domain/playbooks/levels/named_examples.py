"""Lists below a level of which a sentence says that they are examples, and the lists after them.

Where the examples are named, `Examples include:`, a list below other words, `How we work at it:`,
holds none: its entries are read like running text for what they promise.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from runcard.domain.playbooks.levels.fields import matters_of
from runcard.domain.playbooks.model import Text
from runcard.domain.playbooks.page.blocks import Block, Item, Paragraph, label_of
from runcard.domain.playbooks.times.running_text import sentences_of
from runcard.domain.playbooks.vocabulary import Vocabulary
from runcard.domain.playbooks.words import plain

COLONS = (":", "：")
MOST_WORDS = 6
# `How we treat high-severity trouble:` names the level and no matter of it.
NO_MATTER: tuple[tuple[str, ...], ...] = ((), ("key",))


def around_examples(
    blocks: Sequence[Block], words: Vocabulary
) -> tuple[tuple[Block, ...], tuple[Block, ...]]:
    """The blocks of a level up to the end of the examples that a sentence names, and those behind,
    as running text; without such a sentence, all of them and none."""
    told = list(blocks)
    leads = [(above, below) for above, below in pairwise(blocks) if isinstance(below, Item)]
    named = next((above for above, _ in leads if _names_examples(above, words)), None)
    if not isinstance(named, Paragraph):
        return tuple(blocks), ()
    at = told.index(named)
    others = (one for one, _ in leads if one.line > named.line and _opens_another(one, words))
    after = next(others, None)
    end = len(told) if after is None else told.index(after)
    first = (*told[:at], *_in_two(named), *told[at + 1 : end])
    return first, tuple(_as_text(block) for block in told[end + 1 :])


def _names_examples(block: Block, words: Vocabulary) -> bool:
    """`No tram runs. Examples include:`, with what the level means in front."""
    if not isinstance(block, Paragraph) or not block.lines[-1].text.endswith(COLONS):
        return False
    said = [plain(one.text) for one in sentences_of(block.lines)]
    if len(said) < 2 or len(said[-1].split()) > MOST_WORDS:
        return False
    first = next(iter(words.labels.matches(said[-1])), None)
    is_first = first is not None and first.start() == 0
    return is_first and first is not None and "examples" in words.labels.phrases[first.group()]


def _in_two(block: Paragraph) -> Iterator[Paragraph]:
    """What the level means, and the name of the list below it."""
    *meaning, last = sentences_of(block.lines)
    yield Paragraph(block.line, (Text(" ".join(one.text for one in meaning), block.line),))
    yield Paragraph(last.line, (last,))


def _opens_another(block: Block, words: Vocabulary) -> bool:
    """Words above a list that name nothing known of a level."""
    said = block.lines[-1].text if isinstance(block, Paragraph) else ""
    return said.rstrip(" *_").endswith(COLONS) and matters_of(label_of(said), words) in NO_MATTER


def _as_text(block: Block) -> Block:
    return Paragraph(block.line, block.lines) if isinstance(block, Item) else block

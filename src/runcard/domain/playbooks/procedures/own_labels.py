"""Bold words above work that are the document's own name for a step."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise, takewhile

from runcard.domain.playbooks.page.blocks import (
    Block,
    Fence,
    Item,
    Label,
    Paragraph,
    Section,
    label_of,
)
from runcard.domain.playbooks.procedures.part_names import LONGEST_LABEL, NAMED_PARTS, part_name
from runcard.domain.playbooks.procedures.signs import is_symptoms
from runcard.domain.playbooks.procedures.step_codes import is_coded
from runcard.domain.playbooks.times.grammar import spans_in
from runcard.domain.playbooks.vocabulary import Vocabulary
from runcard.domain.playbooks.words import plain, untitled

SEPARATORS = {":", "：", "-", "–", "—", "(", "（", "→"}
STOPS, COLONS, ASKS = (".", "。"), (":", "："), ("?", "？")
ENDS = " :："
FEWEST = 2
MOST_WORDS = 3
FEW_SIGNS = 3


def is_work(following: tuple[Block, ...]) -> bool:
    """Whether a list or commands stand next."""
    return bool(following) and isinstance(following[0], Item | Fence)


def below_each(block: Paragraph, following: tuple[Block, ...]) -> Iterator[tuple[Block, ...]]:
    """What stands below each line: below a name in bold alone, what is said directly under it and
    the work behind that; below any other but the last, nothing of its own."""
    for at, line in enumerate(block.lines, 1):
        label, said = label_of(line.text), block.lines[at:]
        is_name = label is not None and label.stands_alone
        more: tuple[Block, ...] = (replace(block, lines=said),) if said and is_name else ()
        yield (*more, *following) if is_name or not said else ()


def is_above_a_label(label: Label, following: tuple[Block, ...]) -> bool:
    """`**Repair:**`, and next `**If the lid is stuck:**`."""
    first = following[0] if following else None
    below = label_of(first.lines[0].text) if isinstance(first, Paragraph) else None
    is_label = below is not None and below.bold and below.stands_alone
    is_alone = label.bold and label.stands_alone
    return is_alone and is_label and len(following) > 1 and is_work(following[1:])


def is_deed(block: Block) -> bool:
    """`1. Pump`, `[ ] Pump`, or commands; `- Water` may only name something."""
    return isinstance(block, Fence) or (isinstance(block, Item) and (block.numbered or block.box))


def is_told_to_do(block: Block) -> bool:
    """`- Close the gate.`, too; `- Gates` only names something, `- RTO: 1 h.` has a label."""
    if is_deed(block) or not isinstance(block, Item):
        return is_deed(block)
    return block.text.rstrip().endswith(STOPS) and label_of(block.text) is None


def ends_in_a_part(section: Section, words: Vocabulary) -> bool:
    """`**Fix:**` with nothing below it: the headings that come next are ways of doing it."""
    last = section.blocks[-1] if section.blocks else None
    label = label_of(last.lines[-1].text) if isinstance(last, Paragraph) else None
    if label is None or not label.stands_alone:
        return False
    return part_name(label.name, words) is not None


def names_above_work(section: Section) -> list[str]:
    """The names in bold, alone on their lines, directly above a list or commands."""
    return [
        label.name
        for above, below in pairwise(section.blocks)
        if isinstance(above, Paragraph) and is_work((below,))
        if (label := label_of(above.lines[-1].text)) and label.stands_alone
    ]


def is_title(text: str, following: tuple[Block, ...]) -> bool:
    """Above work, with a sentence between them or none; and no sentence: `*Always S1.*`."""
    return is_above_work(following) and not text.rstrip(" *_").endswith(STOPS)


def is_above_work(following: tuple[Block, ...]) -> bool:
    """Work stands next, or a few paragraphs without a name of their own and the work behind; in the
    second, `But: it stays warm` is only said, and `Look which of the valves are open:` leads on."""
    said = [block for block in takewhile(_is_prose, following) if isinstance(block, Paragraph)]
    names = [label_of(line.text) for block in said for line in block.lines]
    first = names[: len(said[0].lines)] if said else []
    is_named = any(one is not None and (one.value or _is_a_name(one)) for one in first)
    is_named |= any(one is not None and _is_a_name(one) for one in names)
    return not is_named and is_work(following[len(said) :])


def _is_a_name(label: Label) -> bool:
    return label.bold or (not label.value and len(label.name.split()) <= MOST_WORDS)


def _is_prose(block: Block) -> bool:
    return isinstance(block, Paragraph)


def stands_above(label: Label, text: str, following: tuple[Block, ...]) -> bool:
    """A name alone above its work, or one with a word on what the commands below it do."""
    if not label.value:
        return is_title(text, following)
    return bool(following) and isinstance(following[0], Fence) and text.rstrip().endswith(COLONS)


def is_above_steps(following: tuple[Block, ...], words: Vocabulary) -> bool:
    """`**Step 1: Look**` stands next: what is named above counts its own steps."""
    if not following or not isinstance(following[0], Paragraph):
        return False
    label = label_of(following[0].lines[0].text)
    return label is not None and label.bold and is_coded(label.name, words)


def runs_on(text: str, label: Label) -> bool:
    """`**Done when** the queue is empty`: the beginning of a sentence, and no label of a part; a
    question, `**Is it fixed?** The queue is empty`, ends where it is asked."""
    behind = plain(text)[len(label.name) :].lstrip()
    is_asked = label.name.endswith(ASKS)
    return bool(label.value) and not is_asked and behind[:1] not in SEPARATORS


def is_lead(text: str, label: Label, following: tuple[Block, ...]) -> bool:
    """`**1.1 Isolate** it by the portal, or:`, `**Index too slow.** Turn it off:` directly above
    commands: a step of the document's own with its name in front."""
    is_above = bool(following) and isinstance(following[0], Fence)
    if not (label.bold and is_above and text.rstrip().endswith(COLONS)):
        return False
    is_counted = untitled(label.name) != plain(label.name)
    is_sentence = label.name.rstrip().endswith(STOPS) and " " in label.name.strip()
    return is_counted or is_sentence


def is_plain_title(text: str) -> bool:
    """`Decision:` and nothing else on its line, in no emphasis."""
    bare = text.strip()
    return bare.endswith(COLONS) and plain(bare) == bare and len(bare.split()) <= MOST_WORDS


def are_plain_titles(blocks: Sequence[Block], words: Vocabulary) -> bool:
    """Two such lines at least, each above a list, of which one names a part that is known, or the
    signs."""
    titles = [
        block.lines[0].text
        for block, below in pairwise(blocks)
        if isinstance(block, Paragraph) and isinstance(below, Item)
        if len(block.lines) == 1 and not block.in_item and is_plain_title(block.lines[0].text)
    ]
    known = (part_name(one, words) or is_symptoms(one.strip(ENDS), words) for one in titles)
    return len(titles) >= FEWEST and any(known)


def are_above_fences(blocks: Sequence[Block], words: Vocabulary) -> bool:
    """`- **Look:**` and `- **Still stuck:**`, each an entry directly above commands that are not
    indented: two at least, one of them the name of a part that is known."""
    names = [
        label.name
        for block, below in pairwise(blocks)
        if isinstance(block, Item) and isinstance(below, Fence)
        if is_alone_above(block, (below,)) and (label := label_of(block.text))
    ]
    return len(names) >= FEWEST and any(part_name(one, words) is not None for one in names)


def is_alone_above(item: Item, following: Sequence[Block]) -> bool:
    """A name in bold and nothing else in the entry, and commands below it."""
    label = label_of(item.text)
    is_name = label is not None and label.bold and label.stands_alone
    return is_name and not item.numbered and isinstance(next(iter(following), None), Fence)


def are_plainly_told(blocks: Sequence[Block], words: Vocabulary) -> bool:
    """`Check: look at the pot`, `Fix: swap it`: two parts at least, and three such lines with the
    signs; `Recovery: 10 minutes` is told beside the work."""
    labels = [
        label
        for block in blocks
        if isinstance(block, Paragraph) and not block.in_item
        for line in block.lines
        if (label := label_of(line.text)) and label.value and not label.bold
        if not any(span.start <= FEW_SIGNS for span in spans_in(label.value, words))
    ]
    parts = {name for one in labels if (name := part_name(one.name, words)) in NAMED_PARTS}
    signs = {one.name for one in labels if is_symptoms(one.name, words)}
    return len(parts) >= FEWEST and len(parts | signs) > FEWEST


def bare_label(text: str, following: tuple[Block, ...], words: Vocabulary) -> Label | None:
    """A line that is nothing but the name of a part, above its work or what is said of it first."""
    name = text.strip()
    if not is_above_work(following) or len(name) > LONGEST_LABEL:
        return None
    known = words.parts.exactly(name) or is_symptoms(name, words)
    return Label(name, "", bold=False) if known else None

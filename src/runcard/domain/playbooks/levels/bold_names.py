"""Lines that begin with the name of a level in bold, `**P1 – Site down.** Nobody can log in.`, each
with what stands below it up to the next."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from runcard.domain.playbooks.levels.entries import LevelEntry
from runcard.domain.playbooks.levels.names import LevelHead
from runcard.domain.playbooks.model import Text
from runcard.domain.playbooks.page.blocks import Block, Paragraph, Section, label_of
from runcard.domain.playbooks.times.running_text import are_broken
from runcard.domain.playbooks.words import plain, without_emoji


def beginnings(
    section: Section, head_of: Callable[[str], LevelHead | None]
) -> Iterator[LevelEntry]:
    """Bold lines that name a level, each with the blocks up to the next one."""
    blocks = tuple(_split_lines(section.blocks))
    starts = [(at, _bold_head(block, head_of)) for at, block in enumerate(blocks)]
    known = [(at, head) for at, head in starts if head is not None]
    ends = [at for at, _ in known[1:]] + [len(blocks)]
    for (at, (head, text)), end in zip(known, ends, strict=False):
        entry = LevelEntry(head, blocks[at].line, text, _rest(blocks, at, end))
        yield _with_its_lines(entry, blocks[at])


def _with_its_lines(entry: LevelEntry, block: Block) -> LevelEntry:
    """Sentences behind a bold name that are broken over lines are read as a whole."""
    lines = block.lines if isinstance(block, Paragraph) else ()
    if not entry.text or not are_broken(lines):
        return entry
    more = " ".join(plain(line.text) for line in lines[1:])
    return replace(entry, text=f"{entry.text} {more}", told=lines, blocks=entry.blocks[1:])


def _split_lines(blocks: Sequence[Block]) -> Iterator[Block]:
    """A paragraph whose every line begins in bold is as many paragraphs."""
    for block in blocks:
        is_run = isinstance(block, Paragraph) and len(block.lines) > 1
        if isinstance(block, Paragraph) and is_run and all(map(_starts_bold, block.lines)):
            yield from (replace(block, line=line.line, lines=(line,)) for line in block.lines)
        else:
            yield block


def _starts_bold(line: Text) -> bool:
    label = label_of(without_emoji(line.text))
    return label is not None and label.bold


def _rest(blocks: Sequence[Block], at: int, end: int) -> tuple[Block, ...]:
    """The blocks of a level, the further lines of its own paragraph first."""
    first = blocks[at]
    more = first.lines[1:] if isinstance(first, Paragraph) else ()
    own = (Paragraph(more[0].line, more),) if more else ()
    return (*own, *blocks[at + 1 : end])


def _bold_head(
    block: Block, head_of: Callable[[str], LevelHead | None]
) -> tuple[LevelHead, str] | None:
    if not isinstance(block, Paragraph) or block.quote is not None or block.in_item:
        return None
    label = label_of(without_emoji(block.lines[0].text))
    head = head_of(label.name) if label is not None and label.bold else None
    if head is None or label is None:
        return None
    if head.name is not None:  # `**P1 – Site down.** Nobody can log in.`
        head = replace(head, name=head.name.rstrip(".。"))
    return head, label.value.lstrip("-–—:： ").strip()

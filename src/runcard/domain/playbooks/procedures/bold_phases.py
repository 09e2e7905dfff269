"""Phases written as bold lines, with or without headings between them."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import zip_longest

from runcard.domain.playbooks.model import Phase
from runcard.domain.playbooks.nouns.appendix import FencedBlock
from runcard.domain.playbooks.page.blocks import (
    Block,
    Fence,
    Item,
    Label,
    Outline,
    Paragraph,
    Section,
    label_of,
)
from runcard.domain.playbooks.procedures.phase_items import items_of
from runcard.domain.playbooks.procedures.phase_words import is_phase_word
from runcard.domain.playbooks.procedures.step_codes import INSIDE, is_coded
from runcard.domain.playbooks.procedures.windows import boxed_time, timebox_of, window_of
from runcard.domain.playbooks.times.grammar import read_time
from runcard.domain.playbooks.vocabulary import Vocabulary
from runcard.domain.playbooks.words import trailing_parenthesis, untitled

NUMBERED_LABEL = re.compile(
    r"^(?:\d+(?:\.\d+)*[.)]?|[A-Z]\.?\d{1,2}(?=[.):\s])"
    r"|[(（][一二三四五六七八九十\d]{1,3}[)）](?=\s*\S)"
    r"|第[一二三四五六七八九十\d]+[步章节阶段步驟]+|[^\W\d_]+\s*\d+\s*[:：.–—-])\s*"
)
BEHIND_COMMA = re.compile(r"^(.{1,80}?)\s*[,，、]\s*([^,，、]{1,24})$")
# `(1) Boil`, `（二）煮水`: a figure that counts and is no part of the name.
COUNT_ALONE = re.compile(r"^[(（](?:\d{1,2}|[一二三四五六七八九十]{1,3})[)）]\s*(?=\S)")
CODE = re.compile(r"^[^\W\d_]{1,16}\s\d{1,2}\s?[:：.–—-]\s*(?=\S)")
IN_FRONT = re.compile(
    r"^[^()（）.。]{1,60}?\s?[(（][^()（）]{1,40}[)）](?=[\s.。]|$)"
    r"|^(?=[^\s。]*[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af])[^\s.。()（）]{1,30}(?=\s)"
    r"|^(?:[^()（）.。]|\.(?=\S)){1,80}(?=\.(?:\s|$)|。|$)"
)
BRACKETS = {"(", "（"}
FEWEST = 2
FEWEST_LED = 3


@dataclass(frozen=True, slots=True)
class _Piece:
    """A block below the process, and the heading it stands under if that is one of its own."""

    block: Block
    heading: str | None


def bold_line_phases(
    page: Outline, section: Section, fences: Mapping[int, FencedBlock], words: Vocabulary
) -> tuple[Phase, ...]:
    """`**1. Detect (5 min)**` as a line of its own, with what follows until the next; headings
    below the process that stand between them are ways of doing a phase."""
    own = [_Piece(block, None) for block in section.blocks]
    if not any(_is_numbered_label(piece.block) for piece in own):
        return ()
    pieces = [*own, *_below(page, section)]
    starts = [at for at, piece in enumerate(pieces) if _is_numbered_label(piece.block)]
    return _phases(section, pieces, starts, (fences, words)) if len(starts) >= FEWEST else ()


def led_phases(
    section: Section, fences: Mapping[int, FencedBlock], words: Vocabulary
) -> tuple[Phase, ...]:
    """`**Detect.** An alarm, or somebody who calls.`, or `**Detect**` above a list: paragraphs that
    begin with their names, most of them words of what phases are for."""
    pieces = [_Piece(block, None) for block in section.blocks]
    beside = zip_longest(section.blocks, section.blocks[1:])
    starts = [at for at, (one, below) in enumerate(beside) if _is_led(one) or _titles(one, below)]
    names = [_name(pieces[at].block) for at in starts]
    meant = [one for one in names if is_phase_word(one, words)]
    is_group = len(starts) >= FEWEST_LED and 2 * len(meant) > len(names) and starts[0] == 0
    return _phases(section, pieces, starts, (fences, words)) if is_group else ()


def counted_phases(
    section: Section, fences: Mapping[int, FencedBlock], words: Vocabulary
) -> tuple[Phase, ...]:
    """`Step 1: Detect (5 min). Somebody calls.`, `(1) 検知 …`: paragraphs that count themselves."""
    led = [_led_by_its_count(block, words) for block in section.blocks]
    starts = [at for at, one in enumerate(led) if one is not None]
    pieces = [_Piece(one or block, None) for one, block in zip(led, section.blocks, strict=True)]
    return _phases(section, pieces, starts, (fences, words)) if len(starts) >= FEWEST_LED else ()


def _led_by_its_count(block: Block, words: Vocabulary) -> Paragraph | None:
    """The same with its name in bold: up to a parenthesis, a stop or, where words are written
    without spaces between them, the first space."""
    if not isinstance(block, Paragraph) or block.quote is not None or block.in_item:
        return None
    first, *more = block.lines
    alone = COUNT_ALONE.match(first.text)
    code = INSIDE.match(first.text) or CODE.match(first.text)
    if alone is None and not (code is not None and is_coded(first.text, words)):
        return None
    kept, behind = ("", first.text[alone.end() :]) if alone else _parted(first.text, code)
    name = IN_FRONT.match(behind)
    if name is None:
        return None
    rest = behind[name.end() :].lstrip(" .。")
    led = replace(first, text=f"**{kept}{name.group()}** {rest}".rstrip())
    return replace(block, lines=(led, *more))


def _parted(text: str, code: re.Match[str] | None) -> tuple[str, str]:
    end = code.end() if code is not None else 0
    rest = text[end:].lstrip(" ")
    return text[: len(text) - len(rest)], rest


def _phases(
    section: Section,
    pieces: Sequence[_Piece],
    starts: Sequence[int],
    known: tuple[Mapping[int, FencedBlock], Vocabulary],
) -> tuple[Phase, ...]:
    """Each from its name to the next."""
    ends = [*starts[1:], len(pieces)]
    return tuple(
        _phase(section, pieces[start:end], *known) for start, end in zip(starts, ends, strict=True)
    )


def _is_led(block: Block | None) -> bool:
    """A bold beginning with a sentence behind it."""
    if not isinstance(block, Paragraph) or block.quote is not None or block.in_item:
        return False
    label = label_of(block.lines[0].text)
    return label is not None and label.bold and bool(label.value)


def _titles(block: Block | None, below: Block | None) -> bool:
    """`**Detect**`, `**Detect:**` directly above a list."""
    if not isinstance(block, Paragraph) or block.quote is not None or block.in_item:
        return False
    label = label_of(block.lines[0].text)
    is_alone = label is not None and label.bold and label.stands_alone and len(block.lines) == 1
    return is_alone and isinstance(below, Item)


def _name(block: Block) -> str:
    label = label_of(block.lines[0].text) if isinstance(block, Paragraph) else None
    return _title(label).rstrip(".。")


def _below(page: Outline, section: Section) -> list[_Piece]:
    """What stands under deeper headings, as long as bold lines go on among it."""
    pieces = [
        _Piece(block, untitled(part.title))
        for part in page.under(section)[1:]
        for block in part.blocks
    ]
    return pieces if any(_is_numbered_label(piece.block) for piece in pieces) else []


def _is_numbered_label(block: object) -> bool:
    if not isinstance(block, Paragraph) or block.quote is not None or block.in_item:
        return False
    label = label_of(block.lines[0].text)
    return label is not None and label.bold and NUMBERED_LABEL.match(label.name) is not None


def _title(label: Label | None) -> str:
    """A time in brackets may stand behind the bold words."""
    if label is None:
        return ""
    is_bracket = label.value[:1] in BRACKETS and trailing_parenthesis(f"x {label.value}")[0] == "x"
    return f"{label.name} {label.value}" if is_bracket else label.name


def _with_time_behind(said: str, line: int, words: Vocabulary) -> tuple[str, str] | None:
    """`Boil, within 20 min`, `（二）煮水，20 分钟内`: the phase, and the time it may take."""
    found = BEHIND_COMMA.match(said)
    is_timed = found is not None and read_time(found.group(2), line, words) is not None
    return (found.group(1), found.group(2)) if found is not None and is_timed else None


def _phase(
    section: Section,
    pieces: Sequence[_Piece],
    fences: Mapping[int, FencedBlock],
    words: Vocabulary,
) -> Phase:
    blocks = [piece.block for piece in pieces]
    first = blocks[0]
    label = label_of(first.lines[0].text) if isinstance(first, Paragraph) else None
    said = untitled(_title(label)).rstrip(".。")
    timed = _with_time_behind(said, first.line, words) or boxed_time(said, first.line, words)
    title, inside = timed or trailing_parenthesis(said)
    timebox = timebox_of(inside, first.line, words) if inside else None
    window = window_of(title, first.line, words) if timebox is None else None
    headings = dict.fromkeys(
        piece.heading
        for piece in pieces[1:]
        if piece.heading and piece.heading != pieces[0].heading
    )
    return Phase(
        title,
        first.line,
        window.time if window else timebox,
        tuple(items_of(replace(section, blocks=tuple(blocks[1:])), fences)),
        end_line=blocks[-1].line,
        fences=tuple(block.line for block in blocks if isinstance(block, Fence)),
        options=tuple(headings) if len(headings) >= FEWEST else (),
        qualifier=inside if timebox is None else None,
    )

"""The lines of a picture drawn with signs: boxes, branches, and what is written beside an arrow."""

import re
from collections.abc import Iterator, Sequence
from enum import Enum, auto
from typing import NamedTuple

from runcard.domain.playbooks.model import Text
from runcard.domain.playbooks.people.arrows import ARROW
from runcard.domain.playbooks.words import has_letters, margin_of

POINTS_DOWN = {"▼", "↓", "⬇"}
PASSES = "|│┃║┊╎"
FRAMED = re.compile(rf"^\s*[{PASSES}]\s*([^{PASSES}]{{1,120}}?)\s*[{PASSES}]\s*$")
BRANCH = re.compile(
    rf"^[\s{PASSES}]*(?:[├└┣┗╰`\\+]|[{PASSES}](?=[-─–]))\s?[-─━–]{{1,12}}[>►▶]?\s*(\S.*)$"
)
ON_LINE = re.compile(rf"^[\s{PASSES}]*(?:[{PASSES}▼↓⬇]|[vV](?=\s{{1,8}}[(\[（]))\s*(\S.*?)\s*$")
ASIDE = re.compile(r"^\s*[(（\[]([^()（）\[\]]{2,120})[)）\]]\s*$")
DRAWING = re.compile(r"^[\s|│┃├└┌┐┘v▼↓+─-]*")
REMARK = re.compile(r"^(\s*)[•◦▪‣·*-]\s+\S")
FEWEST = 2
CLOSED = {"(": ")", "（": "）", "[": "]"}


class Kind(Enum):
    """What a line of a picture is."""

    BOX = auto()
    MORE = auto()  # a further line inside the frame of a box
    BRANCH = auto()
    NOTE = auto()
    LINK = auto()


class Stroke(NamedTuple):
    """A line of a picture without its signs."""

    kind: Kind
    text: Text


def points_down(text: str) -> bool:
    """Whether a line begins with an arrow to the line below."""
    return text.lstrip()[:1] in POINTS_DOWN or text.strip() == "v"


def leads_on_and_on(lines: Sequence[str]) -> bool:
    """Whether two arrows at least point down: from one to the next, and on from there."""
    return sum(map(points_down, lines)) >= FEWEST


def is_drawn(lines: Sequence[Text]) -> bool:
    """Whether any of them holds an arrow, beside a name or below it; or whether some branch off."""
    branches = [one for one in lines if _read(one.text)[0] is Kind.BRANCH]
    is_led = any(ARROW.search(one.text) or _leads_down(one.text) for one in lines)
    return is_led or len(branches) >= FEWEST


def _leads_down(text: str) -> bool:
    is_noted = text.lstrip()[:1] in {"v", "V"} and ON_LINE.match(text) is not None
    return is_noted or points_down(text)


def strokes(lines: Sequence[Text]) -> Iterator[Stroke]:
    """Each line as what it is, less the remarks below a name; signs alone are links."""
    was_framed = False
    for line in _without_remarks(lines):
        kind, text = _read(line.text)
        is_framed = kind is Kind.BOX and FRAMED.match(line.text) is not None
        kind = Kind.MORE if is_framed and was_framed else kind
        was_framed = is_framed
        yield Stroke(kind, Text(text.strip(), line.line))


def _without_remarks(lines: Sequence[Text]) -> Iterator[Text]:
    """`• keeps the log`, and what is set as deep behind it, below a name that has no such mark."""
    is_named, depth = False, None
    for line in lines:
        remark = REMARK.match(line.text)
        if remark is not None and is_named:
            depth = len(remark.group(1))
        elif depth is not None and _is_deeper(line.text, depth):
            continue
        else:
            is_name = remark is None and _read(line.text)[0] is Kind.BOX
            is_named = (is_named or is_name) and not _passes_on(line.text)
            depth = None
            yield line


def _is_deeper(text: str, depth: int) -> bool:
    return margin_of(text) > depth and not _passes_on(text)


def _passes_on(text: str) -> bool:
    """Whether a line leads to the one below."""
    return text.lstrip()[:1] in {*POINTS_DOWN, *PASSES} or _leads_down(text)


def _read(text: str) -> tuple[Kind, str]:
    framed = FRAMED.match(text)
    if framed is not None and has_letters(framed.group(1)):
        return Kind.BOX, framed.group(1)
    branch = BRANCH.match(text)
    if branch is not None and has_letters(branch.group(1)):
        return Kind.BRANCH, branch.group(1)
    beside = ON_LINE.match(text) or ASIDE.match(text)
    if beside is not None and has_letters(beside.group(1)) and ARROW.search(text) is None:
        return Kind.NOTE, _without_brackets(beside.group(1))
    drawn = DRAWING.match(text)
    body = text[drawn.end() :] if drawn and text.strip()[:1] not in {"v", "V"} else text
    is_link = not has_letters(body) or body.strip() in {"v", "V"}
    return (Kind.LINK, "") if is_link else (Kind.BOX, body)


def _without_brackets(text: str) -> str:
    """`(after 15 min)` beside an arrow is `after 15 min`."""
    is_closed = CLOSED.get(text[:1]) == text[-1:]
    return text[1:-1].strip() if is_closed and not set(text[1:-1]) & set("()[]（）") else text

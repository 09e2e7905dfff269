"""What a Markdown page is made of: blocks that remember their lines, under their headings."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property

from runcard.domain.playbooks.model import Text
from runcard.domain.playbooks.remembered import remembered
from runcard.domain.playbooks.words import folded, plain

BOLD_LABEL = re.compile(r"^\s*(?:\*\*|__)(.{1,300}?)(?:\*\*|__)\s*([:：]?)\s*(.*)$")
QUOTES = re.compile(r"[\"“„«]")
QUOTED = re.compile(r"[\"“”„«]([^\"“”„«»]{4,80})[\"“”»]")
LONGEST = 600
# `**Losses** > 2 %`, `**Spoilage** 1-2 % a day`: how much, behind what is measured.
GOES_ON = tuple("<>≤≥(")
MEASURED = re.compile(r"\d[\d.,]{0,8}(?:\s?[-–]\s?\d[\d.,]{0,8})?\s?%")
ITALIC_LABEL = re.compile(
    r"^\s*([*_])(?=[^\s*_])([^*_:：`]{1,40}?)(?:\1\s*(?:[:：]\s*(.*))?|[:：]\1\s*(.*))$"
)
PLAIN_LABEL = re.compile(
    r"^\s*([^\s:：`|<\[](?:[^:：;；`|<\[]|(?<=\d):(?=\d\d(?!\d))){0,48}?)\s*"
    r"(?!(?<=\d):\d\d(?!\d))[:：](?!//)\s*(.*)$"
)


@dataclass(frozen=True, slots=True)
class Label:
    """`**Owner**: Ada` is the label `Owner` and the value `Ada`; italics serve as well."""

    name: str
    value: str
    bold: bool
    runs_on: bool = False
    """Its bold words go on with no sign between: `**Wake** the master`, `**Losses** > 2 %`."""

    @property
    def stands_alone(self) -> bool:
        """Bold words with nothing behind them, as stand above a list."""
        return self.bold and not self.value


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading as written."""

    level: int
    text: str
    line: int


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Lines that stand together; `quote` is the line where their block quote begins."""

    line: int
    lines: tuple[Text, ...]
    quote: int | None = None
    in_item: bool = False


@dataclass(frozen=True, slots=True)
class Item:
    """One entry of a list. `list_line` tells its list, `depth` how far it is nested, from 1; what
    is `told` of a term in a list of definitions is an entry below it; `quote` as of a paragraph."""

    line: int
    lines: tuple[Text, ...]
    depth: int
    list_line: int
    numbered: bool
    box: bool = False
    told: bool = False
    quote: int | None = None

    @property
    def text(self) -> str:
        """The whole entry on one line, as written."""
        return " ".join([part.text for part in self.lines])


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a table; `bullets` are the entries of a list inside an HTML row, `bullets_line`
    the line of their cell. In HTML, and where a table was turned on its side, `lines` tells the
    line of each cell."""

    line: int
    cells: tuple[str, ...]
    bullets: tuple[str, ...] = ()
    lines: tuple[int, ...] = ()
    bullets_line: int = 0

    def line_of(self, at: int) -> int:
        """The line of one cell."""
        return self.lines[at] if at < len(self.lines) else self.line


@dataclass(frozen=True, slots=True)
class Table:
    """A table, from pipes or from HTML."""

    line: int
    head: Row
    rows: tuple[Row, ...]
    html: bool = False


@dataclass(frozen=True, slots=True)
class Fence:
    """Fenced text; `line` and `end` are its delimiters."""

    line: int
    end: int
    lang: str | None
    lines: tuple[str, ...]
    in_item: bool = False


Block = Paragraph | Item | Table | Fence


@dataclass(frozen=True, slots=True)
class Section:
    """A heading and what stands directly under it. `line` is 0 before the first heading."""

    index: int
    level: int
    title: str
    line: int
    end: int
    parent: int | None
    blocks: tuple[Block, ...] = ()


@dataclass(frozen=True)
class Outline:
    """A whole page: its lines, its front matter, and its sections in order."""

    lines: tuple[str, ...]
    sections: tuple[Section, ...]
    front: tuple[tuple[str, Text], ...] = field(default=())

    def under(self, section: Section) -> tuple[Section, ...]:
        """The section and everything below its heading."""
        found = [section]
        for at in range(section.index + 1, len(self.sections)):
            if self.sections[at].level <= section.level:
                break
            found.append(self.sections[at])
        return tuple(found)

    def children(self, section: Section) -> tuple[Section, ...]:
        """The sections one heading below."""
        return self._children[section.index]

    def path(self, section: Section) -> tuple[Section, ...]:
        """From the section up to the outermost heading."""
        above = () if section.parent is None else self._paths[section.parent]
        return (section, *above)

    def titles(self, section: Section) -> tuple[str, ...]:
        """The headings from the section up, the page's own title left out."""
        above = () if section.parent is None else self._titles[section.parent]
        return (section.title, *above) if section.level > 1 else above

    @cached_property
    def answers(self) -> dict[object, object]:
        """What readers have found out about the whole, by who was asked."""
        return {}

    @cached_property
    def quoted(self) -> frozenset[str]:
        """What stands in quotes anywhere on the page, folded: titles to which a step sends."""
        lines = (line[:LONGEST] for line in self.lines if QUOTES.search(line))
        return frozenset(
            folded(said).strip(" .,") for line in lines for said in QUOTED.findall(line)
        )

    @cached_property
    def _children(self) -> tuple[tuple[Section, ...], ...]:
        found: list[list[Section]] = [[] for _ in self.sections]
        for section in self.sections:
            if section.parent is not None:
                found[section.parent].append(section)
        return tuple(map(tuple, found))

    @cached_property
    def _paths(self) -> tuple[tuple[Section, ...], ...]:
        found: list[tuple[Section, ...]] = []
        for section in self.sections:
            above = () if section.parent is None else found[section.parent]
            found.append((section, *above))
        return tuple(found)

    @cached_property
    def _titles(self) -> tuple[tuple[str, ...], ...]:
        found: list[tuple[str, ...]] = []
        for section in self.sections:
            above = () if section.parent is None else found[section.parent]
            found.append((section.title, *above) if section.level > 1 else above)
        return tuple(found)


@remembered
def label_of(text: str) -> Label | None:
    """The label a line begins with, in bold or before a colon."""
    found = BOLD_LABEL.match(text)
    if found is not None:
        name, sign, value = found.groups()
        said = plain(value.lstrip(": ："))
        is_more = said[:1].islower() or said[:1] in GOES_ON or MEASURED.match(said) is not None
        runs_on = not sign and name[-1:] not in ":：" and is_more
        return Label(plain(name).rstrip(":： ").strip(), said, bold=True, runs_on=runs_on)
    found = ITALIC_LABEL.match(text)
    if found is not None:
        value = found.group(3) or found.group(4) or ""
        return Label(found.group(2).strip(), plain(value), bold=True)
    bare = plain(text)
    found = PLAIN_LABEL.match(bare) if ":" in bare or "：" in bare else None
    if found is None:
        return None
    return Label(found.group(1).strip(), found.group(2).strip(), bold=False)


def labels_alone(lines: Iterable[str]) -> list[str]:
    """The bold words over the lists among some lines."""
    labels = (label_of(text.strip()) for text in lines)
    return [label.name for label in labels if label is not None and label.stands_alone]


def prose(section: Section) -> Iterator[Text]:
    """Every line of running text and of lists directly in the section, as written."""
    for block in section.blocks:
        if isinstance(block, Paragraph | Item):
            yield from block.lines


def items(section: Section) -> tuple[Item, ...]:
    """The list entries directly in the section."""
    return tuple([block for block in section.blocks if isinstance(block, Item)])


def tables(section: Section) -> tuple[Table, ...]:
    """The tables directly in the section."""
    return tuple([block for block in section.blocks if isinstance(block, Table)])


def fences(section: Section) -> tuple[Fence, ...]:
    """The fences directly in the section."""
    return tuple([block for block in section.blocks if isinstance(block, Fence)])

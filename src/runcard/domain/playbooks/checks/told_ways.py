"""Where else a document says how a step is done: a chapter, a command or a comment about it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from runcard.domain.playbooks.facts import Facts
from runcard.domain.playbooks.page.blocks import Block, Fence, Item, Paragraph, Section, label_of
from runcard.domain.playbooks.words import folded, plain

CODE = re.compile(r"`[^`]+`")
LINK = re.compile(r"\]\([^)]+\)|https?://")
WORD = re.compile(r"[^\W\d_]{4,}")
STEM = 5  # letters in which `preserve` and `preservation` are the same
OBJECT = 3  # words behind the verb that say what is meant
LONGEST = 200


@dataclass(frozen=True, slots=True)
class Place:
    """A line on which a way may be told; of a heading or a label, the section that it opens."""

    line: int
    opens: int | None = None


def says_how(text: str, facts: Facts) -> bool:
    """Code, a link, or the name of the tool."""
    coded = CODE.search(text) or LINK.search(text)
    return bool(coded or facts.speaks("steps", text) & {"tool"})


def stems_of(text: str) -> list[str]:
    """The beginnings of its words, in order."""
    return [word[:STEM] for word in WORD.findall(folded(plain(text[:LONGEST])))]


@dataclass(frozen=True, eq=False)
class Ways:
    """Every place of a document that says how something is done, by its words."""

    facts: Facts

    def tell(self, item: Item, section: Section) -> bool:
        """Whether the verb of an order stands in one of them, beside what it is to be done to."""
        verb, *objects = stems_of(item.text)[: OBJECT + 1] or [""]
        above = {one.index for one in self.facts.page.path(section)}
        known = self._by_stem.get(verb, frozenset())
        return any(
            place.line != item.line and place.opens not in above
            for stem in objects
            for place in known & self._by_stem.get(stem, frozenset())
        )

    @cached_property
    def _by_stem(self) -> dict[str, frozenset[Place]]:
        found: dict[str, set[Place]] = {}
        for place, text in self._places():
            for stem in stems_of(text):
                found.setdefault(stem, set()).add(place)
        return {stem: frozenset(places) for stem, places in found.items()}

    def _places(self) -> Iterator[tuple[Place, str]]:
        for section in self.facts.page.sections:
            if section.level > 1 and any(_is_work(one) for one in section.blocks):
                yield Place(section.line, section.index), section.title
            for at, block in enumerate(section.blocks):
                if isinstance(block, Fence):
                    yield from ((Place(block.line + n), s) for n, s in enumerate(block.lines, 1))
                elif isinstance(block, Item) and says_how(block.text, self.facts):
                    yield Place(block.line), block.text
                elif isinstance(block, Paragraph | Item) and _is_head(section.blocks, at):
                    label = label_of(block.lines[-1].text)
                    if label is not None and not label.value:
                        yield Place(block.lines[-1].line, section.index), label.name


def _is_head(blocks: Sequence[Block], at: int) -> bool:
    """Work stands below it: entries below a line, deeper ones below an entry."""
    here, below = blocks[at], blocks[at + 1] if at + 1 < len(blocks) else None
    if isinstance(here, Item) and isinstance(below, Item):
        return below.depth > here.depth
    return _is_work(below)


def _is_work(block: object) -> bool:
    return isinstance(block, Item | Fence)

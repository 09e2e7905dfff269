"""Where else a document says how a step is done: a chapter, a command or a comment about it."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from runcard.domain.playbooks.facts import Facts
from runcard.domain.playbooks.page.blocks import (
    Block,
    Fence,
    Item,
    Paragraph,
    Section,
    label_of,
    tables,
)
from runcard.domain.playbooks.words import folded, plain

CODE = re.compile(r"`[^`]+`")
LINK = re.compile(r"\]\([^)]+\)|https?://")
# `docs/MOORINGS.md`, whether it is a link or not.
PAPER = re.compile(r"[\w-]{3,60}\.(?:md|mdx|pdf|docx?|adoc|rst)\b")
LINK_NAME = re.compile(r"\[([^\[\]]{1,80})\]\([^()\s]{1,200}\)")
WORD = re.compile(r"[^\W\d_]{4,}")
SHORT_WORD = re.compile(r"[^\W\d_]{3,}")  # of `rotate_key.sh`, where `keys` are to be rotated
LETTERS = re.compile(r"\b([A-Z]{2,3})s?\b")  # `IP`, `DB`
SETTING = re.compile(r"\b[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+\b")
DASH = re.compile(r"\s[-–—]\s")  # behind it stands more than what the order is about
# `from Tools -> Export`: the word that leads into a menu, and two names with a sign between them.
MENU = re.compile(
    r"(\w+)[\s*_]+[A-ZÀ-Þ][\w’'-]*(?:\s[\w’'-]+){0,3}[\s*_]*(?:[-=]?>|[→⇒›»])[\s*_]*[A-ZÀ-Þ]"
)
BEHIND = re.compile(r"[:：]\s*(?=\S)|\s[-–—]\s")  # `Shut the gate: lower the bar, put the lock on`
WAY_THROUGH = re.compile(r"(?:[-=]>|[→⇒›»])\s*\S[^→⇒›»>]*(?:[-=]>|[→⇒›»])\s*\S")
MENUS = re.compile(r"[A-ZÀ-Þ][\w ]{1,40}\s>\s[A-ZÀ-Þ][\w ]{1,40}\s>\s[A-ZÀ-Þ]")
STEPS = 3  # of a chapter that says how, in order
STEM = 5  # letters in which `preserve` and `preservation` are the same
OBJECT = 3  # words behind the verb that say what is meant
LONGEST = 200
LONGEST_LABEL = 60


@dataclass(frozen=True, slots=True)
class Place:
    """A line on which a way may be told; of a heading or a label, the section that it opens."""

    line: int
    opens: int | None = None


def says_how(text: str, facts: Facts) -> bool:
    """Code, a link, a paper, the name of the tool or by what means, the way through its menus, or
    smaller steps behind a colon or a dash."""
    coded = CODE.search(text) or LINK.search(text) or PAPER.search(text)
    named = facts.speaks("steps", text) & {"tool", "by_means"}
    return bool(coded or named or leads_through_a_menu(text, facts) or _goes_on(text, facts))


def is_a_way(said: str, facts: Facts) -> bool:
    """Where the procedure is, or what to do in small steps: `stop the winch, clear the log`."""
    if facts.speaks("prose", said) & {"procedures"} or facts.speaks("steps", said) & {"way"}:
        return True
    words = said.split(" ")
    return any(facts.speaks("steps", word) & {"order"} for word in (words[0], words[-1]))


def _goes_on(text: str, facts: Facts) -> bool:
    """`Keep the traces: copy the log, seal the bag`, or what is not to be done for it; no more than
    a reason is no way."""
    _, *behind = BEHIND.split(plain(text[:LONGEST]))
    parts = [part.strip() for part in behind if " " in part.strip()]
    return any(is_a_way(part, facts) or _forbids(part, facts) for part in parts)


def _forbids(part: str, facts: Facts) -> bool:
    """`Keep the traces – do not wipe the deck`."""
    orders = facts.words.orders
    first = (orders.phrases[one.group()] for one in orders.matches(part) if one.start() == 0)
    return any("forbids" in concepts for concepts in first)


def leads_through_a_menu(text: str, facts: Facts) -> bool:
    """Three names with signs between them, or two behind `from`."""
    head = text[:LONGEST]
    return (
        WAY_THROUGH.search(head) is not None
        or MENUS.search(head) is not None
        or any(
            facts.speaks("menus", found.group(1)) & {"through"}
            for found in MENU.finditer(text[:LONGEST])
        )
    )


def stems_of(text: str) -> list[str]:
    """The beginnings of its words, in order."""
    return _stems(WORD.findall(folded(plain(text[:LONGEST]))))


def _stems(found: Iterable[str]) -> list[str]:
    return [word[:STEM].rstrip("s") for word in found]


def _letters_in(text: str) -> list[str]:
    """What is called by its first letters."""
    return [name.lower() for name in LETTERS.findall(text[:LONGEST])]


@dataclass(frozen=True, eq=False)
class Ways:
    """Every place of a document that says how something is done, by its words."""

    facts: Facts

    def tell(self, item: Item, section: Section) -> bool:
        """Whether the verb of an order stands in one of them, beside what it is to be done to; to
        go back to the last release is one order, whatever its words."""
        is_way_back = self.facts.speaks("setting", item.text[:LONGEST]) & {"rollback"}
        if is_way_back and (self._rolls_back or self._have_a_chapter_on_it(section)):
            return True
        verb, *objects = stems_of(DASH.split(item.text)[0])[: OBJECT + 1] or [""]
        if verb in self._linked or self._have_a_row(verb, item.text):
            return True
        objects += [*_letters_in(item.text), *self._otherwise_called(item.text)]
        above = {one.index for one in self.facts.page.path(section)}
        known = self._by_stem.get(verb, frozenset())
        return any(
            place.line != item.line and place.opens not in above
            for stem in objects
            for place in known & self._by_stem.get(stem, frozenset())
        )

    def _have_a_chapter_on_it(self, own: Section) -> bool:
        """`## Rollback`, with its steps in order, and not the chapter of the order itself."""
        above = {one.index for one in self.facts.page.path(own)}
        return any(
            section.level > 1
            and section.index not in above
            and self.facts.speaks("setting", section.title) & {"rollback"}
            and sum(isinstance(one, Item) and one.numbered for one in section.blocks) >= STEPS
            for section in self.facts.page.sections
        )

    def _have_a_row(self, verb: str, text: str) -> bool:
        """A table below a heading with the verb says of each secret, by its name, how: `| TIDE_KEY
        | make a new one, start the pumps |`."""
        names = set(SETTING.findall(text[:LONGEST]))
        return bool(names) and any(
            verb in stems_of(section.title) and SETTING.findall(row.cells[0])[:1] == [name]
            for name in names
            for section in self.facts.page.sections
            for table in tables(section)
            for row in table.rows
            if len(row.cells) > 1 and row.cells[-1].strip(" -–—")
        )

    def _otherwise_called(self, text: str) -> list[str]:
        """Whose access is taken away has no use of his password, either."""
        known = self.facts.words.lint.get("steps")
        if known is None or "lets_in" not in known.all(text[:LONGEST]):
            return []
        return _stems(word for word, kinds in known.phrases.items() if "lets_in" in kinds)

    @cached_property
    def _rolls_back(self) -> bool:
        """A command that does it stands somewhere, or a link to where it is told."""
        if self.facts.lines_of("steps", "rolls_back") or self._rolls_back_below_a_label():
            return True
        return any(
            self.facts.speaks("setting", name) & {"rollback"}
            for line in self.facts.lines_of("setting", "rollback")
            for name in LINK_NAME.findall(self.facts.page.lines[line - 1][:LONGEST])
        )

    def _rolls_back_below_a_label(self) -> bool:
        """`**Rollback, if need be:**` above a block of commands."""
        return any(
            isinstance(block, Paragraph)
            and isinstance(below, Fence)
            and (label := label_of(block.lines[-1].text)) is not None
            and self.facts.speaks("setting", label.name) & {"rollback"}
            for section in self.facts.page.sections
            for block, below in pairwise(section.blocks)
        )

    @cached_property
    def _linked(self) -> frozenset[str]:
        """The words of runbooks that are linked: the act is told there, whatever it is done to."""
        return frozenset(
            stem
            for line in self.facts.page.lines
            if "](" in line
            for name in LINK_NAME.findall(line[: 5 * LONGEST])
            if self.facts.speaks("prose", name) & {"procedures"} or PAPER.fullmatch(name)
            for stem in stems_of(name)
        )

    @cached_property
    def _by_stem(self) -> dict[str, frozenset[Place]]:
        found: dict[str, set[Place]] = {}
        for place, text in self._places():
            words = SHORT_WORD.findall(folded(plain(text[:LONGEST])))
            for stem in (*_stems(words), *_letters_in(text)):
                found.setdefault(stem, set()).add(place)
        return {stem: frozenset(places) for stem, places in found.items()}

    def _places(self) -> Iterator[tuple[Place, str]]:
        for section in self.facts.page.sections:
            if section.level > 1 and any(_is_work(one) for one in section.blocks):
                yield Place(section.line, section.index), section.title
            for at, block in enumerate(section.blocks):
                if isinstance(block, Fence):
                    yield from self._commands(block)
                elif isinstance(block, Item) and says_how(block.text, self.facts):
                    yield Place(block.line), block.text
                elif isinstance(block, Paragraph | Item) and _is_head(section.blocks, at):
                    label = label_of(block.lines[-1].text)
                    if label is not None and not label.value:
                        yield Place(block.lines[-1].line, section.index), label.name

    def _commands(self, fence: Fence) -> Iterator[tuple[Place, str]]:
        """Each line beside the words above it: `Shut the gate:` and `gatectl shut --boat 4` are one
        way."""
        above = self.facts.label_above(fence.line)[:LONGEST_LABEL]
        for at, text in enumerate(fence.lines, fence.line + 1):
            yield Place(at), f"{text[: LONGEST - LONGEST_LABEL]} {above}"


def _is_head(blocks: Sequence[Block], at: int) -> bool:
    """Work stands below it: entries below a line, deeper ones below an entry."""
    here, below = blocks[at], blocks[at + 1] if at + 1 < len(blocks) else None
    if isinstance(here, Item) and isinstance(below, Item):
        return below.depth > here.depth
    return _is_work(below)


def _is_work(block: object) -> bool:
    return isinstance(block, Item | Fence)

"""What a rule of the linter may know beside the compiled playbook."""

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property

from runcard.domain.commands.model import Risk
from runcard.domain.playbooks.acts import Act, acts_of, blocks_of
from runcard.domain.playbooks.annotations import Annotation
from runcard.domain.playbooks.findings import finding
from runcard.domain.playbooks.model import Finding
from runcard.domain.playbooks.page.blocks import Fence, Item, Outline, Paragraph, Section, Table
from runcard.domain.playbooks.page.kept import kept_with_page
from runcard.domain.playbooks.texts import Texts
from runcard.domain.playbooks.times.clauses import Clash, Unread
from runcard.domain.playbooks.topics import topics
from runcard.domain.playbooks.vocabulary import Vocabulary
from runcard.domain.playbooks.words import folded, plain

Judge = Callable[[str, str], Risk]
"""What a text in a language (`shell`, `sql`, `powershell`) would do."""


@dataclass(frozen=True, slots=True)
class Said:
    """A line of running text, of a list or of a table, in plain words, with its section."""

    text: str
    line: int
    section: Section
    kind: str
    """paragraph, item, row."""


@dataclass(frozen=True, eq=False)
class Facts:
    """The page the playbook was read from, the words, and what was found while reading."""

    page: Outline
    words: Vocabulary
    unread: tuple[Unread, ...] = ()
    clashes: tuple[Clash, ...] = ()
    unclear: tuple[Annotation, ...] = ()
    """Annotations that could not be followed."""
    today: date | None = None
    """The day the document is looked at; None where a finding must not depend on it."""
    judge: Judge | None = None
    """Who judges commands; without one, rules that need it find nothing."""

    def finding(self, code: str, line: int, about: str = "", gap: str = "") -> Finding:
        """A finding of our own codes, at a line of the document."""
        return finding(self.words.kinds[code], self._within(line), about, gap)

    def over(self, code: str, lines: Sequence[int], about: str = "", gap: str = "") -> Finding:
        """A finding that spans from the first to the last of some lines."""
        first = self.finding(code, min(lines), about, gap)
        return replace(first, end_line=self._within(max(lines)))

    def marked(self, found: Finding, words: str) -> Finding:
        """The same finding with the place of these words on its line."""
        at = self.page.lines[found.line - 1].find(words) if words else -1
        return found if at < 0 else replace(found, columns=(at + 1, at + 1 + len(words)))

    def _within(self, line: int) -> int:
        return min(max(line, 1), len(self.page.lines))

    @cached_property
    def text(self) -> str:
        """The whole page, for those who look for one word of it."""
        return "\n".join(self.page.lines)

    def lines_holding(self, words: str) -> Iterator[str]:
        """The lines in which folded words stand; these lines are folded, too."""
        at = self._low.find(words) if words else -1
        while at >= 0:
            end = self._low.find("\n", at)
            yield self._low[self._low.rfind("\n", 0, at) + 1 : end]
            at = self._low.find(words, end)

    @cached_property
    def _low(self) -> str:
        return "".join(f"{folded(line)}\n" for line in self.page.lines)

    @cached_property
    def said(self) -> tuple[Said, ...]:
        """Every line that is read as words, in order."""
        return tuple(line for section in self.page.sections for line in _said_in(section))

    def said_of(self, kind: str, concept: str = "") -> Sequence[Said]:
        """Of these the lines that speak of a concept of a list, or of any: most are looked for by
        many rules, and stand in few lines."""
        asked = kind, concept
        if asked not in self._said_of:
            places = self._speaking(self._said_texts, kind, concept)
            self._said_of[asked] = [self.said[at] for at in places]
        return self._said_of[asked]

    def lines_of(self, kind: str, concept: str = "") -> Sequence[int]:
        """The numbers of the lines of the page, of whatever kind, that speak of it."""
        asked = kind, concept
        if asked not in self._lines_of:
            places = self._speaking(self._line_texts, kind, concept)
            self._lines_of[asked] = [at + 1 for at in places]
        return self._lines_of[asked]

    def sections_of(self, kind: str, concept: str = "") -> Sequence[Section]:
        """The sections whose titles speak of it."""
        return [
            self.page.sections[at] for at in self._speaking(self._section_titles, kind, concept)
        ]

    def _speaking(self, texts: Texts, kind: str, concept: str) -> list[int]:
        known = self.words.lint.get(kind)
        return texts.speaking(known, concept) if known is not None else []

    @cached_property
    def _said_texts(self) -> Texts:
        return Texts([one.text for one in self.said])

    @cached_property
    def _line_texts(self) -> Texts:
        return Texts(self.page.lines)

    @cached_property
    def _section_titles(self) -> Texts:
        return Texts([section.title for section in self.page.sections])

    @cached_property
    def _said_of(self) -> dict[tuple[str, str], list[Said]]:
        return {}

    @cached_property
    def _lines_of(self) -> dict[tuple[str, str], list[int]]:
        return {}

    def said_in(self, section: Section) -> Sequence[Said]:
        """The lines of words directly in a section."""
        return self._said_by_section.get(section.index, ())

    @cached_property
    def _said_by_section(self) -> dict[int, list[Said]]:
        found: dict[int, list[Said]] = {}
        for one in self.said:
            found.setdefault(one.section.index, []).append(one)
        return found

    def section_at(self, line: int) -> Section | None:
        """The section whose heading stands on a line."""
        return self._sections_by_line.get(line)

    def section_of(self, line: int) -> Section:
        """The innermost section in which a line stands."""
        return self.page.sections[bisect_right(self._section_lines, line) - 1]

    @cached_property
    def _section_lines(self) -> list[int]:
        return [section.line for section in self.page.sections]

    @cached_property
    def _sections_by_line(self) -> dict[int, Section]:
        return {section.line: section for section in self.page.sections}

    @cached_property
    def fences(self) -> tuple[tuple[Fence, Section], ...]:
        """Every fence with the section it stands in."""
        return tuple(
            (block, section)
            for section in self.page.sections
            for block in section.blocks
            if isinstance(block, Fence)
        )

    @cached_property
    def acts(self) -> tuple[Act, ...]:
        """Every command the document tells to run, in order."""
        return _acts_of(self.page, self.words)

    @cached_property
    def programs(self) -> frozenset[str]:
        """The programs that the document runs anywhere."""
        return frozenset(call.program for act in self.acts for call in act.calls)

    @cached_property
    def blocks(self) -> tuple[tuple[Act, ...], ...]:
        """The commands of each fence, in order."""
        return blocks_of(self.acts)

    def block_of(self, act: Act) -> Sequence[Act]:
        """The commands of the fence in which this one stands."""
        return self._block_by_line.get(act.block, ())

    @cached_property
    def _block_by_line(self) -> dict[int, tuple[Act, ...]]:
        return {block[0].block: block for block in self.blocks}

    def acts_in(self, section: Section) -> Sequence[Act]:
        """The commands directly in a section."""
        return self._acts_by_section.get(section.index, ())

    @cached_property
    def _acts_by_section(self) -> dict[int, list[Act]]:
        found: dict[int, list[Act]] = {}
        for act in self.acts:
            found.setdefault(act.section.index, []).append(act)
        return found

    def fence_of(self, act: Act) -> Fence | None:
        """The fence in which a command stands."""
        return self._fence_by_line.get(act.block)

    @cached_property
    def _fence_by_line(self) -> dict[int, Fence]:
        return {fence.line: fence for fence, _ in self.fences}

    @cached_property
    def risks(self) -> dict[tuple[str, str], Risk]:
        """What each different command would do, by its text and its language."""
        if self.judge is None:
            return {}
        asked = dict.fromkeys((act.text, act.language) for act in self.acts)
        return {one: self.judge(*one) for one in asked}

    def risk(self, act: Act) -> Risk | None:
        """What a command would do, where somebody judged it."""
        return self.risks.get((act.text, act.language))

    def titles(self, section: Section) -> str:
        """The headings from a section up to the page's title, in one text."""
        return self._titles[section.index]

    @cached_property
    def _titles(self) -> Sequence[str]:
        found: list[str] = []
        for one in self.page.sections:
            above = found[one.parent] if one.parent is not None else ""
            own = plain(one.title) if one.level != 1 else ""
            found.append(f"{own} > {above}" if own and above else own or above)
        return found

    def label_above(self, line: int) -> str:
        """The nearest line of text above a fence, if it is close."""
        for at in range(line - 2, max(line - 6, -1), -1):
            if self.page.lines[at].strip():
                return plain(self.page.lines[at])
        return ""

    def introduction(self, text_line: int) -> str:
        """The line above a message that begins on a line, whether it is fenced or quoted."""
        before = self.page.lines[text_line - 2] if text_line > 1 else ""
        return self.label_above(text_line - before.lstrip().startswith(("```", "~~~")))

    def about(self, section: Section) -> frozenset[str]:
        """What the headings above and of a section speak of."""
        return self._about[section.index]

    @cached_property
    def _about(self) -> Sequence[frozenset[str]]:
        return [topics(self.page, one, self.words) for one in self.page.sections]

    def speaks(self, table: str, text: str) -> frozenset[str]:
        """The concepts of one table of `lint.toml` that a text speaks of."""
        known = self.words.lint.get(table)
        return known.all(text) if known is not None else frozenset()

    def any_speaks(self, table: str, texts: Iterable[str]) -> frozenset[str]:
        """The concepts of which any of some texts speaks; joined they would be a text that nobody
        has asked for before."""
        return frozenset().union(*(self.speaks(table, text) for text in texts))

    @cached_property
    def warning_lines(self) -> list[int]:
        """The lines that say what a step costs, from 0, in order: looked for once a page."""
        return [line - 1 for line in self.lines_of("setting", "warned")]

    def word(self, table: str, concept: str, text: str) -> str | None:
        """The first phrase of a concept in the text, as it stands there."""
        known = self.words.lint.get(table)
        if known is None or concept not in known.all(text):
            return None
        for found in known.matches(text):
            if concept in known.phrases[found.group()]:
                return text[found.start() : found.end()]
        return None


@kept_with_page
def _acts_of(page: Outline, words: Vocabulary) -> tuple[Act, ...]:
    return acts_of(page, words.lint.get("programs"), words.orders)


def _said_in(section: Section) -> Iterator[Said]:
    for block in section.blocks:
        if isinstance(block, Paragraph | Item):
            kind = "item" if isinstance(block, Item) else "paragraph"
            yield from (Said(plain(one.text), one.line, section, kind) for one in block.lines)
        elif isinstance(block, Table):
            for row in block.rows:
                yield Said(" | ".join(map(plain, row.cells)), row.line, section, "row")

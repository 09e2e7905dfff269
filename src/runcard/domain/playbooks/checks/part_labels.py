"""What the parts of a document are called, by their headings and the beginnings of lines."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from runcard.domain.playbooks.checks.other_papers import are_of_another_paper
from runcard.domain.playbooks.facts import Facts
from runcard.domain.playbooks.page.blocks import Item, Section
from runcard.domain.playbooks.words import folded, plain, untitled

# What may stand in front of the first word of a line: signs of lists, headings, tables and stress.
SIGNS = r"[\s>#*_|`+–—-]*(?:\[[ xX]?\]\s*)?[*_`]*"
NUMBER = r"(?:[A-Z]\.)?\d{1,2}(?:\.\d{1,2}){0,3}"
OPENING = re.compile(
    rf"^{SIGNS}(?:§\s*)?({NUMBER}|[A-Z]{{1,3}}-?\d{{1,2}}|[A-Z])(?=[\s.):：|*–-]|$)"
)
CELL = re.compile(r"\|[\s*_`]*([A-Z]{1,3}-?\d{1,2})(?=[\s.):|*–-])")
CODE = re.compile(r"(?<![\w./#`$@-])([A-Z]{1,3}-?)(\d{1,2})(?![\w/`%@-]|[.,:]\w|['’]\d)")
AFTER_WORD = re.compile(
    rf"\s{{0,2}}(?:(?:no|n[oº°]|nr)\.?\s?)?({NUMBER}|[A-Z]{{1,2}}\d{{1,2}}|[A-Z])"
    r"(?![\w’'/-]|[.,:]\d)"
)
FEWEST = 3  # labels of one kind, before a document is said to number its parts
KINDS = {"appendix", "chapter", "procedure", "phase"}


@dataclass(frozen=True)
class Parts:
    """What the parts of a document are called: by every label that opens a line or stands in a
    heading, less what a list of contents only promises."""

    facts: Facts

    @cached_property
    def contents(self) -> frozenset[int]:
        """The lines of lists of contents."""
        found: set[int] = set()
        for section in self.facts.page.sections:
            title = folded(untitled(section.title)).strip()
            if section.line and self.facts.speaks("documents", title) & {"contents"}:
                below = next(iter(self.facts.page.children(section)), None)
                end = below.line - 1 if below is not None else section.end
                found.update(range(section.line, end + 1))
        return frozenset(found)

    @cached_property
    def headed(self) -> dict[str, Section]:
        """The labels that open headings."""
        found: dict[str, Section] = {}
        for section in self.facts.page.sections:
            opening = OPENING.match(plain(section.title)) if section.line else None
            if opening is not None:
                found.setdefault(opening.group(1), section)
        return found

    @cached_property
    def signed_elsewhere(self) -> bool:
        """Whether the numbers behind `§` are those of another paper."""
        return are_of_another_paper(self.headed, self.facts)

    @cached_property
    def labels(self) -> frozenset[str]:
        """Every label that opens a line or a cell, or stands anywhere in a heading."""
        found = set(self.headed) | self._of_items
        for number, line in enumerate(self.facts.page.lines, 1):
            if number in self.contents:
                continue
            text = line[:300]
            if (opening := OPENING.match(text)) is not None:
                found.add(opening.group(1))
            found.update(CELL.findall(text) if "|" in text else ())
        titles = [one.title for one in self.facts.page.sections if one.line]
        found |= {"".join(one) for title in titles for one in CODE.findall(plain(title))}
        return frozenset(found)

    @cached_property
    def _of_items(self) -> set[str]:
        """`4.2` may be the second step of part 4."""
        return {
            f"{label}.{at}"
            for label, section in self.headed.items()
            for one in self.facts.page.under(section)
            for at, _ in enumerate((b for b in one.blocks if isinstance(b, Item) and b.numbered), 1)
        }

    @cached_property
    def named(self) -> frozenset[tuple[str, str]]:
        """`Appendix A`, `Phase 3` where they open a line or stand in a heading: the kind of part,
        and its label."""
        found: set[tuple[str, str]] = set()
        titles = {one.line for one in self.facts.page.sections}
        for number in self.facts.lines_of("references"):
            if number in self.contents:
                continue
            line = self.facts.page.lines[number - 1]
            signs = re.match(SIGNS, line[:300])
            start = signs.end() if signs else 0
            for kind, label, at in mentions(line[:300], self.facts):
                if number in titles or at <= start:
                    found.add((kind, label))
        return frozenset(found)

    @cached_property
    def families(self) -> Counter[str]:
        """How many headings open with `R` and a number, by the letters."""
        opened = (CODE.fullmatch(label) for label in self.headed)
        return Counter(one.group(1) for one in opened if one is not None)

    @cached_property
    def numbers(self) -> tuple[str, ...]:
        """The labels of headings that are numbers."""
        return tuple(label for label in self.headed if re.fullmatch(NUMBER, label))

    def is_numbered(self, label: str) -> bool:
        """Whether parts of this document bear such labels: as many figures, and the same beginning
        where all have one."""
        if label[0].isalpha():
            return sum(one[0].isalpha() and one[1:2] in {"", "."} for one in self.headed) >= FEWEST
        depth = label.count(".")
        alike = [one for one in self.numbers if one.count(".") in {depth, depth - 1}]
        firsts = {one.partition(".")[0] for one in self.numbers}
        foreign = len(firsts) == 1 and label.partition(".")[0] not in firsts
        return sum(one[0].isdigit() for one in alike) >= FEWEST and not foreign


def mentions(text: str, facts: Facts) -> Iterator[tuple[str, str, int]]:
    """`Appendix C`, `Kapitel 9.4`: the kind of part, its label, and where its word begins."""
    known = facts.words.lint.get("references")
    for found in known.matches(text) if known is not None else ():
        kind = min(set(known.phrases[found.group()]) & KINDS, default="") if known else ""
        after = AFTER_WORD.match(text, found.end()) if kind else None
        if after is not None:
            yield kind, after.group(1), found.start()

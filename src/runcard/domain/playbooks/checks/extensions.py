"""Short numbers of one desk that differ between the directory and the text."""

import re
from collections.abc import Iterator, Mapping

from runcard.domain.playbooks.checks import hints
from runcard.domain.playbooks.facts import Facts
from runcard.domain.playbooks.model import Finding
from runcard.domain.playbooks.page.blocks import Section
from runcard.domain.playbooks.words import folded, plain

FIGURES = re.compile(r"\d+")
# Behind the word for it.
NUMBER = re.compile(r"\W{0,3}(\d{2,5})(?![\d-]|[ .]\d)")
# A cell of a directory that is nothing else.
CELL = re.compile(r"\d{3,5}")
PARTED = re.compile(r":|\||,|\s[–—-]\s|\s(?=\()")
CUT = re.compile(r"[;|]|\.\s|\d{2}")
LEAST_NAME = 6  # letters
BESIDE = 30  # signs between a desk and the word for its number
LONGEST = 600
MOST = 200


def check(facts: Facts) -> Iterator[Finding]:
    """A desk that is rung under another short number elsewhere, once a desk."""
    lines = facts.lines_of("extensions", "short")
    desks = dict(_desks(facts)) if lines else {}
    rows = {line for one in desks.values() for line in one.values()}
    told: set[str] = set()
    for line in lines[:MOST]:
        text = plain(facts.page.lines[line - 1][:LONGEST])
        for name, number in _rung(text, desks, facts) if line not in rows else ():
            if name not in told and not any(one.endswith(number) for one in desks[name]):
                told.add(name)
                about = f"{number} here, another in line {next(iter(desks[name].values()))}"
                yield facts.finding("RC411", line, about)


def _desks(facts: Facts) -> Mapping[str, dict[str, int]]:
    """Names of lists that have a short number, with all figures that stand there and their line."""
    desks: dict[str, dict[str, int]] = {}
    has_short: set[str] = set()
    for section in facts.page.sections:
        for said in facts.said_in(section) if _is_list(section, facts) else ():
            text = said.text[:LONGEST]
            parted = PARTED.search(text)
            name = folded(text[: parted.start()]).strip(" *-–") if parted else ""
            if len(name) < LEAST_NAME or len(desks) >= MOST:
                continue
            known = desks.setdefault(name, {})
            known.update(dict.fromkeys(_written_together(text), said.line))
            if any(_numbers(text, facts)) or any(map(CELL.fullmatch, _cells(text))):
                has_short.add(name)
    return {name: known for name, known in desks.items() if name in has_short}


def _is_list(section: Section, facts: Facts) -> bool:
    return any(hints.is_list_of_people(one, facts) for one in facts.page.path(section))


def _cells(text: str) -> list[str]:
    return [cell.strip() for cell in text.split("|")[1:]]


def _written_together(text: str) -> Iterator[str]:
    """Every number, and those of a whole cell in one: `05 36 49 41 20` ends with 4120."""
    yield from FIGURES.findall(text)
    yield from ("".join(FIGURES.findall(cell)) for cell in PARTED.split(text))


def _numbers(text: str, facts: Facts) -> Iterator[tuple[int, str]]:
    """Short numbers behind a word for them, and where the word begins."""
    known = facts.words.lint["extensions"]
    for found in known.matches(text):
        number = NUMBER.match(text, found.end())
        if number is not None:
            yield found.start(), number.group(1)


def _rung(
    text: str, desks: Mapping[str, dict[str, int]], facts: Facts
) -> Iterator[tuple[str, str]]:
    """The desk that stands nearest before a short number, by its longest name."""
    for start, number in _numbers(text, facts):
        before = folded(text[max(start - BESIDE * 2, 0) : start])
        ends = [
            (at + len(name), len(name), name) for name in desks if (at := _place(before, name)) >= 0
        ]
        end, _, name = max(ends, default=(-1, 0, ""))
        if 0 <= len(before) - end <= BESIDE and name and not CUT.search(before[end:]):
            yield name, number


def _place(text: str, name: str) -> int:
    """Where a name stands last as whole words."""
    places = [found.start() for found in re.finditer(rf"(?<!\w){re.escape(name)}(?!\w)", text)]
    return places[-1] if places else -1

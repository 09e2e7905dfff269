"""Ways to reach somebody that lead nowhere: the number is kept elsewhere, missing, a first name
alone, or another one in another place."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from runcard.domain.playbooks.checks import hints
from runcard.domain.playbooks.checks.unfilled import is_without_numbers
from runcard.domain.playbooks.facts import Facts, Said
from runcard.domain.playbooks.model import Finding, Playbook
from runcard.domain.playbooks.page.blocks import Row, Section, Table
from runcard.domain.playbooks.words import folded, plain

MAIL = re.compile(r"[\w.+-]+@[\w-]+\.\w|https?://")
# Any sign of a way: a number, an extension, an address, a channel, a name in a tool.
ANY_WAY = re.compile(
    r"\d{3,}|[\w.+-]+@|https?://|#\w|@\w|`[^`]+`|\d[ -]\d{2}|\?{2,}|\bTB[DC]\b|\bN\. ?N\."
)
# `Switchboard (9)`: the number of an exchange may have one figure.
SHORT_NUMBER = re.compile(r"(?<!\d)\d{1,2}(?!\d)")
BLANK = re.compile(r"^[\s–—-]*$")
NUMBER = re.compile(r"(?<![\w-])\+?\(?\d[\d ()/.-]{6,18}\d(?![\w-])")
# Another thing begins, or a figure stands there after all.
CUT = re.compile(r"[.;|]|\d{3}|^ of\b")
VALUE = re.compile(r"(?:\||[:：–—])\s*[(*]*$")
EXTENSION = re.compile(
    r"\b(?:ext|extension|ramal|interno|durchwahl|poste|pager|toestel)\b\W{0,3}\d", re.IGNORECASE
)
PARTED = re.compile(r":|\s[–—-]\s")
CLOSE = 14
NEAR = 34  # signs between `number` and where it is kept
LEAST_NAME = 8  # letters of two words: one is too often something else
MOST = 200  # desks of one list
BESIDE = 45  # signs between a desk and its number
LEAST_NUMBER = 7  # figures
NAMED_AFTER = re.compile(r"\s+[A-ZÀ-Þ][\w’'-]+")
SAME = re.compile(r"(\d)\1{6}$")
DATE = re.compile(r"^\d{1,4}[./-]\d{1,2}[./-]\d{2,4}$")


def check(playbook: Playbook, facts: Facts) -> Iterator[Finding]:
    """Every way that somebody at home at night cannot go."""
    yield from _kept_elsewhere(playbook, facts)
    yield from _empty_rows(facts)
    yield from _first_names(facts)
    yield from _two_numbers(facts)
    yield from _made_up(playbook, facts)


def _made_up(playbook: Playbook, facts: Facts) -> Iterator[Finding]:
    """`+1 (555) 555-5555`: seven times one figure is nobody's number."""
    told = {one.line for one in playbook.contacts if one.placeholder}
    for desk in _desks(facts):
        if desk.line not in told and any(SAME.search(one) for one in desk.numbers):
            yield facts.finding("RC402", desk.line, f"“{desk.name}”", desk.name)


def _kept_elsewhere(playbook: Playbook, facts: Facts) -> Iterator[Finding]:
    """`Number on the lid`, `phone: see binder`."""
    told = {
        one.line
        for one in playbook.contacts
        if (one.kind == "pointer" and facts.speaks("people", one.value) & {"elsewhere"})
        or one.placeholder
    }
    for said in facts.said_of("unreachable"):
        if said.line in told or hints.PHONE.search(said.text) or EXTENSION.search(said.text):
            continue
        words = _pointer(said, facts)
        if words is not None:
            yield facts.marked(facts.finding("RC403", said.line, f"“{words}”"), words)


def _pointer(said: Said, facts: Facts) -> str | None:
    """The words from `number` to the place where it is kept, or, among contacts, a value that is
    nothing but the place; not what everybody carries, or what lies beside whoever reads."""
    known = facts.words.lint["unreachable"]
    if "at_hand" in known.all(said.text):
        return None
    found = [(m.start(), m.end(), set(known.phrases[m.group()])) for m in known.matches(said.text)]
    is_list = _is_list(said.section, facts)
    if is_list and not MAIL.search(said.text):
        for start, end, first in found:
            if "portal" in first and VALUE.search(said.text[:start]):
                return said.text[start:end]
    for at, (start, end, first) in enumerate(found[:-1]):
        later = found[at + 1 : at + 6]
        place = next((one for one in later if "place" in one[2]), None)
        if place is None or CUT.search(said.text[end : place[0]]):
            continue
        led = any("look" in one[2] for one in later if one[0] < place[0])
        is_value = is_list and "look" in first and VALUE.search(said.text[:start]) is not None
        is_number = "way" in first and led
        if place[0] - end <= (CLOSE if is_value else NEAR) and (is_value or is_number):
            return said.text[start : place[1]]
    return None


def _is_list(section: Section, facts: Facts) -> bool:
    """Contacts by its own heading or one above."""
    return any(hints.is_list_of_people(one, facts) for one in facts.page.path(section))


def _empty_rows(facts: Facts) -> Iterator[Finding]:
    """A row of the table of contacts in which the way is left out, where no other edition has
    them all; one about what each part has to do leaves no way out."""
    if is_without_numbers(facts):
        return
    for section in facts.page.sections:
        for block in section.blocks:
            if not isinstance(block, Table) or not _is_list(section, facts):
                continue
            if any("duty" in facts.words.columns.all(head) for head in block.head.cells):
                continue
            empty = [row for row in block.rows if _is_empty(row, facts)]
            if 0 < len(empty) * 2 <= len(block.rows):
                for row in empty:
                    yield facts.finding("RC409", row.line, f"“{plain(row.cells[0])}”")


def _is_empty(row: Row, facts: Facts) -> bool:
    """Nobody can be rung by anything in it, and a cell is blank."""
    cells = [plain(cell) for cell in row.cells]
    rest = " | ".join(cells[1:])
    has_name = bool(cells) and not BLANK.match(cells[0])
    spoken = facts.speaks("people", rest)
    is_way = bool(ANY_WAY.search(rest) or spoken & {"channel", "pager", "shift"})
    is_way = is_way or ("switchboard" in spoken and bool(SHORT_NUMBER.search(rest)))
    by_case = facts.speaks("unreachable", rest) & {"by_case"}
    return has_name and any(map(BLANK.match, cells[1:])) and not is_way and not by_case


def _first_names(facts: Facts) -> Iterator[Finding]:
    """`Ask Ada`, and no number of hers in the whole document."""
    known = facts.words.lint["first_names"]
    for said in islice(facts.said_of("first_names"), MOST):
        for found in known.matches(said.text):
            name = said.text[found.start() : found.end()]
            before = said.text[max(found.start() - 24, 0) : found.start()]
            if not name[:1].isupper() or NAMED_AFTER.match(said.text, found.end()):
                continue
            asked = facts.word("unreachable", "asks", before)
            if (
                asked
                and folded(before).rstrip().endswith(folded(asked))
                and not _listed(name, facts)
            ):
                words = f"{asked} {name}"
                yield facts.marked(facts.finding("RC410", said.line, f"“{words}”"), name)
                return


def _listed(name: str, facts: Facts) -> bool:
    """Beside the name stands a number or an address somewhere."""
    wanted = re.compile(rf"\b{re.escape(name)}\b")
    return any(
        wanted.search(line) and (hints.PHONE.search(line) or MAIL.search(line))
        for line in facts.page.lines
        if name in line
    )


@dataclass(frozen=True, slots=True)
class Desk:
    """A name in a list, with the numbers that stand beside it."""

    name: str
    numbers: frozenset[str]
    line: int


def _two_numbers(facts: Facts) -> Iterator[Finding]:
    """A desk of the list is rung under another number elsewhere."""
    named = (one for one in _desks(facts) if len(one.name) >= LEAST_NAME and " " in one.name)
    desks = list(islice(named, MOST))
    for number, line in enumerate(facts.page.lines if desks else (), 1):
        if not NUMBER.search(line):
            continue
        low = folded(line[:2000])
        for desk in desks:
            at = low.find(desk.name) if desk.line != number else -1
            beside = low[at + len(desk.name) :][: BESIDE + 20] if at >= 0 else ""
            found = NUMBER.search(beside)
            other = _figures(found.group()) if found and found.start() <= BESIDE else ""
            if found and _is_other(other, desk.numbers) and not CUT.search(beside[: found.start()]):
                about = f"{found.group().strip()} here, another in line {desk.line}"
                yield facts.finding("RC411", number, about)
                return


def _is_other(number: str, known: Sequence[str] | frozenset[str]) -> bool:
    """Not the same figures with or without the code of the country."""
    same = any(number[-LEAST_NUMBER:] == one[-LEAST_NUMBER:] for one in known)
    return len(number) >= LEAST_NUMBER and not same


def _figures(text: str) -> str:
    return "" if DATE.match(text.strip()) else re.sub(r"\D", "", text)


def _desks(facts: Facts) -> Iterator[Desk]:
    for section in facts.page.sections:
        if not _is_list(section, facts):
            continue
        for said in facts.said_in(section):
            name, _, rest = said.text.partition(" | ")
            if not rest:
                name, rest = _parted(said.text)
            numbers = {_figures(one) for one in NUMBER.findall(rest)} - {""}
            if numbers:
                bare = folded(name.split("(")[0]).strip(" *-–")
                yield Desk(bare, frozenset(numbers), said.line)


def _parted(text: str) -> tuple[str, str]:
    """`Desk: number`, `Desk – number`."""
    found = PARTED.search(text)
    return (text, "") if found is None else (text[: found.start()], text[found.end() :])

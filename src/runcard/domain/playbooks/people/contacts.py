"""Whom to reach and how; whether it is a real address or still a gap to fill."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache

from runcard.domain.playbooks.levels.groups import topics
from runcard.domain.playbooks.model import Contact, Role
from runcard.domain.playbooks.page.addresses import (
    REAL,
    columns_of_addresses,
    kind_of,
)
from runcard.domain.playbooks.page.blocks import (
    Fence,
    Item,
    Outline,
    Paragraph,
    Section,
    Table,
    label_of,
    prose,
)
from runcard.domain.playbooks.people.contact_lines import contact, in_fenced_line, in_line
from runcard.domain.playbooks.people.hours_beside import without_hours
from runcard.domain.playbooks.people.turned_tables import upright
from runcard.domain.playbooks.times.grammar import is_silent
from runcard.domain.playbooks.vocabulary import Vocabulary
from runcard.domain.playbooks.words import folded, plain, slug, untitled

ELSEWHERE = {
    "severity", "templates", "runbooks", "review", "process", "reference", "metrics", "roles",
    "symptoms", "war_room", "oncall", "drills", "communication",
}  # fmt: skip
MOST_WORDS = 10
BARS = re.compile(r"\s+[|·•]\s+")
ADDRESS = re.compile(r"[#@][\w-]+|[\w.+-]+@[\w-]+\.[\w.-]+|\+?\(?\d[\d\s()./-]{5,}\d")


def contacts_of(page: Outline, roles: Sequence[Role], words: Vocabulary) -> tuple[Contact, ...]:
    """Every contact line, in document order; what somebody does is no way to reach him."""
    found: list[Contact] = []
    duties = {role.line for role in roles}
    for section in page.sections:
        here = _of_section(section, topics(page, section, words), words)
        found.extend(one for one in here if one.line not in duties or _may_reach(one))
    found.extend(_of_roles(page, roles, words))
    once: dict[tuple[int, str], Contact] = {}
    # A way that a list names by itself, `Reach: …`, is better named after the role it leads to.
    for one in sorted(found, key=lambda one: is_way(slug(one.label), words)):
        once.setdefault((one.line, one.value), one)
    return tuple(sorted(once.values(), key=lambda contact: contact.line))


def _of_section(section: Section, about: frozenset[str], words: Vocabulary) -> Iterator[Contact]:
    """By what the headings above say of the section."""
    if section.level <= 1:
        yield from _opening(section, words)
    if "contacts" in about:
        found = _in_section(without_hours(section, words, is_duty="oncall" in about), words)
        named = (_with_name(one, section, words) for one in found)
        yield from (one for one in named if "roles" not in about or _may_reach(one))
    elif "escalation" in about:
        for block in section.blocks:
            if isinstance(block, Table):
                found = _rows(block, words)
                yield from (one for one in found if one.placeholder or _may_reach(one))
        yield from _unnamed(section, words)
    elif "roles" in about and about & ELSEWHERE:
        yield from _of_people(section, words)
    elif not about & (ELSEWHERE - {"oncall"}):
        is_duty = "oncall" in about
        yield from _unnamed(without_hours(section, words, is_duty=is_duty), words)


def _with_name(found: Contact, section: Section, words: Vocabulary) -> Contact:
    """`Reachable: …` below the heading of a person is a way to that person."""
    title = untitled(section.title)
    if "contacts" in words.about(title) or not is_way(slug(found.label), words):
        return found
    return replace(found, label=title)


def _may_reach(found: Contact) -> bool:
    """Beside people, words without any number or address are what somebody does, or only how."""
    return found.kind != "none" or any(sign.isdigit() for sign in found.value)


def _of_people(section: Section, words: Vocabulary) -> Iterator[Contact]:
    """Tables of roles that also say how each is reached."""
    for block in section.blocks:
        if isinstance(block, Table):
            named = [_column(block, (way,), words) for way in ("phone", "email")]
            if columns_of_addresses(block, 0, words) or any(at is not None for at in named):
                yield from _rows(block, words)
        elif isinstance(block, Item):
            label = label_of(block.text)
            if label is not None and not label.bold and is_way(slug(label.name), words):
                yield contact(untitled(section.title), label.value, block.line, words)


def _opening(section: Section, words: Vocabulary) -> Iterator[Contact]:
    """`Team: Search | Chat: #search-oncall` above the first heading: what is an address and
    nothing else."""
    for said in prose(section):
        for piece in BARS.split(plain(said.text)):
            label = label_of(piece)
            address = label.value if label is not None else ""
            is_fact = label is not None and words.meta.exactly(label.name) is not None
            is_real = kind_of(address, words) != "none"
            is_address = is_real and ADDRESS.fullmatch(address.strip("` ")) is not None
            if label is not None and not is_fact and is_address:
                yield contact(label.name, address, said.line, words)


def _unnamed(section: Section, words: Vocabulary) -> list[Contact]:
    """A list or table full of addresses is a contact list under any heading."""
    found = list(_in_section(section, words))
    told = [one for one in found if one.kind != "none"]
    real = [one for one in told if one.kind in REAL]
    is_list = bool(real) and len(told) >= 2 and 2 * len(told) >= len(found)
    return found if is_list and 3 * len(real) >= len(found) else []


def _in_section(section: Section, words: Vocabulary) -> Iterator[Contact]:
    for block in section.blocks:
        if isinstance(block, Item):
            yield from in_line(block.text, block.line, words)
        elif isinstance(block, Paragraph) and block.quote is None:
            for said in block.lines:
                found = list(in_line(said.text, said.line, words))
                yield from (one for one in found if _is_told(one))
        elif isinstance(block, Fence):
            for line, text in enumerate(block.lines, block.line + 1):
                yield from in_fenced_line(text, line, words)
        elif isinstance(block, Table):
            yield from _rows(block, words)


def _is_told(found: Contact) -> bool:
    """In running text an address, or a few words of how; no sentence that mentions a page."""
    is_short = len(found.value.split()) <= MOST_WORDS
    return found.kind in REAL or (found.kind != "none" and is_short)


def _rows(table: Table, words: Vocabulary) -> Iterator[Contact]:
    """Name in the first column for people; telephone, mail or another way beside it."""
    table = upright(table, words)
    who = _column(table, ("who",), words)
    who = 0 if who is None and len(table.head.cells) > 1 else who
    if who is None:
        return
    phone = _column(table, ("phone",), words, after=who)
    ways = [phone, _column(table, ("email",), words, after=who)]
    if ways == [None, None]:
        ways = [_column(table, ("value",), words, after=who)]
    others = [at for at in columns_of_addresses(table, who, words) if at not in ways]
    ways = [*others] if ways == [None] else [*ways, *others]
    for row in table.rows:
        for at in ways:
            if at is not None and max(at, who) < len(row.cells) and not is_silent(row.cells[at]):
                made = contact(row.cells[who], row.cells[at], row.line_of(at), words)
                yield _as_kind(made, "phone" if at == phone else None)


def _as_kind(made: Contact, kind: str | None) -> Contact:
    """What stands in the telephone column is a telephone, also while it is a gap."""
    is_worded = not made.placeholder and not any(sign.isdigit() for sign in made.value)
    if kind is None or is_worded or made.kind in {"pointer", "email", "url", "chat"}:
        return made
    return replace(made, kind=kind)


def _column(
    table: Table, concepts: Sequence[str], words: Vocabulary, after: int | None = None
) -> int | None:
    for at, cell in enumerate(table.head.cells):
        found = words.columns.phrases.get(folded(cell).strip(), ())
        if set(found) & set(concepts) and (after is None or at > after):
            return at
    return None


def _of_roles(page: Outline, roles: Sequence[Role], words: Vocabulary) -> Iterator[Contact]:
    """`**Contact**: dba@…` inside a role's own list."""
    for role in roles:
        for name, value in role.attributes:
            if is_way(name, words):
                made = contact(role.name, value, _line_of(page, role, value), words)
                is_name = made.kind == "none" and not made.placeholder
                yield replace(made, kind="name") if is_name else made


def is_way(name: str, words: Vocabulary) -> bool:
    """Whether an attribute of a role says how to reach it."""
    return name in _ways(words)


@lru_cache(maxsize=8)
def _ways(words: Vocabulary) -> frozenset[str]:
    """Every label for a telephone, a mailbox or any way to somebody, as attributes are spelled."""
    columns, people = words.columns.phrases, words.people.phrases
    named = [phrase for phrase, concepts in columns.items() if {"phone", "email"} & set(concepts)]
    named += [phrase for phrase, concepts in people.items() if "way" in concepts]
    return frozenset(slug(phrase) for phrase in named)


def _line_of(page: Outline, role: Role, value: str) -> int:
    for line, text in enumerate(page.lines[role.line - 1 :], role.line):
        if value in plain(text):
            return line
    return role.line

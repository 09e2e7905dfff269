"""Whom to reach and how; whether it is a real address or still a gap to fill."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from runcard.domain.playbooks.blocks import (
    Fence,
    Item,
    Label,
    Outline,
    Section,
    Table,
    label_of,
)
from runcard.domain.playbooks.model import Contact, Role
from runcard.domain.playbooks.severity_groups import topics
from runcard.domain.playbooks.vocabulary import Vocabulary
from runcard.domain.playbooks.words import folded, plain

EMAIL = re.compile(r"[\w.+-]+@[\w-]+\.[\w.-]+")
URL = re.compile(r"https?://|\bwww\.|^(?:status|docs|wiki)\.[\w-]+\.\w+")
PHONE = re.compile(r"(?<![\w.])\+?\(?[\dX][\dX\s()./-]{5,}[\dX]")
SHORT_PHONE = re.compile(r"^\d{3,6}$|^\d{1,4}[xX]{2,}$")
CHAT = re.compile(r"(?<!\S)[#@][\w-]+")
TOKEN = re.compile(r"\[[^\[\]]+\](?!\()|<[^<>]+>|\{[^{}]+\}|【[^】]+】|_{3,}")
FILLER_DIGITS = re.compile(r"(?<![A-Za-z])\d*[Xx]{2,}\d*(?![A-Za-z])|\+00")
NOBODYS_HOST = re.compile(
    r"(?:^|[@./])(?:company|yourcompany|your-company|your-domain|yourdomain|example)\.[a-z]{2,}"
    r"|\.example(?![\w.-])|\.invalid(?![\w.-])"
)
AFTER_DASH = re.compile(r"\s+[-–—]\s+")
REACHED_BY = {
    "contact",
    "primary_contact",
    "reachable",
    "contact_info",
    "phone",
    "email",
    "kontakt",
}
MARKS = " \t#*-•"


def contacts_of(page: Outline, roles: Sequence[Role], words: Vocabulary) -> tuple[Contact, ...]:
    """Every contact line, in document order."""
    found: list[Contact] = []
    for section in page.sections:
        about = topics(page, section, words)
        if "contacts" in about:
            found.extend(_in_section(section, words))
        elif "escalation" in about:
            for block in section.blocks:
                if isinstance(block, Table):
                    found.extend(_rows(block, words))
    found.extend(_of_roles(page, roles, words))
    return tuple(sorted(found, key=lambda contact: contact.line))


def _in_section(section: Section, words: Vocabulary) -> Iterator[Contact]:
    for block in section.blocks:
        if isinstance(block, Item):
            label = label_of(block.text)
            if label is not None:
                yield from _contact(label, block.line, words)
        elif isinstance(block, Fence):
            for line, text in enumerate(block.lines, block.line + 1):
                label = label_of(text.strip(MARKS))
                if label is not None:
                    yield from _contact(label, line, words)
        elif isinstance(block, Table):
            yield from _rows(block, words)


def _contact(label: Label, line: int, words: Vocabulary) -> Iterator[Contact]:
    value = label.value
    if TOKEN.match(value):
        value = AFTER_DASH.split(value)[0]
    if value:
        yield contact(label.name, plain(value), line, words)


def contact(label: str, value: str, line: int, words: Vocabulary) -> Contact:
    """One way to reach somebody, with its kind and whether it is still to be filled in."""
    return Contact(label.strip(), value, kind_of(value, words), is_placeholder(value, words), line)


def is_placeholder(value: str, words: Vocabulary) -> bool:
    """Brackets, X for digits, hosts nobody owns, `TBD`."""
    if TOKEN.search(value) or FILLER_DIGITS.search(value):
        return True
    host = NOBODYS_HOST.search(value.lower()) or "://company." in value.lower()
    return bool(host) or words.unfilled.speaks_of(value, "unfilled")


def kind_of(value: str, words: Vocabulary) -> str:
    """phone, email, url, chat, ticket, name, pointer or none."""
    token = TOKEN.match(value)
    if token is not None:
        return words.contacts.find(token.group()) or "none"
    for kind, pattern in (("email", EMAIL), ("url", URL), ("phone", PHONE), ("phone", SHORT_PHONE)):
        if pattern.search(value):
            return kind
    if CHAT.search(value):
        return "chat"
    return _worded_kind(value, words)


def _worded_kind(value: str, words: Vocabulary) -> str:
    """By a word in it; a telephone without any figure is only spoken of."""
    kind = words.contacts.find(value) or "none"
    if kind != "phone" or any(sign.isdigit() for sign in value):
        return kind
    return "pointer" if words.contacts.speaks_of(value, "pointer") else "none"


def _rows(table: Table, words: Vocabulary) -> Iterator[Contact]:
    """Name in the first column for people; telephone, mail or another way beside it."""
    who = _column(table, ("who",), words)
    if who is None:
        return
    phone = _column(table, ("phone",), words)
    ways = [phone, _column(table, ("email",), words)]
    if ways == [None, None]:
        ways = [_column(table, ("value",), words, after=who)]
    for row in table.rows:
        for at in ways:
            if at is not None and max(at, who) < len(row.cells) and row.cells[at]:
                made = contact(row.cells[who], row.cells[at], row.line, words)
                yield _as_kind(made, "phone" if at == phone else None)


def _as_kind(made: Contact, kind: str | None) -> Contact:
    """What stands in the telephone column is a telephone, also while it is a gap."""
    if kind is None or made.kind in {"pointer", "email", "url", "chat"}:
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
            if name in REACHED_BY:
                made = contact(role.name, value, _line_of(page, role, value), words)
                is_name = made.kind == "none" and not made.placeholder
                yield replace(made, kind="name") if is_name else made


def _line_of(page: Outline, role: Role, value: str) -> int:
    for line, text in enumerate(page.lines[role.line :], role.line + 1):
        if value in plain(text):
            return line
    return role.line

"""Contacts written as records in a fence: `- role: …` above `phone: …`, in YAML or JSON."""

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import NamedTuple

from runcard.domain.playbooks.model import Contact
from runcard.domain.playbooks.page.addresses import REAL, kind_of
from runcard.domain.playbooks.page.blocks import Fence
from runcard.domain.playbooks.people.contact_lines import contact
from runcard.domain.playbooks.people.persons import plays_a_part
from runcard.domain.playbooks.vocabulary import Vocabulary
from runcard.domain.playbooks.words import folded, margin_of

PAIR = re.compile(r"^(?:-\s+)?[\"']?([^\s:\"'#{}\[\]-][^:\"'{}]{0,40})[\"']?\s*:(?:\s+(.*))?$")
BETWEEN = re.compile(r",\s*(?=[\"']?[^\W\d_][^:,\"']{0,40}[\"']?\s*:)")
LANGUAGES = {"yaml", "yml", "json", "toml"}
WAYS = {"phone", "email", "url", "chat", "pointer"}
OPEN = ("", "{", "[", "|", ">")
FEWEST = 2


class _Pair(NamedTuple):
    """A line of a record; `begins` where a record begins with it."""

    key: str
    value: str
    line: int
    begins: bool


def recorded_contacts(fence: Fence, words: Vocabulary) -> list[Contact]:
    """The ways of each record, named after whoever it is about."""
    pairs = [*_pairs(fence)]
    if fence.lang not in LANGUAGES and sum(pair.begins for pair in pairs) < FEWEST:
        return []
    return [found for record in _records(pairs) for found in _of_record(record, words)]


def _pairs(fence: Fence) -> Iterator[_Pair]:
    was_opened = False
    inner = 0
    for line, text in enumerate(fence.lines, fence.line + 1):
        bare = text.strip().rstrip(",")
        depth = margin_of(text)
        # `Miller: Ada (4711)` behind `- Part: grinds` stands further out, and is somebody else.
        is_outside = bool(bare) and depth < inner
        inner = depth + 2 if bare.startswith("- ") else 0 if is_outside else inner
        inside = _inside_braces(bare)
        pieces = BETWEEN.split(inside) if inside else [bare]
        for at, piece in enumerate(pieces):
            found = PAIR.match(piece)
            begins = bool(inside) or was_opened or piece.startswith("- ") or is_outside
            begins = begins and at == 0
            if found is not None:
                yield _Pair(found.group(1).strip(), _value(found.group(2)), line, begins)
        was_opened = bare == "{"


def _inside_braces(said: str) -> str:
    """A whole record in one line: `{ "name": "Ada", "phone": "4711" }`."""
    body = said.removeprefix("- ").strip()
    return body[1:-1].strip() if body[:1] == "{" and body[-1:] == "}" else ""


def _value(said: str | None) -> str:
    return (said or "").strip().strip("\"'")


def _records(pairs: list[_Pair]) -> Iterator[list[_Pair]]:
    """A key with nothing behind it begins a record and names it."""
    record: list[_Pair] = []
    for pair in pairs:
        if pair.begins or pair.value in OPEN:
            yield record
            record = []
        record.append(pair)
    yield record


def _of_record(record: list[_Pair], words: Vocabulary) -> Iterator[Contact]:
    if _is_of_names(record, words):
        led = [pair for pair in record if pair.value not in OPEN]
        yield from (contact(pair.key, pair.value, pair.line, words) for pair in led)
        return
    name = _name_of(record, words)
    for pair in record:
        kind = words.contacts.exactly(pair.key)
        told = kind_of(pair.value, words)
        is_way = kind in WAYS or told in {*REAL, "url"}
        if pair.value in OPEN or not is_way or pair.value == name:
            continue
        made = contact(name or pair.key, pair.value, pair.line, words)
        yield replace(made, kind=kind) if kind in WAYS and made.kind == "none" else made


def _is_of_names(record: list[_Pair], words: Vocabulary) -> bool:
    """`partners:` above `forwarder: post@lines.example`: the keys are those who are reached, most
    of them by an address, and none asks for a name or a way."""
    led = [pair for pair in record if pair.value not in OPEN]
    reached = [pair for pair in led if kind_of(pair.value, words) in REAL]
    asked = [pair for pair in led if words.contacts.exactly(pair.key) in WAYS - {"pointer"}]
    asked += [pair for pair in led if _asks_for_a_name(pair.key, words)]
    is_headed = bool(record) and record[0].value in OPEN and not record[0].begins
    return is_headed and 2 * len(reached) > len(led) and not asked


def _name_of(record: list[_Pair], words: Vocabulary) -> str:
    """Behind the first key that asks for a name or a part, else the key above the record."""
    said = [pair for pair in record if pair.value not in OPEN and _is_name(pair.key, words)]
    named = [pair.value for pair in said if kind_of(pair.value, words) not in {*REAL, "url"}]
    above = [pair.key for pair in record[:1] if pair.value in OPEN]
    return next(iter([*named, *above]), "")


def _is_name(key: str, words: Vocabulary) -> bool:
    return _asks_for_a_name(key, words) or plays_a_part(key, words)


def _asks_for_a_name(key: str, words: Vocabulary) -> bool:
    """`name`, `role`; not the name of a part itself."""
    concepts = words.columns.phrases.get(folded(key).strip(), ())
    return bool({"who", "person", "part"} & set(concepts))

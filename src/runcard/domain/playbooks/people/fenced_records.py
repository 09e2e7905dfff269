"""Contacts written as records in a fence: `- role: …` above `phone: …`, in YAML, JSON or TOML."""

from collections.abc import Iterator
from dataclasses import replace

from runcard.domain.playbooks.model import Contact
from runcard.domain.playbooks.page.addresses import REAL, kind_of
from runcard.domain.playbooks.page.blocks import Fence
from runcard.domain.playbooks.page.data_lines import Entry, data_lines, is_data
from runcard.domain.playbooks.people.contact_lines import contact
from runcard.domain.playbooks.people.persons import plays_a_part
from runcard.domain.playbooks.vocabulary import Vocabulary
from runcard.domain.playbooks.words import folded

WAYS = {"phone", "email", "url", "chat", "pointer"}
FEWEST = 2


def recorded_contacts(fence: Fence, words: Vocabulary) -> list[Contact]:
    """The ways of each record, named after whoever it is about."""
    pairs = [one for one in data_lines(fence) if one.key]
    if not is_data(fence) and sum(pair.begins for pair in pairs) < FEWEST:
        return []
    return [found for record in _records(pairs) for found in _of_record(record, words)]


def _records(pairs: list[Entry]) -> Iterator[list[Entry]]:
    """A key with nothing behind it begins a record and names it."""
    record: list[Entry] = []
    for pair in pairs:
        if pair.begins or pair.is_head:
            yield record
            record = []
        record.append(pair)
    yield record


def _of_record(record: list[Entry], words: Vocabulary) -> Iterator[Contact]:
    if _is_of_names(record, words):
        led = [pair for pair in record if pair.value]
        yield from (contact(pair.key, pair.value, pair.line, words) for pair in led)
        return
    name = _name_of(record, words)
    for pair in record:
        kind = words.contacts.exactly(pair.key)
        told = kind_of(pair.value, words)
        is_way = kind in WAYS or told in {*REAL, "url"}
        if pair.is_head or not is_way or pair.value == name:
            continue
        made = contact(name or pair.key, pair.value, pair.line, words)
        yield replace(made, kind=kind) if kind in WAYS and made.kind == "none" else made


def _is_of_names(record: list[Entry], words: Vocabulary) -> bool:
    """`partners:` above `forwarder: post@lines.example`: the keys are those who are reached, most
    of them by an address, and none asks for a name or a way."""
    led = [pair for pair in record if pair.value]
    reached = [pair for pair in led if kind_of(pair.value, words) in REAL]
    asked = [pair for pair in led if words.contacts.exactly(pair.key) in WAYS - {"pointer"}]
    asked += [pair for pair in led if _asks_for_a_name(pair.key, words)]
    is_headed = bool(record) and record[0].is_head and not record[0].begins
    return is_headed and 2 * len(reached) > len(led) and not asked


def _name_of(record: list[Entry], words: Vocabulary) -> str:
    """Behind the first key that asks for a name or a part, else the key above the record."""
    said = [pair for pair in record if pair.value and _is_name(pair.key, words)]
    named = [pair.value for pair in said if kind_of(pair.value, words) not in {*REAL, "url"}]
    above = [pair.key for pair in record[:1] if pair.is_head]
    return next(iter([*named, *above]), "")


def _is_name(key: str, words: Vocabulary) -> bool:
    return _asks_for_a_name(key, words) or plays_a_part(key, words)


def _asks_for_a_name(key: str, words: Vocabulary) -> bool:
    """`name`, `role`; not the name of a part itself."""
    concepts = words.columns.phrases.get(folded(key).strip(), ())
    return bool({"who", "person", "part"} & set(concepts))

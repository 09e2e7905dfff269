"""People in running text: `The *mate* keeps the keys (internal 4711).`"""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from runcard.domain.playbooks.model import Contact, Role, Text
from runcard.domain.playbooks.page.addresses import (
    EMAIL,
    PHONE,
    REAL,
    address_in_front,
    kind_of,
    without_brackets,
)
from runcard.domain.playbooks.page.blocks import Item, Label, Paragraph, Section, label_of
from runcard.domain.playbooks.people.calling import speaks_of_calling
from runcard.domain.playbooks.people.contact_lines import contact, number_behind_name
from runcard.domain.playbooks.people.told_ways import is_to_dial
from runcard.domain.playbooks.times.running_text import sentences_of
from runcard.domain.playbooks.vocabulary import Vocabulary
from runcard.domain.playbooks.words import folded, plain

NAMED = re.compile(
    r"^(?:([^\W\d_]{1,5}['’]?)\s?)?([*_]{1,2})([^*_]{2,60})\2,?\s+([^\W\d_].*|[(（].+)$"
)
EQUAL = re.compile(r"^([^=]{2,60}?)\s+=\s+(\S.*)$")
ASIDE = re.compile(r"[(（]([^()（）]{3,160})[)）]")
COMMA = re.compile(r"\s*[,，、;；]\s*")
LONGEST_HEAD = 120
LONGEST = 1000
LEADS_TO_A_NAME = {"article", "to_whom", "from_whom"}
HOST = re.compile(r"\d{1,3}(?:\.\d{1,3}){3}")
BEFORE = " ,(（:："
ENDS = ",;:.()"
DIALLED = re.compile(r"[(（][+0]\d")
FEWEST = 2
FEWEST_DIGITS = 6
MOST_WORDS = 4


class Person(NamedTuple):
    """A name in italics at the beginning of a sentence, and what the sentence says of it."""

    name: str
    line: int
    said: str


def told_roles(section: Section, words: Vocabulary) -> Iterator[Role]:
    """Two names at least, each the subject of a sentence; `Incident lead = whoever is awake`."""
    said = [*_sentences(section)]
    named = [person for one in said if (person := _subject(one, words))]
    equal = [person for one in said if (person := _equal(one, words))]
    for one in [*(named if len(named) >= FEWEST else ()), *equal]:
        yield Role(one.name, one.line, (Text(one.said, one.line),), (), one.line)


def told_contacts(section: Section, words: Vocabulary) -> list[Contact]:
    """Addresses in parentheses behind two people at least."""
    found = [one for said in _sentences(section) for one in _reached(said, words)]
    return found if len({one.label for one in found}) >= FEWEST else []


def numbers_in_steps(section: Section, words: Vocabulary) -> Iterator[Contact]:
    """`3. Ring the harbour office (+44 20 7946 0112, always staffed).`: in an entry of a list, a
    number in brackets behind a name with its article."""
    for block in section.blocks:
        text = plain(block.text)[:LONGEST] if isinstance(block, Item) else ""
        for aside in ASIDE.finditer(text) if DIALLED.search(text) else ():
            found = PHONE.match(aside.group(1))
            head = text[max(0, aside.start() - LONGEST_HEAD) : aside.start()].rstrip(BEFORE)
            is_call = found is not None and speaks_of_calling(head, words)
            name = _name_behind_article(_without_call(head, words), words) if is_call else ""
            if found and name and is_to_dial(found.group(), name, words):
                yield contact(name, found.group().strip(" ."), block.line, words)


def _without_call(head: str, words: Vocabulary) -> str:
    """`Die Leitwarte anrufen`: the verb may stand behind the name."""
    last = head.rsplit(maxsplit=1)[-1] if head else ""
    is_verb = {"call", "calling", "called"} & set(words.rungs.phrases.get(folded(last), ()))
    return head[: len(head) - len(last)].rstrip() if is_verb else head


def labelled_numbers(section: Section, words: Vocabulary) -> Iterator[Contact]:
    """`Harbour line (24/7): +44 20 7946 0112, ask for the mate.` in running text: a name, a colon,
    and a number or mailbox directly behind it."""
    for said in _sentences(section):
        label = number_behind_name(said.text)
        found = address_in_front(label.value) if label is not None else None
        if label is not None and found and is_to_dial(found.group(), label.name, words):
            is_whole = not label.value[found.end() :].strip(" .")
            value = found.group() if is_whole else label.value
            yield contact(label.name, value, said.line, words)


def labelled_ways(section: Section, words: Vocabulary) -> Iterator[Contact]:
    """`- **E-mail:** quay@harbour.example` in a list about anything: the name of a way, and a
    mailbox or number directly behind it."""
    for block in section.blocks:
        label = label_of(block.text) if isinstance(block, Item) and not block.box else None
        value = without_brackets(plain(label.value))[:LONGEST] if label is not None else ""
        found = EMAIL.match(value) or PHONE.match(value)
        if label is not None and found and words.contacts.exactly(label.name) in {"email", "phone"}:
            yield contact(label.name, value, block.line, words)


def numbers_of_roles(roles: Sequence[Role], words: Vocabulary) -> Iterator[Contact]:
    """`**Liaison.** Duty phone of the desk, +44 20 7946 0112.`: a number among what a role does."""
    for role in roles:
        for duty in role.duties:
            found = PHONE.search(duty.text[:LONGEST]) if duty.line == role.line else None
            number = found.group().strip() if found is not None else ""
            if number[:1] in {"+", "0"} and is_to_dial(number, role.name, words):
                yield contact(role.name.rstrip(".。"), number, role.line, words)


def _name_behind_article(head: str, words: Vocabulary) -> str:
    articles = [
        one.end()
        for one in words.particles.matches(head)
        if LEADS_TO_A_NAME & set(words.particles.phrases[one.group()])
    ]
    name = head[max(articles) :].strip() if articles else ""
    is_name = 0 < len(name.split()) <= MOST_WORDS
    is_name &= not any(sign in ENDS or sign.isdigit() for sign in name)
    return name if is_name else ""


def _sentences(section: Section) -> Iterator[Text]:
    for block in section.blocks:
        if isinstance(block, Paragraph) and block.quote is None and not block.in_item:
            yield from sentences_of(block.lines)


def named_first(text: str, words: Vocabulary) -> Label | None:
    """`the **winch hand** (runs the winch),` in an entry of a list: a name behind an article, or in
    front of an aside or a comma, and what it does; `Hand = whoever is there`, as well."""
    person = _subject(Text(text, 0), words)
    if person is None:
        return _equal_parts(text)
    behind = text[text.find(person.name) + len(person.name) :].lstrip("*_ ")
    if text.startswith(("*", "_")) and not behind.startswith(("(", "（", ",")):
        return None
    said = person.said.rstrip(" ,;.，、；。")
    is_aside = said[:1] in {"(", "（"} and said[-1:] in {")", "）"}
    return Label(person.name, said[1:-1].strip() if is_aside else said, bold=True)


def _equal_parts(text: str) -> Label | None:
    found = EQUAL.match(plain(text))
    if found is None or len(found.group(1).split()) > MOST_WORDS:
        return None
    return Label(found.group(1), found.group(2), bold=True)


def _subject(said: Text, words: Vocabulary) -> Person | None:
    found = NAMED.match(said.text)
    if found is None or not _is_article(found.group(1) or "", words):
        return None
    if found.group(3).endswith((":", "：")):
        return None
    return Person(found.group(3).strip(), said.line, plain(found.group(4)))


def _equal(said: Text, words: Vocabulary) -> Person | None:
    """A part that somebody plays, a sign for `is`, and who that is."""
    found = EQUAL.match(plain(said.text))
    if found is None or len(found.group(1).split()) > MOST_WORDS:
        return None
    is_part = words.people.speaks_of(found.group(1), "agent")
    return Person(found.group(1), said.line, found.group(2)) if is_part else None


def _is_article(word: str, words: Vocabulary) -> bool:
    known = words.particles.phrases.get(word.strip().lower(), ())
    return not word or "article" in known


def _reached(said: Text, words: Vocabulary) -> Iterator[Contact]:
    """Every address that stands in a parenthesis, and whose it is."""
    person = _subject(said, words)
    text = plain(said.text)
    for aside in ASIDE.finditer(text):
        before = text[max(0, aside.start() - LONGEST_HEAD) : aside.start()].strip()
        name = person.name if person else _name_before(before, words)
        for piece in _pieces(aside.group(1), words) if name else ():
            if kind_of(piece, words) in REAL and any(sign in "@#0123456789" for sign in piece):
                yield contact(name, piece, said.line, words)


def _pieces(text: str, words: Vocabulary) -> Iterator[str]:
    """What commas, an `and` or an `or` keep apart."""
    for part in COMMA.split(text):
        start = 0
        for one in words.particles.matches(part):
            is_free = part[one.start() - 1 : one.start()] + part[one.end() : one.end() + 1] == "  "
            if is_free and {"and", "or"} & set(words.particles.phrases[one.group()]):
                yield part[start : one.start()].strip()
                start = one.end()
        yield part[start:].strip()


def _name_before(head: str, words: Vocabulary) -> str:
    """`Facilities (…)`, `For leaks the privacy office (…)`: the words behind the last article."""
    articles = [
        one.end()
        for one in words.particles.matches(head)
        if "article" in words.particles.phrases[one.group()]
    ]
    name = head[max(articles, default=0) :].strip()
    return name if 0 < len(name.split()) <= MOST_WORDS else ""

"""People in running text: `The *mate* keeps the keys (internal 4711).`"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from runcard.domain.playbooks.model import Contact, Role, Text
from runcard.domain.playbooks.page.addresses import REAL, kind_of
from runcard.domain.playbooks.page.blocks import Paragraph, Section
from runcard.domain.playbooks.people.contact_lines import contact
from runcard.domain.playbooks.people.running_text import sentences_of
from runcard.domain.playbooks.vocabulary import Vocabulary
from runcard.domain.playbooks.words import plain

NAMED = re.compile(
    r"^(?:([^\W\d_]{1,5}['’]?)\s?)?([*_]{1,2})([^*_]{2,60})\2\s+([^\W\d_].*|[(（].+)$"
)
EQUAL = re.compile(r"^([^=]{2,60}?)\s+=\s+(\S.*)$")
ASIDE = re.compile(r"[(（]([^()（）]{3,160})[)）]")
COMMA = re.compile(r"\s*[,，、;；]\s*")
LONGEST_HEAD = 120
FEWEST = 2
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


def _sentences(section: Section) -> Iterator[Text]:
    for block in section.blocks:
        if isinstance(block, Paragraph) and block.quote is None and not block.in_item:
            yield from sentences_of(block.lines)


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

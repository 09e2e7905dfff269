"""Ways to people in whole sentences: `The yard is on 0431 5550170, the mate at extension 12.`

Whose way it is stands in front of the verb: whoever `has` a number, `is on` or `answers` it, `for`
whom one is to write; without a verb, the name with its article directly in front of the address.
"""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from runcard.domain.playbooks.lexicon import Mention
from runcard.domain.playbooks.model import Contact, Text
from runcard.domain.playbooks.page.addresses import (
    DAY,
    EMAIL,
    PHONE,
    SPELLED_PHONE,
    TOKEN,
    is_placeholder,
    without_brackets,
)
from runcard.domain.playbooks.page.blocks import Paragraph, Section
from runcard.domain.playbooks.particles import is_particle, without_article, without_lead
from runcard.domain.playbooks.people.contact_lines import contact
from runcard.domain.playbooks.people.persons import plays_a_part
from runcard.domain.playbooks.people.rung_leads import opens_with_if
from runcard.domain.playbooks.times.running_text import sentences_of
from runcard.domain.playbooks.vocabulary import Vocabulary
from runcard.domain.playbooks.words import WIDE, plain

URL = re.compile(r"https?://[^\s<>]+[^\s<>.,;:)）。，、]")
CHANNEL = re.compile(r"(?<![^\s`(（])#[a-z][\w-]+")
FIGURES = re.compile(r"\d{2,6}(?![\w:-]|[ .]\d)")
HOST = re.compile(r"\d{1,3}(?:\.\d{1,3}){3}")
CUT = re.compile(r"[,;:]\s+")
WIDE_CUT = re.compile(r"[，、；。]|[,;]\s+")
WIDE_ENDS = " はがのもへ的是为為在：:"
LONGEST = 1000
LONGEST_HEAD = 120
MOST_WORDS, MOST_SIGNS = 5, 12
FEWEST_DIGITS = 6
FEWEST = 2
EDGES = ' ,;:.()（）`，、；：。„“”"«»'
WAYS = {"phone", "email", "chat"}


class Way(NamedTuple):
    """An address, where it stands in a sentence, and whether it is one by its look alone."""

    start: int
    end: int
    is_sure: bool


def told_ways(section: Section, words: Vocabulary) -> list[Contact]:
    """Every address of running text that somebody has."""
    return [
        one
        for block in section.blocks
        if isinstance(block, Paragraph) and block.quote is None and not block.in_item
        for said in sentences_of(block.lines)
        for one in _in_sentence(said, block.lines, words)
    ]


def several_ways(section: Section, words: Vocabulary) -> list[Contact]:
    """Those of two people at least: one alone may be part of anything."""
    found = told_ways(section, words)
    return found if len({one.label for one in found}) >= FEWEST else []


def _in_sentence(said: Text, lines: Sequence[Text], words: Vocabulary) -> Iterator[Contact]:
    text = without_brackets(plain(said.text))[:LONGEST]
    start = 0
    for way in sorted(_ways(text, words)):
        if way.start < start:
            continue
        head = text[max(start, way.start - LONGEST_HEAD) : way.start]
        name = _whose(head, words)
        value = text[way.start : way.end].strip(" .")
        is_led = not URL.match(value) or _is_asked(text, name, words)
        if name and is_led and (way.is_sure or is_to_dial(value, head, words)):
            yield contact(name, value, _line_of(value, said, lines), words)
        start = way.end


def _is_asked(text: str, name: str, words: Vocabulary) -> bool:
    """A page of the web is a way to those who take tickets there, or play a part."""
    return words.contacts.speaks_of(text, "ticket") or plays_a_part(name, words)


def _line_of(value: str, said: Text, lines: Sequence[Text]) -> int:
    """Where the address stands: its sentence may have begun on a line before."""
    behind = (one.line for one in lines if one.line >= said.line and value in plain(one.text))
    return next(behind, said.line)


def _ways(text: str, words: Vocabulary) -> Iterator[Way]:
    """Mailboxes, pages, channels, numbers, and gaps for them."""
    for pattern in (EMAIL, URL, CHANNEL):
        yield from (Way(one.start(), one.end(), is_sure=True) for one in pattern.finditer(text))
    for one in (*PHONE.finditer(text), *SPELLED_PHONE.finditer(text)):
        yield Way(one.start(), one.end(), is_sure=False)
    for one in TOKEN.finditer(text):
        if is_placeholder(one.group(), words):
            yield Way(one.start(), one.end(), is_sure=True)
    yield from _extensions(text, words)


def _extensions(text: str, words: Vocabulary) -> Iterator[Way]:
    """`extension 12`; `unter der 2000 zu erreichen`, where the sentence tells how to reach."""
    for one in words.contacts.matches(text):
        figures = FIGURES.match(text, one.end() + 1)
        if figures and "phone" in words.contacts.phrases[one.group()]:
            yield Way(one.start(), figures.end(), is_sure=True)
    is_told = words.people.speaks_of(text, "reached_at") or words.contacts.speaks_of(text, "phone")
    for joiner in words.particles.matches(text) if is_told else ():
        behind = text[joiner.end() :]
        bare = without_article(behind.strip(), words)
        at = len(text) - len(behind) + behind.find(bare)
        figures = FIGURES.match(text, at) if is_particle(joiner, "reached", words) else None
        if figures and len(figures.group()) > FEWEST:
            yield Way(figures.start(), figures.end(), is_sure=True)


def is_to_dial(address: str, name: str, words: Vocabulary) -> bool:
    """A mailbox; a number that begins as one of a telephone does, or belongs to one by its name. A
    day, a season or an address of the network is none."""
    if "@" in address or SPELLED_PHONE.match(address):
        return True
    is_number = DAY.search(address) is None and HOST.search(address) is None
    is_number &= sum(sign in "0123456789X" for sign in address) >= FEWEST_DIGITS
    is_phone = address[:1] in "+0(" or words.contacts.speaks_of(name, "phone")
    return is_number and is_phone


def _whose(head: str, words: Vocabulary) -> str:
    """The name in front of the verb, or directly in front of the address."""
    if WIDE.search(head):
        return _in_wide_script(head, words)
    said = _without_front(head.strip(EDGES), words)
    for verb in words.people.matches(said):
        is_free = said[verb.end() :].startswith(" ") or verb.end() == len(said)  # `live-ops`
        if is_free and "reached_by" in words.people.phrases[verb.group()]:
            name = _subject(said[: verb.start()], words)
            if name:
                return name
    return _beside(said, words)


def _without_front(head: str, words: Vocabulary) -> str:
    """`and for the yard` is the yard."""
    for concept in ("and", "or", "purpose"):
        head = without_lead(head, concept, words)
    return head


def _subject(said: str, words: Vocabulary) -> str:
    """`The mate`; in `the number of the mate` and `Die Hotline der Werft`, whose it is."""
    bare = without_article(CUT.split(said.strip(EDGES))[-1].strip(EDGES), words)
    leads = [one for one in words.particles.matches(bare) if _leads_on(one, words)]
    noun = bare[: leads[0].start()] if leads else ""
    if words.contacts.all(noun) & WAYS or words.people.exactly(noun.strip()) == "way":
        bare = without_article(bare[leads[0].end() :].strip(), words)
    return bare if _is_name(bare, words) else ""


def _leads_on(found: Mention, words: Vocabulary) -> bool:
    concepts = {"article", "from_whom"} & set(words.particles.phrases[found.group()])
    return bool(concepts) and found.start() > 0


def _beside(said: str, words: Vocabulary) -> str:
    """`You reach the mate at`, `le patron au`: behind the verb and the first article, less the
    small words at the end."""
    calls = [one.end() for one in words.rungs.matches(said) if _is_call(one, words)]
    said = CUT.split(said[max(calls, default=0) :].strip(EDGES))[-1].strip(EDGES)
    said = _without_joiners(said, words)
    found = (one for one in words.particles.matches(said) if _leads_to_a_name(one, words))
    ends = [one.end() for one in found if said[one.end() : one.end() + 1].isspace()]
    # `ring the mate on`: the verb may take the article.
    names = [said[end:].strip() for end in ends] or ([said] if calls else [])
    return next((one for one in names if _is_name(one, words)), "")


def _is_call(found: Mention, words: Vocabulary) -> bool:
    return bool({"call", "calling"} & set(words.rungs.phrases[found.group()]))


def _leads_to_a_name(found: Mention, words: Vocabulary) -> bool:
    return bool({"article", "to_whom"} & set(words.particles.phrases[found.group()]))


def _without_joiners(said: str, words: Vocabulary) -> str:
    """`the duty line is on`: the words up to the name."""
    for one in reversed(words.particles.matches(said)):
        is_joiner = is_particle(one, "reached", words) and one.start() > 0
        if one.end() < len(said) or not is_joiner:
            break
        said = said[: one.start()].rstrip(EDGES)
    return said


def _is_name(said: str, words: Vocabulary) -> bool:
    """A few words; `If there` and `When the pump` open a case."""
    is_few = 0 < len(said.split()) <= MOST_WORDS and words.particles.exactly(said) is None
    is_case = opens_with_if(said, words)
    return is_few and not is_case and not any(one.isdigit() or one in EDGES.strip() for one in said)


def _in_wide_script(head: str, words: Vocabulary) -> str:
    """`当番の携帯は`, `值班电话`: the last words, without the word for the way."""
    name = WIDE_CUT.split(head.strip(EDGES))[-1].strip(EDGES)
    for _ in range(MOST_WORDS):
        bare = name.rstrip(WIDE_ENDS)
        last = [one.start() for one in words.contacts.matches(bare) if one.end() == len(bare)]
        if not last and bare == name:
            break
        name = bare[: min(last, default=len(bare))].strip(EDGES)
    return name if 0 < len(name) <= MOST_SIGNS and WIDE.search(name) else ""

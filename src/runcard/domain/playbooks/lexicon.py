"""Phrases and what they mean, found in a text by its words.

Most texts hold none of a lexicon's phrases. So the words of a text are looked up once for all
lexicons, and each then takes those of its phrases that were found there.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple

from runcard.domain.playbooks.chinese_scripts import in_both_scripts
from runcard.domain.playbooks.remembered import MOST_LINES, remembered
from runcard.domain.playbooks.telltales import WIDE_TEXT, Openings, Said, bounds
from runcard.domain.playbooks.words import WIDE, WORD, folded, without_emoji

Words = Mapping[str, Sequence[str]]
NO_CONCEPT: frozenset[str] = frozenset()


class Mention(NamedTuple):
    """A phrase that stands in a text, and where; it is asked as a match of `re` is."""

    phrase: str
    at: int

    def group(self) -> str:
        """The phrase."""
        return self.phrase

    def start(self) -> int:
        """The place of its first character."""
        return self.at

    def end(self) -> int:
        """The place behind its last."""
        return self.at + len(self.phrase)


class AnyOf:
    """One pattern for some phrases, compiled when a text first asks for it: most are never asked,
    and to compile them all takes half a second."""

    def __init__(self, phrases: Iterable[str]) -> None:
        self.phrases = tuple(phrases)

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """The longest phrase first."""
        return re.compile("|".join(_groups(self.phrases)))

    def first_in(self, low: str, start: int) -> Mention | None:
        """The first of them in a folded text, from a place on."""
        found = self.pattern.search(low, start) if self.phrases else None
        return None if found is None else Mention(found.group(), found.start())


NOTHING = AnyOf(())


@dataclass(frozen=True, slots=True, eq=False)
class Lexicon:
    """Concepts with their phrases; the longest phrase found decides. One is like no other.

    `bit` is that of the phrases that begin with a whole word. `anywhere` are the others,
    `compounds` those of them that may stand in a text without wide characters. A text that has none
    of the bits of `tried` holds none of the phrases, one without those of `inside` none of the
    others.
    """

    phrases: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    anywhere: AnyOf = NOTHING
    compounds: AnyOf = NOTHING
    known: Openings = field(default_factory=Openings)
    bit: int = 0
    inside: int = 0
    tried: int = 0
    spoken: dict[str, frozenset[str]] = field(default_factory=dict)
    """The concepts of texts that may hold some."""

    def find(self, text: str) -> str | None:
        """The concept of the longest phrase in the text; the first of two equally long."""
        found = max(self.matches(text), key=_length, default=None)
        return None if found is None else self.phrases[found.group()][0]

    def all(self, text: str) -> frozenset[str]:
        """Every concept the text speaks of."""
        if not self.known.looked_up[text].bits & self.tried:
            return NO_CONCEPT
        found = self.spoken.get(text)
        return self._concepts_of(text) if found is None else found

    def _concepts_of(self, text: str) -> frozenset[str]:
        phrases = self.phrases
        found = frozenset([said for one in self.matches(text) for said in phrases[one.phrase]])
        if len(self.spoken) >= MOST_LINES:
            self.spoken.clear()
        self.spoken[text] = found
        return found

    def matches(self, text: str) -> list[Mention]:
        """Every phrase found, with its place."""
        said = self.known.looked_up[text]
        if not said.bits & self.tried:
            return []
        if said.bits & self.inside:
            elsewhere = self.anywhere if said.bits & WIDE_TEXT else self.compounds
            inside = elsewhere.first_in(said.low, 0)
            if inside is not None:
                return self._mixed(said, elsewhere, inside)
        return self._opened(said) if said.bits & self.bit else []

    def _opened(self, said: Said) -> list[Mention]:
        mentions: list[Mention] = []
        end, own = 0, self.bit
        for phrase, at, bits in said.standing:
            if bits & own and at >= end:
                mentions.append(Mention(phrase, at))
                end = at + len(phrase)
        return mentions

    def _mixed(self, said: Said, elsewhere: AnyOf, inside: Mention | None) -> list[Mention]:
        """In turn what begins with a word and what begins anywhere, which goes first where both
        do; `inside` is the first of the latter. No two overlap."""
        mentions: list[Mention] = []
        end = 0
        for phrase, at, bits in said.standing:
            while inside is not None and inside.at <= at:
                mentions.append(inside)
                end = inside.end()
                inside = elsewhere.first_in(said.low, end)
            if bits & self.bit and at >= end:
                mentions.append(Mention(phrase, at))
                end = at + len(phrase)
                if inside is not None and inside.at < end:
                    inside = elsewhere.first_in(said.low, end)
        while inside is not None:
            mentions.append(inside)
            inside = elsewhere.first_in(said.low, inside.end())
        return mentions

    def speaks_of(self, text: str, concept: str) -> bool:
        """Whether one of the concept's phrases stands in the text."""
        return concept in self.all(text)

    def means(self, found: Mention, concepts: Set[str]) -> bool:
        """Whether a phrase that was found has one of some concepts."""
        return not concepts.isdisjoint(self.phrases[found.phrase])

    def exactly(self, text: str) -> str | None:
        """The concept whose phrase is the whole text, a picture in front of it left out."""
        found = self.phrases.get(_bare(text))
        if found is None and not text.isascii():
            found = self.phrases.get(_bare(without_emoji(text)))
        return found[0] if found else None


@remembered
def _bare(text: str) -> str:
    """A folded text without the signs around it: most are asked for by many lists."""
    return folded(text).strip(" .:!\"'")


def _length(found: Mention) -> int:
    return len(found.phrase)


def lexicon(words: Words, known: Openings | None = None) -> Lexicon:
    """Compile the phrases of some concepts; Latin words match whole, others anywhere. `*` stands
    where a word goes on, as compounds do: `*vorlage*`."""
    phrases: dict[str, tuple[str, ...]] = {}
    open_ended: set[str] = set()
    for concept, said in words.items():
        for phrase in folded("\n".join(in_both_scripts(said))).split("\n") if said else ():
            if "*" in phrase:
                open_ended.add(phrase)
            bare = phrase.strip("*")
            phrases[bare] = (*phrases.get(bare, ()), concept)
    plain = phrases.keys() - {phrase.strip("*") for phrase in open_ended}
    return _compiled(phrases, [*plain, *open_ended], known or Openings())


def _compiled(
    phrases: Mapping[str, tuple[str, ...]], said: Sequence[str], known: Openings
) -> Lexicon:
    """Each phrase under the whole word it begins with, or among those that begin anywhere."""
    bit = known.next_bit()
    anywhere: list[str] = []
    for phrase in said:
        word = first_word(phrase)
        if word is None:
            anywhere.append(phrase)
        else:
            known.opened[word].append((phrase, bit))
    compounds = AnyOf(phrase for phrase in anywhere if WIDE.search(phrase) is None)
    inside = known.holding(compounds.phrases) | (WIDE_TEXT if anywhere else 0)
    return Lexicon(phrases, AnyOf(anywhere), compounds, known, bit, inside, bit | inside)


def first_word(phrase: str) -> str | None:
    """The whole word a phrase begins with; None where it may begin or break off inside one."""
    word = phrase.partition(" ")[0]
    is_plain = word.isalnum() and (phrase.isascii() or WIDE.search(phrase) is None)
    return word if is_plain else first_word_beside_signs(phrase)


def first_word_beside_signs(phrase: str) -> str | None:
    """The same of any phrase; most are plain words, of which this need not be asked."""
    before, after = bounds(phrase)
    word = WORD.match(phrase)
    if word is None or not before:
        return None
    is_cut = word.end() == len(phrase.strip("*")) and not after
    return None if is_cut else word.group()


def _groups(phrases: Iterable[str]) -> Iterator[str]:
    """Phrases that are bounded alike stand in one group, so that a search fails early."""
    bounded: dict[tuple[str, str], list[str]] = {}
    for phrase in sorted(phrases, key=lambda phrase: (-len(phrase), phrase)):
        bounded.setdefault(bounds(phrase), []).append(re.escape(phrase.strip("*")))
    for (before, after), group in sorted(bounded.items()):
        yield f"{before}(?:{'|'.join(group)}){after}"

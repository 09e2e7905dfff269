"""Phrases and what they mean, found in a text by its words.

Most texts hold none of a lexicon's phrases. So the words of a text are looked up once for all
lexicons, and each is then tried only where a word stands that gives one of its phrases away.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple

from runcard.domain.playbooks.remembered import MOST_LINES
from runcard.domain.playbooks.telltales import WIDE_TEXT, Openings, Said, bounds
from runcard.domain.playbooks.words import WIDE, WORD, folded

Words = Mapping[str, Sequence[str]]
NO_CONCEPT: frozenset[str] = frozenset()
FEW = 6  # phrases that may as well be tried one by one
AHEAD = 3  # signs behind its first word by which a phrase is looked for


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


class Opened(NamedTuple):
    """A phrase that begins with a word already found, and whether it must end with a whole one."""

    phrase: str
    is_bounded: bool


Opening = Mapping[str, tuple[Opened, ...]]
"""The phrases that begin with one word by the signs that follow it; under "" those that end before
so many signs, or all of a few."""


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

    `openings` are the phrases that begin with a whole word, by that word, `ordered` those of them
    that a text was asked for: most are never met. `anywhere` are the others, `compounds` those of
    them that may stand in a text without wide characters. A text that has none of the bits of
    `tried` holds none of the phrases, one without those of `inside` none of the others.
    """

    phrases: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    openings: Mapping[str, Sequence[str]] = field(default_factory=dict)
    ordered: dict[str, Opening] = field(default_factory=dict)
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
        found = frozenset(
            concept for one in self.matches(text) for concept in self.phrases[one.group()]
        )
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
        end = 0
        for word, at in self.known.begun(said):
            if at >= end and word in self.openings:
                found = self._opened_at(at, word, said.low)
                if found is not None:
                    mentions.append(found)
                    end = at + len(found.phrase)
        return mentions

    def _mixed(self, said: Said, elsewhere: AnyOf, inside: Mention | None) -> list[Mention]:
        """In turn what begins with a word and what begins anywhere, which goes first where both
        do; `inside` is the first of the latter. No two overlap."""
        mentions: list[Mention] = []
        words = [one for one in self.known.begun(said) if one[0] in self.openings]
        end = place = 0
        while inside is not None or place < len(words):
            word, at = words[place] if place < len(words) else ("", len(said.low))
            if inside is not None and inside.at <= at:
                found: Mention | None = inside
            else:
                place += 1
                found = self._opened_at(at, word, said.low) if at >= end else None
            if found is not None:
                mentions.append(found)
                end = found.end()
                inside = elsewhere.first_in(said.low, end)
        return mentions

    def _opened_at(self, at: int, word: str, low: str) -> Mention | None:
        opening, behind = self.ordered.get(word) or self._in_order(word), at + len(word)
        for phrase, is_bounded in opening.get(low[behind : behind + AHEAD], opening[""]):
            if low.startswith(phrase, at) and not (is_bounded and _goes_on(low, at, phrase)):
                return Mention(phrase, at)
        return None

    def _in_order(self, word: str) -> Opening:
        found = self.ordered[word] = _by_what_follows(word, _in_order(word, self.openings[word]))
        return found

    def speaks_of(self, text: str, concept: str) -> bool:
        """Whether one of the concept's phrases stands in the text."""
        return concept in self.all(text)

    def exactly(self, text: str) -> str | None:
        """The concept whose phrase is the whole text."""
        found = self.phrases.get(folded(text).strip(" .:!\"'"))
        return found[0] if found else None


def _goes_on(low: str, at: int, phrase: str) -> bool:
    """Whether the word with which a phrase ends is a longer one here."""
    after = low[at + len(phrase) : at + len(phrase) + 1]
    return after.isalnum() or after == "_"


def _length(found: Mention) -> int:
    return len(found.phrase)


def lexicon(words: Words, known: Openings | None = None) -> Lexicon:
    """Compile the phrases of some concepts; Latin words match whole, others anywhere. `*` stands
    where a word goes on, as compounds do: `*vorlage*`."""
    phrases: dict[str, tuple[str, ...]] = {}
    open_ended: set[str] = set()
    for concept, said in words.items():
        for phrase in said:
            low = folded(phrase)
            open_ended |= {low} if "*" in low else set()
            bare = low.strip("*")
            phrases[bare] = (*phrases.get(bare, ()), str(concept))
    plain = set(phrases) - {phrase.strip("*") for phrase in open_ended}
    return _compiled(phrases, [*plain, *open_ended], known or Openings())


def _compiled(
    phrases: Mapping[str, tuple[str, ...]], said: Sequence[str], known: Openings
) -> Lexicon:
    """Each phrase under the whole word it begins with, or among those that begin anywhere."""
    opened: dict[str, list[str]] = {}
    anywhere: list[str] = []
    for phrase in said:
        word = _first_word(phrase)
        (anywhere if word is None else opened.setdefault(word, [])).append(phrase)
    compounds = AnyOf(phrase for phrase in anywhere if WIDE.search(phrase) is None)
    bit = known.opened_by(opened)
    inside = known.holding(compounds.phrases) | (WIDE_TEXT if anywhere else 0)
    return Lexicon(
        phrases,
        opened,
        {},
        AnyOf(anywhere),
        compounds,
        known,
        bit,
        inside,
        bit | inside,
    )


def _first_word(phrase: str) -> str | None:
    """The whole word a phrase begins with; None where it may begin or break off inside one."""
    if phrase.isascii() and phrase.isalnum():
        return phrase
    before, after = bounds(phrase)
    word = WORD.match(phrase)
    if word is None or not before:
        return None
    is_cut = word.end() == len(phrase.strip("*")) and not after
    return None if is_cut else word.group()


def _in_order(word: str, phrases: Sequence[str]) -> tuple[Opened, ...]:
    """Phrases in the order in which a text is asked for them: those that may break off inside a
    word, then the others; the longest first."""
    if len(phrases) == 1 and phrases[0] == word:
        return (Opened(word, is_bounded=True),)
    bounded = [(bool(bounds(phrase)[1]), -len(phrase), phrase) for phrase in phrases]
    return tuple(Opened(phrase.strip("*"), after) for after, _, phrase in sorted(bounded))


def _by_what_follows(word: str, phrases: tuple[Opened, ...]) -> Opening:
    """Of many that begin with `no`, only those that may stand in a text are tried there."""
    if len(phrases) <= FEW:
        return {"": phrases}
    rests = [(one.phrase[len(word) :][:AHEAD], one) for one in phrases]
    whole = {rest for rest, _ in rests if len(rest) == AHEAD}
    begun = {rest: tuple(one for own, one in rests if rest.startswith(own)) for rest in whole}
    return {**begun, "": tuple(one for own, one in rests if len(own) < AHEAD)}


def _groups(phrases: Iterable[str]) -> Iterator[str]:
    """Phrases that are bounded alike stand in one group, so that a search fails early."""
    bounded: dict[tuple[str, str], list[str]] = {}
    for phrase in sorted(phrases, key=lambda phrase: (-len(phrase), phrase)):
        bounded.setdefault(bounds(phrase), []).append(re.escape(phrase.strip("*")))
    for (before, after), group in sorted(bounded.items()):
        yield f"{before}(?:{'|'.join(group)}){after}"

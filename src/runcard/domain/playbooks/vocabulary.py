"""The words by which teams name things, as nouns; the words themselves are data."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import chain

from runcard.domain.playbooks.findings import Kinds
from runcard.domain.playbooks.words import folded, without_emoji

Words = Mapping[str, Sequence[str]]
WIDE = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
COLON = re.compile(r"[:：]\s*(?=\S)")
NUMBERED = re.compile(r"(?<!\w)([^\W\d_]{1,16})[\s-]?\d(?!\d)")
FEW_WORDS = 3
LONGEST_TITLE = 12
NEVER = re.compile(r"(?!)")
WHOLE_UNITS = ("half_hour", "quarter_hour", "half_year")


@dataclass(frozen=True, slots=True, eq=False)
class Lexicon:
    """Concepts with their phrases; the longest phrase found decides. One is like no other."""

    phrases: Mapping[str, tuple[str, ...]]
    pattern: re.Pattern[str]

    def find(self, text: str) -> str | None:
        """The concept of the longest phrase in the text; the first of two equally long."""
        found = max(self.pattern.finditer(folded(text)), key=_length, default=None)
        return None if found is None else self.phrases[found.group()][0]

    def all(self, text: str) -> frozenset[str]:
        """Every concept the text speaks of."""
        return _concepts(self, text)

    def matches(self, text: str) -> list[re.Match[str]]:
        """Every phrase found, with its place."""
        return list(self.pattern.finditer(folded(text)))

    def speaks_of(self, text: str, concept: str) -> bool:
        """Whether one of the concept's phrases stands in the text."""
        return concept in self.all(text)

    def exactly(self, text: str) -> str | None:
        """The concept whose phrase is the whole text."""
        return next(iter(self.phrases.get(folded(text).strip(" .:!\"'"), ())), None)


@lru_cache(maxsize=16384)
def _about(words: "Vocabulary", title: str) -> frozenset[str]:
    bare = without_emoji(title)
    found = [words.headings_alone.exactly(bare)]
    if (colon := COLON.search(bare)) is not None:
        found.append(words.headings_alone.exactly(bare[: colon.start()]))
    first, *more = bare.split()[:LONGEST_TITLE] or [""]
    is_short = 0 < len(more) < FEW_WORDS and not words.meanings.all(" ".join(more))
    if is_short or _names_levels(words, " ".join(more)):
        found.append(words.headings_first.exactly(first))
    return words.headings.all(title) | {concept for concept in found if concept is not None}


def _names_levels(words: "Vocabulary", rest: str) -> bool:
    """`After a Priority 1 or 2`, `Nach einem SEV1`."""
    stems = (found.group(1) for found in NUMBERED.finditer(folded(rest)))
    return any(stem in words.level_words.phrases for stem in stems)


@lru_cache(maxsize=16384)
def _concepts(known: Lexicon, text: str) -> frozenset[str]:
    found = (known.phrases[match.group()] for match in known.matches(text))
    return frozenset(chain.from_iterable(found))


def _length(found: re.Match[str]) -> int:
    return found.end() - found.start()


def lexicon(words: Words) -> Lexicon:
    """Compile the phrases of some concepts; Latin words match whole, others anywhere. `*` stands
    where a word goes on, as compounds do: `*vorlage*`."""
    phrases: dict[str, tuple[str, ...]] = {}
    open_ended: set[str] = set()
    for concept, said in words.items():
        for phrase in said:
            known = folded(phrase)
            open_ended |= {known} if "*" in known else set()
            bare = known.strip("*")
            phrases[bare] = (*phrases.get(bare, ()), str(concept))
    if not phrases:
        return Lexicon({}, NEVER)
    plain = set(phrases) - {phrase.strip("*") for phrase in open_ended}
    return Lexicon(phrases, re.compile("|".join(_groups([*plain, *open_ended]))))


def _groups(phrases: Iterable[str]) -> Iterator[str]:
    """Phrases that are bounded alike stand in one group, so that a search fails early."""
    bounded: dict[tuple[str, str], list[str]] = {}
    for phrase in sorted(phrases, key=lambda phrase: (-len(phrase), phrase)):
        bounded.setdefault(_bounds(phrase), []).append(re.escape(phrase.strip("*")))
    for (before, after), group in sorted(bounded.items()):
        yield f"{before}(?:{'|'.join(group)}){after}"


def _bounds(phrase: str) -> tuple[str, str]:
    """Where a word must begin and end; nothing where signs or wide characters stand."""
    wide = WIDE.search(phrase) is not None
    before = r"(?<!\w)" if not wide and phrase[:1].isalnum() else ""
    after = r"(?!\w)" if not wide and phrase[-1:].isalnum() else ""
    return before, after


def _nothing() -> Lexicon:
    return Lexicon({}, NEVER)


@dataclass(frozen=True, slots=True, eq=False)
class Vocabulary:
    """Every list of words the compiler knows; each field is one table of `vocabulary.toml`."""

    headings: Lexicon = field(default_factory=_nothing)
    headings_alone: Lexicon = field(default_factory=_nothing)
    headings_first: Lexicon = field(default_factory=_nothing)
    labels: Lexicon = field(default_factory=_nothing)
    columns: Lexicon = field(default_factory=_nothing)
    level_words: Lexicon = field(default_factory=_nothing)
    level_names: Lexicon = field(default_factory=_nothing)
    time_words: Lexicon = field(default_factory=_nothing)
    time_now: Lexicon = field(default_factory=_nothing)
    """The words for `at once`, which are [time_words] too."""
    between: Lexicon = field(default_factory=_nothing)
    units: Lexicon = field(default_factory=_nothing)
    whole_units: Lexicon = field(default_factory=_nothing)
    """Units that hold a word for a number, such as `half hour`; they are [units] too."""
    fractions: Lexicon = field(default_factory=_nothing)
    numbers: Lexicon = field(default_factory=_nothing)
    periods: Lexicon = field(default_factory=_nothing)
    calendar: Lexicon = field(default_factory=_nothing)
    talk: Lexicon = field(default_factory=_nothing)
    review: Lexicon = field(default_factory=_nothing)
    fields: Lexicon = field(default_factory=_nothing)
    moments: Lexicon = field(default_factory=_nothing)
    audiences: Lexicon = field(default_factory=_nothing)
    contacts: Lexicon = field(default_factory=_nothing)
    rungs: Lexicon = field(default_factory=_nothing)
    unfilled: Lexicon = field(default_factory=_nothing)
    meta: Lexicon = field(default_factory=_nothing)
    process: Lexicon = field(default_factory=_nothing)
    meanings: Lexicon = field(default_factory=_nothing)
    parts: Lexicon = field(default_factory=_nothing)
    objectives: Lexicon = field(default_factory=_nothing)
    shell: Lexicon = field(default_factory=_nothing)
    signs: Lexicon = field(default_factory=_nothing)
    labels_alone: Lexicon = field(default_factory=_nothing)
    """Labels that mean a matter only where they are the whole label."""
    means: Lexicon = field(default_factory=_nothing)
    acts: Lexicon = field(default_factory=_nothing)
    stand_ins: Lexicon = field(default_factory=_nothing)
    looks: Lexicon = field(default_factory=_nothing)
    war_room: Lexicon = field(default_factory=_nothing)
    languages: Lexicon = field(default_factory=_nothing)
    lint: Mapping[str, Lexicon] = field(default_factory=dict)
    """The words of the linter, by table of `lint.toml`."""
    kinds: Kinds = field(default_factory=dict)
    """The kinds of findings by code; without them nothing is found."""

    def about(self, title: str) -> frozenset[str]:
        """What a heading speaks of: by any word in it, or by a word that is all of it."""
        return _about(self, title)


def vocabulary_from(
    tables: Mapping[str, Words], lint: Mapping[str, Words] | None = None, kinds: Kinds | None = None
) -> Vocabulary:
    """The nouns of a vocabulary read from TOML; a table it does not know is left alone."""
    now = {"now": tables.get("time_words", {}).get("now", ())}
    units = tables.get("units", {})
    whole = {name: units[name] for name in WHOLE_UNITS if name in units}
    known = {name: lexicon(tables[name]) for name in _names() if name in tables}
    of_lint = {name: lexicon(said) for name, said in (lint or {}).items()}
    known |= {"time_now": lexicon(now), "whole_units": lexicon(whole)}
    return Vocabulary(**known, lint=of_lint, kinds=dict(kinds or {}))


def _names() -> tuple[str, ...]:
    apart = {"lint", "kinds"}
    return tuple(name for name in Vocabulary.__dataclass_fields__ if name not in apart)

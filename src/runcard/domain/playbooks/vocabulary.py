"""The words by which teams name things, as nouns; the words themselves are data."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from runcard.domain.playbooks.findings import Kinds
from runcard.domain.playbooks.lexicon import Lexicon, Words, lexicon
from runcard.domain.playbooks.remembered import remembered
from runcard.domain.playbooks.telltales import Openings
from runcard.domain.playbooks.words import folded, without_emoji

FIGURE = re.compile(r"\d")
COLON = re.compile(r"[:：]\s*(?=\S)")
NUMBERED = re.compile(r"(?<!\w)([^\W\d_]{1,16})[\s-]?\d(?!\d)")
# `E. Procedure`: a chapter that has a letter for its number.
LETTERED = re.compile(r"^[A-Z][.)]\s+(?=\S)")
# `Step 3: Notify`, `Paso 3 – Avisar`.
COUNTED = re.compile(r"^[^\W\d_]{2,10}\s?\d{1,2}\s?[:：.–—-]\s*(?=\S)")
OF_A_STEP = {"communication"}
LONGEST_TITLE = 12
FEW_WORDS = 3
SENT_BEFORE = {"initial", "update"}
WHOLE_UNITS = ("half_hour", "quarter_hour", "half_day", "fortnight", "half_year")


@remembered
def _about(words: "Vocabulary", title: str) -> frozenset[str]:
    bare = LETTERED.sub("", without_emoji(title))
    found = [words.headings_alone.exactly(bare)]
    if (colon := COLON.search(bare)) is not None:
        found.append(words.headings_alone.exactly(bare[: colon.start()]))
    if (counted := COUNTED.match(bare)) is not None:
        step = words.headings_alone.exactly(bare[counted.end() :])
        found.append(step if step in OF_A_STEP else None)
    first, *more = bare.split()[:LONGEST_TITLE] or [""]
    leads = words.headings_first.exactly(first)
    if leads is not None and _is_led(words, more):
        found.append(leads)
    said = words.headings.all(_with_keys(words, title))
    if "oncall" in said and _is_of_other_hours(words, bare):
        said -= {"oncall"}
    return said | {concept for concept in found if concept is not None}


def _is_led(words: "Vocabulary", behind: Sequence[str]) -> bool:
    """Whether the first word says what a title is about: few follow, or one that names a level."""
    rest = " ".join(behind)
    is_short = 0 < len(behind) < FEW_WORDS and not words.meanings.all(rest)
    is_sent = words.moments.find(rest) in SENT_BEFORE  # `Post first update` sends it.
    return (is_short and not is_sent) or _names_levels(words, rest)


def _with_keys(words: "Vocabulary", title: str) -> str:
    """Every level that is written out as its key: most titles have no figure."""
    if FIGURE.search(title) is None:
        return title
    return NUMBERED.sub(lambda one: _as_key(words, one), title)


def _as_key(words: "Vocabulary", found: re.Match[str]) -> str:
    """`Priority 1: Mill stands still` is about the mill, as `P1: Mill stands still` is."""
    is_level = "sure" in words.level_words.phrases.get(folded(found.group(1)), ())
    return f"P{found.group()[-1]}" if is_level else found.group()


def _is_of_other_hours(words: "Vocabulary", title: str) -> bool:
    """`Schedule database broken`: a word that may be about anything, among several others."""
    said = [one for one in words.headings.matches(title) if _is_duty(words, one.group())]
    are_loose = all("loose" in words.duty.phrases.get(one.group(), ()) for one in said)
    return are_loose and len(title.split()) >= FEW_WORDS


def _is_duty(words: "Vocabulary", phrase: str) -> bool:
    return "oncall" in words.headings.phrases[phrase]


def _names_levels(words: "Vocabulary", rest: str) -> bool:
    """`After a Priority 1 or 2`, `Nach einem SEV1`."""
    stems = (found.group(1) for found in NUMBERED.finditer(folded(rest)))
    return any(stem in words.level_words.phrases for stem in stems)


@dataclass(frozen=True, slots=True, eq=False)
class Vocabulary:
    """Every list of words the compiler knows; each field is one table of `vocabulary.toml`."""

    headings: Lexicon = field(default_factory=Lexicon)
    headings_alone: Lexicon = field(default_factory=Lexicon)
    headings_first: Lexicon = field(default_factory=Lexicon)
    labels: Lexicon = field(default_factory=Lexicon)
    columns: Lexicon = field(default_factory=Lexicon)
    level_words: Lexicon = field(default_factory=Lexicon)
    level_names: Lexicon = field(default_factory=Lexicon)
    time_words: Lexicon = field(default_factory=Lexicon)
    time_now: Lexicon = field(default_factory=Lexicon)
    """The words for `at once`, which are [time_words] too."""
    time_alone: Lexicon = field(default_factory=Lexicon)
    """Words that are a time only where they are all that is said."""
    between: Lexicon = field(default_factory=Lexicon)
    units: Lexicon = field(default_factory=Lexicon)
    whole_units: Lexicon = field(default_factory=Lexicon)
    """Units that hold a word for a number, such as `half hour`; they are [units] too."""
    fractions: Lexicon = field(default_factory=Lexicon)
    numbers: Lexicon = field(default_factory=Lexicon)
    periods: Lexicon = field(default_factory=Lexicon)
    calendar: Lexicon = field(default_factory=Lexicon)
    talk: Lexicon = field(default_factory=Lexicon)
    review: Lexicon = field(default_factory=Lexicon)
    fields: Lexicon = field(default_factory=Lexicon)
    moments: Lexicon = field(default_factory=Lexicon)
    moments_alone: Lexicon = field(default_factory=Lexicon)
    letters: Lexicon = field(default_factory=Lexicon)
    told: Lexicon = field(default_factory=Lexicon)
    audiences: Lexicon = field(default_factory=Lexicon)
    contacts: Lexicon = field(default_factory=Lexicon)
    rungs: Lexicon = field(default_factory=Lexicon)
    particles: Lexicon = field(default_factory=Lexicon)
    unfilled: Lexicon = field(default_factory=Lexicon)
    meta: Lexicon = field(default_factory=Lexicon)
    process: Lexicon = field(default_factory=Lexicon)
    meanings: Lexicon = field(default_factory=Lexicon)
    parts: Lexicon = field(default_factory=Lexicon)
    parts_alone: Lexicon = field(default_factory=Lexicon)
    """Signs that name a part only where they are the whole label."""
    objectives: Lexicon = field(default_factory=Lexicon)
    shell: Lexicon = field(default_factory=Lexicon)
    signs: Lexicon = field(default_factory=Lexicon)
    labels_alone: Lexicon = field(default_factory=Lexicon)
    """Labels that mean a matter only where they are the whole label."""
    above_times: Lexicon = field(default_factory=Lexicon)
    """Words that name a promise only where times stand below or behind them."""
    means: Lexicon = field(default_factory=Lexicon)
    rates: Lexicon = field(default_factory=Lexicon)
    acts: Lexicon = field(default_factory=Lexicon)
    stand_ins: Lexicon = field(default_factory=Lexicon)
    looks: Lexicon = field(default_factory=Lexicon)
    checks: Lexicon = field(default_factory=Lexicon)
    works: Lexicon = field(default_factory=Lexicon)
    war_room: Lexicon = field(default_factory=Lexicon)
    languages: Lexicon = field(default_factory=Lexicon)
    people: Lexicon = field(default_factory=Lexicon)
    duty: Lexicon = field(default_factory=Lexicon)
    orders: Lexicon = field(default_factory=Lexicon)
    lasting: Lexicon = field(default_factory=Lexicon)
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
    openings = Openings()
    known = {name: lexicon(tables[name], openings) for name in _names() if name in tables}
    of_lint = {name: lexicon(said, openings) for name, said in (lint or {}).items()}
    known |= {"time_now": lexicon(now, openings), "whole_units": lexicon(whole, openings)}
    return Vocabulary(**known, lint=of_lint, kinds=dict(kinds or {}))


def _names() -> tuple[str, ...]:
    apart = {"lint", "kinds"}
    return tuple(name for name in Vocabulary.__dataclass_fields__ if name not in apart)

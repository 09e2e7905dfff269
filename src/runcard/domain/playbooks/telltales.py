"""What a text says of itself before any lexicon is asked: the phrases that stand in it.

Most phrases begin with a whole word. So each word of a text is asked once which phrases of all
lexicons begin with it, and those that stand there are kept with the bits of the lexicons that have
them. The few that begin anywhere are given away by their longest word.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import reduce
from operator import or_
from typing import NamedTuple

from runcard.domain.playbooks.remembered import MOST_LINES
from runcard.domain.playbooks.words import WIDE, WORD, folded

# Two bits beside those of the lexicons: every text has the first, one of wide signs the second.
ANY_TEXT, WIDE_TEXT = 1, 2
AHEAD = 3  # signs behind its first word by which a phrase is looked for
MOST_WAYS_ON = 8192  # of a text behind one word that are kept


class Telltale(NamedTuple):
    """The longest word of a phrase, and whether a text has it whole or inside a longer one."""

    word: str
    is_whole: bool


def telltale(phrase: str) -> Telltale:
    """What gives a folded phrase away; no word does where it is made of signs."""
    before, after = bounds(phrase)
    bare = phrase.strip("*")
    words = WORD.findall(bare) or [""]
    cut = {0} if not before and bare.startswith(words[0]) else set()
    cut |= {len(words) - 1} if not after and bare.endswith(words[-1]) else set()
    whole = [word for at, word in enumerate(words) if at not in cut]
    return Telltale(max(whole or words, key=len), is_whole=bool(whole))


def bounds(phrase: str) -> tuple[str, str]:
    """Where a word must begin and end; nothing where signs or wide characters stand."""
    if not phrase.isascii() and WIDE.search(phrase) is not None:
        return "", ""
    before = r"(?<!\w)" if phrase[:1].isalnum() else ""
    after = r"(?!\w)" if phrase[-1:].isalnum() else ""
    return before, after


Opened = tuple[str, bool, int]
"""A phrase that begins with a word already found, whether it must end with a whole one, and the
bits of the lexicons that have it."""


Standing = tuple[str, int, int]
"""A phrase that stands in a text, its place, and the bits of the lexicons that have it."""


class Opening(dict[str, Sequence[Opened]]):
    """The phrases that begin with one word, by the signs that follow it in a text: of many that
    begin with `no`, only those that may stand in a text are tried there. They are put in order
    when a text first goes on so."""

    def __init__(self, word: str, phrases: Iterable[tuple[str, int]]) -> None:
        super().__init__()
        self.word = word
        self.owners: dict[str, int] = {}
        """The bits of the lexicons that have each phrase."""
        self.short: list[tuple[str, str]] = []
        """Those that end before so many signs, behind what follows the word."""
        self.longer: dict[str, list[str]] = defaultdict(list)
        ahead = slice(len(word), len(word) + AHEAD)
        for phrase, bit in phrases:
            is_new = phrase not in self.owners
            self.owners[phrase] = self.owners.get(phrase, 0) | bit
            signs = phrase.strip("*")[ahead]
            if is_new and len(signs) == AHEAD:
                self.longer[signs].append(phrase)
            elif is_new:
                self.short.append((signs, phrase))

    def __missing__(self, signs: str) -> Sequence[Opened]:
        """Signs that are new behind this word."""
        if len(self) >= MOST_WAYS_ON:
            self.clear()
        phrases = [phrase for rest, phrase in self.short if signs.startswith(rest)]
        phrases.extend(self.longer.get(signs, ()))
        if len(phrases) > 1:
            phrases.sort(key=_cut_and_longest_first)
        tried = self[signs] = [
            (one.strip("*"), one != self.word and one[-1].isalnum(), self.owners[one])
            for one in phrases
        ]
        return tried


def _cut_and_longest_first(phrase: str) -> tuple[bool, int, str]:
    """The order in which a text is asked for phrases: those that may break off inside a word, then
    the others; the longest first."""
    return phrase[-1].isalnum(), -len(phrase), phrase


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of a word: of which lexicons it gives phrases away that begin anywhere, and
    the phrases that begin with it."""

    bits: int
    opening: Opening


NO_OPENING = Opening("", ())
UNKNOWN = Known(0, NO_OPENING)


def _goes_on(low: str, at: int, phrase: str) -> bool:
    """Whether the word with which a phrase ends is a longer one here."""
    end = at + len(phrase)
    after = low[end : end + 1]
    return after.isalnum() or after == "_"


@dataclass(eq=False, slots=True)
class Said:
    """A text as lexicons look at it: folded, with the phrases of all lexicons that begin with a
    whole word, and the bits of all lexicons of which one stands there or is given away."""

    low: str
    bits: int
    standing: Sequence[Standing]


class LookedUp(dict[str, Said]):
    """Texts that were asked for; all are forgotten when they are too many, which costs less than
    to know at every look which was asked for last."""

    def __init__(self, known: "Openings") -> None:
        super().__init__()
        self.known = known

    def __missing__(self, text: str) -> Said:
        """A text that is new here."""
        if len(self) >= MOST_LINES:
            self.clear()
        low = folded(text)
        is_wide = not low.isascii() and WIDE.search(low) is not None
        bits = ANY_TEXT | WIDE_TEXT if is_wide else ANY_TEXT
        standing: list[Standing] = []
        told = self.known.told
        for found in WORD.finditer(low):
            word = told[found[0]]
            if word is UNKNOWN:
                continue
            bits |= word.bits
            at, behind = found.span()
            for phrase, is_bounded, own in word.opening[low[behind : behind + AHEAD]]:
                if low.startswith(phrase, at) and not (is_bounded and _goes_on(low, at, phrase)):
                    standing.append((phrase, at, own))
                    bits |= own
        said = self[text] = Said(low, bits, standing)
        return said


class Told(dict[str, Known]):
    """What is known of every word that was met."""

    def __init__(self, known: "Openings") -> None:
        super().__init__()
        self.known = known

    def __missing__(self, word: str) -> Known:
        """A word that is new here."""
        if len(self) >= MOST_LINES:
            self.clear()
        told = self[word] = self.known.knows(word)
        return told


class Openings:
    """The phrases of some lexicons: by the word with which they begin, or what gives them away."""

    def __init__(self) -> None:
        self.opened: dict[str, list[tuple[str, int]]] = defaultdict(list)
        """Phrases by their first word, each with the bit of a lexicon that has it."""
        self.whole: dict[str, int] = {}
        self.inside: dict[str, int] = {}
        self.any_inside: re.Pattern[str] | None = None
        self.bits = 0
        self.told = Told(self)
        self.looked_up = LookedUp(self)

    def next_bit(self) -> int:
        """One for the phrases of one more lexicon."""
        self.told.clear()
        self.looked_up.clear()
        self.any_inside = None
        self.bits += 1
        return WIDE_TEXT << self.bits

    def holding(self, phrases: Iterable[str]) -> int:
        """Take in phrases that begin anywhere, which have a bit of their own."""
        bit = self.next_bit()
        tried = 0
        for one in map(telltale, phrases):
            tried |= bit if one.word else ANY_TEXT
            if one.word:
                gates = self.whole if one.is_whole else self.inside
                gates[one.word] = gates.get(one.word, 0) | bit
        return tried

    def knows(self, word: str) -> Known:
        """What is known of a folded word."""
        bits, phrases = self._bits_of(word), self.opened.get(word)
        if phrases is None:
            return Known(bits, NO_OPENING) if bits else UNKNOWN
        return Known(bits, Opening(word, phrases))

    def _bits_of(self, word: str) -> int:
        bits = self.whole.get(word, 0)
        if self.any_inside is None:
            self.any_inside = re.compile("|".join(map(re.escape, self.inside)) or "(?!)")
        if self.any_inside.search(word) is None:
            return bits
        return reduce(or_, (own for part, own in self.inside.items() if part in word), bits)

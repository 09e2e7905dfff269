"""What a text says of itself before any phrase is looked for: the words that give phrases away.

A phrase stands only where its longest word stands. So each word of a text is asked once which
lexicons have a phrase that it gives away; a text in which none gives a lexicon's phrases away
holds none of them.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import reduce
from operator import or_
from typing import NamedTuple

from runcard.domain.playbooks.remembered import MOST_LINES
from runcard.domain.playbooks.words import WIDE, WORD, folded

# Two bits beside those of the lexicons: every text has the first, one of wide signs the second.
ANY_TEXT, WIDE_TEXT = 1, 2


class Telltale(NamedTuple):
    """The longest word of a phrase, and whether a text has it whole or inside a longer one."""

    word: str
    is_whole: bool


def telltale(phrase: str) -> Telltale:
    """What gives a folded phrase away; no word does where it is made of signs."""
    if phrase.isascii() and phrase.isalnum():
        return Telltale(phrase, is_whole=True)
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


@dataclass(eq=False, slots=True)
class Said:
    """A text as lexicons look at it: folded, with the bits of all lexicons of whose phrases one is
    given away; the words with which phrases begin only when somebody asked for them."""

    low: str
    bits: int
    begun: Sequence[tuple[str, int]] | None = None


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
        told = map(self.known.told.__getitem__, WORD.findall(low))
        said = self[text] = Said(low, reduce(or_, told, bits))
        return said


class Told(dict[str, int]):
    """Which lexicons have a phrase that a word gives away, for every word that was met."""

    def __init__(self, known: "Openings") -> None:
        super().__init__()
        self.known = known

    def __missing__(self, word: str) -> int:
        """A word that is new here."""
        if len(self) >= MOST_LINES:
            self.clear()
        bits = self[word] = self.known.bits_of(word)
        return bits


class Openings:
    """Which lexicons have a phrase that a word gives away, or that begins with it."""

    def __init__(self) -> None:
        self.words: dict[str, str] = {}
        """Those with which phrases begin."""
        self.whole: dict[str, int] = {}
        self.inside: dict[str, int] = {}
        self.any_inside: re.Pattern[str] | None = None
        self.bits = 0
        self.told = Told(self)
        self.looked_up = LookedUp(self)

    def opened_by(self, opened: Mapping[str, Sequence[str]]) -> int:
        """Take in phrases of one more lexicon by the words with which they begin; its bit."""
        bit = self._next_bit()
        for word, phrases in opened.items():
            self.words[word] = word
            for phrase in phrases:
                told = word if phrase == word else telltale(phrase).word
                self.whole[told] = self.whole.get(told, 0) | bit
        return bit

    def holding(self, phrases: Iterable[str]) -> int:
        """Take in phrases that begin anywhere, which have a bit of their own."""
        bit = self._next_bit()
        tried = 0
        for one in map(telltale, phrases):
            tried |= bit if one.word else ANY_TEXT
            if one.word:
                gates = self.whole if one.is_whole else self.inside
                gates[one.word] = gates.get(one.word, 0) | bit
        return tried

    def _next_bit(self) -> int:
        self.told.clear()
        self.looked_up.clear()
        self.any_inside = None
        self.bits += 1
        return WIDE_TEXT << self.bits

    def bits_of(self, word: str) -> int:
        """The lexicons of which a folded word gives phrases away."""
        bits = self.whole.get(word, 0)
        if self.any_inside is None:
            self.any_inside = re.compile("|".join(map(re.escape, self.inside)) or "(?!)")
        if self.any_inside.search(word) is None:
            return bits
        return reduce(or_, (own for part, own in self.inside.items() if part in word), bits)

    def begun(self, said: Said) -> Sequence[tuple[str, int]]:
        """The words of a text with which phrases begin, each with its place."""
        if said.begun is None:
            known = self.words
            said.begun = [
                (known[word], found.start())
                for found in WORD.finditer(said.low)
                if (word := found.group()) in known
            ]
        return said.begun

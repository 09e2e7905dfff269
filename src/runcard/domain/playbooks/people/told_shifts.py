"""Hours of duty told in sentences: `The mate has 06:00 to 18:00 and the bosun 18:00 to 06:00.`"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from runcard.domain.playbooks.model import Text
from runcard.domain.playbooks.particles import is_particle
from runcard.domain.playbooks.people.duty_zones import has_clock
from runcard.domain.playbooks.vocabulary import Vocabulary
from runcard.domain.playbooks.words import WIDE

COMMA = re.compile(r"[,;]\s+|[，；、]")
TIME = re.compile(r"\d[\d:.h]*|[A-Z]{2,4}\b")
WORD = re.compile(r"[^\W\d_]{2,}")
NEAR, NEARER, NEAR_WIDE = 6, 4, 10
FEWEST, FEWEST_WIDE = 2, 4
REST = {"part_of_week", "otherwise"}


def shifts_in(
    said: Sequence[Text], is_told: Callable[[Text], bool], words: Vocabulary
) -> Iterator[Text]:
    """The sentences that tell hours, each shift of theirs by itself; behind one, also what is on
    `Otherwise` or `On holidays`."""
    is_behind = False
    for one in said:
        is_kept = is_told(one) or (is_behind and _begins_when(one.text, words))
        if is_kept:
            yield from (replace(one, text=part) for part in _parts(one.text, words))
        is_behind = is_kept


def _parts(said: str, words: Vocabulary) -> Iterator[str]:
    """Apart where the next words tell another time, and those before tell a time and somebody."""
    start = 0
    for begin, end in sorted(_cuts(said, words)):
        left, right = said[start:begin], said[end:]
        is_open = left.count("(") != left.count(")") or left.count("（") != left.count("）")
        if begin < start or is_open or not has_clock(left) or not _names_somebody(left):
            continue
        is_apart = not said[begin:end].strip()[:1].isalpha()
        if _tells_when(right, words) or (is_apart and _begins_when(right, words)):
            yield left.strip()
            start = end
    yield said[start:].strip()


def _cuts(said: str, words: Vocabulary) -> Iterator[tuple[int, int]]:
    yield from ((one.start(), one.end()) for one in COMMA.finditer(said))
    for one in words.particles.matches(said):
        if is_particle(one, "and", words):
            yield one.start(), one.end()


def _front(said: str, most: int) -> str:
    bare = said.strip()
    return bare[:NEAR_WIDE] if WIDE.search(bare) else " ".join(bare.split()[:most])


def _tells_when(said: str, words: Vocabulary) -> bool:
    """A clock near the front; `der Wechsel ist um 7 Uhr` is no shift."""
    front = _front(said, NEAR)
    return has_clock(front) and not words.duty.speaks_of(front, "turn")


def _begins_when(said: str, words: Vocabulary) -> bool:
    """`On public holidays`, `En dehors de ces horaires`, `土日祝は`."""
    return bool(words.duty.all(_front(said, NEARER)) & REST)


def _names_somebody(said: str) -> bool:
    """More words than the time and what leads to it."""
    rest = TIME.sub(" ", said)
    signs = len(WIDE.findall(rest))
    return signs >= FEWEST_WIDE if signs else len(WORD.findall(rest)) > FEWEST

"""The pieces of a sentence that commas, semicolons and `and` keep apart."""

import re
from itertools import pairwise

from runcard.domain.playbooks.times.grammar import spans_in
from runcard.domain.playbooks.vocabulary import Vocabulary

PARTS = re.compile(
    r"\s*[;；、，,]\s*|\s+/\s+|\s*[(（](?:and|und|et|y|e)\s+"
    r"|\s+(?:and|und|et|y|e|en|i|then|dann|puis|luego|depois|poi)\s+"
)


def timed_pieces(text: str, words: Vocabulary) -> list[str]:
    """`every 20 min by phone, by hand, hourly to customers` are two: what tells no time belongs to
    the piece before it, as `interne` does of `en interne`, where `en` joins nothing."""
    cuts = [(0, 0), *(found.span() for found in PARTS.finditer(text)), (len(text), len(text))]
    pieces: list[tuple[int, int]] = []
    for (_, start), (end, _) in pairwise(cuts):
        is_timed = bool(spans_in(text[start:end], words))
        first = start if is_timed or not pieces else pieces.pop()[0]
        pieces.append((first, end))
    return [text[start:end] for start, end in pieces]

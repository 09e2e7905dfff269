"""Whether a column of a table of levels tells in which case each holds, though no head says so."""

import re
from collections.abc import Sequence

from runcard.domain.playbooks.times.grammar import spans_in
from runcard.domain.playbooks.vocabulary import Vocabulary

QUESTIONS = ("?", "？")
FIRST_WORD = re.compile(r"[^\W\d_]+")


def asks_what(head: str, cells: Sequence[str], words: Vocabulary) -> bool:
    """`What are we talking about?`; `Do we wake anybody?` above `yes, at any hour` is a duty, and
    `Who is told?` names people."""
    firsts = [FIRST_WORD.match(cell) for cell in cells]
    answers = {words.talk.exactly(one.group()) for one in firsts if one is not None}
    is_of_people = words.people.speaks_of(head, "asks")
    return head.strip().endswith(QUESTIONS) and not is_of_people and not {"yes"} & answers


def are_waits(cells: Sequence[str], words: Vocabulary) -> bool:
    """`after 30 minutes`, `not mended in 2 hours`: a time that opens a cell, or one in most of
    them; `prices more than an hour late` among other sentences is part of what a level means."""
    timed = [spans for cell in cells if (spans := spans_in(cell, words))]
    return any(spans[0].start == 0 for spans in timed) or 2 * len(timed) > len(cells)

"""Reviews in a drawing or a time line: by when each is due."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from runcard.domain.playbooks.levels.mentions import keys_in
from runcard.domain.playbooks.model import Severity
from runcard.domain.playbooks.page.blocks import Fence, label_of
from runcard.domain.playbooks.reviews.asked_in_passing import is_promised
from runcard.domain.playbooks.reviews.bindings import Remark
from runcard.domain.playbooks.times.grammar import read_time, spans_in
from runcard.domain.playbooks.vocabulary import Vocabulary
from runcard.domain.playbooks.words import plain

DRAWN = " -*+>|│├└─□☐☑✓▸•"
# Words of one column: between them one blank at most, and no stroke of the drawing.
COLUMN = re.compile(r"[^\s│┃║|─━═┌┐└┘├┤▼↓]+(?: [^\s│┃║|─━═┌┐└┘├┤▼↓]+)*")
FEWEST_COLUMNS = 2


def drawn_reviews(
    fence: Fence, severities: Sequence[Severity], words: Vocabulary
) -> Iterator[Remark]:
    """`P1 → post-mortem within 4 days`, `T+24h: first post-mortem`; or the review, and below it in
    its column by when it is due."""
    for line, raw in enumerate(fence.lines, fence.line + 1):
        text = plain(raw.strip(DRAWN))
        if words.review.speaks_of(text, "strong") and spans_in(text, words):
            label = label_of(text)
            keys = keys_in(text, severities, words)
            is_timed = label is not None and read_time(label.name, line, words) is not None
            if keys or is_timed or is_promised(text, words):
                yield Remark(text, line, keys, False, is_surely=True)
    yield from _in_columns(fence, words)


def _in_columns(fence: Fence, words: Vocabulary) -> Iterator[Remark]:
    """`Fixed     Post-mortem` above `in 1 h    within 4 days`."""
    for line, (above, below) in enumerate(pairwise(fence.lines), fence.line + 2):
        heads, values = [*COLUMN.finditer(above)], [*COLUMN.finditer(below)]
        if len(heads) < FEWEST_COLUMNS or len(values) < FEWEST_COLUMNS:
            continue
        for head in heads:
            under = [one for one in values if _meet(head, one)]
            if len(under) == 1 and sum(_meet(one, under[0]) for one in heads) == 1:
                said = f"{head.group()} {under[0].group()}"
                is_due = is_promised(said, words) and not spans_in(head.group(), words)
                if is_due and words.review.speaks_of(head.group(), "strong"):
                    yield Remark(said, line, (), False, is_surely=True)


def _meet(one: re.Match[str], other: re.Match[str]) -> bool:
    return one.start() < other.end() and other.start() < one.end()

"""Running text as sentences, each at the line where it begins, also where lines are broken."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import accumulate

from runcard.domain.playbooks.model import Text
from runcard.domain.playbooks.times.clauses import sentences

LONGEST = 4000


def sentences_of(lines: Sequence[Text]) -> Iterator[Text]:
    """The sentences of a paragraph; of a very long one, none."""
    whole = " ".join(line.text for line in lines)
    if len(whole) > LONGEST:
        return
    ends = list(accumulate(len(line.text) + 1 for line in lines))
    at = 0
    for said in sentences(whole):
        at = max(whole.find(said, at), at)
        yield Text(said, lines[bisect_right(ends, at)].line)
        at += len(said)

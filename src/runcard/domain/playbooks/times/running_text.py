"""Running text as sentences, each at the line where it begins, also where lines are broken."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import accumulate

from runcard.domain.playbooks.model import Text
from runcard.domain.playbooks.page.blocks import label_of
from runcard.domain.playbooks.times.clauses import sentences

SEMICOLON = re.compile(r"\s*[;；]\s*")
LONGEST = 4000
ENDS = ".:;!?。：；！？"


def sentences_of(lines: Sequence[Text]) -> Iterator[Text]:
    """The sentences of a paragraph; of a very long one, none."""
    whole = " ".join(line.text for line in lines)
    if len(whole) <= LONGEST:
        yield from _placed(sentences(whole), whole, lines)


def clauses_of(lines: Sequence[Text]) -> Iterator[Text]:
    """The same, and sentences cut at their semicolons: `The cook stirs; the waiter runs.`"""
    whole = " ".join(line.text for line in lines)
    if len(whole) <= LONGEST:
        cut = [clause for said in sentences(whole) for clause in SEMICOLON.split(said)]
        yield from _placed(cut, whole, lines)


def _placed(parts: Sequence[str], whole: str, lines: Sequence[Text]) -> Iterator[Text]:
    ends = list(accumulate(len(line.text) + 1 for line in lines))
    at = 0
    for said in parts:
        at = max(whole.find(said, at), at)
        yield Text(said, lines[bisect_right(ends, at)].line)
        at += len(said)


def are_broken(lines: Sequence[Text]) -> bool:
    """Whether sentences go on from line to line, and no further line has a label of its own."""
    is_labelled = any(label_of(line.text) is not None for line in lines[1:])
    return not is_labelled and any(line.text.rstrip()[-1:] not in ENDS for line in lines[:-1])


def in_one(lines: Sequence[Text]) -> list[Text]:
    """An entry whose sentences an editor broke at its margin as one, to its last line; others, and
    such with a further line that has a label of its own, as they are."""
    was_broken = len(lines) > 1 and any(line.end_line for line in lines)
    if not was_broken or any(label_of(line.text) is not None for line in lines[1:]):
        return unwrapped(lines)
    end = lines[-1].end_line or lines[-1].line
    return [Text(" ".join(line.text for line in lines), lines[0].line, end)]


def unwrapped(lines: Sequence[Text]) -> list[Text]:
    """Lines with the end of a sentence that was broken between them put back to its beginning."""
    whole: list[Text] = []
    for line in lines:
        end, dot, rest = line.text.partition(". ")
        is_broken = bool(whole) and whole[-1].text[-1:] not in ENDS and end[:1].islower()
        if is_broken and not label_of(end):
            whole[-1] = replace(whole[-1], text=f"{whole[-1].text} {end}{dot.strip()}")
            whole.extend([replace(line, text=rest)] if rest else [])
        else:
            whole.append(line)
    return whole

"""Running text that an editor broke at its margin: each sentence stands whole where it begins."""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from runcard.domain.playbooks.model import Text
from runcard.domain.playbooks.page.blocks import label_of

NARROWEST = 60  # a margin; what stands in narrower columns was broken on purpose
LONGEST = 2000  # of a sentence that is put together
ENDS = tuple(".:;!?。：；！？\\")
# No sentence ends at the dot of `e.g.` or `z. B.`; a bar keeps statements apart.
SENTENCE_END = re.compile(r"(?:(?<!\b\w)\.|[!?:;])[*_)\"”»]*(?=\s|$)|\s(?=[·|•]\s)")
OPENED, CLOSED = re.compile(r"[(\[{]"), re.compile(r"[)\]}]")
BEGINS = re.compile(r"[-+>|#]|\*\s|\d+[.)]\s|\[[ xX]?\]|[□☐☑☒✅]")


def with_whole_sentences(lines: Sequence[Text]) -> tuple[Text, ...]:
    """The lines of a paragraph or an entry. A sentence that goes on below is moved up to the line
    where it begins, which knows as its `end_line` how far down it came from; what else is on the
    line below stays there."""
    margin = max(len(line.text) for line in lines)
    if len(lines) == 1 or margin < NARROWEST:
        return tuple(lines)
    found = [lines[0]]
    for above, line in pairwise(lines):
        last = found[-1]
        is_open = _depth(last.text) > 0 or _has_no_room(above.text, line.text, margin)
        if not is_open or not _goes_on(above.text, line.text) or len(last.text) > LONGEST:
            found.append(line)
            continue
        cut = _end_of_sentence(last.text, line.text)
        said = f"{last.text} {line.text[:cut]}".rstrip()
        found[-1] = replace(last, text=said, end_line=line.line)
        rest = line.text[cut:].strip()
        found.extend([replace(line, text=rest)] if rest else [])
    return tuple(found)


def _end_of_sentence(begun: str, line: str) -> int:
    """How much of a line belongs to what was begun above it; no bracket is torn apart."""
    ends = [one.end() for one in SENTENCE_END.finditer(line)]
    depth = _depth(begun)
    whole = (end for end in ends if depth + _depth(line[:end]) <= 0)
    return next(whole, len(line) if depth > 0 or not ends else ends[0])


def _depth(text: str) -> int:
    """How many brackets are open at its end."""
    return len(OPENED.findall(text)) - len(CLOSED.findall(text))


def _has_no_room(above: str, line: str, margin: int) -> bool:
    """The first word of a line would not have fitted at the end of the one above it."""
    return len(above) + 1 + len(line.split(" ", 1)[0]) > margin


def _goes_on(above: str, line: str) -> bool:
    """What is above ends no sentence; a label, or the sign of an entry, begins its own."""
    if above.rstrip("*_").endswith(ENDS) or BEGINS.match(line):
        return False
    return line[:1].islower() or label_of(line) is None

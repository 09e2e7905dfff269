"""One point of a meeting: its name, and the minutes beside it."""

import re

from runcard.domain.playbooks.model import TimeValue
from runcard.domain.playbooks.nouns.appendix import AgendaPoint
from runcard.domain.playbooks.page.blocks import Item
from runcard.domain.playbooks.times.grammar import read_time, spans_in
from runcard.domain.playbooks.vocabulary import Vocabulary
from runcard.domain.playbooks.words import plain, trailing_parenthesis

# `**Causes** – why it broke`, `**Causes:** why it broke`; `**Decide** who pays` is one sentence.
NAMED = re.compile(
    r"^\s*(?:\*\*|__)(?=\S)((?:(?!\*\*|__).){1,80})"
    r"(?:(?:\*\*|__)\s*(?:[:：–—]|-(?=\s))|(?<=[:：])(?:\*\*|__))\s*\S"
)


def point_of_item(item: Item, words: Vocabulary) -> AgendaPoint:
    """A name in bold is the point, and what a dash or a colon sets off from it is asked there."""
    point = point_of(plain(item.lines[0].text), item.line, words)
    named = NAMED.match(item.lines[0].text)
    if named is None or point.timebox is not None:
        return point
    return point_of(plain(named.group(1)).rstrip(":： "), item.line, words)


def point_of(text: str, line: int, words: Vocabulary) -> AgendaPoint:
    title, inside = trailing_parenthesis(text)
    timebox = read_time(inside, line, words) if inside else None
    if timebox is not None:
        return AgendaPoint(title, line, timebox)
    return _dashed(text, line, words)


def timed_last(text: str, line: int, words: Vocabulary) -> AgendaPoint:
    """`causes 20 min`: the time stands behind the point without a sign."""
    point = point_of(text, line, words)
    spans = spans_in(text, words)
    if point.timebox is not None or len(spans) != 1 or spans[0].end < len(text.rstrip()):
        return point
    return AgendaPoint(text[: spans[0].start].strip(), line, spans[0].value(text, line))


def _dashed(text: str, line: int, words: Vocabulary) -> AgendaPoint:
    """`Timeline – 5 min`, `Timeline: 5 min`, `5 min: Timeline`."""
    for dash in (" – ", " — ", " - ", ": ", "："):
        title, found, rest = text.rpartition(dash)
        if found:
            time: TimeValue | None = read_time(rest, line, words)
            if time is not None:
                return AgendaPoint(title.strip(), line, time)
            first, _, point = text.partition(dash)
            time = read_time(first, line, words)
            if time is not None:
                return AgendaPoint(point.strip(), line, time)
    return AgendaPoint(text, line)

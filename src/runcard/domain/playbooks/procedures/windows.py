"""The stretch of an incident's time at the head of a title or an entry: `0–5 min: look`."""

import re
from dataclasses import dataclass

from runcard.domain.playbooks.model import TimeValue
from runcard.domain.playbooks.times.grammar import read_time, spans_in
from runcard.domain.playbooks.vocabulary import Vocabulary
from runcard.domain.playbooks.words import plain, without_emoji

# `Minute 0–10`: the unit stands in front.
UNIT_FIRST = re.compile(r"^([^\W\d_]{1,12})\.?\s+(\d{1,4}\s*[-–—~〜～]\s*\d{1,4})(?![\d:])")
COLON = re.compile(r"[:：]\s+")
BEHIND = " \t:：.,–—-|·)）]"
OPENING = " ([（"


@dataclass(frozen=True, slots=True)
class Window:
    """The time, and what stands behind it."""

    time: TimeValue
    rest: str


def timebox_of(text: str, line: int, words: Vocabulary) -> TimeValue | None:
    """The time that a parenthesis is; `P1: 20 min` says for whom, too."""
    return read_time(text, line, words) or read_time(COLON.split(text)[-1], line, words)


def window_of(text: str, line: int, words: Vocabulary) -> Window | None:
    """A time from one minute to another that a text begins with."""
    said = plain(without_emoji(text)).lstrip(OPENING)
    turned = UNIT_FIRST.match(said)
    if turned is not None:
        time = read_time(f"{turned.group(2)} {turned.group(1)}", line, words)
        if time is not None and time.min_seconds is not None:
            whole = TimeValue(turned.group(), line, time.seconds, time.min_seconds)
            return Window(whole, said[turned.end() :].strip(BEHIND))
    for span in spans_in(said, words)[:1]:
        if span.start == 0 and span.min_seconds is not None and span.seconds is not None:
            return Window(span.value(said, line), said[span.end :].strip(BEHIND))
    return None

"""Times in headings: how long there is for a review, not how long it takes."""

import re

from runcard.domain.playbooks.page.blocks import Label
from runcard.domain.playbooks.times.amounts import SECONDS
from runcard.domain.playbooks.times.grammar import read_time, spans_in
from runcard.domain.playbooks.vocabulary import Vocabulary
from runcard.domain.playbooks.words import folded

DAY = SECONDS["day"]
DASH = re.compile(r"\s+[-–—]\s+")


def is_long_or_free(said: str, line: int, words: Vocabulary) -> bool:
    """`Post-mortem (1-2 days)`, `5 days: post-mortem`: no meeting lasts as long as that; or
    `Post-mortem (optional)`."""
    time = read_time(said, line, words)
    is_long = time is not None and ((time.seconds or 0) >= DAY or time.calendar is not None)
    return is_long or words.talk.speaks_of(said, "optional")


def time_of_all(label: Label, line: int, words: Vocabulary) -> str | None:
    """`Deadline: 4 days`, `Timeline: within 2 days of the end` as a heading of its own: how long
    there is for the whole chapter, less the words behind it."""
    asked = set(words.columns.phrases.get(folded(label.name).strip(), ()))
    if not asked & {"timebox", "when"}:
        return None
    said = _in_front(label.value, words)
    return said if is_long_or_free(said, line, words) else None


def time_behind_a_dash(title: str, line: int, words: Vocabulary) -> str | None:
    """`Post-mortem – within 4 days` as a heading: a piece that is a time and nothing else."""
    name, *behind = DASH.split(title)
    if not words.review.speaks_of(name, "strong"):
        return None
    return next((one for one in behind if is_long_or_free(one, line, words)), None)


def _in_front(said: str, words: Vocabulary) -> str:
    """The time that a text begins with."""
    spans = spans_in(said, words)
    return said[: spans[0].end] if len(spans) == 1 and spans[0].start == 0 else said

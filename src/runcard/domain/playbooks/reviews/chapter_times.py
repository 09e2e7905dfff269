"""Times in headings: how long there is for a review, not how long it takes."""

from runcard.domain.playbooks.page.blocks import Label
from runcard.domain.playbooks.times.amounts import SECONDS
from runcard.domain.playbooks.times.grammar import read_time
from runcard.domain.playbooks.vocabulary import Vocabulary
from runcard.domain.playbooks.words import folded

DAY = SECONDS["day"]


def is_long_or_free(said: str, line: int, words: Vocabulary) -> bool:
    """`Post-mortem (1-2 days)`, `5 days: post-mortem`: no meeting lasts as long as that; or
    `Post-mortem (optional)`."""
    time = read_time(said, line, words)
    is_long = time is not None and ((time.seconds or 0) >= DAY or time.calendar is not None)
    return is_long or words.talk.speaks_of(said, "optional")


def is_time_of_all(label: Label, line: int, words: Vocabulary) -> bool:
    """`Deadline: 4 days` as a heading of its own: how long there is for the whole chapter."""
    asked = set(words.columns.phrases.get(folded(label.name).strip(), ()))
    return bool(asked & {"timebox", "when"}) and is_long_or_free(label.value, line, words)

"""Times behind a word for how urgent something is: `Urgent (5-30 minutes)`, `High: 1 hour`."""

import re

from runcard.domain.playbooks.model import TimeValue
from runcard.domain.playbooks.times.grammar import read_time
from runcard.domain.playbooks.vocabulary import Vocabulary
from runcard.domain.playbooks.words import folded, trailing_parenthesis

PARTED = re.compile(r"^([^:：,，]{1,24}?)(?:\s*[:：,，]\s*|\s+[-–—]\s+)(\S.*)$")


def time_of_urgency(part: str, line: int, words: Vocabulary) -> TimeValue | None:
    """The time that says what the word in front of it means; behind any other word, as of `Rebuild
    (2 hours)`, it may be that of something else."""
    said, told = trailing_parenthesis(part.strip())
    parted = PARTED.match(part.strip()) if told is None else None
    if parted is not None:
        said, told = parted.groups()
    is_urgency = told is not None and _is_urgency(said, words)
    return read_time(told, line, words) if told is not None and is_urgency else None


def _is_urgency(said: str, words: Vocabulary) -> bool:
    bare = said.strip(" `*")
    is_told = "urgency" in words.talk.phrases.get(folded(bare), ())
    return is_told or words.level_names.exactly(bare) is not None

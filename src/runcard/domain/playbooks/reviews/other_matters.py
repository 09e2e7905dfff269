"""Sentences beside those on a review whose times are not the ones by which it is due."""

from collections.abc import Sequence

from runcard.domain.playbooks.levels.mentions import keys_in
from runcard.domain.playbooks.model import Severity
from runcard.domain.playbooks.times.grammar import spans_in
from runcard.domain.playbooks.vocabulary import Vocabulary

COLONS = (":", "：")
LONGEST_MEETING = 2 * 3600


def tells_how_long(sentence: str, words: Vocabulary) -> bool:
    """`Agenda, an hour at most:` above the points of a meeting; `It lasts 60 minutes at most.`"""
    is_open = sentence.rstrip().endswith(COLONS) and words.review.speaks_of(sentence, "agenda")
    is_length = is_open or words.review.speaks_of(sentence, "lasts")
    times = [span.seconds for span in spans_in(sentence, words)] if is_length else []
    return bool(times) and all(0 < (one or 0) <= LONGEST_MEETING for one in times)


def tells_those_outside(sentence: str, severities: Sequence[Severity], words: Vocabulary) -> bool:
    """`Where letters got lost, the regulator is told within 72 hours`: no level and no review."""
    said = words.review.all(sentence)
    is_of_them = "those_outside" in said and "strong" not in said
    return is_of_them and not keys_in(sentence, severities, words)

"""Several moments that one rung tells of one person: `S1 at once, otherwise after an hour`."""

import re

from runcard.domain.playbooks.levels.mentions import starts_with_level
from runcard.domain.playbooks.lexicon import Mention
from runcard.domain.playbooks.page.blocks import label_of
from runcard.domain.playbooks.people.persons import plays_a_part
from runcard.domain.playbooks.people.rung_leads import DASH
from runcard.domain.playbooks.times.grammar import read_time, spans_in
from runcard.domain.playbooks.vocabulary import Vocabulary
from runcard.domain.playbooks.words import plain

# `A 級`, `B类`: a letter in front of a sign that names its kind.
LETTERED = re.compile(r"^[A-Z]\s?[\u3400-\u9fff]")
CLOSING = " .。)）"
MOST_WORDS_OF_A_NAME = 6


def is_name_and_wait(text: str, words: Vocabulary) -> bool:
    """`Captain - after 20 minutes, calls the owner`: what the captain does is no rung; `Captain: S1
    at once; S2 after 20 minutes` are the cases of one."""
    label = label_of(text)
    if label is not None and plays_a_part(label.name, words) and len(spans_in(text, words)) > 1:
        return _is_of_a_level(label.value, words)
    pieces = DASH.split(plain(text), maxsplit=1)
    is_name = len(pieces[0].split()) <= MOST_WORDS_OF_A_NAME and not spans_in(pieces[0], words)
    return len(pieces) == 2 and is_name and any(not s.start for s in spans_in(pieces[1], words))


def hands_over(text: str, words: Vocabulary) -> bool:
    """`The mate mends it in an hour, otherwise the captain`: the case of the next rung; not `at
    once, otherwise after an hour`, which is told of one."""
    told = [one for one in words.rungs.matches(text) if _is_otherwise(one, words)]
    return any(read_time(text[one.end() :].strip(CLOSING), 0, words) is None for one in told)


def _is_otherwise(found: Mention, words: Vocabulary) -> bool:
    return "otherwise" in words.rungs.phrases[found.group()]


def _is_of_a_level(said: str, words: Vocabulary) -> bool:
    return LETTERED.match(said) is not None or starts_with_level(said, words)

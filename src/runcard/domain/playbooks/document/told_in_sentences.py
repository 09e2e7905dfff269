"""What running text below the title tells of the document, in sentences without a label: `This memo
is version 3.1 and was last revised on 4 May 2031. The quay team will review it again in 2032.`"""

import re
from collections.abc import Iterator, Sequence

from runcard.domain.playbooks.document.days import days_in
from runcard.domain.playbooks.document.kept_by import keeper_told
from runcard.domain.playbooks.model import Text
from runcard.domain.playbooks.times.clauses import sentences
from runcard.domain.playbooks.vocabulary import Vocabulary
from runcard.domain.playbooks.words import plain

EDITION = re.compile(r"\s*(?:[^\W\d_]{1,4}\s)?([vV]?\d{1,3}(?:\.\d{1,3}){0,3})(?![\w.]\w)")
STOPS = re.compile(r"[,;:，；：。]")
LONGEST_WAY = 16
LAST = ("last_updated", "last_reviewed")
MOST_LINES = 12


def told_in_sentences(lines: Sequence[Text], words: Vocabulary) -> Iterator[tuple[str, Text]]:
    """Where it is told on which day the text was last worked on, that and what else is told."""
    said = [(one, line.line) for line in lines[:MOST_LINES] for one in sentences(plain(line.text))]
    days = [(name, Text(day, at)) for one, at in said for name, day in _last_days(one, words)]
    if not days:
        return
    yield from days
    for sentence, at in said:
        yield from (("version", Text(one, at)) for one in _editions(sentence, words))
        yield from (("next_review", Text(one, at)) for one in _coming_days(sentence, words))
        yield from (("owner", Text(one, at)) for one in keeper_told(sentence, words))


def _last_days(sentence: str, words: Vocabulary) -> Iterator[tuple[str, str]]:
    """A few words behind what was done: `last revised on 4 May 2031`, `Stand ist der 4.5.2031`."""
    for found in words.meta.matches(sentence):
        name = words.meta.phrases[found.group()][0]
        behind = sentence[found.end() :]
        for at, day in days_in(behind, words)[:1] if name in LAST else ():
            if at <= LONGEST_WAY and STOPS.search(behind[:at]) is None:
                yield name, day


def _editions(sentence: str, words: Vocabulary) -> Iterator[str]:
    """A number behind the word: `is version 3.1`."""
    for found in words.meta.matches(sentence):
        behind = EDITION.match(sentence, found.end())
        if behind is not None and "version" in words.meta.phrases[found.group()]:
            yield behind.group(1)


def _coming_days(sentence: str, words: Vocabulary) -> Iterator[str]:
    """The day beside words for looking at it again: behind them, or else the last before them."""
    for found in words.talk.matches(sentence):
        if "looks_again" in words.talk.phrases[found.group()]:
            behind = days_in(sentence[found.end() :], words)[:1]
            before = days_in(sentence[: found.start()], words)[-1:]
            yield from (day for _, day in behind or before)

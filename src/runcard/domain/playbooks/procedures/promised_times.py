"""Sentences that tell how long a repair takes: `The oven is back within 20 minutes`."""

from runcard.domain.playbooks.nouns.procedures import Objective
from runcard.domain.playbooks.procedures.aims import FEW_SIGNS
from runcard.domain.playbooks.procedures.conditions import says_if
from runcard.domain.playbooks.procedures.timed_cases import told_cases
from runcard.domain.playbooks.times.grammar import spans_in
from runcard.domain.playbooks.vocabulary import Vocabulary


def promises(clause: str, sentence: str, words: Vocabulary) -> bool:
    """A time to be back by; none that only holds in a case. `Last resort; takes 3 hours` may
    speak of one way among others."""
    is_first = sentence.startswith(clause)
    is_promised = _says_restore(clause, words) or (is_first and _lasts(clause, words))
    return is_promised and not _says_in_case(clause, words)


def promised_cases(sentence: str, line: int, words: Vocabulary) -> tuple[Objective, ...]:
    """`It takes 5 minutes with the crane, 20 minutes by hand`: behind the words that promise, a
    time for each case."""
    for one in words.talk.matches(sentence):
        names = words.talk.phrases[one.group()]
        is_promised = "restore_within" in names or ("lasts" in names and one.start() == 0)
        if is_promised and not says_if(sentence, words):
            return told_cases(sentence[one.end() :].strip(" 、,:："), line, words)
    return ()


def _says_restore(clause: str, words: Vocabulary) -> bool:
    """At its beginning, or directly in front of the time; `it is back` directly behind it."""
    times = [(span.start, span.end) for span in spans_in(clause, words)]
    for one in words.talk.matches(clause) if times else ():
        names = words.talk.phrases[one.group()]
        starts = [start for start, end in times if one.start() <= end]
        is_before = any(start <= one.end() + FEW_SIGNS for start in starts)
        if "restore_within" in names and (one.start() == 0 or is_before):
            return True
        if "is_back" in names and any(0 <= one.start() - end <= FEW_SIGNS for _, end in times):
            return True
    return False


def _lasts(clause: str, words: Vocabulary) -> bool:
    """`Takes 20 minutes`, `Count on 20 minutes`: nothing else in front of the time."""
    starts = [span.start for span in spans_in(clause, words)]
    return any(
        one.start() == 0 and any(start <= one.end() + FEW_SIGNS for start in starts)
        for one in words.talk.matches(clause)
        if "lasts" in words.talk.phrases[one.group()]
    )


def _says_in_case(clause: str, words: Vocabulary) -> bool:
    """`Only if it is not back within 15 minutes`: a case in front of the time, and no promise."""
    times = [span.start for span in spans_in(clause, words)]
    return any(
        "if" in words.talk.phrases[one.group()] and one.start() < min(times, default=0)
        for one in words.talk.matches(clause)
    ) or says_if(clause, words)

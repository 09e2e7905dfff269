"""Sentences that tell how long a repair takes: `The oven is back within 20 minutes`."""

import re
from collections.abc import Sequence

from runcard.domain.playbooks.model import Text
from runcard.domain.playbooks.nouns.procedures import Objective
from runcard.domain.playbooks.procedures.aims import CLAUSE, FEW_SIGNS
from runcard.domain.playbooks.procedures.conditions import says_if
from runcard.domain.playbooks.procedures.timed_cases import told_cases
from runcard.domain.playbooks.times.grammar import spans_in
from runcard.domain.playbooks.vocabulary import Vocabulary
from runcard.domain.playbooks.words import plain

AND = re.compile(r"\s+(?:and|und|et|y|e|en)\s+")
LONGEST_SUBJECT = 48


def promises(clause: str, sentence: str, words: Vocabulary) -> bool:
    """A time to be back by; none that only holds in a case. `Last resort; takes 3 hours` may
    speak of one way among others."""
    is_first = sentence.startswith(clause)
    is_promised = (
        _says_restore(clause, words)
        or _must_be_back(clause, words)
        or _repair_lasts(clause, words)
        or (is_first and _lasts(clause, words))
    )
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
    return 0 in _before_times(clause, words)


def _repair_lasts(clause: str, words: Vocabulary) -> bool:
    """`The restore takes 20 minutes`, `Die Rückkehr zum Normalbetrieb dauert 20 Minuten`."""
    return any(_is_repair(clause[:at].strip(), words) for at in _before_times(clause, words))


def _is_repair(subject: str, words: Vocabulary) -> bool:
    """A few words that are about putting back, or about all of it."""
    is_whole = words.lasting.speaks_of(subject, "all_of_it")
    is_mended = words.talk.speaks_of(subject, "normal_again")
    restores = words.parts.speaks_of(subject, "recovery")
    return 0 < len(subject) <= LONGEST_SUBJECT and (is_whole or is_mended or restores)


def _before_times(clause: str, words: Vocabulary) -> list[int]:
    """Where a word for lasting stands directly in front of a time, or of `about` and a time."""
    starts = [span.start for span in spans_in(clause, words)]
    return [
        one.start()
        for one in words.talk.matches(clause)
        if "lasts" in words.talk.phrases[one.group()]
        and any(_is_beside(clause[one.end() : start], words) for start in starts)
    ]


def _is_beside(between: str, words: Vocabulary) -> bool:
    return len(between) <= FEW_SIGNS or words.lasting.exactly(between.strip()) == "roughly"


def _must_be_back(clause: str, words: Vocabulary) -> bool:
    """`In 20 minutes the shop must be open again`; not `must be told`, nor `must be looked at`."""
    said = words.lasting.all(clause)
    is_other = "told" in said or bool(words.meanings.all(clause) & {"tell", "investigate"})
    return {"must", "running_again"} <= said and bool(spans_in(clause, words)) and not is_other


def _says_in_case(clause: str, words: Vocabulary) -> bool:
    """`Only if it is not back within 15 minutes`: a case in front of the time, and no promise."""
    times = [span.start for span in spans_in(clause, words)]
    return any(
        "if" in words.talk.phrases[one.group()] and one.start() < min(times, default=0)
        for one in words.talk.matches(clause)
    ) or says_if(clause, words)


def timed_clauses(said: str, words: Vocabulary) -> list[str]:
    """`We lose 5 minutes and the whole takes 20`: what is joined, where each has its own time."""
    halves = [AND.split(clause) for clause in CLAUSE.split(said)]
    return [
        one
        for clause, parts in zip(CLAUSE.split(said), halves, strict=True)
        for one in (parts if all(spans_in(part, words) for part in parts) else [clause])
    ]


def line_of_time(clause: str, sentence: Text, lines: Sequence[Text], words: Vocabulary) -> int:
    """The line of a broken sentence on which its time stands, at least the last word of it."""
    said = [clause[span.start : span.end].strip() for span in spans_in(clause, words)[:1]]
    pieces = [piece for one in said for piece in (one, one.split()[-1])]
    below = [line for line in lines if line.line >= sentence.line]
    found = (line.line for piece in pieces for line in below if piece in plain(line.text))
    return next(found, sentence.line)

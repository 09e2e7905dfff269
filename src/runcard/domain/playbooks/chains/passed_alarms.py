"""An alarm that is passed on in one sentence: `it goes to the mate after 5 minutes, after 10 to …`

Whatever the verb is (`escalates`, `wird weitergeleitet`, `a call to`), every name stands behind a
small word such as `to`, with a wait in front of that word or directly behind the name.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from runcard.domain.playbooks.chains.left_out_units import as_written, with_units
from runcard.domain.playbooks.model import ChainStep, Text
from runcard.domain.playbooks.people.call_sentences import called_in
from runcard.domain.playbooks.people.persons import person_in, plays_a_part
from runcard.domain.playbooks.remembered import remembered
from runcard.domain.playbooks.times.grammar import Span, spans_in
from runcard.domain.playbooks.times.waits import delay, is_wait
from runcard.domain.playbooks.vocabulary import Vocabulary

ENDS = " .。,，、;；:："
APART = re.compile(r"[,，、;；]\s*")
LONGEST, LONGEST_GAP = 400, 40
FEWEST, MOST = 2, 12
SHORTEST = 60
HANDS = {"goes", "goes_by", "hands_on"}
BETWEEN = {"otherwise", "then", "called", "told", "helps", "is_called", "alarmed", *HANDS}


class Lead(NamedTuple):
    """Where a word such as `to` begins and ends."""

    start: int
    end: int


@remembered
def passed_on(said: Text, words: Vocabulary) -> tuple[ChainStep, ...]:
    """Two people at least, each with a wait of his own."""
    if len(said.text) > LONGEST or not words.rungs.all(said.text) & HANDS:
        return ()
    whole = with_units(said.text.strip(ENDS), words)
    waits = [span for span in spans_in(whole.text, words) if _is_delay(span)]
    if not FEWEST <= len(waits) <= MOST:
        return ()
    steps = [*_steps(replace(said, text=whole.text), waits, words)]
    return tuple(as_written(step, whole) for step in steps) if len(steps) == len(waits) else ()


def alarmed_first(said: Text, words: Vocabulary) -> str:
    """`Alarms go by text to the duty engineer`: with whom a sentence about alarms ends; `The bell
    rings the mate`, a part that somebody plays."""
    text = said.text.rstrip(ENDS)
    call = called_in(text, words)
    if call is not None and not call.case and plays_a_part(call.who, words):
        return person_in(call.who, words)
    if len(text) > LONGEST or not words.talk.speaks_of(text, "alarm"):
        return ""
    leads = _leads(text, words)
    return person_in(text[leads[-1].end :], words) if leads else ""


def _is_delay(span: Span) -> bool:
    seconds = span.min_seconds if span.seconds is None else span.seconds
    return is_wait(span) and (seconds or 0) >= SHORTEST


def _steps(said: Text, waits: Sequence[Span], words: Vocabulary) -> Iterator[ChainStep]:
    """Where the first name stands before its wait, all do."""
    leads = _leads(said.text, words)
    names = _in_front if _in_front(said.text, leads, waits, words)[:1] != [""] else _behind
    for who, span in zip(names(said.text, leads, waits, words), waits, strict=True):
        if who:
            case = said.text[span.start : span.end].strip(ENDS)
            yield ChainStep(who, said.line, case, delay(case, said.line, words))


def _in_front(
    text: str, leads: Sequence[Lead], waits: Sequence[Span], words: Vocabulary
) -> list[str]:
    """`to the mate after 5 minutes`."""
    starts = [0, *(span.end for span in waits)]
    found: list[str] = []
    for begin, span in zip(starts, waits, strict=False):
        inside = [one for one in leads if begin <= one.start and one.end < span.start]
        who = person_in(text[inside[-1].end : span.start], words) if inside else ""
        found.append(who if plays_a_part(who, words) else "")
    return found


def _behind(
    text: str, leads: Sequence[Lead], waits: Sequence[Span], words: Vocabulary
) -> list[str]:
    """`after 5 minutes to the mate`; a verb and an `otherwise` may stand between."""
    ends = [*(span.start for span in waits[1:]), len(text)]
    found: list[str] = []
    for span, end in zip(waits, ends, strict=True):
        inside = [one for one in leads if span.end <= one.start and one.end < end]
        gap = text[span.end : inside[0].start].strip(ENDS) if inside else ""
        is_near = not gap or (len(gap) <= LONGEST_GAP and bool(words.rungs.all(gap) & BETWEEN))
        said = APART.split(text[inside[0].end : end].strip(ENDS))[0] if inside else ""
        found.append(person_in(_without_and(said, words), words) if is_near else "")
    return found


def _without_and(said: str, words: Vocabulary) -> str:
    """`the secondary and`: the word that leads to the next wait."""
    last = [one for one in words.particles.matches(said) if one.end() == len(said)]
    ands = [one.start() for one in last if "and" in words.particles.phrases[one.group()]]
    return said[: min(ands, default=len(said))].strip(ENDS)


def _leads(text: str, words: Vocabulary) -> list[Lead]:
    """Every word for `to`, alone or at the end of a verb."""
    alone = (
        one for one in words.particles.matches(text)
        if "to_whom" in words.particles.phrases[one.group()]
    )  # fmt: skip
    verbs = (one for one in words.rungs.matches(text) if "goes" in words.rungs.phrases[one.group()])
    found = {Lead(one.start(), one.end()) for one in (*alone, *verbs)}
    return sorted(one for one in found if text[one.end : one.end + 1] == " ")

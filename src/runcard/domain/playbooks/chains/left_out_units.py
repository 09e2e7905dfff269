"""Waits whose unit was said before: `the mate within 5 minutes, after another 10 the captain`."""

import re
from dataclasses import replace
from typing import NamedTuple

from runcard.domain.playbooks.model import ChainStep, TimeValue
from runcard.domain.playbooks.times.grammar import spans_in
from runcard.domain.playbooks.vocabulary import Vocabulary

BARE = re.compile(r"\s+(?:[^\W\d_]+\s+)?(\d{1,3})(?=\s+[^\W\d_]|[.。]?$)")
LAST = re.compile(r"(?<!\S)(\d{1,3})$")
COUNTED = {"minute": 60, "hour": 3600}


class Whole(NamedTuple):
    """A sentence with the units put back, and what each such wait was as written."""

    text: str
    added: tuple[tuple[str, str], ...] = ()


def with_units(text: str, words: Vocabulary) -> Whole:
    """Every number behind a word such as `after` has the unit of the time before it."""
    spans = spans_in(text, words)
    units = [(span.end, text[span.start : span.end].split()[-1]) for span in spans]
    known = [(end, unit) for end, unit in units if words.units.exactly(unit) in COUNTED]
    added: list[tuple[str, str]] = []
    whole, start = "", 0
    for lead in words.time_words.matches(text) if known else ():
        bare = BARE.match(text, lead.end())
        before = [unit for end, unit in known if end <= lead.start()]
        is_after = "after" in words.time_words.phrases[lead.group()]
        if bare is None or not before or not is_after or bare.end() <= start:
            continue
        if any(span.start < bare.end() <= span.end for span in spans):
            continue
        whole += f"{text[start : bare.end()]} {before[-1]}"
        start = bare.end()
        added.append((f"{bare.group(1)} {before[-1]}", bare.group(1)))
    return Whole(whole + text[start:], tuple(added))


def as_written(step: ChainStep, whole: Whole) -> ChainStep:
    """The rung with its case in the document's own words."""
    for said, own in whole.added:
        case = (step.condition or "").replace(said, own)
        after = step.after and replace(step.after, text=step.after.text.replace(said, own))
        step = replace(step, condition=case or None, after=after)
    return step


def unit_in(text: str, words: Vocabulary) -> int:
    """How many seconds the last unit of a text has; 0 without one."""
    spans = spans_in(text, words)
    units = (text[span.start : span.end].split()[-1:] for span in reversed(spans))
    known = (words.units.exactly(unit[0]) for unit in units if unit)
    return next((COUNTED[one] for one in known if one in COUNTED), 0)


def bare_wait(case: str, line: int, unit: int, words: Vocabulary) -> TimeValue | None:
    """`After 30`, `No answer in 15`: a number at the end, behind a word that leads to a time."""
    found = LAST.search(case) if unit else None
    if found is None:
        return None
    leads = (one for one in words.time_words.matches(case) if one.end() < found.start(1))
    is_led = any(not case[one.end() : found.start(1)].strip() for one in leads)
    return TimeValue(found.group(1), line, unit * int(found.group(1))) if is_led else None

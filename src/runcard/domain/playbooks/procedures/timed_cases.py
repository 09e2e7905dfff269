"""Recovery times that each say in words when they hold, one behind the other in a line."""

import re

from runcard.domain.playbooks.nouns.procedures import Objective
from runcard.domain.playbooks.particles import without_end
from runcard.domain.playbooks.times.grammar import Span, spans_in
from runcard.domain.playbooks.vocabulary import Vocabulary

# `8 minutes without the crane and 20 minutes with it` are two.
CLAUSE = re.compile(r"\s*[,，、;；]\s*|\s+(?:and|und|et|y|e|en)\s+(?=[~≈<]?\d)")
LOSSES = {"rpo", "lost"}
FEWEST = 2
MOST_WORDS = 5


def told_cases(value: str, line: int, words: Vocabulary) -> tuple[Objective, ...]:
    """`8 minutes without the crane, 20 minutes with it`: several times, each at the beginning of
    a clause that says in a few words when it holds, or each at the end; nothing that may be
    lost."""
    clauses = [without_end(one.strip(" .。"), "told_last", words) for one in CLAUSE.split(value)]
    found = [(one, _only_time(one, words)) for one in clauses]
    if len(found) < FEWEST or not LOSSES.isdisjoint(words.objectives.all(value)):
        return ()
    behind = [_case(one[span.end :]) if span and not span.start else "" for one, span in found]
    before = [_case_before(one, span, words) for one, span in found]
    for cases in (behind, before):
        if all(cases):
            return tuple(
                Objective(span.value(clause, line), case)
                for (clause, span), case in zip(found, cases, strict=True)
                if span is not None
            )
    return ()


def _only_time(clause: str, words: Vocabulary) -> Span | None:
    spans = spans_in(clause, words)
    return spans[0] if len(spans) == 1 and not spans[0].is_period else None


def _case_before(clause: str, span: Span | None, words: Vocabulary) -> str:
    """`restart 5 minutes`, `再起動で10分`."""
    if span is None or span.start == 0 or span.end < len(clause):
        return ""
    said = clause[: span.start].strip()
    return _case(without_end(said.rstrip(" :：~≈("), "way", words))


def _case(said: str) -> str:
    """A few words."""
    case = said.strip()
    return case if case[:1].isalpha() and len(case.split()) <= MOST_WORDS else ""

"""Recovery times that each say in words when they hold, one behind the other in a line."""

import re
from collections.abc import Sequence

from runcard.domain.playbooks.nouns.procedures import Objective
from runcard.domain.playbooks.times.grammar import Span, spans_in
from runcard.domain.playbooks.vocabulary import Vocabulary

CLAUSE = re.compile(r"\s*[,，、;；]\s*")
FEWEST = 2
MOST_WORDS = 5


def told_cases(value: str, line: int, words: Vocabulary) -> tuple[Objective, ...]:
    """`8 minutes without the crane, 20 minutes with it`: several times, each at the beginning of
    a clause that says in a few words when it holds; nothing that may be lost."""
    clauses = [one.strip(" .。") for one in CLAUSE.split(value)]
    found = [(one, spans_in(one, words)) for one in clauses]
    is_lost = words.objectives.speaks_of(value, "lost")
    if len(found) < FEWEST or is_lost or not all(_is_a_case(*one) for one in found):
        return ()
    return tuple(
        Objective(spans[0].value(clause, line), clause[spans[0].end :].strip())
        for clause, spans in found
    )


def _is_a_case(clause: str, spans: Sequence[Span]) -> bool:
    """One time first of all, and words behind it."""
    if len(spans) != 1 or spans[0].start > 0 or spans[0].is_period:
        return False
    case = clause[spans[0].end :].strip()
    return case[:1].isalpha() and len(case.split()) <= MOST_WORDS

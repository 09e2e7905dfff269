"""The first work on an incident, named behind its time: `At once (< 15 min to triage)`."""

from runcard.domain.playbooks.times.grammar import spans_in
from runcard.domain.playbooks.vocabulary import Vocabulary
from runcard.domain.playbooks.words import trailing_parenthesis

MOST_SMALL = 1
LONGEST_SMALL = 3


def without_first_work(part: str, words: Vocabulary) -> str:
    """`At once (< 15 min to triage)` without `to triage`: the brackets bound the answer. A bound on
    other work, `(< 2 h to rebuild)`, stays as it is said."""
    said, inside = trailing_parenthesis(part)
    spans = spans_in(inside, words) if inside is not None else []
    if inside is None or len(spans) != 1 or spans[0].start > 0:
        return part
    *small, work = inside[spans[0].end :].split() or [""]
    is_close = len(small) <= MOST_SMALL and all(len(one) <= LONGEST_SMALL for one in small)
    is_first = is_close and words.meanings.exactly(work) == "investigate"
    return f"{said} ({inside[: spans[0].end].strip()})" if is_first else part

"""Words between a verb for calling and whom it calls that tell neither of the two.

`llama primero a la guardia`, `Zuerst wird der Maat gerufen`, `der Maat wird sofort gerufen`: that
somebody is the first, or that nobody waits.
"""

from collections.abc import Iterator

from runcard.domain.playbooks.people.rung_leads import opens_a_case
from runcard.domain.playbooks.times.grammar import Span, spans_in
from runcard.domain.playbooks.vocabulary import Vocabulary

ORDER = {"begin", "ordinal"}
VERBS = {"calls", "call", "calling", "is_called", "goes"}
LAST = {"is_called", "called"}
COMMAS = (",", "，", "、", ":", "：")


def laid_bare(said: str, words: Vocabulary) -> str:
    """A sentence without such words; whatever stands in front of a case belongs to it."""
    for start, end in sorted(_asides(said, words), reverse=True):
        bare = f"{said[:start]}{said[end:].lstrip()}".rstrip()
        if _is_at_a_verb(bare, start, words):
            said = bare
    return said


def _asides(said: str, words: Vocabulary) -> Iterator[tuple[int, int]]:
    """Orders, and words for `at once`, each a word of its own in the middle or at the front."""
    orders = (one for one in words.rungs.matches(said) if words.rungs.means(one, ORDER))
    nows = (one for one in _nows(said, words) if opens_with_case(said[: one.start], words))
    found = [(one.start(), one.end()) for one in orders]
    found += [(one.start, one.end) for one in nows if not _is_behind_a_comma(said, one.start)]
    yield from (one for one in found if said[one[1] : one[1] + 1] in {" ", ",", ""})


def _nows(said: str, words: Vocabulary) -> Iterator[Span]:
    return (span for span in spans_in(said, words) if span.now and span.start > 0)


def opens_with_case(text: str, words: Vocabulary) -> bool:
    """`Bei Verdacht auf`, `For any leak`, `After an hour`: a wait, or what leads to a case."""
    opens = [
        one for one in words.rungs.matches(text) if words.rungs.means(one, {"case", "opening"})
    ]
    return opens_a_case(text, words) or any(one.start() == 0 for one in opens)


def _is_behind_a_comma(said: str, start: int) -> bool:
    return said[:start].rstrip().endswith(COMMAS)


def _is_at_a_verb(bare: str, at: int, words: Vocabulary) -> bool:
    """Where it stood, a verb goes on, or has just ended; at the front or behind the name, the
    verb begins."""
    for one in words.rungs.matches(bare):
        if words.rungs.means(one, VERBS) and one.start() < at <= one.end() + 1:
            return True
        if at == 0 == one.start() and words.rungs.means(one, VERBS | {"helps"}):
            return True
        if at == one.start() and words.rungs.means(one, LAST) and not _is_behind_a_comma(bare, at):
            return True
    return False

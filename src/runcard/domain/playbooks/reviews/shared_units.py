"""A unit that is said once for two times: `draft within 3 and meeting within 7 days`."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from runcard.domain.playbooks.times.grammar import Span, spans_in
from runcard.domain.playbooks.times.tokens import Kind, Token, tokens_of
from runcard.domain.playbooks.vocabulary import Vocabulary

LEADS = {Kind.UNDER, Kind.AFTER}
LONGEST = 400
JOINS = {"and", "or"}
STOPS = set(".,;:()，；：（）、")


def with_units(sentence: str, words: Vocabulary) -> str:
    """The sentence with the unit behind each number that leaves it to its neighbour."""
    spans = spans_in(sentence, words) if len(sentence) <= LONGEST else ()
    if not spans:
        return sentence
    tokens = tokens_of(sentence, words)
    filled = sentence
    for number in reversed(list(_bare_numbers(sentence, tokens, spans, words))):
        unit = _unit_near(number, sentence, tokens, spans)
        filled = filled[: number.end] + unit + filled[number.end :]
    return filled


def as_written(text: str, line: str) -> str:
    """As much of a phrase as stands in its line, from its beginning."""
    said = text
    while said not in line and " " in said:
        said = said.rpartition(" ")[0]
    return said if said in line else text


def _bare_numbers(
    sentence: str, tokens: Sequence[Token], spans: Sequence[Span], words: Vocabulary
) -> Iterator[Token]:
    """`within 10`, at the end of something; not `in 10 cases`."""
    for at, (lead, number) in enumerate(pairwise(tokens), 2):
        is_led = lead.kind in LEADS and number.kind is Kind.NUMBER
        is_known = any(span.start <= number.start < span.end for span in spans)
        if is_led and not is_known and _ends(tokens[at : at + 1], sentence, words):
            yield number


def _ends(following: Sequence[Token], sentence: str, words: Vocabulary) -> bool:
    """Nothing more, a comma, `and`, or `for` in front of those whom it is about."""
    if not following:
        return True
    (after,) = following
    said = sentence[after.start : after.end]
    return said in STOPS or after.kind is Kind.DURING or words.particles.exactly(said) in JOINS


def _unit_near(number: Token, sentence: str, tokens: Sequence[Token], spans: Sequence[Span]) -> str:
    """What stands behind the number of the next time, or of the last one before."""
    behind = [span for span in spans if span.start > number.start]
    donor = behind[0] if behind else spans[-1]
    counted = [
        one.end
        for one in tokens
        if one.kind is Kind.NUMBER and donor.start <= one.start < donor.end
    ]
    return sentence[counted[-1] : donor.end].rstrip() if counted else ""

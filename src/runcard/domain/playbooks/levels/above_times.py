"""Heads and labels that name a promise only because times stand below or behind them: `First look`,
`How often?`.

The same words elsewhere may be about anything, so they are no labels by themselves.
"""

from runcard.domain.playbooks.page.blocks import Label
from runcard.domain.playbooks.times.clauses import concepts_of
from runcard.domain.playbooks.times.grammar import spans_in
from runcard.domain.playbooks.times.sides import Side, side_of
from runcard.domain.playbooks.times.tokens import Kind
from runcard.domain.playbooks.vocabulary import Vocabulary
from runcard.domain.playbooks.words import WIDE, folded, plain, trailing_parenthesis

Concepts = tuple[str, ...]
# What a head may be about by other words, and still be that of a promise.
LOOSE: tuple[Concepts, ...] = ((), ("communication",), ("action",), ("definition",), ("name",))
ANSWERS: tuple[Concepts, ...] = (("response",), ("acknowledge",))
ADDRESSED = {"to_whom", "purpose"}
RHYTHM = "cadence"
ENDS = " :：?？¿.…"


def promised_above(head: str, known: Concepts, words: Vocabulary) -> Concepts:
    """What times promise below a head that says it in words of its own, or ends in `every`."""
    if _ends_in_every(head, words):
        return (rhythm_for(side_of(head, words)),)
    found = _at_an_edge(head, words) if known in LOOSE else None
    if found == RHYTHM:
        return (rhythm_for(side_of(head, words)),)
    return (found,) if found is not None else ()


def concepts_behind(label: Label, words: Vocabulary) -> Concepts:
    """What a label is about; `First look: 15 min` by the time that its value begins with."""
    known = concepts_of(label.name, words)
    spans = spans_in(plain(label.value), words)
    if not spans or spans[0].start > 0:
        return known
    # `Rückmeldung an den Schichtleiter: alle 15 Minuten`: no answer comes again and again.
    if known in ANSWERS and spans[0].is_period:
        return (rhythm_for(side_of(label.name, words)),)
    promised = promised_above(label.name, known, words)
    # `Status: within 15 minutes` is when it is told at first.
    is_told_once = promised[:1] == (RHYTHM,) and Kind.UNDER in spans[0].leads
    return known if is_told_once else promised or known


def rhythm_for(side: Side | None) -> str:
    """The name of a rhythm for a side that is told."""
    return "cadence_external" if side is Side.OUTSIDE else RHYTHM


def _at_an_edge(head: str, words: Vocabulary) -> str | None:
    """By the longest phrase; one word alone has to begin or to end the head: `Page the back-up`
    brings nothing back."""
    bare = trailing_parenthesis(head.strip(ENDS))[0].strip(ENDS)
    found = max(words.above_times.matches(bare), key=lambda one: len(one.phrase), default=None)
    if found is None:
        return None
    is_word = found.phrase.isalpha() and WIDE.search(found.phrase) is None
    is_inside = found.start() > 0 and found.end() < len(bare)
    return None if is_word and is_inside else words.above_times.phrases[found.phrase][0]


def _ends_in_every(head: str, words: Vocabulary) -> bool:
    """`Tell the shops every`, `On prévient toutes les`; `Meldung an alle` goes to all of them."""
    bare = head.rstrip(ENDS)
    for found in words.time_words.matches(bare):
        before = bare[: found.start()].split()
        is_last = found.end() == len(bare) and len(before) > 0
        if is_last and "every" in words.time_words.phrases[found.group()]:
            return not ADDRESSED & {*words.particles.phrases.get(folded(before[-1]), ())}
    return False

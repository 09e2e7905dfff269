"""Sentences behind the key of a level: what it means, and what is promised."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from runcard.domain.playbooks.levels.above_times import concepts_behind
from runcard.domain.playbooks.levels.entries import Statement
from runcard.domain.playbooks.levels.fields import labelled_pieces
from runcard.domain.playbooks.levels.sentences import loose_promises
from runcard.domain.playbooks.levels.told_clauses import told_in, told_statements
from runcard.domain.playbooks.page.blocks import label_of
from runcard.domain.playbooks.times.clauses import sentences, told_apart
from runcard.domain.playbooks.times.grammar import spans_in
from runcard.domain.playbooks.times.named_promises import promises_in
from runcard.domain.playbooks.vocabulary import Vocabulary

BARS = re.compile(r"\s+\|\s+")
SEMICOLON = re.compile(r"\s*[;；]\s*")
ARROW = "→"
ANSWER, REPAIR = ("response",), ("resolution",)
FEWEST = 2


def sentence_statements(
    text: str, line: int, words: Vocabulary, *, first: int = 0
) -> Iterator[Statement]:
    """Sentences behind a key: what it means, and what is promised; where nothing is promised, all
    of it is what it means."""
    parts = [
        piece
        for bar in BARS.split(text)
        for part in _at_an_arrow(bar, words)
        for piece in _with_alternatives(part, words)
    ]
    found: list[Statement] = []
    for at, part in enumerate(parts, first):
        found.extend(_after_the_answer(found, [*_sentence(part, line, at, words)], part, words))
    if all(one.concepts == ("definition",) for one in found) and not BARS.search(text):
        yield Statement(("definition",), text, line)
    else:
        yield from found


def _at_an_arrow(text: str, words: Vocabulary) -> list[str]:
    """`No tea → 5-minute response`: the last arrow leads to what is promised."""
    before, arrow, behind = text.rpartition(ARROW)
    is_promise = bool(arrow and before) and bool(spans_in(behind, words))
    return [before.strip(), behind.strip()] if is_promise else [text]


def _with_alternatives(text: str, words: Vocabulary) -> list[str]:
    """The sentences of a text; `Or no tea at all.` goes on with what the first one means."""
    first, *others = sentences(text) or ("",)
    while others and _is_an_alternative(others[0], words):
        first = f"{first} {others.pop(0)}"
    return [first, *others] if first else others


def _is_an_alternative(sentence: str, words: Vocabulary) -> bool:
    opening, _, rest = sentence.partition(" ")
    is_or = bool(rest) and words.particles.exactly(opening) == "or"
    return is_or and not any(promises_in(sentence, words))


def _after_the_answer(
    before: Sequence[Statement], mine: Sequence[Statement], part: str, words: Vocabulary
) -> Iterator[Statement]:
    """`We begin within 15 minutes. We want it over in 3 hours.`: a second time without a name, in a
    sentence of its own, is that of the repair."""
    told = {one.concepts for one in before}
    is_named = words.labels.speaks_of(part, "response")
    for one in mine:
        is_second = one.concepts == ANSWER and ANSWER in told and REPAIR not in told
        yield replace(one, concepts=REPAIR) if is_second and not is_named else one


def _sentence(part: str, line: int, at: int, words: Vocabulary) -> Iterator[Statement]:
    if labelled := _labelled(part, line, words):
        yield from labelled
        return
    if at == 0 and (apart := _in_pieces(part, line, words)):
        yield from apart
        return
    told, rest = told_in(part, words) if at > 0 else ([], part)
    yield from told_statements(told, line, words)
    if told and not rest:
        return
    part = rest if told else part
    promised = tuple(promises_in(part, words))
    if at > 0:
        promised = loose_promises(part, promised, words)
    if words.review.speaks_of(part, "strong") and spans_in(part, words):
        yield Statement(("review",), part.rstrip(".。"), line)
    elif sides := told_apart(part, line, words):
        yield from (Statement((one.concept,), one.time.text, line) for one in sides)
    elif promised:
        yield from (Statement((concept,), said, line) for concept, said in promised)
    else:
        yield Statement(("definition",), part, line)


def _labelled(part: str, line: int, words: Vocabulary) -> list[Statement]:
    """`Response: 5 min`, or several of the kind: `First look: 5 min; back to normal: 1 h`."""
    pieces = labelled_pieces(part.rstrip(".。"), words) or (part,)
    labels = [label for piece in pieces if (label := label_of(piece)) is not None]
    told = [(concepts_behind(label, words), label.value.rstrip(".")) for label in labels]
    return [Statement(concepts, said, line) for concepts, said in told if concepts]


def _in_pieces(part: str, line: int, words: Vocabulary) -> list[Statement]:
    """`ovens cold; answer 5 min; wakes: the owner`: what it means, then what is promised."""
    pieces = SEMICOLON.split(part)
    if len(pieces) <= FEWEST:
        return []
    told = [[*_sentence(piece, line, 1 + at, words)] for at, piece in enumerate(pieces)]
    is_said = [any(one.concepts != ("definition",) for one in found) for found in told]
    if is_said[0] or sum(is_said) < FEWEST:
        return []
    first = is_said.index(True)
    meaning = Statement(("definition",), "; ".join(pieces[:first]), line)
    return [meaning, *(one for found in told[first:] for one in found)]

"""Chains drawn with arrows: in a sentence, on one line, or as the edges of a flow chart."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from runcard.domain.playbooks.levels.names import level_head
from runcard.domain.playbooks.model import ChainStep, Text, TimeValue
from runcard.domain.playbooks.page.blocks import Fence
from runcard.domain.playbooks.people.names_and_cases import cut_at_case, opens_in_time
from runcard.domain.playbooks.people.rung_leads import Lead, case_in_front
from runcard.domain.playbooks.times.grammar import spans_in
from runcard.domain.playbooks.times.tokens import Kind
from runcard.domain.playbooks.times.waits import is_wait
from runcard.domain.playbooks.vocabulary import Vocabulary
from runcard.domain.playbooks.words import LEADING_NUMBER, has_letters, plain, trailing_parenthesis

PAIR = 2
ARROW = re.compile(r"[-─=]{1,40}[>►▶]|[→►▶⇒]")
# An arrow in brackets, `mate (radio → phone)`, leads to nobody.
TURN = re.compile(rf"(?:{ARROW.pattern})(?![^()（）]{{0,80}}[)）])")
ON_ARROW = re.compile(
    r"(?:[-─=]{2,40})\s*(?:[\[(|]([^()\[\]|]{1,80})[\])|]|([^-─=>►▶()]{1,80}?))\s*"
    r"(?=[-─=]+[>►▶])"
)
EDGE = re.compile(
    r"^\s*(\w{1,24})\s*([\[({][^\]\[)(}{]{1,80}[\])}]+)?"
    r"\s*(?:-{1,2} {1,4}([^-|>\s][^-|>]{0,79}) {1,4})?-{1,3}(?:>|\.->|->)\s*(?:\|([^|]{1,80})\|)?"
    r"\s*(\w{1,24})\s*([\[({][^\]\[)(}{]{1,80}[\])}]+)?"
)
BREAK = re.compile(r"\s*<br\s*/?>\s*")
# `OCE[On-call engineer]`, alone on its line, as in a group of boxes.
NODE = re.compile(r"^\s*(\w{1,24})\s*([\[({][^\]\[)(}{]{1,80}[\])}]+)[\s;]*$")
BRACKETED = re.compile(r"^[(（][^()（）]{1,80}[)）]$")
# `mate -> captain`, all of it in back-ticks.
CODED = re.compile(r"^`([^`]+)`$")
LONGEST_NAME = 80
MOST_WORDS = 6
FEWEST = 3
EDGES = " ()（）,，"


def arrow_steps(text: str, line: int, words: Vocabulary) -> tuple[ChainStep, ...]:
    """`on-call -> lead (after 30 min) -> CTO`: a condition on an arrow belongs to its target."""
    steps: list[ChainStep] = []
    condition: str | None = None
    for piece in TURN.split(_marked(CODED.sub(r"\1", text.strip()))):
        name, _, waiting = piece.partition("\x01")
        if steps and is_only_a_case(name, words):
            condition = name.strip(EDGES)
            continue
        if steps and _is_again(name, words):
            steps.append(_step(steps[-1].who, line, name.strip(EDGES), words))
            continue
        led = case_in_front(name.strip(), words) or _wait_in_front(name.strip(), words)
        name = name.strip() if led is None else led.rest
        condition = led.condition if led is not None else condition
        name = name.strip(" .|│├└─")
        name = name[1:-1] if name[:1] == "[" and name[-1:] == "]" else name
        who, inside = trailing_parenthesis(LEADING_NUMBER.sub("", name))
        who, case = _cut_at_hour(*cut_at_case(who, words), words)
        if not steps and words.rungs.speaks_of(who, "silence"):
            condition = name.strip()
            continue
        if who and len(who) <= LONGEST_NAME:
            is_case = bool(steps) or wait_in(inside or "", line, words) is not None
            said = condition or (inside if is_case else None) or case or None
            steps.append(_step(who, line, said, words))
        condition = waiting.strip() or None
    return _behind_the_silent(steps, words)


def _cut_at_hour(who: str, case: str, words: Vocabulary) -> tuple[str, str]:
    """`manager at 30 minutes`: a wait behind a small word ends the name, too."""
    spans = [span for span in spans_in(who, words) if is_wait(span) and span.end == len(who)]
    name, _, small = who[: spans[0].start].rstrip().rpartition(" ") if spans else ("", "", "")
    is_cut = bool(name) and not case and "at" in words.particles.phrases.get(small.lower(), ())
    return (name, who[len(name) :].strip()) if is_cut else (who, case)


def _is_again(piece: str, words: Vocabulary) -> bool:
    """`after 5 min again`: the same one, once more."""
    bare = piece.strip(EDGES + ".。")
    spans = [span for span in spans_in(bare, words) if is_wait(span)]
    rest = f"{bare[: spans[0].start]} {bare[spans[0].end :]}" if spans else ""
    return words.talk.exactly(rest.strip()) == "again"


def _wait_in_front(piece: str, words: Vocabulary) -> Lead | None:
    """`after 10 min the backup`."""
    spans = [span for span in spans_in(piece, words) if span.start == 0 and is_wait(span)]
    rest = piece[spans[0].end :].strip(EDGES) if spans and Kind.AFTER in spans[0].leads else ""
    is_name = 0 < len(rest.split()) <= MOST_WORDS and not spans_in(rest, words)
    return Lead(piece[: spans[0].end].strip(), rest) if is_name else None


def _behind_the_silent(steps: list[ChainStep], words: Vocabulary) -> tuple[ChainStep, ...]:
    """`mate, 5 min no answer → captain, 10 min no answer → owner`: who is silent stands before."""
    told = [step.condition or "" for step in steps]
    are_shifted = len(steps) >= FEWEST and not told[-1]
    if not are_shifted or not all(words.rungs.speaks_of(one, "silence") for one in told[:-1]):
        return tuple(steps)
    moved = [
        replace(step, condition=before.condition, after=before.after)
        for before, step in pairwise(steps)
    ]
    return (replace(steps[0], condition=None, after=None), *moved)


def is_only_a_case(piece: str, words: Vocabulary) -> bool:
    """`(10 min)`, `15 min, no answer`, `(no repair in 30 min)` between two arrows: a wait or a
    silence and no name, or one and whatever else in brackets of their own."""
    waits = [(span.start, span.end) for span in spans_in(piece, words) if is_wait(span)]
    silences = [
        (one.start(), one.end())
        for one in words.rungs.matches(piece)
        if "silence" in words.rungs.phrases[one.group()]
    ]
    told = sorted([*waits, *silences])
    if told and BRACKETED.match(piece.strip()):
        return True
    starts = [0, *(end for _, end in told)]
    ends = [*(start for start, _ in told), len(piece)]
    rest = (piece[start:end] for start, end in zip(starts, ends, strict=True))
    return bool(told) and not any(map(has_letters, rest))


def _marked(text: str) -> str:
    """Words that stand on an arrow, set apart from the name before it."""
    return ON_ARROW.sub(lambda found: "\x01" + (found.group(1) or found.group(2) or ""), text)


def _step(who: str, line: int, condition: str | None, words: Vocabulary) -> ChainStep:
    return ChainStep(who, line, condition, wait_in(condition or "", line, words))


def wait_in(condition: str, line: int, words: Vocabulary) -> TimeValue | None:
    for span in spans_in(condition, words):
        seconds = span.min_seconds if span.min_seconds is not None else span.seconds
        if seconds:
            return TimeValue(condition[span.start : span.end].strip(), line, seconds)
    return None


def mermaid_steps(fence: Fence, words: Vocabulary) -> tuple[ChainStep, ...]:
    """The boxes of a flow chart in the order of its arrows; words on an arrow are conditions. A box
    of a level only leads to those who are called for it."""
    names = {box: name for text in fence.lines for box, name in _named_boxes(text)}
    steps: dict[str, ChainStep] = {}
    for line, text in enumerate(fence.lines, fence.line + 1):
        edge = EDGE.match(text)
        if edge is None:
            continue
        start, target = edge.group(1), edge.group(5)
        if start not in steps and level_head(names.get(start, start), words) is None:
            steps[start] = _step(names.get(start, start), line, None, words)
        if target not in steps:
            said = (edge.group(3) or edge.group(4) or "").strip() or None
            steps[target] = _step(names.get(target, target), line, said, words)
    return tuple(one for one in steps.values() if not words.talk.speaks_of(one.who, "alarm"))


def _named_boxes(text: str) -> Iterator[tuple[str, str]]:
    """`B` and `Mate`, of `A --> B[Mate]` or of `B[Mate]`."""
    edge, node = EDGE.match(text), NODE.match(text)
    found = edge.group(1, 2, 5, 6) if edge else (*node.group(1, 2), "", "") if node else ()
    for box, name in zip(found[::2], found[1::2], strict=True):
        if name:
            yield box, BREAK.sub(" ", name.strip("[](){}\"' "))


def with_arrows_alike(entries: Sequence[Text], words: Vocabulary) -> list[Text]:
    """`Lead → after 30 min`, `Desk → the bell rings`: where an arrow leads from most of the names
    to a case, it leads to one from each of them."""
    cut = [[*map(str.strip, ARROW.split(plain(entry.text)))] for entry in entries]
    pairs = [one for one in cut if len(one) == PAIR and all(one)]
    cases = [one for one in pairs if opens_in_time(one[1], words)]
    if len(pairs) < len(entries) or PAIR * len(cases) <= len(entries):
        return list(entries)
    told = zip(entries, pairs, strict=True)
    return [replace(entry, text=" – ".join(pair)) for entry, pair in told]

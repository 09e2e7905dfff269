"""A whole chain in one sentence: with arrows, with `then`, or as pairs of a wait and a name."""

import re
from collections.abc import Iterator
from dataclasses import replace

from runcard.domain.playbooks.levels.names import level_head
from runcard.domain.playbooks.model import ChainStep, EscalationChain, Text
from runcard.domain.playbooks.page.blocks import Item, Paragraph, label_of
from runcard.domain.playbooks.people.arrow_lines import steps_of_line
from runcard.domain.playbooks.people.arrows import ARROW, arrow_steps
from runcard.domain.playbooks.people.rung_leads import lead_of
from runcard.domain.playbooks.people.rungs import rungs_of
from runcard.domain.playbooks.vocabulary import Vocabulary
from runcard.domain.playbooks.words import plain

SEMICOLON = re.compile(r"\s*[;；]\s*")
FEWEST = 3


def sentence_chains(
    block: Paragraph | Item, words: Vocabulary, *, is_near: bool
) -> Iterator[EscalationChain]:
    """`Escalation: on-call -> lead (after 30 min) -> CTO` in one line; `SEV1: …` for one level."""
    for line in block.lines:
        text = plain(line.text)
        label = label_of(text)
        label = None if label is not None and ARROW.search(label.name) else label
        named = label is not None and "escalation" in words.about(label.name)
        if not (named or is_near or ARROW.search(text)):
            continue
        steps = _steps(Text(label.value if label else text, line.line), words, named=named)
        head = level_head(label.name, words) if label else None
        if len(steps) < (FEWEST - 1 if named or (is_near and head) else FEWEST):
            continue
        if named or is_near or sum(step.after is not None for step in steps) >= 2:
            keys = () if head is None else head.keys
            yield EscalationChain(line.line, True, steps, "escalation", keys)


def _steps(said: Text, words: Vocabulary, *, named: bool) -> tuple[ChainStep, ...]:
    paired = _pairs(said, words)
    if paired:
        return rungs_of(paired, words)
    text = said.text.replace(" > ", " → ") if named else said.text
    if ARROW.search(text) is None:
        return arrow_steps(_with_arrows(text, words), said.line, words)
    return steps_of_line(replace(said, text=text), words)


def _pairs(said: Text, words: Vocabulary) -> list[Text]:
    """`No answer in 10 min → secondary; 30 min → manager`: each arrow points to a name."""
    pieces = [ARROW.split(piece) for piece in SEMICOLON.split(said.text.rstrip(" .。"))]
    if len(pieces) < 2 or any(len(piece) != 2 for piece in pieces):
        return []
    pairs = [Text(f"{wait.strip()}: {name.strip()}", said.line) for wait, name in pieces]
    return pairs if all(lead_of(pair.text, said.line, words) for pair in pairs) else []


def _with_arrows(text: str, words: Vocabulary) -> str:
    """`First the mate, then the captain after 20 min, then the owner`, with arrows for `then`."""
    found = words.rungs.matches(text)
    thens = [one for one in found if "then" in words.rungs.phrases[one.group()]]
    if len(thens) < FEWEST - 1:
        return text
    first = next((one.end() for one in found if one.start() == 0 and one not in thens), 0)
    starts = [first, *(one.end() for one in thens)]
    ends = [*(one.start() for one in thens), len(text)]
    names = [text[start:end].strip(" ,，、;；.。") for start, end in zip(starts, ends, strict=True)]
    return " → ".join(names)

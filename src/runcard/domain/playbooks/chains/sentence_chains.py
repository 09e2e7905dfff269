"""A whole chain in one sentence: with arrows, with `then`, or as pairs of a wait and a name."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from runcard.domain.playbooks.chains.arrow_lines import drawn_sentences, steps_of_line
from runcard.domain.playbooks.chains.rungs import rungs_of
from runcard.domain.playbooks.levels.names import level_head
from runcard.domain.playbooks.model import ChainStep, EscalationChain, Text
from runcard.domain.playbooks.page.blocks import Item, Label, Paragraph, label_of
from runcard.domain.playbooks.people.arrows import ARROW, arrow_steps
from runcard.domain.playbooks.people.call_sentences import is_short_name
from runcard.domain.playbooks.people.calling import is_task
from runcard.domain.playbooks.people.names_and_cases import cut_at_case
from runcard.domain.playbooks.people.persons import are_of_people, plays_a_part
from runcard.domain.playbooks.people.rung_leads import lead_of, opens_a_case
from runcard.domain.playbooks.times.grammar import spans_in
from runcard.domain.playbooks.times.waits import delay
from runcard.domain.playbooks.vocabulary import Vocabulary
from runcard.domain.playbooks.words import plain, trailing_parenthesis

SEMICOLON = re.compile(r"\s*[;；]\s*")
CODE_BEHIND = re.compile(r"\w\s+`[^@#+`][^@`]*`")
STOP = re.compile(r"[.。!?]\s|[.。]$")
# `mate > captain`; `for amounts > $1,000` is more than that.
SIGN = re.compile(r" > (?![^\w\s]{0,2}\d[\d.,]*\s?(?:[^\w\s]|[kKmM]|ms|[smh]|min)?(?:\s[^>]*)?$)")
FEWEST = 3
SHORTEST = 60


def sentence_chains(
    block: Paragraph | Item, words: Vocabulary, *, is_near: bool
) -> Iterator[EscalationChain]:
    """`Escalation: on-call -> lead (after 30 min) -> CTO` in one line; `SEV1: …` for one level."""
    for line in (part for one in block.lines for part in _parts(one)):
        text = plain(line.text)
        label = _bold_sentence(line.text) or label_of(text)
        label = None if label is not None and ARROW.search(label.name) else label
        named = label is not None and "escalation" in words.about(label.name)
        if not (named or is_near or ARROW.search(text)):
            continue
        said = label.value if label else text
        is_drawn = named or (is_near and said.count(" > ") > 1 and spans_in(said, words) != ())
        steps = drawn_steps(Text(said, line.line), words, named=is_drawn)
        steps = _in_case(steps, label, words) if named else steps
        head = level_head(label.name, words) if label else None
        is_short = named or (is_near and label is not None and any(map(_is_waited, steps)))
        if len(steps) < (FEWEST - 1 if is_short or (is_near and head) else FEWEST):
            continue
        if not named and _are_machines(steps, words):
            continue
        is_free = sum(_is_waited(step) for step in steps) >= FEWEST - 1
        if named or is_near or (is_free and are_of_people([one.who for one in steps], words)):
            keys = () if head is None else head.keys
            yield EscalationChain(line.line, True, steps, "escalation", keys)


def _bold_sentence(text: str) -> Label | None:
    """`**Night watch.** Mate → captain`: a label that ends in a stop."""
    label = label_of(text)
    is_label = label is not None and label.bold and label.name.endswith((".", "。"))
    return label if is_label else None


def _in_case(
    steps: tuple[ChainStep, ...], label: Label | None, words: Vocabulary
) -> tuple[ChainStep, ...]:
    """`Escalation (if nobody answers in 5 min): the mate, then the captain`: when it begins."""
    case = trailing_parenthesis(label.name)[1] if label is not None else None
    if not steps or steps[0].condition or not case:
        return steps
    after = delay(case, steps[0].line, words)
    is_case = after is not None or opens_a_case(case, words)
    return (replace(steps[0], condition=case, after=after), *steps[1:]) if is_case else steps


def _is_waited(step: ChainStep) -> bool:
    """After a minute or more: machines wait for seconds."""
    return step.after is not None and (step.after.seconds or 0) >= SHORTEST


def _are_machines(steps: Sequence[ChainStep], words: Vocabulary) -> bool:
    """`Bell → queue `late-bread` → pager`: a name in code that is nobody's handle, where nobody
    plays a part and nothing is waited for."""
    is_coded = any(CODE_BEHIND.search(step.who) for step in steps)
    is_waited = any(step.after is not None for step in steps)
    return is_coded and not is_waited and not any(plays_a_part(one.who, words) for one in steps)


def _parts(line: Text) -> list[Text]:
    """`Fire: mate → captain → owner. Flood: cook → captain → owner.`: a sentence for each case."""
    parts = drawn_sentences(line.text)
    return [replace(line, text=part) for part in parts] if len(parts) >= FEWEST - 1 else [line]


def drawn_steps(said: Text, words: Vocabulary, *, named: bool) -> tuple[ChainStep, ...]:
    """The rungs of one sentence; where it is named an escalation, `>` is an arrow, too."""
    paired = _pairs(said, words)
    if paired:
        return rungs_of(paired, words)
    text = SIGN.sub(" → ", said.text) if named else said.text
    if ARROW.search(text) is None:
        steps = arrow_steps(_with_arrows(text, words, named=named), said.line, words)
        return steps if all(STOP.search(step.who) is None for step in steps) else ()
    return steps_of_line(replace(said, text=text), words)


def _pairs(said: Text, words: Vocabulary) -> list[Text]:
    """`No answer in 10 min → secondary; 30 min → manager`: each arrow points to a name."""
    pieces = [ARROW.split(piece) for piece in SEMICOLON.split(said.text.rstrip(" .。"))]
    if len(pieces) < 2 or any(len(piece) != 2 for piece in pieces):
        return []
    pairs = [Text(f"{wait.strip()}: {name.strip()}", said.line) for wait, name in pieces]
    return pairs if all(lead_of(pair.text, said.line, words) for pair in pairs) else []


def _with_arrows(text: str, words: Vocabulary, *, named: bool) -> str:
    """`First the mate, then the captain after 20 min, then the owner`, with arrows for `then`; of
    two names, only where these are called an escalation."""
    found = words.rungs.matches(text)
    thens = [one for one in found if "then" in words.rungs.phrases[one.group()]]
    if len(thens) < FEWEST - (2 if named else 1):
        return text
    first = next((one.end() for one in found if one.start() == 0 and one not in thens), 0)
    starts = [first, *(one.end() for one in thens)]
    ends = [*(one.start() for one in thens), len(text)]
    names = [text[start:end].strip(" ,，、;；.。") for start, end in zip(starts, ends, strict=True)]
    is_of_names = len(thens) >= FEWEST - 1 or all(_is_name(name, words) for name in names)
    return " → ".join(names) if is_of_names else text


def _is_name(text: str, words: Vocabulary) -> bool:
    return is_short_name(cut_at_case(text, words)[0], words) and not is_task(text, words)

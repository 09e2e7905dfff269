"""Chains inside fences: lists below a label, numbered names, drawings and flow charts."""

import re
from collections.abc import Iterator
from itertools import pairwise, takewhile

from runcard.domain.playbooks.chains.drawings import diagram_steps
from runcard.domain.playbooks.chains.kept_chains import kept_chains
from runcard.domain.playbooks.chains.rungs import chain_step, rungs_of
from runcard.domain.playbooks.levels.mentions import starts_with_level
from runcard.domain.playbooks.levels.names import LevelHead, level_head
from runcard.domain.playbooks.model import ChainStep, EscalationChain, Text
from runcard.domain.playbooks.page.blocks import Fence
from runcard.domain.playbooks.people.arrows import mermaid_steps
from runcard.domain.playbooks.people.cases_above_arrows import cases_above_arrows
from runcard.domain.playbooks.people.rung_leads import lead_of
from runcard.domain.playbooks.vocabulary import Vocabulary
from runcard.domain.playbooks.words import margin_of

# An arrow in front of each name, `-> mate`, is a sign of the list and no way from anybody.
NUMBERED_LINE = re.compile(r"^\s*(?:\d+[.)]|[-*]|[-=]{1,2}>|[→⇒])\s+(.+)$")
GAP = re.compile(r"(?<=\S)(?:\t| {2})\s*(?=[^\s(（])")
OPEN_ENDS = (":", "：")
FEWEST = 2
REMARK = re.compile(r"^\s*(?:#|--\s)")
SHELL = {"bash", "sh", "shell", "console", "sql"}


def fenced_chains(fence: Fence, words: Vocabulary, *, is_ours: bool) -> Iterator[EscalationChain]:
    """`Escalation Chain:` with numbered names under it, data, or a drawing with arrows."""
    if fence.lang == "mermaid":
        steps = mermaid_steps(fence, words) if is_ours else ()
        if len(steps) >= 3:
            yield EscalationChain(fence.line, ordered=False, steps=steps)
        return
    listed = [*kept_chains(fence, words, is_ours=is_ours)] or [*_labelled_lists(fence, words)]
    if any(len(one.steps) >= FEWEST for one in listed):
        yield from listed
    elif is_ours:
        yield from _of_levels(fence, words) or _unlabelled(fence, words)


def _of_levels(fence: Fence, words: Vocabulary) -> list[EscalationChain]:
    """`S1:` above its rungs and `S2:` above its own: a chain for each."""
    lines = [Text(text, line) for line, text in enumerate(fence.lines, fence.line + 1)]
    heads = [one for one in lines if one.text.rstrip().endswith(OPEN_ENDS) and _head(one, words)]
    if len(heads) < FEWEST or lines[0] != heads[0]:
        return []
    chains: list[EscalationChain] = []
    for head, after in pairwise([*heads, None]):
        last = lines[-1].line + 1 if after is None else after.line
        inner = [one for one in lines if head and head.line < one.line < last]
        listed = tuple(_following(fence, head.line - fence.line, words)) if head else ()
        steps = listed or diagram_steps(inner, words) or _led_lines(inner, words)
        level = _head(head, words) if head else None
        if head and level and len(steps) >= FEWEST:
            line = head.line if chains or listed else fence.line
            is_numbered = bool(listed) and inner[0].text.strip()[:1].isdigit()
            chains.append(EscalationChain(line, is_numbered, steps, keys=level.keys))
    return chains


def _head(line: Text, words: Vocabulary) -> LevelHead | None:
    return level_head(line.text.strip().rstrip(":："), words)


def _unlabelled(fence: Fence, words: Vocabulary) -> Iterator[EscalationChain]:
    lines = [Text(text, line) for line, text in enumerate(fence.lines, fence.line + 1)]
    if steps := cases_above_arrows(lines, words):
        yield EscalationChain(fence.line, ordered=False, steps=steps)
        return
    if fence.lang in SHELL:
        lines = [one for one in lines if not REMARK.match(one.text)]  # `# 4. Still cold? → call`
    is_numbered = bool(fence.lines) and fence.lines[0].strip()[:1].isdigit()
    drawn = diagram_steps(lines, words)
    if len(drawn) >= 2:
        yield EscalationChain(fence.line, ordered=False, steps=drawn)
    elif fence.lang not in SHELL and len(steps := tuple(_following(fence, 0, words))) >= 2:
        yield EscalationChain(fence.line, ordered=is_numbered, steps=steps)
    elif fence.lang not in SHELL and len(steps := _led_lines(lines, words)) >= 2:
        yield EscalationChain(fence.line, ordered=False, steps=steps)


def _led_lines(lines: list[Text], words: Vocabulary) -> tuple[ChainStep, ...]:
    """`L1: on-call engineer`, `15 min   team lead`: every line begins as a rung does."""
    outer = min((margin_of(one.text) for one in lines if one.text.strip()), default=0)
    # What stands further in tells more of the rung above it.
    heads = [one for one in lines if one.text.strip() and margin_of(one.text) == outer]
    told = [Text(GAP.sub(" – ", one.text.strip()), one.line) for one in heads]
    is_led = all(lead_of(one.text, one.line, words) for one in told)
    return rungs_of(told, words) if is_led else ()


def _labelled_lists(fence: Fence, words: Vocabulary) -> Iterator[EscalationChain]:
    """`Escalation:` above a list of names or a drawing; beside a chain, one may have a single rung
    where its label is of a level: `S3 escalation:`."""
    for at, line in enumerate(fence.lines):
        head = line.strip().rstrip(":：")
        if not line.rstrip().endswith(OPEN_ENDS) or not _heads_a_chain(line.strip(), words):
            continue
        steps = tuple(_following(fence, at + 1, words)) or _indented(fence, at + 1, words)
        if len(steps) >= FEWEST or (steps and starts_with_level(head, words)):
            numbered = fence.lines[at + 1].strip()[:1].isdigit()
            yield EscalationChain(fence.line + 1 + at, numbered, steps, head)


def _heads_a_chain(head: str, words: Vocabulary) -> bool:
    """`Escalation:`; below `Escalate when:` stand cases."""
    said = head.rstrip(" :：")
    ends = [one for one in words.talk.matches(said) if one.end() == len(said)]
    asks = any("if" in words.talk.phrases[one.group()] for one in ends)
    return "escalation" in words.about(head) and not asks


def _indented(fence: Fence, start: int, words: Vocabulary) -> tuple[ChainStep, ...]:
    """What is drawn deeper than the label above it."""
    depth = margin_of(fence.lines[start - 1])
    inner = takewhile(lambda one: margin_of(one[1]) > depth, enumerate(fence.lines[start:]))
    return diagram_steps([Text(text, fence.line + 1 + start + at) for at, text in inner], words)


def _following(fence: Fence, start: int, words: Vocabulary) -> Iterator[ChainStep]:
    for at in range(start, len(fence.lines)):
        found = NUMBERED_LINE.match(fence.lines[at])
        if found is None:
            return
        step = chain_step(found.group(1), fence.line + 1 + at, words)
        if step is None:
            return
        yield step

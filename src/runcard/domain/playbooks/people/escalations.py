"""Who is told next: chains of people, with conditions and delays, and when to climb them."""

import re
from collections.abc import Iterator, Sequence

from runcard.domain.playbooks.levels.groups import items_with_bodies, topics
from runcard.domain.playbooks.model import ChainStep, EscalationChain, Text, TimeValue
from runcard.domain.playbooks.page.addresses import REAL, kind_of
from runcard.domain.playbooks.page.blocks import (
    Fence,
    Item,
    Outline,
    Paragraph,
    Section,
    Table,
    label_of,
)
from runcard.domain.playbooks.people.arrows import arrow_steps, diagram_steps, mermaid_steps
from runcard.domain.playbooks.people.escalation_tables import table_chain
from runcard.domain.playbooks.times.grammar import read_time, spans_in
from runcard.domain.playbooks.times.waits import delay, is_wait
from runcard.domain.playbooks.vocabulary import Vocabulary
from runcard.domain.playbooks.words import plain, trailing_parenthesis, untitled

DASH = re.compile(r"\s+[-–—]\s+")
TO_ADDRESS = re.compile(r"\s+(?:[-–—]|→|->|=>)\s+")
NUMBERED_LINE = re.compile(r"^\s*(?:\d+[.)]|[-*])\s+(.+)$")
NAMED = re.compile(r"^[(（][^()（）]{1,60}[)）]\s*[:：]\s*(.+)$")
LONGEST_NAME = 80
MOST_WORDS_OF_A_NAME = 5


def chains_of(page: Outline, words: Vocabulary) -> tuple[EscalationChain, ...]:
    """Every chain, in document order; the first under a heading carries the heading's line."""
    found = [chain for section in page.sections for chain in _section_chains(page, section, words)]
    return tuple(sorted(found, key=lambda chain: chain.line))


def _section_chains(
    page: Outline, section: Section, words: Vocabulary
) -> Iterator[EscalationChain]:
    first = True
    is_ours = _is_about_escalation(page, section, words)
    for chain in _all_chains(section, words, is_ours=is_ours):
        owned = first and is_ours and chain.title == ""
        line = section.line if owned else chain.line
        yield EscalationChain(
            line, chain.ordered, chain.steps, chain.title or untitled(section.title)
        )
        first = False


def _is_about_escalation(page: Outline, section: Section, words: Vocabulary) -> bool:
    about = topics(page, section, words)
    own = words.about(untitled(section.title))
    return "escalation" in about and "triggers" not in own and not about & {"runbooks", "review"}


def _all_chains(section: Section, words: Vocabulary, *, is_ours: bool) -> Iterator[EscalationChain]:
    if is_ours:
        yield from _list_chains(section, words)
    for block in section.blocks:
        if isinstance(block, Table) and is_ours:
            yield from table_chain(block, words)
        elif isinstance(block, Fence):
            yield from _fence_chains(block, words, is_ours=is_ours)
        elif isinstance(block, Paragraph):
            yield from _sentence_chains(block, words, is_ours=is_ours)


def _list_chains(section: Section, words: Vocabulary) -> Iterator[EscalationChain]:
    triggers = {text.line for text in listed_triggers(section, words)}
    for entries in items_with_bodies(section):
        outer = [item for item, _ in entries if item.line not in triggers]
        steps = tuple(chain_step(item.text, item.line, words) for item in outer)
        known = tuple(step for step in steps if step is not None)
        if is_call_list(outer, words):
            continue
        if len(known) >= 2 and len(known) == len(outer):
            yield EscalationChain(outer[0].line, outer[0].numbered, known)


def is_call_list(entries: Sequence[Item], words: Vocabulary) -> bool:
    """Names with real addresses behind them are for reaching people, not an order of calling."""
    labels = [label_of(item.text) for item in entries]
    kinds = [kind_of(one.value, words) for one in labels if one and one.value]
    told = [kind for kind in kinds if kind != "none"]
    return bool(REAL & set(kinds)) and len(told) >= 2 and 2 * len(told) >= len(entries)


def chain_step(text: str, line: int, words: Vocabulary) -> ChainStep | None:
    """`**Night Lead** (not repaired in 40 min)`: who, under which condition, after how long."""
    who, condition = (
        _wait_first(text, line, words) or _case_first(text, words) or _who_and_condition(text)
    )
    who = _without_address(who, words)
    if not who or len(who) > LONGEST_NAME or who.endswith((".", "?")):
        return None
    return ChainStep(who, line, condition or None, delay(condition, line, words))


def _without_address(who: str, words: Vocabulary) -> str:
    """`Duty lead – +1 555 0100`, `Primary → pager`: an address is no part of a name."""
    name, *rest = TO_ADDRESS.split(who, maxsplit=1)
    return name if rest and name and kind_of(rest[0], words) in {*REAL, "url", "pointer"} else who


def _wait_first(text: str, line: int, words: Vocabulary) -> tuple[str, str] | None:
    """`10 min: secondary on-call (SEV1 only)`: the wait stands before the name."""
    label = label_of(text)
    if label is None or not label.value or read_time(label.name, line, words) is None:
        return None
    who, inside = trailing_parenthesis(label.value)
    return who, label.name if inside is None else f"{label.name}, {inside}"


def _case_first(text: str, words: Vocabulary) -> tuple[str, str] | None:
    """`No repair after 2 hours: service owner`: a wait is part of a case and never of a name."""
    label = label_of(text)
    if label is None or not 1 <= len(label.value.split()) <= MOST_WORDS_OF_A_NAME:
        return None
    waits = [span for span in spans_in(trailing_parenthesis(label.name)[0], words) if is_wait(span)]
    is_case = bool(waits) and bool(waits[0].leads) and waits[0].start > 0
    if not is_case or spans_in(label.value, words):
        return None
    return label.value, label.name


def _who_and_condition(text: str) -> tuple[str, str]:
    label = label_of(text)
    if label is not None and label.bold:
        return label.name, _condition_in(label.value)
    words = plain(text)
    who, inside = trailing_parenthesis(words)
    if inside is not None:
        return who, inside
    pieces = DASH.split(words, maxsplit=1)
    if len(pieces) == 2:
        return pieces[0], pieces[1]
    return (label.name, label.value) if label is not None else (words, "")


def _condition_in(value: str) -> str:
    """Behind a bold name: the parenthesis, or what follows the last dash, or all of it."""
    if value[:1] in "(（" and value[-1:] in ")）":
        return value[1:-1].strip()
    named = NAMED.match(value)
    if named is not None:
        return named.group(1)
    pieces = DASH.split(value)
    return pieces[-1].strip("-–— ") if len(pieces) > 1 else value.strip("-–— ")


def _fence_chains(fence: Fence, words: Vocabulary, *, is_ours: bool) -> Iterator[EscalationChain]:
    """`Escalation Chain:` with numbered names under it, or a drawing with arrows."""
    if fence.lang == "mermaid":
        steps = mermaid_steps(fence, words) if is_ours else ()
        if len(steps) >= 3:
            yield EscalationChain(fence.line, ordered=False, steps=steps)
        return
    listed = _labelled_list(fence, words)
    if listed is not None:
        yield listed
    elif is_ours:
        drawn = diagram_steps(fence, words)
        listed_steps = () if len(drawn) >= 2 else _numbered_steps(fence, words)
        if len(drawn) >= 2:
            yield EscalationChain(fence.line, ordered=False, steps=drawn)
        elif len(listed_steps) >= 2:
            is_numbered = fence.lines[0].strip()[:1].isdigit()
            yield EscalationChain(fence.line, ordered=is_numbered, steps=listed_steps)


def _labelled_list(fence: Fence, words: Vocabulary) -> EscalationChain | None:
    for at, line in enumerate(fence.lines):
        head = line.strip()
        if head.endswith((":", "：")) and "escalation" in words.about(head):
            steps = tuple(_following_steps(fence, at + 1, words))
            if len(steps) >= 2:
                numbered = fence.lines[at + 1].strip()[:1].isdigit()
                return EscalationChain(fence.line + 1 + at, numbered, steps, head.rstrip(":："))
    return None


def _following_steps(fence: Fence, start: int, words: Vocabulary) -> Iterator[ChainStep]:
    for at in range(start, len(fence.lines)):
        found = NUMBERED_LINE.match(fence.lines[at])
        if found is None:
            return
        step = chain_step(found.group(1), fence.line + 1 + at, words)
        if step is None:
            return
        yield step


def _numbered_steps(fence: Fence, words: Vocabulary) -> tuple[ChainStep, ...]:
    if fence.lang in {"bash", "sh", "shell", "console", "sql"}:
        return ()
    return tuple(_following_steps(fence, 0, words))


def _sentence_chains(
    paragraph: Paragraph, words: Vocabulary, *, is_ours: bool
) -> Iterator[EscalationChain]:
    """`Escalation: on-call -> lead (after 30 min) -> CTO` in one line."""
    for line in paragraph.lines:
        text = plain(line.text)
        label = label_of(text)
        named = label is not None and "escalation" in words.about(label.name)
        steps = arrow_steps(label.value if named and label else text, line.line, words)
        waits = sum(1 for step in steps if step.after is not None)
        if len(steps) >= 3 and (named or is_ours or waits >= 2):
            yield EscalationChain(line.line, ordered=True, steps=steps, title="escalation")


def triggers_of(page: Outline, words: Vocabulary) -> tuple[Text, ...]:
    """The bullets under `When to escalate`."""
    return placed_triggers(page, words)[0]


def placed_triggers(page: Outline, words: Vocabulary) -> tuple[tuple[Text, ...], int | None]:
    """The bullets under `When to escalate`, and the line that says so; the first list counts."""
    for section in page.sections:
        found = listed_triggers(section, words)
        if found:
            label = _label_of_triggers(section, words)
            return found, section.line if label is None else label
    return (), None


def _label_of_triggers(section: Section, words: Vocabulary) -> int | None:
    """The line of a bold label that stands in place of a heading."""
    if "triggers" in words.about(untitled(section.title)):
        return None
    for block in section.blocks:
        if isinstance(block, Paragraph):
            label = label_of(block.lines[-1].text)
            is_label = label is not None and label.bold and not label.value
            if is_label and _is_about_triggers(plain(block.lines[-1].text), words):
                return block.lines[-1].line
    return None


def trigger_wait(triggers: Sequence[Text], words: Vocabulary) -> TimeValue | None:
    """`nothing has improved for 30 minutes`: the only time among the triggers."""
    waits = [
        span.value(one.text, one.line)
        for one in triggers
        for span in spans_in(one.text, words)
        if span.seconds and not span.is_period
    ]
    return waits[0] if len(waits) == 1 else None


def listed_triggers(section: Section, words: Vocabulary) -> tuple[Text, ...]:
    """Bullets that say when to escalate: under such a heading, or after such a sentence."""
    if "triggers" in words.about(untitled(section.title)):
        return _bullets_from(section.blocks)
    for at, block in enumerate(section.blocks):
        if isinstance(block, Paragraph):
            last = block.lines[-1].text
            if _introduces(last) and _is_about_triggers(plain(last), words):
                return _bullets_from(section.blocks[at + 1 :])
    return ()


def _introduces(text: str) -> bool:
    """A line that ends in a colon, or a bold label with nothing behind it."""
    label = label_of(text)
    is_label = label is not None and label.bold and not label.value
    return is_label or plain(text).endswith((":", "："))


def _is_about_triggers(text: str, words: Vocabulary) -> bool:
    """`Escalate right away if:` is about them as much as `When to escalate`."""
    about = words.about(text)
    return "triggers" in about or ("escalation" in about and words.talk.speaks_of(text, "if"))


def _bullets_from(blocks: Sequence[object]) -> tuple[Text, ...]:
    """The first list, as plain texts."""
    found = [block for block in blocks if isinstance(block, Item) and block.depth == 1]
    mine = [item for item in found if item.list_line == found[0].list_line]
    return tuple(Text(plain(item.text), item.line) for item in mine)

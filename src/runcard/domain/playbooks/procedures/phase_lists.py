"""Phases as the entries of a list that begin in bold, each with what is nested in it."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from runcard.domain.playbooks.model import Item as PhaseItem
from runcard.domain.playbooks.model import Phase, TimeValue
from runcard.domain.playbooks.page.blocks import Fence, Item, Label, Section, label_of
from runcard.domain.playbooks.page.bodies import items_with_bodies
from runcard.domain.playbooks.procedures.phase_items import item_kind
from runcard.domain.playbooks.procedures.phase_words import is_phase_word
from runcard.domain.playbooks.procedures.step_codes import is_coded
from runcard.domain.playbooks.procedures.windows import timebox_of
from runcard.domain.playbooks.times.clauses import sentences
from runcard.domain.playbooks.times.grammar import read_time, spans_in
from runcard.domain.playbooks.times.tokens import Kind
from runcard.domain.playbooks.vocabulary import Vocabulary
from runcard.domain.playbooks.words import plain, trailing_parenthesis, untitled

DASHES = ("-", "–", "—")
STOPS = (".", "。")
FEWEST_WORDED = 3


def list_phases(section: Section, words: Vocabulary) -> tuple[Phase, ...]:
    """`1. **Contain** (15 min)`: an ordered list whose entries begin in bold; or any, where they
    begin with words of what phases are for. Principles are no course."""
    title = untitled(section.title)
    if words.works.speaks_of(title, "principles"):
        return ()
    is_after = "review" in words.about(title)
    for entries in items_with_bodies(section):
        names = [label.name for item, _ in entries if (label := _bold_label(item)) is not None]
        if len(names) < len(entries):
            continue
        if not entries[0][0].numbered and not _are_phase_words(names, words):
            continue
        made = [
            _list_phase(item, tuple(part for part in body if isinstance(part, Item)), words)
            for item, body in entries
        ]
        phases = tuple(_with_nested_fences(made, section))
        asked = [item for item, _ in entries]
        if not is_after and _are_told(asked):
            pairs = zip(phases, asked, strict=True)
            return tuple(_with_bound(phase, item, words) for phase, item in pairs)
        if _are_more_than_steps(phases, words):
            return phases
    return ()


def _are_more_than_steps(phases: Sequence[Phase], words: Vocabulary) -> bool:
    """Something nested below one, a time, or words for phases in half of the names; else each is
    a step of what the heading names."""
    is_held = any(one.items or one.fences or one.timebox for one in phases)
    meant = sum(1 for one in phases if is_phase_word(one.title, words))
    return is_held or 2 * meant >= len(phases)


def _are_told(entries: Sequence[Item]) -> bool:
    """`1. **Stop the leak.** Shut the valve first.`: each a sentence in bold, and what it means."""
    labels = [_bold_label(item) for item in entries if item.numbered]
    told = [one for one in labels if one and one.value and one.name.endswith(STOPS)]
    return len(entries) >= FEWEST_WORDED and len(told) == len(entries)


def _bold_label(item: Item) -> Label | None:
    label = label_of(item.text)
    return label if label is not None and label.bold else None


def _are_phase_words(names: Sequence[str], words: Vocabulary) -> bool:
    """`Contain`, or `Phase 1: At the gate`."""
    named = [is_phase_word(name, words) or is_coded(name, words) for name in names]
    return len(names) >= FEWEST_WORDED and all(named)


def _with_nested_fences(phases: Sequence[Phase], section: Section) -> Iterator[Phase]:
    """Fences indented below an entry belong to it."""
    nested = [one.line for one in section.blocks if isinstance(one, Fence) and one.in_item]
    ends = [*(phase.line for phase in phases[1:]), section.end + 1]
    for phase, end in zip(phases, ends, strict=False):
        mine = tuple(line for line in nested if phase.line < line < end)
        yield replace(phase, fences=mine, end_line=end - 1)


def _list_phase(item: Item, body: tuple[Item, ...], words: Vocabulary) -> Phase:
    label = label_of(item.text)
    name, rest = (label.name, label.value) if label else (plain(item.text), "")
    bare, inside = trailing_parenthesis(name.rstrip(".。"))
    if inside is not None and timebox_of(inside, item.line, words) is not None:
        name, rest, inside = bare, f"({inside})", None
    elif inside is not None:
        name = bare
    items = tuple(PhaseItem(plain(part.text), part.line, item_kind(part)) for part in body)
    timebox = _list_time(rest, item.line, words)
    return Phase(name.rstrip(".。"), item.line, timebox, items, qualifier=inside)


def _list_time(rest: str, line: int, words: Vocabulary) -> TimeValue | None:
    """Behind the name: a parenthesis, a `Target:` or `by the end of the day`; nothing vaguer."""
    inside = rest.strip()[1:].split(")")[0] if rest.strip()[:1] in "(（" else ""
    if inside:
        return timebox_of(inside, line, words)
    if rest.strip()[:1] in DASHES and (time := read_time(rest.strip(" -–—"), line, words)):
        return time
    label = label_of(rest.rsplit(". ", 1)[-1].rstrip("."))
    if label is not None:
        return read_time(label.value, line, words)
    behind = trailing_parenthesis(rest)[1]
    if behind is not None and (time := read_time(behind, line, words)):
        return time
    spans = spans_in(rest, words)
    by_the_end = [span for span in spans if span.calendar == "same_business_day"]
    return by_the_end[0].value(rest, line) if by_the_end else None


def _with_bound(phase: Phase, item: Item, words: Vocabulary) -> Phase:
    """`Within 10 minutes, ring the bell.`: the only bound that the first sentence sets."""
    label = label_of(item.text)
    first = next(iter(sentences(label.value)), "") if label else ""
    spans = [one for one in spans_in(first, words) if not one.is_period]
    is_bound = len(spans) == 1 and Kind.UNDER in spans[0].leads
    bound = spans[0].value(first, item.line) if is_bound else None
    return replace(phase, timebox=phase.timebox or bound)

"""A playbook whose times and words stand on the lines where they are written, and not on those
where the sentences begin that they were read from."""

from collections.abc import Mapping
from dataclasses import fields, is_dataclass, replace
from typing import Any

from runcard.domain.playbooks.messages.cadences import cadences_of
from runcard.domain.playbooks.model import Contact, Playbook, Text, TimeValue
from runcard.domain.playbooks.page.blocks import Outline
from runcard.domain.playbooks.page.broken_lines import BrokenLines, broken_lines

PLACED = (
    "severities", "cadences", "chains", "contacts", "runbooks", "templates", "review", "drills",
    "monitoring", "triggers_after", "meta",
)  # fmt: skip


def placed(playbook: Playbook, page: Outline) -> Playbook:
    """The same, where an editor broke the page's sentences over several lines."""
    broken = broken_lines(page)
    if not broken.ends:
        return playbook
    parts = {name: _placed(getattr(playbook, name), broken) for name in PLACED}
    found = replace(playbook, **parts)
    # What a level says and running text repeats may have been read from two lines of one sentence.
    named_first = sorted(found.cadences, key=lambda one: not one.keys)
    return replace(found, cadences=cadences_of((), named_first))


def _placed(noun: Any, broken: BrokenLines) -> Any:
    found = noun
    match noun:
        case TimeValue() | Text():
            found = _with_lines(noun, broken)
        case tuple():
            found = tuple(_placed(one, broken) for one in noun)
        case Mapping():
            found = {key: _placed(one, broken) for key, one in noun.items()}
        case Contact():
            span = broken.span_of(noun.value, noun.line)
            found = noun if span is None else replace(noun, line=span[0])
        case _ if is_dataclass(noun) and not isinstance(noun, type):
            parts = {one.name: getattr(noun, one.name) for one in fields(noun)}
            others = {name: _placed(part, broken) for name, part in parts.items()}
            changed = {name: one for name, one in others.items() if one is not parts[name]}
            found = replace(noun, **changed) if changed else noun
    return found


def _with_lines(said: TimeValue | Text, broken: BrokenLines) -> TimeValue | Text:
    """What has an end is one text over its lines."""
    span = broken.span_of(said.text, said.line)
    if span is None:
        return said
    if isinstance(said, Text) and said.end_line is not None:
        return replace(said, line=span[0], end_line=max(span[1], said.end_line))
    return replace(said, line=span[0])

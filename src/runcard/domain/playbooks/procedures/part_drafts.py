"""A part of a runbook while what stands in it is being counted."""

from dataclasses import dataclass, field

from runcard.domain.playbooks.nouns.procedures import Part
from runcard.domain.playbooks.procedures.part_names import KNOWN_PARTS


@dataclass
class Draft:
    """What was found so far below the name of a part."""

    name: str
    line: int
    end_line: int
    fences: list[int] = field(default_factory=list)
    commands: int = 0
    steps: int = 0
    bullets: int = 0
    is_unnamed: bool = False
    """Whether work without a label opened it: it begins with its first fence, if it has any."""


def is_kept(draft: Draft) -> bool:
    """A name that is known stands for itself; one of the document's own needs work below it."""
    return draft.name in KNOWN_PARTS or bool(draft.fences or draft.steps or draft.bullets)


def part_from(draft: Draft) -> Part:
    return Part(
        draft.name,
        draft.line,
        draft.end_line,
        tuple(draft.fences),
        draft.commands,
        draft.steps,
        draft.bullets,
    )

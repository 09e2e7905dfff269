"""The walk through a runbook: which part is open, and what is counted into it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from runcard.domain.playbooks.nouns.appendix import FencedBlock, FenceKind
from runcard.domain.playbooks.page.blocks import Fence, Item, Row
from runcard.domain.playbooks.procedures.fenced_lists import BULLET, STEP
from runcard.domain.playbooks.procedures.part_drafts import Draft
from runcard.domain.playbooks.procedures.signs import IsSign, is_symptoms

MESSAGES = {FenceKind.TEMPLATE, FenceKind.REVIEW_TEMPLATE}
Fences = Mapping[int, FencedBlock]


@dataclass
class Walk:
    """Where the walk stands: the open part, if any, and whether signs of trouble are read."""

    drafts: dict[str, Draft] = field(default_factory=dict)
    name: str | None = None
    in_symptoms: bool = False
    depth: int = 0
    lists: frozenset[int] = frozenset()
    told: frozenset[int] = frozenset()
    """The lists whose entries begin with the name of a part and say what is done."""
    shown: frozenset[int] = frozenset()
    """The lists without a name that only show the signs of trouble."""
    are_above_fences: bool = False
    """Whether entries that are nothing but a name in bold above commands are parts."""
    in_rungs: bool = False
    is_sign: IsSign = is_symptoms
    fences: Fences = field(default_factory=dict)
    is_inside: bool = False
    """Whether a heading opened the part or stands in it: what is bold there is no part."""
    is_plainly_titled: bool = False
    """Whether lines above lists, `Decision:`, are the names of parts without being in bold."""
    is_plainly_told: bool = False
    """Whether lines that say behind the name of a part what is done, `Fix: swap it`, are parts."""
    only_case: int | None = None
    is_counted: bool = False
    """Whether the part is a `**Step 2: …**`: a bold case below it is a way within the step."""
    is_in_steps: bool = False
    """Whether the open part was named above steps that count themselves: none is a part."""
    has_ways: bool = False
    """Whether another label stands directly below the name of a repair: a way of it."""

    def open(self, name: str, line: int) -> Draft:
        self.name = name
        self.in_symptoms = self.is_in_steps = False
        return self.drafts.setdefault(name, Draft(name, line, line))

    def draft(self, line: int) -> Draft:
        """The open part; work without a label is recovery."""
        draft = self.drafts.get(self.name) if self.name is not None else None
        if draft is None:
            is_new = "recovery" not in self.drafts
            draft = self.open("recovery", line)
            draft.is_unnamed = is_new
        return draft

    def count_fence(self, fence: Fence) -> None:
        """Not a message, unless a step asks for it, nor what is shown below the name of signs."""
        block = self.fences.get(fence.line)
        if block is not None and block.kind in MESSAGES and not fence.in_item:
            return
        if self.in_symptoms and block is not None and block.kind is FenceKind.NOTE:
            return
        draft = self.draft(fence.line)
        if draft.is_unnamed and not draft.fences:
            draft.line = fence.line
        draft.fences.append(fence.line)
        draft.end_line = max(draft.end_line, fence.end)
        if block is None:
            return
        draft.commands += block.commands
        if block.kind is FenceKind.PROSE_STEPS:
            draft.steps += sum(1 for line in fence.lines if STEP.match(line))
            draft.bullets += sum(1 for line in fence.lines if BULLET.match(line))

    def count_item(self, item: Item) -> None:
        if self.in_symptoms or item.list_line in self.shown:
            return
        draft = self.draft(item.line)
        draft.end_line = max(draft.end_line, item.lines[-1].line)
        if item.numbered:
            draft.steps += 1
        else:
            draft.bullets += 1

    def count_rows(self, rows: Sequence[Row]) -> None:
        if rows and not self.in_symptoms:
            draft = self.draft(rows[0].line)
            draft.end_line = max(draft.end_line, rows[-1].line)
            draft.steps += len(rows)

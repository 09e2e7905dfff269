"""The part of the comparison that is about work: phases, runbooks and fences."""

from collections.abc import Mapping, Sequence
from typing import Any

from tools.tally import Tally
from tools.yardstick import Pair, Truth, allowed, bare, is_open, pairs, time_parts

PHASE_KEYS = ("title", "line", "checklist", "steps", "bullets", "blocks", "items", "options")
RUNBOOK_KEYS = (
    "title", "line", "kind", "severity", "symptoms", "symptom_form", "blocks", "commands",
    "checklist", "condition", "note",
)  # fmt: skip
PART_KEYS = ("line", "blocks", "commands", "steps", "bullets")
BLOCK_KEYS = ("line", "end", "lang", "label", "section", "kind", "commands")


def phases(tally: Tally, truth: Sequence[Truth], got: Sequence[Truth]) -> None:
    together, missing, extra = pairs(truth, got, "title")
    for wanted, mine in [*together, *((one, {}) for one in missing if not one.get("may_omit"))]:
        pair = Pair(tally, "phase", wanted, mine)
        pair.keys(*PHASE_KEYS, "qualifier")
        pair.times("timebox")
        pair.counts("participants", "tools")
    for mine in extra:
        tally.differ("phase.title", None, [mine["line"], mine["title"]])


def runbooks(tally: Tally, truth: Sequence[Truth], got: Sequence[Truth]) -> None:
    together, missing, extra = pairs(truth, got, "title")
    for wanted, mine in [*together, *((one, {}) for one in missing if not one.get("may_omit"))]:
        pair = Pair(tally, "runbook", wanted, mine)
        pair.keys(*RUNBOOK_KEYS)
        pair.key("parts", _counted)
        pair.key("rto", _objectives)
        pair.times("rpo", "impact")
        _verification(pair)
    for mine in extra:
        tally.differ("runbook.title", None, [mine["line"], mine["title"]])


def _counted(parts: Any) -> Any:
    """The five numbers of each part; remarks of the truth beside them are for its readers."""
    if not isinstance(parts, Mapping):
        return parts
    return {
        name: {key: one.get(key) for key in PART_KEYS} if isinstance(one, Mapping) else one
        for name, one in parts.items()
    }


def _objectives(value: Any) -> Any:
    return [(bare(one.get("case")), *(time_parts(one) or ())) for one in value or []]


def _verification(pair: Pair) -> None:
    """Whether there is a check at all; which one is for the reader."""
    values = allowed(pair.truth, "verification")
    if any(is_open(value) for value in values):
        return
    pair.key("verification", lambda value: value is not None or None)


def blocks(tally: Tally, truth: Sequence[Truth], got: Sequence[Truth]) -> None:
    together, missing, extra = pairs(truth, got, "label")
    for wanted, mine in [*together, *((one, {}) for one in missing if not one.get("may_omit"))]:
        Pair(tally, "block", wanted, mine).keys(*BLOCK_KEYS)
    for mine in extra:
        tally.differ("block.line", None, mine["line"])

"""Reasons to call that stand beside a wait: `no answer for 10 minutes, or any P1`."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from runcard.domain.playbooks.facts import Facts
from runcard.domain.playbooks.levels.mentions import keys_in
from runcard.domain.playbooks.model import ChainStep, Severity
from runcard.domain.playbooks.times.grammar import spans_in

PART = re.compile(r"[,;，；]")


def without_other_reasons(step: ChainStep, levels: Sequence[Severity], facts: Facts) -> str:
    """`No answer for 10 minutes, or any P1`: the part with the time, less a reason beside it."""
    condition = step.condition or ""
    if not facts.speaks("prose", condition) & {"or_else"}:
        return condition
    parts = [part for part in _reasons(condition, facts) if part.strip()]
    kept = [part for part in parts if not _is_other_reason(part, levels, facts)]
    return ", ".join(kept) if kept else condition


def _reasons(condition: str, facts: Facts) -> Iterator[str]:
    """The parts between commas, and before and behind every `or`."""
    known = facts.words.lint["prose"]
    for part in PART.split(condition):
        found = [one for one in known.matches(part) if "or_else" in known.phrases[one.group()]]
        cuts = [0, *(one.start() for one in found), len(part)]
        yield from (part[start:end] for start, end in pairwise(cuts))


def _is_other_reason(part: str, levels: Sequence[Severity], facts: Facts) -> bool:
    """It begins with `or`, names a level and no time."""
    known = facts.words.lint.get("prose")
    first = known is not None and any(
        "or_else" in known.phrases[found.group()] and not part[: found.start()].strip()
        for found in known.matches(part)
    )
    named = keys_in(part, levels, facts.words)
    return bool(first and named) and not spans_in(part, facts.words)

"""What is restored stands beside the live one, and nobody ever reads it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from runcard.domain.commands.model import Effect
from runcard.domain.playbooks.acts import Act
from runcard.domain.playbooks.checks.setting import in_reference, is_bad, short
from runcard.domain.playbooks.facts import Facts
from runcard.domain.playbooks.model import Finding
from runcard.domain.playbooks.page.blocks import Section

NAME = r"[= ][\"']?(?P<{}>[\w.$<>{{}}()%+-]{{2,80}})"
# A copy that always comes under a name of its own.
BESIDE = (
    re.compile(
        r"\brestore-table-(?:to-point-in-time|from-backup)\b[\s\S]{0,400}?--target-table-name"
        + NAME.format("new")
    ),
    re.compile(
        r"\brestore-db-(?:instance|cluster)-to-point-in-time\b[\s\S]{0,400}?"
        r"--(?:target-db-instance|db-cluster)-identifier" + NAME.format("new")
    ),
    re.compile(r"\baz\s+sql\s+db\s+restore\b[\s\S]{0,300}?--dest-name" + NAME.format("new")),
    re.compile(
        r"\baz\s+(?:mysql|postgres)\s+flexible-server\s+restore\b[\s\S]{0,200}?\s(?:-n|--name)"
        + NAME.format("new")
    ),
    re.compile(r"\bgcloud\s+sql\s+instances\s+clone\s+\S{1,80}" + NAME.format("new")),
)
LOOKS = re.compile(r"\b(?:wait|describe\S*|scan|get\S*|list\S*|show|select|count)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Copy:
    """The command that makes it, and its name."""

    act: Act
    name: str


def check(facts: Facts) -> Iterator[Finding]:
    """Every copy that no later step copies from or switches to."""
    for act in facts.acts:
        found = next((one for form in BESIDE if (one := form.search(act.text))), None)
        if found is None or act.is_inline or in_reference(act, facts):
            continue
        if not _is_used(_Copy(act, found.group("new")), facts):
            yield facts.over("RC853", [act.line, act.end_line], f"“{short(act.text)}”")


def _is_used(copy: _Copy, facts: Facts) -> bool:
    """A word of its chapter says what becomes of it, or a command does more than look."""
    for section in _chapter(copy.act.section, facts):
        if any(
            facts.speaks("unswitched", said.text) & {"moves"} for said in facts.said_in(section)
        ):
            return True
        if any(_does_more(one, copy, facts) for one in facts.acts_in(section)):
            return True
    return False


def _chapter(section: Section, facts: Facts) -> Sequence[Section]:
    """The section; with its neighbours, where it is a part of a runbook."""
    top = section
    if facts.speaks("parts", section.title) and section.parent is not None:
        top = facts.page.sections[section.parent]
    return [one for one in facts.page.sections if top.line <= one.line <= top.end]


def _does_more(one: Act, copy: _Copy, facts: Facts) -> bool:
    if one is copy.act or one.line < copy.act.line:
        return False
    return is_bad(one, facts, Effect.MUTATING) or (
        copy.name in one.text and LOOKS.search(one.text) is None
    )

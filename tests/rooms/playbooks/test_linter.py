"""A document judged whole: commands, strangers' rules and the day count, each where it is told."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import ClassVar

import pytest

from runcard.adapters.reference_works import read_linter
from runcard.domain.playbooks.compile import apart_from_levels, read_beside
from runcard.domain.playbooks.facts import Facts
from runcard.domain.playbooks.lint import RULES
from runcard.domain.playbooks.model import Finding, Playbook
from runcard.domain.playbooks.page.outline import outline
from runcard.domain.playbooks.settling import as_judged

PAGE = """# Quarry pumps

Next review: 2026-03-01

## Runbook: sump floods

**Fix**

```bash
rm -rf /srv/pumps/state
```
"""
LINTER = replace(read_linter(), strangers=())
GOLDEN = sorted((Path(__file__).parents[2] / "golden/playbooks").glob("*.md"))[::8]


def codes(playbook: Playbook) -> set[str]:
    return {one.code for one in playbook.findings}


def test_what_a_command_does_is_known_to_the_rules() -> None:
    judged = LINTER.judged(PAGE)
    plain = PAGE.replace("rm -rf /srv/pumps/state", "ls /srv/pumps/state")
    assert "RC746" in codes(judged)
    assert "RC746" not in codes(LINTER.judged(plain))


def test_a_review_is_late_only_on_a_day_behind_it() -> None:
    late = codes(LINTER.judged(PAGE, date(2026, 11, 25)))
    assert late - codes(LINTER.judged(PAGE, date(2026, 2, 1)))
    assert codes(LINTER.judged(PAGE)) == codes(LINTER.judged(PAGE, date(2026, 2, 1)))


@dataclass(frozen=True, slots=True)
class NoPumps:
    """A rule of somebody else's."""

    kind: ClassVar[str] = "no-pumps"

    def check(self, playbook: Playbook, facts: Facts) -> Iterator[Finding]:
        yield replace(facts.finding("RC746", 1), code="XX1")


def test_the_rules_of_strangers_count() -> None:
    assert "XX1" in codes(replace(LINTER, strangers=(NoPumps(),)).judged(PAGE))
    assert "XX1" not in codes(LINTER.judged(PAGE))


@dataclass(frozen=True, slots=True)
class Told:
    """A rule that was followed elsewhere."""

    found: tuple[Finding, ...]

    def __call__(self, playbook: Playbook, facts: Facts) -> tuple[Finding, ...]:
        del playbook, facts
        return self.found


@pytest.mark.parametrize("path", GOLDEN, ids=lambda path: path.stem)
def test_what_two_read_and_judge_is_what_one_does(path: Path) -> None:
    text, day = path.read_text("utf-8"), date(2026, 11, 25)
    mine, theirs = outline(text), outline(text)
    apart = apart_from_levels(theirs, LINTER.words)
    facts = Facts(theirs, LINTER.words)
    known = replace(facts, judge=LINTER.risks_of(facts)).risks
    reading = read_beside(mine, lambda: apart, LINTER.words)
    reading = LINTER.prepared(reading, day, lambda said, language: known[said, language])
    seen = as_judged(reading.playbook)
    told = [Told(tuple(rule(seen, reading.facts))) for rule in RULES[:30]]
    judged = LINTER.concluded(reading, [*told, *RULES[30:]])
    assert judged == LINTER.judged(text, day)


def test_commands_are_judged_before_a_document_is_read() -> None:
    facts = Facts(outline(PAGE), LINTER.words)
    known = replace(facts, judge=LINTER.risks_of(facts)).risks
    assert {text for text, _ in known} == {"rm -rf /srv/pumps/state"}

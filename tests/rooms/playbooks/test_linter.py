"""A document judged whole: commands, strangers' rules and the day count, each where it is told."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import ClassVar

from runcard.app import read_linter
from runcard.domain.playbooks.facts import Facts
from runcard.domain.playbooks.model import Finding, Playbook

PAGE = """# Quarry pumps

Next review: 2026-03-01

## Runbook: sump floods

**Fix**

```bash
rm -rf /srv/pumps/state
```
"""
LINTER = replace(read_linter(), strangers=())


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

"""The counting of defects by findings: class, place, and the best assignment."""

from collections.abc import Mapping
from typing import Any

from runcard.domain.playbooks.model import Finding, Flaw, Grade
from tools.lint_account import account, defects_of, scores


def a_defect(line: int = 10, **more: Any) -> Mapping[str, Any]:
    known = {"line": line, "kind": "k", "severity": "warn", "depth": "shallow", "why": "w"}
    return {**known, "class": "contacts", **more}


def a_finding(line: int, flaw: Flaw = Flaw.CONTACTS, end: int | None = None) -> Finding:
    return Finding("RC402", line, end or line, Grade.WARNING, flaw, "m", "f")


def missed(findings: list[Finding], *defects: Mapping[str, Any]) -> list[int]:
    return [one.line for one in account(findings, defects_of(defects)).missed]


def test_a_finding_meets_a_defect_of_its_class_within_two_lines() -> None:
    assert missed([a_finding(12)], a_defect()) == []
    assert missed([a_finding(13)], a_defect()) == [10]
    assert missed([a_finding(1, end=8)], a_defect()) == []
    assert missed([a_finding(10, Flaw.VAGUE)], a_defect()) == [10]
    assert missed([a_finding(10, Flaw.VAGUE)], a_defect(also_class=["vague-or-unrealistic"])) == []
    assert missed([a_finding(40)], a_defect(lines=[10, 41])) == []


def test_what_is_absent_has_no_place() -> None:
    assert missed([a_finding(90)], a_defect(absence=True)) == []


def test_each_finding_meets_one_defect_and_the_best_assignment_counts() -> None:
    near_both, near_one = a_finding(11), a_finding(8)
    assert missed([near_both, near_one], a_defect(10), a_defect(13)) == []
    assert missed([near_both], a_defect(10), a_defect(12)) in ([10], [12])


def test_errors_are_served_first_and_what_needs_outside_knowledge_does_not_count() -> None:
    one = account([a_finding(10)], defects_of([a_defect(10), a_defect(11, severity="error")]))
    assert [d.line for d, _ in one.met] == [11]
    told = defects_of([a_defect(10, needs_outside_knowledge=True), a_defect(90, depth="deep")])
    counted = scores([account([a_finding(10), a_finding(90)], told)])
    assert str(counted["all"]) == "1 of 1 (100.0 %)"
    assert str(counted["deep"]) == "1 of 1 (100.0 %)"
    assert str(counted["errors"]) == "0 of 0 (none to find)"

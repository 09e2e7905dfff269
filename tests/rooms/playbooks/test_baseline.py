"""What was found before is known again after lines have moved, and only as often as before."""

from collections import Counter

from runcard.domain.playbooks.baseline import marks_of, new_ones
from runcard.domain.playbooks.model import Finding, Flaw, Grade


def a_finding(line: int, code: str = "RC024") -> Finding:
    return Finding(code, line, line, Grade.INFO, Flaw.HYGIENE, "empty", "fill")


OLD = ["# Ovens", "", "## Relight", "## Stoke"]


def test_a_finding_is_known_again_when_its_line_has_moved() -> None:
    known = Counter(marks_of("o.md", [a_finding(3)], OLD))
    moved = ["# Ovens", "", "New words.", "", "##   Relight", "## Stoke"]
    assert new_ones("o.md", [a_finding(5)], moved, known) == ()


def test_a_second_one_alike_is_new() -> None:
    known = Counter(marks_of("o.md", [a_finding(3)], OLD))
    twice = [*OLD, "## Relight"]
    assert new_ones("o.md", [a_finding(3), a_finding(5)], twice, known) == (a_finding(5),)


def test_another_code_another_line_or_another_file_is_new() -> None:
    known = Counter(marks_of("o.md", [a_finding(3)], OLD))
    assert new_ones("o.md", [a_finding(3, "RC023")], OLD, known)
    assert new_ones("o.md", [a_finding(4)], OLD, known)
    assert new_ones("p.md", [a_finding(3)], OLD, known)

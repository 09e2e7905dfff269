"""A change is proved in its block, below it, or in the part of the runbook that follows."""

import pytest

from runcard.adapters.reference_works import read_linter
from runcard.domain.playbooks.vocabulary import Vocabulary
from tests.rooms.playbooks.plain_judge import TODAY, found_in


def unproved(text: str, words: Vocabulary) -> list[int]:
    return [one.line for one in found_in(text, words) if one.code == "RC746"]


def shell(*lines: str) -> str:
    return "\n".join(["```bash", *lines, "```", ""])


def test_the_recovery_of_a_runbook_proves_its_containment(words: Vocabulary) -> None:
    case = "# Gates\n\n## Runbooks\n\n### Gate stuck\n\n#### Containment\n\n"
    change = shell("kubectl scale deploy/gate --replicas=2")
    proof = shell("kubectl rollout status deploy/gate")
    assert unproved(f"{case}{change}\n#### Recovery\n\n{proof}", words) == []
    assert unproved(f"{case}{change}\n#### Another way\n\n{proof}", words) == [10]


def test_putting_back_after_the_proof_needs_no_proof_of_its_own(words: Vocabulary) -> None:
    ways = ["kubectl apply -f gate.yaml", "kubectl get gates", "kubectl uncordon gate-2 --up"]
    assert unproved("# Gates\n\n" + shell(*ways), words) == []
    assert unproved("# Gates\n\n" + shell(*reversed(ways)), words)


@pytest.mark.parametrize(
    ("above", "is_found"), [("Back to normal:", False), ("Then, to be quick:", True)]
)
def test_a_step_that_goes_back_to_normal_is_told_by_the_words_above(
    above: str, is_found: bool, words: Vocabulary
) -> None:
    text = f"# Gates\n\n{above}\n\n" + shell("kubectl scale deploy/gate --replicas=2")
    assert bool(unproved(text, words)) is is_found


def test_text_for_scrapers_is_read_and_not_checked(words: Vocabulary) -> None:
    def lenient(line: str) -> bool:
        found = found_in("# Gates\n\n" + shell(line), words)
        return "RC720" in {one.code for one in found}

    assert lenient("curl -s http://gate/health")
    assert not lenient("curl -s http://gate/metrics | grep gate_open")


def test_numbered_steps_that_follow_each_other_unchecked_are_one_finding(words: Vocabulary) -> None:
    change = shell("kubectl scale deploy/gate --replicas=2")
    text = "# Gates\n\n{}Widen it:\n\n" + change + "\n{}Widen it again:\n\n" + change
    numbered = [one for one in found_in(text.format("1. ", "2. "), words) if one.code == "RC746"]
    assert [(one.line, one.end_line) for one in numbered] == [(6, 12)]
    assert unproved(text.format("", ""), words) == [6, 12]


def test_a_flag_set_for_the_time_of_the_work_needs_no_check() -> None:
    def unchecked(line: str) -> bool:
        found = read_linter().judged("# Gates\n\n" + shell(line), TODAY).findings
        return "RC746" in {one.code for one in found}

    assert not unchecked("ceph osd set noout")
    assert unchecked("ceph osd out 3")


def test_what_was_looked_at_before_is_not_told_with_the_last_change(words: Vocabulary) -> None:
    lines = ("systemctl restart gate", "gatectl status", "systemctl restart lamp")
    [one] = [one for one in found_in("# Gates\n\n" + shell(*lines), words) if one.code == "RC746"]
    assert (one.line, one.end_line) == (6, 6)

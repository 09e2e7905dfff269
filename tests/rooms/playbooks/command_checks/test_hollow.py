"""Checks whose answer says nothing, and a pause instead of a question."""

import pytest

from runcard.domain.playbooks.vocabulary import Vocabulary
from tests.rooms.playbooks.plain_judge import found_in


@pytest.mark.parametrize(
    ("after", "is_found"),
    [
        ("", True),
        ("gatectl set lamp", True),
        ("gatectl list", False),
        ("curl -fsS http://gate/ready", False),
    ],
)
def test_a_pause_before_a_question_is_no_pause_instead_of_one(
    after: str, is_found: bool, words: Vocabulary
) -> None:
    text = f"# Gates\n\n## Basin\n\n```bash\nsystemctl restart gate\nsleep 30\n{after}\n```\n"
    assert ("RC724" in {one.code for one in found_in(text, words)}) is is_found


@pytest.mark.parametrize(
    ("block", "is_found"),
    [
        ("curl -s http://gate/health", False),
        ("curl -s http://gate/health || gatectl lamp", True),
        ("if curl -s http://gate/health; then gatectl lamp; fi", True),
        ("while true; do curl -s http://gate/health; sleep 5; done", False),
        ("#!/bin/sh\ncurl -s http://gate/health", True),
        ("gatectl list\ncurl -s http://gate/health\ngatectl lamps", False),
        ("curl -s http://gate/health | jq .state", False),
        ("curl -s http://gate/health | grep -q up", True),
        ("systemctl restart gate\ncurl -s http://gate/health", True),
        ("systemctl restart gate\nsleep 9\ncurl -s http://gate/health", True),
        ("systemctl restart gate\ngatectl list\ncurl -s http://gate/health", False),
    ],
)
def test_an_answer_that_no_program_takes_is_read_by_a_person(
    block: str, is_found: bool, words: Vocabulary
) -> None:
    text = f"# Gates\n\n## Basin\n\n```bash\n{block}\n```\n"
    assert ("RC720" in {one.code for one in found_in(text, words)}) is is_found


@pytest.mark.parametrize(
    ("below", "is_found"),
    [("gatectl list\ngatectl lamps", False), ("gatectl set lamp\ngatectl list", True)],
)
def test_two_looks_below_a_pause_are_its_question(
    below: str, is_found: bool, words: Vocabulary
) -> None:
    text = f"# Gates\n\n## Basin\n\n```bash\nsystemctl restart gate\nsleep 30\n{below}\n```\n"
    assert ("RC724" in {one.code for one in found_in(text, words)}) is is_found


@pytest.mark.parametrize(
    ("path", "is_found"), [("_cluster/health?pretty", False), ("gate/health", True)]
)
def test_the_answer_of_a_cluster_tells_its_state(
    path: str, is_found: bool, words: Vocabulary
) -> None:
    text = f"# Gates\n\n```bash\ncurl -s http://es1:9200/{path} || esctl page\n```\n"
    assert ("RC720" in {one.code for one in found_in(text, words)}) is is_found


@pytest.mark.parametrize(
    ("label", "is_found"),
    [("Verification", True), ("Verify the lamps", False), ("Diagnosis", False)],
)
def test_the_block_that_says_when_the_work_is_done_counts(
    label: str, is_found: bool, words: Vocabulary
) -> None:
    text = f"# Gates\n\n**{label}**:\n\n```bash\ncurl -s http://gate/health\n```\n"
    assert ("RC720" in {one.code for one in found_in(text, words)}) is is_found


@pytest.mark.parametrize(
    ("inside", "is_found"),
    [
        ("curl -s http://gate$n/health | jq .state", False),
        ("curl -s http://gate$n/health", True),
        ("curl -s http://gate$n/health | grep -q open && break", True),
    ],
)
def test_an_answer_made_pretty_in_a_loop_is_read(
    inside: str, is_found: bool, words: Vocabulary
) -> None:
    text = f"# Gates\n\n```bash\nfor n in 1 2; do\n  {inside}\ndone\n```\n"
    assert ("RC720" in {one.code for one in found_in(text, words)}) is is_found


@pytest.mark.parametrize(
    ("below", "is_found"),
    [
        ("curl -f http://localhost:81/bell", False),
        ("docker logs --tail 9 rope", True),
        ("# Another day\ncurl -f http://localhost:81/bell", True),
        ("", True),
    ],
)
def test_a_log_beside_a_question_is_no_check_by_itself(
    below: str, is_found: bool, words: Vocabulary
) -> None:
    block = f"```bash\n# Verify the bell\ndocker logs --tail 9 bell\n{below}\n```\n"
    found = {one.code for one in found_in(f"# Bell\n\n## Rope\n\n{block}", words)}
    assert ("RC827" in found) is is_found


@pytest.mark.parametrize(
    ("line", "is_found"),
    [
        ("curl -s http://bell:81/metrics | grep rings", True),
        ("a=$(curl -s http://bell:81/metrics | grep rings)", False),
        ('curl -s http://bell:81/metrics | grep rings | grep -v "$a"', False),
    ],
)
def test_a_figure_that_is_kept_or_compared_is_not_only_printed(
    line: str, is_found: bool, words: Vocabulary
) -> None:
    text = f"# Bell\n\n## Rope\n\n```bash\n# Verify the bell\n{line}\n```\n"
    assert ("RC826" in {one.code for one in found_in(text, words)}) is is_found


@pytest.mark.parametrize(
    ("line", "is_found"),
    [("git log --oneline -- recipes/", False), ("docker logs oven", True)],
)
def test_a_list_of_changes_is_no_log_of_a_service(
    line: str, is_found: bool, words: Vocabulary
) -> None:
    text = f"# Bakery\n\n```bash\n# Verify the recipes\n{line}\n```\n"
    assert ("RC827" in {one.code for one in found_in(text, words)}) is is_found


@pytest.mark.parametrize(
    ("remark", "is_found"),
    [
        ("  # must not rise", False),
        ("  # 増えていないこと", False),
        ("  # riders", True),
        ("", True),
    ],
)
def test_what_is_good_may_stand_behind_the_figure(
    remark: str, is_found: bool, words: Vocabulary
) -> None:
    line = f"curl -s http://lift.example/metrics | grep riders_waiting{remark}"
    text = f"# Lift\n\n## Verification\n\n```bash\n# Verify\n{line}\n```\n"
    found = found_in(text, words)
    assert ("RC826" in {one.code for one in found}) is is_found


@pytest.mark.parametrize(
    ("below", "is_found"),
    [
        ("# Verify the health\ncurl -f http://lift.example/health", False),
        ("sleep 9\n# Verify once more\nlift ping", False),
        ("# Verify once more\ndocker logs door", True),
        ("# Tell the porter\necho done", True),
    ],
)
def test_a_log_may_be_the_first_of_two_checks(
    below: str, is_found: bool, words: Vocabulary
) -> None:
    text = (
        f"# Lift\n\n## Mend\n\n```bash\n# Verify that it rides\ndocker logs lift\n\n{below}\n```\n"
    )
    found = found_in(text, words)
    assert ("RC827" in {one.code for one in found}) is is_found

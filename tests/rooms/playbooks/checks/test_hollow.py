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
        ("curl -s http://gate/health", True),
        ("gatectl list\ncurl -s http://gate/health\ngatectl lamps", False),
        ("curl -s http://gate/health | jq .state", False),
        ("curl -s http://gate/health | grep -q up", True),
        ("systemctl restart gate\ncurl -s http://gate/health", True),
    ],
)
def test_among_other_questions_a_person_reads_the_answer(
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
    text = f"# Gates\n\n```bash\ncurl -s http://es1:9200/{path}\n```\n"
    assert ("RC720" in {one.code for one in found_in(text, words)}) is is_found

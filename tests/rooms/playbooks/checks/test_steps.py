"""Orders that need skill: told how by a command, a link or the name of the tool."""

import pytest

from runcard.domain.playbooks.vocabulary import Vocabulary
from tests.rooms.playbooks.plain_judge import found_in


@pytest.mark.parametrize(
    ("title", "item", "is_found"),
    [
        ("Process", "Isolate the gate", True),
        ("Process", "Isolate the gate in the admin console", False),
        ("Process", "Isolate the gate: `gatectl isolate`", False),
        ("Process", "Drain mode is off", False),
        ("Process", "Drain the lock", True),
        ("Principles", "Roll back first, ask later", False),
    ],
)
def test_a_step_that_needs_skill_says_how(
    title: str, item: str, is_found: bool, words: Vocabulary
) -> None:
    text = f"# Gates\n\n## {title}\n\n1. {item}\n2. Ring the pilot\n"
    assert ("RC644" in {one.code for one in found_in(text, words)}) is is_found


def test_commands_further_down_the_section_say_how(words: Vocabulary) -> None:
    text = "# Gates\n\n## Process\n\n1. Isolate the gate\n2. Ring the pilot\n\n"
    block = "```bash\ngatectl isolate --gate 2\n```\n"
    assert "RC644" not in {one.code for one in found_in(text + block, words)}


@pytest.mark.parametrize(
    ("tags", "is_found"),
    [(["", "bash", "bash"], True), ([""], True), (["", "", ""], False), (["", "", "bash"], True)],
)
def test_who_tags_no_fence_has_a_style_of_his_own(
    tags: list[str], is_found: bool, words: Vocabulary
) -> None:
    fences = "\n".join(f"```{tag}\ndocker ps\n```\n" for tag in tags)
    assert ("RC703" in {one.code for one in found_in(f"# Gates\n\n{fences}", words)}) is is_found

"""A case has a way to its end: a remedy, a check, or another runbook."""

import pytest

from runcard.domain.playbooks.vocabulary import Vocabulary
from tests.rooms.playbooks.plain_judge import found_in


def codes(text: str, words: Vocabulary) -> set[str]:
    return {one.code for one in found_in(text, words)}


PLAN = "#### Plan\n\n```\n{}\n```\n"
CAUSES = "#### Causes\n\n| Cause | Sign | {} |\n|---|---|---|\n| Rope | slack | winch |\n"


@pytest.mark.parametrize(
    ("comment", "is_found"), [("# Verify the lamp", False), ("# Lamp of the cabin", True)]
)
def test_a_comment_over_a_command_may_be_the_check(
    comment: str, is_found: bool, words: Vocabulary
) -> None:
    text = (
        "# Lift\n\n## Runbooks\n\n### Cabin does not move\n\n**Immediate actions:**\n\n"
        f"```bash\nlift stop\n\n{comment}\nlift lamp\n```\n"
    )
    assert ("RC627" in codes(text, words)) is is_found


@pytest.mark.parametrize(
    ("step", "is_found"),
    [
        ("Leave the belt alone, it is looked after elsewhere. Use `docker restart lamp`", False),
        ("Leave the belt alone, it is looked after elsewhere. Use `docker ps`", True),
    ],
)
def test_a_command_in_a_sentence_may_mend(step: str, is_found: bool, words: Vocabulary) -> None:
    text = f"# Lift\n\n## Runbooks\n\n### Lamp dark\n\n**Immediate actions**\n\n1. {step}\n"
    assert ("RC627" in codes(text, words)) is is_found


@pytest.mark.parametrize(
    ("comment", "is_found"), [("Scale horizontally", False), ("Look at the load", True)]
)
def test_a_comment_over_a_command_may_mend(comment: str, is_found: bool, words: Vocabulary) -> None:
    fence = f"**Immediate actions:**\n\n```bash\n# 1. {comment}\nliftctl --all\n```\n"
    text = f"# Lift\n\n## Runbooks\n\n### Cabin is slow\n\n{fence}"
    assert ("RC627" in codes(text, words)) is is_found


@pytest.mark.parametrize(
    ("rest", "is_found"),
    [
        (PLAN.format("[ ] Verify that it rides"), False),
        (PLAN.format("[ ] Ring the maker"), True),
        (PLAN.format("Verify it"), True),
        (CAUSES.format("Fix"), False),
        (CAUSES.format("Behebung"), False),
        (CAUSES.format("Place"), True),
        (CAUSES.format("Ort"), True),
    ],
)
def test_boxes_in_a_fence_and_a_column_of_remedies_are_steps_of_the_case(
    rest: str, is_found: bool, words: Vocabulary
) -> None:
    first = "#### Immediate actions\n\n1. Hang out the sign\n\n"
    text = f"# Lift\n\n## Runbooks\n\n### Cabin\n\n{first}{rest}"
    assert ("RC627" in codes(text, words)) is is_found


@pytest.mark.parametrize(
    ("last", "is_found"),
    [
        ("Go on with [Runbook: fire in the hall](hall-fire.md)", False),
        ("Ring a number of the [list of keepers](keepers.md)", True),
        ("Go on with the runbook for fire", True),
        ("See [Runbook: fire in the hall](hall-fire.md)\n3. Ring the mate", True),
    ],
)
def test_a_runbook_may_end_in_another(last: str, is_found: bool, words: Vocabulary) -> None:
    steps = f"**Immediate actions**\n\n1. Clear the platform\n2. {last}\n"
    text = f"# Lift\n\n## Runbooks\n\n### Smoke in the cabin\n\n{steps}"
    assert ("RC627" in codes(text, words)) is is_found


@pytest.mark.parametrize(
    ("later", "is_found"),
    [
        ("**Afterwards (1-2 days)**", False),
        ("#### Nachher (4-24 Stunden)", False),
        ("**Beside it (0-10 min)**", True),
        ("**Afterwards**", True),
    ],
)
def test_a_window_that_opens_later_is_the_way_on(
    later: str, is_found: bool, words: Vocabulary
) -> None:
    first = "**Immediate actions (0-10 min)**\n\n1. Hang out the sign\n\n"
    text = f"# Lift\n\n## Runbooks\n\n### Guest faints\n\n{first}{later}\n\n1. Ring the family\n"
    assert ("RC627" in codes(text, words)) is is_found

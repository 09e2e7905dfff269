"""A check directly after a start asks too early."""

import pytest

from runcard.domain.playbooks.vocabulary import Vocabulary
from tests.rooms.playbooks.plain_judge import found_in


def shell(*lines: str) -> str:
    return "\n".join(["```bash", *lines, "```", ""])


@pytest.mark.parametrize(
    ("names", "is_found"),
    [("gatectl", True), ("nginx", False), ("php8.2-fpm nginx", False), ("gatectl nginx", True)],
)
def test_some_programs_answer_when_the_order_returns(
    names: str, is_found: bool, words: Vocabulary
) -> None:
    text = (
        "# Gates\n\n## Runbooks\n\n### Gate dark\n\n```bash\n"
        f"sudo systemctl restart {names}\ncurl -fsS http://localhost/up\n```\n"
    )
    assert ("RC825" in {one.code for one in found_in(text, words)}) is is_found


@pytest.mark.parametrize(
    ("lines", "is_found"),
    [
        (["systemctl start gate"], True),
        (["systemctl stop gate"], False),
        (["docker compose down"], False),
        (["systemctl start gate", "watch gatectl level"], False),
        (["systemctl start gate", "gatectl level"], True),
    ],
)
def test_a_check_may_follow_a_stop_or_a_watch_at_once(
    lines: list[str], is_found: bool, words: Vocabulary
) -> None:
    text = "# Gates\n\n" + shell(*lines, "curl http://gate/ready")
    assert ("RC825" in {one.code for one in found_in(text, words)}) is is_found


@pytest.mark.parametrize(
    ("lines", "is_found"),
    [
        (["yarn build"], False),
        (["make build", "gatectl level"], False),
        (["docker compose build", "docker compose up -d"], True),
    ],
)
def test_what_is_only_built_has_not_started(
    lines: list[str], is_found: bool, words: Vocabulary
) -> None:
    text = "# Gates\n\n" + shell(*lines, "curl http://gate/ready")
    assert ("RC825" in {one.code for one in found_in(text, words)}) is is_found

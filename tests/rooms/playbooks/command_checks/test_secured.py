"""What was kept before, as the words above a command or behind it tell."""

import pytest

from runcard.adapters.reference_works import read_linter
from tests.rooms.playbooks.plain_judge import TODAY


@pytest.mark.parametrize(
    ("said", "remark", "is_found"),
    [
        ("Once evidence is secured, the mate does this:", "", False),
        ("Wenn alle Spuren gesichert sind:", "", False),
        ("Then:", "  # after capturing the list", False),
        ("The mate does this:", "", True),
        ("Then:", "  # at once", True),
    ],
)
def test_what_was_kept_before_is_told_above_or_behind_the_command(
    said: str, remark: str, is_found: bool
) -> None:
    line = f"sudo rm -rf /var/log/gate{remark}"
    text = f"# G\n\n## Runbooks\n\n### Security breach\n\n{said}\n\n```bash\n{line}\n```\n"
    found = read_linter().judged(text, TODAY).findings
    assert ("RC728" in {one.code for one in found}) is is_found


@pytest.mark.parametrize(
    ("lines", "is_found"),
    [
        (["docker logs gate", "docker restart gate"], False),
        (["docker compose logs gate | grep 401", "docker compose restart gate"], False),
        (["docker restart gate"], True),
        (["docker logs gate", "docker rm -f gate"], True),
    ],
)
def test_a_log_that_was_read_stays_with_what_is_started_again(
    lines: list[str], is_found: bool
) -> None:
    body = "\n".join(lines)
    text = f"# G\n\n## Runbooks\n\n### Security breach\n\n```bash\n{body}\n```\n"
    found = read_linter().judged(text, TODAY).findings
    assert ("RC728" in {one.code for one in found}) is is_found

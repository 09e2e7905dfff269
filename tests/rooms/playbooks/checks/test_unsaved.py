"""What a container has printed, saved before it is started anew."""

import pytest

from runcard.domain.playbooks.vocabulary import Vocabulary
from tests.rooms.playbooks.plain_judge import found_in


@pytest.mark.parametrize(
    ("line", "fix"),
    [
        ("kubectl rollout restart deploy/gate", "kubectl logs"),
        ("docker compose up -d --force-recreate gate", "docker logs"),
        ("docker compose restart gate", None),
        ("docker restart gate", None),
        ("systemctl restart gate", None),
    ],
)
def test_the_log_to_save_is_that_of_the_same_tool(
    line: str, fix: str | None, words: Vocabulary
) -> None:
    found = [one.fix for one in found_in(f"# G\n\n```bash\n{line}\n```\n", words)
             if one.code == "RC727"]  # fmt: skip
    assert [one.partition(" -")[0] for one in found] == ([fix] if fix else [])

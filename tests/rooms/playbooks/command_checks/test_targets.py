"""Commands for another environment than the one in trouble."""

import pytest

from runcard.domain.playbooks.vocabulary import Vocabulary
from tests.rooms.playbooks.plain_judge import found_in


@pytest.mark.parametrize(
    ("lines", "is_found"),
    [
        (
            "curl -f https://gate.example.org/health\ncurl -f https://staging.example.org/health",
            False,
        ),
        ("curl https://quay.example.org/ok\ncurl https://uat.quay.example.org/ok", False),
        ("uptime\ncurl -f https://staging.example.org/health", True),
        (
            "curl https://gate.example.org/health\ncurl -X POST https://staging.example.org/health",
            True,
        ),
    ],
)
def test_a_look_at_both_of_them_goes_nowhere_wrong(
    lines: str, is_found: bool, words: Vocabulary
) -> None:
    found = found_in(f"# Gates\n\n```bash\n{lines}\n```\n", words)
    assert ("RC751" in {one.code for one in found}) is is_found

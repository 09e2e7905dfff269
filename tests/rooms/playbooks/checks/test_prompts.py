"""Programs that wait for somebody: a login is one where something is changed behind it."""

import pytest

from runcard.domain.playbooks.vocabulary import Vocabulary
from tests.rooms.playbooks.plain_judge import found_in


@pytest.mark.parametrize(
    ("lines", "is_found"),
    [
        (["ssh oven-1", "systemctl restart ovens"], True),
        (["ssh oven-1", "df -h", "uptime"], False),
        (["ssh oven-1"], True),
        (["ssh oven-1 'systemctl restart ovens'"], False),
        (["psql ovens", "df -h"], True),
    ],
)
def test_a_login_before_changes_leaves_them_to_this_host(
    lines: list[str], is_found: bool, words: Vocabulary
) -> None:
    body = "\n".join(lines)
    found = found_in(f"# Ovens\n\n```bash\n{body}\n```\n", words)
    assert ("RC716" in {one.code for one in found}) is is_found


def test_how_a_whole_document_signs_in_is_told_once(words: Vocabulary) -> None:
    block = "```bash\nssh oven-{}\nsystemctl restart ovens\n```\n"
    found = found_in(f"# Ovens\n\n{block.format(1)}\nThen:\n\n{block.format(2)}", words)
    assert [one.line for one in found if one.code == "RC716"] == [4]


@pytest.mark.parametrize(
    ("line", "waits"),
    [
        ("openssl s_client -connect gate.example.org:443", True),
        ("openssl s_client -connect gate.example.org:443 < /dev/null", False),
        ("echo | openssl s_client -connect gate.example.org:443", False),
    ],
)
def test_a_tls_client_waits_for_what_is_typed(line: str, waits: bool, words: Vocabulary) -> None:
    found = found_in(f"# Gates\n\n```bash\n{line}\n```\n", words)
    assert ("RC716" in {one.code for one in found}) is waits

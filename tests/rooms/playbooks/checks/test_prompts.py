"""Programs that wait for somebody: a login is one where something is destroyed behind it."""

import pytest

from runcard.domain.playbooks.vocabulary import Vocabulary
from tests.rooms.playbooks.plain_judge import found_in


@pytest.mark.parametrize(
    ("lines", "is_found"),
    [
        (["ssh oven-1", "rm -rf /srv/ovens/state"], True),
        (["ssh oven-1", "systemctl restart ovens"], False),
        (["ssh oven-1", "df -h", "uptime"], False),
        (["ssh oven-1"], False),
        (["ssh oven-1 'systemctl restart ovens'"], False),
        (["psql ovens", "df -h"], True),
    ],
)
def test_a_login_before_what_destroys_leaves_it_to_this_host(
    lines: list[str], is_found: bool, words: Vocabulary
) -> None:
    body = "\n".join(lines)
    found = found_in(f"# Ovens\n\n```bash\n{body}\n```\n", words)
    assert ("RC716" in {one.code for one in found}) is is_found


def test_how_a_whole_document_signs_in_is_told_once(words: Vocabulary) -> None:
    block = "```bash\nssh oven-{}\nrm -rf /srv/ovens\n```\n"
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


def test_a_flag_of_another_program_is_none_of_ssh(words: Vocabulary) -> None:
    plain, tests = "ssh oven-1 'sudo reboot'", "ssh oven-1 'sudo ovend -t /etc/oven'"
    typed = "ssh -t oven-1 'sudo ovend /etc/oven'"
    codes = [
        {one.code for one in found_in("# O\n\n```bash\n" + "\n".join(lines) + "\n```\n", words)}
        for lines in ((plain, tests), (plain, typed))
    ]
    assert ["RC718" in one for one in codes] == [False, True]

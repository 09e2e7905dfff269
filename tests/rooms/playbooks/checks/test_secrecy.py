"""Secrets that are shown or carried where others see them, and those that are not."""

import pytest

from runcard.domain.playbooks.model import Grade
from runcard.domain.playbooks.vocabulary import Vocabulary
from tests.rooms.playbooks.plain_judge import found_in


def codes(text: str, words: Vocabulary) -> list[str]:
    return [one.code for one in found_in(text, words)]


@pytest.mark.parametrize(
    ("line", "is_found"),
    [
        ("kubectl get secret gate-key -o yaml", True),
        ("kubectl get secret gate-key -o jsonpath='{.data.key}'", True),
        ("kubectl get secret gate-key -o jsonpath='{.metadata.creationTimestamp}'", False),
        ("kubectl get secret gate-key", False),
    ],
)
def test_the_age_of_a_secret_is_no_secret(line: str, is_found: bool, words: Vocabulary) -> None:
    assert ("RC734" in codes(f"# G\n\n```bash\n{line}\n```\n", words)) is is_found


def test_a_secret_on_the_command_line_is_told_once(words: Vocabulary) -> None:
    line = 'redis-cli -a "$GATE_PASSWORD" PING'
    assert codes(f"# G\n\n```bash\n{line}\n{line}\n```\n", words).count("RC735") == 1


@pytest.mark.parametrize(
    ("title", "is_found"),
    [("Security breach at the gate", True), ("Stolen laptop of a pilot: security", False)],
)
def test_a_device_that_is_gone_has_no_evidence_to_keep(
    title: str, is_found: bool, words: Vocabulary
) -> None:
    text = f"# G\n\n## Runbooks\n\n### {title}\n\n1. Lock the gate\n2. Ring the master\n"
    assert ("RC829" in codes(text, words)) is is_found


@pytest.mark.parametrize(
    ("line", "fix"),
    [
        ("kubectl rollout restart deploy/gate", "kubectl logs"),
        ("docker restart gate", "docker logs"),
        ("systemctl restart gate", None),
    ],
)
def test_the_log_to_save_is_that_of_the_same_tool(
    line: str, fix: str | None, words: Vocabulary
) -> None:
    found = [one.fix for one in found_in(f"# G\n\n```bash\n{line}\n```\n", words)
             if one.code == "RC727"]  # fmt: skip
    assert [one.partition(" -")[0] for one in found] == ([fix] if fix else [])


@pytest.mark.parametrize(
    ("account", "grade"), [("guest:guest", Grade.WARNING), ("guest:Cable77", Grade.ERROR)]
)
def test_what_comes_out_of_the_box_is_no_secret(
    account: str, grade: Grade, words: Vocabulary
) -> None:
    text = f"# G\n\n```bash\ncurl -s -u {account} http://gate:15672/api/overview\n```\n"
    assert [one.grade for one in found_in(text, words) if one.code == "RC736"] == [grade]


@pytest.mark.parametrize(
    ("title", "is_found"),
    [
        ("Security breach", True),
        ("Security: bots scrape the list of ships", False),
        ("Ring the head of security when", False),
    ],
)
def test_whom_to_call_about_a_breach_is_no_play(
    title: str, is_found: bool, words: Vocabulary
) -> None:
    text = f"# G\n\n## Runbooks\n\n### {title}\n\n- a journalist asks\n- the gate is open\n"
    codes = {one.code for one in found_in(text, words)}
    assert ("RC829" in codes) is is_found


def test_a_heading_may_say_that_evidence_is_kept(words: Vocabulary) -> None:
    text = "# G\n\n## Runbooks\n\n### Security breach\n\n- lock the gate\n\n## {}\n\nAs ever.\n"
    assert "RC829" not in {one.code for one in found_in(text.format("Collect evidence"), words)}
    assert "RC829" in {one.code for one in found_in(text.format("Collect tolls"), words)}


@pytest.mark.parametrize(
    ("line", "is_found"),
    [
        ("ssh gate-1 'sudo cp -a /var/log/gates /srv/evidence/gates/'", False),
        ("ssh gate-1 'sudo systemctl stop gates'", True),
    ],
)
def test_what_is_copied_among_the_evidence_is_kept(
    line: str, is_found: bool, words: Vocabulary
) -> None:
    text = f"# G\n\n## Runbooks\n\n### Security breach\n\nCut it off.\n\n```bash\n{line}\n```\n"
    assert ("RC829" in codes(text, words)) is is_found

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


@pytest.mark.parametrize(
    ("rule", "is_found"),
    [
        ("Save the logs before you start anything anew.", False),
        ("Guardar os logs antes de reiniciar seja o que for.", False),
        ("Die Protokolle sichern, bevor etwas neu startet.", False),
        ("Read the rules before you start anything anew.", True),
        ("Make a backup of the ledger every night.", True),
    ],
)
def test_a_rule_of_the_document_saves_the_log(rule: str, is_found: bool, words: Vocabulary) -> None:
    text = f"# G\n\n{rule}\n\n## Case\n\n```bash\nkubectl rollout restart deploy/gate\n```\n"
    assert ("RC727" in {one.code for one in found_in(text, words)}) is is_found


@pytest.mark.parametrize(
    ("line", "is_found"),
    [
        ("cp /var/log/gate/current.log /srv/kept/gate.log", False),
        ("cp -a /srv/gate/logs/today /srv/kept/", False),
        ("cp /srv/gate/old.conf /etc/gate.conf", True),
        ("cp /dev/null /var/run/gate", True),
    ],
)
def test_a_log_that_is_put_aside_changes_nothing(
    line: str, is_found: bool, words: Vocabulary
) -> None:
    text = f"# Gates\n\n## Rides pile up\n\n```bash\n{line}\n```\n"
    assert ("RC746" in {one.code for one in found_in(text, words)}) is is_found

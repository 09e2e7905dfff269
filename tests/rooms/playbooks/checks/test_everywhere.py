"""Commands that reach every member of a group, and those that reach one after the other."""

import pytest

from runcard.domain.playbooks.vocabulary import Vocabulary
from tests.rooms.playbooks.plain_judge import found_in


def codes(line: str, words: Vocabulary, label: str = "Then:", language: str = "bash") -> set[str]:
    text = f"# Lock\n\n## Lock stuck\n\n{label}\n\n```{language}\n{line}\n```\n"
    return {one.code for one in found_in(text, words)}


@pytest.mark.parametrize(
    ("line", "is_found"),
    [
        ('ansible gates -b -m service -a "name=etcd state=restarted"', True),
        ('ansible gates -b -f 1 -m service -a "name=etcd state=restarted"', False),
        ('ansible gates -b -m service -a "name=etcd state=started"', False),
        ("sudo scontrol reboot ASAP gate[01-40]", True),
        ("sudo scontrol reboot ASAP gate07", False),
        ("pdsh -a 'sudo systemctl restart gate'", True),
        ("pdsh -a uptime", False),
    ],
)
def test_a_group_is_restarted_in_one_go(line: str, is_found: bool, words: Vocabulary) -> None:
    assert ("RC824" in codes(line, words)) is is_found


@pytest.mark.parametrize(("computers", "is_found"), [("TOR-1,TOR-2", True), ("TOR-1 -Wait", False)])
def test_several_computers_in_one_line(computers: str, is_found: bool, words: Vocabulary) -> None:
    line = f"Restart-Computer -ComputerName {computers} -Force"
    assert ("RC824" in codes(line, words, language="powershell")) is is_found


@pytest.mark.parametrize(
    ("label", "line", "is_found"),
    [
        ("One pod at a time:", "kubectl delete pods -l app=gate", True),
        ("Einen nach dem anderen:", "kubectl delete pod -l app=gate", True),
        ("One pod at a time:", "kubectl delete pod gate-3", False),
        ("All of them, they come back:", "kubectl delete pods -l app=gate", False),
    ],
)
def test_a_label_picks_all_where_the_words_speak_of_one(
    label: str, line: str, is_found: bool, words: Vocabulary
) -> None:
    assert ("RC824" in codes(line, words, label)) is is_found

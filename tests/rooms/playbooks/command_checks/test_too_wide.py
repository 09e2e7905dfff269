"""Commands that reach everything, or every member of a group at once, beside those that reach what
was meant."""

import pytest

from runcard.domain.playbooks.vocabulary import Vocabulary
from tests.rooms.playbooks.plain_judge import found_in


def codes(label: str, lang: str, line: str, words: Vocabulary) -> set[str]:
    text = f"# Lock\n\n## Ghost passages\n\n{label}\n\n```{lang}\n{line}\n```\n"
    return {one.code for one in found_in(text, words)}


@pytest.mark.parametrize(
    ("lang", "line", "is_found"),
    [
        ("sql", "UPDATE passages SET ended_at = now(), reason = 'office';", True),
        ("sql", "UPDATE passages SET ended_at = now() WHERE ended_at IS NULL;", False),
        ("sql", "UPDATE lock_settings SET closed = true;", False),
        ("sql", "UPDATE passages p JOIN ships s USING (ship) SET p.done = 1;", False),
        ("bash", 'psql lock -c "UPDATE passages SET done = true"', True),
        ("bash", "kubectl -n lock set env deploy/gate UPDATE=1", False),
        ("", "clear bgp neighbor all", True),
        ("", "clear ip bgp *", True),
        ("", "clear bgp neighbor 192.0.2.1", False),
        ("", "clear counters all", False),
    ],
)
def test_every_row_or_session(lang: str, line: str, is_found: bool, words: Vocabulary) -> None:
    assert ("RC849" in codes("A ship hangs:", lang, line, words)) is is_found


@pytest.mark.parametrize(
    ("label", "is_found"),
    [
        ("Move the stuck message, it is one message:", True),
        ("Eine Datei klemmt; beiseite legen:", True),
        ("Un fichier bloque, le mettre de côté :", True),
        ("Un archivo no pasa, apartarlo:", True),
        ("Move the files of the day:", False),
    ],
)
def test_every_file_where_one_is_meant(label: str, is_found: bool, words: Vocabulary) -> None:
    line = "sudo mv /srv/lock/in/* /srv/lock/bad/"
    assert ("RC849" in codes(label, "bash", line, words)) is is_found


def test_it_is_told_once(words: Vocabulary) -> None:
    told = codes("A job hangs:", "bash", "kubectl -n lock delete jobs --all", words)
    assert len(told & {"RC725", "RC849"}) == 1


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
    assert ("RC824" in codes("Then:", "bash", line, words)) is is_found


@pytest.mark.parametrize(("computers", "is_found"), [("TOR-1,TOR-2", True), ("TOR-1 -Wait", False)])
def test_several_computers_in_one_line(computers: str, is_found: bool, words: Vocabulary) -> None:
    line = f"Restart-Computer -ComputerName {computers} -Force"
    assert ("RC824" in codes("Then:", "powershell", line, words)) is is_found


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
    assert ("RC824" in codes(label, "bash", line, words)) is is_found


@pytest.mark.parametrize(
    ("first", "is_found"),
    [
        ("git checkout lock-v41", False),
        ("git switch stable", False),
        ("git reset --hard lock-v41", False),
        ("git checkout lock-v41 -- gate.conf", True),
        ("git checkout lock-v41 gate.conf", True),
        ("git log -3", True),
    ],
)
def test_where_the_whole_working_copy_goes_back_all_services_are_meant(
    first: str, is_found: bool, words: Vocabulary
) -> None:
    lines = f"{first}\ndocker compose build"
    assert ("RC748" in codes("Roll back the gate:", "bash", lines, words)) is is_found


@pytest.mark.parametrize(
    ("label", "is_found"),
    [
        ("All pumps are down:", False),
        ("Alle Pumpen (pump-01 bis pump-40) sind ausgefallen, sie sind down:", False),
        ("A pump is down:", True),
        ("All captains say that the lock is down:", True),
        ("Start all pumps:", True),
    ],
)
def test_where_all_are_down_nothing_more_is_lost(
    label: str, is_found: bool, words: Vocabulary
) -> None:
    line = 'ansible lock -b -m service -a "name=pump state=restarted"'
    assert ("RC824" in codes(label, "bash", line, words)) is is_found


@pytest.mark.parametrize(
    ("title", "is_found"),
    [
        ("# Send all riders out", False),
        ("# Alle Fahrgäste abmelden", False),
        ("# Arrêt pour tous", False),
        ("# Send the rider out", True),
        ("# Den Fahrgast abmelden", True),
    ],
)
def test_a_comment_may_say_that_all_rows_are_meant(
    title: str, is_found: bool, words: Vocabulary
) -> None:
    lines = "psql lift -c 'SELECT 1'\npsql lift -c 'UPDATE rides SET over = true;'"
    text = f"# Lift\n\n```bash\n{title}\n{lines}\n```\n"
    assert ("RC849" in {one.code for one in found_in(text, words)}) is is_found

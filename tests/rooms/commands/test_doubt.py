"""What a table leaves open about a call can only make a reading call worse."""

import pytest

from runcard.domain.commands.classify import Bench
from runcard.domain.commands.rulebook_file import tables_from
from tests.rooms.commands.saying import said

WORDS = {"changes": ["start", "set"], "destroys": ["delete"], "alarms": {"purge": "destructive"}}
TABLE = {
    "names": ["ferryctl", "barge"],
    "rule": [
        {"verbs": ["show", "* list"]},
        {"verbs": [], "only": ["barge"]},
        {"when": [{"only": ["barge"], "has": ["-l"], "effect": "read_only", "lower": True}],
         "verbs": ["dock"], "effect": "mutating"},
    ],
}  # fmt: skip


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("ferryctl show", "read_only"),
        ("ferryctl show --purge", "destructive"),
        ("ferryctl show -purge", "destructive"),
        ("ferryctl show --purgeAll", "destructive"),
        ("ferryctl delete list", "destructive"),
        ("ferryctl pier list", "read_only"),
        ("ferryctl show delete", "read_only"),
        ("barge pier1", "read_only"),
        ("barge pier1 start", "mutating"),
        ("barge pier1 delete", "destructive"),
        ("ferryctl dock -l", "mutating"),
        ("barge dock -l", "read_only"),
    ],
)
def test_an_act_that_no_rule_names_is_noticed(text: str, expected: str, bench: Bench) -> None:
    taught = tables_from({"words": WORDS, "ferryctl": TABLE})
    assert said(text, Bench(taught, bench.parser)) == expected


@pytest.mark.parametrize("cut", ["--in", "--in-p", "--in-place"])
def test_a_long_flag_cut_short_is_what_it_stands_for(cut: str, bench: Bench) -> None:
    assert said(f"sed {cut} 's/a/b/' x", bench) == "mutating"


def test_a_dry_run_cut_short_proves_nothing(bench: Bench) -> None:
    assert said("rsync -a --delete --dry a b", bench) == "destructive destroys"


@pytest.mark.parametrize("no", ["false", "no", "none", "0", "off"])
@pytest.mark.parametrize(
    "text",
    ["kubectl delete pod x --dry-run={}", "rsync -a --delete --dry-run={} a b",
     "helm uninstall x --dry-run={}", "apt-get remove x --simulate={}"],
)  # fmt: skip
def test_a_dry_run_that_is_switched_off_is_none(text: str, no: str, bench: Bench) -> None:
    assert said(text.format(no), bench).startswith("destructive")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("snapper -v delete 5", "destructive destroys"),
        ("sgdisk -d 1 /dev/sdb", "destructive"),
        ("choco uninstall x -s internal", "destructive"),
        ("emerge -C nginx", "destructive"),
        ("ipvsadm -A -t 192.0.2.1:80 -s rr", "mutating"),
        ("snmpset -t 5 -v2c -c private sw1 1.3.6 i 1", "mutating"),
        ("gunicorn -c gunicorn.conf.py shop:app", "mutating unbounded"),
    ],
)
def test_a_letter_of_one_tool_proves_nothing_for_its_neighbours(
    text: str, expected: str, bench: Bench
) -> None:
    assert said(text, bench) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("pg_recvlogical -d shop --slot s --drop-slot", "destructive"),
        ("vnstat --remove -i eth0 --force", "destructive destroys"),
        ("Search-Mailbox bob -DeleteContent", "destructive destroys"),
        ("grep --purge-cache x y", "destructive"),
        ("az backup protection disable --delete-backup-data true -n v", "destructive"),
        ("az snapshot delete -g rg -n s", "destructive"),
        ("docker context rm old", "destructive"),
        ("kubectl auth can-i delete pods", "read_only"),
        ("git grep remove", "read_only"),
    ],
)
def test_what_sounds_like_taking_away_counts_wherever_a_table_leaves_it_open(
    text: str, expected: str, bench: Bench
) -> None:
    assert said(text, bench).split()[0] == expected.split()[0]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("cargo audit", "read_only"),
        ("cargo audit fix", "mutating"),
        ("brew doctor fix", "mutating"),
        ("promtool check rules repair.yml", "read_only"),
    ],
)
def test_what_mends_behind_a_word_that_looks_does_not_look(
    text: str, expected: str, bench: Bench
) -> None:
    assert said(text, bench) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("kubectl ferry purge all", "destructive destroys"),
        ("git moor wipe", "destructive destroys"),
        ("kubectl ferry dock", "mutating"),
        ("git moor", "mutating"),
    ],
)
def test_a_verb_that_no_rule_knows_is_told_by_its_words(
    text: str, expected: str, bench: Bench
) -> None:
    assert said(text, bench) == expected

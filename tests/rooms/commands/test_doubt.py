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

"""The yardstick finds what differs, and nothing where all is equal."""

import copy
import json
from pathlib import Path
from typing import Any

import pytest

from runcard.domain.playbooks.compile import compile_playbook
from runcard.domain.playbooks.writing.truth_form import truth_of
from tools.accuracy import main, read_vocabulary
from tools.comparison import compare
from tools.tally import Tally
from tools.yardstick import pairs

PAGE = """# Tea

## Severity

- **P1 (Total)**: no tea. Response: 5 minutes.
- **P2 (Partial)**: weak tea. Response: 1 hour.

## Escalation

1. Boiler
2. Baker (after 30 min)

## Contacts

- Boiler: +44 20 7946 0000

## Updates

Post an update every 20 minutes for P1.
"""


@pytest.fixture(scope="module")
def truth() -> dict[str, Any]:
    words = read_vocabulary()
    found: dict[str, Any] = truth_of(compile_playbook(PAGE, words), "tea", words)
    return found


def misses(truth: dict[str, Any], got: dict[str, Any]) -> list[str]:
    tally = Tally()
    compare(truth, got, PAGE.splitlines(), tally)
    return [miss.split(":")[0] for miss in tally.misses]


def test_a_document_agrees_with_itself(truth: dict[str, Any]) -> None:
    assert misses(truth, copy.deepcopy(truth)) == []


def changed(truth: dict[str, Any], change: Any) -> dict[str, Any]:
    other = copy.deepcopy(truth)
    change(other)
    return other


def test_what_differs_is_named(truth: dict[str, Any]) -> None:
    first = truth["severity"]["levels"][0]
    assert first["response"]["seconds"] == 300

    def slower(got: dict[str, Any]) -> None:
        got["severity"]["levels"][0]["response"]["seconds"] = 301

    assert misses(truth, changed(truth, slower)) == ["5 level.response"]
    assert misses(truth, changed(truth, lambda got: got["cadences"].clear())) == ["cadence"]
    assert "chain_step.who" in misses(
        truth, changed(truth, lambda got: got["escalation_chains"][0]["steps"].append(
            {"who": "King", "condition": None, "after": None, "line": 11}))
    )  # fmt: skip


def test_marks_of_the_truth_are_obeyed(truth: dict[str, Any]) -> None:
    def left_out(wanted: dict[str, Any]) -> None:
        wanted["cadences"][0]["may_omit"] = True

    def other_value(wanted: dict[str, Any]) -> None:
        wanted["title"] = "Coffee"
        wanted["also"] = {"title": ["Tea"]}

    nothing = changed(truth, lambda got: got["cadences"].clear())
    assert misses(changed(truth, left_out), nothing) == []
    assert misses(changed(truth, other_value), truth) == []


def test_an_extra_contact_counts_only_where_its_words_are_not_there(truth: dict[str, Any]) -> None:
    def extra(value: str) -> Any:
        one = {"label": "x", "value": value, "kind": "none", "placeholder": False, "line": 1}
        return lambda got: got["contacts"].append(one)

    assert misses(truth, changed(truth, extra("Tea"))) == []
    assert misses(truth, changed(truth, extra("Coffee"))) == ["contact.value"]


def test_a_folder_is_measured(
    tmp_path: Path, truth: dict[str, Any], capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "tea.md").write_text(PAGE)
    (tmp_path / "tea.json").write_text(json.dumps(truth))
    assert main(["--truth", str(tmp_path), "--docs", str(tmp_path)]) == 0
    said = capsys.readouterr().out
    assert "1 documents: " in said
    assert main(["--truth", str(tmp_path / "none"), "--docs", str(tmp_path)]) == 1


def test_marks_inside_a_value_and_other_periods_of_a_drill(truth: dict[str, Any]) -> None:
    drill = {"what": "tea", "line": 3, "cadence": {"text": "twice", "line": 3, "seconds": 2}}
    other = {**drill, "cadence": {"text": "twice", "line": 3, "seconds": 1}}
    got = changed(truth, lambda one: one["drills"].append(drill))

    def wanted(one: dict[str, Any]) -> None:
        one["drills"].append({**other, "also": {"cadence": [drill["cadence"]]}})
        one["severity"]["levels"][0]["definition"]["remark"] = "plain"

    assert misses(changed(truth, wanted), got) == []
    assert misses(changed(truth, lambda one: one["drills"].append(other)), got) == ["drill"]


def test_what_a_truth_leaves_out_or_open_is_not_compared(truth: dict[str, Any]) -> None:
    short = {"severity": truth["severity"], "oncall": {"ambiguous": "a rota without hours"}}

    def other(got: dict[str, Any]) -> None:
        got["title"] = "Coffee"
        got["roles"].append({"name": "King", "line": 3, "duties": [], "attrs": {}})
        got["severity"]["levels"][0]["response"]["seconds"] = 301

    assert misses(short, changed(truth, other)) == ["5 level.response"]


def test_a_day_that_a_truth_leaves_open_is_not_compared(truth: dict[str, Any]) -> None:
    asked = changed(truth, lambda one: one["meta"].update(created={"ambiguous": "beside a name"}))
    got = changed(truth, lambda one: one["meta"].update(created={"text": "3 May", "line": 2}))
    assert misses(asked, got) == misses(asked, truth) == []


@pytest.mark.parametrize("form", [{}, {"template": {"ambiguous": "a list of questions"}}])
def test_an_open_form_of_the_review_is_not_compared(
    truth: dict[str, Any], form: dict[str, Any]
) -> None:
    asked = changed(truth, lambda one: one["postmortem"].pop("template"))
    asked["postmortem"].update(form)
    found = {"line": 30, "sections": [], "placeholders": []}
    got = changed(truth, lambda one: one["postmortem"].update(template=found))
    assert misses(asked, got) == []


def test_what_is_equal_is_paired_before_what_may_be_left_out() -> None:
    contact = {"label": "Mate", "kind": "none", "placeholder": True, "line": 7}
    row = [{**contact, "value": "[Name]", "may_omit": True}, {**contact, "value": "[Radio]"}]
    together, missed, left = pairs(row, [{**contact, "value": "[Radio]"}], "label")
    assert [truth["value"] for truth, _ in together] == ["[Radio]"]
    assert [one["value"] for one in missed] == ["[Name]"]
    assert left == []


def test_an_exercise_may_be_named_without_a_period(truth: dict[str, Any]) -> None:
    named = {"what": "failover", "cadence": None, "line": 3}
    got = truth | {"drills": [named | {"cadence": {"text": "yearly", "line": 3, "seconds": 9}}]}
    assert misses(truth | {"drills": [named | {"may_omit": True}]}, truth | {"drills": []}) == []
    assert misses(truth | {"drills": [named]}, got) == ["drill"]

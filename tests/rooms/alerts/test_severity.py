"""The severity of an alert, by the playbook, and why."""

import timeit
from dataclasses import replace
from typing import Any

import pytest

from runcard.domain.alerts.model import AlertState, Signal
from runcard.domain.alerts.severity import NO_LEVELS, NOTHING, Judge, judge_for
from runcard.domain.playbooks.model import Playbook, Runbook, Text
from tests.rooms.cards import NIGHT, a_card, a_level, a_playbook, a_team, texts

LEVELS = (
    a_level("P0", "now", name="Critical", line=4, definition=Text("Total loss of tills", 5)),
    a_level("P1", "1 h", name="High", line=10, examples=texts(
        "Failed backups", "High error rate (>5%)", "Orders lost", "Card terminals unreachable"
    )),
    a_level("P2", "4 h", line=20, examples=texts("Orders lost in one shop", line=21)),
)  # fmt: skip
RUNBOOKS = (
    Runbook("Queue stuck", 60, severity="P2"), Runbook("Cache full", 70, severity="P1 or P2"),
    Runbook("Printer jam", 80), Runbook("Something else", 90, severity="unknown"),
)  # fmt: skip


def a_judge(**parts: Any) -> Judge:
    words = parts.pop("words", {"warning": "P2", "page": "9", "info": "0", "meh": "SEV7"})
    document = parts.pop("document", a_playbook(*LEVELS, runbooks=RUNBOOKS))
    return judge_for(a_card(document, team=a_team(severity_words=words)))


def signal(
    title: str = "Alert", annotations: dict[str, str] | None = None, **labels: str
) -> Signal:
    return Signal("f", AlertState.FIRING, NIGHT, title, "g", labels, annotations or {})


@pytest.mark.parametrize(
    ("label", "said", "key"),
    [
        ("severity", "sev-1", "P1"), ("priority", "P0", "P0"), ("severity", "CRITICAL", "P0"),
        ("level", "Level 2", "P2"), ("severity", "１", "P1"), ("prio", "p2", "P2"),
    ],
)  # fmt: skip
def test_a_label_names_the_severity_in_any_spelling(label: str, said: str, key: str) -> None:
    judged = a_judge().judge(replace(signal("Failed backups"), labels={label: said}))
    assert judged.key == key
    assert judged.why == f"label {label}={said}"
    assert judged.line in {4, 10, 20}


def test_an_annotation_may_name_it_where_no_label_does() -> None:
    assert a_judge().judge(signal(annotations={"severity": "P2"}, severity="bad")).key == "P2"


@pytest.mark.parametrize(
    "said",
    [
        signal(runbook="Queue stuck"), signal(runbook="queue-stuck"),
        signal(annotations={"runbook_url": "https://wiki.fernway.example/doc#queue-stuck"}),
        signal("StuckQueue"), signal("x", {"summary": "The queue is stuck again"}),
    ],
)  # fmt: skip
def test_the_runbook_an_alert_routes_to_gives_its_severity(said: Signal) -> None:
    judged = a_judge().judge(said)
    assert (judged.key, judged.line, judged.why) == ("P2", 60, "runbook Queue stuck")


def test_of_several_severities_a_runbook_has_the_worst() -> None:
    assert a_judge().judge(signal("CacheFull")).key == "P1"


def test_a_runbook_without_a_severity_decides_nothing() -> None:
    assert a_judge().judge(signal("PrinterJam")).key is None


@pytest.mark.parametrize(
    ("said", "line"),
    [
        (signal("BackupFailed"), 12),
        (signal("Nightly", {"summary": "the backup is failing"}), 12),
        (signal("HighErrorRate", {"summary": "error rate is 7.3 %"}), 13),
        (signal("HighErrorRate", {"value": "0.08"}), 13),
        (signal("HighErrorRate"), 13),
    ],
)
def test_a_line_of_the_document_that_matches_decides(said: Signal, line: int) -> None:
    judged = a_judge().judge(said)
    assert (judged.key, judged.line) == ("P1", line)
    assert judged.why.startswith("it says: ")


def test_a_number_below_the_threshold_is_no_match() -> None:
    assert a_judge().judge(signal("HighErrorRate", {"summary": "error rate is 2 %"})).key is None


def test_the_most_specific_line_wins() -> None:
    assert a_judge().judge(signal("OrdersLost")).key == "P1"
    assert a_judge().judge(signal("Orders lost in one shop")).key == "P2"


def test_of_two_lines_as_specific_the_more_severe_wins() -> None:
    judged = a_judge().judge(signal("Card terminals unreachable, total loss of tills"))
    assert judged.key == "P0"


@pytest.mark.parametrize(
    ("word", "key", "said"), [("Warning", "P2", "P2"), ("page", "P2", "9"), ("info", "P0", "0")]
)
def test_the_teams_word_for_it_is_asked_last(word: str, key: str, said: str) -> None:
    judged = a_judge().judge(signal(severity=word))
    assert judged.key == key
    assert judged.why == f"label severity={word}, which the team file calls {said}"
    assert a_judge().judge(signal("BackupFailed", severity=word)).key == "P1"


@pytest.mark.parametrize("word", ["meh", "nothing"])
def test_where_nothing_fits_the_responder_decides(word: str) -> None:
    judged = a_judge().judge(signal(severity=word))
    assert (judged.key, judged.why) == (None, NOTHING)


def test_a_document_without_levels_names_none() -> None:
    judged = a_judge(document=Playbook(None, None, ())).judge(signal(severity="P1"))
    assert (judged.key, judged.why) == (None, NO_LEVELS)


def test_a_labelled_alert_costs_next_to_nothing() -> None:
    judge, said = a_judge(), signal(severity="critical", service="till", instance="a:9100")
    seconds = min(timeit.repeat(lambda: judge.judge(said), number=500, repeat=5)) / 500
    assert seconds < 60e-6

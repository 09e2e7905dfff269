"""What a responder does from a terminal, told by the API's contract."""

import json
from typing import Any

import pytest

from tests.cli.conftest import FakeApi, Run, problem

AT = "2026-11-21T03:01:40.123456Z"
MARK = {"line": 14, "from_document": True, "by": None, "text": "L14"}


def an_incident(**more: Any) -> dict[str, Any]:
    told = {
        "id": "inc_1", "name": "INC-42", "number": 42, "title": "Tills hang", "severity": "SEV1",
        "provisional": False, "why": "the label severity says SEV1", "why_line": 14,
        "state": "open", "status": "investigating", "opened_at": AT, "acknowledged_at": None,
        "acknowledged_by": None, "commander": None, "resolved_at": None,
    }  # fmt: skip
    return told | more


def a_clock(**more: Any) -> dict[str, Any]:
    told = {"kind": "update", "due_at": "2026-11-21T03:21:40Z", "met_at": None, "overdue": False,
            "kept": False, "promise": "20 min", "mark": MARK}  # fmt: skip
    return told | more


def a_draft(**more: Any) -> dict[str, Any]:
    text = "Since 03:01 [symptom]. Affected: [impact]."
    gaps = [
        {"token": "[symptom]", "start": 12, "end": 21, "line": 1},
        {"token": "[impact]", "start": 33, "end": 41, "line": 1},
    ]
    told = {"template": "First message", "audience": "stores", "text": text, "gaps": gaps,
            "mark": MARK}  # fmt: skip
    return told | more


def a_briefing(**more: Any) -> dict[str, Any]:
    told = {
        "incident": an_incident(), "severity_name": "SEV1 Critical", "clocks": [a_clock()],
        "next_step": {"text": "Try a lookup", "phase": "First look", "mark": MARK},
        "ahead": {"text": "Bram is paged at 03:11", "at": AT},
        "pages": [{"person": "Ada K.", "state": "open", "asked_at": AT,
                   "attempts": [{"number": 1, "way": "dev_phone", "outcome": "delivered"}]}],
        "drafts": [a_draft()], "updates": [], "review": None, "now": AT,
    }  # fmt: skip
    return told | more


def test_declaring_says_the_name_and_what_to_do_next(ask: Run, api: FakeApi) -> None:
    api.on("POST /api/v1/incidents", an_incident(), 201)
    shown = ask("incident", "declare", "Tills hang", "-s", "sev1")
    assert shown.exit_code == 0
    assert shown.stdout.startswith("✓ INC-42 declared, SEV1.")
    assert api.asked[-1][1] == {"title": "Tills hang", "severity": "sev1"}


def test_an_unclear_severity_is_said(ask: Run, api: FakeApi) -> None:
    unclear = an_incident(severity=None, provisional=True)
    api.on("POST /api/v1/incidents", unclear, 201)
    assert "severity not set: confirm it" in ask("incident", "declare", "Hm").stdout


def test_the_list_is_what_is_open(ask: Run, api: FakeApi) -> None:
    row = {"incident": an_incident(), "severity_name": "SEV1 Critical", "rank": 0, "levels": 4,
           "next_clock": a_clock(overdue=True), "next_step": None}  # fmt: skip
    mend = ["Head of Operations is bound to nobody"]
    api.on("GET /api/v1/board", {"rows": [row], "waiting": [], "mend": mend, "now": AT})
    lines = ask("incident", "list").stdout.splitlines()
    assert lines[0].startswith("INC-42  SEV1 Critical  investigating  nobody yet  Update due")
    assert "overdue" in lines[0]
    assert lines[1] == "▲ Head of Operations is bound to nobody"


def test_an_empty_board_says_so(ask: Run, api: FakeApi) -> None:
    api.on("GET /api/v1/board", {"rows": [], "waiting": [], "mend": [], "now": AT})
    assert ask("incident", "list").stdout == "✓ Nothing is open\n"


def test_all_lists_resolved_ones_too(ask: Run, api: FakeApi) -> None:
    api.on("GET /api/v1/incidents?limit=50", {"data": [], "next_cursor": None})
    assert ask("incident", "list", "--all").exit_code == 0


def test_showing_tells_clocks_holder_next_step_and_what_comes(ask: Run, api: FakeApi) -> None:
    api.on("GET /api/v1/incidents/INC-42", a_briefing())
    text = ask("incident", "show", "INC-42").stdout
    for part in (
        "INC-42 · SEV1 Critical · Tills hang",
        "because the label severity says SEV1, line 14",
        "In charge: nobody yet",
        "Update due 2026-11-21 03:21 UTC, in 19 min 59 s",
        "Do next: First look: Try a lookup (L14)",
        "Bram is paged at 03:11",
        "dev phone: delivered",
        "Draft First message (L14; blanks: [symptom], [impact])",
    ):
        assert part in text


def test_a_clock_that_is_due_at_once_says_now(ask: Run, api: FakeApi) -> None:
    at_once = a_clock(kind="acknowledge", due_at=AT, promise="Immediate", overdue=True)
    api.on("GET /api/v1/incidents/INC-42", a_briefing(clocks=[at_once]))
    assert "Acknowledge now  Immediate  L14" in ask("incident", "show", "INC-42").stdout


def test_a_clock_that_was_due_at_once_says_how_long_it_took(ask: Run, api: FakeApi) -> None:
    at_once = a_clock(kind="acknowledge", due_at=AT, met_at=AT, promise="Immediate", kept=True)
    api.on("GET /api/v1/incidents/INC-42", a_briefing(clocks=[at_once]))
    assert "Acknowledge after 0 s" in ask("incident", "show", "INC-42").stdout


def test_json_is_what_the_server_said(ask: Run, api: FakeApi) -> None:
    api.on("GET /api/v1/incidents/INC-42", a_briefing())
    assert json.loads(ask("incident", "show", "INC-42", "--json").stdout) == a_briefing()


def test_acknowledging_says_through_which_door(ask: Run, api: FakeApi) -> None:
    held = an_incident(acknowledged_by="ada", acknowledged_at=AT)
    api.on("POST /api/v1/incidents/42/ack", held)
    shown = ask("incident", "ack", "42")
    assert "INC-42 is acknowledged by ada" in shown.stdout
    assert api.asked[-1][1] == {"through": "cli"}


def test_an_acknowledgement_that_waits_for_the_database_is_one_sentence(
    ask: Run, api: FakeApi
) -> None:
    kept = {"name": "INC-42", "state": "kept", "acknowledged_by": "ada", "next": "It counts."}
    api.on("POST /api/v1/incidents/42/ack", kept, 202)
    shown = ask("incident", "ack", "42")
    assert shown.exit_code == 0
    assert len(shown.stdout.splitlines()) == 1
    assert "INC-42 is yours, ada" in shown.stdout
    assert "when its database is back" in shown.stdout
    assert json.loads(ask("incident", "ack", "42", "--json").stdout) == kept


def test_what_somebody_else_has_is_a_conflict(ask: Run, api: FakeApi) -> None:
    status, said = problem(409, "conflict", "INC-42 is already resolved", **{"try": "Reopen it"})
    api.on("POST /api/v1/incidents/INC-42/ack", said, status)
    shown = ask("incident", "ack", "INC-42")
    assert shown.exit_code == 5
    assert shown.stderr.splitlines() == ["✕ INC-42 is already resolved", "  Next: Reopen it"]


def test_an_incident_that_is_not_there_is_not_found(ask: Run) -> None:
    assert ask("incident", "show", "INC-9").exit_code == 4


def test_a_reference_cannot_leave_its_place(ask: Run, api: FakeApi) -> None:
    ask("incident", "show", "../board")
    assert api.asked[-1][0] == "GET /api/v1/incidents/..%2Fboard"


def test_a_wrong_token_is_not_allowed(run: Run, api: FakeApi) -> None:
    shown = run("incident", "list", RUNCARD_SERVER=api.url, RUNCARD_TOKEN="wrong")
    assert shown.exit_code == 3
    assert "RUNCARD_TOKEN" in shown.stderr


def test_a_field_at_fault_is_named(ask: Run, api: FakeApi) -> None:
    fields = [{"pointer": "/title", "message": "is empty"}]
    status, said = problem(422, "invalid", "The body cannot be used", errors=fields)
    api.on("POST /api/v1/incidents", said, status)
    shown = ask("incident", "declare", " ")
    assert shown.exit_code == 2
    assert "/title: is empty" in shown.stderr


def test_a_server_that_is_away_is_unreachable(run: Run) -> None:
    shown = run("incident", "list", RUNCARD_SERVER="http://127.0.0.1:9", RUNCARD_TOKEN="x")
    assert shown.exit_code == 6
    assert "cannot be reached" in shown.stderr


def test_given_words_are_posted_as_they_are(ask: Run, api: FakeApi) -> None:
    api.on("GET /api/v1/incidents/INC-42", a_briefing())
    posted = {"template": "First message", "text": "All quiet"}
    api.on("POST /api/v1/incidents/INC-42/updates", posted, 201)
    shown = ask("incident", "update", "INC-42", "-m", "-", stdin="All quiet")
    assert shown.exit_code == 0
    assert api.asked[-1][1] == posted


def test_a_draft_with_open_blanks_is_not_posted(ask: Run, api: FakeApi) -> None:
    api.on("GET /api/v1/incidents/INC-42", a_briefing())
    shown = ask("incident", "update", "INC-42", "--set", "impact=all stores")
    assert shown.exit_code == 2
    assert "[symptom]" in shown.stderr
    assert "--set 'symptom=…'" in shown.stderr


def test_blanks_are_filled_by_name(ask: Run, api: FakeApi) -> None:
    api.on("GET /api/v1/incidents/INC-42", a_briefing())
    api.on("POST /api/v1/incidents/INC-42/updates", {"template": "First message", "text": ""}, 201)
    fill = ("--set", "impact=all stores", "--set", "Symptom=tills hang")
    ask("incident", "update", "INC-42", *fill)
    assert api.asked[-1][1]["text"] == "Since 03:01 tills hang. Affected: all stores."


@pytest.mark.parametrize("name", ["Closing", "closing message"])
def test_a_template_is_chosen_by_part_of_its_name(ask: Run, api: FakeApi, name: str) -> None:
    closing = a_draft(template="Closing message", text="Over.", gaps=[])
    api.on("GET /api/v1/incidents/INC-42", a_briefing(drafts=[a_draft(), closing]))
    posted = {"template": "Closing message", "text": "Over."}
    api.on("POST /api/v1/incidents/INC-42/updates", posted, 201)
    ask("incident", "update", "INC-42", "-t", name)
    assert api.asked[-1][1] == posted


def test_an_unknown_template_is_answered_with_those_there_are(ask: Run, api: FakeApi) -> None:
    api.on("GET /api/v1/incidents/INC-42", a_briefing())
    shown = ask("incident", "update", "INC-42", "-t", "mail")
    assert shown.exit_code == 4
    assert "There are: First message" in shown.stderr


def test_status_takes_one_of_five_words(ask: Run, api: FakeApi) -> None:
    api.on("POST /api/v1/incidents/INC-42/status", an_incident(status="identified"))
    assert ask("incident", "status", "INC-42", "identified").stdout == "✓ INC-42 identified\n"
    assert ask("incident", "status", "INC-42", "fixed").exit_code == 2


def test_resolving_points_at_the_review(ask: Run, api: FakeApi) -> None:
    api.on("POST /api/v1/incidents/INC-42/resolve", an_incident(status="resolved"))
    assert "The review is drafted" in ask("incident", "resolve", "INC-42", "-m", "done").stdout
    assert api.asked[-1][1] == {"why": "done"}


def test_the_timeline_reads_as_sentences(ask: Run, api: FakeApi) -> None:
    entry = {"position": 1, "at": AT, "by": "runcard", "kind": "opened", "word": "Opened",
             "sentence": "Tills hang began", "key": True}  # fmt: skip
    call = "GET /api/v1/incidents/INC-42/timeline?after=0"
    api.on(call, {"data": [entry], "next_cursor": None})
    assert "Opened  runcard  Tills hang began" in ask("incident", "timeline", "INC-42").stdout


def test_on_call_names_people(ask: Run, api: FakeApi) -> None:
    row = {"schedule": "stock rota", "person": "ada", "person_name": "Ada K.", "note": ""}
    api.on("GET /api/v1/oncall/now", {"data": [row], "next_cursor": None})
    assert ask("oncall", "now").stdout == "stock rota  Ada K.\n"


def test_a_timeline_that_holds_is_verified(ask: Run, api: FakeApi) -> None:
    api.on("GET /api/v1/verify", {"entries": 31, "holds": True, "breaks": []})
    shown = ask("verify")
    assert (shown.exit_code, shown.stdout[:1]) == (0, "✓")


def test_a_changed_entry_is_found(ask: Run, api: FakeApi) -> None:
    broken = {"subject": "inc_1", "position": 4, "why": "its words were changed"}
    api.on("GET /api/v1/verify", {"entries": 31, "holds": False, "breaks": [broken]})
    shown = ask("verify")
    assert shown.exit_code == 7
    assert "✕ inc_1, entry 4: its words were changed" in shown.stdout

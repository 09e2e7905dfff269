"""One incident on its page: what it shows, what its forms do, and what they keep."""

import pytest
from starlette.testclient import TestClient

from runcard.domain.incidents.model import State
from tests.web.pretend_house import PretendDesk
from tests.web.sample_briefing import a_briefing, an_incident

PAGE = "/incidents/INC-42"


def shown(client: TestClient, page: str = PAGE) -> str:
    return " ".join(client.get(page).text.split())


def test_the_head_says_how_bad_how_long_who_and_what(ada: TestClient) -> None:
    page = shown(ada)
    assert "SEV1 Critical" in page
    assert "Acknowledge by" in page
    assert "nobody has it yet" in page
    assert '<a href="#next">Acknowledge it</a>' in page


def test_every_promise_says_where_it_comes_from(ada: TestClient) -> None:
    page = shown(ada)
    assert 'href="/playbooks/pb_7#L13"' in page
    assert '<span class="ours">our default</span>' in page


def test_what_others_wrote_is_shown_and_never_obeyed(ada: TestClient, desk: PretendDesk) -> None:
    desk.briefing = a_briefing(an_incident(state=State.RESOLVED))
    page = shown(ada)
    assert "<script>" not in page
    assert "javascript:" not in page.replace("[bad](javascript:alert(1))", "")
    assert "&lt;b&gt;at all&lt;/b&gt;" in page
    assert "Review of INC-42" in page


def test_acknowledging_works_without_a_script(ada: TestClient, desk: PretendDesk) -> None:
    answer = ada.post(f"{PAGE}/acknowledge", data={"x": ""})
    assert (answer.status_code, answer.headers["location"]) == (303, f"{PAGE}#next")
    assert desk.it.state is State.ACKNOWLEDGED
    assert "Ask the network desk" in shown(ada)


def test_while_the_database_is_away_the_page_is_one_button_that_counts(
    ada: TestClient, desk: PretendDesk
) -> None:
    desk.is_away = True
    answer = ada.get("/incidents/42")
    assert answer.status_code == 503, "a page that is open already keeps what it shows"
    assert "<h1>Runcard's database is away</h1>" in answer.text
    assert f'action="{PAGE}/acknowledge"' in answer.text
    pressed = ada.post(f"{PAGE}/acknowledge", data={"x": ""})
    assert pressed.status_code == 200
    assert "<h1>You have INC-42, ada</h1>" in pressed.text
    assert "Kept on disk" in pressed.text


def test_a_refusal_is_said_even_where_the_page_cannot_be_shown(
    ada: TestClient, desk: PretendDesk
) -> None:
    desk.is_away = True
    refused = ada.post(f"{PAGE}/updates", data={"template": "First", "text": "for {who}"})
    assert refused.status_code == 422
    assert "The update still has a gap" in refused.text


def test_what_can_name_no_incident_gets_no_button(ada: TestClient, desk: PretendDesk) -> None:
    desk.is_away = True
    answer = ada.get("/incidents/the-ferry")
    assert answer.status_code == 404
    assert "Acknowledge" not in answer.text


def test_a_second_acknowledgement_says_who_was_quicker(ada: TestClient) -> None:
    ada.post(f"{PAGE}/acknowledge", data={"x": ""})
    answer = ada.post(f"{PAGE}/acknowledge", data={"x": ""})
    assert answer.status_code == 409


def test_a_provisional_severity_is_confirmed_beside_the_documents_table(
    ada: TestClient, desk: PretendDesk
) -> None:
    desk.briefing = a_briefing(an_incident(state=State.ACKNOWLEDGED, severity=None))
    page = shown(ada)
    assert "Confirm how bad it is" in page
    assert "part of the shop is slow or failing" in page
    ada.post(f"{PAGE}/severity", data={"key": "SEV2"})
    assert (desk.it.severity, desk.it.provisional) == ("SEV2", False)


def test_an_update_starts_from_the_documents_words_with_its_gaps_named(ada: TestClient) -> None:
    page = shown(ada)
    assert "Since 03:01 CET tills in all stores" in page
    assert '<mark class="w">{who}</mark>' in page


def test_another_template_can_be_taken(ada: TestClient) -> None:
    assert "All tills work again." in shown(ada, f"{PAGE}?draft=Resolved")


def test_a_refused_update_keeps_what_was_typed(ada: TestClient, desk: PretendDesk) -> None:
    words = "Lookups fail in {who} & “everywhere” <now>"
    answer = ada.post(f"{PAGE}/updates", data={"template": "Investigating", "text": words})
    assert answer.status_code == 422
    assert "Lookups fail in {who} &amp; “everywhere” &lt;now&gt;" in answer.text
    assert "still has a gap" in answer.text
    assert 'aria-invalid="true"' in answer.text
    assert desk.done == []


def test_an_update_goes_out_with_its_template(ada: TestClient, desk: PretendDesk) -> None:
    ada.post(f"{PAGE}/updates", data={"template": "Investigating", "text": "All is well.\r\nYes."})
    assert desk.done == [("update", "Investigating", "All is well.\nYes.")]


def test_a_note_is_written(ada: TestClient) -> None:
    ada.post(f"{PAGE}/notes", data={"text": "the pool is full"})
    assert "Ada: the pool is full" in shown(ada)


def test_an_empty_note_is_asked_for_again(ada: TestClient) -> None:
    answer = ada.post(f"{PAGE}/notes", data={"text": "   "})
    assert answer.status_code == 422
    assert "Write the note first" in answer.text


def test_the_status_is_said_and_the_incident_resolved(ada: TestClient, desk: PretendDesk) -> None:
    ada.post(f"{PAGE}/acknowledge", data={"x": ""})
    ada.post(f"{PAGE}/status", data={"status": "identified", "why": "the pool is full"})
    assert desk.it.status.value == "identified"
    ada.post(f"{PAGE}/status", data={"status": "resolved", "why": "recycled"})
    assert desk.it.state is State.RESOLVED
    assert "What did you learn?" in shown(ada)


def test_a_status_we_do_not_know_is_refused(ada: TestClient) -> None:
    answer = ada.post(f"{PAGE}/status", data={"status": "on fire"})
    assert answer.status_code == 422


def test_command_is_taken_by_whoever_presses(ada: TestClient, desk: PretendDesk) -> None:
    ada.post(f"{PAGE}/acknowledge", data={"x": ""})
    ada.post(f"{PAGE}/commander", data={"x": ""})
    assert desk.it.commander == "ada"


def test_the_review_can_be_taken_as_markdown(ada: TestClient, desk: PretendDesk) -> None:
    desk.briefing = a_briefing(an_incident(state=State.RESOLVED))
    answer = ada.get(f"{PAGE}/review.md")
    assert answer.headers["content-type"].startswith("text/plain")
    assert answer.text.startswith("# Review of INC-42")


def test_an_open_incident_has_no_review_yet(ada: TestClient) -> None:
    assert ada.get(f"{PAGE}/review.md").status_code == 404


@pytest.mark.parametrize("address", ["/incidents/INC-9", "/incidents/%00", "/playbooks/nothing"])
def test_what_is_not_here_says_so_in_one_sentence(ada: TestClient, address: str) -> None:
    answer = ada.get(address)
    assert answer.status_code == 404
    assert "There is no" in answer.text


def test_a_form_that_is_too_large_is_refused(ada: TestClient) -> None:
    answer = ada.post(f"{PAGE}/notes", data={"text": "x" * 300_000})
    assert answer.status_code == 422
    assert "larger than 256 KiB" in answer.text


def test_a_body_that_is_no_form_is_refused(ada: TestClient) -> None:
    answer = ada.post(f"{PAGE}/notes", json={"text": "hello"})
    assert answer.status_code == 422

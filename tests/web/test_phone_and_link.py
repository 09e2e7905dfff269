"""The dev phone, and the page behind an acknowledge link."""

import pytest
from starlette.testclient import TestClient

from runcard.domain.incidents.model import State
from tests.web.pretend_house import PretendDesk

LINK = "/k/tok-ada"


def test_the_phone_shows_each_message_as_it_was_sent(ada: TestClient, desk: PretendDesk) -> None:
    sent = desk.sent[0].attempt.message
    page = ada.get("/phone").text
    assert sent.body in page
    assert sent.ack_link in page
    assert "(1) Ringing" in page


def test_acknowledging_on_the_phone_comes_back_to_it(ada: TestClient, desk: PretendDesk) -> None:
    answer = ada.post(f"{LINK}?back=phone")
    assert (answer.status_code, answer.headers["location"]) == (303, "/phone")
    assert desk.it.state is State.ACKNOWLEDGED
    assert "Every message was answered" in ada.get("/phone").text


@pytest.mark.parametrize("method", ["GET", "HEAD"])
def test_opening_the_link_changes_nothing(
    stranger: TestClient, desk: PretendDesk, method: str
) -> None:
    answer = stranger.request(method, LINK)
    assert answer.status_code == 200
    assert desk.it.acknowledged_by is None


def test_the_page_behind_the_link_says_why_you_and_what_comes(stranger: TestClient) -> None:
    page = stranger.get(LINK).text
    assert "Acknowledge: Ada K. has it" in page
    assert "You are first on call." in page
    assert "Bram O. is paged" in page


def test_pressing_acknowledges_without_a_sign_in(stranger: TestClient, desk: PretendDesk) -> None:
    answer = stranger.post(LINK, data={"x": ""}, headers={"sec-fetch-site": "cross-site"})
    assert answer.status_code == 200
    assert "You have it, Ada K." in answer.text
    assert desk.it.state is State.ACKNOWLEDGED


def test_a_press_without_any_form_acknowledges_too(stranger: TestClient, desk: PretendDesk) -> None:
    assert stranger.post(LINK).status_code == 200
    assert desk.it.state is State.ACKNOWLEDGED


def test_a_second_press_says_who_has_it(stranger: TestClient) -> None:
    stranger.post(LINK, data={"x": ""})
    assert "Ada K. has it already" in stranger.post(LINK, data={"x": ""}).text
    assert "has it</span> since" in stranger.get(LINK).text


@pytest.mark.parametrize("method", ["GET", "POST"])
def test_a_link_that_is_not_ours_leads_nowhere(stranger: TestClient, method: str) -> None:
    answer = stranger.request(method, "/k/guessed", data={"x": ""} if method == "POST" else None)
    assert answer.status_code == 404
    assert "leads nowhere" in answer.text

"""Who is let in, and what every answer carries."""

import pytest
from starlette.testclient import TestClient

from runcard.interfaces.web.paper import POLICY
from tests.web.pretend_house import TOKEN, PretendDesk

PAGES = (
    "/", "/incidents", "/incidents/INC-42", "/incidents/INC-42/events", "/phone", "/playbooks",
    "/incidents/INC-42/review.md", "/playbooks/pb_7", "/events", "/phone/events",
)  # fmt: skip


@pytest.mark.parametrize("page", PAGES)
def test_without_a_sign_in_every_page_says_what_to_run(stranger: TestClient, page: str) -> None:
    answer = stranger.get(page)
    assert answer.status_code == 401
    assert "runcard token" in answer.text
    assert "INC-42" not in answer.text.replace(page, "")


def test_a_token_that_has_ended_is_said_to_have_ended(stranger: TestClient) -> None:
    stranger.cookies.set("runcard_token", "an-old-token")
    assert "no longer good" in stranger.get("/").text


def test_the_link_keeps_the_token_where_no_script_and_no_other_site_can_use_it(
    stranger: TestClient,
) -> None:
    answer = stranger.get("/enter", params={"token": TOKEN})
    assert (answer.status_code, answer.headers["location"]) == (303, "/")
    kept = answer.headers["set-cookie"].lower()
    assert {"httponly", "samesite=strict", "path=/"} <= set(kept.split("; "))
    assert stranger.get("/").status_code == 200


def test_a_link_with_another_token_lets_nobody_in(stranger: TestClient) -> None:
    answer = stranger.get("/enter", params={"token": "guessed"})
    assert answer.status_code == 401
    assert "set-cookie" not in answer.headers


def test_a_person_can_leave(ada: TestClient) -> None:
    answer = ada.post("/leave", data={"go": "1"})
    assert "max-age=0" in answer.headers["set-cookie"].lower()


@pytest.mark.parametrize(
    "page", [*PAGES[:3], "/k/tok-ada", "/k/wrong", "/static/runcard.css", "/incidents/INC-9"]
)
def test_every_answer_carries_the_policy(ada: TestClient, page: str) -> None:
    headers = ada.get(page).headers
    assert headers["content-security-policy"] == POLICY
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "same-origin"


@pytest.mark.parametrize(
    "said",
    [
        {"sec-fetch-site": "cross-site"},
        {"sec-fetch-site": "same-site"},
        {"sec-fetch-site": "none"},
        {"origin": "http://elsewhere.example"},
        {"origin": "null"},
        {},
    ],
)
def test_a_form_from_elsewhere_does_nothing(
    stranger: TestClient, desk: PretendDesk, said: dict[str, str]
) -> None:
    stranger.cookies.set("runcard_token", TOKEN)
    answer = stranger.post("/incidents/INC-42/acknowledge", data={"a": "b"}, headers=said)
    assert answer.status_code == 403
    assert desk.it.acknowledged_by is None


def test_a_browser_that_names_only_the_origin_may_send_our_forms(
    stranger: TestClient, desk: PretendDesk
) -> None:
    stranger.cookies.set("runcard_token", TOKEN)
    ours = {"origin": "http://rc.example"}
    answer = stranger.post("/incidents/INC-42/acknowledge", data={"a": "b"}, headers=ours)
    assert answer.status_code == 303
    assert desk.it.acknowledged_by == "ada"


def test_a_form_without_a_sign_in_does_nothing(stranger: TestClient, desk: PretendDesk) -> None:
    ours = {"sec-fetch-site": "same-origin"}
    answer = stranger.post("/incidents/INC-42/acknowledge", data={"a": "b"}, headers=ours)
    assert answer.status_code == 401
    assert desk.it.acknowledged_by is None

"""A real Prometheus and a real Alertmanager drive each reference playbook from page to review."""

import time
from datetime import timedelta
from typing import Any

import httpx2

from tests.e2e.five_documents import Promised, Rung
from tests.e2e.runcard_process import link_in, until
from tests.e2e.scene import WITHIN_S, Scene, moment, scene

__all__ = ["scene"]

BY_HAND = "as a person wrote it"
NOT_YOURS = "not from your document"


def test_an_alert_is_answered_told_of_and_reviewed_by_its_document(scene: Scene) -> None:
    began = time.monotonic()
    scene.fires()
    link = somebody_is_paged(scene)
    print(
        f"\n{scene.story.document}: gauge to page {time.monotonic() - began:.2f} s, {ways(scene)}"
    )

    if scene.story.confirm is not None:
        nobody_else_is_told_before_the_severity_is_confirmed(scene)
        scene.runcard.post("/incidents/INC-1/severity", {"severity": scene.story.confirm})
    the_severity_is_that_of_the_document(scene)
    the_promises_are_those_of_the_document(scene)
    the_escalation_is_that_of_the_document(scene)

    the_link_acknowledges(scene, link)
    scene.runcard.post("/incidents/INC-1/status", {"status": "mitigating", "why": "rolled back"})
    assert scene.clock("respond")["kept"] or scene.story.respond.seconds == 0
    an_update_goes_out_in_the_words_of_the_document(scene)

    scene.calms_down()
    the_clear_leaves_the_end_to_a_person(scene)
    scene.runcard.post("/incidents/INC-1/resolve", {"why": "the release was withdrawn"})
    the_review_is_drafted_in_the_form_of_the_document(scene)
    assert scene.runcard.get("/verify")["holds"]
    assert len(scene.runcard.incidents()) == 1
    print(f"{scene.story.document}: gauge to review {time.monotonic() - began:.2f} s")


def somebody_is_paged(scene: Scene) -> str:
    """Ada by webhook and Bram by e-mail, each by a link of their own; answers Ada's."""
    [post] = scene.webhooks.wait_for(lambda one: one.path == "/ada", within=WITHIN_S)
    [mail] = scene.mails.wait_for(
        lambda one: one.recipients == ("bram@fernway.example",), within=WITHIN_S
    )
    page = post.json()
    assert page["urgent"]
    assert "INC-1" in page["title"]
    assert page["ack_link"] == link_in(page["body"])
    assert page["link"] == f"{scene.runcard.url}/incidents/INC-1"
    assert link_in(mail.text) != page["ack_link"]
    assert "INC-1" in str(mail.message["Subject"])
    return str(page["ack_link"])


def ways(scene: Scene) -> str:
    """By the server's own times: from the alert taken in to each way's delivery."""
    told = scene.told()
    opened_at = moment(told["incident"]["opened_at"])
    tries = [one for page in told["pages"] for one in page["attempts"] if one["ended_at"]]
    took = [
        f"{one['way']} {(moment(one['ended_at']) - opened_at).total_seconds():.3f} s"
        for one in tries
    ]
    return "taken in to delivered: " + ", ".join(took)


def nobody_else_is_told_before_the_severity_is_confirmed(scene: Scene) -> None:
    told = scene.told()
    assert told["incident"]["severity"] is None
    assert told["incident"]["provisional"]
    assert told["promises"]["rank"] == 0
    assert {page["person_id"] for page in told["pages"]} == {"ada", "bram"}
    assert told["ahead"] is None or scene.story.next.people not in told["ahead"]["text"]
    assert [level["key"] for level in told["severities"]].count(str(scene.story.confirm)) == 1


def the_severity_is_that_of_the_document(scene: Scene) -> None:
    incident = scene.told()["incident"]
    assert incident["severity"] == scene.story.severity
    assert not incident["provisional"]
    assert scene.story.why in first_reason(scene)
    assert incident["why_line"] == scene.story.severity_line


def first_reason(scene: Scene) -> str:
    """Why it was opened as it was, which no later word changes."""
    [opened] = scene.entries("opened")
    return str(opened["data"]["why"])


def the_promises_are_those_of_the_document(scene: Scene) -> None:
    story, opened_at = scene.story, scene.told()["incident"]["opened_at"]
    keeps(scene.clock("acknowledge"), opened_at, story.acknowledge)
    keeps(scene.clock("respond"), opened_at, story.respond)
    keeps(scene.clock("update"), opened_at, story.update)


def keeps(shown: Any, since: str, promised: Promised) -> None:
    """The value and its mark."""
    kind = shown["kind"]
    assert moment(shown["due_at"]) - moment(since) == timedelta(seconds=promised.seconds), kind
    assert shown["mark"]["line"] == promised.line, kind
    is_marked = NOT_YOURS in shown["mark"]["text"]
    assert is_marked == (promised.line is None), kind


def the_escalation_is_that_of_the_document(scene: Scene) -> None:
    story, told = scene.story, scene.told()
    escalated = scene.entries("escalated")[-1]["data"]
    assert escalated["title"] == story.first.title
    assert " and ".join(escalated["people"]) == story.first.people
    assert mark_of(story.first) in escalated["why"]
    for rung in (story.first, story.next):
        assert rung.told.line is None or rung.title in scene.document.line(rung.told.line)
    assert story.next.people in told["ahead"]["text"]
    assert f"({story.next.title})" in told["ahead"]["text"]
    wait = moment(told["ahead"]["at"]) - moment(told["incident"]["opened_at"])
    # The chain runs from the moment its severity was known.
    late = timedelta(seconds=WITHIN_S if story.confirm else 0)
    assert timedelta(0) <= wait - timedelta(seconds=story.next.told.seconds) <= late


def mark_of(rung: Rung) -> str:
    return NOT_YOURS if rung.told.line is None else f"(L{rung.told.line})"


def the_link_acknowledges(scene: Scene, link: str) -> None:
    assert httpx2.get(link).status_code == 200
    assert scene.told()["incident"]["state"] == "open"
    assert "You have it, Ada K." in httpx2.post(link).text
    told = scene.told()
    assert told["incident"]["acknowledged_by"] == "Ada K."
    assert told["ahead"] is None or told["ahead"]["text"] != ""
    assert "Ada K. has it already" in httpx2.post(link).text


def an_update_goes_out_in_the_words_of_the_document(scene: Scene) -> None:
    story, given = scene.story, scene.document
    drafts = scene.told()["drafts"]
    [draft] = [one for one in drafts if one["mark"]["line"] == story.message.line]
    text = without_gaps(draft)
    posted = scene.runcard.post(
        "/incidents/INC-1/updates", {"template": draft["template"], "text": text}
    )
    assert text.startswith(given.before_blank(story.message.first_line))
    assert given.before_blank(story.message.filled_line) + story.message.filled in text
    told = scene.told()
    assert [one["text"] for one in told["updates"]] == [posted["text"]] == [text]
    keeps(scene.clock("update"), told["incident"]["updated_at"], story.update)


def without_gaps(draft: Any) -> str:
    """The draft with every gap filled, from the end so that places stay right."""
    text = str(draft["text"])
    for gap in sorted(draft["gaps"], key=lambda one: -one["start"]):
        assert text[gap["start"] : gap["end"]] == gap["token"]
        text = text[: gap["start"]] + BY_HAND + text[gap["end"] :]
    return text


def the_clear_leaves_the_end_to_a_person(scene: Scene) -> None:
    until(
        lambda: all(one["state"] == "cleared" for one in scene.told()["alerts"]),
        WITHIN_S,
        "Alertmanager says that it is over",
    )
    assert scene.told()["incident"]["state"] == "acknowledged"


def the_review_is_drafted_in_the_form_of_the_document(scene: Scene) -> None:
    story, told = scene.story, scene.told()
    review = told["review"]
    text = review["text"]
    has_the_form_of_the_document(scene, review)
    for kind in ("opened", "escalated", "acknowledged", "status_changed", "resolved"):
        for entry in scene.entries(kind):
            assert entry["sentence"] in text, kind
    if story.review_due is not None:
        keeps(scene.clock("review"), told["incident"]["resolved_at"], story.review_due)
        assert review["due_at"] == scene.clock("review")["due_at"]


def has_the_form_of_the_document(scene: Scene, review: Any) -> None:
    """Its headings and none of its sample lines; where it has no form, ours and said so."""
    form, text = scene.story.review, review["text"]
    if form is None:
        assert review["template_mark"]["line"] is None
        assert NOT_YOURS in review["template_mark"]["text"]
        assert f"form is {NOT_YOURS}" in text
        return
    assert review["template_mark"]["line"] == form.line
    assert f"form is {NOT_YOURS}" not in text
    headings = scene.document.headings(form.first, form.last)
    assert len(headings) > 3
    lines = text.split("\n")
    for heading in headings:
        assert any(line.startswith(heading) for line in lines), heading
    for number in range(form.sample_first, form.sample_last + 1):
        assert scene.document.line(number) not in lines

"""A template filled as far as the facts go; what nobody knows stays a gap in sight."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from runcard.domain.comms.facts import Facts
from runcard.domain.comms.fill import Form, draft, drafts_for, fill
from runcard.domain.comms.model import Gap
from runcard.domain.incidents.model import Status
from runcard.domain.playbooks.card import Mark
from runcard.domain.playbooks.model import Placeholder, Template
from tests.rooms.cards import NIGHT, a_card, a_playbook

KNOWN = Facts(
    incident="INC-42", title="Tills are slow", status=Status.MITIGATING, started_at=NIGHT,
    now=NIGHT + timedelta(minutes=95), severity="P1", commander="Ada Osei", services="stock",
)  # fmt: skip


def a_template(text: str, *blanks: tuple[str, int, str | None], **parts: Any) -> Template:
    """Blanks as (token, line of the text from 1, field); the text begins on line 101."""
    found = tuple(Placeholder(token, 100 + line, field) for token, line, field in blanks)
    said = {"title": "Notice", "audience": "customers", "choice": (), "moment": None, **parts}
    return Template(line=99, text=text, text_line=101, placeholders=found, **said)


def filled(text: str, *blanks: tuple[str, int, str | None], **parts: Any) -> str:
    return draft(a_template(text, *blanks, **parts), KNOWN).text


def test_what_is_known_is_filled_and_the_rest_is_a_gap_with_its_place() -> None:
    template = a_template(
        "[what]: [impact]\nBy [who]", ("[what]", 1, "title"), ("[impact]", 1, "impact"),
        ("[who]", 2, "incident_commander"),
    )  # fmt: skip
    done = draft(template, KNOWN)
    assert done.text == "Tills are slow: [impact]\nBy Ada Osei"
    assert done.gaps == (Gap("[impact]", 16, 24, 101),)
    assert (done.template, done.audience, done.mark) == ("Notice", "customers", Mark(99))


def test_a_blank_may_go_on_in_the_next_line() -> None:
    text = "Hello,\nwe see [what happened,\n  as you know it] since [time].\nYours, [who]"
    template = a_template(
        text, ("[what happened, as you know it]", 2, None), ("[time]", 3, None),
        ("[who]", 4, "incident_commander"),
    )  # fmt: skip
    done = draft(template, KNOWN)
    assert done.text == text.replace("[who]", "Ada Osei")
    assert [(gap.token, gap.line) for gap in done.gaps] == [
        ("[what happened, as you know it]", 102), ("[time]", 103),
    ]  # fmt: skip
    assert text[done.gaps[0].start : done.gaps[0].end] == "[what happened,\n  as you know it]"


def test_a_known_blank_is_filled_across_the_line_break() -> None:
    asked = ("[the commander]", 1, "incident_commander"), ("[time]", 2, None)
    done = draft(a_template("Led by [the\ncommander] since [time].", *asked), KNOWN)
    assert done.text == "Led by Ada Osei since [time]."
    assert [(gap.token, gap.line) for gap in done.gaps] == [("[time]", 102)]


def test_one_token_asks_by_its_line_beside_a_broken_one() -> None:
    said = filled(
        "[it] is slow [since\nwhen]. [it] leads.",
        ("[it]", 1, "title"), ("[since when]", 1, None), ("[it]", 2, "incident_commander"),
    )  # fmt: skip
    assert said == "Tills are slow is slow [since\nwhen]. Ada Osei leads."


def test_one_token_may_ask_for_two_things_on_two_lines() -> None:
    said = filled(
        "IC: <Name>\nLead: <Name>", ("<Name>", 1, "incident_commander"), ("<Name>", 2, None)
    )
    assert said == "IC: Ada Osei\nLead: <Name>"


def test_a_bare_token_counts_only_where_it_stands_alone() -> None:
    said = filled("X marks TX: X hours", ("X", 1, "duration"))
    assert said == "1 h 35 min marks TX: 1.6 hours"


def test_the_end_of_a_channels_pattern_is_no_word_of_the_text() -> None:
    said = filled("description: #inc-description", ("description", 1, "channel"))
    assert said == "description: #inc-tills-are-slow"


@pytest.mark.parametrize(
    "text",
    [
        "Status: [Investigating/Mitigating/Resolved]",
        "Status: Investigating / Mitigating / Resolved",
    ],
)
def test_a_choice_becomes_the_word_that_is_true(text: str) -> None:
    options = ("Investigating", "Mitigating", "Resolved")
    assert filled(text, choice=options) == "Status: Mitigating"


def test_a_choice_may_be_a_placeholder_itself() -> None:
    token = "[Investigating | Fixing]"
    assert filled(f"Status: {token}", (token, 1, "status")) == "Status: Fixing"


def test_a_choice_nobody_can_make_stays_a_gap() -> None:
    done = draft(a_template("Loss: Yes/No/Maybe", choice=("Yes", "No", "Maybe")), KNOWN)
    assert done.text == "Loss: Yes/No/Maybe"
    assert [gap.token for gap in done.gaps] == ["Yes/No/Maybe"]


def test_levels_side_by_side_are_a_choice() -> None:
    assert filled("Severity: P0/P1/P2") == "Severity: P1"
    assert filled("Severity: P0/P2") == "Severity: P0/P2"


@pytest.mark.parametrize("severity", [None, "High"])
def test_levels_are_left_alone_where_the_severity_has_no_number(severity: str | None) -> None:
    template = a_template("Severity: P0/P1")
    assert draft(template, replace(KNOWN, severity=severity)).text == "Severity: P0/P1"


def test_a_text_without_blanks_is_said_as_it_is() -> None:
    assert filled("All is well.\n") == "All is well.\n"


INITIAL = a_template("first", moment="initial", title="First")
UPDATE = a_template("more", moment="update", title="More")
END = a_template("over", moment="resolution", title="Over")
ANY = a_template("any", title="Any")


def titles(status: Status, updates: int, *templates: Template) -> list[str]:
    card = a_card(a_playbook(templates=templates))
    drafts = drafts_for(card, replace(KNOWN, status=status, updates=updates))
    return [one.template for one in drafts]


@pytest.mark.parametrize(
    ("status", "updates", "expected"),
    [
        (Status.INVESTIGATING, 0, ["First", "Any"]),
        (Status.MITIGATING, 1, ["More", "Any"]),
        (Status.MONITORING, 2, ["More", "Over", "Any"]),
        (Status.RESOLVED, 0, ["Over", "Any"]),
    ],
)
def test_the_documents_templates_are_chosen_by_the_moment(
    status: Status, updates: int, expected: list[str]
) -> None:
    assert titles(status, updates, ANY, END, UPDATE, INITIAL) == expected


def test_two_drafts_have_no_name_in_common() -> None:
    told_apart = [replace(ANY, label=label) for label in ("To guests", "To guests", None)]
    names = titles(Status.INVESTIGATING, 0, *told_apart)
    assert names == ["To guests", "To guests (2)", "Any"]


def test_an_audience_without_a_first_message_is_told_first_by_its_update() -> None:
    public = a_template("we look into it", moment="update", audience="public", title="Status page")
    assert titles(Status.INVESTIGATING, 0, public, UPDATE, INITIAL) == ["Status page", "First"]
    assert titles(Status.INVESTIGATING, 1, public, UPDATE, INITIAL) == ["Status page", "More"]
    assert titles(Status.INVESTIGATING, 0, UPDATE) == ["More"]


@pytest.mark.parametrize(
    ("status", "updates", "title"),
    [(Status.INVESTIGATING, 0, "First notice"), (Status.MITIGATING, 1, "Update"),
     (Status.RESOLVED, 1, "Resolution")],
)  # fmt: skip
def test_our_words_are_taken_where_the_document_has_none(
    status: Status, updates: int, title: str
) -> None:
    assert titles(status, updates) == [title]
    card = a_card(a_playbook())
    [ours] = drafts_for(card, replace(KNOWN, status=status, updates=updates))
    assert not ours.mark.is_from_document
    assert {gap.line for gap in ours.gaps} == {None}
    assert "Tills are slow" in ours.text


@given(
    text=st.text(st.sampled_from("ab [x]\n{y}X/P01"), max_size=60),
    blanks=st.lists(st.sampled_from(["[x]", "{y}", "X", "[a", "P0"]), max_size=4),
)
def test_every_gap_stands_where_it_says(text: str, blanks: list[str]) -> None:
    lines = text.count("\n") + 1
    found = [
        Placeholder(token, line, field)
        for line in range(1, lines + 1)
        for token, field in zip(blanks, [None, "title", "impact", "duration"], strict=False)
    ]
    done = fill(Form(text, 1, found, ("a", "b")), KNOWN)
    assert all(done.text[gap.start : gap.end] == gap.token for gap in done.gaps)
    assert done.text.count("\n") == text.count("\n")

"""Reviews: a form that is kept elsewhere, a deadline that is for great incidents only."""

import pytest

from runcard.domain.playbooks.vocabulary import Vocabulary
from tests.rooms.playbooks.plain_judge import found_in

LEVELS = (
    "# Gates\n\n## Severity levels\n\n| Level | Definition | Response time |\n|---|---|---|\n"
    "| P1 | stuck | 5 min |\n| P2 | slow | 1 h |\n| P3 | lamp | 3 days |\n\n"
    "## Contacts\n\n- Pilot: 01632 960140\n\n## Escalation\n\n1. Pilot\n2. Mate (after 5 min)\n\n"
)


@pytest.mark.parametrize(
    ("line", "is_found"),
    [
        ("The sheet is [in the cabin](https://cabin.example/sheet).", False),
        ("The sheet is docs/cabin/SHEET.md, copy it.", False),
        ("The sheet is in the cabin.", True),
    ],
)
def test_a_form_may_be_kept_in_another_place(line: str, is_found: bool, words: Vocabulary) -> None:
    text = f"{LEVELS}## Post-mortem\n\nWithin 3 days after the end. {line}\n"
    assert ("RC602" in {one.code for one in found_in(text, words)}) is is_found


@pytest.mark.parametrize(
    ("heading", "is_found"), [("Post-mortem", True), ("Major incident review", False)]
)
def test_a_review_of_major_incidents_is_not_for_all(
    heading: str, is_found: bool, words: Vocabulary
) -> None:
    text = f"{LEVELS}## {heading}\n\nThe review is due within 3 business days of closure.\n"
    assert ("RC603" in {one.code for one in found_in(text, words)}) is is_found


@pytest.mark.parametrize(
    ("line", "is_found"),
    [
        ("The paper holds the impact, the timeline, the cause and what follows.", False),
        ("The pilot writes the paper.", True),
    ],
)
def test_parts_named_in_a_sentence_are_a_form(line: str, is_found: bool, words: Vocabulary) -> None:
    text = f"{LEVELS}## Post-mortem\n\nWithin 3 days after the end. {line}\n"
    assert ("RC602" in {one.code for one in found_in(text, words)}) is is_found


def test_a_report_may_be_told_of_in_any_chapter(words: Vocabulary) -> None:
    said = "The report names the timeline, the cause and the actions."
    text = f"{LEVELS}## Post-mortem\n\nWithin 3 days after the end.\n\n## Rules\n\n{{}}\n"
    assert "RC602" not in {one.code for one in found_in(text.format(said), words)}
    assert "RC602" in {one.code for one in found_in(text.format("Be kind."), words)}


def test_a_form_may_be_a_list_of_fields(words: Vocabulary) -> None:
    fields = "**When**:\n**Level**:\n**Cause**:\n**Actions**:"
    text = f"{LEVELS}## Post-mortem\n\nWithin 3 days after the end.\n\n```markdown\n{{}}\n```\n"
    assert "RC602" not in {one.code for one in found_in(text.format(fields), words)}
    assert "RC602" in {one.code for one in found_in(text.format("**Be kind**"), words)}


@pytest.mark.parametrize(
    ("there", "here", "is_found"),
    [
        ("Within 3 business days", "within 5 business days", True),
        ("Within 5 business days", "within 5 business days", False),
        ("Within 3 business days", "within 72 hours", False),
    ],
)
def test_working_days_may_differ(there: str, here: str, is_found: bool, words: Vocabulary) -> None:
    text = (
        "# Lock\n\n## Severity levels\n\n| Level | Definition | Response | Post-mortem |\n"
        f"|---|---|---|---|\n| P1 | gate stuck | 5 min | {there} |\n| P2 | lamp | 1 h | No |\n\n"
        f"## After the incident\n\nThe post-mortem meeting is {here} after a P1.\n"
    )
    assert ("RC606" in {one.code for one in found_in(text, words)}) is is_found

"""The review's first draft: the document's own form with the real story in it."""

from dataclasses import replace
from datetime import timedelta

import pytest

from runcard.domain.comms.facts import Facts
from runcard.domain.incidents.model import Status
from runcard.domain.playbooks.model import Placeholder, ReviewRules, ReviewTemplate
from runcard.domain.reviews.draft import NOT_YOURS, ReviewFacts, draft_review
from tests.rooms.cards import NIGHT, a_card, a_playbook

OVER = NIGHT + timedelta(minutes=95)
FACTS = Facts(
    incident="INC-42", title="Tills are slow", status=Status.RESOLVED, started_at=NIGHT, now=OVER,
    severity="P1", zone="Europe/Berlin", resolved_at=OVER, commander="Ada Osei", team="Fernway",
)  # fmt: skip
KNOWN = ReviewFacts(FACTS, ((NIGHT, "tills are slow"), (OVER, "ada resolved it")))
STORY = "04:00 - tills are slow\n{0} 05:35 - ada resolved it"


def drafted(form: str, *blanks: tuple[str, int, str | None], known: ReviewFacts = KNOWN) -> str:
    found = tuple(Placeholder(token, 200 + line, field) for token, line, field in blanks)
    template = ReviewTemplate(199, form, 201, (), found)
    return draft_review(a_card(a_playbook(review=ReviewRules(template=template))), known)


def test_the_form_is_kept_and_the_real_story_stands_under_its_timeline() -> None:
    form = """\
# Review INC-[number]
Date: YYYY-MM-DD
Lead: [Name]
## Timeline
Write down every step.
- HH:MM - detected
- HH:MM - restored
Keep it short.
## Root cause
[why]"""
    said = drafted(
        form, ("[number]", 1, "incident_number"), ("YYYY-MM-DD", 2, "date"),
        ("[Name]", 3, "incident_commander"), ("[why]", 10, "root_cause"),
    )  # fmt: skip
    assert (
        said
        == """\
# Review INC-42
Date: 2026-11-21
Lead: Ada Osei
## Timeline
Write down every step.
- 04:00 - tills are slow
- 05:35 - ada resolved it

Keep it short.

## Root cause
[why]
"""
    )


@pytest.mark.parametrize(
    "heading",
    ["## Timeline", "### Chronologie", "## Verlauf", "## 时间线", "## タイムライン", "**Timeline**",
     "## Línea de tiempo", "# Zeitlicher Ablauf", "## 4. Time line (local)"],
)  # fmt: skip
def test_a_timeline_is_found_in_many_languages(heading: str) -> None:
    said = drafted(f"{heading}\n- HH:MM - x\n## Next\nend")
    assert f"{heading}\n\n- 04:00 - tills are slow\n- 05:35 - ada resolved it\n\n## Next" in said
    assert "HH:MM" not in said


@pytest.mark.parametrize(
    ("sample", "bullet"),
    [("* [timestamp] - x", "*"), ("1. HH:MM x", "-"), ("HH:MM x", "-"), ("T+10 x", "-"), ("", "-")],
)
def test_the_forms_own_bullet_is_kept(sample: str, bullet: str) -> None:
    said = drafted(f"## Timeline\n{sample}")
    assert f"{bullet} {STORY.format(bullet)}" in said
    assert sample == "" or sample not in said


def test_a_table_keeps_its_head_and_gets_real_rows() -> None:
    form = "## Timeline\n\n| Time | What | Who |\n|---|---|---|\n| HH:MM | x | y |\n\nEnd.\n## Next"
    known = replace(KNOWN, story=((NIGHT, "a|b"),))
    assert drafted(form, known=known) == (
        "## Timeline\n\n| Time | What | Who |\n|---|---|---|\n"
        "| 04:00 | a\\|b |  |\n\nEnd.\n## Next\n"
    )


def test_a_table_without_a_rule_gives_way_to_a_list() -> None:
    assert drafted("## Timeline\n| HH:MM | x |") == (
        "## Timeline\n\n- 04:00 - tills are slow\n- 05:35 - ada resolved it\n"
    )


def test_a_timeline_in_utc_is_kept_in_utc() -> None:
    assert "- 03:00 - tills are slow" in drafted("## Timeline (all times in UTC)\n- HH:MM x")


def test_a_new_day_is_said() -> None:
    known = replace(KNOWN, story=((NIGHT, "a"), (NIGHT + timedelta(days=1), "b"), (OVER, "c")))
    said = drafted("## Timeline", known=known)
    assert "- 04:00 - a\n- 2026-11-22 04:00 - b\n- 2026-11-21 05:35 - c" in said


def test_a_form_without_a_timeline_gets_one() -> None:
    assert drafted("## Summary\ntext") == (
        "## Summary\ntext\n\n## Timeline\n\n- 04:00 - tills are slow\n- 05:35 - ada resolved it\n"
    )


def test_causes_actions_and_owners_are_left_to_people() -> None:
    said = drafted(
        "[what] by [Name] at [time]\n[why]", ("[what]", 1, "actions"), ("[Name]", 1, "sender"),
        ("[time]", 1, "time"), ("[why]", 2, "root_cause"),
    )  # fmt: skip
    assert said.startswith("[what] by [Name] at [time]\n[why]")


def test_our_form_is_taken_and_marked_where_the_document_has_none() -> None:
    said = draft_review(a_card(a_playbook()), KNOWN)
    assert said.startswith("# Review of INC-42: Tills are slow\n")
    assert "- Severity: P1\n- Commander: Ada Osei\n- Impact: [impact]" in said
    assert "- 04:00 - tills are slow\n- 05:35 - ada resolved it\n" in said
    assert said.endswith(f"\n\n{NOT_YOURS}\n")


def test_untrusted_words_stay_on_their_line() -> None:
    known = replace(KNOWN, story=((NIGHT, "disk\n## Root cause\nnone"),))
    assert "- 04:00 - disk ## Root cause none\n" in drafted("## Timeline\n- x", known=known)

"""By when a review is due: for which incidents, and counted from when."""

import pytest

from runcard.domain.playbooks.vocabulary import Vocabulary
from tests.rooms.playbooks.plain_judge import found_in

LEVELS = (
    "# Docks\n\n## Severity levels\n\n| Level | Definition | Response |\n|---|---|---|\n"
    "| P1 | crane stuck | 5 min |\n| P2 | slow | 1 h |\n| P3 | paint | 3 days |\n\n"
)


def codes(text: str, words: Vocabulary) -> set[str]:
    return {one.code for one in found_in(LEVELS + text, words)}


@pytest.mark.parametrize(
    ("text", "is_found"),
    [
        ("Held within 2 days of closing.\n", True),
        ("Held within 3 days of closing.\n", False),
        ("Held within 6 days of closing.\n", False),
        ("Every incident is reviewed within 2 days of closing.\n", False),
        ("Held within 5 business days of closing.\n", False),
        ("Needed for:\n\n- all P1\n\nHeld within 2 days of closing.\n", False),
        ("Held within 2 days of closing.\n\nOptional for paint.\n", False),
        ("Held within 1 hour of closing.\n", False),
    ],
)
def test_only_a_short_deadline_for_all_presses(
    text: str, is_found: bool, words: Vocabulary
) -> None:
    assert ("RC603" in codes(f"## Review\n\n{text}", words)) is is_found


@pytest.mark.parametrize(
    ("elsewhere", "is_found"),
    [
        (
            "## Message\n\nThe crane works again. We publish the post-mortem within 48 hours.\n",
            False,
        ),
        ("## Rules\n\nWritten within 48 hours of closing.\n", False),
        ("## Rules\n\nWritten within 24 hours of closing.\n", True),
        ("## Rules\n\nThe crane is oiled every 48 hours.\n", True),
    ],
)
def test_another_place_may_say_from_when(elsewhere: str, is_found: bool, words: Vocabulary) -> None:
    text = "## Step 5: Post-mortem (within 48 hours)\n\nSay what happened.\n\n"
    assert ("RC605" in codes(text + elsewhere, words)) is is_found


@pytest.mark.parametrize(("first", "line"), [("Tidy up", 15), ("Review of the first day", 11)])
def test_other_work_has_deadlines_of_its_own(first: str, line: int, words: Vocabulary) -> None:
    text = (
        f"{LEVELS}\n## After the incident\n\n### {first} (within 24 hours)\n\n- [ ] Sweep\n\n"
        "### Incident review (within 48 hours)\n\n- [ ] Meet\n"
    )
    at = [one.line for one in found_in(text, words) if one.code == "RC603"]
    assert at == [text[: text.index("### I" if line == 15 else f"### {first}")].count("\n") + 1]


@pytest.mark.parametrize(
    ("title", "is_found"), [("Later", False), ("Später", False), ("Talk", True)]
)
def test_a_chapter_for_later_begins_when_it_is_over(
    title: str, is_found: bool, words: Vocabulary
) -> None:
    assert (
        "RC605" in codes(f"## {title}\n\nP1: post-mortem within 48 hours.\n", words)
    ) is is_found


@pytest.mark.parametrize(
    ("rating", "is_found"), [("**Severity**: P1", False), ("**Place**: east dock", True)]
)
def test_a_deadline_in_the_chapter_of_one_level_is_that_levels(
    rating: str, is_found: bool, words: Vocabulary
) -> None:
    text = f"## Fire on a ship\n\n{rating}\n\n1. Ring the bell\n\n### After the fire\n\n"
    text += "- [ ] Post-mortem meeting within 24 hours\n"
    assert ("RC603" in codes(text, words)) is is_found


@pytest.mark.parametrize(
    ("headings", "is_found"),
    [
        ("## Post-incident work\n\nSweep the quay.\n\n### Post-mortem (within 24 hours)", False),
        ("## Post-incident (within 24 hours)", False),
        ("## Nach dem Vorfall\n\n### Nachbereitung (within 24 hours)", False),
        ("## Process\n\nSweep the quay.\n\n### Post-mortem (within 24 hours)", True),
        ("## Post-incident review (within 24 hours)", True),
    ],
)
def test_the_heading_above_may_say_from_when(
    headings: str, is_found: bool, words: Vocabulary
) -> None:
    assert ("RC605" in codes(f"{headings}\n\n- [ ] Hold the review\n", words)) is is_found


@pytest.mark.parametrize(
    ("later", "is_found"), [("Follow-up review", False), ("Nachprüfung", False), ("Review", True)]
)
def test_what_is_asked_weeks_later_is_another_review(
    later: str, is_found: bool, words: Vocabulary
) -> None:
    entries = f"- [ ] Review held (within 5 days)\n- [ ] {later} held (within 30 days)\n"
    text = f"## Review\n\nAfter every P1 incident:\n\n{entries}"
    assert ("RC606" in codes(text, words)) is is_found


@pytest.mark.parametrize(
    ("below", "is_found"),
    [
        ("Hold it within 6 days of the end.", False),
        ("Spätestens 6 Tage nach dem Ende besprechen.", False),
        ("Hold it when all are rested.", True),
        ("Open the ticket within 2 hours of the end.", True),
    ],
)
def test_a_range_above_a_deadline_is_the_window_of_the_phase(
    below: str, is_found: bool, words: Vocabulary
) -> None:
    text = f"# Quay\n\n## Post-mortem (5-9 days)\n\n### Talk\n\n{below}\n"
    assert ("RC604" in codes(text, words)) is is_found


@pytest.mark.parametrize(
    ("heading", "is_found"),
    [("Press release", False), ("Note to the public: announcement", False), ("Rule", True)],
)
def test_what_a_message_promises_is_no_rule_for_reviews(
    heading: str, is_found: bool, words: Vocabulary
) -> None:
    message = (
        "```markdown\nThe crane is safe.\n\nA post-mortem is published within 60 hours.\n```\n"
    )
    text = f"{LEVELS}\n## Crane falls\n\n**{heading}**\n\n{message}"
    assert ("RC605" in codes(text, words)) is is_found
    assert ("RC603" in codes(text, words)) is is_found


@pytest.mark.parametrize(
    ("lines", "is_found"),
    [
        ("4. HOLD THE POST-MORTEM\n   - Within 60 hours for P1\n   - P2: if you like", False),
        ("4. HOLD THE POST-MORTEM\n   - Within 60 hours", True),
        ("4. SHUT THE GATE\n   - Within 60 hours for P1", True),
    ],
)
def test_a_step_in_a_fence_tells_for_which_levels(
    lines: str, is_found: bool, words: Vocabulary
) -> None:
    steps = f"## End\n\n```\n{lines}\n```\n"
    text = f"{LEVELS}\n{steps}\n## Post-mortem\n\nWithin 60 hours of the end.\n"
    assert ("RC603" in codes(text, words)) is is_found


@pytest.mark.parametrize(
    ("says", "is_found"),
    [
        ("**Post-mortem:** if the hoist jams (> 4 in 24 hours), call the maker.", False),
        ("**Post-mortem:** if it jams more than 4 in 24 hours, call the maker.", False),
        ("**Post-mortem:** in 24 hours.", True),
    ],
)
def test_how_often_is_no_deadline(says: str, is_found: bool, words: Vocabulary) -> None:
    assert ("RC605" in codes(f"## Hoist jams\n\n{says}\n", words)) is is_found


@pytest.mark.parametrize(
    ("heading", "work", "is_found"),
    [
        ("Clearing up (within 24 hours)", "Schedule the post-mortem", False),
        ("Clearing up (within 24 hours)", "Hold the post-mortem", True),
        ("Post-mortem (within 24 hours)", "Schedule the post-mortem", True),
        ("Aufräumen (innerhalb von 24 Stunden)", "Nachbereitung terminieren", False),
    ],
)
def test_a_day_that_is_found_is_not_the_day_of_the_review(
    heading: str, work: str, is_found: bool, words: Vocabulary
) -> None:
    text = f"## Phase 3: Post-incident\n\n### {heading}\n\n- [ ] Collect the logs\n- [ ] {work}\n"
    assert ("RC603" in codes(text, words)) is is_found


@pytest.mark.parametrize(
    ("first", "second", "is_found"),
    [
        ("Stub of the post-mortem", "S1 and S2 within 3 days", False),
        ("Draft of the post-mortem", "S1 within 5 days", False),
        ("Draft of the post-mortem", "written down at leisure", False),
        ("Post-mortem", "Boats counted within 2 days", True),
        ("Draft of the post-mortem", "Boats counted within 2 days", True),
    ],
)
def test_a_draft_of_the_review_is_due_before_the_review(
    first: str, second: str, is_found: bool, words: Vocabulary
) -> None:
    levels = "".join(f"- **S{at}**: pier {at}\n" for at in (1, 2, 3))
    text = (
        f"# Quay\n\n## Severity levels\n\n{levels}\n## Post-mortem\n\n"
        f"- {first} within 24 hours\n- The post-mortem: {second}\n"
    )
    assert ("RC603" in {one.code for one in found_in(text, words)}) is is_found


@pytest.mark.parametrize(
    ("first", "second", "is_found"),
    [
        (
            "Every P1 is reviewed within 2 days.",
            "The written report on a P1 is due in 9 days.",
            False,
        ),
        ("P1: Nachbesprechung innerhalb von 2 Tagen.", "P1: Bericht innerhalb von 9 Tagen.", False),
        ("P1: reunión en 2 días.", "P1: informe en 9 días.", False),
        ("Every P1 is reviewed within 2 days.", "P1 is reviewed within 9 days of the end.", True),
        ("P1: Nachbesprechung innerhalb von 2 Tagen.", "P1: Nachbesprechung in 9 Tagen.", True),
    ],
)
def test_what_is_talked_over_is_written_down_later(
    first: str, second: str, is_found: bool, words: Vocabulary
) -> None:
    assert ("RC606" in codes(f"## Post-mortem\n\n- {first}\n- {second}\n", words)) is is_found


@pytest.mark.parametrize(
    ("begin", "is_found"),
    [
        ("On resolution", False),
        ("Bei Behebung", False),
        ("Al cierre", False),
        ("On request", True),
        ("Bei Bedarf", True),
    ],
)
def test_what_is_done_on_resolution_counts_from_there(
    begin: str, is_found: bool, words: Vocabulary
) -> None:
    text = f"## Step 5: Close\n\n{begin}, hold the post-mortem within **48 hours**.\n"
    assert ("RC605" in codes(text, words)) is is_found


@pytest.mark.parametrize(
    ("rule", "is_found"),
    [
        ("Post-mortem: within 5 days of the end.", False),
        ("Post-Mortem: spätestens 5 Tage nach dem Ende.", False),
        ("Post-mortem: when all are rested.", True),
        ("Hold it as soon as somebody asks.", True),
    ],
)
def test_the_window_of_a_phase_is_no_deadline_beside_one(
    rule: str, is_found: bool, words: Vocabulary
) -> None:
    phases = (
        "## Process\n\n### Phase 1: Look (0-5 minutes)\n\n- [ ] Read the gauge\n\n"
        "### Phase 2: Post-incident (1-7 days)\n\n- [ ] Begin the post-mortem\n\n"
    )
    assert ("RC604" in codes(f"{phases}## Review\n\n{rule}\n", words)) is is_found


def test_the_fix_keeps_the_figure_of_the_document(words: Vocabulary) -> None:
    text = "# Tea\n\n## Post-mortem (within 30 hours)\n\n- Say what happened\n"
    (found,) = [one for one in found_in(text, words) if one.code == "RC605"]
    assert found.fix == "Write what “within 30 hours” counts from, such as the resolution"

"""Tables on reviews: when each step is due, and what may be left."""

import pytest

from runcard.domain.playbooks.compile import compile_playbook
from runcard.domain.playbooks.vocabulary import Vocabulary

LEVELS = "# T\n\n## Severity levels\n\n- **P1**: all\n- **P2**: some\n\n## Post-mortem\n\n"


def test_steps_and_when_they_are_due(words: Vocabulary) -> None:
    table = (
        "| Task | Deadline |\n|---|---|\n| Draft of the report | 30 hours after resolution |\n"
        "| Review meeting | 4 business days after resolution |\n| Mend the weir | 9 days |\n"
    )
    found = compile_playbook(LEVELS + table, words).review.deadlines
    assert [(one.within.seconds, one.within.calendar) for one in found] == [
        (108000, None),
        (None, "business_days:4"),
    ]


def test_a_time_for_what_may_be_left(words: Vocabulary) -> None:
    table = (
        "| Level | Report | By |\n|---|---|---|\n| P1 | Mandatory | 4 days |\n"
        "| P2 | Recommended | 2 weeks |\n"
    )
    review = compile_playbook(LEVELS + table, words).review
    found = [(one.within.seconds, one.keys, one.optional) for one in review.deadlines]
    assert found == [(345600, ("P1",), False), (1209600, ("P2",), False)]
    assert review.required_for == ("P1",)


def test_when_something_is_due_and_what(words: Vocabulary) -> None:
    table = (
        "| By when | What |\n|---|---|\n| Within 3 days | Post-mortem is read by all |\n"
        "| Within 2 weeks | The weir is mended |\n| 20 min | Post-mortem, opening words |\n"
    )
    found = compile_playbook(LEVELS + table, words).review.deadlines
    assert [(one.within.line, one.within.seconds) for one in found] == [(12, 259200)]


def test_by_when_below_a_head_of_another_name(words: Vocabulary) -> None:
    table = (
        "| Ergebnis | Zusage |\n|---|---|\n| Nachbesprechung | innerhalb von 30 Stunden |\n"
        "| Rundbrief an die Gäste (P1) | innerhalb von 3 Stunden |\n"
        "| Nachbesprechung für die Stadt (optional) | innerhalb von 2 Wochen |\n"
    )
    review = compile_playbook(LEVELS + table, words).review
    found = [(one.within.line, one.within.seconds, one.optional) for one in review.deadlines]
    assert found == [(12, 108000, False), (14, None, True)]
    assert review.required_for is None


def test_how_long_a_step_lasts_is_no_deadline(words: Vocabulary) -> None:
    table = "| Step | Room |\n|---|---|\n| Review meeting | 4 hours, the loft |\n"
    assert compile_playbook(LEVELS + table, words).review.deadlines == ()


def test_a_level_and_how_soon_is_still_a_level(words: Vocabulary) -> None:
    table = "| Incident | Report |\n|---|---|\n| P1 (letter to guests) | 3 days |\n"
    found = compile_playbook(LEVELS + table, words).review.deadlines
    assert [(one.within.seconds, one.keys) for one in found] == [(259200, ("P1",))]


@pytest.mark.parametrize(
    ("row", "found"),
    [
        ("| Whole post-mortem (story, causes, actions) | Mate | Within 30 hr (P1) / 50 hr (P2) |",
         [(108000, ("P1",)), (180000, ("P2",))]),
        ("| Nachbesprechung (Hergang, Maßnahmen) | Müller | 4 Tage für P1, 9 Tage für P2 |",
         [(345600, ("P1",)), (777600, ("P2",))]),
        ("| Retrospective (causes, actions) | Mate | Within 40 hours |", [(144000, ())]),
        ("| Action items in the book | Mate | Within 8 days (P1) |", []),
        ("| Guests told | Mate | Within 30 hr (P1) / 50 hr (P2) |", []),
    ],
)  # fmt: skip
def test_a_task_due_at_other_times_for_other_levels(
    row: str, found: list[tuple[int, tuple[str, ...]]], words: Vocabulary
) -> None:
    table = f"| Task | Who | Deadline |\n|---|---|---|\n| Weir shut | Mate | At the end |\n{row}\n"
    deadlines = compile_playbook(LEVELS + table, words).review.deadlines
    assert [(one.within.seconds, one.keys) for one in deadlines] == found

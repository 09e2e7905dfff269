"""What is said of reviews, with the levels each sentence, or each part of one, is about."""

import pytest

from runcard.domain.playbooks.compile import compile_playbook
from runcard.domain.playbooks.vocabulary import Vocabulary

LEVELS = "# T\n\n## Severity levels\n\n- **P1**: all\n- **P2**: some\n- **P3**: one\n\n"
Deadlines = list[tuple[int | str | None, tuple[str, ...]]]
SAID: list[tuple[str, Deadlines, tuple[str, ...] | None]] = [
    (
        "P1: draft within 48 hours, final within 10 business days. P2: within 10 business days.",
        [(172800, ("P1",)), ("business_days:10", ("P1",)), ("business_days:10", ("P2",))],
        ("P1", "P2"),
    ),
    ("Required for P1 and P2, optional for P3. Due 72 hours after the end.",
     [(259200, ("P1", "P2"))], ("P1", "P2")),
    ("After each P1 and P2 the mate writes a record.", [], ("P1", "P2")),
    ("Nach jedem P1 und P2 ein Bericht: P1 innerhalb von 2 Tagen, P2 innerhalb von 9 Tagen.",
     [(172800, ("P1",)), (777600, ("P2",))], ("P1", "P2")),
    ("Within 5 days for P1. For P2 at the request of the owner. The report is out within 9 days.",
     [(432000, ("P1",)), (777600, ("P1",))], ("P1",)),
    ("Every incident of P2 or above gets a review within 5 days.",
     [(432000, ("P1", "P2"))], ("P1", "P2")),
    ("Mandatory for P1; for P2 the mate decides.", [], ("P1",)),
    ("Every P1 is talked through within 3 business days and every P2 at the monthly table.",
     [("business_days:3", ("P1",))], ("P1",)),
    ("Cada P1 se repasa dentro de 3 días hábiles y cada P2 en la reunión de fin de mes.",
     [("business_days:3", ("P1",))], ("P1",)),
]  # fmt: skip


@pytest.mark.parametrize(("text", "deadlines", "required"), SAID)
def test_a_time_counts_for_the_levels_it_is_said_of(
    text: str, deadlines: Deadlines, required: tuple[str, ...] | None, words: Vocabulary
) -> None:
    review = compile_playbook(f"{LEVELS}## Post-mortem\n\n{text}\n", words).review
    found = [
        (one.within.calendar or one.within.seconds, one.keys)
        for one in review.deadlines
        if not one.optional
    ]
    assert found == deadlines
    assert review.required_for == required


@pytest.mark.parametrize(
    "heading", ["After a P1 or P2", "Nach einem P1 oder P2", "Après un P1 ou un P2"]
)
def test_a_heading_may_name_the_levels(heading: str, words: Vocabulary) -> None:
    text = f"{LEVELS}## {heading}\n\nThe report is done within 3 working days.\n"
    review = compile_playbook(text, words).review
    assert [one.keys for one in review.deadlines] == [("P1", "P2")]
    assert review.required_for == ("P1", "P2")


@pytest.mark.parametrize("bracket", ["P1/P2 within 2 days", "within 2 days for P1 and P2"])
def test_brackets_behind_a_heading_may_name_the_levels(bracket: str, words: Vocabulary) -> None:
    text = f"{LEVELS}## Afterwards\n\n### Post-mortem ({bracket})\n\n- what\n- why\n"
    review = compile_playbook(text, words).review
    assert [(one.within.seconds, one.keys) for one in review.deadlines] == [(172800, ("P1", "P2"))]


def test_many_of_a_level_are_that_level(words: Vocabulary) -> None:
    text = (
        "# T\n\n## Severity\n\n| Level | Meaning |\n|---|---|\n| Blocker | no tea at all |\n"
        "| Major | tea is weak |\n\n## Review\n\nBlockers: a write-up within 2 days. "
        "Majors: a note.\n"
    )
    review = compile_playbook(text, words).review
    assert [one.keys for one in review.deadlines] == [("Blocker",)]


def test_levels_may_be_the_columns(words: Vocabulary) -> None:
    table = "| | P1 | P2 |\n|---|---|---|\n| Draft | 2 days | 5 days |\n| Meeting | 1 week | – |\n"
    review = compile_playbook(f"{LEVELS}## Post-mortem\n\n{table}", words).review
    assert [(one.within.seconds, one.keys) for one in review.deadlines] == [
        (172800, ("P1",)),
        (432000, ("P2",)),
        (604800, ("P1",)),
    ]


def test_the_time_of_a_phase_is_no_deadline(words: Vocabulary) -> None:
    text = "## Process\n\n### 1. Stop\n\n- halt\n\n### 2. Follow-up (next business day)\n\n- tidy\n"
    assert compile_playbook(LEVELS + text, words).review.deadlines == ()


def test_the_sentence_behind_one_about_a_review_goes_on_with_it(words: Vocabulary) -> None:
    head = "# T\n\n## Severity levels\n\n- **P1**: all\n- **P2**: some\n\n## Closing\n\n"
    for text, count in (
        ("The lead calls for a post-mortem. It must happen within 5 days after a P1.", 1),
        ("The lead has tea. It must be cold within 5 days after a P1.", 0),
    ):
        assert len(compile_playbook(head + text + "\n", words).review.deadlines) == count


def test_a_level_with_a_meeting_of_its_own(words: Vocabulary) -> None:
    head = "# T\n\n## Severity levels\n\n- **P1**: all\n- **P2**: some\n\n## Post-mortem\n\n"
    for text in (
        "P1 within 4 days, P2 in the next meeting.",
        "P1 binnen 4 Tagen, P2 in der nächsten Sitzung.",
    ):
        review = compile_playbook(head + text + "\n", words).review
        assert [(one.within.calendar, one.keys) for one in review.deadlines] == [
            (None, ("P1",)), ("event", ("P2",)),
        ]  # fmt: skip


FORMS: list[tuple[str, Deadlines, tuple[str, ...] | None]] = [
    ("The notes are pinned up within **9 business\ndays** of the storm.\n",
     [("business_days:9", ())], None),
    ("For every P1 / P2:\n\n1. **Public report** within 30 hours.\n", [(108000, ("P1", "P2"))],
     ("P1", "P2")),
    ("**Required for every P1.** Others may.\n\nIt is read out within 4 days.\n",
     [(345600, ("P1",))], ("P1",)),
    ("- **3 days**: Review by the crew\n- **2 days**: Dry the sails\n", [(259200, ())], None),
    ("### Within 30 Hours\n\n- [ ] Debrief on the quay\n", [(108000, ())], None),
    ("### When required\n\n- All P1 storms\n- Any leak\n", [], ("P1",)),
    ("P2 reports are written when a mast breaks twice in a quarter.\n", [(None, ("P2",))], None),
    ("The notes are due within fourteen (14) days for P1.\n", [(1209600, ("P1",))], ("P1",)),
    ("```\nP1 → post-mortem within 4 days\n```\n", [(345600, ("P1",))], ("P1",)),
]  # fmt: skip


@pytest.mark.parametrize(("said", "deadlines", "required"), FORMS)
def test_where_a_deadline_may_be_said(
    said: str, deadlines: Deadlines, required: tuple[str, ...] | None, words: Vocabulary
) -> None:
    review = compile_playbook(f"{LEVELS}## Post-mortem\n\n{said}", words).review
    found = [(one.within.seconds or one.within.calendar, one.keys) for one in review.deadlines]
    assert found == deadlines
    assert review.required_for == required


def test_levels_in_brackets_are_no_agenda(words: Vocabulary) -> None:
    asked = "1. Post-mortem within 48 hours (P1)\n"
    text = f"# Tea\n\n- P1: no tea\n- P2: cold\n\n## Afterwards\n\n{asked}"
    (found,) = compile_playbook(text, words).review.deadlines
    assert (found.within.seconds, found.keys) == (172800, ("P1",))


@pytest.mark.parametrize(
    ("heading", "entry", "seconds"),
    [
        ("5. Reporting (within 2 days)", "Write the incident report", [172800]),
        ("4. 報告（48時間以内）", "障害報告書の作成", [172800]),
        ("Bericht (binnen 3 Tagen)", "Post-mortem schreiben", [259200]),
        ("5. Reporting (within 2 days)", "Tell the guests", []),
        ("5. Mending (within 2 days)", "Glue the pot", []),
    ],
)
def test_a_heading_tells_by_when_the_report_below_it_is_written(
    heading: str, entry: str, seconds: list[int], words: Vocabulary
) -> None:
    text = f"# Tea\n\n## Spill\n\n#### 1. Stop it\n\n- close\n\n#### {heading}\n\n- [ ] {entry}\n"
    found = compile_playbook(text, words).review.deadlines
    assert [one.within.seconds for one in found] == seconds


def test_how_often_the_page_is_read_again_asks_for_no_review(words: Vocabulary) -> None:
    for label, keys in (("Review frequency", None), ("Post-mortem", ("P1",))):
        page = compile_playbook(f"{LEVELS}## Crew\n\n**{label}**: after each P1\n", words)
        assert page.review.required_for == keys


@pytest.mark.parametrize(
    ("heading", "entry", "seconds"),
    [
        ("At once (within 2 hours)", "Mop the floor", []),
        ("Sofort (innerhalb von 2 Stunden)", "Boden wischen", []),
        ("At once (within 2 hours)", "Hold the post-mortem", [7200]),
        ("Follow-up (within 2 days)", "Mop the floor", [172800]),
        ("Bericht (binnen 3 Tagen)", "Boden wischen", [259200]),
    ],
)
def test_other_work_after_an_incident_has_a_time_of_its_own(
    heading: str, entry: str, seconds: list[int], words: Vocabulary
) -> None:
    text = f"# Tea\n\n## Post-mortem and after\n\n### {heading}\n\n- [ ] {entry}\n"
    found = compile_playbook(text, words).review.deadlines
    assert [one.within.seconds for one in found] == seconds


@pytest.mark.parametrize(
    ("title", "text", "count"),
    [
        ("Action items", "- **Due date**: by rank (leaks: 30 h, paint: never)", 0),
        ("Action items", "- The post-mortem is due within 30 h", 1),
        ("Post-incident actions", "- **Due date**: 30 h", 1),
        ("Report", "- **Due date**: by rank (leaks: 30 h, paint: never)", 1),
    ],
)
def test_what_is_due_among_action_items_is_no_review(
    title: str, text: str, count: int, words: Vocabulary
) -> None:
    page = f"# Weir\n\n## Post-mortem\n\nWe write.\n\n### {title}\n\n{text}\n"
    assert len(compile_playbook(page, words).review.deadlines) == count


@pytest.mark.parametrize(
    ("entry", "required"),
    [
        ("- [ ] Post-mortem in the diary (P1 and P2)", ("P1", "P2")),
        ("- [ ] Nachbesprechung im Kalender (P1)", ("P1",)),
        ("- Post-mortem in the diary (P1 and P2)", None),
        ("- [ ] Post-mortem, optional for P2", None),
        ("- [ ] Sails of every P1 mended", None),
    ],
)
def test_a_box_asks_for_the_review_behind_it(
    entry: str, required: tuple[str, ...] | None, words: Vocabulary
) -> None:
    text = f"{LEVELS}## After the storm\n\n- [ ] Ropes counted\n{entry}\n"
    assert compile_playbook(text, words).review.required_for == required


@pytest.mark.parametrize(
    ("title", "below", "seconds"),
    [
        ("3. 事後対応（30時間以内）", "ポストモーテムを書く", [108_000]),
        ("3. Follow-up (30 hours)", "Write the post-mortem", []),
        ("3. Follow-up (within 30 hours)", "Write the post-mortem", [108_000]),
        ("3. Follow-up (within 30 hours)", "Clean the tables", []),
        ("3. Pós-mortem (T + 9 a 20 dias)", "Mesas", [1_728_000]),
    ],
)
def test_the_time_of_a_phase_is_that_of_the_review_below_it(
    title: str, below: str, seconds: list[int], words: Vocabulary
) -> None:
    phases = "### 1. Detect\n\nx\n\n### 2. Contain\n\ny\n\n"
    text = f"# T\n\n## Process\n\n{phases}### {title}\n\n#### {below}\n\n- z\n"
    deadlines = compile_playbook(text, words).review.deadlines
    assert [one.within.seconds for one in deadlines] == seconds


@pytest.mark.parametrize(
    ("chapter", "below", "seconds"),
    [
        ("Action items", "Priorities", []),
        ("Maßnahmen", "Rang", []),
        ("Tables", "Priorities", [777_600]),
        ("Action items", "Post-mortem", [777_600]),
    ],
)
def test_what_is_due_below_action_items_is_work(
    chapter: str, below: str, seconds: list[int], words: Vocabulary
) -> None:
    text = f"## Post-mortem\n\n### {chapter}\n\n#### {below}\n\n- **P1**: done within 9 days\n"
    deadlines = compile_playbook(LEVELS + text, words).review.deadlines
    assert [one.within.seconds for one in deadlines] == seconds


@pytest.mark.parametrize(
    ("lead", "seconds"),
    [("**Review meeting:**", [108_000]), ("**Tables:**", []), ("**Review meeting**: Monday", [])],
)
def test_the_time_of_a_phase_is_that_of_the_meeting_named_in_it(
    lead: str, seconds: list[int], words: Vocabulary
) -> None:
    phases = "### 1. Detect\n\nx\n\n### 2. Contain\n\ny\n\n"
    text = f"# T\n\n## Process\n\n{phases}### 3. Follow-up (within 30 hours)\n\n{lead}\n- ropes\n"
    deadlines = compile_playbook(text, words).review.deadlines
    assert [one.within.seconds for one in deadlines] == seconds


@pytest.mark.parametrize(
    "heading", ["6. Post-incident (within 1 week)", "4. After the incident (within 7 days)"]
)
def test_a_phase_in_whose_list_the_review_is_held_tells_its_time(
    heading: str, words: Vocabulary
) -> None:
    text = f"# Mill\n\n## Flow\n\n### {heading}\n\n- [ ] Hold the post-mortem\n- [ ] Oil it\n"
    deadlines = compile_playbook(text, words).review.deadlines
    assert [one.within.seconds for one in deadlines] == [604800]


@pytest.mark.parametrize(
    ("heading", "work"),
    [
        ("6. Post-incident (within 1 week)", "Grease the wheel"),
        ("6. Repair (within 1 week)", "Hold the post-mortem"),
    ],
)
def test_a_phase_of_other_work_tells_no_time_of_a_review(
    heading: str, work: str, words: Vocabulary
) -> None:
    text = f"# Mill\n\n## Flow\n\n### {heading}\n\n- [ ] {work}\n- [ ] Oil it\n"
    assert compile_playbook(text, words).review.deadlines == ()


@pytest.mark.parametrize(
    ("said", "count"), [("Full", 1), ("Final", 1), ("Initial", 0), ("First", 0)]
)
def test_the_first_report_is_a_notice(said: str, count: int, words: Vocabulary) -> None:
    text = f"{LEVELS}## Notices to guests\n\n- {said} incident report within 2 hours (P1)\n"
    assert len(compile_playbook(text, words).review.deadlines) == count

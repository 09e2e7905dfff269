"""Windows of phases: too short for some levels, counted from two moments, used up too early."""

import pytest

from runcard.domain.playbooks.vocabulary import Vocabulary
from tests.rooms.playbooks.plain_judge import found_in

HEAD = "## Severity levels\n\n| Level | Definition | Response time |\n|---|---|---|\n"
LEVELS = HEAD + "| P1 | gate stuck | 5 min |\n| P2 | lamp | 45 min |\n"


def codes(text: str, words: Vocabulary) -> set[str]:
    return {one.code for one in found_in(text, words)}


PHASES = (
    "\n\n## Process\n\n### Phase 1: Detect ({})\n\n- [ ] look\n\n"
    "### Phase 2: Mend ({})\n\n- [ ] mend\n"
)


def test_a_window_for_all_levels_clashes_with_a_level_answered_later(words: Vocabulary) -> None:
    assert "RC120" in codes(LEVELS + PHASES.format("0-5 min", "30 min"), words)
    assert "RC120" not in codes(LEVELS + PHASES.format("5 min", "30 min"), words)
    assert "RC120" not in codes(LEVELS + PHASES.format("max. 5 Minuten", "30 Minuten"), words)
    alike = HEAD + "| P1 | gate stuck | 5 min |\n| P2 | lamp | 5 min |\n"
    assert "RC120" not in codes(alike + PHASES.format("5 min", "30 min"), words)


@pytest.mark.parametrize(
    ("answered", "is_found"),
    [("20 min", True), ("1 h", True), ("4 h", False), ("next business day", False)],
)
def test_a_window_of_minutes_is_not_for_what_can_wait(
    answered: str, is_found: bool, words: Vocabulary
) -> None:
    levels = LEVELS.replace("45 min", answered)
    assert ("RC120" in codes(levels + PHASES.format("0-10 min", "30 min"), words)) is is_found
    spanish = levels.replace("Response time", "Respuesta").replace("next business", "siguiente")
    phases = PHASES.replace("Process", "Proceso").replace("Phase", "Fase")
    assert ("RC120" in codes(spanish + phases.format("0-10 min", "30 min"), words)) is is_found


def test_windows_count_from_one_moment(words: Vocabulary) -> None:
    assert "RC122" in codes("# G" + PHASES.format("first 5 min", "next 10 min"), words)
    assert "RC122" not in codes("# G" + PHASES.format("0-5 min", "5-15 min"), words)


@pytest.mark.parametrize(
    ("process", "is_found"),
    [
        (
            "### Phase 1: Detect\n\n- [ ] look\n\n### Phase 2: Ask (within 10 min)\n\n- [ ] ask\n",
            True,
        ),
        (
            "### Phase 1: Detect\n\n- [ ] look\n\n### Phase 2: Ask (10 min)\n\n- [ ] ask\n",
            False,
        ),
        ("### Phase 1: Declare a P1 (within 10 min)\n\n- [ ] ask\n", False),
        ("### Phase 1: Declare (within 10 min)\n\n- [ ] say that it is a P1\n", False),
    ],
)
def test_a_duration_of_work_and_a_phase_of_one_level_are_no_window_for_all(
    process: str, is_found: bool, words: Vocabulary
) -> None:
    assert ("RC120" in codes(f"{LEVELS}\n## Process\n\n{process}", words)) is is_found


@pytest.mark.parametrize(
    ("first", "pager", "is_found"),
    [
        ("- [ ] Walk to the gate", "", True),
        ("- [ ] Notify the on-call pilot", "", False),
        ("- [ ] Walk to the gate", "PagerDuty rings the pilot.\n\n", False),
    ],
)
def test_whoever_is_on_call_is_called_before_the_time_to_answer_is_over(
    first: str, pager: str, is_found: bool, words: Vocabulary
) -> None:
    process = (
        f"\n## Process\n\n{pager}### Phase 1: Assess (5 min)\n\n{first}\n\n"
        "### Phase 2: Tell\n\n- [ ] Inform the on-call pilot\n"
    )
    assert ("RC123" in codes(LEVELS + process, words)) is is_found


def test_the_last_phase_may_be_open_and_one_in_the_middle_may_not(words: Vocabulary) -> None:
    three = ["### Phase {}: Detect (5 min)", "### Phase {}: Look (9 min)",
             "### Phase {}: Tell (9 min)"]  # fmt: skip
    for place, is_found in ((3, False), (1, True)):
        heads = [*three[:place], "### Phase {}: Tidy", *three[place:]]
        steps = "\n\n- [ ] a\n\n".join(head.format(at) for at, head in enumerate(heads, 1))
        assert ("RC121" in codes(f"## Process\n\n{steps}\n\n- [ ] a\n", words)) is is_found


def test_taking_the_call_is_for_every_level(words: Vocabulary) -> None:
    asked = LEVELS + PHASES.format("0-5 min", "30 min")
    assert "RC120" in codes(asked, words)
    assert "RC120" not in codes(asked.replace("Detect", "Receive the call"), words)
    assert "RC120" not in codes(asked.replace("- [ ] look", "- [ ] switch to paper"), words)


@pytest.mark.parametrize(
    ("intro", "is_found"), [("What we do at P1 and P2.", False), ("What we do.", True)]
)
def test_a_document_may_be_for_some_levels(intro: str, is_found: bool, words: Vocabulary) -> None:
    text = (
        f"# Gates\n\n{intro}\n\n## Severity levels\n\n| Level | Definition | Response time |\n"
        "|---|---|---|\n| P1 | stuck | 2 min |\n| P2 | slow | 4 min |\n| P3 | lamp | 40 min |\n\n"
        "## Process\n\n### Phase 1: Look (0-5 minutes)\n\n- look\n\n"
        "### Phase 2: Mend (5-30 minutes)\n\n- mend\n"
    )
    assert ("RC120" in {one.code for one in found_in(text, words)}) is is_found


@pytest.mark.parametrize(
    ("step", "is_found"),
    [("set the severity", False), ("Priorität festlegen", False), ("look", True),
     ("answer the page and set the severity", True)],
)  # fmt: skip
def test_until_the_level_is_known_one_window_is_for_all(
    step: str, is_found: bool, words: Vocabulary
) -> None:
    phases = PHASES.format("0-5 min", "30 min").replace("- [ ] look", f"- [ ] {step}")
    assert ("RC120" in codes(LEVELS + phases, words)) is is_found


def test_a_window_that_was_not_read_is_there(words: Vocabulary) -> None:
    boxes = "### Phase {}: {} ({})\n\n- [ ] look\n\n"
    named = (("Detect", "0-5 min"), ("Ask", "{}"), ("Mend", "5-20 min"), ("Tell", "20-30 min"))
    text = "# G\n\n## Process\n\n" + "".join(
        boxes.format(at, *one) for at, one in enumerate(named, 1)
    )
    assert "RC121" in codes(text.format("all of us"), words)
    assert "RC121" not in codes(text.format("not later than 72 hours from knowing"), words)


@pytest.mark.parametrize(("window", "is_found"), [("0-10 min", False), ("10-15 min", True)])
def test_a_phase_beside_the_first_begins_with_it(
    window: str, is_found: bool, words: Vocabulary
) -> None:
    phases = PHASES.format("0-10 min", window).replace("- [ ] mend", "- [ ] call the on-call")
    assert ("RC123" in codes(LEVELS + phases, words)) is is_found


@pytest.mark.parametrize(("chapter", "is_found"), [("Floods (P1)", False), ("Floods", True)])
def test_a_phase_below_the_chapter_of_one_level_is_that_levels(
    chapter: str, is_found: bool, words: Vocabulary
) -> None:
    phases = PHASES.replace("## Process\n", f"## Process\n\n### {chapter}\n")
    phases = phases.replace("### Phase", "#### Phase").format("0-5 min", "30 min")
    assert ("RC120" in codes(LEVELS + phases, words)) is is_found


@pytest.mark.parametrize(
    ("entry", "is_found"),
    [("post in the crew room every 20 minutes", False), ("post in the crew room", True)],
)
def test_news_every_so_often_go_on_through_all_phases(
    entry: str, is_found: bool, words: Vocabulary
) -> None:
    boxes = "### Phase {}: {}\n\n- [ ] {}\n\n"
    named = (("Detect (0-5 min)", "look"), ("Communication", entry),
             ("Mend (5-20 min)", "mend"), ("Check (20-30 min)", "look"))  # fmt: skip
    phases = "".join(boxes.format(at, *one) for at, one in enumerate(named, 1))
    assert ("RC121" in codes(f"# Sluice\n\n## Process\n\n{phases}", words)) is is_found


@pytest.mark.parametrize(
    ("title", "is_found"),
    [("Post-incident", False), ("Nachbereitung", False), ("Repair", True)],
)
def test_what_comes_afterwards_counts_from_the_end(
    title: str, is_found: bool, words: Vocabulary
) -> None:
    phases = PHASES.replace("Mend", title).format("0-5 min", "next 3 days")
    assert ("RC122" in codes(LEVELS + phases, words)) is is_found


@pytest.mark.parametrize(
    ("steps", "is_found"),
    [
        ("**Within 2 hours (crew):**\n- ring\n\n**Within 2 days (guests):**\n- write", False),
        ("**Binnen 2 Stunden:**\n- ring\n\n**Binnen 2 Tagen:**\n- write", False),
        ("**Within 2 hours (crew):**\n- ring\n\n**Guests:**\n- write", True),
        ("**Crew:**\n- ring\n\n**Guests:**\n- write within 2 days", True),
    ],
)
def test_a_phase_may_have_its_times_over_its_steps(
    steps: str, is_found: bool, words: Vocabulary
) -> None:
    boxes = "### Phase {}: {}\n\n{}\n\n"
    named = (("Detect (0-5 min)", "- look"), ("Report", steps),
             ("Mend (5-20 min)", "- mend"), ("Check (20-30 min)", "- look"))  # fmt: skip
    phases = "".join(boxes.format(at, *one) for at, one in enumerate(named, 1))
    assert ("RC121" in codes(f"# Sluice\n\n## Process\n\n{phases}", words)) is is_found

"""Numbered headings: the phases of a course, or the steps of one of its phases."""

import pytest

from runcard.domain.playbooks.compile import compile_playbook
from runcard.domain.playbooks.vocabulary import Vocabulary

CHAPTERS = (
    "# Ferry\n\n## 1. Purpose\n\nTo sail.\n\n## 2. Who to call\n\nThe mate.\n\n"
    "## 3. First response (10 minutes)\n\n### 3.1 Ring the bell\n\n- Ring\n\n"
    "### 3.2 Count heads\n\n- Count\n\n"
    "## 4. Investigation\n\n### 4.1 Look\n\n- Look below\n\n### 4.2 Ask\n\n- Ask the bosun\n\n"
    "## 5. Containment\n\n- Shut the hatch\n\n## 6. Recovery\n\n- Pump\n\n"
    "## 7. Post-mortem\n\n- Write it down\n"
)


def test_chapters_that_are_phases_keep_their_numbered_parts(words: Vocabulary) -> None:
    found = compile_playbook(CHAPTERS, words).phases
    assert [one.title for one in found] == [
        "First response",
        "Investigation",
        "Containment",
        "Recovery",
        "Post-mortem",
    ]


def test_numbered_parts_of_the_only_course_are_phases(words: Vocabulary) -> None:
    said = "# Ferry\n\n## Response\n\n### 1. Look\n\n- Look\n\n### 2. Stop it\n\n- Stop\n"
    found = compile_playbook(said, words).phases
    assert [one.title for one in found] == ["Look", "Stop it"]


def test_chapters_one_of_which_is_the_process_only_count(words: Vocabulary) -> None:
    said = (
        "# Ferry\n\n## 1. Where we look\n\nOn the board.\n\n"
        "## 2. What to do in an incident\n\n1. **Look**: at the board.\n2. **Act**:\n   - Ring\n\n"
        "## 3. Bells and limits\n\n- Twenty rings an hour\n"
    )
    assert [one.title for one in compile_playbook(said, words).phases] == ["Look", "Act"]


@pytest.mark.parametrize(
    ("chapter", "below", "titles"),
    [
        ("Ablauf", ("① Ansehen (0–5 Min)", "② Anhalten (5–15 Min)"), ["① Ansehen", "② Anhalten"]),
        ("Response", ("❶ Look", "❷ Stop it"), ["❶ Look", "❷ Stop it"]),
        ("处理流程", ("① 看水车", "② 停水车"), ["① 看水车", "② 停水车"]),
        ("Contacts", ("① Millers", "② Bakers"), []),
    ],
)
def test_a_number_may_stand_in_a_circle(
    chapter: str, below: tuple[str, ...], titles: list[str], words: Vocabulary
) -> None:
    said = f"# Mill\n\n## {chapter}\n" + "".join(f"\n### {one}\n\n- Wheel\n" for one in below)
    assert [one.title for one in compile_playbook(said, words).phases] == titles


COURSE = ["Detection", "Containment", "Recovery"]
LEVELS = "## Severity\n\n| Level | Meaning |\n|---|---|\n| P1 | Adrift |\n| P2 | Late |\n\n"
LOOK = "## {} (5 min)\n\n### 1. Ring the bell\n\nTwice.\n\n### 2. Count heads\n\nAll decks.\n\n"
MEND = "## {}\n\n1. Shut the hatch.\n2. Start the pump.\n\n"


@pytest.mark.parametrize(
    ("first", "then", "behind"),
    [("Diagnosis", "Mitigation", ["Mitigation"]),
     ("Diagnose", "Eindämmung (der Reihe nach)", ["Eindämmung"]),
     ("Diagnosis", "Passengers", [])],
)  # fmt: skip
def test_beside_a_list_of_levels_a_diagnosis_is_the_course_of_all(
    first: str, then: str, behind: list[str], words: Vocabulary
) -> None:
    said = "# Ferry incidents\n\n" + LEVELS + LOOK.format(first) + MEND.format(then)
    found = [one.title for one in compile_playbook(said, words).phases]
    assert found == ["Ring the bell", "Count heads", *behind]


def test_without_levels_it_is_part_of_a_repair(words: Vocabulary) -> None:
    said = "# Leak below deck\n\n" + LOOK.format("Diagnosis") + MEND.format("Mitigation")
    assert compile_playbook(said, words).phases == ()


def test_the_part_itself_is_a_phase_where_nothing_is_numbered_below_it(words: Vocabulary) -> None:
    plainly = LOOK.format("Diagnosis").replace("1. ", "").replace("2. ", "")
    said = "# Ferry incidents\n\n" + LEVELS + plainly + MEND.format("Mitigation")
    titles = [one.title for one in compile_playbook(said, words).phases]
    assert "Ring the bell" not in titles


@pytest.mark.parametrize(
    ("chapter", "phases"),
    [("4. Mill incidents", []), ("4. Störungen der Mühle und Mühlstörungen", []),
     ("4. Response to incidents", ["Wet grain", "Dry race"]),
     ("4. Steps", ["Wet grain", "Dry race"])],
)  # fmt: skip
def test_numbers_below_a_chapter_of_incidents_count_those(
    chapter: str, phases: list[str], words: Vocabulary
) -> None:
    below = "### 4.1 Wet grain\n\n1. Spread it.\n\n### 4.2 Dry race\n\n1. Wait.\n\n"
    found = compile_playbook(f"# Mill book\n\n## {chapter}\n\n{below}", words)
    assert [one.title for one in found.phases] == phases


@pytest.mark.parametrize(
    ("first", "found"),
    [("0. One rule above all", COURSE), ("0) Grundsatz", COURSE),
     ("0. Preparation", ["Preparation", *COURSE]),
     ("1. Miller's rule", ["Miller's rule", *COURSE])],
)  # fmt: skip
def test_what_is_counted_as_nought_stands_before_the_course(
    first: str, found: list[str], words: Vocabulary
) -> None:
    course = "".join(f"## {at}. {one}\n\n- a\n\n" for at, one in enumerate(COURSE, 1))
    said = compile_playbook(
        f"# Mill incidents\n\n## {first}\n\nNobody climbs alone.\n\n{course}", words
    )
    assert [one.title for one in said.phases] == found


@pytest.mark.parametrize(
    ("below", "found"),
    [(COURSE, COURSE), (["Erkennung", "Eindämmung", "Nachbereitung"],) * 2,
     (["Wheel", "Stone", "Sails"], ["What is built", "What we watch", "Miller's plan"]),
     (["Detection", "Stone", "Sails"], ["What is built", "What we watch", "Miller's plan"])],
)  # fmt: skip
def test_chapters_of_which_one_stands_above_the_phases_are_none(
    below: list[str], found: list[str], words: Vocabulary
) -> None:
    said = "# Mill report\n\n## 1. What is built\n\n- a\n\n## 2. What we watch\n\n- b\n\n"
    plan = "## 3. Miller's plan\n\n" + "".join(f"### {one}\n\n- c\n\n" for one in below)
    assert [one.title for one in compile_playbook(f"{said}{plan}", words).phases] == found


def test_a_nought_in_the_time_of_a_phase_counts_nothing(words: Vocabulary) -> None:
    said = "### 3.1 Bell (0-5 min)\n\n1. Ring\n\n### 3.2 Detection\n\n- [ ] Look\n"
    found = compile_playbook(f"# Mill\n\n## 3. Process\n\n{said}", words).phases
    assert [one.title for one in found] == ["Bell", "Detection"]

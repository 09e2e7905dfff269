"""Chapters that are the phases of the course, beside chapters about other things."""

import pytest

from runcard.domain.playbooks.compile import compile_playbook
from runcard.domain.playbooks.vocabulary import Vocabulary

NUMBERED = (
    ("1. Detection", "2. First look (10 minutes)", "3. Leaks by deck", "4. Post-incident",
     "5. Contacts"),
    ("1. Erkennung", "2. Eindämmung", "3. Wiederherstellung", "4. Nachbereitung", "5. Kontakte",
     "6. Vorlagen"),
    # Nothing says that it is over; and the count begins with something else.
    ("1. Detection", "2. First look (10 minutes)", "3. Leaks by deck", "4. Contacts"),
    ("1. Contacts", "2. Detection", "3. Leaks by deck", "4. Post-incident"),
)  # fmt: skip
BARE = (
    ("Contacts", "Leak detection", "Containment procedures", "Recovery", "Post-mortem", "Drills"),
    ("Rollen", "🔍 ERKENNUNG", "🧰 EINDÄMMUNG", "WIEDERHERSTELLUNG", "NACHBEREITUNG"),
    ("Crew", "Triage Checklist", "Containment Actions (Ordered)", "Post-Incident Requirements"),
    ("Equipe", "Lista de triagem", "Medidas de contenção", "Pirates", "Lições aprendidas"),
    # The order is none, and nothing says that it is over.
    ("Contacts", "Recovery", "Containment of water", "Post-mortem", "Where we detect"),
    ("Contacts", "Leak detection", "Containment procedures", "Recovery of the hull", "Drills"),
)


def phases(chapters: tuple[str, ...], words: Vocabulary) -> list[str]:
    said = "# Ferry\n" + "".join(f"\n## {one}\n\n- Pump\n" for one in chapters)
    return [one.title for one in compile_playbook(said, words).phases]


@pytest.mark.parametrize(
    ("chapters", "titles"),
    [(NUMBERED[0], ["Detection", "First look", "Post-incident"]),
     (NUMBERED[1], ["Erkennung", "Eindämmung", "Wiederherstellung", "Nachbereitung"]),
     (NUMBERED[2], []), (NUMBERED[3], [])],
)  # fmt: skip
def test_numbered_chapters_may_begin_and_end_with_phases(
    chapters: tuple[str, ...], titles: list[str], words: Vocabulary
) -> None:
    assert phases(chapters, words) == titles


@pytest.mark.parametrize(
    ("chapters", "titles"),
    [(BARE[0], ["Leak detection", "Containment procedures", "Recovery", "Post-mortem"]),
     (BARE[1], ["🔍 ERKENNUNG", "🧰 EINDÄMMUNG", "WIEDERHERSTELLUNG", "NACHBEREITUNG"]),
     (BARE[2], ["Triage Checklist", "Containment Actions", "Post-Incident Requirements"]),
     (BARE[3], ["Lista de triagem", "Medidas de contenção", "Lições aprendidas"]),
     (BARE[4], []), (BARE[5], [])],
)  # fmt: skip
def test_chapters_without_numbers_are_phases_in_their_order(
    chapters: tuple[str, ...], titles: list[str], words: Vocabulary
) -> None:
    assert phases(chapters, words) == titles


def test_steps_of_such_a_chapter_are_no_phases(words: Vocabulary) -> None:
    first = "# Ferry\n\n## 1. Detection\n\n- Bell\n\n## 2. First look (10 minutes)\n\n"
    steps = "### Step 1: Ring\n\n- Ring\n\n### Step 2: Count\n\n- Heads\n\n"
    people = "## 4. Contacts\n\n- The mate\n"
    whole = f"{first}{steps}## 3. Post-incident\n\n- Write\n\n{people}"
    found = compile_playbook(whole, words).phases
    assert [one.title for one in found] == ["Detection", "First look", "Post-incident"]
    found = compile_playbook(f"{first}{steps}{people}", words).phases
    assert [one.title for one in found] == ["Step 1: Ring", "Step 2: Count"]


@pytest.mark.parametrize(
    ("chapter", "below", "runbooks"),
    [("Containment procedures", ("At the gate", "At the quay"), []),
     ("Eindämmung (Handbücher)", ("Am Tor", "Am Kai"), []),
     ("Containment by incident type", ("Leak at the gate", "Fire at the quay"),
      ["Leak at the gate", "Fire at the quay"]),
     ("Runbooks", ("At the gate", "At the quay"), ["At the gate", "At the quay"])],
)  # fmt: skip
def test_what_stands_in_such_a_chapter_is_a_runbook_only_by_its_trouble(
    chapter: str, below: tuple[str, ...], runbooks: list[str], words: Vocabulary
) -> None:
    work = "".join(f"\n### {one}\n\n1. Pump\n2. Count\n" for one in below)
    said = f"# Ferry\n\n## Detection\n\n- Bell\n\n## {chapter}\n{work}"
    rest = "".join(f"\n## {one}\n\n- Pump\n" for one in ("Recovery", "Post-mortem"))
    found = compile_playbook(f"{said}{rest}", words)
    assert [one.title for one in found.runbooks] == runbooks


@pytest.mark.parametrize(
    ("first", "below", "is_phase"),
    [("When the bell rings", "- [ ] Ring", True), ("Glocke läutet", "- [ ] Läuten", True),
     ("When the bell rings", "- Ring", False), ("Contacts", "- [ ] Ring", False)],
)  # fmt: skip
def test_boxes_in_front_of_a_course_of_boxes_are_its_beginning(
    first: str, below: str, is_phase: bool, words: Vocabulary
) -> None:
    course = ("Investigation", "Resolution", "Post-incident")
    ticked = "".join(f"### {one}\n\n- [ ] a\n\n" for one in course)
    said = f"# Ferry\n\n## Paper on the bridge\n\n### {first}\n\n{below}\n\n{ticked}"
    found = [one.title for one in compile_playbook(said, words).phases]
    assert found == [*([first] if is_phase else []), *course]

"""Chapters that no number tells apart and that are kinds of trouble, among much else."""

import pytest

from runcard.domain.playbooks.compile import compile_playbook
from runcard.domain.playbooks.vocabulary import Vocabulary

TOLD = "- Close the gate.\n- Tell the keeper.\n"
STEPS = "1. Close the gate\n2. Tell the keeper\n"
RULES = "The keeper decides. Nobody speaks to the press.\n"
EDGES = (("Who we are", RULES), ("Afterwards", RULES), ("What we keep", RULES))


def page(*chapters: tuple[str, str]) -> str:
    first, *rest = EDGES
    return "# Zoo\n\n" + "".join(
        f"## {head}\n\n{said}\n" for head, said in (first, *chapters, *rest)
    )


def titles(text: str, words: Vocabulary) -> list[str]:
    return [one.title for one in compile_playbook(text, words).runbooks]


@pytest.mark.parametrize(
    "chapters",
    [
        (("Stolen animal", TOLD), ("Odd guest", STEPS), ("Broken fence", TOLD),
         ("Till failure", TOLD)),
        (("Tier verloren", TOLD), ("Zaun kaputt", TOLD), ("Nasser Stall", TOLD),
         ("Ausfall der Kasse", STEPS)),
        (("Stolen animal", TOLD), ("Broken fence", TOLD), ("Till failure", TOLD),
         ("Leaked list of guests", RULES)),
    ],
)  # fmt: skip
def test_three_chapters_that_name_troubles_make_a_row(
    chapters: tuple[tuple[str, str], ...], words: Vocabulary
) -> None:
    assert titles(page(*chapters), words) == [head for head, _ in chapters]


def test_plain_labels_above_lists_are_parts(words: Vocabulary) -> None:
    """`Hold:` above a list is a part where another such line names one that is known."""
    told = "Hold:\n\n- the tickets of the day;\n- the keys.\n\nContain:\n\n- close the gate.\n"
    text = page(("Stolen animal", told), ("Broken fence", TOLD), ("Till failure", TOLD))
    first = compile_playbook(text, words).runbooks[0]
    assert [(one.name, one.bullets) for one in first.parts] == [("hold", 2), ("mitigation", 1)]


@pytest.mark.parametrize(
    "chapters",
    [
        # Two are no row.
        (("Stolen animal", TOLD), ("Broken fence", TOLD)),
        # Nothing is done there.
        (("Stolen animal", RULES), ("Broken fence", RULES), ("Till failure", TOLD)),
        # A chapter on people stands between them.
        (("Stolen animal", TOLD), ("Contacts", TOLD), ("Broken fence", TOLD),
         ("Till failure", TOLD)),
        # These are levels.
        (("P1: Total outage", TOLD), ("P2: Broken fence", TOLD), ("P3: Till failure", TOLD)),
    ],
)  # fmt: skip
def test_what_is_no_row_of_troubles(
    chapters: tuple[tuple[str, str], ...], words: Vocabulary
) -> None:
    assert titles(page(*chapters), words) == []


ROW = (("Stolen animal", STEPS), ("Broken fence", STEPS), ("Till failure", STEPS))


@pytest.mark.parametrize(
    "more",
    [(("Guest in the lion house", STEPS),), (("Snow on the aviary", STEPS), ("Gast fehlt", STEPS))],
)
def test_a_chapter_behind_them_in_steps_as_all_of_them_is_one_too(
    more: tuple[tuple[str, str], ...], words: Vocabulary
) -> None:
    assert titles(page(*ROW, *more), words) == [head for head, _ in (*ROW, *more)]


@pytest.mark.parametrize(
    "more",
    [
        ("Close the till", STEPS),  # an order
        ("Verification", STEPS),  # a part of every repair
        ("Contacts", STEPS),  # about people
        ("Guest in the lion house", TOLD),  # no steps
    ],
)
def test_what_stands_behind_a_row_and_is_none(more: tuple[str, str], words: Vocabulary) -> None:
    assert titles(page(*ROW, more), words) == [head for head, _ in ROW]


def counted(text: str) -> str:
    """The same page, whose chapters have numbers."""
    heads = iter(range(1, 99))
    return "\n".join(
        f"## {next(heads)}. {line[3:]}" if line.startswith("## ") else line
        for line in text.split("\n")
    )


THREE = (("Stolen animal", TOLD), ("Odd guest", STEPS), ("Broken fence", TOLD),
         ("Till failure", TOLD))  # fmt: skip
DREI = (("Tier verloren", TOLD), ("Zaun kaputt", TOLD), ("Ausfall der Kasse", STEPS))


@pytest.mark.parametrize("chapters", [THREE, DREI])
def test_where_all_chapters_are_numbered_no_number_tells_anything(
    chapters: tuple[tuple[str, str], ...], words: Vocabulary
) -> None:
    assert titles(counted(page(*chapters)), words) == [head for head, _ in chapters]


@pytest.mark.parametrize(
    "chapters",
    [(("Detection", TOLD), ("Containment of the outage", TOLD), ("Recovery", TOLD)),
     (("Look", TOLD), ("Stop the leak", STEPS), ("Mend the broken fence", TOLD))],
)  # fmt: skip
def test_numbered_steps_stay_steps(
    chapters: tuple[tuple[str, str], ...], words: Vocabulary
) -> None:
    assert titles(counted(page(*chapters)), words) == []

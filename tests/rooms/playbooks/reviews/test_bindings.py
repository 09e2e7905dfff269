"""Whether a sentence about reviews asks for one, or leaves it to a case."""

import pytest

from runcard.domain.playbooks.compile import compile_playbook
from runcard.domain.playbooks.model import Severity
from runcard.domain.playbooks.reviews.bindings import binds, is_of_some, is_open_case
from runcard.domain.playbooks.vocabulary import Vocabulary

LEVELS = (Severity("P1", None, 1), Severity("P2", None, 2))


@pytest.mark.parametrize(
    ("said", "is_bound"),
    [
        ("A P1 gets a review.", True),
        ("The review of a P2 is not optional.", True),
        ("Le bilan d'un P2 n'est pas facultatif.", True),
        ("Recommended for P2.", False),
        ("P2 on request.", False),
        ("The review of a P2 is optional.", False),
        ("Le bilan d'un P2 est facultatif.", False),
    ],
)
def test_a_wish_binds_nobody(said: str, is_bound: bool, words: Vocabulary) -> None:
    assert binds(said, words) == is_bound


def test_a_case_that_counts_how_often(words: Vocabulary) -> None:
    said = "P2 reviews are written when the same valve fails twice in a quarter."
    assert is_open_case(said, LEVELS, words)
    assert not is_open_case("P2 if it floods within 9 days", LEVELS, words)


def test_some_incidents_of_a_level(words: Vocabulary) -> None:
    for said in ("and for any P2 that repeats", "für jeden P2, der sich wiederholt"):
        assert is_of_some(said.replace(",", ""), LEVELS, words)
    assert not is_of_some("required for P1 and any other P2 that repeats", LEVELS, words)


@pytest.mark.parametrize(
    ("said", "is_open"),
    [
        ("P1: report if it hurt", True),
        ("P1: Bericht, wenn es weh tat", True),
        ("P1: lock up unless asked", False),
        ("P1: Türen zu, wenn es brennt", False),
    ],
)
def test_an_order_in_a_case_leaves_no_review_open(
    said: str, is_open: bool, words: Vocabulary
) -> None:
    assert is_open_case(said, LEVELS, words) is is_open


@pytest.mark.parametrize(
    ("lead", "required"),
    [
        ("After any S1 or S2 failure:", ("S1", "S2")),
        ("Tras cualquier fallo S1:", ("S1",)),
        ("Open for S1 and S2:", None),
        ("After lunch:", None),
    ],
)
def test_a_list_after_any_of_some_levels(
    lead: str, required: tuple[str, ...] | None, words: Vocabulary
) -> None:
    levels = "# Mill\n\n## Severity\n\n- **S1**: no flour\n- **S2**: little flour\n\n"
    text = f"{levels}## Post-mortem\n\n{lead}\n\n1. Write it down.\n2. Read it out.\n"
    assert compile_playbook(text, words).review.required_for == required


@pytest.mark.parametrize(
    ("said", "found"),
    [
        ("Incident-Review innerhalb von 30 Stunden", [108000]),
        ("Revisión del incidente en 30 horas", [108000]),
        ("Review of the flour within 30 hours", []),
        ("Sweeping of the mill within 30 hours", []),
    ],
)
def test_reviews_by_their_name_among_other_duties(
    said: str, found: list[int], words: Vocabulary
) -> None:
    text = f"# Mill\n\n## Rules of the house\n\nAlways:\n\n- {said}.\n- Sweep the floor.\n"
    review = compile_playbook(text, words).review
    assert [one.within.seconds for one in review.deadlines] == found

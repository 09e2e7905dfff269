"""Which of a template's alternatives is true now."""

import pytest

from runcard.domain.comms.choices import chosen, options_of
from runcard.domain.incidents.model import Status

STATES = ("Investigating", "Mitigating", "Resolved")


@pytest.mark.parametrize(
    ("token", "options"),
    [
        ("[Investigating/Mitigating/Resolved]", STATES),
        ("INVESTIGATING / IN PROGRESS / RESOLVED", ("INVESTIGATING", "IN PROGRESS", "RESOLVED")),
        ("[a | b]", ("a", "b")),
        ("[impact]", ()),
        ("[/]", ()),
    ],
)
def test_alternatives_are_cut_at_their_signs(token: str, options: tuple[str, ...]) -> None:
    assert options_of(token) == options


@pytest.mark.parametrize(
    ("options", "status", "word"),
    [
        (STATES, Status.INVESTIGATING, "Investigating"),
        (STATES, Status.IDENTIFIED, "Mitigating"),
        (STATES, Status.MITIGATING, "Mitigating"),
        (STATES, Status.MONITORING, "Mitigating"),
        (STATES, Status.RESOLVED, "Resolved"),
        (("INVESTIGATING", "IN PROGRESS"), Status.MITIGATING, "IN PROGRESS"),
        (("investigating", "watching", "done"), Status.MONITORING, "watching"),
        (("investigating", "done"), Status.IDENTIFIED, "investigating"),
        (("调查中", "已恢复"), Status.RESOLVED, "已恢复"),
        (STATES[:2], Status.RESOLVED, None),
        (("Yes", "No"), Status.RESOLVED, None),
    ],
)
def test_the_nearest_word_of_the_document_is_said(
    options: tuple[str, ...], status: Status, word: str | None
) -> None:
    assert chosen(options, status, None) == word


@pytest.mark.parametrize(
    ("options", "key", "word"),
    [
        (("P0", "P1", "P2"), "P1", "P1"), (("0", "1", "2"), "P1", "1"),
        (("sev 1", "sev 2"), "SEV-2", "sev 2"), (("P0", "P1"), "P3", None),
        (("P0", "P1"), None, None), (("high", "low"), "Crítica", None),
    ],
)  # fmt: skip
def test_the_level_is_chosen_among_levels(
    options: tuple[str, ...], key: str | None, word: str | None
) -> None:
    assert chosen(options, Status.INVESTIGATING, key) == word

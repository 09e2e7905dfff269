"""What the five reference documents promise: the value, and whose it is."""

from dataclasses import dataclass
from pathlib import Path

import pytest

from runcard.domain.escalation.rules import policy_for
from runcard.domain.playbooks.card import Card, Within
from runcard.domain.playbooks.compile import compile_playbook
from runcard.domain.playbooks.promises import promises
from runcard.domain.playbooks.vocabulary import Vocabulary
from runcard.kernel.ids import PlaybookId
from tests.rooms.cards import a_team


@dataclass(frozen=True)
class Expected:
    """Seconds or a word of the calendar, and the line; no line: not from the document."""

    document: str
    key: str
    acknowledge: tuple[float | str, int | None]
    respond: tuple[float | str, int | None]
    update: tuple[float | str, int | None] | None
    review: tuple[float | str, int | None] | None
    pages: bool = True

    def __str__(self) -> str:
        return f"{self.document} {self.key}"


NEXT = "next_business_day"
EXPECTED = (
    Expected("aidrive", "Level 1", (120, None), (120, 27), (600, 28), (86400, 584)),
    Expected("aidrive", "Level 2", (300, None), (300, 40), (900, 41), (172800, 585)),
    Expected("aidrive", "Level 4", (3600, None), (3600, 66), (86400, 67), None, pages=False),
    Expected("jadevectordb", "P0", (0, None), (0, 5), (900, 167), (172800, 133)),
    Expected("jadevectordb", "P3", (NEXT, None), (NEXT, 20), None, (172800, 133), pages=False),
    Expected("mgmtvibe", "SEV-0", (900, 15), (0, 15), (1800, 131), (172800, 228)),
    Expected("mgmtvibe", "SEV-1", (7200, 16), (1800, 16), (3600, None), (172800, 228)),
    Expected("servio", "P0", (300, None), (300, 13), (1800, 369), (172800, 171)),
    Expected("servio", "P2", (14400, None), (14400, 34), None, None),
    Expected("servio", "P3", (NEXT, None), (NEXT, 44), None, None, pages=False),
    Expected("vmx", "P0", (0, None), (0, 11), (1800, None), (86400, 153)),
    Expected("vmx", "P3", (NEXT, None), (NEXT, 14), None, None, pages=False),
)
FIRST_RUNGS = {
    "aidrive": (
        "Level 1", [("On-Call Engineer", 0), ("Engineering Lead", 2), ("VP Engineering", 4)]),
    "jadevectordb": (
        "P1", [("On-Call Engineer", 0), ("Team Lead", 30), ("Engineering Manager", 60)]
    ),
    "mgmtvibe": ("SEV-1", [("On-Call", 0), ("Engineering Manager", 30)]),
    "servio": ("P0", [("On-Call", 0), ("Fallback list", 5)]),
    "vmx": ("P0", [("On-Call", 0), ("Fallback list", 5), ("On-Call", 5)]),
}  # fmt: skip


def card_of(reference: Path, name: str, words: Vocabulary) -> Card:
    text = (reference / "playbooks" / f"{name}.md").read_text("utf-8")
    return Card(PlaybookId("pb_1"), name, compile_playbook(text, words), a_team())


def said(within: Within | None) -> tuple[float | str, int | None] | None:
    if within is None:
        return None
    value = within.calendar if within.span is None else within.span.total_seconds()
    return value or 0, within.mark.line


@pytest.mark.parametrize("expected", EXPECTED, ids=str)
def test_a_reference_document_promises_what_it_says(
    expected: Expected, reference: Path, vocabulary: Vocabulary
) -> None:
    promised = promises(card_of(reference, expected.document, vocabulary), expected.key)
    assert said(promised.acknowledge) == expected.acknowledge
    assert said(promised.respond) == expected.respond
    assert said(promised.update_every) == expected.update
    assert said(promised.review) == expected.review
    assert promised.pages is expected.pages


@pytest.mark.parametrize("name", FIRST_RUNGS)
def test_a_reference_document_escalates_by_its_chain_or_by_ours(
    name: str, reference: Path, vocabulary: Vocabulary
) -> None:
    key, rungs = FIRST_RUNGS[name]
    policy = policy_for(card_of(reference, name, vocabulary), key)
    told = [(one.title, round(one.after.total_seconds() / 60)) for one in policy.levels]
    assert told[: len(rungs)] == rungs

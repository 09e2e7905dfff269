"""What stands before a name on a rung: a number, a time, a case, or nothing at all."""

import pytest

from runcard.domain.playbooks.page.blocks import label_of
from runcard.domain.playbooks.people.rung_leads import is_tier, lead_of, named_rung
from runcard.domain.playbooks.vocabulary import Vocabulary

LEADS = [
    ("**Level 2 (10-25 min)**: Mate", "10-25 min", "Mate"),
    ("L2: Mate", None, "Mate"),
    ("2nd line – Mate", None, "Mate"),
    ("Zweite Stufe: Maat", None, "Maat"),
    ("2e niveau : second", None, "second"),
    ("第二级（10-25分钟）：大副", "10-25分钟", "大副"),
    ("12 min – Mate", "12 min", "Mate"),
    ("T+12 min: Mate", "T+12 min", "Mate"),
    ("Minute 12: Mate", "Minute 12", "Mate"),
    ("ab Stunde 2 – Maat", "ab Stunde 2", "Maat"),
    ("Pump silent for 9 minutes: Mate", "Pump silent for 9 minutes", "Mate"),
    ("If it leaks for 9 minutes → Contact Mate", "If it leaks for 9 minutes", "Mate"),
    ("Wenn der Mast bricht -> Kapitän", "Wenn der Mast bricht", "Kapitän"),
    ("After 9 minutes, page the Mate.", "After 9 minutes", "page the Mate"),
    ("If the mast falls, the Captain.", "If the mast falls", "the Captain"),
    ("If 10,000 crates are lost, the Owner.", "If 10,000 crates are lost", "the Owner"),
    ("Si se pierden 1,000,000 de cajas, la jefa", "Si se pierden 1,000,000 de cajas", "la jefa"),
    ("If gate 3,1000 tons above it, the Mate", "If gate 3", "1000 tons above it, the Mate"),
]
NO_LEADS = [
    "Mate",
    "**Mate**: after 9 minutes",
    "Mate – 9 min",
    "Mate, if the mast falls",
    "Mate → Captain",
    "Hour desk 2: Mate",
]


@pytest.mark.parametrize(("text", "condition", "rest"), LEADS)
def test_a_lead_is_told_from_the_name(
    text: str, condition: str | None, rest: str, words: Vocabulary
) -> None:
    lead = lead_of(text, 1, words)
    assert lead is not None
    assert (lead.condition, lead.rest) == (condition, rest)


@pytest.mark.parametrize("text", NO_LEADS)
def test_a_name_in_front_is_no_lead(text: str, words: Vocabulary) -> None:
    assert lead_of(text, 1, words) is None


@pytest.mark.parametrize("head", ["Level 1", "L1", "Tier 3", "1st", "First line", "Palier 2"])
def test_the_number_of_a_rung_stands_alone(head: str, words: Vocabulary) -> None:
    assert is_tier(head, words)


@pytest.mark.parametrize("head", ["Level", "12", "Level 1 support desk", "First mate", "P1"])
def test_other_heads_are_no_numbers_of_rungs(head: str, words: Vocabulary) -> None:
    assert not is_tier(head, words)


@pytest.mark.parametrize(
    ("text", "condition", "rest"),
    [
        ("T+10: Mate", "T+10", "Mate"),
        ("**T+0** – Bosun", "T+0", "**Bosun**"),
        ("H+2 : armateur", "H+2", "armateur"),
        ("Secondary (after 9 min): Mate", "after 9 min", "Mate"),
    ],
)
def test_moments_since_the_alarm_and_ranks(
    text: str, condition: str, rest: str, words: Vocabulary
) -> None:
    lead = lead_of(text, 1, words)
    assert lead is not None
    assert (lead.condition, lead.rest.strip("*")) == (condition, rest.strip("*"))


def test_a_rank_without_a_wait_is_a_name(words: Vocabulary) -> None:
    assert lead_of("Secondary: Mate", 1, words) is None


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("**Guard**: thefts and incidents", ("thefts and incidents", "Guard")),
        ("**Sécurité** : Incidents de nuit", ("Incidents de nuit", "Sécurité")),
        ("**Board**: the chairman", (None, "the chairman")),
        ("**Board**: incident manager", (None, "incident manager")),
    ],
)
def test_among_numbered_rungs_a_trouble_is_the_case(
    text: str, told: tuple[str | None, str], words: Vocabulary
) -> None:
    lead = named_rung(label_of(text), words)
    assert lead is not None
    assert (lead.condition, lead.rest) == told

"""Entries with a colon amid them that say what is done are no contacts."""

import pytest

from runcard.domain.playbooks.compile import compile_playbook
from runcard.domain.playbooks.vocabulary import Vocabulary


def labels(text: str, words: Vocabulary) -> list[str]:
    return [one.label for one in compile_playbook(f"# Mill\n\n{text}", words).contacts]


WAYS = "- Phone: 01632 960 118\n- Chat: @miller\n\nThen:\n\n"


@pytest.mark.parametrize(
    "text",
    [
        f"## Escalation\n\n### L1: Miller\n\n{WAYS}- For P1: mend it\n- For P3: open a ticket\n",
        f"## Eskalation\n\n### Stufe 1: Miller\n\n{WAYS}- Bei P1: sofort\n- Bei P2: Ticket\n",
        f"## Escalation\n\n### Rungs\n\n{WAYS}- **L1** : Miller (wheel)\n- **L2** : Owner\n",
    ],
)
def test_duties_and_rungs_beside_ways_are_none(text: str, words: Vocabulary) -> None:
    assert not {"For P1", "For P3", "Bei P1", "Bei P2", "L1", "L2"} & {*labels(text, words)}


@pytest.mark.parametrize(
    ("entries", "told"),
    [
        ("- Upper gate: close it before the wheel is stopped, or the yard floods\n", []),
        ("- Upper gate: close it first\n- Ada: 01632 960 118\n", ["Upper gate", "Ada"]),
        ("- Warden: Ada\n- Clerk: Bo\n", ["Warden", "Clerk"]),
        ("- Warden: TBD; until then the clerk of the day has the keys\n", ["Warden"]),
    ],
)
def test_a_sentence_amid_a_list_without_ways_makes_it_one_of_deeds(
    entries: str, told: list[str], words: Vocabulary
) -> None:
    assert labels(f"## Contacts and hooks\n\n{entries}", words) == told

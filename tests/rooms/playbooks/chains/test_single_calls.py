"""Escalations of one step, and the lines that belong to a level or to a runbook."""

import pytest

from runcard.domain.playbooks.chains.escalations import chains_of
from runcard.domain.playbooks.page.outline import outline
from runcard.domain.playbooks.vocabulary import Vocabulary

Step = tuple[int, str, str | None, int | None]


def steps(text: str, words: Vocabulary) -> list[Step]:
    return [
        (chain.line, one.who, one.condition, one.after.seconds if one.after else None)
        for chain in chains_of(outline(f"# Inn\n\n{text}\n"), words)
        for one in chain.steps
    ]


@pytest.mark.parametrize(
    ("text", "step"),
    [
        ("## Contacts\n\n**Escalation.** If you cannot mend it ring Bo.",
         (5, "Bo", "If you cannot mend it", None)),
        ("## Contacts\n\n- Escalation: call Bo (0171 5550123) if you are stuck for over 20 minutes",
         (5, "Bo", "if you are stuck for over 20 minutes", 1200)),
        ("## Kontakte\n\n**Eskalation:** Wenn es nach 20 Minuten nicht läuft, Frau Ohm anrufen.",
         (5, "Frau Ohm", "Wenn es nach 20 Minuten nicht läuft", 1200)),
        ("## Qui appeler\n\n**Escalade :** si rien ne marche après 20 minutes, appeler Zoé.",
         (5, "Zoé", "si rien ne marche après 20 minutes", 1200)),
        ("## Escalation\n\nIf the beer is warm for an hour, call the brewer.",
         (3, "brewer", "If the beer is warm for an hour", 3600)),
    ],
)  # fmt: skip
def test_one_call_in_a_case_is_a_chain(text: str, step: Step, words: Vocabulary) -> None:
    assert steps(text, words) == [step]


def test_whoever_failed_before_comes_first(words: Vocabulary) -> None:
    told = "If the cook does not answer within 20 minutes, ring the owner."
    assert steps(f"## Escalation\n\n{told}", words) == [
        (3, "cook", None, None),
        (3, "owner", "If the cook does not answer within 20 minutes", 1200),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "## Escalation\n\nIf the cook and the maid do not answer for an hour, ring the owner.",
        "## Severity\n\n### P1\n\n**Escalation:** if the beer is warm for 1 h call the brewer.",
        "## Runbooks\n\n### Warm beer\n\n**Escalation:** After 10 minutes, call the brewer.",
        "## Warm beer\n\n**Escalation:** After 10 minutes, call the brewer.",
        "## Escalation\n\nIf in doubt, go up. Call early.",
        "## Escalation\n\nIf you need help, ask in #cellar.",
        "## Contacts\n\n- Escalation: see the board\n- Brewer: 4711",
    ],
)
def test_lines_of_levels_and_runbooks_are_none(text: str, words: Vocabulary) -> None:
    assert steps(text, words) == []


def test_beside_a_list_it_is_no_second_chain(words: Vocabulary) -> None:
    text = "## Escalation\n\n1. Cook\n2. Brewer (20 min)\n\nAfter an hour, call the owner."
    assert [who for _, who, _, _ in steps(text, words)] == ["Cook", "Brewer"]


def test_an_arrow_between_case_and_name_beside_people(words: Vocabulary) -> None:
    line = "**Escalation**: if nobody answers in 30 min → notify the head brewer directly.\n"
    told = ("head brewer", "if nobody answers in 30 min", 1800)
    assert steps(f"## Contacts\n\n**Channel**: none\n{line}", words) == [(6, *told)]
    table = "| Area | Shift lead |\n|---|---|\n| Vats | Ann |\n\n"
    assert steps(f"## Vats\n\n{table}{line}", words) == [(9, *told)]
    assert steps(f"## Vats\n\n{line}", words) == []


@pytest.mark.parametrize(
    ("said", "names"),
    [
        ("Immediately escalate to the shift lead and the owner.", ["shift lead", "owner"]),
        ("At once call the head of malt and hops.", ["head of malt and hops"]),
        ("Escalate to the head brewer.", []),
        ("The vat is immediately emptied.", []),
    ],
)
def test_haste_is_a_case(said: str, names: list[str], words: Vocabulary) -> None:
    found = steps(f"## Escalation\n\n{said}", words)
    assert [(who, wait) for _, who, _, wait in found] == [(name, 0) for name in names]

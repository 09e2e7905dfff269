"""Chains in running text, and lines that say to whom a case goes."""

import pytest

from runcard.domain.playbooks.chains.escalations import chains_of
from runcard.domain.playbooks.page.outline import outline
from runcard.domain.playbooks.vocabulary import Vocabulary

Rungs = list[tuple[str, int | None]]


def rungs(text: str, words: Vocabulary) -> Rungs:
    chains = chains_of(outline(text), words)
    return [
        (one.who, one.after.seconds if one.after else None)
        for chain in chains
        for one in chain.steps
    ]


TOLD: list[tuple[str, Rungs]] = [
    (
        (
            "Escalation: If the deck hand cannot stop the leak within 10 minutes he calls the mate."
            " If the mate is silent for 20 minutes, the bosun wakes the captain."
        ),
        [("deck hand", None), ("mate", 600), ("captain", 1200)],
    ),
    (
        (
            "## Eskalation\n\nNach 10 Minuten ohne Antwort weckt der Matrose den Maat. Nach einer\n"
            "Stunde wird die Reederei verständigt."
        ),
        [("Maat", 600), ("Reederei", 3600)],
    ),
    (
        (
            "Die Eskalation geht von der Wache an den Maat nach 10 Minuten, an die Kapitänin nach\n"
            "30 Minuten und an die Reederei, wenn es länger als 2 Stunden dauert."
        ),
        [("Wache", None), ("Maat", 600), ("Kapitänin", 1800), ("Reederei", 7200)],
    ),
    (
        "L'escalade va de la vigie au second après 10 minutes, puis au capitaine après 1 heure.",
        [("vigie", None), ("second", 600), ("capitaine", 3600)],
    ),
]


@pytest.mark.parametrize(("text", "expected"), TOLD)
def test_a_chain_in_running_text(text: str, expected: Rungs, words: Vocabulary) -> None:
    assert rungs(f"# Ship\n\n{text}\n", words) == expected


@pytest.mark.parametrize(
    "text",
    [
        "If it rains, the mate wakes the cook. If it snows, the cook wakes the captain.",
        "## Escalation\n\nThe mate calls the captain. The captain calls nobody.",
        "## Escalation\n\n> If it leaks for 10 minutes wake Ada. If it burns for 1 h wake Bo.",
        "Escalation goes from bad to worse.",
    ],
)
def test_sentences_elsewhere_or_without_cases_are_no_chain(text: str, words: Vocabulary) -> None:
    assert rungs(f"# Ship\n\n{text}\n", words) == []


def test_bold_lines_that_say_to_whom(words: Vocabulary) -> None:
    body = (
        "# Schiff\n\n## Wann wird eskaliert?\n\n"
        "- **An den Maat:** Leck seit 15 Minuten offen\n"
        "- **An die Reederei:** Leck seit 3 Stunden offen, oder Presse an Bord\n"
    )
    assert [who for who, _ in rungs(body, words)] == ["Maat", "Reederei"]


def test_one_bold_line_is_no_chain(words: Vocabulary) -> None:
    assert rungs("# Ship\n\n## Escalation\n\n**To the mate:** leaks for 9 min\n", words) == []

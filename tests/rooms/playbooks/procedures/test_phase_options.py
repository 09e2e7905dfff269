"""The ways that a phase offers: sub-headings of one that says so, or one for each trouble."""

import pytest

from runcard.domain.playbooks.compile import compile_playbook
from runcard.domain.playbooks.vocabulary import Vocabulary


def _options(title: str, first: str, second: str, words: Vocabulary) -> tuple[str, ...]:
    ways = f"### {first}\n\n1. Ring the bell.\n\n### {second}\n\n1. Close the sluice.\n"
    text = f"# Harbour\n\n## 1. Detection\n\n- Look.\n\n## 2. {title}\n\n{ways}"
    return compile_playbook(text, words).phases[1].options


@pytest.mark.parametrize(
    "title",
    [
        "Containment — our options",
        "Eindämmung: die Optionen",
        "Confinement : les leviers",
        "Contención: las opciones",
        "Contenção: as opções",
        "遏制：可选措施",
    ],
)
def test_a_phase_whose_title_offers_ways_names_them_below(title: str, words: Vocabulary) -> None:
    assert _options(title, "Shut the gate", "Turn the ships", words) == (
        "Shut the gate",
        "Turn the ships",
    )


def test_what_repeats_the_phase_for_each_trouble_is_a_way(words: Vocabulary) -> None:
    found = _options("Remediation", "Oil Spill Remediation:", "Fog Remediation:", words)
    assert found == ("Oil Spill Remediation", "Fog Remediation")


@pytest.mark.parametrize(
    ("title", "first", "second"),
    [
        ("Containment", "Shut the gate", "Turn the ships"),
        ("Remediation", "Oil Spill Remediation", "Tell the pilots"),
    ],
)
def test_other_headings_below_a_phase_are_its_parts(
    title: str, first: str, second: str, words: Vocabulary
) -> None:
    assert _options(title, first, second, words) == ()

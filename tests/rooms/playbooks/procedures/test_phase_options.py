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
        ("Communication", "Crew Communication", "Pilot Communication"),
        ("Comunicación", "Primera comunicación", "Segunda comunicación"),
    ],
)
def test_other_headings_below_a_phase_are_its_parts(
    title: str, first: str, second: str, words: Vocabulary
) -> None:
    assert _options(title, first, second, words) == ()


def _containment(body: str, words: Vocabulary) -> tuple[str, ...]:
    text = f"# Harbour\n\n## 1. Detection\n\n- Look.\n\n## 2. Containment\n\n{body}"
    return compile_playbook(text, words).phases[1].options


FOG, OIL = "1. Ring the bell.\n\n", "```sh\nsluicectl close --all\n```\n\n"
SIGNS = "**Symptoms:**\n\n- The light is dim\n\n"


@pytest.mark.parametrize(
    ("body", "options"),
    [
        (f"### For fog:\n\n{FOG}### For oil:\n\n{OIL}", ("For fog", "For oil")),
        (f"### Acts\n\n#### Für Nebel\n\n{FOG}#### Für Öl\n\n{OIL}", ("Für Nebel", "Für Öl")),
        (f"### If fog comes\n\n{FOG}### If oil leaks\n\n{OIL}", ("If fog comes", "If oil leaks")),
        (f"### Fog\n\n{SIGNS}{FOG}### Oil\n\n{SIGNS}{OIL}", ("Fog", "Oil")),
        (f"### For fog\n\n{FOG}### Crews\n\n{FOG}", ()),
        ("### For pilots\n\nStay in.\n\n### For guests\n\nStay out.\n\n", ()),
        (f"### Fog\n\n{SIGNS}{FOG}### Oil\n\n{OIL}", ()),
    ],
)
def test_headings_that_each_say_for_which_case_they_are_are_ways(
    body: str, options: tuple[str, ...], words: Vocabulary
) -> None:
    """Of the phase, or of a step of it; each has work, and none says less than its neighbours."""
    assert _containment(body, words) == options


@pytest.mark.parametrize(
    ("fences", "options"),
    [
        (("Fog at [place]. Next update: [time]", "The fog at [place] is over"), ()),
        (("sluicectl close --all", "sluicectl drain --all"), ("First", "Then")),
    ],
)
def test_the_names_of_messages_are_no_ways(
    fences: tuple[str, str], options: tuple[str, ...], words: Vocabulary
) -> None:
    first, second = (f"```\n{one}\n```\n\n" for one in fences)
    body = f"### Communication templates\n\n**First**\n\n{first}**Then**\n\n{second}"
    heading = body if not options else body.replace("Communication templates", "Sluices")
    assert _containment(heading, words) == options

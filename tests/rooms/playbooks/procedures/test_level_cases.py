"""Troubles that are written below the level they have."""

import pytest

from runcard.domain.playbooks.compile import compile_playbook
from runcard.domain.playbooks.vocabulary import Vocabulary

LADDER = (
    "# Dairy\n\n## Severity levels\n\n### SEV-1: Stop the line\n\nNothing leaves.\n\n"
    "#### 1. Pasteuriser down\n\n{first}\n\n#### 2. Cold chain lost\n\n1. Shut the hatch\n"
    "2. Move the crates\n\n### SEV-2: Slow\n\nSome leaves.\n"
)


def titles(text: str, words: Vocabulary) -> list[str]:
    return [one.title for one in compile_playbook(text, words).runbooks]


def test_numbered_troubles_below_a_level_are_runbooks(words: Vocabulary) -> None:
    text = LADDER.format(first="1. Close the valve\n2. Cool the vat")
    assert titles(text, words) == ["Pasteuriser down", "Cold chain lost"]


def test_mere_examples_of_a_level_are_none(words: Vocabulary) -> None:
    assert titles(LADDER.format(first="Warm milk at the gate."), words) == []


RUN = "```sh\nvatctl {}\n```\n\n"
LED = (
    "# Dairy\n\n## P1 - Urgent cases\n\n### What counts\n\n- No milk leaves\n\n"
    "### Actions on the line (0-1 hour)\n\n{lead}#### {first}\n\n" + RUN.format("status")
    + "#### {second}\n\n" + RUN.format("cool")
)  # fmt: skip


def test_troubles_below_a_heading_that_leads_to_them_are_runbooks(words: Vocabulary) -> None:
    text = LED.format(lead="", first="Butter quota exceeded", second="Whey questions")
    assert titles(text, words) == ["Butter quota exceeded", "Whey questions"]


@pytest.mark.parametrize(
    ("lead", "first", "second"),
    [("", "Vat sizes", "Whey questions"), ("", "Diagnosis", "Vat is stuck"),
     ("", "Check the valve", "Vat is stuck"), ("", "Watch the vat", "Vat is stuck"),
     ("", "1. Vat is stuck", "2. Cool it"),
     ("- Ring the dairyman\n\n", "Vat is stuck", "Whey questions")],
)  # fmt: skip
def test_the_steps_of_a_level_are_none(
    lead: str, first: str, second: str, words: Vocabulary
) -> None:
    assert titles(LED.format(lead=lead, first=first, second=second), words) == []


def test_the_level_of_a_chapter_is_that_of_its_runbooks(words: Vocabulary) -> None:
    text = (
        "# Dairy\n\n## Severity levels\n\n- **P1 (High):** no milk\n- **P2 (Low):** warm milk\n\n"
        "## P1 High priority incidents\n\n### Vat cold\n\n**Symptoms:**\n- It is cold\n\n"
        "**Resolution:**\n" + RUN.format("heat")
    )
    (found,) = compile_playbook(text, words).runbooks
    assert (found.title, found.severity) == ("Vat cold", "P1")


STEPS = "1. **Identify**\n   - Taste the milk\n2. **Contain**\n   - Shut the hatch\n\n"


@pytest.mark.parametrize("head", ["SEV-1: Urgent", "Level 1: Urgent", "Stufe 1: Dringend"])
def test_the_course_of_one_trouble_of_a_level_is_not_that_of_all(
    head: str, words: Vocabulary
) -> None:
    troubles = "".join(f"#### {one}\n\n{STEPS}" for one in ("Vat leaking", "Milk stolen", "Mice"))
    text = f"# Dairy\n\n## Response process\n\n### {head}\n\n{troubles}"
    assert compile_playbook(text, words).phases == ()


def test_the_course_of_a_level_itself_may_be_that_of_all(words: Vocabulary) -> None:
    text = f"# Dairy\n\n## Response process\n\n### SEV-1: Urgent\n\n{STEPS}"
    assert [one.title for one in compile_playbook(text, words).phases] == ["Identify", "Contain"]


WORKED = "{} Kettle leaks\n\n1. Look\n2. Mend it\n\n{} Tea too weak\n\n1. Taste\n2. Brew again\n\n"
LEVELS = "## Severity\n\n| Level | What |\n|---|---|\n| P1 | no tea |\n| P2 | weak tea |\n\n"


@pytest.mark.parametrize(
    ("above", "depth"),
    [
        ("## Response procedures\n\n### P1 - No tea\n\n", "####"),
        ("## Runbooks\n\n### P1 - No tea\n\n", "####"),
        ("## P1 - No tea\n\n", "###"),
        ("## Kettle incidents (P1)\n\n", "###"),
        ("## Störungen am Kessel\n\n### P1 - Kein Tee\n\n", "####"),
    ],
)
def test_troubles_with_steps_below_a_level_are_its_runbooks(
    above: str, depth: str, words: Vocabulary
) -> None:
    said = f"# Tea\n\n{LEVELS}{above}{WORKED.format(depth, depth)}"
    found = compile_playbook(said, words).runbooks
    assert [(one.title, one.severity) for one in found] == [
        ("Kettle leaks", "P1"),
        ("Tea too weak", "P1"),
    ]


@pytest.mark.parametrize("title", ["Immediate actions", "1. Contain", "Recovery"])
def test_parts_below_a_level_are_no_runbooks(title: str, words: Vocabulary) -> None:
    work = f"### {title}\n\n1. Look\n\n### Kettle leaks\n\n1. Mend it\n"
    found = compile_playbook(f"# Tea\n\n{LEVELS}## P1 - No tea\n\n{work}", words).runbooks
    assert title not in {one.title for one in found}

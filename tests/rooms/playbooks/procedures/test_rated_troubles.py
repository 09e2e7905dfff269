"""Headings that begin with a level and go on with a trouble are runbooks, each with its steps."""

import pytest

from runcard.domain.playbooks.compile import compile_playbook
from runcard.domain.playbooks.vocabulary import Vocabulary

PAGE = (
    "# Dairy\n\n## Severity levels\n\n### P1: Critical\n\nNo milk.\n\n"
    "### P2: High\n\nWarm milk.\n\n## Response procedures\n\n"
    "### P1: Cold store down\n\n#### Step 1: Look\n\n```sh\nvatctl status\n```\n\n"
    "#### Step 2: Cool\n\n```sh\nvatctl restart\n```\n\n"
    "### {key}: {name}\n\n#### Step 1: Find it\n\n```sh\nvatctl log\n```\n\n"
    "#### Step 2: Swap it\n\n```sh\nvatctl swap\n```\n"
)


def test_a_level_that_comes_twice_heads_troubles(words: Vocabulary) -> None:
    found = compile_playbook(PAGE.format(key="P1", name="Valve stuck"), words)
    assert [one.title for one in found.runbooks] == ["P1: Cold store down", "P1: Valve stuck"]
    assert [one.severity for one in found.runbooks] == ["P1", "P1"]
    assert found.phases == ()


@pytest.mark.parametrize("name", ["High", "Response"])
def test_each_level_once_is_the_course_of_its_incidents(name: str, words: Vocabulary) -> None:
    found = compile_playbook(PAGE.format(key="P2", name=name), words)
    assert [one.title for one in found.phases] == ["Step 1: Look", "Step 2: Cool"]


TABLE = "## Severity\n\n| Level | Meaning | Answer |\n|--|--|--|\n{rows}\n\n"
LEVELS = TABLE.format(rows="| SEV1 | no milk | 5 min |\n| SEV2 | warm milk | 1 h |")
NAMED = TABLE.format(
    rows="| SEV1 - Cold store down | no milk | 5 min |\n| SEV2 - Valve stuck | – | 1 h |"
)
STEPS = "1. Look at the vat\n2. Cool it\n"
ROWS = "| Step | Action | Who |\n|--|--|--|\n| 1 | Look at the vat | Mate |\n| 2 | Cool it | Bo |\n"


@pytest.mark.parametrize(
    ("defined", "heads", "work", "count"),
    [
        (LEVELS, ("SEV1: Cold store down", "SEV2: Valve stuck"), STEPS, 2),
        (LEVELS, ("SEV1: Kühlhaus ausgefallen", "SEV2: Ausfall am Ventil"), ROWS, 2),
        (LEVELS, ("SEV1: Critical", "SEV2: High"), STEPS, 0),
        (NAMED, ("SEV1: Cold store down", "SEV2: Valve stuck"), STEPS, 0),
    ],
)
def test_levels_defined_elsewhere_head_troubles_of_other_names(
    defined: str, heads: tuple[str, ...], work: str, count: int, words: Vocabulary
) -> None:
    told = "".join(f"### {head}\n\n{work}\n" for head in heads)
    text = f"# Dairy\n\n{defined}## Response procedures\n\n{told}"
    found = compile_playbook(text, words)
    assert [one.title for one in found.runbooks] == list(heads[:count])
    assert not (count and found.phases)


@pytest.mark.parametrize(
    ("part", "count"), [("Recovery steps", 2), ("Abhilfe", 2), ("Background", 1), ("Contacts", 1)]
)
def test_the_steps_of_a_trouble_may_stand_in_a_part_of_it(
    part: str, count: int, words: Vocabulary
) -> None:
    bold = "1. **Look at the vat**\n   - by lamp\n2. **Cool it**\n   - with ice\n"
    heads = ("SEV2: Valve stuck", "SEV1/SEV2: Cold store down")
    told = f"### {heads[0]}\n\n{STEPS}\n### {heads[1]}\n\n#### {part}\n\n{bold}"
    found = compile_playbook(f"# Dairy\n\n{LEVELS}## Response procedures\n\n{told}", words)
    assert [one.title for one in found.runbooks] == list(heads[:count])
    assert found.phases == ()

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

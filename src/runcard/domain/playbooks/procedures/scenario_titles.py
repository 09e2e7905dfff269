"""Titles that say by themselves that a runbook follows: `Scenario 1 – …`, `Runbook: disk full`."""

import re

from runcard.domain.playbooks.vocabulary import Vocabulary
from runcard.domain.playbooks.words import untitled, without_emoji

# The last letter of `PROCEDURES` counts nothing.
SCENARIO = re.compile(r"^([^\W\d_]+)[\s-]*(?:\d+|(?<![A-Z])[A-Z]\b)")
TITLED = re.compile(r"^([^\W\d_]+)\s*[:：]\s*\S")


def is_scenario(title: str, words: Vocabulary) -> bool:
    """`Scenario 1 – …`, `Card B: …`, `Playbook A: …`."""
    found = SCENARIO.match(without_emoji(title))
    return found is not None and words.process.exactly(found.group(1)) == "scenario"


def is_titled(title: str, words: Vocabulary) -> bool:
    """`Runbook: mail queue full`."""
    found = TITLED.match(without_emoji(untitled(title)))
    return found is not None and words.process.exactly(found.group(1)) == "scenario"

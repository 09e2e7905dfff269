"""Labels in front of the level of a runbook: `Severity`, `Typical severity`, `目安レベル`."""

import re

from runcard.domain.playbooks.procedures.asked import unasked
from runcard.domain.playbooks.vocabulary import Vocabulary
from runcard.domain.playbooks.words import without_emoji

JOINERS = " のな"
REMARKS = {"note", "warning"}
COLON = re.compile(r"\s*[:：]")


def names_rating(label: str, words: Vocabulary) -> bool:
    """A word for a level, alone or beside one that says it is so as a rule."""
    if words.labels.exactly(label) == "key":
        return True
    for one in words.rates.matches(label):
        if "usual" in words.rates.phrases[one.group()]:
            rest = f"{label[: one.start()]} {label[one.end() :]}".strip(JOINERS)
            return words.labels.exactly(rest) == "key"
    return False


def is_aside(label: str, words: Vocabulary) -> bool:
    """Objectives, remarks and severities stand beside the work; so does a whole sentence behind
    such a word: `WARNING: this deletes the ledger`."""
    head = COLON.split(without_emoji(label))[0]
    is_remark = words.objectives.exactly(head) in REMARKS
    is_known = words.objectives.exactly(unasked(label)) is not None
    return is_remark or is_known or names_rating(label, words)

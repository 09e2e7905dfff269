"""Labels in front of the level of a runbook: `Severity`, `Typical severity`, `目安レベル`."""

from runcard.domain.playbooks.vocabulary import Vocabulary

JOINERS = " のな"


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
    """Objectives, remarks and severities stand beside the work."""
    return words.objectives.exactly(label) is not None or names_rating(label, words)

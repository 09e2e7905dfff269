"""Entries below a label such as `Response requirements:`, each of which may promise something else:
who hears of it, by when somebody answers, by when it is mended."""

from runcard.domain.playbooks.levels.entries import Statement
from runcard.domain.playbooks.levels.meanings import sentence_statements
from runcard.domain.playbooks.times.clauses import TIMES
from runcard.domain.playbooks.vocabulary import Vocabulary

TOLD = {*TIMES, "communication", "escalation", "review"}


def required_statements(
    text: str, line: int, listing: tuple[str, ...], words: Vocabulary
) -> list[Statement]:
    """What an entry tells by its own words, else what the label says; where somebody gets notice,
    who has no part in the answer, that is what it is about."""
    is_notice = words.rungs.speaks_of(text, "notice") or words.rungs.speaks_of(text, "told")
    if is_notice and not words.labels.speaks_of(text, "response"):
        return [Statement(("communication",), text, line)]
    own = [*sentence_statements(text, line, words, first=1)]
    if any(one.concepts[:1] and one.concepts[0] in TOLD for one in own):
        return own
    return [Statement(listing, text, line, bullet=True)]

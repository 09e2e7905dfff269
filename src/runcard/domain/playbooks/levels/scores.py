"""Scores by which levels are told apart, `CVSS 9.0-10.0`: what a level means, and no name of it."""

import re
from collections.abc import Sequence

from runcard.domain.playbooks.vocabulary import Vocabulary

NUMBER = r"\d+(?:[.,]\d+)?"
SCORE = re.compile(
    rf"^(?:[^\W\d_]{{2,12}}(?:\s+v?\d\.\d)?\s*:?\s*)?"
    rf"(?:[<>≥≤=]+\s*{NUMBER}|{NUMBER}\s*(?:[-–—~〜]|to|bis|a|à|até|al)\s*{NUMBER}|\d+[.,]\d|\d+\+)"
    r"(?:\s*(?:%|[^\W\d_]{1,8}))?$",
    re.IGNORECASE,
)


def is_score(said: str) -> bool:
    """`9.0-10.0`, `CVSS ≥ 9`, `score 70–89`, `90+ points`."""
    return SCORE.match(said.strip()) is not None


def score_among(heads: Sequence[str], words: Vocabulary) -> int | None:
    """The column of a table of levels that says which scores are of each."""
    named = (at for at, head in enumerate(heads) if at and words.columns.exactly(head) == "score")
    return next(named, None)

"""The criteria of a document as something an alert can be held against: words and thresholds."""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from runcard.domain.alerts.readings import Reading, Threshold, thresholds_in
from runcard.domain.playbooks.model import Severity, Text
from runcard.domain.playbooks.words import folded

CAMEL = re.compile(r"(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])")
WORD = re.compile(r"[^\W\d_]{2,}")
WIDE = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
CLAUSES = re.compile(r"[,;、。；]\s*|\s+(?:or|oder|ou|o|или)\s+|、|或")
NEGATED = re.compile(
    r"(?<!\w)(?:no|not|without|never|kein\w*|ohne|sans|sin|sem|pas|senza|geen)(?!\w)"
)
NON = re.compile(r"\bnon[- ](?=\w)")
ENDINGS = (
    "ations", "ation", "ures", "ure", "ions", "ion", "ings", "ing", "ed", "es", "s", "e",
)  # fmt: skip
SHORTEST_STEM = 3
EMPTY = frozenset({
    "the", "and", "for", "with", "from", "that", "this", "are", "is", "was", "has", "have", "of",
    "in", "on", "at", "to", "by", "an", "as", "be", "more", "than", "over", "above", "all", "any",
    "some", "many", "few", "most", "issue", "problem", "impact", "user", "customer", "affect",
    "significant", "major", "minor", "der", "die", "das", "und", "für", "mit", "le", "la", "les",
    "des", "du", "et", "el", "los", "las", "del", "de", "da", "do", "em", "con", "com", "per", "na",
})  # fmt: skip
MOST_WHOLE = 4
"""Up to so many words all must be met; of longer clauses three quarters."""
LONGEST_TEXT = 4000
THRESHOLD_COUNTS = 2


@dataclass(frozen=True, slots=True)
class Criterion:
    """One clause of one line: the stems it needs and the bounds it sets."""

    key: str
    rank: int
    line: int
    said: str
    stems: frozenset[str]
    thresholds: tuple[Threshold, ...] = ()


@dataclass(frozen=True, slots=True)
class Evidence:
    """An alert as stems, text and readings."""

    stems: frozenset[str]
    text: str
    readings: tuple[Reading, ...]


def criteria_of(levels: Sequence[Severity]) -> tuple[Criterion, ...]:
    """Every clause of every definition and example, the worst level first."""
    return tuple(
        one
        for rank, level in enumerate(levels)
        for text in lines_of(level)
        for one in clauses_of(text, level.key, rank)
    )


def lines_of(level: Severity) -> list[Text]:
    definition = [] if level.definition is None else [level.definition]
    return [*definition, *level.examples]


def clauses_of(text: Text, key: str, rank: int) -> Iterator[Criterion]:
    """A line's clauses; one with a negation is left out, since words alone would turn it round."""
    for clause in CLAUSES.split(text.text):
        stems = stems_of(clause)
        if NEGATED.search(folded(clause)) or not (stems or WIDE.search(clause)):
            continue
        bounds = thresholds_in(clause)
        if len(stems) > 1 or bounds or is_one_strong_word(clause, stems):
            yield Criterion(key, rank, text.line, clause.strip(), stems, bounds)


def is_one_strong_word(clause: str, stems: frozenset[str]) -> bool:
    """`Outage` alone is a criterion, `Bugs` among other words is none."""
    if WIDE.search(clause):
        return len(clause.strip()) > 1
    return len(stems) == 1 and len(WORD.findall(clause)) == 1 and len(clause.strip()) > MOST_WHOLE


def score(criterion: Criterion, evidence: Evidence) -> int:
    """How specifically a criterion is met; 0 where it is not."""
    if WIDE.search(criterion.said):
        return len(criterion.said) if folded(criterion.said) in evidence.text else 0
    met = len(criterion.stems & evidence.stems)
    if not criterion.thresholds:
        return met if met >= needed(len(criterion.stems)) else 0
    verdicts = [one.holds(evidence.readings) for one in criterion.thresholds]
    if any(verdict is False for verdict in verdicts):
        return 0
    if any(verdict is None for verdict in verdicts):
        return met if met >= needed(len(criterion.stems)) else 0
    is_about = met * 2 >= len(criterion.stems) and met > 0
    return met + THRESHOLD_COUNTS if is_about else 0


def needed(count: int) -> int:
    """How many of a clause's words must be met."""
    return count if count <= MOST_WHOLE else -(-3 * count // 4)


def stems_of(text: str) -> frozenset[str]:
    """The words that carry meaning, cut to their stems; `BackupFailed` is two words."""
    spaced = CAMEL.sub(" ", text.replace("_", " "))
    words = WORD.findall(NON.sub("non", folded(spaced)))
    return frozenset(stem(word) for word in words if word not in EMPTY) - EMPTY


@lru_cache(maxsize=8192)
def stem(word: str) -> str:
    """`failed`, `failing` and `failures` are `fail`."""
    plain = unicodedata.normalize("NFKD", word)
    bare = "".join(sign for sign in plain if not unicodedata.combining(sign))
    for ending in ENDINGS:
        is_long = len(bare) - len(ending) >= SHORTEST_STEM
        if is_long and bare.endswith(ending) and not bare.endswith("ss"):
            return bare[: -len(ending)]
    return bare

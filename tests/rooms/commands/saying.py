"""A judgement in the words that tables and tests use: `mutating perishable unbounded`."""

from runcard.domain.commands.classify import Bench
from runcard.domain.commands.judge import judge
from runcard.domain.commands.model import Evidence, Risk


def said(text: str, bench: Bench) -> str:
    return in_words(judge(text, bench).risk)


def in_words(risk: Risk) -> str:
    words = [risk.effect.word]
    words += [] if risk.evidence is Evidence.NONE else [risk.evidence.word]
    words += [] if risk.bounded else ["unbounded"]
    words += ["interactive"] if risk.interactive else []
    return " ".join(words)

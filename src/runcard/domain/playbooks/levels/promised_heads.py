"""What stands behind the key of a level and promises something instead of naming it: `P1 - Respond
within 15 minutes`, `LOW — Handle by tomorrow`."""

from runcard.domain.playbooks.times.clauses import TIMES
from runcard.domain.playbooks.times.grammar import Span, one_promise, spans_in
from runcard.domain.playbooks.times.named_promises import promises_in
from runcard.domain.playbooks.vocabulary import Vocabulary
from runcard.domain.playbooks.words import folded

DAY = "day"
AROUND = " .,:：-–—"


def is_only_promise(said: str, words: Vocabulary) -> bool:
    """One time, and beside it no more than the name of a promise or a word for beginning."""
    spans = spans_in(said, words)
    span = one_promise(spans)
    if span is None or not _is_told_to_the_day(span):
        return False
    beside = f"{said[: spans[0].start].strip(AROUND)} {said[spans[-1].end :].strip(AROUND)}".strip()
    return not beside or words.labels.exactly(beside) in TIMES or _is_begun(beside, words)


def promises_of(remark: str, words: Vocabulary) -> list[tuple[str, str]]:
    """What a remark promises: `respond in 15 min, fix within 4 hours` names each; beside a word for
    beginning, or nothing, it is the answer."""
    named = list(promises_in(remark, words))
    if named and not named[0][0].startswith("cadence"):
        return named
    return [("response", _without_beginning(remark, words))]


def _without_beginning(said: str, words: Vocabulary) -> str:
    """`the same day` of `Act the same day`."""
    spans = spans_in(said, words)
    before = said[: spans[0].start] if spans else ""
    return said[spans[0].start :] if spans and _is_begun(before.strip(AROUND), words) else said


def _is_begun(said: str, words: Vocabulary) -> bool:
    return "begins_work" in words.talk.phrases.get(folded(said), ())


def _is_told_to_the_day(span: Span) -> bool:
    """`Immediate` and `Backlog` may be names."""
    return bool(span.seconds) or DAY in (span.calendar or "")

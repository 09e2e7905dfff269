"""Promises that running text makes by their names: `Start within 15 min`, `fix it in 4 hours`."""

from collections.abc import Iterator
from dataclasses import replace

from runcard.domain.playbooks.page.blocks import label_of
from runcard.domain.playbooks.times.clauses import COMMA, TIMES
from runcard.domain.playbooks.times.grammar import Span, one_promise, spans_in
from runcard.domain.playbooks.times.tokens import Kind
from runcard.domain.playbooks.times.working_hours import with_hours_beside, with_their_hours
from runcard.domain.playbooks.vocabulary import Vocabulary
from runcard.domain.playbooks.words import folded

FEW_SIGNS = 12
SMALL = 3
A_DAY = 86400


def promises_in(sentence: str, words: Vocabulary) -> Iterator[tuple[str, str]]:
    """`Start within 15 min`, `Answered within an hour, day and night`, `20分ごとに共有する`: the
    concept that a clause begins with, and the time it states, each in its own clause."""
    sentence = _behind_a_label(sentence, words)
    for clause in with_their_hours(sentence, COMMA.split(sentence), words):
        spans = spans_in(clause, words)
        span = one_promise(spans)
        if span is None or span.leads & {Kind.OVER, Kind.DURING}:
            continue
        said = with_hours_beside(clause, spans)
        if span.is_period and _is_about_updates(clause, span, words):
            yield "cadence", said
        elif not span.is_period:
            first = replace(span, start=spans[0].start)
            concept = _leading_concept(clause, first, words)
            if concept is not None:
                yield concept, said


def _behind_a_label(sentence: str, words: Vocabulary) -> str:
    """`SLA: 15 minutes to acknowledge, 4 hours to resolve`: the times name what is promised."""
    label = label_of(sentence)
    if label is None or words.labels.find(label.name) is not None:
        return sentence
    spans = spans_in(label.value, words)
    opens = bool(spans) and spans[0].start == 0 and not spans[0].is_period
    return label.value if opens else sentence


def _is_about_updates(clause: str, span: Span, words: Vocabulary) -> bool:
    """By a word for an update; several times a day, also because somebody `is told`."""
    if words.talk.speaks_of(clause, "update") or words.labels.speaks_of(clause, "cadence"):
        return True
    is_told = words.rungs.speaks_of(clause, "told") or words.talk.speaks_of(clause, "read_again")
    return is_told and 0 < (span.seconds or 0) < A_DAY


def _leading_concept(clause: str, span: Span, words: Vocabulary) -> str | None:
    """The promise named at the head of the clause, or directly behind the time; `acknowledges the
    page` in front of it; the first work, `investigate at once`, is the answer."""
    for found in words.labels.matches(clause):
        concept = words.labels.phrases[found.group()][0]
        between = clause[found.end() : span.start].strip(" :：")
        # `fix it within 4 hours`, `atención el siguiente día hábil`.
        is_small = between.isalpha() and between.isascii() and len(between) <= SMALL
        is_small |= _is_as_much_as(between, words)
        near = found.start() <= span.start and (not between or is_small)
        behind = found.start() >= span.end and len(clause) - span.end <= FEW_SIGNS
        # `10 min to first response`: a short clause that the time begins.
        behind |= span.start == 0 and found.end() == len(clause.rstrip(" .。"))
        if concept in TIMES and (near or behind):
            return concept
    if words.talk.speaks_of(clause[: span.start], "takes_alarm"):
        return "acknowledge"
    if _is_first_work(clause[: span.start], words):
        return "response"
    return _aim(clause[: span.start], words)


def _is_as_much_as(between: str, words: Vocabulary) -> bool:
    """`beträgt`, `es de`: between the name of what is promised and how long it may take."""
    first, *others = between.split() or [""]
    is_amount = "amounts" in words.particles.phrases.get(folded(first), ())
    return is_amount and all(
        words.particles.exactly(one) == "article" or words.means.exactly(one) == "of"
        for one in others
    )


def _aim(before: str, words: Vocabulary) -> str | None:
    """`The target is` without another name is that of the repair."""
    aims = [one for one in words.talk.matches(before) if "aim" in words.talk.phrases[one.group()]]
    said = before[: aims[-1].start()].strip() if aims else ""
    is_first = bool(aims) and (not said or words.particles.exactly(said) == "article")
    is_bare = is_first and _is_as_much_as(before[aims[-1].end() :].strip(), words)
    return "resolution" if is_bare else None


def _is_first_work(before: str, words: Vocabulary) -> bool:
    """`investigate`, `triage`, and nothing else in front of the time."""
    return words.meanings.exactly(before.strip(" :：")) == "investigate"

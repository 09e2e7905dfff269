"""The points of a review meeting, told in one sentence whose times add up to its length."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from runcard.domain.playbooks.model import Text
from runcard.domain.playbooks.nouns.appendix import AgendaPoint
from runcard.domain.playbooks.particles import without_article, without_lead
from runcard.domain.playbooks.times.clauses import COMMA, sentences
from runcard.domain.playbooks.times.grammar import Span, spans_in
from runcard.domain.playbooks.times.tokens import Kind
from runcard.domain.playbooks.vocabulary import Vocabulary
from runcard.domain.playbooks.words import has_letters, plain

LEAD = re.compile(r"^[^,，、:：;；(（]{0,80}[,，、:：;；(（]\s*")
BEFORE_A_TIME = re.compile(r"\s*(?:[(（:：–—-]|には|に|は|を|에는|에)\s*$")
ENDS = " .。,，、;；:：()（）–—-"
AGENDA = re.compile(r"^[^:：]{2,80}[:：]")
LONGEST = 600
LONGEST_MEETING = 3 * 3600
LONGEST_POINT = 80
FEWEST, FEWEST_COUNTED = 2, 3
DIGITS = re.compile(r"\d+")


def told_agenda(said: Sequence[Text], words: Vocabulary) -> tuple[AgendaPoint, ...]:
    """`The meeting takes an hour: the story (20 min), causes (30 min), tasks (10 min).`"""
    for line in said:
        for sentence in sentences(plain(line.text)[:LONGEST]):
            points = _points_in(sentence, line.line, words)
            if points:
                return points
    return ()


def _points_in(sentence: str, line: int, words: Vocabulary) -> tuple[AgendaPoint, ...]:
    spans = [*_titled(sentence, words), *filter(_is_length, spans_in(sentence, words))]
    whole, parts = spans[0] if spans else None, spans[1:]
    if whole is None or len(parts) < FEWEST or whole.seconds not in {None, _sum_of(parts)}:
        return ()
    read = _behind_times if _lead_their_points(sentence, spans, words) else _before_times
    titles = [*read(sentence, spans, words)]
    are_points = all(has_letters(one) and len(one) <= LONGEST_POINT for one in titles)
    if not are_points:
        return ()
    return tuple(
        AgendaPoint(title, line, span.value(sentence, line))
        for title, span in zip(titles, parts, strict=True)
    )


def _titled(sentence: str, words: Vocabulary) -> Iterator[Span]:
    """`The agenda is always the same: facts (10 min), causes (20 min)`: no time of the whole; or
    `Three parts: facts 10 min, causes 20 min, tasks 5 min`, which says how many they are."""
    found = AGENDA.match(sentence)
    lead = found.group() if found is not None else ""
    is_led = words.review.speaks_of(lead, "agenda") or _counts(lead, sentence, words)
    if is_led and not spans_in(lead, words):
        yield Span(0, len(lead) - 1, None)


def _counts(lead: str, sentence: str, words: Vocabulary) -> bool:
    """Whether the lead has the number of the times behind it; two may be by chance."""
    times = len([*filter(_is_length, spans_in(sentence[len(lead) :], words))])
    counts = {
        said for one in words.numbers.matches(lead) for said in words.numbers.phrases[one.group()]
    }
    return times >= FEWEST_COUNTED and str(times) in {*counts, *DIGITS.findall(lead)}


def _lead_their_points(sentence: str, spans: Sequence[Span], words: Vocabulary) -> bool:
    """`20 minutes for the story`, `: 20 minutes the story`."""
    whole, first, *_ = spans
    behind = sentence[first.end :].strip()
    is_for = without_lead(behind, "purpose", words) != behind
    return is_for or not LEAD.sub("", sentence[whole.end : first.start]).strip(ENDS)


def _is_length(span: Span) -> bool:
    is_wait = bool(span.leads & {Kind.AFTER, Kind.UNDER, Kind.OVER})
    return not (span.is_period or is_wait) and 0 < (span.seconds or 0) <= LONGEST_MEETING


def _sum_of(spans: Sequence[Span]) -> int:
    return sum(one.seconds or 0 for one in spans)


def _before_times(sentence: str, spans: Sequence[Span], words: Vocabulary) -> Iterator[str]:
    """`the story (20 min)`, `話に20分`: what is between the time before and its own; the first
    stands behind a comma or a colon."""
    for number, (before, span) in enumerate(pairwise(spans)):
        between = sentence[before.end : span.start]
        said = between if number else LEAD.sub("", between)
        said = BEFORE_A_TIME.sub("", said).strip(ENDS)
        yield without_article(without_lead(said, "and", words).strip(ENDS), words)


def _behind_times(sentence: str, spans: Sequence[Span], words: Vocabulary) -> Iterator[str]:
    """`20 minutes for the story, 30 for …`: up to the comma or the `and` in front of the next."""
    ends = [*(one.start for one in spans[2:]), len(sentence)]
    for span, end in zip(spans[1:], ends, strict=True):
        said = COMMA.split(sentence[span.end : end], maxsplit=1)[0]
        bare = without_lead(said.strip(ENDS), "purpose", words)
        yield without_article(bare, words).strip(ENDS)

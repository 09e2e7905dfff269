"""Duties of the law: told to an authority too late, or with no word on by when."""

import re
from collections.abc import Iterator

from runcard.domain.playbooks.checks import hints
from runcard.domain.playbooks.facts import Facts, Said
from runcard.domain.playbooks.model import Finding, Playbook
from runcard.domain.playbooks.times.grammar import spans_in

SENTENCE = re.compile(r"(?<=[^\W\d_]{2})[.;!?]\s|[。；]|(?<=\d)[.;]\s+(?=[A-ZÀ-Þ])")
AUTHORITY = {"data_authority", "authority"}
WHOM = {*AUTHORITY, "law", "officer"}
DAY = 86400
ALLOWED = 3 * DAY  # the data protection law of Europe; that of Brazil has three working days
# A role is named with what it may do, and no duty of this incident.
ELSEWHERE = {"roles", "templates", "drills", "review"}


def check(playbook: Playbook, facts: Facts) -> Iterator[Finding]:
    """What is wrong with how authorities are told."""
    messages = {
        at
        for one in playbook.templates
        for at in range(one.text_line, one.text_line + one.text.count("\n") + 1)
    }
    duties = [
        (said, sentence)
        for said in facts.said_of("duties")
        if said.line not in messages
        for sentence in SENTENCE.split(said.text)
        if facts.speaks("duties", sentence) & WHOM
    ]
    for said, sentence in duties:
        yield from _too_late(said, sentence, facts)
    drawn = (facts.page.lines[line - 1] for line in facts.lines_of("duties"))
    timed = any(_is_timed(sentence, facts) for _, sentence in duties)
    if not timed and not any(_is_timed(text, facts) for text in drawn):
        open_ended = next((one for one in duties if _is_open(*one, facts)), None)
        if open_ended is not None:
            said, sentence = open_ended
            yield facts.finding("RC214", said.line, f"“{sentence.strip()[:90]}”")


def _too_late(said: Said, sentence: str, facts: Facts) -> Iterator[Finding]:
    """More than 72 hours, where personal data is concerned."""
    around = f"{facts.titles(said.section)} | {said.text}"
    is_data = facts.speaks("duties", around) & {"data_authority", "law", "personal", "officer"}
    if not is_data or "tells" not in facts.speaks("duties", sentence):
        return
    spans = [span for span in spans_in(sentence, facts.words) if span.seconds]
    if not spans or any(span.calendar for span in spans):
        return
    first = min(spans, key=lambda span: span.seconds or 0)
    # Whoever has to report within that time is told so much earlier; in a chapter on what
    # authorities are told, it is he who reports.
    spoken = facts.speaks("duties", sentence)
    told = spoken | facts.speaks("duties", said.section.title)
    is_officer = "officer" in spoken and not told & {*AUTHORITY, "law"}
    late = (first.seconds or 0) > ALLOWED or (is_officer and first.seconds == ALLOWED)
    if late and not first.is_period:
        words = sentence[first.start : first.end].strip()
        yield facts.marked(facts.finding("RC213", said.line, f"“{words}”"), words)


def _is_timed(sentence: str, facts: Facts) -> bool:
    """Anywhere a time for an authority."""
    named = facts.speaks("duties", sentence) & {*AUTHORITY, "law"}
    return bool(named) and bool(spans_in(sentence, facts.words))


def _is_for_an_authority(told: frozenset[str], sentence: str, facts: Facts) -> bool:
    """By its name; or by the law alone, where it does not say that customers are told."""
    if told & AUTHORITY:
        return True
    return "law" in told and "public" not in facts.speaks("told_times", sentence)


def _is_open(said: Said, sentence: str, facts: Facts) -> bool:
    """An order to tell an authority, and not what somebody in a list may do."""
    told = facts.speaks("duties", sentence)
    is_order = "tells" in told and _is_for_an_authority(told, sentence, facts)
    is_listed = (
        hints.is_list_of_people(said.section, facts) or facts.about(said.section) & ELSEWHERE
    )
    is_aim = bool(facts.speaks("chapters", said.section.title) & {"purpose"})
    is_pointed = bool(facts.speaks("references", sentence) & {"below"})
    is_decided = bool(facts.speaks("duties", sentence) & {"counsel"})
    is_theirs = bool(facts.speaks("people", sentence) & {"tells_us"})
    is_ours = is_order and "officer" not in told and not (is_theirs or is_decided)
    return is_ours and not (is_listed or is_aim or is_pointed)

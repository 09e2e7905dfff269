"""Sentences that let a page wait longer than its level promises."""

from collections.abc import Iterator, Sequence

from runcard.domain.playbooks.facts import Facts, Said
from runcard.domain.playbooks.levels.mentions import keys_in
from runcard.domain.playbooks.model import Finding, Playbook, Severity, TimeValue
from runcard.domain.playbooks.times.clauses import sentences
from runcard.domain.playbooks.times.grammar import Span, spans_in

ELSEWHERE = {"severity", "templates", "escalation", "contacts", "review", "drills", "metrics"}
NO_ORDERS = {"templates", "review", "drills", "metrics"}
DAY = 86400  # so long nobody lets a page ring: something else is to be confirmed
NOT_AN_ANSWER = {"unanswered", "no_progress"}


def check(playbook: Playbook, facts: Facts) -> Iterator[Finding]:
    """`Acknowledge within 30 minutes`, where the worst level is to be answered in 15."""
    levels = [level for level in playbook.severities if _due(level) is not None]
    known = {time.line for level in levels if (time := _due(level)) is not None}
    known |= {step.line for chain in playbook.chains for step in chain.steps}
    for said in facts.said if levels else ():
        if said.kind == "row" or said.line in known:
            continue
        if facts.about(said.section) & ELSEWHERE:
            if "escalation" in facts.about(said.section):
                yield from _sooner(said.text.partition(";")[0], said, levels, facts)
            continue
        for sentence in sentences(said.text):
            yield from _late(sentence, said, levels, facts)


def is_each_answered(levels: Sequence[Severity], facts: Facts) -> bool:
    """`Acknowledge the page within 5 minutes`, of whatever level it is."""
    return any(
        acknowledges(sentence, facts)
        and not keys_in(sentence, levels, facts.words)
        and _wait(sentence, facts) is not None
        for said in facts.said
        if said.kind != "row" and not facts.about(said.section) & NO_ORDERS
        for sentence in sentences(said.text)
    )


def _due(level: Severity) -> TimeValue | None:
    """By when somebody must have taken the page, in a time that can be compared."""
    for time in (level.acknowledge, level.response):
        if time is not None and time.seconds:
            return time
    return None


def _late(sentence: str, said: Said, levels: list[Severity], facts: Facts) -> Iterator[Finding]:
    wait = _wait(sentence, facts)
    if wait is None or wait.seconds is None:
        return
    named = keys_in(sentence, levels, facts.words)
    is_order = acknowledges(sentence, facts)
    if is_order and not named and wait.seconds >= DAY:
        return
    if not is_order and not (named and facts.speaks("prose", sentence) & {"responds"}):
        return
    meant = [level for level in levels if level.key in named] if named else levels[:1]
    for level in meant:
        due = _due(level)
        if due is not None and due.seconds and wait.seconds > due.seconds:
            text = sentence[wait.start : wait.end].strip()
            if is_order:
                yield facts.finding("RC105", said.line, f"{level.key}: “{text}”", due.text)
            else:
                about = f"{level.key} response: “{due.text}” in line {due.line}, “{text}” here"
                yield facts.finding("RC104", said.line, about)
            return


def _sooner(clause: str, said: Said, levels: list[Severity], facts: Facts) -> Iterator[Finding]:
    """`P2 is responded to within 40 minutes`, or it goes on, where its definition allows an
    hour. Outside the escalation a shorter time is an aim of the house's own."""
    if not facts.speaks("prose", clause) >= {"responds", "bound"} or acknowledges(clause, facts):
        return
    wait = _wait(clause, facts)
    named = keys_in(clause, levels, facts.words)
    due = next((one.response for one in levels if [one.key] == list(named)), None)
    if wait is not None and due is not None and (due.seconds or 0) > (wait.seconds or 0):
        text = clause[wait.start : wait.end].strip()
        about = f"{named[0]} response: “{due.text}” in line {due.line}, “{text}” here"
        yield facts.finding("RC104", said.line, about)


def _wait(sentence: str, facts: Facts) -> Span | None:
    """The one time of the sentence, if it speaks of nothing else that waits."""
    spans = [span for span in spans_in(sentence, facts.words) if span.seconds]
    if len(spans) != 1 or spans[0].is_period or spans[0].min_seconds:
        return None
    if facts.speaks("prose", sentence) & NOT_AN_ANSWER or facts.speaks("outsiders", sentence):
        return None
    return spans[0]


def acknowledges(sentence: str, facts: Facts) -> bool:
    """An order to take the page; what is due `15 minutes after the acknowledgement` is another."""
    word = facts.word("prose", "acknowledges", sentence)
    if word is None:
        return "acknowledge" in facts.words.talk.all(sentence)
    before, _, behind = sentence.partition(word)
    if "to" in facts.words.time_words.all(behind.strip("*_ ").partition(" ")[0]):
        return False  # `acknowledgement to first message: under an hour`
    before = before.rstrip()
    return not any(
        one.end() == len(before) and "counts_from" in facts.words.particles.phrases[one.group()]
        for one in facts.words.particles.matches(before)
    )

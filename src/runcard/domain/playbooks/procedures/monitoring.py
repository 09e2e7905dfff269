"""How long a repaired system is watched before the incident may close."""

from runcard.domain.playbooks.model import TimeValue
from runcard.domain.playbooks.page.blocks import Outline, prose
from runcard.domain.playbooks.times.grammar import spans_in
from runcard.domain.playbooks.topics import topics
from runcard.domain.playbooks.vocabulary import Vocabulary
from runcard.domain.playbooks.words import plain

ELSEWHERE = {"severity", "drills", "contacts", "escalation", "roles", "runbooks"}


def monitoring_period(page: Outline, words: Vocabulary) -> TimeValue | None:
    """`Monitor for 25 minutes`: the first one outside runbooks and definitions."""
    for section in page.sections:
        if topics(page, section, words) & ELSEWHERE:
            continue
        for line in prose(section):
            text = plain(line.text)
            if words.talk.speaks_of(text, "monitor"):
                for span in spans_in(text, words):
                    if span.seconds and not span.is_period:
                        return span.value(text, line.line)
    return None

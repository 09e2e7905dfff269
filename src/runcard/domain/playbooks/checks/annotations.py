"""Annotations that settle nothing."""

from collections.abc import Iterator

from runcard.domain.playbooks.facts import Facts
from runcard.domain.playbooks.model import Finding


def check(facts: Facts) -> Iterator[Finding]:
    """RC093: not understood, or about something that this document does not have."""
    for one in facts.unclear:
        yield facts.finding("RC093", one.line, f"“{one.written}”")

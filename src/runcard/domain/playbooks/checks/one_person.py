"""Two rungs of a chain behind which one person stands."""

from collections.abc import Iterator

from runcard.domain.playbooks.facts import Facts
from runcard.domain.playbooks.model import Finding


def check(facts: Facts) -> Iterator[Finding]:
    """Two rungs that are one person are one rung; who may have two roles is another matter."""
    for said in facts.said_of("people"):
        word = facts.word("people", "one_person", said.text)
        if word is not None and "roles" not in facts.about(said.section):
            yield facts.marked(facts.finding("RC309", said.line, f"“{word}”"), word)

"""A judge of commands for tests of the linter: by a few plain words, handed in through the port."""

import re
from dataclasses import replace
from datetime import date

from runcard.domain.commands.model import Effect, Evidence, Risk
from runcard.domain.playbooks.compile import read_document
from runcard.domain.playbooks.lint import findings_of
from runcard.domain.playbooks.model import Finding
from runcard.domain.playbooks.vocabulary import Vocabulary

TODAY = date(2026, 11, 25)
DESTROYS = re.compile(
    r"\brm -r|FLUSH|\bdelete\b|-delete\b|\bdrop\b|\bprune\b|\bpurge|terminate_backend|restore"
    r"|\bREPAIR|kill -9|< .*\.sql",
    re.IGNORECASE,
)
CHANGES = re.compile(
    r"restart|reload|\bscale\b|\bapply\b|\bup\b|\bstop\b|\bstart\b|iptables -[AID]|POST|PUT|\bset\b"
    r"|rollout undo|rollback|\bmask\b|\bdeploy\b|install|modify|commit|push|ALTER|\bcp\b|Restart|"
    r"Disable|reboot|update-service|site\.yml|\bmaintenance\b",
    re.IGNORECASE,
)


def judge(text: str, language: str) -> Risk:
    """Destructive, mutating or read-only."""
    if DESTROYS.search(text):
        return Risk(Effect.DESTRUCTIVE, Evidence.DESTROYS)
    if CHANGES.search(text):
        return Risk(Effect.MUTATING, Evidence.PERISHABLE)
    return Risk()


def found_in(text: str, words: Vocabulary) -> tuple[Finding, ...]:
    """Every finding of a document, on a day that does not change."""
    reading = read_document(text, words)
    facts = replace(reading.facts, today=TODAY, judge=judge)
    return findings_of(reading.playbook, facts)

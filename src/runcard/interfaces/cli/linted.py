"""A document compiled and judged here: with the day, its commands, and the rules of strangers."""

from dataclasses import replace
from datetime import date
from functools import cache

from runcard.adapters.registry import configure, plugins
from runcard.adapters.shell.shfmt import Shfmt
from runcard.app import read_tables, read_vocabulary
from runcard.domain.commands.classify import Bench
from runcard.domain.commands.judge import judge as judged_by_tables
from runcard.domain.commands.judge import prepare
from runcard.domain.commands.model import Risk
from runcard.domain.playbooks.compile import Reading, read_document
from runcard.domain.playbooks.lint import findings_of
from runcard.domain.playbooks.model import Playbook
from runcard.domain.playbooks.ports import Check


def judged(text: str, today: date | None = None) -> Playbook:
    """A playbook with all findings; those about dates only where the day is told."""
    reading = read_document(text, read_vocabulary())
    return with_findings(reading, today)


def with_findings(reading: Reading, today: date | None) -> Playbook:
    """What was read, with everything that is wrong with it."""
    facts = replace(reading.facts, today=today, judge=judge)
    prepare([act.text for act in facts.acts if act.language == "shell"], bench())
    return replace(reading.playbook, findings=findings_of(reading.playbook, facts, strangers()))


def judge(text: str, language: str) -> Risk:
    """What a command of a document would do."""
    return judged_by_tables(text, bench(), language=language).risk


@cache
def bench() -> Bench:
    """The tables and the parser, read once."""
    return Bench(read_tables(), Shfmt())


@cache
def strangers() -> tuple[Check, ...]:
    """Rules that installed packages offer."""
    return tuple(configure(check, {}) for check in plugins("checks").values())

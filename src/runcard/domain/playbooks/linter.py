"""A document judged whole: by the day, by what its commands do, and by the rules of strangers."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date

from runcard.domain.commands.classify import Bench
from runcard.domain.commands.judge import prepare, risk_alone
from runcard.domain.commands.model import Risk
from runcard.domain.commands.ports import ShellParser
from runcard.domain.commands.rulebook import Tables
from runcard.domain.playbooks.compile import Reading, read_document
from runcard.domain.playbooks.lint import findings_of
from runcard.domain.playbooks.model import Playbook
from runcard.domain.playbooks.ports import Check
from runcard.domain.playbooks.vocabulary import Vocabulary


@dataclass(frozen=True, slots=True)
class Linter:
    """Everything that a judgement needs beside the document itself."""

    words: Vocabulary
    tables: Tables
    shell: Callable[[], ShellParser]
    """Somebody who reads shell, new for every document: what is read is forgotten with it."""
    strangers: tuple[Check, ...] = ()

    def judged(self, text: str, today: date | None = None) -> Playbook:
        """A playbook with all findings; those about dates only where the day is told."""
        return self.with_findings(read_document(text, self.words), today)

    def with_findings(self, reading: Reading, today: date | None) -> Playbook:
        """What was read, with everything that is wrong with it."""
        bench = self.bench()

        def judge(text: str, language: str) -> Risk:
            return risk_alone(text, bench, language)

        facts = replace(reading.facts, today=today, judge=judge)
        prepare([act.text for act in facts.acts if act.language == "shell"], bench)
        found = findings_of(reading.playbook, facts, self.strangers)
        return replace(reading.playbook, findings=found)

    def bench(self) -> Bench:
        """The tables, with a shell of its own."""
        return Bench(self.tables, self.shell())

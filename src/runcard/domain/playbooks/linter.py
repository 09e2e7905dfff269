"""A document judged whole: by the day, by what its commands do, and by the rules of strangers."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from runcard.domain.commands.classify import Bench
from runcard.domain.commands.judge import prepare, risk_alone
from runcard.domain.commands.ports import ShellParser
from runcard.domain.commands.rulebook import Tables
from runcard.domain.playbooks.compile import Reading, read_document
from runcard.domain.playbooks.facts import Facts, Judge
from runcard.domain.playbooks.lint import RULES, Rule, findings_of
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
        reading = read_document(text, self.words)
        return self.concluded(self.prepared(reading, today, self.risks_of(reading.facts)))

    def prepared(self, reading: Reading, today: date | None, judge: Judge) -> Reading:
        """What was read, with facts that a rule may ask for the day and for what commands do."""
        return replace(reading, facts=replace(reading.facts, today=today, judge=judge))

    def concluded(self, reading: Reading, rules: Sequence[Rule] = RULES) -> Playbook:
        """What was read and prepared, with all findings; somebody else may have a part in the
        rules."""
        found = findings_of(reading.playbook, reading.facts, self.strangers, rules)
        return replace(reading.playbook, findings=found)

    def risks_of(self, facts: Facts) -> Judge:
        """What each command of a page would do: only the page is needed, so they may be judged
        beside the reading of the document."""
        bench = self.bench()
        prepare([act.text for act in facts.acts if act.language == "shell"], bench)
        return lambda text, language: risk_alone(text, bench, language)

    def bench(self) -> Bench:
        """The tables, with a shell of its own."""
        return Bench(self.tables, self.shell())

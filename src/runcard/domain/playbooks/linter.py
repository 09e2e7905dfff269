"""A document judged whole: by the day, by what its commands do, and by the rules of strangers."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from runcard.domain.commands.classify import Bench
from runcard.domain.commands.judge import prepare, risk_alone
from runcard.domain.commands.model import Risk
from runcard.domain.commands.ports import ShellParser
from runcard.domain.commands.rulebook import Tables
from runcard.domain.playbooks.compile import Reading, read_document
from runcard.domain.playbooks.facts import Facts
from runcard.domain.playbooks.lint import RuleOfThePage, findings_of
from runcard.domain.playbooks.model import Playbook
from runcard.domain.playbooks.page.blocks import Outline
from runcard.domain.playbooks.ports import Check
from runcard.domain.playbooks.vocabulary import Vocabulary

Risks = Callable[[], Mapping[tuple[str, str], Risk]]
"""What each different command of a page would do, by its text and its language."""


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
        facts = self._with_a_judge(replace(reading.facts, today=today))
        found = findings_of(reading.playbook, facts, self.strangers)
        return replace(reading.playbook, findings=found)

    def facts_of(self, page: Outline) -> Facts:
        """What the rules of a page may know: they need no playbook, so they may be followed beside
        the reading of the document, in another process."""
        return self._with_a_judge(Facts(page, self.words))

    def judged_beside(
        self, reading: Reading, today: date | None, risks: Risks, rules: Sequence[RuleOfThePage]
    ) -> Playbook:
        """What was read of a page, with all findings, where somebody else judges its commands and
        has a part in the rules of the page."""

        def judge(text: str, language: str) -> Risk:
            return risks()[text, language]

        facts = replace(reading.facts, today=today, judge=judge)
        found = findings_of(reading.playbook, facts, self.strangers, rules)
        return replace(reading.playbook, findings=found)

    def _with_a_judge(self, facts: Facts) -> Facts:
        bench = self.bench()

        def judge(text: str, language: str) -> Risk:
            return risk_alone(text, bench, language)

        able = replace(facts, judge=judge)
        prepare([act.text for act in able.acts if act.language == "shell"], bench)
        return able

    def bench(self) -> Bench:
        """The tables, with a shell of its own."""
        return Bench(self.tables, self.shell())

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
from runcard.domain.playbooks.facts import Facts
from runcard.domain.playbooks.lint import PageJudged, findings_beside, findings_of, page_judged
from runcard.domain.playbooks.model import Playbook
from runcard.domain.playbooks.page.blocks import Outline
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
        facts = self._with_a_judge(replace(reading.facts, today=today))
        found = findings_of(reading.playbook, facts, self.strangers)
        return replace(reading.playbook, findings=found)

    def page_judged(self, page: Outline) -> PageJudged:
        """What a page tells to run, judged: the half of the judgement that needs no playbook, for
        who does the other half elsewhere."""
        return page_judged(self._with_a_judge(Facts(page, self.words)))

    def judged_beside(
        self, page: Callable[[], PageJudged], reading: Reading, today: date | None
    ) -> Playbook:
        """The other half: what was read of the same page, with all findings."""

        def judge(text: str, language: str) -> Risk:
            return page().risks[text, language]

        facts = replace(reading.facts, today=today, judge=judge)
        found = findings_beside(page, reading.playbook, facts, self.strangers)
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

"""Many documents compiled and judged, on every processor, with a bar where somebody watches."""

import os
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache

from rich.console import Console
from rich.progress import track

from runcard.adapters.reference_works import read_linter
from runcard.domain.commands.model import Risk
from runcard.domain.playbooks.compile import apart_from_levels, read_beside
from runcard.domain.playbooks.coverage import LineUse, Use, coverage
from runcard.domain.playbooks.facts import Facts
from runcard.domain.playbooks.lint import OF_THE_PAGE, RuleOfThePage
from runcard.domain.playbooks.model import Finding, Playbook
from runcard.domain.playbooks.page.blocks import Outline
from runcard.domain.playbooks.page.outline import outline
from runcard.interfaces.cli.documents import Document
from runcard.interfaces.cli.garbage_collection import nothing_collected

# Below this, starting other processes takes longer than the work.
FEW = 24
# A longer document is judged by two processes; to start the second takes a tenth of a second.
LONG = 400_000


@dataclass(frozen=True, slots=True)
class Checked:
    """A document, what was understood of it, what is wrong, and what became of its lines."""

    file: str
    playbook: Playbook
    account: tuple[LineUse, ...]

    def lines(self, use: Use) -> list[int]:
        """The lines of which this became."""
        return [one.line for one in self.account if one.use is use]

    @property
    def findings(self) -> tuple[Finding, ...]:
        """What is wrong with it, by line."""
        return self.playbook.findings

    def with_findings(self, findings: Sequence[Finding]) -> "Checked":
        """The same document with fewer findings."""
        return replace(self, playbook=replace(self.playbook, findings=tuple(findings)))


def checked(found: Sequence[Document], day: date, *, show_progress: bool) -> list[Checked]:
    """Every document, in order."""
    done: Iterable[Checked] = _each(found, day)
    if show_progress and len(found) > 1 and sys.stderr.isatty():
        console = Console(file=sys.stderr)
        done = track(done, "Checking", total=len(found), console=console, transient=True)
    with nothing_collected():
        return list(done)


def _each(found: Sequence[Document], day: date) -> Iterator[Checked]:
    # Words and tables are read before there are other processes, which then share them.
    read_linter()
    if len(found) < FEW:
        yield from (one_checked(document, day) for document in found)
        return
    workers = min(os.cpu_count() or 1, 8)
    with ProcessPoolExecutor(workers) as pool:
        yield from pool.map(_checked_alone, found, [day] * len(found), chunksize=8)


def one_checked(document: Document, day: date) -> Checked:
    """A document compiled and judged as on a day."""
    if len(document.text) < LONG or os.cpu_count() == 1:
        return _checked_alone(document, day)
    text = document.text
    page = _page(text)
    with ProcessPoolExecutor(1) as pool:
        apart = pool.submit(_apart, text)
        risks = pool.submit(_risks, text)
        rules = [Shared(rule, pool.submit(_found, text, at)) for at, rule in enumerate(OF_THE_PAGE)]
        reading = read_beside(page, apart.result, read_linter().words)
        return _judged(document, read_linter().judged_beside(reading, day, risks.result, rules))


@dataclass(frozen=True, slots=True)
class Shared:
    """A rule that either of two processes may follow: the one that comes to it first."""

    rule: RuleOfThePage
    elsewhere: Future[tuple[Finding, ...]]

    def __call__(self, facts: Facts) -> Iterable[Finding]:
        return self.rule(facts) if self.elsewhere.cancel() else self.elsewhere.result()


def _checked_alone(document: Document, day: date) -> Checked:
    return _judged(document, read_linter().judged(document.text, day))


def _risks(text: str) -> Mapping[tuple[str, str], Risk]:
    return _facts(text).risks


def _apart(text: str) -> Playbook:
    return apart_from_levels(_page(text), read_linter().words)


def _found(text: str, rule: int) -> tuple[Finding, ...]:
    return tuple(OF_THE_PAGE[rule](_facts(text)))


@lru_cache(maxsize=1)
def _facts(text: str) -> Facts:
    return read_linter().facts_of(_page(text))


@lru_cache(maxsize=1)
def _page(text: str) -> Outline:
    """The second process is asked often about one page, and may have it from the first."""
    return outline(text)


def _judged(document: Document, playbook: Playbook) -> Checked:
    return Checked(document.name, playbook, coverage(playbook))

"""Many documents compiled and judged, on every processor, with a bar where somebody watches."""

import os
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from concurrent.futures import Future, ProcessPoolExecutor, ThreadPoolExecutor
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache
from multiprocessing import get_context

from rich.console import Console
from rich.progress import track

from runcard.adapters.reference_works import read_linter
from runcard.domain.commands.model import Risk
from runcard.domain.playbooks.compile import Reading, apart_from_levels, read_beside
from runcard.domain.playbooks.coverage import LineUse, Use, coverage
from runcard.domain.playbooks.facts import Facts
from runcard.domain.playbooks.lint import RULES, Rule
from runcard.domain.playbooks.model import Finding, Playbook
from runcard.domain.playbooks.page.blocks import Outline
from runcard.domain.playbooks.page.outline import outline
from runcard.domain.playbooks.settling import as_judged
from runcard.interfaces.cli.documents import Document
from runcard.interfaces.cli.garbage_collection import nothing_collected

# Below this, starting other processes takes longer than the work.
FEW = 24
# A longer document is judged by two processes; to start the second takes a tenth of a second.
LONG = 400_000
# How a process begins that has all that its parent knows.
INHERITS = "fork"
HAS_TWO = sys.platform == "linux" and os.cpu_count() != 1


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
    if len(document.text) < LONG or not HAS_TWO:
        return _checked_alone(document, day)
    reading = _read(document.text, day)
    with _second_process() as pool:
        rules = [
            Shared(rule, pool.submit(_found, document.text, day, at))
            for at, rule in enumerate(RULES)
        ]
        return _judged(document, read_linter().concluded(reading, rules))


@lru_cache(maxsize=1)
def _read(text: str, day: date) -> Reading:
    linter = read_linter()
    page = _page(text)
    with _second_process() as pool:
        apart = pool.submit(_apart, text)
        risks = pool.submit(_risks, text)
        reading = read_beside(page, apart.result, linter.words)
        known = risks.result()
    return linter.prepared(reading, day, lambda said, language: known[said, language])


def _second_process() -> ProcessPoolExecutor:
    """One that has what was read of a document before it began, without reading it again."""
    return ProcessPoolExecutor(1, get_context(INHERITS))


@dataclass(frozen=True, slots=True)
class Shared:
    """A rule that either of two processes may follow: the one that comes to it first."""

    rule: Rule
    elsewhere: Future[tuple[Finding, ...]]

    def __call__(self, playbook: Playbook, facts: Facts) -> Iterable[Finding]:
        return self.rule(playbook, facts) if self.elsewhere.cancel() else self.elsewhere.result()


def _checked_alone(document: Document, day: date) -> Checked:
    """The document is read while another program reads the shell in it."""
    linter = read_linter()
    page = outline(document.text)
    with ThreadPoolExecutor(1) as beside:
        risks = beside.submit(linter.risks_of, Facts(page, linter.words))
        reading = read_beside(page, lambda: apart_from_levels(page, linter.words), linter.words)
    return _judged(document, linter.concluded(linter.prepared(reading, day, risks.result())))


def _risks(text: str) -> Mapping[tuple[str, str], Risk]:
    linter = read_linter()
    facts = Facts(_page(text), linter.words)
    return replace(facts, judge=linter.risks_of(facts)).risks


def _apart(text: str) -> Playbook:
    return apart_from_levels(_page(text), read_linter().words)


def _found(text: str, day: date, rule: int) -> tuple[Finding, ...]:
    reading = _read(text, day)
    return tuple(RULES[rule](as_judged(reading.playbook), reading.facts))


@lru_cache(maxsize=1)
def _page(text: str) -> Outline:
    return outline(text)


def _judged(document: Document, playbook: Playbook) -> Checked:
    return Checked(document.name, playbook, coverage(playbook))

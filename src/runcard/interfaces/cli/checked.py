"""Many documents compiled and judged, on every processor, with a bar where somebody watches."""

import os
import sys
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache

from rich.console import Console
from rich.progress import track

from runcard.app import read_linter
from runcard.domain.playbooks.compile import apart_from_levels, read_beside
from runcard.domain.playbooks.coverage import LineUse, Use, coverage
from runcard.domain.playbooks.lint import PageJudged
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
    with ProcessPoolExecutor(1) as pool:
        apart = pool.submit(_apart, document.text)
        work = pool.submit(_page_judged, document.text)
        reading = read_beside(outline(document.text), apart.result, read_linter().words)
        return _judged(document, read_linter().judged_beside(work.result, reading, day))


def _checked_alone(document: Document, day: date) -> Checked:
    return _judged(document, read_linter().judged(document.text, day))


def _apart(text: str) -> Playbook:
    return apart_from_levels(_page(text), read_linter().words)


def _page_judged(text: str) -> PageJudged:
    return read_linter().page_judged(_page(text))


@lru_cache(maxsize=1)
def _page(text: str) -> Outline:
    """The second process is asked twice about one page."""
    return outline(text)


def _judged(document: Document, playbook: Playbook) -> Checked:
    return Checked(document.name, playbook, coverage(playbook))

"""Many documents compiled and judged, on every processor, with a bar where somebody watches."""

import gc
import os
import sys
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, replace
from datetime import date

from rich.console import Console
from rich.progress import track

from runcard.app import read_linter
from runcard.domain.playbooks.compile import read_document
from runcard.domain.playbooks.coverage import LineUse, Use, coverage
from runcard.domain.playbooks.model import Finding, Playbook
from runcard.interfaces.cli.documents import Document

# Below this, starting other processes takes longer than the work.
FEW = 24
# What is read of a document stays until it is printed, and every rule makes small things that do
# not: a collector that looks among them as often as by default takes a fifth of the time.
NEW_THINGS = 100_000


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
    return list(done)


def _each(found: Sequence[Document], day: date) -> Iterator[Checked]:
    _made_ready()
    if len(found) < FEW:
        yield from (one_checked(document, day) for document in found)
        return
    workers = min(os.cpu_count() or 1, 8)
    with ProcessPoolExecutor(workers) as pool:
        yield from pool.map(one_checked, found, [day] * len(found), chunksize=8)


def _made_ready() -> None:
    """Words and tables are read before there are other processes, which then share them."""
    read_linter()
    gc.freeze()
    gc.set_threshold(NEW_THINGS)


def one_checked(document: Document, day: date) -> Checked:
    """A document compiled and judged as on a day."""
    linter = read_linter()
    reading = read_document(document.text, linter.words)
    playbook = linter.with_findings(reading, day)
    return Checked(document.name, playbook, coverage(playbook))

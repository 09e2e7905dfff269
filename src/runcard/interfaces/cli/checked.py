"""Many documents compiled and judged, on every processor, with a bar where somebody watches."""

import os
import sys
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, replace
from datetime import date

from rich.console import Console
from rich.progress import track

from runcard.app import read_vocabulary
from runcard.domain.playbooks.compile import read_document
from runcard.domain.playbooks.line_account import LineAccount, account_of
from runcard.domain.playbooks.model import Finding, Playbook
from runcard.interfaces.cli.documents import Document
from runcard.interfaces.cli.linted import with_findings

# Below this, starting other processes takes longer than the work.
FEW = 24


@dataclass(frozen=True, slots=True)
class Checked:
    """A document, what was understood of it, what is wrong, and what became of its lines."""

    file: str
    playbook: Playbook
    account: LineAccount

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
    if len(found) < FEW:
        yield from (one_checked(document, day) for document in found)
        return
    workers = min(os.cpu_count() or 1, 8)
    with ProcessPoolExecutor(workers) as pool:
        yield from pool.map(one_checked, found, [day] * len(found), chunksize=8)


def one_checked(document: Document, day: date) -> Checked:
    """A document compiled and judged as on a day."""
    reading = read_document(document.text, read_vocabulary())
    playbook = with_findings(reading, day)
    return Checked(document.name, playbook, account_of(playbook, reading.facts))

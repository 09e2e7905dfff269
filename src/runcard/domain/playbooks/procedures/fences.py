"""Every fence of a document with what it is, where it stands, and how many commands it holds."""

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from itertools import groupby

from runcard.domain.commands.shell_lines import Whole, shell_commands, sql_statements
from runcard.domain.playbooks.nouns.appendix import FencedBlock, FenceKind
from runcard.domain.playbooks.page.blocks import Fence, Outline, Section, fences
from runcard.domain.playbooks.procedures.fence_kinds import Surroundings, kind_of
from runcard.domain.playbooks.topics import topics
from runcard.domain.playbooks.vocabulary import Vocabulary
from runcard.domain.playbooks.words import mended, plain

# Languages in which one question may go on over lines.
METRICS = {"promql", "logql", "metricsql", "traceql", "kql", "kusto", "flux", "influxql", "spl"}
HEADING = re.compile(r"^ {0,3}#{1,6}\s+(.*?)(?:\s+#+)?\s*$")
STARTS_BOLD = re.compile(r"^\s*(?:(?:[-*+]|\d{1,3}[.)])\s+)?(?:\[[ xX]?\]\s+)?"
                         r"(?:\*\*|__)(?=\S)(.{1,300}?)(?:\*\*|__)")  # fmt: skip


@dataclass(frozen=True, slots=True)
class Found:
    """First lines of fences, or of what is quoted in them, that other readers have understood."""

    templates: Collection[int] = ()
    reviews: Collection[int] = ()
    actions: Collection[int] = ()


def fences_of(page: Outline, found: Found, words: Vocabulary) -> tuple[FencedBlock, ...]:
    """All of them, in document order."""
    return tuple(_blocks(page, found, words))


def _blocks(page: Outline, found: Found, words: Vocabulary) -> Iterator[FencedBlock]:
    for section in page.sections:
        mine = fences(section)
        if not mine:
            continue
        about, path = topics(page, section, words), section_path(page, section)
        for fence in mine:
            lines = range(fence.line + 1, fence.end)
            first = lines.start
            is_template = any(line in found.templates for line in lines)
            where = Surroundings(about, is_template, first in found.reviews, first in found.actions)
            kind = kind_of(fence, where, words)
            count = len(commands_in(fence, kind))
            label = bold_label_above(page.lines, fence.line)
            yield FencedBlock(fence.line, fence.end, fence.lang, label, path, kind, count)


def section_path(page: Outline, section: Section) -> tuple[str, ...]:
    """The headings above as written, outermost first, without the page's title."""
    return tuple(_as_written(page, one) for one in reversed(page.path(section)) if one.level > 1)


def _as_written(page: Outline, section: Section) -> str:
    """A heading with all that adorns it: its title leaves out a colon and a picture."""
    written = HEADING.match(mended(page.lines[section.line - 1]))
    return plain(written.group(1) if written else section.title)


def bold_label_above(lines: tuple[str, ...], line: int) -> str | None:
    """The bold words that begin the nearest line above, without their colon."""
    at = line - 2
    while at >= 0 and not lines[at].strip():
        at -= 1
    found = STARTS_BOLD.match(lines[at]) if at >= 0 else None
    return plain(found.group(1)).rstrip(":： ") or None if found else None


def commands_in(fence: Fence, kind: FenceKind) -> tuple[Whole, ...]:
    """What a person would run, one entry each; only commands and queries are run."""
    if kind is FenceKind.COMMANDS and (fence.lang or "").lower() in METRICS:
        return _questions(fence)
    if kind is FenceKind.COMMANDS:
        return shell_commands(fence.lines, fence.line + 1, fence.lang)
    if kind is FenceKind.SQL:
        return sql_statements(fence.lines, fence.line + 1)
    return ()


def _questions(fence: Fence) -> tuple[Whole, ...]:
    """One asked of the metrics or the logs goes on until a line is empty."""
    lines = [(at, text) for at, text in enumerate(fence.lines, fence.line + 1)
             if not text.lstrip().startswith("#")]  # fmt: skip
    pieces = groupby(lines, lambda one: bool(one[1].strip()))
    asked = [list(piece) for is_asked, piece in pieces if is_asked]
    return tuple(Whole("\n".join(text for _, text in one), one[0][0]) for one in asked)

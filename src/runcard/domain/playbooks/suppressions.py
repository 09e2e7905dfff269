"""What a document says to leave alone: `<!-- runcard: ignore RC101 because … -->`."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from runcard.domain.playbooks.facts import Facts
from runcard.domain.playbooks.model import Finding

COMMENT = re.compile(r"<!--\s*runcard:\s*ignore\b([^>]{0,300}?)-->")
CODE = re.compile(r"\b[A-Z]{2,6}\d{3}\b")
REASON = re.compile(r"\b(?:because|since|reason:)\s+(\S.*)|(?:\s--|:|–)\s+(\S.*)", re.IGNORECASE)
REACH = 2
WITHOUT_REASON = "RC091"
NOTHING_TO_IGNORE = "RC092"


@dataclass(frozen=True, slots=True)
class Ignored:
    """Codes to leave alone: on this line and the two after it; in the whole document where the
    comment stands above the first heading."""

    line: int
    codes: tuple[str, ...]
    reason: str
    everywhere: bool

    def covers(self, found: Finding) -> bool:
        near = self.line <= found.line <= self.line + REACH or found.line <= self.line <= (
            found.end_line
        )
        return found.code in self.codes and (self.everywhere or near)


def ignored_in(facts: Facts) -> tuple[Ignored, ...]:
    """Every comment of the kind, in order."""
    return tuple(_ignored(facts))


def _ignored(facts: Facts) -> Iterator[Ignored]:
    headings = [section.line for section in facts.page.sections if section.line]
    first = headings[0] if headings else 0
    for number, line in enumerate(facts.page.lines, 1):
        for found in COMMENT.finditer(line[:2000]):
            said = found.group(1)
            reason = REASON.search(said)
            words = (reason.group(1) or reason.group(2)).strip() if reason else ""
            yield Ignored(number, tuple(CODE.findall(said)), words, number < first)


def without_ignored(found: Iterable[Finding], facts: Facts) -> Iterator[Finding]:
    """The findings that are not ignored with a reason, and a finding for every comment that gives
    none or hits nothing."""
    comments = ignored_in(facts)
    hit: set[int] = set()
    for one in found:
        covering = [comment for comment in comments if comment.reason and comment.covers(one)]
        hit |= {comment.line for comment in covering}
        if not covering:
            yield one
    for comment in comments:
        if not comment.reason:
            yield facts.finding(WITHOUT_REASON, comment.line, gap=" ".join(comment.codes))
        elif comment.line not in hit:
            yield facts.finding(NOTHING_TO_IGNORE, comment.line, " ".join(comment.codes))

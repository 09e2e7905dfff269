"""What a team writes into its document to settle what prose leaves open: a line in the front
matter under `runcard:`, or a comment `<!-- runcard: cadence P1 = 30 min -->`."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum

from runcard.domain.playbooks.nouns.appendix import FencedBlock

COMMENT = re.compile(r"<!--\s*runcard:([^>]{1,300})-->")
ENTRY = re.compile(r"^\s+(?:-\s+)?(\S.*)$")
IGNORE = "ignore"
LONGEST_LINE = 2000
LONGEST_FRONT = 200
QUOTES = "\"'“”"


class Subject(Enum):
    """What an annotation settles; the word is the one that is written."""

    SEVERITY_ORDER = "severity order"
    RESPOND = "respond"
    ACKNOWLEDGE = "acknowledge"
    RESOLVE = "resolve"
    CADENCE = "cadence"
    EXTERNAL_CADENCE = "external cadence"
    CHAIN = "chain"
    AUDIENCE = "audience"
    MOMENT = "moment"
    ZONE = "zone"
    MONITORING = "monitoring"
    PLACEHOLDER = "placeholder"
    PHASE = "phase"


LONGEST_FIRST = sorted(Subject, key=lambda one: -len(one.value))
ABOUT_THE_DOCUMENT = {Subject.SEVERITY_ORDER, Subject.CHAIN, Subject.ZONE, Subject.MONITORING}


@dataclass(frozen=True, slots=True)
class Annotation:
    """`cadence P1 = 30 min`: the subject, of whom, and what holds. Without a subject it is not
    understood."""

    line: int
    written: str
    subject: Subject | None = None
    of: str = ""
    value: str = ""


def annotations_in(
    lines: Sequence[str], fences: Sequence[FencedBlock] = ()
) -> tuple[Annotation, ...]:
    """Every annotation outside fenced text, in order."""
    fenced = {at for one in fences for at in range(one.line, one.end + 1)}
    found = [*_in_front_matter(lines), *_in_comments(lines, fenced)]
    return tuple(sorted(found, key=lambda one: one.line))


def written(subject: Subject, of: str, value: str) -> str:
    """The comment that says so."""
    whom = f" {of}" if of else ""
    return f"<!-- runcard: {subject.value}{whom} = {value} -->"


def _in_comments(lines: Sequence[str], fenced: set[int]) -> Iterator[Annotation]:
    for number, line in enumerate(lines, 1):
        if number in fenced or "<!--" not in line:
            continue
        for found in COMMENT.finditer(line[:LONGEST_LINE]):
            said = found.group(1).strip()
            if not said.startswith(IGNORE):
                yield _read(said, "=", number)


def _in_front_matter(lines: Sequence[str]) -> Iterator[Annotation]:
    """The indented lines under `runcard:`."""
    if not lines or lines[0].strip() != "---":
        return
    is_ours = False
    front: list[Annotation] = []
    for number, line in enumerate(lines[1:LONGEST_FRONT], 2):
        if line.strip() == "---":
            yield from front
            return
        entry = ENTRY.match(line)
        if line.strip() and entry is None:
            is_ours = line.strip() == "runcard:"
        elif is_ours and entry is not None and not line.lstrip().startswith("#"):
            front.append(_read(entry.group(1).strip(), ":", number))


def _read(said: str, sign: str, line: int) -> Annotation:
    before, found, value = said.partition(sign)
    before = before.strip().strip(QUOTES)
    value = value.strip().strip(QUOTES)
    for subject in LONGEST_FIRST:
        of = before[len(subject.value) :]
        if before.casefold().startswith(subject.value) and not of[:1].strip():
            is_whole = bool(found and value and of.strip()) or subject in ABOUT_THE_DOCUMENT
            if is_whole and found and value:
                return Annotation(line, said, subject, of.strip().strip(QUOTES), value)
    return Annotation(line, said)

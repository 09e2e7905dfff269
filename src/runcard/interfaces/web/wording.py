"""The sentence before the number: what a page says of its subject in its heading."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from runcard.domain.incidents.clocks import ClockKind
from runcard.domain.incidents.model import State
from runcard.domain.playbooks.model import Finding, Grade
from runcard.flows.briefing import Board, BoardRow
from runcard.interfaces.web.clock_faces import Mood, face

SMALL = (
    "no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
    "eleven", "twelve",
)  # fmt: skip
LATE = {
    ClockKind.ACKNOWLEDGE: ("acknowledgement overdue", "acknowledgements overdue"),
    ClockKind.RESPOND: ("response overdue", "responses overdue"),
    ClockKind.UPDATE: ("update overdue", "updates overdue"),
    ClockKind.MONITORING: ("can be resolved", "can be resolved"),
    ClockKind.REVIEW: ("review overdue", "reviews overdue"),
}
MOST_BARS = 6


@dataclass(frozen=True, slots=True)
class Chip:
    """A severity as it is drawn: as many bars as its rank from below, one treatment each."""

    name: str
    bars: int
    treatment: str
    provisional: bool = False


def chip(name: str, rank: int, levels: int, *, provisional: bool = False) -> Chip:
    """Rank 0 is the worst of `levels`; the lowest of several is always the soft one."""
    bars = max(1, min(MOST_BARS, levels - rank))
    return Chip(name, bars, treatment(rank, levels), provisional)


def treatment(rank: int, levels: int) -> str:
    """Filled, washed, inked, soft: from the worst to the least."""
    if rank <= 0:
        return "filled"
    if rank >= levels - 1:
        return "soft"
    return "washed" if rank == 1 else "inked"


def in_words(count: int) -> str:
    """`three`, `13`, `1,200`."""
    return SMALL[count] if count < len(SMALL) else f"{count:,}"


def counted(count: int, one: str, many: str) -> str:
    """`one update`, `three updates`."""
    return f"{in_words(count)} {one if count == 1 else many}"


def capital(sentence: str) -> str:
    """The first letter large, the rest as it was."""
    return sentence[:1].upper() + sentence[1:]


def board_says(board: Board) -> str:
    """`Three open, one update overdue`."""
    still_open = [row for row in board.rows if row.incident.state is not State.RESOLVED]
    first = f"{in_words(len(still_open))} open" if still_open else "nothing is on fire"
    parts = [first, *what_is_late(board), *who_is_silent(board, still_open)]
    return capital(", ".join(parts))


def what_is_late(board: Board) -> Iterable[str]:
    """One clause for each kind of clock that ran out."""
    late = Counter(
        row.next_clock.kind
        for row in board.rows
        if row.next_clock is not None
        if face(row.next_clock, board.now, row.incident.opened_at).mood is Mood.OVER
    )
    return [counted(late[kind], *LATE[kind]) for kind in ClockKind if late[kind]]


def who_is_silent(board: Board, still_open: Sequence[BoardRow]) -> Iterable[str]:
    """Said only where no overdue clock says it already."""
    if any("acknowledgement" in clause for clause in what_is_late(board)):
        return []
    unanswered = sum(row.incident.state is State.OPEN for row in still_open)
    return [f"{in_words(unanswered)} not acknowledged"] if unanswered else []


def playbook_says(findings: Iterable[Finding]) -> str:
    """`Two things to fix before this playbook can be trusted`."""
    grades = Counter(finding.grade for finding in findings)
    if errors := grades[Grade.ERROR]:
        things = counted(errors, "thing", "things")
        return capital(f"{things} to fix before this playbook can be trusted")
    if warnings := grades[Grade.WARNING]:
        leaves = "thing is" if warnings == 1 else "things are"
        return capital(f"It can be trusted; {in_words(warnings)} {leaves} left open")
    return "Nothing in this playbook needs fixing"


def listed(words: Sequence[str]) -> str:
    """`Ada K., Bram O. and Chiara R.`"""
    if len(words) < 2:
        return "".join(words)
    return f"{', '.join(words[:-1])} and {words[-1]}"

"""The nouns of a run card on one page, and how much one page holds."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from runcard.domain.playbooks.card import Mark
from runcard.domain.playbooks.quick_commands import QuickCommand

MOST_LEVELS, MOST_CALLS, MOST_STEPS, MOST_COMMANDS, MOST_PLACES = 6, 8, 8, 12, 12
SHORT = 60
FEWEST = 3
"""Of commands, places and steps so many stay, however full the page is."""
AROUND = 14.0
"""Lines that headings, rules and the foot take."""
MOST_LINES, MOST_ROOMY = 66.0, 50.0
"""So many fit on A4 and on Letter, in the smaller letters and in the larger ones."""
PLURALS = {"contact or link": "contacts or links"}


@dataclass(frozen=True, slots=True)
class Time:
    """A promise in a few words, and where it comes from."""

    said: str
    mark: Mark | None = None


@dataclass(frozen=True, slots=True)
class LevelRow:
    """One level; `bars` count from 1 for the lowest."""

    key: str
    name: str
    bars: int
    when: str
    acknowledge: Time
    respond: Time
    update: Time
    why_silent: str | None
    line: int


@dataclass(frozen=True, slots=True)
class CallRow:
    """One title: when it is told at each level, who that is, how to reach them by hand."""

    title: str
    times: tuple[str, ...]
    who: str
    reach: str
    mark: Mark


@dataclass(frozen=True, slots=True)
class Step:
    """One thing to do, with the phase it opens."""

    text: str
    line: int
    phase: str | None = None


@dataclass(frozen=True, slots=True)
class Entry:
    """A name and where it leads."""

    name: str
    value: str
    line: int


@dataclass(frozen=True, slots=True)
class Sheet:
    """All of the page. `left_out` says what did not fit, in words."""

    title: str
    about: tuple[str, ...]
    levels: tuple[LevelRow, ...]
    paging: tuple[str, ...]
    """The levels that call somebody: the columns of `calls`."""
    calls: tuple[CallRow, ...]
    steps: tuple[Step, ...]
    commands: tuple[QuickCommand, ...]
    places: tuple[Entry, ...]
    left_out: tuple[str, ...] = ()

    @property
    def says_how_to_reach(self) -> bool:
        """Whether anybody's name or number is known."""
        return any(call.who or call.reach for call in self.calls)

    @property
    def says_when(self) -> bool:
        """Whether the document says of any level when it holds."""
        return any(level.when for level in self.levels)

    @property
    def is_roomy(self) -> bool:
        """Whether there is room for larger letters."""
        return height(self) <= MOST_ROOMY

    @property
    def is_tight(self) -> bool:
        """Whether only the smallest letters hold all of it."""
        return height(self) > MOST_LINES


def height(sheet: Sheet) -> float:
    """Roughly how many lines the page takes, counted in the smaller letters."""
    levels = sum(max(2.0, lines_in(one.when, 42), longest_time(one)) for one in sheet.levels)
    calls = sum(max(lines_in(one.title, 30), lines_in(f"{one.who} {one.reach}", 24)) * 1.2
                for one in sheet.calls)  # fmt: skip
    steps = sum(lines_in(one.text, 42) + (one.phase is not None) * 1.3 for one in sheet.steps)
    typed = sum(lines_in(f"{one.warning} {one.text}", 52) + 0.4 for one in sheet.commands)
    headings = len({one.heading for one in sheet.commands}) * 1.3
    places = -(-len(sheet.places) // 2) * (
        1.3 if all(fits_a_line(p) for p in sheet.places) else 2.4
    )
    return AROUND + levels + calls + max(steps, typed + headings) + places


def longest_time(level: LevelRow) -> float:
    """A time in words breaks in its narrow column."""
    times = (level.acknowledge, level.respond, level.update)
    return max(lines_in(one.said, 11) for one in times) * 1.2


def fits_a_line(place: Entry) -> bool:
    return len(place.name) <= 18 and len(place.value) <= 30


def lines_in(words: str, width: int) -> int:
    """How many lines some words take in a column."""
    return -(-len(words) // width) or 1


def fitted(sheet: Sheet) -> Sheet:
    """As much as one page holds, and what is left out. Where the page is full, commands go first,
    then places, then later steps: levels and calls are what the page is for."""
    kept = replace(
        sheet,
        levels=sheet.levels[:MOST_LEVELS],
        calls=sheet.calls[:MOST_CALLS],
        steps=sheet.steps[:MOST_STEPS],
        commands=sheet.commands[:MOST_COMMANDS],
        places=sheet.places[:MOST_PLACES],
    )
    while height(kept) > MOST_LINES and (shorter := shortened(kept)) is not None:
        kept = shorter
    if height(kept) > MOST_LINES:
        kept = replace(
            kept, levels=tuple(replace(one, when=one.when[:SHORT]) for one in kept.levels)
        )
    return replace(kept, left_out=tuple(left_out(sheet, kept)))


def shortened(sheet: Sheet) -> Sheet | None:
    """Without the entry that is missed least; None where no more may go."""
    if len(sheet.commands) > FEWEST:
        return replace(sheet, commands=sheet.commands[:-1])
    if len(sheet.places) > FEWEST:
        return replace(sheet, places=sheet.places[:-2])
    if len(sheet.steps) > FEWEST:
        return replace(sheet, steps=sheet.steps[:-1])
    return None


def left_out(sheet: Sheet, kept: Sheet) -> Iterator[str]:
    """What the page does not show, in words."""
    for noun, whole, shown in (
        ("level", sheet.levels, kept.levels), ("call", sheet.calls, kept.calls),
        ("step", sheet.steps, kept.steps), ("command", sheet.commands, kept.commands),
        ("contact or link", sheet.places, kept.places),
    ):  # fmt: skip
        count = len(whole) - len(shown)
        if count > 0:
            yield f"{count} more {noun if count == 1 else PLURALS.get(noun, f'{noun}s')}"

"""How a clock looks: its mood and its words, from the clock and the moment."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import Enum

from runcard.domain.incidents.clocks import Clock, ClockKind
from runcard.kernel.spans import spoken

# As long as it takes to finish a sentence, switch windows and write an update.
SOON = timedelta(minutes=5)

OWED = {
    ClockKind.ACKNOWLEDGE: "Acknowledge by",
    ClockKind.RESPOND: "Respond by",
    ClockKind.UPDATE: "Update due",
    ClockKind.MONITORING: "Monitoring until",
    ClockKind.REVIEW: "Review due",
}
NAMES = {
    ClockKind.ACKNOWLEDGE: "Acknowledge",
    ClockKind.RESPOND: "Respond",
    ClockKind.UPDATE: "Update",
    ClockKind.MONITORING: "Monitoring",
    ClockKind.REVIEW: "Review",
}
CURES = {
    ClockKind.ACKNOWLEDGE: "Acknowledge it",
    ClockKind.RESPOND: "Say what you see",
    ClockKind.UPDATE: "Post the update",
    ClockKind.MONITORING: "Resolve it, or say why not",
    ClockKind.REVIEW: "Finish the review",
}
# Monitoring is a wait and not a debt.
SAID = {ClockKind.MONITORING: ("ends in", "over for")}
NOW = "now"
FROM_THE_OPENING = {ClockKind.ACKNOWLEDGE, ClockKind.RESPOND}


class Mood(Enum):
    """How a clock looks; the value is its class in the stylesheet."""

    CALM = "calm"
    SOON = "soon"
    OVER = "over"
    KEPT = "kept"
    MISSED = "missed"


@dataclass(frozen=True, slots=True)
class Face:
    """One clock, ready to be shown."""

    clock: Clock
    mood: Mood
    words: str

    @property
    def owed(self) -> str:
        """`Update due`"""
        return OWED[self.clock.kind]

    @property
    def name(self) -> str:
        """`Update`"""
        return NAMES[self.clock.kind]

    @property
    def cure(self) -> str:
        """The one act that ends it: `Post the update`."""
        return CURES[self.clock.kind]

    @property
    def counts(self) -> bool:
        """Whether it is still running."""
        return self.clock.met_at is None

    @property
    def ticks(self) -> bool:
        """Whether its words change by the second; `now` stays `now`."""
        return self.counts and self.words != NOW

    @property
    def tone(self) -> str:
        """The class of its words: a glyph with each, so that no colour stands alone."""
        return {Mood.SOON: "warn", Mood.OVER: "bad", Mood.KEPT: "ok", Mood.MISSED: "bad"}.get(
            self.mood, ""
        )


def face(clock: Clock, now: datetime, opened_at: datetime) -> Face:
    """The clock as it looks now."""
    if is_immediate(clock, opened_at):
        return immediate(clock, opened_at)
    mood = mood_of(clock, now)
    return Face(clock, mood, words_for(clock, mood, now, opened_at))


def is_immediate(clock: Clock, opened_at: datetime) -> bool:
    """The document says `immediately`, and gives no number by which that could be overdue."""
    return clock.kind in FROM_THE_OPENING and clock.due_at <= opened_at


def immediate(clock: Clock, opened_at: datetime) -> Face:
    """`now`, and afterwards how long it took: neither kept nor missed."""
    if clock.met_at is None:
        return Face(clock, Mood.SOON, NOW)
    return Face(clock, Mood.CALM, f"after {spoken(clock.met_at - opened_at)}")


def mood_of(clock: Clock, now: datetime) -> Mood:
    """Calm, soon (from 5 min), over; kept or missed once it has been met."""
    if clock.met_at is not None:
        return Mood.KEPT if clock.was_kept else Mood.MISSED
    if clock.is_overdue(now):
        return Mood.OVER
    is_near = clock.due_at - now <= SOON and clock.kind is not ClockKind.MONITORING
    return Mood.SOON if is_near else Mood.CALM


def words_for(clock: Clock, mood: Mood, now: datetime, opened_at: datetime) -> str:
    """`in 2 min 40 s`, `overdue 4 min 10 s`, `after 48 s`, `missed by 2 min`."""
    comes, is_past = SAID.get(clock.kind, ("in", "overdue"))
    if mood is Mood.OVER:
        return f"{is_past} {spoken(now - clock.due_at)}"
    if clock.met_at is None:
        return f"{comes} {spoken(clock.due_at - now)}" if clock.due_at > now else NOW
    if mood is Mood.MISSED:
        return f"missed by {spoken(clock.met_at - clock.due_at)}"
    if clock.kind in FROM_THE_OPENING:
        return f"kept, after {spoken(clock.met_at - opened_at)}"
    return "kept"


def next_to_come(faces: Iterable[Face]) -> Face | None:
    """The first that still counts."""
    return next((each for each in faces if each.counts), None)

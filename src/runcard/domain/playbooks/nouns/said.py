"""The smallest nouns: words and times of a document, each with the line it stands on."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Text:
    """Plain words of the document. Lines count from 1."""

    text: str
    line: int
    end_line: int | None = None


@dataclass(frozen=True, slots=True)
class TimeValue:
    """A time the document states: `seconds` is the upper bound, None where no number is given."""

    text: str
    line: int
    seconds: int | None
    min_seconds: int | None = None
    calendar: str | None = None
    """next_business_day, same_business_day, business_days:N, business_hours, best_effort,
    next_release, once, work_session or event, where the phrase is not wall-clock time."""

"""Nouns of what is to be filled in: messages, and the form and rules of the review."""

from dataclasses import dataclass

from runcard.domain.playbooks.nouns.appendix import ActionWindow, AgendaPoint
from runcard.domain.playbooks.nouns.said import TimeValue


@dataclass(frozen=True, slots=True)
class Placeholder:
    """A token a person must replace, with its delimiters, and the known field it means, if any."""

    token: str
    line: int
    field: str | None = None


@dataclass(frozen=True, slots=True)
class Template:
    """A message in the document's own words; `text` is all of it, `text_line` its first line."""

    title: str
    line: int
    audience: str
    text: str
    text_line: int
    placeholders: tuple[Placeholder, ...] = ()
    choice: tuple[str, ...] = ()
    moment: str | None = None
    """initial, update, resolution or None: when the title says it is sent."""
    deadline: TimeValue | None = None
    style: str = "none"
    """How it marks what to fill in: square, angle, curly, bare, mixed or none."""
    literal: bool = False
    """A message of the past, without anything to fill in."""
    label: str | None = None
    """What stands directly above the text, where its heading is above other texts, too."""

    @property
    def name(self) -> str:
        """By which somebody asks for it."""
        return self.label or self.title


@dataclass(frozen=True, slots=True)
class ReviewDeadline:
    """By when a review is due after resolution; `keys` are the levels named, empty for all."""

    within: TimeValue
    scope: str
    keys: tuple[str, ...] = ()
    optional: bool = False
    names_review: bool = False
    """Whether its words name the review itself, and not a piece of it such as its time line."""


@dataclass(frozen=True, slots=True)
class ReviewTemplate:
    """The document's post-mortem form, verbatim, with its section titles and placeholders."""

    line: int
    text: str
    text_line: int
    sections: tuple[str, ...]
    placeholders: tuple[Placeholder, ...] = ()
    windows: tuple[ActionWindow, ...] = ()


@dataclass(frozen=True, slots=True)
class ReviewRules:
    """What the document says about learning from an incident."""

    deadlines: tuple[ReviewDeadline, ...] = ()
    required_for: tuple[str, ...] | None = None
    template: ReviewTemplate | None = None
    agenda: tuple[AgendaPoint, ...] = ()

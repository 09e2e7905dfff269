"""The noun of a piece of text that may be a message."""

from dataclasses import dataclass

from runcard.domain.playbooks.nouns.said import Text


@dataclass(frozen=True, slots=True)
class Message:
    """A piece of text that may be a template, with what stands directly above it."""

    lines: tuple[str, ...]
    text_line: int
    above: Text | None
    lang: str | None = None
    quoted: bool = False
    indented: bool = False
    is_form: bool = False
    """Its lines say what is to stand in them, in words that are no gap."""

"""A table of levels with their times, and what the linter finds on the page that holds it."""

from runcard.domain.playbooks.vocabulary import Vocabulary
from tests.rooms.playbooks.plain_judge import found_in

HEAD = (
    "## Severity levels\n\n"
    "| Level | Definition | Acknowledge | Response time |\n|---|---|---|---|\n"
)


def table(*rows: str) -> str:
    """The page of nothing but the table."""
    return HEAD + "".join(f"| {row} |\n" for row in rows)


def found(text: str, words: Vocabulary) -> dict[str, int]:
    """The codes of what is found, each with its line, the last one's if there are several."""
    return {one.code: one.line for one in found_in(text, words)}

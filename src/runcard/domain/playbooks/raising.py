"""Findings about annotations and about reality. Everything that knows the fields of a finding here
stands in this file."""

from runcard.domain.playbooks.findings import Kind, finding
from runcard.domain.playbooks.model import Finding, Grade

UNCLEAR_ANNOTATION = Kind(
    "RC093",
    Grade.WARNING,
    "An annotation is not understood or names nothing in this document; it settles nothing",
    "<!-- runcard: cadence P1 = 30 min -->",
)
NO_SUCH_HOST = Kind(
    "RC901",
    Grade.WARNING,
    "A host of the document cannot be resolved",
    "Correct the name, or say which host is meant now",
)
NO_ANSWER = Kind(
    "RC902",
    Grade.WARNING,
    "An address of the document gives no answer",
    "Correct the address, or take it out",
)
BAD_ANSWER = Kind(
    "RC903",
    Grade.WARNING,
    "An address of the document answers that it is not there",
    "Correct the address, or take it out",
)
NO_SUCH_PROGRAM = Kind(
    "RC904",
    Grade.WARNING,
    "A program that the document runs is not installed here",
    "Install it where responders work, or say from which machine the command is run",
)
NOBODY_BOUND = Kind(
    "RC905",
    Grade.ERROR,
    "The team file says nobody stands behind a name that is to be called",
    'runcard bind DOCUMENT --set "…=WHO"',
)
NOT_ASKED = Kind(
    "RC906",
    Grade.INFO,
    "The document was not checked whole against reality",
    "Give it more time with `within` in the facts, or allow what was refused",
)


def raised(kind: Kind, line: int, about: str = "", gap: str = "") -> Finding:
    """A finding of one of the kinds above."""
    return finding(kind, line, about, gap)

"""Findings about reality: what a document names and the world does not have."""

from runcard.domain.playbooks.findings import Kind, finding
from runcard.domain.playbooks.model import Finding, Flaw, Grade

NO_SUCH_HOST = Kind(
    "RC901",
    Grade.WARNING,
    Flaw.DANGLING,
    "A host of the document cannot be resolved",
    "Correct the name, or say which host is meant now",
    "A responder who copies the name gets an error where help was promised.",
    bad="",
    good="",
)
NO_ANSWER = Kind(
    "RC902",
    Grade.WARNING,
    Flaw.DANGLING,
    "An address of the document gives no answer",
    "Correct the address, or take it out",
    "At three in the morning nobody can tell a wrong address from a broken service.",
    bad="",
    good="",
)
BAD_ANSWER = Kind(
    "RC903",
    Grade.WARNING,
    Flaw.DANGLING,
    "An address of the document answers that it is not there",
    "Correct the address, or take it out",
    "The page was moved or taken down since the document was written.",
    bad="",
    good="",
)
NO_SUCH_PROGRAM = Kind(
    "RC904",
    Grade.WARNING,
    Flaw.UNRESOLVED,
    "A program that the document runs is not installed here",
    "Install it where responders work, or say from which machine the command is run",
    "The first command of a runbook must not be an installation.",
    bad="",
    good="",
)
NOBODY_BOUND = Kind(
    "RC905",
    Grade.ERROR,
    Flaw.CONTACTS,
    "The team file says nobody stands behind a name that is to be called",
    'runcard bind DOCUMENT --set "…=WHO"',
    "A page to this name goes to the fallback list, and the document promises somebody else.",
    bad="",
    good="",
)
NOT_ASKED = Kind(
    "RC906",
    Grade.INFO,
    Flaw.HYGIENE,
    "The document was not checked whole against reality",
    "Give it more time with `within` in the facts, or allow what was refused",
    "What was not asked may still be wrong.",
    bad="",
    good="",
)

REALITY = {
    kind.code: kind
    for kind in (NO_SUCH_HOST, NO_ANSWER, BAD_ANSWER, NO_SUCH_PROGRAM, NOBODY_BOUND, NOT_ASKED)
}


def raised(kind: Kind, line: int, about: str = "", gap: str = "") -> Finding:
    """A finding of one of the kinds above."""
    return finding(kind, line, about, gap)

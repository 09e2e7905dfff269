"""The table of findings: one stable code each, what it means, and how to cure it."""

from dataclasses import dataclass

from runcard.domain.playbooks.model import Finding, Grade


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of finding. `hint` is the line to add; `…` in it is filled in."""

    code: str
    grade: Grade
    meaning: str
    hint: str


GAP = "…"

NO_SEVERITIES = Kind(
    "RC001",
    Grade.WARNING,
    "The document defines no severity levels",
    "Add a table: | Severity | Definition | Response time | with one row a level, worst first",
)
NO_RESPONSE = Kind(
    "RC101",
    Grade.WARNING,
    "A level says nothing about how soon somebody must respond",
    "**Response Time**: 30 minutes",
)
NO_ACKNOWLEDGE = Kind(
    "RC102",
    Grade.INFO,
    "No level says how soon a page must be acknowledged",
    "**Acknowledge**: within 5 minutes",
)
UNREAD_TIME = Kind(
    "RC103",
    Grade.WARNING,
    "A time was expected here and the phrase is not understood; no clock runs on it",
    "Write a number and a unit, such as `30 minutes`, or `next business day`",
)
CLASHING_TIMES = Kind(
    "RC104",
    Grade.WARNING,
    "Two places give one level different times; the stricter one counts",
    "Keep one of the two, or write the same time in both places",
)
LATE_ACKNOWLEDGE = Kind(
    "RC105",
    Grade.WARNING,
    "A page may be acknowledged later than the response is due",
    "**Acknowledge**: …, or sooner",
)
NO_CADENCE = Kind(
    "RC201",
    Grade.WARNING,
    "Nothing says how often people are told while an incident lasts",
    "**Communication**: every 30 minutes",
)
LEVEL_WITHOUT_CADENCE = Kind(
    "RC202",
    Grade.INFO,
    "The worst level has no update cadence of its own",
    "**Communication**: every 30 minutes",
)
CLASHING_CADENCE = Kind(
    "RC203",
    Grade.WARNING,
    "Two places give one level different update cadences; the stricter one counts",
    "Keep one of the two, or say whom each of them is for",
)
NO_CHAIN = Kind(
    "RC301",
    Grade.WARNING,
    "No chain says who is called when nobody answers",
    "1. **On-Call Engineer**  2. **Team Lead** (if not acknowledged in 15 min)",
)
CHAIN_WITHOUT_DELAYS = Kind(
    "RC302",
    Grade.INFO,
    "The escalation chain names people and no times",
    "2. **…** (if not acknowledged in 15 min)",
)
NO_CONTACTS = Kind(
    "RC401",
    Grade.INFO,
    "The document lists no contacts",
    "- **On-Call Engineer**: +44 20 0000 0000",
)
EMPTY_CONTACT = Kind(
    "RC402",
    Grade.WARNING,
    "A contact is still a placeholder, so nobody can be reached by it",
    "- **…**: a real telephone number or address",
)
NO_TEMPLATES = Kind(
    "RC501",
    Grade.INFO,
    "There is no message template to write updates from",
    "### Status Update, with a fenced text that holds [status], [impact] and [next update]",
)
UNKNOWN_PLACEHOLDER = Kind(
    "RC502",
    Grade.INFO,
    "A template asks for something that no incident field holds; a person must fill it in",
    "Use a known field, such as [impact], [eta] or [next update]",
)
NO_REVIEW_DEADLINE = Kind(
    "RC601",
    Grade.WARNING,
    "Nothing says by when an incident must be reviewed",
    "Post-mortem within 5 business days",
)
NO_REVIEW_TEMPLATE = Kind(
    "RC602",
    Grade.INFO,
    "There is no form for the review; the built-in one is used",
    "## Post-Mortem Template, with a fenced Markdown form that has headings",
)

KINDS = (
    NO_SEVERITIES, NO_RESPONSE, NO_ACKNOWLEDGE, UNREAD_TIME, CLASHING_TIMES, LATE_ACKNOWLEDGE,
    NO_CADENCE, LEVEL_WITHOUT_CADENCE, CLASHING_CADENCE, NO_CHAIN, CHAIN_WITHOUT_DELAYS,
    NO_CONTACTS, EMPTY_CONTACT, NO_TEMPLATES, UNKNOWN_PLACEHOLDER, NO_REVIEW_DEADLINE,
    NO_REVIEW_TEMPLATE,
)  # fmt: skip


def finding(kind: Kind, line: int, about: str = "", gap: str = "") -> Finding:
    """A finding of a kind at a line; `about` says which level, phrase or person it concerns."""
    message = f"{kind.meaning}: {about}" if about else kind.meaning
    return Finding(kind.code, line, line, kind.grade, message, kind.hint.replace(GAP, gap))

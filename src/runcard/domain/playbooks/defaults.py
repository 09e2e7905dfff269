"""What we promise where a document and the team file are silent; nothing else invents a number."""

import re
from datetime import timedelta

from runcard.domain.playbooks.messages.fields import FIELDS
from runcard.domain.playbooks.model import Placeholder, ReviewTemplate, Template

NOW = timedelta(0)
NOW_MEANS = timedelta(minutes=5)
"""`Immediate` gives no number: an unanswered first page goes on after this long."""

RESPOND = (timedelta(minutes=15), timedelta(minutes=30), timedelta(hours=4))
"""By rank, the worst first; the last one holds for every level below."""

UPDATE_EVERY = (timedelta(minutes=30), timedelta(minutes=60))
"""By rank; below, no update is owed."""

MONITORING = timedelta(minutes=30)

REVIEW_DAYS = 5
"""Business days after the resolution, for as many levels as have an update cadence: long enough
to find an hour for everybody, short enough to remember."""

ROUNDS = 3
"""How often the escalation goes round before it says that nobody answers."""

ON_CALL = "On-Call"
"""The title whose schedule is the first responder of a document that names none."""

FALLBACK = "Fallback list"
"""The title of the people of `fallback` in the team file."""

INITIAL = """\
Incident: [title]
Severity: [severity]
Status: [status]
Started: [started_at]
Impact: [impact]
Commander: [incident_commander]
Next update: [next_update_at]"""

UPDATE = """\
Update on [incident_number]: [title]
Status: [status]
Duration: [duration]
Done so far: [actions]
Next steps: [next_steps]
Next update: [next_update_at]"""

RESOLUTION = """\
Resolved: [title]
Duration: [duration]
Impact: [impact]
Cause: [root_cause]
Actions taken: [actions]"""

REVIEW = """\
# Review of [incident_number]: [title]

## Summary

- Date: [date]
- Duration: [duration]
- Severity: [severity]
- Commander: [incident_commander]
- Impact: [impact]

## Timeline

- HH:MM - what happened

## Root cause

[root_cause]

## What went well

- [what went well]

## What went wrong

- [what went wrong]

## Action items

- [ ] [action] (owner: [owner], due: [due date])"""

TOKEN = re.compile(r"\[[a-z][a-z_ ]+\]")
TITLES = {"initial": "First notice", "update": "Update", "resolution": "Resolution"}
TEXTS = {"initial": INITIAL, "update": UPDATE, "resolution": RESOLUTION}
OUR_LINE = 1
"""Our texts stand in no document; lines count from their own first one."""


def own_template(moment: str) -> Template:
    """Our words for `initial`, `update` or `resolution`."""
    text = TEXTS[moment]
    return Template(
        title=TITLES[moment], line=OUR_LINE, audience="internal", text=text, text_line=OUR_LINE,
        placeholders=placeholders_of(text), moment=moment,
    )  # fmt: skip


def own_review_template() -> ReviewTemplate:
    """Our form for afterwards."""
    sections = tuple(re.findall(r"(?m)^## (.+)$", REVIEW))
    return ReviewTemplate(OUR_LINE, REVIEW, OUR_LINE, sections, placeholders_of(REVIEW))


def placeholders_of(text: str) -> tuple[Placeholder, ...]:
    """Our tokens are the names of the fields they ask for; any other is for a person to fill."""
    return tuple(
        Placeholder(token, line, field_in(token))
        for line, said in enumerate(text.split("\n"), OUR_LINE)
        for token in dict.fromkeys(TOKEN.findall(said))
    )


def field_in(token: str) -> str | None:
    field = token.strip("[]")
    return field if field in FIELDS else None

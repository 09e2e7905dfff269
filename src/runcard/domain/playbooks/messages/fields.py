"""The closed list of what a template may ask for, and which of them a placeholder means."""

import re

from runcard.domain.playbooks.levels.names import level_head
from runcard.domain.playbooks.page.blocks import label_of
from runcard.domain.playbooks.vocabulary import Vocabulary

FIELDS = (
    "severity", "title", "description", "status", "impact", "users_affected", "services",
    "started_at", "detected_at", "resolved_at", "time", "next_update_at", "duration",
    "root_cause", "actions", "eta", "progress", "next_steps", "incident_number", "update_number",
    "incident_commander", "technical_lead", "channel", "link", "date", "prevention",
    "recipient", "sender", "review_at", "action", "owner",
)  # fmt: skip
# Words so general that the label of the line says more: `Next update: [time]`.
GENERAL = {
    "time",
    "date",
    "sender",
    "actions",
    "incident_number",
    "severity",
    "link",
    "description",
}
WEAK_LABELS = {"title", "description", "status", None}
TIMES = {"time", "date"}
LEVEL_BEFORE = re.compile(r"(?:\bP|SEV-?|Sev ?|Level ?|Severity:? ?)$")
UPDATE_BEFORE = re.compile(r"\bupdate\s*(?:no\.?|#)\s*$", re.IGNORECASE)
NUMBER_BEFORE = re.compile(r"(?:INC-?|Incident ?#|#|Case ?)$", re.IGNORECASE)
CHANNEL_BEFORE = re.compile(r"#[\w-]+$")
SEGMENT = re.compile(r"[.;,|]\s")
FEW_WORDS = 24
# What stands further in front says nothing of a placeholder.
CLOSE_BY = 240


def field_of(token: str, line: str, at: int, words: Vocabulary) -> str | None:
    """The field a placeholder means, by the words in it, before it, and by the line's label."""
    before = line[max(0, at - CLOSE_BY) : at]
    if CHANNEL_BEFORE.search(before):
        return "channel"
    if LEVEL_BEFORE.search(before) or level_head(token.strip("[]<>{}"), words):
        return "severity"
    if UPDATE_BEFORE.search(before):
        return "update_number"
    if NUMBER_BEFORE.search(before):
        return "incident_number"
    return _by_words(token, SEGMENT.split(before)[-1], words)


def _by_words(token: str, before: str, words: Vocabulary) -> str | None:
    inside = token.strip("[]<>{}$%@【】 ").replace("_", " ").strip()
    own = words.fields.exactly(inside)
    label = label_of(before)
    named = words.fields.exactly(label.name) if label else None
    if own is not None and own not in GENERAL:
        return own
    if named not in WEAK_LABELS:
        return named
    if own in TIMES:
        return _which_time(before, words) or own
    loose = words.fields.find(label.name) if label else None
    return own or _spoken_of(inside, words) or named or loose


def _spoken_of(inside: str, words: Vocabulary) -> str | None:
    """The field of the longest phrase in a gap; a day or an hour only where the gap begins or ends
    with it: `kinds of data, as far as known` asks for no day, in whatever tongue `data` is one."""
    found = words.fields.find(inside)
    if found not in TIMES:
        return found
    said = [
        one for one in words.fields.matches(inside) if words.fields.phrases[one.group()][0] in TIMES
    ]
    return found if any(one.start() == 0 or one.end() == len(inside) for one in said) else None


def _which_time(before: str, words: Vocabulary) -> str | None:
    """`detected at <time>`, `since HH:MM`, `next report at HH:MM`."""
    if words.talk.speaks_of(before, "next"):
        return "next_update_at"
    named = words.fields.find(before[-FEW_WORDS:])
    return named if named in {"started_at", "detected_at", "resolved_at", "review_at"} else None

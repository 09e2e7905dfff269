"""Whether a level wakes anybody: the words and times by which a document says that it does not."""

import re

from runcard.domain.playbooks.model import Severity, Text, TimeValue
from runcard.domain.playbooks.words import folded

QUIET = re.compile(
    r"\btickets?\b|\blog(?:ged)? (?:it|only|for|in)\b|\bno (?:immediate |)notifications?\b"
    r"|\bno (?:page|paging|call|alert)\b|\b(?:do not|don't|never|not) (?:page|wake|call|paged)\b"
    r"|\bnobody\b|\bbacklog\b|\bnicht (?:wecken|alarmieren)\b|\bkeine (?:sofortige )?\w*meldung\b"
    r"|\bpas d'appel\b|\bsans (?:appel|notification)\b|\bsin (?:aviso|notificaci\w+)\b"
    r"|\bsem (?:aviso|notifica\w+)\b|工单|不通知|无需通知|通知なし|チケット"
    r"|без уведомлен|тикет|티켓",
)
LOUD = re.compile(
    r"(?<!not )(?<!n't )(?<!no )(?<!never )\b(?:page[sd]?|paging|phone|call|ring|wake)\b(?! only)"
    r"|\bon-?call\b|电话|呼叫",
)
QUIET_CALENDARS = frozenset({
    "next_business_day", "same_business_day", "business_hours", "best_effort", "next_release",
    "work_session",
})  # fmt: skip


def why_silent(level: Severity) -> str | None:
    """Why this level wakes nobody, in the document's words; None where it pages."""
    for said in (level.communication, level.action):
        if is_quiet(said) and said is not None:
            return f"the document says: {said.text}"
    if is_off_the_clock(level.response) and level.response is not None:
        return None if is_on_the_clock(level.acknowledge) else f"response: {level.response.text}"
    if level.response is None and is_off_the_clock(level.acknowledge):
        return f"acknowledge: {level.acknowledge.text}" if level.acknowledge else None
    return None


def is_quiet(said: Text | None) -> bool:
    """`Create ticket, no immediate notification`; not `create a ticket and page the on-call`."""
    if said is None:
        return False
    low = folded(said.text)
    return QUIET.search(low) is not None and LOUD.search(low) is None


def is_off_the_clock(value: TimeValue | None) -> bool:
    """A time of the team's calendar: it counts while the team works and wakes nobody."""
    if value is None or value.calendar is None:
        return False
    return value.calendar in QUIET_CALENDARS or value.calendar.startswith("business_days")


def is_on_the_clock(value: TimeValue | None) -> bool:
    """A number of minutes or hours at any time of the day."""
    return value is not None and value.calendar is None and value.seconds is not None

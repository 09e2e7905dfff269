"""What is known about an incident, by the field a placeholder asks for and the form it wants."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from runcard.domain.incidents.model import Status
from runcard.domain.people.zones import zone_named
from runcard.domain.playbooks.levels.spellings import NUMBERED
from runcard.domain.playbooks.words import folded
from runcard.kernel.lines import one_line
from runcard.kernel.spans import spoken

UPDATE_NUMBER = re.compile(
    r"(?:update|aktualisierung|mise à jour|actualización)\s*(?:#|n[°o.]?)\s*$"
)
NUMBER_BEFORE = re.compile(r"(?:inc-?|#)$")
DUE = re.compile(
    r"(?:due|deadline|target date|by|until|fällig|bis|échéance|avant le|vence|plazo|prazo|fecha "
    r"límite|期限|截止\w*|まで)(?: date)?\W*$"
)
HOURS = re.compile(
    r"^\s*(?:h\b|hrs?\b|hours?\b|std\b|stunden?\b|heures?\b|horas?\b|小时|時間|시간)"
)
MINUTES = re.compile(r"^\s*(?:m\b|mins?\b|minutes?\b|minuten\b|minutos?\b|分|분)")
CLOCK_TOKENS = frozenset({"hh:mm", "xx:xx", "hhhmm"})
TIME_WORDS = frozenset({"time", "heure", "hora", "uhrzeit", "ora", "时间", "時刻"})
MOST_WORDS = 3
"""A blank that asks in a sentence wants a sentence, not the title."""


@dataclass(frozen=True, slots=True)
class Facts:
    """What is known now; None is a gap. Words may come from outside and are kept to one line."""

    incident: str
    """INC-42."""
    title: str
    status: Status
    started_at: datetime
    now: datetime
    severity: str | None = None
    """The document's own key; None while provisional."""
    zone: str = "UTC"
    updates: int = 0
    """How many were posted before this one."""
    detected_at: datetime | None = None
    resolved_at: datetime | None = None
    next_update_at: datetime | None = None
    review_at: datetime | None = None
    commander: str | None = None
    technical_lead: str | None = None
    services: str | None = None
    description: str | None = None
    channel: str | None = None
    link: str | None = None
    team: str | None = None

    @property
    def duration(self) -> timedelta:
        """How long it lasted, or has lasted so far."""
        return (self.resolved_at or self.now) - self.started_at

    @property
    def number(self) -> str:
        """42."""
        return self.incident.rpartition("-")[2]


@dataclass(frozen=True, slots=True)
class Blank:
    """A placeholder where it stands: what is written before and behind it on its line."""

    token: str
    before: str
    behind: str

    @property
    def inside(self) -> str:
        return folded(self.token.strip("[]<>{}$%【】 "))


def value_of(field: str, facts: Facts, blank: Blank) -> str | None:
    """The words for a field in the form its place asks for; None where nothing is known."""
    filler = FILLERS.get(field)
    said = None if filler is None else filler(facts, blank)
    return None if said is None else one_line(said)


def severity(facts: Facts, blank: Blank) -> str | None:
    """`P[X]` asks for the digit, `PX` for the whole key."""
    if facts.severity is None:
        return None
    numbered = NUMBERED.match(facts.severity)
    if numbered is None or not numbered.group(1):
        return facts.severity
    stem = folded(numbered.group(1)).strip(" .#_-")
    before = folded(blank.before).rstrip(" -_#")
    return numbered.group(2) if before.endswith(stem) else facts.severity


def number(facts: Facts, blank: Blank) -> str:
    """`INC-[number]` and `#[number]` ask for the digits."""
    is_digits = NUMBER_BEFORE.search(folded(blank.before).rstrip())
    return facts.number if is_digits else facts.incident


def duration(facts: Facts, blank: Blank) -> str | None:
    """`X hours Y minutes` asks for two numbers, `X hours` for one, anything else for words."""
    minutes = max(1, round(facts.duration.total_seconds() / 60))
    is_single = len(blank.inside) <= 2 or blank.inside in {"minuten", "分钟", "分"}
    if is_single and MINUTES.match(blank.behind):
        return str(minutes % 60 if HOURS_BEFORE.search(folded(blank.before)) else minutes)
    if is_single and HOURS.match(blank.behind):
        is_split = MINUTES_LATER.search(folded(blank.behind)) is not None
        return str(minutes // 60) if is_split else f"{minutes / 60:.1f}".removesuffix(".0")
    return spoken(timedelta(minutes=minutes))


HOURS_BEFORE = re.compile(r"[\dxn}>\]]\s*(?:hours?|h|horas?|heures?|stunden?|小时|時間)\W*$")
MINUTES_LATER = re.compile(r"^\s*\w+\W+\S{1,4}\s+(?:min|分)")


def short(words: str, blank: Blank) -> str | None:
    """What happened, where a few words are asked for."""
    return words if len(blank.inside.split()) <= MOST_WORDS else None


def known_at(at: datetime | None, facts: Facts, blank: Blank) -> str | None:
    return None if at is None else said_at(at, facts, blank)


def date_of(facts: Facts, blank: Blank) -> str | None:
    """The day it began; `Due: YYYY-MM-DD` asks for another day, which a person sets."""
    is_deadline = DUE.search(folded(blank.before)) is not None
    return None if is_deadline else said_at(facts.started_at, facts, blank)


def review(facts: Facts, blank: Blank) -> str | None:
    """Nobody has scheduled it; what is known is by when it is due."""
    return None if facts.review_at is None else f"by {said_at(facts.review_at, facts, blank)}"


def said_at(at: datetime, facts: Facts, blank: Blank) -> str:
    """`03:01`, `2026-11-21`, or both with the zone, as the token asks."""
    local = at.astimezone(zone_named(facts.zone))
    if blank.inside in CLOCK_TOKENS:
        return f"{local:%Hh%M}" if blank.inside == "hhhmm" else f"{local:%H:%M}"
    if blank.inside in TIME_WORDS:
        return f"{local:%H:%M} {local.tzname()}"
    if re.fullmatch(r"[ya]{4}mmdd", blank.inside):
        return f"{local:%Y%m%d}"
    if re.fullmatch(r"[ya]{4}-mm-dd|date|datum|data|fecha|日期|日付|current date", blank.inside):
        return f"{local:%Y-%m-%d}"
    return f"{local:%Y-%m-%d %H:%M} {local.tzname()}"


def channel(facts: Facts, blank: Blank) -> str | None:
    """A channel's own pattern (`#incident-YYYYMMDD-NNN`) is filled piece by piece."""
    if re.fullmatch(r"[ya]{4}mmdd", blank.inside):
        return said_at(facts.started_at, facts, blank)
    if re.fullmatch(r"n{2,}|x{2,}", blank.inside):
        return facts.number.zfill(len(blank.inside))
    if blank.before.endswith("-"):
        return re.sub(r"[^a-z0-9]+", "-", facts.title.lower()).strip("-")[:40] or None
    return facts.channel


FILLERS: dict[str, Callable[[Facts, Blank], str | None]] = {
    "severity": severity,
    "title": lambda facts, blank: short(facts.title, blank),
    "description": lambda facts, blank: short(facts.description or facts.title, blank),
    "status": lambda facts, _: facts.status.value.capitalize(),
    "services": lambda facts, _: facts.services,
    "started_at": lambda facts, blank: said_at(facts.started_at, facts, blank),
    "detected_at": lambda facts, blank: said_at(
        facts.detected_at or facts.started_at, facts, blank
    ),
    "resolved_at": lambda facts, blank: known_at(facts.resolved_at, facts, blank),
    "next_update_at": lambda facts, blank: known_at(facts.next_update_at, facts, blank),
    "time": lambda facts, blank: said_at(facts.now, facts, blank),
    "date": date_of,
    "duration": duration,
    "incident_number": number,
    "update_number": lambda facts, _: str(facts.updates + 1),
    "review_at": review,
    "incident_commander": lambda facts, _: facts.commander,
    "technical_lead": lambda facts, _: facts.technical_lead,
    "channel": channel,
    "link": lambda facts, _: facts.link,
    "sender": lambda facts, _: facts.team,
}

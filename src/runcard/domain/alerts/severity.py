"""The severity of an alert: one pure function of a card and a signal that says why."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from runcard.domain.alerts.criteria import (
    LONGEST_TEXT,
    Criterion,
    Evidence,
    criteria_of,
    score,
    stems_of,
)
from runcard.domain.alerts.model import Judged, Signal
from runcard.domain.alerts.readings import readings_in, values_among
from runcard.domain.playbooks.card import Card
from runcard.domain.playbooks.levels.spellings import keys_named, spellings, squeezed
from runcard.domain.playbooks.model import Playbook, Runbook, Severity
from runcard.domain.playbooks.words import folded, slug

LABELS = (
    "severity", "sev", "priority", "prio", "level", "severity_level", "alert_severity",
    "incident_severity", "urgency", "criticality", "gravity", "p",
)  # fmt: skip
RUNBOOK_LABELS = ("runbook", "runbook_url", "runbook_link", "playbook_url")
ANCHOR = re.compile(r"#([^#?]+)$")
NOTHING = "nothing in the alert names a severity of the document"
NO_LEVELS = "the document defines no severities"


@dataclass(frozen=True, slots=True)
class Routed:
    """A runbook that has a severity of its own, and how an alert may name it."""

    key: str
    line: int
    title: str
    slug: str
    stems: frozenset[str]


@dataclass(frozen=True, slots=True)
class Judge:
    """Everything of a card that decides, compiled once."""

    lines: Mapping[str, int]
    spelled: Mapping[str, str]
    runbooks: tuple[Routed, ...]
    criteria: tuple[Criterion, ...]
    foreign: Mapping[str, tuple[str, str]]
    """A word of the senders → the document's key, and what the team file says."""

    def judge(self, signal: Signal) -> Judged:
        """By its label; else the runbook it routes to; else the line of the document it meets;
        else the team's word for it; else nothing, and the responder decides."""
        if not self.lines:
            return Judged(None, NO_LEVELS)
        labelled = self.by_label(signal)
        if labelled is not None:
            return labelled
        evidence = evidence_of(signal)
        return (
            self.by_runbook(signal, evidence)
            or self.by_criteria(evidence)
            or self.by_foreign_word(signal)
            or Judged(None, NOTHING)
        )

    def by_label(self, signal: Signal) -> Judged | None:
        for said in (signal.labels, signal.annotations):
            for name in LABELS:
                value = said.get(name)
                key = None if value is None else self.spelled.get(squeezed(value))
                if key is not None:
                    return Judged(key, f"label {name}={value}", self.lines[key])
        return None

    def by_runbook(self, signal: Signal, evidence: Evidence) -> Judged | None:
        named = runbook_words(signal)
        for one in self.runbooks:
            if one.slug in named:
                return Judged(one.key, f"runbook {one.title}", one.line)
        met = [one for one in self.runbooks if one.stems and one.stems <= evidence.stems]
        best = max(met, key=lambda one: len(one.stems), default=None)
        return None if best is None else Judged(best.key, f"runbook {best.title}", best.line)

    def by_criteria(self, evidence: Evidence) -> Judged | None:
        """The most specific line; of two as specific the more severe."""
        best, most = None, 0
        for one in self.criteria:
            points = score(one, evidence)
            if points > most:
                best, most = one, points
        return None if best is None else Judged(best.key, f"it says: {best.said}", best.line)

    def by_foreign_word(self, signal: Signal) -> Judged | None:
        for name in LABELS:
            meant = self.foreign.get(signal.labels.get(name, "").casefold())
            if meant is not None:
                key, said = meant
                why = f"label {name}={signal.labels[name]}, which the team file calls {said}"
                return Judged(key, why, self.lines[key])
        return None


def judge_for(card: Card) -> Judge:
    """Compile a card's levels, runbooks, criteria and foreign words."""
    levels = card.playbook.severities
    spelled = spellings(levels)
    meant = {
        word.casefold(): (key, said)
        for word, said in card.team.words.items()
        if (key := key_meant(said, levels, spelled)) is not None
    }
    return Judge(
        lines={level.key: level.line for level in levels},
        spelled=spelled,
        runbooks=routed(card.playbook, spelled),
        criteria=criteria_of(levels),
        foreign=meant,
    )


def key_meant(said: str, levels: Sequence[Severity], spelled: Mapping[str, str]) -> str | None:
    """A key of the document, or a rank from 1; a rank beyond the last means the last."""
    if said.strip().isdigit() and levels:
        return levels[min(max(int(said), 1), len(levels)) - 1].key
    return spelled.get(squeezed(said))


def routed(playbook: Playbook, spelled: Mapping[str, str]) -> tuple[Routed, ...]:
    """The runbooks that say which severity they are."""
    found = [(one, key_of(one, playbook, spelled)) for one in playbook.runbooks]
    return tuple(
        Routed(key, one.line, one.title, slug(folded(one.title)), stems_of(one.title))
        for one, key in found
        if key is not None
    )


def key_of(runbook: Runbook, playbook: Playbook, spelled: Mapping[str, str]) -> str | None:
    """The level a runbook names; of several the worst."""
    if runbook.severity is None:
        return None
    exact = spelled.get(squeezed(runbook.severity))
    return exact or next(iter(keys_named(playbook, runbook.severity)), None)


def runbook_words(signal: Signal) -> frozenset[str]:
    """How an alert names its runbook: a label, or the anchor of a link."""
    words: list[str] = []
    for name in RUNBOOK_LABELS:
        for said in (signal.labels.get(name), signal.annotations.get(name)):
            if said is not None:
                anchor = ANCHOR.search(said)
                words.append(slug(folded(anchor.group(1) if anchor else said)))
    return frozenset(words)


def evidence_of(signal: Signal) -> Evidence:
    """Everything an alert says, ready to be held against the document."""
    labels = [signal.labels.get(name, "") for name in ("alertname", "service", "job", "component")]
    said = " . ".join([signal.title, *labels, *signal.annotations.values()])[:LONGEST_TEXT]
    readings = [*readings_in(said), *values_among(signal.annotations, signal.labels)]
    return Evidence(stems_of(said), folded(said), tuple(readings))

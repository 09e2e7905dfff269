"""The playbooks in force over HTTP: what was understood, and what was not."""

from collections import Counter
from dataclasses import dataclass

from fastapi import APIRouter

from runcard.domain.playbooks.card import Card
from runcard.domain.playbooks.model import (
    Cadence,
    Contact,
    EscalationChain,
    Finding,
    Grade,
    Phase,
    ReviewRules,
    Role,
    Runbook,
    Severity,
    SeverityForm,
    Template,
    Text,
    TimeValue,
)
from runcard.interfaces.api.auth import Asks, By
from runcard.interfaces.api.wire import Listing
from runcard.kernel.errors import NotFound

routes = APIRouter(tags=["playbooks"])


@dataclass(frozen=True, slots=True)
class PlaybookLine:
    """One playbook in a list."""

    id: str
    name: str
    title: str | None
    lines: int
    levels: tuple[str, ...]
    templates: int
    runbooks: int
    findings: dict[str, int]


@dataclass(frozen=True, slots=True)
class PlaybookShown:
    """All that was understood; every part knows its line of the document."""

    id: str
    name: str
    title: str | None
    title_line: int | None
    severity_form: SeverityForm
    severities: tuple[Severity, ...]
    cadences: tuple[Cadence, ...]
    chains: tuple[EscalationChain, ...]
    triggers: tuple[Text, ...]
    roles: tuple[Role, ...]
    contacts: tuple[Contact, ...]
    phases: tuple[Phase, ...]
    runbooks: tuple[Runbook, ...]
    templates: tuple[Template, ...]
    review: ReviewRules
    monitoring: TimeValue | None
    findings: tuple[Finding, ...]


@routes.get("/playbooks")
async def list_playbooks(desk: Asks, by: By) -> Listing[PlaybookLine]:
    """Every playbook in force."""
    return Listing(tuple(map(line_of, await desk.judged_cards(by))))


@routes.get("/playbooks/{name}")
async def show_playbook(desk: Asks, by: By, name: str) -> PlaybookShown:
    """One playbook by its name."""
    for card in await desk.judged_cards(by):
        if name in {card.name, card.id}:
            return playbook_shown(card)
    raise NotFound(f"there is no playbook {name[:80]!r} in force; GET /api/v1/playbooks lists them")


def line_of(card: Card) -> PlaybookLine:
    """A playbook in numbers."""
    book = card.playbook
    counted = Counter(finding.grade for finding in book.findings)
    return PlaybookLine(
        card.id, card.name, book.title, len(book.lines),
        tuple(level.key for level in book.severities), len(book.templates), len(book.runbooks),
        {grade.value: counted[grade] for grade in Grade},
    )  # fmt: skip


def playbook_shown(card: Card) -> PlaybookShown:
    """Everything but the text itself."""
    book = card.playbook
    return PlaybookShown(
        card.id, card.name, book.title, book.title_line, book.severity_form, book.severities,
        book.cadences, book.chains, book.triggers, book.roles, book.contacts, book.phases,
        book.runbooks, book.templates, book.review, book.monitoring, book.findings,
    )  # fmt: skip

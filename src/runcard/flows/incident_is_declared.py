"""A person says that something is wrong: the same incident, the same pages, no alert needed."""

from dataclasses import dataclass

from runcard.db.work import Work
from runcard.domain.incidents import actions as incidents
from runcard.domain.incidents.model import Incident, Opening
from runcard.domain.incidents.rules import rank_of
from runcard.domain.playbooks.card import Card
from runcard.flows.house import ENGINE, House
from runcard.flows.rungs import escalations_begin
from runcard.kernel.errors import Invalid
from runcard.ledgers.timeline import store as timeline
from runcard.ledgers.timeline.model import Opened


@dataclass(frozen=True, slots=True)
class Declaration:
    """What the person said; without a severity it is provisional."""

    title: str
    severity: str | None = None
    playbook: str | None = None


def incident_is_declared(work: Work, house: House, declaration: Declaration) -> Incident:
    """Open it and page. Raises Invalid without a title or for a severity the document lacks."""
    title = declaration.title.strip()
    if not title:
        raise Invalid("An incident needs a title: say what is wrong", where="/title")
    card = house.deck.named(declaration.playbook)
    severity = None if declaration.severity is None else level_of(card, declaration.severity)
    by = work.actor.label
    why = f"{by} declared it" if severity else f"{by} declared it without a severity"
    opening = Opening(
        title, severity, why, None, card.id, "declared", work.new_id("dec"), rank_of(card, severity)
    )
    incident = incidents.declare(work, opening)
    opened = Opened(title, severity, opening.provisional, why, card.name)
    timeline.write(work, incident.id, opened)
    if house.deck.promises(card, severity).pages:
        with work.acting(ENGINE):
            escalations_begin(work, house.deck, [incident])
    return incident


def level_of(card: Card, said: str) -> str:
    """The document's own key for what a person typed. Raises Invalid for one it does not have."""
    wanted = squeezed(said)
    for level in card.playbook.severities:
        if wanted in {squeezed(level.key), squeezed(level.name or level.key)}:
            return level.key
    keys = ", ".join(level.key for level in card.playbook.severities) or "none"
    raise Invalid(
        f"{said!r} is not a severity of {card.name}; its severities are: {keys}", where="/severity"
    )


def squeezed(words: str) -> str:
    """Only what tells severities apart: `sev-1`, `SEV 1` and `Sev1` are one."""
    return "".join(letter for letter in words.casefold() if letter.isalnum())

"""The source of a playbook with line numbers, what was understood of it and what was not."""

from starlette.responses import Response
from starlette.routing import BaseRoute

from runcard.domain.playbooks.model import Grade
from runcard.interfaces.web.door import Door, Visit
from runcard.interfaces.web.source_notes import lines_with_notes
from runcard.interfaces.web.wording import playbook_says

WORST_FIRST = (Grade.ERROR, Grade.WARNING, Grade.INFO)


def routes(door: Door) -> list[BaseRoute]:
    """All playbooks, and one; a version keeps its address, so a line means the same for ever."""
    return [door.page("/playbooks", library), door.page("/playbooks/{name}", playbook)]


async def library(visit: Visit) -> Response:
    """Every playbook in force, and what it says of itself."""
    cards = await visit.desk.judged_cards(visit.actor)
    facts = {
        "cards": [(card, playbook_says(card.playbook.findings)) for card in cards],
        "me": visit.actor.label,
        "here": "/playbooks",
    }
    return visit.paper.page("playbooks/library.html", facts)


async def playbook(visit: Visit) -> Response:
    """One document, line by line."""
    card = await visit.desk.judged_card(visit.actor, visit.part("name"))
    findings = card.playbook.findings
    facts = {
        "card": card,
        "says": playbook_says(findings),
        "lines": lines_with_notes(card.playbook),
        "general": [each for each in findings if not 1 <= each.line <= len(card.playbook.lines)],
        "first": sorted(findings, key=lambda each: WORST_FIRST.index(each.grade))[:2],
        "me": visit.actor.label,
        "here": "/playbooks",
    }
    return visit.paper.page("playbooks/playbook.html", facts)

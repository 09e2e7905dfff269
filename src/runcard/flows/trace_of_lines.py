"""What each promising line of a document does in the product today, or that it does nothing yet."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from enum import Enum

from runcard.domain.commands.shell_lines import shell_commands
from runcard.domain.comms.facts import FILLERS
from runcard.domain.playbooks.card import Card
from runcard.domain.playbooks.model import CadencePlace, Playbook, Severity, TimeValue
from runcard.domain.playbooks.nouns.appendix import FencedBlock, FenceKind
from runcard.domain.playbooks.page.checkboxes import BOX
from runcard.domain.reviews.draft import SETTLED
from runcard.flows.lines_in_force import Mechanism, lines_in_force

RUN = {FenceKind.COMMANDS, FenceKind.SQL}
ALWAYS = {Mechanism.FILLED, Mechanism.GAP}


class Promise(Enum):
    """What sort of thing a line promises."""

    TIME = "time"
    CADENCE = "cadence"
    PERSON = "person"
    COMMAND = "command"
    TEMPLATE = "template"
    FIELD = "field"
    CHECKLIST_ITEM = "checklist item"
    LINK = "link"
    DRILL = "drill"


class Behaviour(Enum):
    """What a line becomes. Nothing makes an obligation or a schedule of a line yet."""

    CLOCK = "clock"
    PAGE = "page"
    STEP = "step"
    DRAFT = "draft"
    FORM_FIELD = "form field"
    OBLIGATION = "obligation"
    SCHEDULE = "schedule"
    NONE = "none yet"


BEHAVIOUR = {
    Mechanism.ACKNOWLEDGE: Behaviour.CLOCK,
    Mechanism.RESPOND: Behaviour.CLOCK,
    Mechanism.UPDATE: Behaviour.CLOCK,
    Mechanism.MONITORING: Behaviour.CLOCK,
    Mechanism.REVIEW: Behaviour.CLOCK,
    Mechanism.ESCALATION: Behaviour.PAGE,
    Mechanism.NEXT_STEP: Behaviour.STEP,
    Mechanism.MESSAGE: Behaviour.DRAFT,
    Mechanism.FILLED: Behaviour.DRAFT,
    Mechanism.REVIEW_FORM: Behaviour.DRAFT,
    Mechanism.GAP: Behaviour.FORM_FIELD,
    Mechanism.NONE: Behaviour.NONE,
}


@dataclass(frozen=True, slots=True)
class Traced:
    """One promise of one line, and what carries it out."""

    line: int
    kind: Promise
    what: str
    by: Mechanism

    @property
    def behaviour(self) -> Behaviour:
        """The promise as it is kept today."""
        return BEHAVIOUR[self.by]


def trace(card: Card) -> tuple[Traced, ...]:
    """Every promise of every line. Only what the stories really do with a line counts."""
    followed = lines_in_force(card)
    found = dict.fromkeys(
        one if one.by in ALWAYS or (one.line, one.by) in followed else replace(one, by=NOTHING)
        for one in _promises(card.playbook)
    )
    return tuple(sorted(found, key=lambda one: (one.line, one.kind.value, one.what, one.by.value)))


NOTHING = Mechanism.NONE
BESIDE = {CadencePlace.EXTERNAL, CadencePlace.LEADERS}


def _promises(playbook: Playbook) -> Iterator[Traced]:
    """Each with what would carry it out, if the stories follow it."""
    yield from _levels(playbook.severities)
    yield from _people(playbook)
    yield from _messages(playbook)
    yield from _reviews(playbook)
    yield from _work(playbook)
    yield from _the_rest(playbook)


def _time(said: TimeValue | None, what: str, by: Mechanism = NOTHING) -> Iterator[Traced]:
    if said is not None:
        yield Traced(said.line, Promise.TIME, what, by)


def _cadence(said: TimeValue | None, what: str, by: Mechanism = NOTHING) -> Iterator[Traced]:
    if said is not None:
        yield Traced(said.line, Promise.CADENCE, what, by)


def _person(line: int, what: str, by: Mechanism = NOTHING) -> Traced:
    return Traced(line, Promise.PERSON, what, by)


def _levels(levels: Iterable[Severity]) -> Iterator[Traced]:
    for one in levels:
        yield from _time(one.acknowledge, f"acknowledge {one.key}", Mechanism.ACKNOWLEDGE)
        yield from _time(one.response, f"respond to {one.key}", Mechanism.RESPOND)
        yield from _time(one.resolution, f"resolve {one.key}")
        yield from _cadence(one.cadence, f"updates of {one.key}", Mechanism.UPDATE)
        yield from _cadence(one.cadence_external, f"updates of {one.key} for outsiders")
        for title in one.escalation:
            yield _person(title.line, f"{title.text}, for {one.key}", Mechanism.ESCALATION)


def _people(playbook: Playbook) -> Iterator[Traced]:
    for chain in playbook.chains:
        for step in chain.steps:
            yield _person(step.line, step.who, Mechanism.ESCALATION)
            yield from _time(step.after, f"then {step.who}", Mechanism.ESCALATION)
    yield from (_person(one.line, "reason to escalate") for one in playbook.triggers)
    yield from (_person(one.line, f"role {one.name}") for one in playbook.roles)
    yield from (_person(one.line, f"contact {one.label}") for one in playbook.contacts)
    if playbook.hours is not None:
        first, last = playbook.hours.first_line, playbook.hours.last_line
        said = range(first, min(last, len(playbook.lines)) + 1)
        lines = (at for at in said if playbook.lines[at - 1].strip())
        yield from (_person(at, "hours on call") for at in lines)
    if playbook.war_room is not None:
        for one in playbook.war_room.participants:
            yield _person(one.line, "joins the war room")
        for said_of_room in playbook.war_room.cadence:
            yield Traced(said_of_room.line, Promise.CADENCE, "war room", NOTHING)


def _messages(playbook: Playbook) -> Iterator[Traced]:
    for one in playbook.templates:
        yield Traced(one.text_line, Promise.TEMPLATE, one.title, Mechanism.MESSAGE)
        yield from _time(one.deadline, f"send {one.title}")
        for blank in one.placeholders:
            by = Mechanism.FILLED if blank.field in FILLERS else Mechanism.GAP
            yield Traced(blank.line, Promise.FIELD, blank.token, by)


def _reviews(playbook: Playbook) -> Iterator[Traced]:
    review = playbook.review
    for deadline in review.deadlines:
        yield from _time(deadline.within, "review", Mechanism.REVIEW)
    for point in review.agenda:
        yield Traced(point.line, Promise.CHECKLIST_ITEM, f"agenda: {point.title}", NOTHING)
        yield from _time(point.timebox, f"agenda: {point.title}")
    if playbook.action_form is not None:
        yield Traced(playbook.action_form.line, Promise.FIELD, "form of an action", NOTHING)
    form = review.template
    if form is not None:
        yield Traced(form.text_line, Promise.TEMPLATE, "review", Mechanism.REVIEW_FORM)
        for blank in form.placeholders:
            by = Mechanism.FILLED if blank.field in SETTLED else NOTHING
            yield Traced(blank.line, Promise.FIELD, blank.token, by)
        for window in form.windows:
            yield from _time(window.within, f"actions: {window.title}")


def _work(playbook: Playbook) -> Iterator[Traced]:
    for phase in playbook.phases:
        yield from _time(phase.timebox, f"phase {phase.title}")
        for item in phase.items:
            yield Traced(item.line, Promise.CHECKLIST_ITEM, "step", Mechanism.NEXT_STEP)
    for book in playbook.runbooks:
        for objective in book.rto:
            yield from _time(objective.time, f"{book.title} works again")
        yield from _time(book.rpo, f"{book.title} loses at most")
        yield from _time(book.impact, f"{book.title} lasts")
    for fence in playbook.fences:
        yield from _commands(playbook, fence)


def _commands(playbook: Playbook, fence: FencedBlock) -> Iterator[Traced]:
    """The line where each command begins."""
    if fence.kind not in RUN:
        return
    inside = playbook.lines[fence.line : fence.end - 1]
    if fence.kind is FenceKind.SQL:
        said = enumerate(inside, fence.line + 1)
        lines = [at for at, text in said if text.strip() and not text.lstrip().startswith("--")]
    else:
        lines = [one.line for one in shell_commands(inside, fence.line + 1, fence.lang)]
    yield from (Traced(at, Promise.COMMAND, "command", NOTHING) for at in lines)


def _the_rest(playbook: Playbook) -> Iterator[Traced]:
    own = {level.cadence for level in playbook.severities}
    own |= {level.cadence_external for level in playbook.severities}
    for one in playbook.cadences:
        if one.place is CadencePlace.TEXT or one.place is CadencePlace.RUNBOOK:
            whose = " ".join(one.keys) or "all"
            yield from _cadence(one.every, f"updates of {whose}", Mechanism.UPDATE)
        elif one.place in {CadencePlace.MESSAGE, CadencePlace.WAR_ROOM}:
            yield from _cadence(one.every, "updates said in a message or a war room")
        elif one.place in BESIDE and one.every not in own:
            yield from _cadence(one.every, f"updates for others: {one.scope}")
    yield from _time(playbook.monitoring, "watch what was repaired", Mechanism.MONITORING)
    yield from _time(playbook.triggers_after, "reason to escalate")
    yield from (Traced(one.every.line, Promise.DRILL, one.what, NOTHING) for one in playbook.drills)
    yield from (Traced(one.line, Promise.LINK, one.target, NOTHING) for one in playbook.links)
    steps = {item.line for phase in playbook.phases for item in phase.items}
    boxes = (at for at, line in enumerate(playbook.lines, 1) if BOX.match(line))
    for at in boxes:
        if at not in steps:
            yield Traced(at, Promise.CHECKLIST_ITEM, "box", NOTHING)

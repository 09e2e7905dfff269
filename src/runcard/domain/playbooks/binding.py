"""The names a document uses, and who or what each of them is here."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import Enum

from runcard.domain.people.model import (
    GroupTarget,
    Person,
    PersonTarget,
    ScheduleTarget,
    Target,
    TeamFile,
)
from runcard.domain.people.names import fold_name
from runcard.domain.playbooks.model import Contact, Playbook

__all__ = ["Need", "NeedKind", "bound", "fold_name", "is_first_responder", "is_told_later", "needs"]

FIRST_RESPONDERS = frozenset({
    "on call", "on duty", "primary", "first responder", "primary responder", "pager", "rota",
    "rotation", "astreinte", "permanence", "guardia", "plantao", "plantonista", "bereitschaft",
    "rufbereitschaft", "dienst", "reperibile", "piket", "wachtdienst", "nobetci", "дежурный",
    "当番", "值班", "値班", "轮值", "당직", "duty engineer", "duty officer", "first line",
})  # fmt: skip
LATER = frozenset({
    "secondary", "second", "backup", "deputy", "secundaria", "secondaire", "副", "manager", "lead",
    "leader", "head", "director", "vp", "vice", "president", "chief", "cto", "ceo", "coo", "cio",
    "ciso", "owner", "leiter", "leiterin", "leitung", "chef", "directeur", "responsable", "gerente",
    "diretor", "diretoria", "jefe", "jefa", "lider", "責任者", "部長", "经理", "总监", "主管",
})  # fmt: skip
"""Words of those who are told later: an `on-call manager` is not the on-call."""
WIDE = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
CHANNEL = re.compile(r"(?<![\w&/#])(?<!\]\()#[a-z][\w-]{2,}", re.IGNORECASE)


class NeedKind(Enum):
    """What a name of the document stands for."""

    ROLE = "role"
    TITLE = "escalation title"
    AUDIENCE = "audience"
    CONTACT = "contact"
    CHANNEL = "channel"
    STATUS_PAGE = "status page"
    HOST = "host"
    VARIABLE = "variable"


@dataclass(frozen=True, slots=True)
class Need:
    """A name, what it stands for, where it stands; `given` is what the document itself says."""

    name: str
    kind: NeedKind
    lines: tuple[int, ...]
    given: str | None = None

    @property
    def is_a_person(self) -> bool:
        """Whether somebody must be reachable under this name."""
        return self.kind in {NeedKind.ROLE, NeedKind.TITLE}


def bound(team: TeamFile, name: str) -> tuple[Target, ...]:
    """Who or what the team file says a name is: bound by this name, else a schedule, group or
    person called so, else bound by a name inside the other, else the on-call."""
    folded = fold_name(name)
    exact = team.bindings.get(folded) or namesake(team, folded)
    if exact:
        return exact
    alike = nearest(team.bindings, folded)
    if alike is not None:
        return team.bindings[alike]
    return on_call_of(team) if is_first_responder(name) else ()


def namesake(team: TeamFile, folded: str) -> tuple[Target, ...]:
    """A schedule, group or person whose own name this is; the document needs no binding then."""
    schedules = [ScheduleTarget(one) for one in team.schedules if fold_name(one) == folded]
    groups = [GroupTarget(one, team.groups[one]) for one in team.groups if fold_name(one) == folded]
    people = [PersonTarget(one.id) for one in team.people.values() if is_called(one, folded)]
    named: list[Target] = [*schedules, *groups, *people]
    return tuple(named[:1])


def is_called(person: Person, folded: str) -> bool:
    return folded in {fold_name(person.id), fold_name(person.name)}


def nearest(names: Iterable[str], folded: str) -> str | None:
    """The longest known name that contains this one whole, or stands whole inside it."""
    found = [one for one in names if within(one, folded) or within(folded, one)]
    alike = [one for one in found if is_told_later(one) == is_told_later(folded)]
    return max(alike, key=lambda one: (len(one), one), default=None)


def within(part: str, whole: str) -> bool:
    return bool(part) and f" {part} " in f" {whole} "


def is_told_later(name: str) -> bool:
    """Whether a title is a second line or a manager, in the words of several languages."""
    folded = fold_name(name)
    words = set(folded.split())
    return bool(words & LATER) or any(is_inside(one, folded) for one in LATER)


def on_call_of(team: TeamFile) -> tuple[Target, ...]:
    """The schedule called on-call, or the only one there is."""
    named = [one for one in team.schedules if is_first_responder(one)]
    chosen = named or (list(team.schedules) if len(team.schedules) == 1 else [])
    return (ScheduleTarget(chosen[0]),) if chosen else ()


def is_first_responder(name: str) -> bool:
    """Whether a title is that of whoever is on call, in the words of several languages."""
    folded = fold_name(name)
    if is_told_later(name):
        return False
    return any(within(one, folded) or is_inside(one, folded) for one in FIRST_RESPONDERS)


def is_inside(word: str, folded: str) -> bool:
    """Scripts without spaces."""
    return WIDE.search(word) is not None and word in folded


def needs(playbook: Playbook) -> tuple[Need, ...]:
    """Every name the document uses, in the order of its lines; the same name is one need."""
    merged: dict[tuple[str, bool], Need] = {}
    for need in found_in(playbook):
        place = (fold_name(need.name), need.kind in CALLED)
        merged[place] = need if place not in merged else together(merged[place], need)
    return tuple(sorted(merged.values(), key=lambda need: need.lines[0]))


CALLED = {NeedKind.ROLE, NeedKind.TITLE, NeedKind.CONTACT}


def together(one: Need, other: Need) -> Need:
    """The more binding kind wins: a title must be reachable, a contact is only known."""
    first, second = sorted((one, other), key=lambda need: ORDER.index(need.kind))
    lines = tuple(sorted({*one.lines, *other.lines}))
    return Need(first.name, first.kind, lines, first.given or second.given)


ORDER = tuple(
    [NeedKind.TITLE, NeedKind.ROLE, NeedKind.CONTACT]
    + [kind for kind in NeedKind if kind.value not in {"role", "escalation title", "contact"}]
)


def found_in(playbook: Playbook) -> Iterator[Need]:
    for chain in playbook.chains:
        for step in chain.steps:
            yield Need(step.who, NeedKind.TITLE, (step.line,))
    for level in playbook.severities:
        for title in level.escalation:
            yield Need(title.text, NeedKind.TITLE, (title.line,))
    for role in playbook.roles:
        yield Need(role.name, NeedKind.ROLE, (role.line,))
    for contact in playbook.contacts:
        yield need_of(contact)
    for template in playbook.templates:
        yield Need(template.audience, NeedKind.AUDIENCE, (template.line,))
    yield from channels_in(playbook)
    yield from blanks_in(playbook)


def need_of(contact: Contact) -> Need:
    """A contact's line: a channel, a status page, or somebody; real addresses are `given`."""
    given = None if contact.placeholder or not contact.value.strip() else contact.value
    if contact.kind == "chat" and given is not None:
        return Need(given, NeedKind.CHANNEL, (contact.line,), given)
    if contact.kind == "url" and "status" in f"{contact.label} {contact.value}".casefold():
        return Need(contact.label, NeedKind.STATUS_PAGE, (contact.line,), given)
    return Need(contact.label, NeedKind.CONTACT, (contact.line,), given)


def channels_in(playbook: Playbook) -> Iterator[Need]:
    """`#incidents`, wherever it stands outside headings and code comments."""
    fenced = False
    for number, line in enumerate(playbook.lines, start=1):
        fenced ^= line.lstrip().startswith(("```", "~~~"))
        if fenced or line.startswith("#"):
            continue
        for name in CHANNEL.findall(line):
            yield Need(name, NeedKind.CHANNEL, (number,), name)


HOSTS = frozenset({"host", "domain", "server", "url", "your-domain"})


def blanks_in(playbook: Playbook) -> Iterator[Need]:
    """Blanks of the document's own commands and links that mean the same thing every time."""
    for number, line in enumerate(playbook.lines, start=1):
        for token in BLANK.findall(line):
            word = token.strip("[]<>{}$ ").casefold()
            if word in HOSTS:
                yield Need(token, NeedKind.HOST, (number,))
            elif token.startswith("$"):
                yield Need(token.strip("${}"), NeedKind.VARIABLE, (number,))


BLANK = re.compile(r"\[[^\]\n]{2,30}\]|<[^<>\n]{2,30}>|\$\{?[A-Z][A-Z0-9_]{2,}\}?")

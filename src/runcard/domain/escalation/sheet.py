"""A run card on one page: levels and times, who is called, first steps, commands, where to look."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from runcard.domain.escalation.differences import Call, calls_of
from runcard.domain.escalation.page import (
    MOST_COMMANDS,
    MOST_LEVELS,
    MOST_STEPS,
    CallRow,
    Entry,
    LevelRow,
    Sheet,
    Step,
    Time,
    fitted,
)
from runcard.domain.escalation.rules import policy_for
from runcard.domain.people.model import PersonTarget, ScheduleTarget, TeamFile
from runcard.domain.people.names import fold_name
from runcard.domain.playbooks.binding import bound
from runcard.domain.playbooks.card import Card, Mark, Within
from runcard.domain.playbooks.model import Severity
from runcard.domain.playbooks.nouns.appendix import LinkKind
from runcard.domain.playbooks.promises import promises
from runcard.domain.playbooks.quick_commands import QuickCommand
from runcard.domain.playbooks.words import plain
from runcard.kernel.spans import spoken

NOWHERE = ("example.com", "example.org", "your-", "yourcompany", "localhost", "127.0.0.1")
NOT_OWED = "–"
LONGEST_TITLE, LONGEST_WHEN, LONGEST_STEP, LONGEST_COMMAND, LONGEST_VALUE = 90, 130, 130, 150, 60


def sheet_of(card: Card, commands: Sequence[QuickCommand]) -> Sheet:
    """The page of a card; `commands` are those of its document that are worth looking up."""
    paging = paging_keys(card)
    whole = Sheet(
        title=cut(plain(card.playbook.title or card.name), LONGEST_TITLE),
        about=tuple(about(card)),
        levels=tuple(level_rows(card)),
        paging=tuple(paging),
        calls=tuple(call_rows(card, paging)),
        steps=tuple(first_steps(card)),
        commands=tuple(in_turn(commands)),
        places=tuple(places(card)),
    )
    return fitted(whole)


def cut(words: str, most: int) -> str:
    one_line = " ".join(words.replace("`", "").split())
    return one_line if len(one_line) <= most else f"{one_line[: most - 1].rstrip()}…"


def about(card: Card) -> Iterator[str]:
    """Who answers for the document, and how old it is."""
    for key, label in (("owner", "owner"), ("version", "version"), ("last_reviewed", "reviewed"),
                       ("last_updated", "updated"), ("next_review", "next review")):  # fmt: skip
        said = card.playbook.meta.get(key)
        if said is not None and not said.text.startswith(("[", "<", "{")):
            yield f"{label} {cut(plain(said.text), 40)}"


def level_rows(card: Card) -> Iterator[LevelRow]:
    levels = card.playbook.severities
    for rank, level in enumerate(levels):
        owed = promises(card, level.key)
        is_silent = not owed.pages
        yield LevelRow(
            key=level.key,
            name=cut(plain(level.name or ""), 24),
            bars=min(len(levels), MOST_LEVELS) - min(rank, MOST_LEVELS - 1),
            when=cut(when_said(level), LONGEST_WHEN),
            acknowledge=Time(NOT_OWED) if is_silent else time_of(owed.acknowledge),
            respond=time_of(owed.respond),
            update=time_of(owed.update_every),
            why_silent=owed.why_silent,
            line=level.line,
        )


def when_said(level: Severity) -> str:
    """The definition, else the examples."""
    if level.definition is not None:
        return plain(level.definition.text)
    return "; ".join(plain(one.text) for one in level.examples)


def time_of(within: Within | None) -> Time:
    """In figures where there are any, else in the document's own words."""
    if within is None:
        return Time(NOT_OWED)
    if within.span is None:
        return Time(cut(plain(within.text), 32), within.mark)
    return Time(spoken(within.span) if within.span else "at once", within.mark)


def paging_keys(card: Card) -> list[str]:
    """The levels that call somebody, the worst first; a document without levels has one way."""
    levels = card.playbook.severities
    keys = [one.key for one in levels if promises(card, one.key).pages]
    return keys[:4] if levels else [""]


def call_rows(card: Card, keys: Sequence[str]) -> Iterator[CallRow]:
    """Each title once, in the order in which it is first told."""
    policies = [policy_for(card, key or None) for key in keys]
    calls = [calls_of(policy) for policy in policies]
    marks = {
        fold_name(one.title): one.mark
        for policy in policies
        for one in (*policy.left_to_people, *policy.levels)
    }
    first: dict[str, Call] = {}
    for of_level in calls:
        for name, call in of_level.items():
            first.setdefault(name, call)
    for name, call in first.items():
        times = tuple(told_at(of_level.get(name)) for of_level in calls)
        who, reach = behind(card.team, call.title), reach_of(card, call.title)
        yield CallRow(cut(plain(call.title), 46), times, who, reach, marks.get(name, Mark()))


def told_at(call: Call | None) -> str:
    if call is None:
        return NOT_OWED
    if call.after is None:
        return "if asked"
    return spoken(call.after) if call.after else "at once"


def behind(team: TeamFile, title: str) -> str:
    """Who that is here, where the team file says so."""
    for target in bound(team, title):
        match target:
            case PersonTarget(person=person) if person in team.people:
                return team.people[person].name
            case ScheduleTarget(schedule=name):
                return f"rota {name}"
    return ""


def reach_of(card: Card, title: str) -> str:
    """The document's own contact of that name, unless it is still to be filled in."""
    name = fold_name(title)
    for contact in card.playbook.contacts:
        if fold_name(contact.label) == name and not contact.placeholder:
            return cut(plain(contact.value), 44)
    return ""


def first_steps(card: Card) -> Iterator[Step]:
    """The items of the first phases, as far as the page holds them."""
    count = 0
    for phase in card.playbook.phases:
        for place, item in enumerate(phase.items):
            if count == MOST_STEPS:
                return
            count += 1
            title = cut(plain(phase.title), 60) if place == 0 else None
            yield Step(cut(plain(item.text), LONGEST_STEP), item.line, title)


def in_turn(commands: Sequence[QuickCommand]) -> Iterator[QuickCommand]:
    """What is for reference first, then one of each heading before a second of any; those that are
    taken stand in the document's order."""
    turns: dict[str, int] = {}
    ranked = []
    for place, one in enumerate(commands):
        turn = turns[one.heading] = turns.get(one.heading, -1) + 1
        ranked.append((not one.is_quick, turn, place, one))
    ranked.sort(key=lambda entry: entry[:3])
    chosen = sorted(ranked[:MOST_COMMANDS], key=lambda entry: entry[2])
    for _, _, _, one in [*chosen, *ranked[MOST_COMMANDS:]]:
        text = one.text if len(one.text) <= LONGEST_COMMAND else f"{one.text[:LONGEST_COMMAND]}…"
        yield replace(one, heading=cut(one.heading, 60), text=text)


def places(card: Card) -> Iterator[Entry]:
    """Contacts that are filled in, then links of the text."""
    seen: set[str] = set()
    for contact in card.playbook.contacts:
        if contact.placeholder or not contact.value.strip():
            continue
        value = cut(plain(contact.value), LONGEST_VALUE)
        seen.add(value)
        yield Entry(cut(plain(contact.label), 36), value, contact.line)
    for link in card.playbook.links:
        address = cut(link.target, LONGEST_VALUE)
        leads_out = link.kind is not LinkKind.ANCHOR and link.target.startswith("http")
        if leads_out and address not in seen and not any(one in address for one in NOWHERE):
            seen.add(address)
            yield Entry("", address, link.line)

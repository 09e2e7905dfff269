"""Contacts: none, never filled in, missing for somebody who is to be called, or asleep."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from runcard.domain.playbooks.checks import hints, outsiders, parts_told, unfilled
from runcard.domain.playbooks.checks.names import is_a_way, is_among, name_of
from runcard.domain.playbooks.checks.people import is_plan
from runcard.domain.playbooks.checks.reachable import MEASURED, still_missing, wakes_otherwise
from runcard.domain.playbooks.checks.unfilled import GAP, NUMBER, columns_of_names, is_written_out
from runcard.domain.playbooks.facts import Facts
from runcard.domain.playbooks.model import Contact, Finding, Playbook
from runcard.domain.playbooks.page.blocks import label_of, tables
from runcard.domain.playbooks.times.grammar import spans_in
from runcard.domain.playbooks.words import folded, plain

NOT_WAKING = {"email"}


def check(playbook: Playbook, facts: Facts) -> Iterator[Finding]:
    """What is wrong with the list of contacts."""
    told = hints.has_numbers(facts) or parts_told.is_one_person(facts)
    if not playbook.contacts and is_plan(playbook) and not told:
        yield facts.finding("RC401", playbook.title_line or 1)
    yield from unfilled.check(playbook, facts)
    for contact in playbook.contacts:
        is_gap = contact.placeholder and not is_written_out(contact)
        if contact.kind == "pointer" and not is_gap:
            yield from _elsewhere(contact, playbook, facts)
    yield from _not_waking(playbook, facts)
    yield from _not_listed(playbook, facts)
    yield from outsiders.check(playbook, facts)
    yield from _one_number(playbook, facts)


def _elsewhere(contact: Contact, playbook: Playbook, facts: Facts) -> Iterator[Finding]:
    """`See intranet`: the number lies where one may not get to; `via the duty manager`, who stands
    in the same list, is a way."""
    if not facts.speaks("people", contact.value) & {"elsewhere"} or hints.PHONE.search(
        contact.value
    ):
        return
    value = folded(contact.value)
    through = any(
        (name := name_of(other.label)) and name in value and hints.PHONE.search(other.value)
        for other in playbook.contacts
        if other is not contact
    )
    if not through:
        yield facts.finding("RC403", contact.line, f"{contact.label}: “{contact.value}”")


AMOUNT = re.compile(r"\b\d+\s*[^\W\d_]{3,}")  # `no repair after 2 hours` is nobody's name
MOST_WORDS = 5
LONGEST_ROW = 600
# An amount, a channel or a gap stands where a person should.
NO_NAME = re.compile(rf"{AMOUNT.pattern}|^#|{GAP.pattern}")
FEW = 4  # lines between two of one list
# `Owner + harbour master` are two.
WITH = re.compile(r"\s[+＋]\s")
APART = re.compile(r"[\W_]+")
ARROW = re.compile(r"→|⇒|[-=]>")


def _not_waking(playbook: Playbook, facts: Facts) -> Iterator[Finding]:
    """Somebody who must come at any hour and has a mailbox or office hours only."""
    ways: dict[str, list[Contact]] = {}
    for contact in playbook.contacts:
        ways.setdefault(name_of(contact.label), []).append(contact)
    called = {name_of(step.who) for chain in playbook.chains for step in chain.steps}
    called |= {name_of(n.text) for level in playbook.severities[:2] for n in level.escalation}
    always = {
        name_of(role.name)
        for role in playbook.roles
        for name, value in role.attributes
        if "24_7" in name or "24/7" in value
    }
    for name, own in ways.items():
        must_wake = name in always or is_among(name, called)
        asleep = all(way.kind in NOT_WAKING and not hints.PHONE.search(way.value) for way in own)
        office = [way for way in own if _office_hours(way, facts)]
        asleep = asleep and not any(wakes_otherwise(way, facts) for way in own)
        if must_wake and (asleep or office) and not is_a_way(own[0].label, facts):
            yield facts.finding("RC405", (office or own)[0].line, own[0].label, own[0].label)


def _office_hours(contact: Contact, facts: Facts) -> bool:
    spoken = facts.speaks("people", facts.page.lines[contact.line - 1])
    return "office_hours" in spoken and not spoken & {"shift", "always"}


def _not_listed(playbook: Playbook, facts: Facts) -> Iterator[Finding]:
    """Somebody in the chain, or called at the worst level, whom the list of contacts misses."""
    if not playbook.contacts or facts.said_of("people", "all_numbers"):
        return
    if unfilled.is_without_numbers(facts):
        return
    listed = {
        name
        for contact in playbook.contacts
        for name in (name_of(contact.label), *map(name_of, contact.label.split("/")))
    }
    listed |= {short for contact in playbook.contacts if (short := _initials(contact.label))}
    called = [
        (one.lstrip("+＋& "), line)
        for who, line in (*_in_chains(playbook, facts), *_at_the_worst(playbook, facts))
        for one in WITH.split(who)
    ]
    reached = _reached(called, facts)
    lost: dict[str, int] = {}
    rows = folded(" | ".join(_rows(playbook, facts)))
    names = {who for who, _ in called if who.strip() and who not in reached}
    unknown = {who for who in names if not (_is_listed(who, listed) or _stands_in(who, rows))}
    for who, line in called:
        if who in unknown:
            lost.setdefault(who, line)
    lost = {who: line for who, line in lost.items() if not _is_numbered(name_of(who), facts)}
    if lost and len(lost) < len(called) and (lost := still_missing(lost, playbook, facts)):
        listing = (
            contact.line
            for contact in playbook.contacts
            if "contacts" in facts.about(facts.section_of(contact.line))
        )
        first = next(listing, playbook.contacts[0].line)
        lines = [max(facts.section_of(first).line, 1), first]
        yield facts.over("RC406", lines, ", ".join(lost), next(iter(lost)))


def _is_listed(who: str, listed: set[str]) -> bool:
    """He stands there, with more words or fewer; of `Owner/Harbour master` one of the two."""
    parts = (one.strip() for one in who.split("/"))
    return is_among(who, listed) or any(len(one) > 1 and is_among(one, listed) for one in parts)


def _stands_in(who: str, rows: str) -> bool:
    """Some row names him, or one of the two of `Owner/Harbour master`: `harbour_master: …`."""
    if "/" not in who or name_of(who) in rows:
        return name_of(who) in rows
    words = f" {APART.sub(' ', rows)} "
    return any(f" {one} " in words for one in map(name_of, who.split("/")) if one)


def _initials(label: str) -> str:
    """`EM` of `Engine Manager`."""
    words = [word for word in label.split("(")[0].split() if word[:1].isalpha()]
    return folded("".join(word[0] for word in words)) if len(words) > 1 else ""


def _is_numbered(name: str, facts: Facts) -> bool:
    """On a line with a telephone number, in whatever chapter."""
    return not name or any(
        hints.PHONE.search(line[:LONGEST_ROW]) for line in facts.lines_holding(name)
    )


def _rows(playbook: Playbook, facts: Facts) -> Iterator[str]:
    """The lines of all contacts: the role may stand beside the name; and those between them."""
    told = {contact.line for contact in playbook.contacts}
    told |= {line for line in _between(sorted(told)) if _is_a_row(facts.page.lines[line - 1])}
    for line in sorted(told):
        yield facts.page.lines[line - 1][:LONGEST_ROW]


def _is_a_row(text: str) -> bool:
    """Of a list or a table; a number that is still to be filled in leaves no contact behind."""
    return text.lstrip().startswith("|") or label_of(text) is not None


def _between(lines: Sequence[int]) -> Iterator[int]:
    """`Owner: decides`, among others who have a number."""
    for one, after in pairwise(lines):
        yield from range(one + 1, after) if after - one <= FEW else ()


def _in_chains(playbook: Playbook, facts: Facts) -> Iterator[tuple[str, int]]:
    for chain in playbook.chains:
        if not any(AMOUNT.search(step.who) for step in chain.steps):
            yield from ((s.who, s.line) for s in chain.steps if _is_somebody(s.who, facts))


def _is_somebody(who: str, facts: Facts) -> bool:
    """A few words, and none for a fault or a time, which say when somebody is called, or for the
    chain itself; an arrow leads from one to another."""
    if (
        ARROW.search(who)
        or MEASURED.search(who)
        or _is_a_place(who, facts)
        or outsiders.is_told_in_writing(who, facts)
    ):
        return False
    if (
        facts.speaks("people", who) & {"nobody"}
        or facts.words.headings.exactly(who) == "escalation"
    ):
        return False
    when = facts.speaks("setting", who) & {"security", "outage"} and len(who.split()) == 1
    return len(who.split()) <= MOST_WORDS and not when and not spans_in(who, facts.words)


def _is_a_place(who: str, facts: Facts) -> bool:
    """`Tell it in the morning round`: where, and not whom."""
    known = facts.words.lint["people"].exactly(who.partition(" ")[0])
    return known == "where"


def _at_the_worst(playbook: Playbook, facts: Facts) -> Iterator[tuple[str, int]]:
    """Whom the first level calls, where the words name a person and no team, ticket or channel."""
    chained = {name_of(who) for who, _ in _in_chains(playbook, facts)}
    for name in playbook.severities[0].escalation if playbook.severities else ():
        spoken = facts.speaks("people", name.text) & {"team", "channel", "nobody", "everybody"}
        is_name = _is_somebody(name.text, facts) and not NO_NAME.search(name.text)
        if is_name and not spoken and not is_among(name.text, chained):
            yield name.text, name.line


def _reached(called: Sequence[tuple[str, int]], facts: Facts) -> set[str]:
    """A system at the head of the chain; or whoever is on call, through the tool that calls."""
    spoken = {who: facts.speaks("people", who) for who, _ in called}
    paged = {who for who, said in spoken.items() if "paged" in said}
    has_pager = paged and (
        hints.has_heading(facts, "oncall")
        or facts.lines_of("people", "pager")
        or facts.lines_of("people", "shift")
    )
    return {who for who, said in spoken.items() if "alarm" in said} | (
        paged if has_pager else set()
    )


def _one_number(playbook: Playbook, facts: Facts) -> Iterator[Finding]:
    """Two who are to relieve each other, and one telephone: one of the numbers is a slip."""
    known: dict[str, Contact] = {}
    holders = _holders(facts)
    for contact in playbook.contacts:
        number = NUMBER.match(contact.value.strip())
        if number is None or (contact.placeholder and not is_written_out(contact)):
            continue
        first = known.setdefault(re.sub(r"\D", "", contact.value), contact)
        same = name_of(contact.label) in name_of(first.label) or name_of(first.label) in name_of(
            contact.label
        )
        holder = holders.get(contact.line)
        same = same or (holder is not None and holder == holders.get(first.line))
        if same or facts.speaks("people", f"{contact.label} | {first.label}") & {"switchboard"}:
            continue
        about = f"{first.label} (line {first.line}) and {contact.label}: {number.group()}"
        yield facts.marked(facts.finding("RC408", contact.line, about), number.group())


def _holders(facts: Facts) -> dict[int, str]:
    """By row of a table who holds the post: somebody may hold two."""
    return {
        row.line: name
        for section in facts.page.sections
        for table in tables(section)
        for at in columns_of_names(table, facts)
        for row in table.rows
        if at < len(row.cells)
        and (name := folded(plain(row.cells[at])))
        and unfilled.gap_in(row.cells[at], facts) is None
    }

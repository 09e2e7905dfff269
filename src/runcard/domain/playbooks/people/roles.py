"""Roles with a definition of their own: their duties, and what is said about each."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from math import inf

from runcard.domain.playbooks.model import Role, Text
from runcard.domain.playbooks.page.addresses import (
    holds_addresses,
    is_only_a_place,
    writes_addresses,
)
from runcard.domain.playbooks.page.blocks import (
    Block,
    Item,
    Label,
    Outline,
    Paragraph,
    Section,
    items,
    label_of,
    tables,
)
from runcard.domain.playbooks.page.bodies import items_with_bodies
from runcard.domain.playbooks.people.bold_casts import bold_casts
from runcard.domain.playbooks.people.bold_parts import bold_parts
from runcard.domain.playbooks.people.call_lists import (
    is_call_list,
    is_only_a_duty,
    share_for_reaching,
)
from runcard.domain.playbooks.people.defined_terms import meanings
from runcard.domain.playbooks.people.duty_parts import is_titled_rota, roles_on_duty
from runcard.domain.playbooks.people.led_contacts import led_blocks
from runcard.domain.playbooks.people.nested_duties import names_above_duties
from runcard.domain.playbooks.people.owning_sentences import owning_roles
from runcard.domain.playbooks.people.role_places import (
    are_agents,
    is_a_group,
    is_about_roles,
    labelled_casts,
)
from runcard.domain.playbooks.people.role_tables import (
    are_filled,
    defines_roles,
    leads_each_on,
    names_parts,
    role_rows,
    tells_parts,
)
from runcard.domain.playbooks.people.titled_roles import role_of_title
from runcard.domain.playbooks.people.told_duties import assigned_roles, roles_of_headings
from runcard.domain.playbooks.people.told_people import named_first, told_roles
from runcard.domain.playbooks.people.written_roles import role_in
from runcard.domain.playbooks.topics import topics
from runcard.domain.playbooks.vocabulary import Vocabulary
from runcard.domain.playbooks.words import plain, untitled

Entry = tuple[Item, tuple[Block, ...]]
MOST_WORDS = 4
FEWEST = 2
MOST, SOME = 1 / 2, 1 / 4
DASH = re.compile(r"\s+[-–—]\s+")
DIGIT = re.compile(r"\d")
ELSEWHERE = {
    "severity", "escalation", "review", "runbooks", "process", "templates", "drills", "reference",
    "metrics",
}  # fmt: skip
OTHER_TOPICS = {"oncall", "contacts", "escalation", "triggers", "war_room"}


def roles_of(page: Outline, words: Vocabulary) -> tuple[Role, ...]:
    """Headings, tables and labelled bullets under a heading about roles."""
    found: list[Role] = []
    for section in page.sections:
        told = [*_in_section(page, section, words)]
        if not told or _are_steps(told, section, words):
            told = role_of_title(page, section, words) or told
        told = told or [*owning_roles(section, words)] or [*bold_casts(page, section, words)]
        told = told or [*roles_of_headings(page, section, words)]
        told = told or [*assigned_roles(page, section, words)]
        parts = () if told else labelled_casts(page, section, words)
        found.extend(told or (role for part in parts for role in _bullets(part, words)))
    return tuple(sorted(dict.fromkeys(found), key=lambda role: role.line))


def _are_steps(told: Sequence[Role], section: Section, words: Vocabulary) -> bool:
    """`1. **Call the hands** on deck`, in numbers and nobody's name among them."""
    steps = {item.line for item in items(section) if item.numbered}
    are_all = bool(steps) and steps.issuperset(role.line for role in told)
    return are_all and not any(words.people.speaks_of(role.name, "agent") for role in told)


def _in_section(page: Outline, section: Section, words: Vocabulary) -> Iterator[Role]:
    """By its heading; else its tables, where a rota is about duty whatever stands above it."""
    own = words.about(untitled(section.title))
    if _may_hold_roles(page, section, words) and is_about_roles(page, section, words):
        yield from _under(page, section, words)
    elif own == {"oncall"} or not topics(page, section, words) & ELSEWHERE:
        tabled = [*_in_tables(section, words, is_home="contacts" in own)]
        yield from tabled or (roles_on_duty(section, words) if own == {"oncall"} else ())
    else:
        for table in tables(section) if "escalation" in own else ():
            yield from role_rows(table, words) if leads_each_on(table, words) else ()


def _may_hold_roles(page: Outline, section: Section, words: Vocabulary) -> bool:
    """The page's own title may speak of roles above chapters that each are about something."""
    known = ELSEWHERE | OTHER_TOPICS | {"roles"}
    chapters = page.children(section) if section.level == 1 else ()
    is_title = any(words.about(untitled(one.title)) & known for one in chapters)
    return section.level > 0 and not is_title


def _in_tables(section: Section, words: Vocabulary, *, is_home: bool) -> Iterator[Role]:
    """A table of people and what each does, under any heading."""
    for table in tables(section):
        is_filled = are_filled(table, words) and not writes_addresses(table, words)
        if (is_filled and not is_home) or tells_parts(table, words):
            yield from role_rows(table, words, is_home=is_home)


def _under(page: Outline, section: Section, words: Vocabulary) -> Iterator[Role]:
    children = page.children(section)
    listed = any(items(child) for child in children) or _are_all_told(children)
    for child in children:
        title = untitled(child.title)
        is_other = _is_other(child, title, words) or is_a_group(page, child, words)
        is_told = listed and bool(child.blocks) and isinstance(child.blocks[0], Paragraph)
        # Below a table of everybody, `Ground rules` are not one person more.
        is_other |= bool(tables(section)) and not words.people.speaks_of(title, "agent")
        if (items(child) or is_told) and not is_other and "triggers" not in words.about(title):
            yield role_in(child)
    reached = led_blocks(section, words)
    # Among contacts, `Harbour master: 4711` is a number to dial and nobody's duty.
    is_home = "contacts" in topics(page, section, words)
    for table in tables(section):
        is_cast = defines_roles(table, words) or (not is_home and names_parts(table, words))
        if is_cast and (table not in reached or tells_parts(table, words)):
            yield from role_rows(table, words, is_home=True)
    is_dialled = is_home and _are_numbers(section, words)
    led = [] if is_dialled else [role_in(own) for own in bold_parts(section, words)]
    led = led or [*_lines(section, words)] or [*told_roles(section, words)]
    yield from led
    is_reached = is_home and _is_list_of_numbers(section, words)
    is_reached |= _is_beside_numbers(section, words)
    if not led and not is_reached:
        yield from _bullets(section, words)
    elif not led:
        yield from _among_contacts(section, words)


def _are_numbers(section: Section, words: Vocabulary) -> bool:
    """Bold names in running text, most of them with an address behind."""
    said = [line for one in section.blocks if isinstance(one, Paragraph) for line in one.lines]
    labels = [label_of(line.text) for line in said]
    bold = [one for one in labels if one is not None and one.bold]
    return share_for_reaching(bold, words) > MOST


def _is_list_of_numbers(section: Section, words: Vocabulary) -> bool:
    entries = items(section)
    labels = [label_of(item.text) for item in entries]
    return is_call_list(entries, words) and share_for_reaching(labels, words) > SOME


def _is_beside_numbers(section: Section, words: Vocabulary) -> bool:
    """Below a table of everybody's number, a list of names with addresses: those of others."""
    is_listed = any(holds_addresses(table, words) for table in tables(section))
    return is_listed and is_call_list(items(section), words)


def _are_all_told(children: Sequence[Section]) -> bool:
    """Several names as headings, each above a few sentences and nothing else."""
    are_names = all(len(child.title.split()) <= MOST_WORDS for child in children)
    are_told = all(child.blocks for child in children)
    said = [block for child in children for block in child.blocks]
    is_prose = all(isinstance(block, Paragraph) for block in said)
    return len(children) >= FEWEST and are_names and are_told and is_prose


def _is_other(section: Section, title: str, words: Vocabulary) -> bool:
    """A heading about contacts, hours and the like; `On-call` above duties without any figure is a
    role."""
    topic = words.headings.exactly(title)
    said = [item.text for item in items(section)]
    is_role = topic == "oncall" and bool(said) and not any(DIGIT.search(text) for text in said)
    return (topic in OTHER_TOPICS or is_titled_rota(title, words)) and not is_role


def _lines(section: Section, words: Vocabulary) -> Iterator[Role]:
    """`Scribe: keeps the timeline`, `*Scribe* – keeps it`, in lines of running text, where half of
    the names are of somebody who acts and nothing else is there to be read in rows."""
    if items(section) or tables(section):
        return
    said = [
        line
        for block in section.blocks
        if isinstance(block, Paragraph) and block.quote is None and _are_names(block)
        for line in block.lines
    ]
    named = [(line.line, _name_and_duty(line.text)) for line in said]
    known = [(line, label.name) for line, label in named if label is not None]
    if are_agents([name for _, name in known], words):
        yield from (Role(name, line, (), (), line) for line, name in known)


def _are_names(block: Paragraph) -> bool:
    return all(_name_and_duty(line.text) is not None for line in block.lines)


def _among_contacts(section: Section, words: Vocabulary) -> Iterator[Role]:
    """In a list for reaching people, those of whom it says what they do, in small letters, and
    nothing of how or when they are called."""
    for item in items(section):
        label = label_of(item.text)
        if label is not None and label.bold and is_only_a_duty(label, words):
            yield Role(label.name, item.line, (Text(label.value, item.line),), (), item.line)


def _bullets(section: Section, words: Vocabulary) -> Iterator[Role]:
    """`- **Scribe**: keeps the timeline`; where one entry has no name, they are no roles. A page of
    the web or a channel is nobody. The order of calling below them is a list of its own."""
    calls = _first_line_of_calls(section, words)
    entries = [
        entry
        for entries in items_with_bodies(section)
        for entry in entries
        if entry[0].line < calls
    ]
    told = [_name_and_duty(item.text) or named_first(item.text, words) for item, _ in entries]
    entries, told = _without_rule(entries, told, words)
    labels = told if any(told) else [*names_above_duties(entries, words)]
    if not labels or not all(labels) or (len(labels) == 1 and not _is_bold(labels[0])):
        return
    for (item, body), label in zip(entries, labels, strict=True):
        if label is not None and not is_only_a_place(label.value):
            below = meanings(body)
            kept = tuple(one for one in body if not below or one.line > below[-1].line)
            inner = role_in(replace(section, title=label.name, line=item.line, blocks=kept))
            said = (Text(label.value, item.line),) if label.value else ()
            said = (*said, *(Text(plain(one.text), item.line) for one in below))
            yield replace(inner, name=label.name, duties=(*said, *inner.duties))


def _without_rule(
    entries: list[Entry], labels: list[Label | None], words: Vocabulary
) -> tuple[list[Entry], list[Label | None]]:
    """`**Rule for few hands:** …`, or `- Nobody plays two` behind bold names, last of several: it
    is about all of them."""
    if len(labels) <= FEWEST:
        return entries, labels
    last = labels[-1]
    if last is None:
        is_rule = all(map(_is_bold, labels[:-1]))
    else:
        is_rule = words.people.speaks_of(last.name, "rule")
        is_rule = is_rule and not words.people.speaks_of(last.name, "agent")
    return (entries[:-1], labels[:-1]) if is_rule else (entries, labels)


def _is_bold(label: Label | None) -> bool:
    return label is not None and label.bold


def _first_line_of_calls(section: Section, words: Vocabulary) -> float:
    """Where `Escalation:` stands above another list."""
    first = min((one.line for one in items(section)), default=0)
    said = (one for one in section.blocks if isinstance(one, Paragraph) and one.line > first)
    heads = (one.lines[-1] for one in said if one.quote is None and not one.in_item)
    lines = [
        line for line in heads if plain(line.text).endswith((":", "：")) or label_of(line.text)
    ]
    calls = (line.line for line in lines if "escalation" in words.about(plain(line.text)))
    return next(calls, inf)


def _name_and_duty(text: str) -> Label | None:
    """`**Scribe**`, `*Scribe* – keeps the timeline`, `Scribe: keeps the timeline`."""
    label = label_of(text)
    if label is not None and label.bold:
        return _without_holder(replace(label, value=label.value.lstrip("-–— ")))
    pieces = DASH.split(plain(text), maxsplit=1)
    if len(pieces) == 2:
        label = Label(pieces[0], pieces[1], bold=False)
    if label is None or not label.value or not label.name[:1].isalpha():
        return None
    return label if len(label.name.split()) <= MOST_WORDS else None


def _without_holder(label: Label) -> Label:
    """`**Lead: the head baker.** Decides …`: the name of the part, and behind it who plays it."""
    name, colon, holder = label.name.partition(": ")
    is_name = bool(colon) and len(name.split()) <= MOST_WORDS
    return replace(label, name=name, value=f"{holder} {label.value}".strip()) if is_name else label

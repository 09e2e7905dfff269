"""Whom to reach and how; whether it is a real address or still a gap to fill."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from runcard.domain.playbooks.model import Contact, Role
from runcard.domain.playbooks.page.addresses import (
    REAL,
    SPELLED_PHONE,
    TOKEN,
    columns_of_addresses,
    is_only_a_place,
    is_placeholder,
    kind_of,
)
from runcard.domain.playbooks.page.blocks import (
    Item,
    Outline,
    Paragraph,
    Section,
    Table,
    label_of,
    prose,
)
from runcard.domain.playbooks.people.cases_above_arrows import arrowed_ways
from runcard.domain.playbooks.people.contact_lines import contact, in_line, is_way
from runcard.domain.playbooks.people.contact_lists import (
    channels_listed,
    contacts_listed,
    unnamed_contacts,
    ways_among_messages,
)
from runcard.domain.playbooks.people.contact_tables import (
    address_cells,
    column_of,
    contact_rows,
    duty_cards,
)
from runcard.domain.playbooks.people.deed_lists import without_deed_lists
from runcard.domain.playbooks.people.defined_terms import defined_ways
from runcard.domain.playbooks.people.footers import footer_contacts
from runcard.domain.playbooks.people.hours_beside import without_hours
from runcard.domain.playbooks.people.labelled_channels import (
    files_of_contacts,
    labelled_channels,
    single_channels,
)
from runcard.domain.playbooks.people.led_contacts import as_told, led_contacts
from runcard.domain.playbooks.people.listed_ways import listed_ways, ways_atop_fences
from runcard.domain.playbooks.people.rung_ways import ways_of_rungs
from runcard.domain.playbooks.people.told_people import (
    labelled_numbers,
    labelled_ways,
    numbers_in_steps,
    numbers_of_roles,
    told_contacts,
)
from runcard.domain.playbooks.people.told_ways import several_ways, told_ways
from runcard.domain.playbooks.people.whose_ways import bold_names, with_its_name
from runcard.domain.playbooks.topics import topics
from runcard.domain.playbooks.vocabulary import Vocabulary
from runcard.domain.playbooks.words import has_letters, plain, slug, trailing_parenthesis, untitled

ELSEWHERE = {
    "severity", "templates", "runbooks", "review", "process", "reference", "metrics", "roles",
    "symptoms", "war_room", "oncall", "drills", "communication",
}  # fmt: skip
TOLD_ELSEWHERE = {"runbooks", "review", "templates", "drills", "severity"}
MOST_WORDS_OF_AN_ADDRESS = 4
MOST_WORDS_OF_A_PLACE = 6
BARS = re.compile(r"\s+[|·•]\s+")
OTHER_WAY = re.compile(r"\s+/\s+")
GAP_IN_FRONT = re.compile(rf"^(?:{TOKEN.pattern})\s+[-–—]\s+\S")
DIALLED = re.compile(r"\d{3}")
PAGE = re.compile(r"<?https?://\S+")
ADDRESS = re.compile(
    r"[#@][\w-]+|[\w.+-]+@[\w-]+\.[\w.-]+|\+?\(?\d[\d\s()./-]{5,}\d|" + SPELLED_PHONE.pattern
)


def contacts_of(page: Outline, roles: Sequence[Role], words: Vocabulary) -> tuple[Contact, ...]:
    """Every contact line, in document order; what somebody does is no way to reach him."""
    found: list[Contact] = []
    mentioned: list[Contact] = []
    duties = {role.line for role in roles}
    for section in page.sections:
        about = topics(page, section, words)
        is_told = bool(about & {"contacts", "roles", "oncall", "escalation"})
        here = _of_section(section, about, words)
        found.extend(one for one in here if one.line not in duties or _may_reach(one))
        found.extend(led_contacts(section, words) if "contacts" not in about else ())
        mentioned.extend(files_of_contacts(section, words))
        if not about & (TOLD_ELSEWHERE - {"severity", "templates"}):
            mentioned.extend(listed_ways(section, words))
            mentioned.extend(labelled_channels(section, words))
            mentioned.extend(defined_ways(section, words))
        if not about & (TOLD_ELSEWHERE - {"severity"}):
            mentioned.extend(labelled_numbers(section, words))
            mentioned.extend(numbers_in_steps(section, words))
            mentioned.extend(labelled_ways(section, words))
            mentioned.extend(ways_atop_fences(section, words))
        if is_told and not about & TOLD_ELSEWHERE:
            found.extend(told_contacts(section, words) if about & {"contacts", "roles"} else ())
            mentioned.extend(told_ways(section, words))
        elif not about & ELSEWHERE - {"reference"}:
            mentioned.extend(several_ways(section, words))
    found.extend(_of_roles(page, roles, words))
    mentioned.extend((*numbers_of_roles(roles, words), *footer_contacts(page, words)))
    # An address that a sentence mentions may also stand in a line that is a contact as a whole.
    lines, ways = {one.line for one in found}, {_bare(one.value) for one in found}
    is_new = (one.line not in lines and _bare(one.value) not in ways for one in mentioned)
    found.extend(one for one, new in zip(mentioned, is_new, strict=True) if new)
    once: dict[tuple[int, str], Contact] = {}
    # A way that a list names by itself, `Reach: …`, is better named after the role it leads to.
    for one in sorted(found, key=lambda one: is_way(slug(one.label), words)):
        once.setdefault((one.line, one.value), one)
    return tuple(sorted(once.values(), key=lambda contact: contact.line))


def _bare(value: str) -> str:
    """An address as it is dialled, to know it again."""
    return "".join(value.split()).strip(".`")


def _of_section(section: Section, about: frozenset[str], words: Vocabulary) -> Iterator[Contact]:
    """By what the headings above say of the section."""
    if section.level <= 1:
        yield from _opening(section, words)
    if "contacts" in about:
        kept = without_deed_lists(section, words, is_sure=False)
        found = contacts_listed(without_hours(kept, words, is_duty="oncall" in about), words)
        told = (as_told(one, section.title, words) for one in found)
        named = (with_its_name(one, section, words) for one in told)
        is_mixed = "roles" in about and not _is_only_of_contacts(section, words)
        is_mixed |= words.about(untitled(section.title)) == {"escalation"}
        yield from (one for one in named if not is_mixed or _may_reach(one))
    elif "escalation" in about:
        yield from _of_escalation(section, words)
    elif "roles" in about and about & ELSEWHERE:
        yield from _of_people(section, words)
    elif _is_about_channels(section, words):
        yield from channels_listed(section, words)
    elif about & ELSEWHERE and about & ELSEWHERE <= {"communication", "reference"}:
        yield from (*ways_among_messages(section, words), *single_channels(section, words))
    elif not about & (ELSEWHERE - {"oncall"}):
        is_duty = "oncall" in about
        yield from unnamed_contacts(without_hours(section, words, is_duty=is_duty), words)
        yield from duty_cards(section, words) if is_duty else ()


def _is_only_of_contacts(section: Section, words: Vocabulary) -> bool:
    """`Contacts`, also below `Who does what`: its gaps are to be filled in, whatever they look
    like."""
    own = words.about(untitled(section.title))
    return "contacts" in own and not own & {"roles", "oncall", "escalation"}


def _of_escalation(section: Section, words: Vocabulary) -> Iterator[Contact]:
    """Who is called is no contact by himself; whoever has an address there is one."""
    for block in section.blocks:
        found = contact_rows(block, words) if isinstance(block, Table) else ()
        yield from (one for one in found if one.placeholder or _may_reach(one))
    kept = without_deed_lists(section, words, is_sure=True)
    yield from (*ways_of_rungs(section, words), *unnamed_contacts(kept, words))
    yield from arrowed_ways(section, words)


def _is_about_channels(section: Section, words: Vocabulary) -> bool:
    """`Communication channels`: where people are told something, not how often or what."""
    title = untitled(section.title)
    is_of_channels = words.people.speaks_of(title, "channels")
    return is_of_channels and words.about(title) <= {"communication"}


def _may_reach(found: Contact) -> bool:
    """Beside people, words without any number or address are what somebody does, or only how; an
    hour and a level are no number to dial. A gap and nothing else is still to be filled in."""
    is_gap = found.placeholder and TOKEN.fullmatch(trailing_parenthesis(found.value)[0]) is not None
    return found.kind != "none" or is_gap or DIALLED.search(found.value) is not None


def _of_people(section: Section, words: Vocabulary) -> Iterator[Contact]:
    """Tables of roles that also say how each is reached, and the lines below them that name one
    more way: `**Bridge:** ext. 4630`."""
    are_ways = False
    for block in section.blocks:
        if isinstance(block, Table):
            named = [column_of(block, (way,), words) for way in ("phone", "email")]
            if columns_of_addresses(block, 0, words) or any(at is not None for at in named):
                yield from contact_rows(block, words)
                are_ways = True
            else:
                yield from address_cells(block, words)
        elif isinstance(block, Item):
            yield from _of_an_entry(block, section, words)
        elif isinstance(block, Paragraph) and are_ways and block.quote is None:
            for said in block.lines:
                found = in_line(said.text, said.line, words)
                yield from (one for one in found if _is_a_way(one, words))


def _of_an_entry(item: Item, section: Section, words: Vocabulary) -> Iterator[Contact]:
    """`Reach: #harbour` below the heading or bold name of a person; `Yard: https://…` of others."""
    label = label_of(item.text)
    if label is not None and not label.bold and is_way(slug(label.name), words):
        above = [name for at, name in bold_names(section) if at < item.line]
        name = above[-1] if above else untitled(section.title)
        yield contact(name, label.value, item.line, words)
    elif label is not None and is_only_a_place(label.value):
        yield contact(label.name, label.value, item.line, words)


def _is_a_way(found: Contact, words: Vocabulary) -> bool:
    """What is no part that somebody plays, and leads to a place in a few words."""
    value = trailing_parenthesis(found.value.rstrip(".。"))[0]
    is_short = len(value.split()) <= MOST_WORDS_OF_A_PLACE
    is_part = words.people.speaks_of(found.label, "agent")
    return is_short and not is_part and found.kind in {*REAL, "url", "pointer"}


def _opening(section: Section, words: Vocabulary) -> Iterator[Contact]:
    """`Team: Search | Chat: #search-oncall` above the first heading: what is an address and
    nothing else, or another way behind it, `Desk: desk@house.org / the bell of the hall`."""
    for said in prose(section):
        for piece in BARS.split(plain(said.text)):
            label = label_of(piece)
            address = label.value if label is not None else ""
            is_fact = label is not None and words.meta.exactly(label.name) is not None
            is_real = kind_of(address, words) != "none"
            first = OTHER_WAY.split(address, maxsplit=1)[0]
            is_address = is_real and ADDRESS.fullmatch(first.strip("` ")) is not None
            if label is not None and not is_fact and is_address:
                yield contact(label.name, address, said.line, words)


def _of_roles(page: Outline, roles: Sequence[Role], words: Vocabulary) -> Iterator[Contact]:
    """`**Contact**: dba@…` inside a role's own list; behind the role itself an address or a gap in
    place of what it does."""
    for role in roles:
        own = [duty for duty in role.duties if duty.line == role.line]
        if own and _is_an_address(own[0].text, words):
            yield contact(role.name, own[0].text, role.line, words)
        for name, value in role.attributes:
            if is_way(name, words) or _leads_to_another(name, value, words):
                made = contact(role.name, value, _line_of(page, role, value), words)
                is_told = made.kind == "none" and not made.placeholder
                is_name = is_told and has_letters(made.value)
                yield replace(made, kind="name") if is_name else made


def _leads_to_another(name: str, value: str, words: Vocabulary) -> bool:
    """`**Backup**: [phone]`, `Deputy: +44 1632 960118`: a way to whoever is called instead; a name
    alone is none."""
    is_in_turn = "in_turn" in words.columns.phrases.get(name.replace("_", " "), ())
    is_of_one_word = is_placeholder(value, words) and len(value.split()) == 1  # `[name]`
    return is_in_turn and not is_of_one_word and _is_an_address(value, words)


def _is_an_address(said: str, words: Vocabulary) -> bool:
    """`Lena, lena@shop.example`, `[NAME]`: a few words of which one is an address, or a gap and
    nothing else but, behind a dash, what is to be done: `[to be named] - keeps the log`."""
    if GAP_IN_FRONT.match(said) and is_placeholder(said, words):
        return True
    if len(said.split()) > MOST_WORDS_OF_AN_ADDRESS or said.endswith((".", "。")):
        return False
    is_gap = TOKEN.fullmatch(said) is not None and is_placeholder(said, words)
    return is_gap or ADDRESS.search(said) is not None or PAGE.search(said) is not None


def _line_of(page: Outline, role: Role, value: str) -> int:
    for line, text in enumerate(page.lines[role.line - 1 :], role.line):
        if value in plain(text):
            return line
    return role.line

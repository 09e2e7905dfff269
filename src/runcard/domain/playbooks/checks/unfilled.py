"""Ways to reach somebody that were never filled in: a gap, a word such as `to be confirmed`, a
number with crosses for figures."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from runcard.domain.playbooks.checks import hints
from runcard.domain.playbooks.facts import Facts, Said
from runcard.domain.playbooks.model import Contact, Finding, Grade, Playbook, Template
from runcard.domain.playbooks.page.addresses import without_commands
from runcard.domain.playbooks.page.blocks import Row, Section, Table, tables
from runcard.domain.playbooks.words import HTML_TAG, folded, plain

NUMBER = re.compile(r"\+?\d[\d ()/.-]{6,}\d(?=$|[,;]?\s|[(,;])")
# Behind a name; without the plus it might be a contract's.
WITH_PLUS = re.compile(r"(?<!\d)\+\d[\d ()/.-]{6,}\d(?=$|[,;]?\s|[(,;])")
REACHED = re.compile(r"https?://|[\w.+-]+@[\w-]+\.\w|\d[\d ()/-]{5,}\d")
CROSS_OUT = re.compile(r"[XxＸ]{2,}|\d[XＸ]\b|TBD|_{2,}")
FOOTNOTE = re.compile(r"\[\^[^\[\]]{1,40}\]")
# An address or a channel that stands there whole.
WRITTEN = re.compile(r"https?://\w|[\w.+-]+@[\w-]+\.\w|(?<![\w#])#[a-z][\w-]{2,}")
PUBLIC = {"regulator", "police", "cyber_desk"}
LONGEST_LINE = 600
BELOW = 2  # lines below a name, on which his ways may stand
GENERAL_HOST = re.compile(
    r"[\w.@/:+-]*\b(?:my|your)?-?(?:company|example|domain|organi[sz]ation)\.[\w./:-]+",
    re.IGNORECASE,
)
EXAMPLE_HOST = re.compile(r"[\w.-]+\.example\b")
FILLER = re.compile(
    # `401/403/5xx` are answers of a server.
    r"(?<![\w#/-])(?![(（]?(?:[1-5]\d\d[/-])*[1-5]xx(?![Xx\d]))"
    r"[+(（]?[\d０-９](?:[\d０-９ ()（）./－-]{1,14}[XxＸ]{2,}|[XxＸ]{3,})"
    r"[XxＸ\d０-９ .－-]{0,16}"
    r"|(?<![\w#-])\d{2,5}[ /-]?(?:\d{2,4}[ -]?){1,3}\d?[XＸ](?![\w])"
)
CROSS = re.compile(r"[xXＸ]")
VALUE = re.compile(r"[:：|]")
GAP = re.compile(r"\[(?!\^)[^\[\]]{2,40}\](?!\()|<[^<>/@]{2,40}>|【[^【】]{1,40}】|_{3,}|N\. ?N\.")
# `10.40.6.xx` is an address of some device; nobody is called by it.
DEVICE = re.compile(r"[1-9]\d{0,2}\.\d{1,3}\.(?:\d{1,3}|[xX]{1,3})\.[xX]{1,3}(?![.\w])")
BOX = re.compile(r"\[[ xX]?\]")
# `Radio call: "All boats stop, pier [N]"`: words to be said.
QUOTED = re.compile(r"[^:：]{2,60}[:：][\s*_]{0,4}[\"“„«「『][^\"”“»」』]{0,400}[\[<{【]")
# `WARDEN_MAIL=…` is filled in where the program is set up.
SETTING = re.compile(r"\s*(?:export |set |\$env:)?[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)*\s?=\s?\S")


def check(playbook: Playbook, facts: Facts) -> Iterator[Finding]:
    """Every contact that is a gap, once a line; and gaps wherever numbers are looked for. Where the
    page says that it is an edition without them, they are no gaps."""
    if is_without_numbers(facts):
        return
    told = {one.line for one in playbook.meta.values()}  # what stands in for a day is told by RC014
    told |= {line for one in playbook.templates for line in _lines_of(one)}
    is_asked = any(GAP.fullmatch(one.value.strip()) for one in playbook.contacts)
    named = _lines_by_name(facts.page.lines) if is_asked else {}
    for contact in playbook.contacts:
        if contact.line in told or contact.value.startswith("<http"):
            continue
        if not contact.placeholder or is_written_out(contact) or _is_settled(contact, facts):
            continue
        if facts.speaks("people", contact.label) & {"file_number"}:
            continue  # nobody is reached by the number of an account
        if _lacks_a_file_number(contact, facts) or _names_somebody_reached(contact, named, facts):
            continue
        line = facts.page.lines[contact.line - 1]
        if SETTING.match(line) or QUOTED.match(line) or _is_a_thing(contact, facts):
            continue
        told.add(contact.line)
        yield _gap_or_pointer(contact, facts)
    yield from _unlisted_gaps(playbook, facts)


def _gap_or_pointer(contact: Contact, facts: Facts) -> Finding:
    """`[mobile in the vault]` is no gap: it says where to look."""
    if facts.speaks("people", contact.value) & {"kept_elsewhere"}:
        return facts.finding("RC403", contact.line, f"{contact.label}: “{contact.value}”")
    about = f"{contact.label} ({contact.value})"
    found = facts.finding("RC402", contact.line, about, contact.label)
    found = facts.marked(found, contact.value)
    return replace(found, grade=Grade.WARNING) if _is_mild(contact, facts) else found


def is_without_numbers(facts: Facts) -> bool:
    """`The telephone list is kept apart from this public edition`, or `Kept separately` in a
    chapter on contacts."""
    return keeps_apart(facts, "contacts")


def keeps_apart(facts: Facts, *what: str) -> bool:
    """`The owners of an escalation belong in the private directory`: one of these things is kept in
    another place than this page."""
    return any(
        set(what) & facts.words.headings.all(_what_is_kept_apart(said, facts))
        for said in facts.said_of("people", "kept_apart")
    )


def _what_is_kept_apart(said: Said, facts: Facts) -> str:
    """The sentence itself; where it names nothing in front of the word, what the chapter is
    about."""
    word = facts.word("people", "kept_apart", said.text) or ""
    is_bare = plain(said.text).startswith(word)
    return f"{said.section.title}: {said.text}" if is_bare else said.text


def is_written_out(contact: Contact) -> bool:
    """`desk@fernway.example` is written out; only its domain is one that nobody owns. So is a
    number with a footnote, or with the hours behind it."""
    number = NUMBER.match(contact.value.strip()) or WITH_PLUS.search(contact.value)
    if number is not None and not (GAP.search(contact.value) or CROSS_OUT.search(contact.value)):
        return True
    rest = FOOTNOTE.sub("", EXAMPLE_HOST.sub("", contact.value))
    return rest != contact.value and not re.search(r"[\[<{_]|X{2,}|TBD", rest)


def _is_settled(contact: Contact, facts: Facts) -> bool:
    """The line says who serves until then, or that there may be nobody; or the gap is for a
    signature, and nobody calls it."""
    known = facts.words.lint.get("people")
    if known is not None and known.exactly(contact.value.strip(" []<>()")) == "if_any":
        return True
    line = facts.page.lines[contact.line - 1][:LONGEST_LINE]
    return bool(facts.speaks("people", line) & {"until_then", "signature"})


def _is_a_thing(contact: Contact, facts: Facts) -> bool:
    """`Database: [see the vault]` among tools: what one signs in to, and nobody who is called."""
    section = facts.section_of(contact.line)
    if "contacts" in facts.about(section) or hints.is_list_of_people(section, facts):
        return False
    thing = facts.word("people", "thing", contact.label)
    return thing is not None and contact.label.endswith(thing)  # a `Database Admin` is a person


def _lacks_a_file_number(contact: Contact, facts: Facts) -> bool:
    """`0141 496 0100, contract no. XXXX`: he is rung all the same, and asked for the rest."""
    number = NUMBER.match(contact.value.strip())
    rest = contact.value.strip()[number.end() :] if number is not None else ""
    is_whole = rest.lstrip()[:1] in set(",;(–—") and FILLER.search(rest) is None
    return is_whole and bool(facts.speaks("people", rest) & {"file_number"})


def _lines_by_name(lines: Sequence[str]) -> Mapping[str, Sequence[int]]:
    """The lines, from 0, that begin with a name, by that name folded."""
    found: dict[str, list[int]] = {}
    for at, line in enumerate(lines):
        found.setdefault(folded(_label_of(line[:LONGEST_LINE])), []).append(at)
    return found


def _names_somebody_reached(
    contact: Contact, named: Mapping[str, Sequence[int]], facts: Facts
) -> bool:
    """`[Harbour master]`, and his mailbox stands beside or below his name somewhere else."""
    bracket = GAP.fullmatch(contact.value.strip())
    name = folded(contact.value.strip(" []<>")) if bracket is not None else ""
    if not name or facts.words.columns.all(name) & {"phone", "email", "value"}:
        return False
    return any(
        WRITTEN.search(text)
        for called in _called(name)
        for at in named.get(called, ())
        if at != contact.line - 1
        for text in _beside_or_below(facts.page.lines, at)
    )


def _called(name: str) -> Iterator[str]:
    """The same words, or the first of them; the `Client success lead` leads `Client success`."""
    words = name.split(" ")
    yield name
    yield from (" ".join(words[:count]) for count in range(2, len(words)))


def _beside_or_below(lines: Sequence[str], at: int) -> Iterator[str]:
    """The line of a name and those that stand further to the right below it."""
    yield lines[at][:LONGEST_LINE]
    for text in lines[at + 1 : at + 1 + BELOW]:
        if not text[:1].isspace():
            return
        yield text[:LONGEST_LINE]


def _is_mild(contact: Contact, facts: Facts) -> bool:
    """Somebody is reached all the same, by another way of the line. An authority has its number on
    its own pages."""
    if facts.speaks("outsiders", contact.label) & PUBLIC:
        return True
    line = facts.page.lines[contact.line - 1][:LONGEST_LINE]
    rest = FILLER.sub(" ", GAP.sub(" ", line))
    another = WRITTEN.search(rest) or facts.speaks("people", rest) & {"pager"}
    return bool(another) or _is_general(contact) or _is_reached_otherwise(contact)


def _is_general(contact: Contact) -> bool:
    """`incidents@company.com` may be meant for somebody; a gap for a number is for nobody."""
    rest = GENERAL_HOST.sub("", contact.value)
    return rest != contact.value and not re.search(r"[\[<{_]|X{2,}|TBD", rest)


def _is_reached_otherwise(contact: Contact) -> bool:
    """A portal or a hotline is written out, and only the number of the contract is missing."""
    rest = GAP.sub(" ", contact.value)
    return REACHED.search(rest) is not None and FILLER.search(contact.value) is None


def _unlisted_gaps(playbook: Playbook, facts: Facts) -> Iterator[Finding]:
    """A number with X for digits, wherever it stands; a gap in a chapter on whom to call."""
    known = {contact.line for contact in playbook.contacts if contact.placeholder}
    known |= {line for one in playbook.templates for line in _lines_of(one)}
    known |= {line for act in facts.acts for line in range(act.line, act.end_line + 1)}
    known |= {one.line for one in playbook.meta.values()}
    drawn = [fence for fence, _ in facts.fences if fence.lang not in {None, "text", "yaml", "yml"}]
    known |= {line for fence in drawn for line in range(fence.line, fence.end + 1)}
    for section in facts.page.sections:
        is_list = hints.is_list_of_people(section, facts)
        nameless = set(_nameless(section, facts)) if is_list else set()
        for line in range(section.line + 1, section.end + 1):
            if line in known:
                continue
            text = facts.page.lines[line - 1][:600]
            found = FILLER.search(DEVICE.sub(" ", text)) if CROSS.search(text) else None
            asked = is_list and line not in nameless
            gap = found.group().strip() if found else gap_in(text, facts) if asked else None
            if gap and not facts.speaks("people", text) & {"signature"}:
                yield facts.marked(facts.finding("RC402", line, gap, _label_of(text)), gap)


def _nameless(section: Section, facts: Facts) -> Iterator[int]:
    """Rows in which nothing but the name is missing: there is a mailbox or a number beside it."""
    for table in tables(section):
        names = columns_of_names(table, facts)
        yield from (row.line for row in table.rows if _lacks_only(names, row, facts))


def columns_of_names(table: Table, facts: Facts) -> tuple[int, ...]:
    """Where whoever holds a post is called by name."""
    return tuple(
        at for at, cell in enumerate(table.head.cells) if "person" in facts.words.columns.all(cell)
    )


def _lacks_only(names: Sequence[int], row: Row, facts: Facts) -> bool:
    others = " | ".join(cell for at, cell in enumerate(row.cells) if at not in names)
    return REACHED.search(others) is not None and gap_in(others, facts) is None


def _lines_of(template: Template) -> range:
    return range(template.text_line, template.text_line + template.text.count("\n") + 1)


def gap_in(text: str, facts: Facts) -> str | None:
    """A bracket to fill in, or a word such as `to be confirmed`."""
    found = GAP.search(HTML_TAG.sub(" ", BOX.sub("", without_commands(text))))
    if found is not None:
        return found.group()
    return facts.word("people", "not_filled", text) if text.strip(" |-*:") else None


def _label_of(text: str) -> str:
    """The name in front of the value."""
    return VALUE.split(text.strip(" |-*>"), 1)[0].strip(" *")[:60]

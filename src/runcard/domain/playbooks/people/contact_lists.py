"""What a section lists as ways to reach people, whatever its heading says."""

from collections.abc import Iterator, Sequence

from runcard.domain.playbooks.model import Contact
from runcard.domain.playbooks.page.addresses import (
    EMAIL,
    PHONE,
    REAL,
    TOKEN,
    address_in_front,
    is_only_a_place,
    kind_of,
)
from runcard.domain.playbooks.page.blocks import (
    Fence,
    Item,
    Paragraph,
    Section,
    Table,
    items,
    label_of,
    tables,
)
from runcard.domain.playbooks.people.calling import speaks_of_calling
from runcard.domain.playbooks.people.contact_lines import contact, in_fenced_line, in_line
from runcard.domain.playbooks.people.contact_tables import column_of, contact_rows
from runcard.domain.playbooks.people.defined_terms import with_terms
from runcard.domain.playbooks.people.duty_zones import has_clock
from runcard.domain.playbooks.people.fenced_records import recorded_contacts
from runcard.domain.playbooks.people.listed_ways import TEXT, named_ways
from runcard.domain.playbooks.times.clauses import sentences
from runcard.domain.playbooks.vocabulary import Vocabulary
from runcard.domain.playbooks.words import untitled

MOST_WORDS = 10
MOST_WORDS_OF_AN_ENTRY = 16
FEWEST = 3
# What a page says of itself; its owner may be a contact, too.
FACTS = {"version", "created", "last_updated", "last_reviewed", "next_review", "reviewed_by"}


def unnamed_contacts(section: Section, words: Vocabulary) -> list[Contact]:
    """A list or table full of addresses is a contact list under any heading; a check list, or what
    is typed or printed, never."""
    if any(item.box for item in items(section)):
        return []
    typed = set(_lines_of_programs(section))
    entries = (one for one in contacts_listed(section, words) if one.line not in typed)
    listed = [one for one in entries if not _is_an_hour(one)]
    found = [*_without_steps(listed, section, words)]
    if _are_speakers(found):
        return []
    told = [one for one in found if one.kind != "none" or one.placeholder]
    real = [one for one in told if one.kind in REAL and _is_address_or_gap(one)]
    is_list = bool(real) and len(told) >= 2 and 2 * len(told) >= len(found)
    is_asked = speaks_of_calling(untitled(section.title), words)  # `Who to call`
    return found if is_list and (is_asked or 3 * len(real) >= len(found)) else []


def _lines_of_programs(section: Section) -> Iterator[int]:
    """The lines of a fence that names its language: `-H "Cookie: …"`, `"ip": "10.0.0.7"`."""
    for block in section.blocks:
        if isinstance(block, Fence) and block.lang not in TEXT:
            yield from range(block.line, block.end + 1)


def channels_listed(section: Section, words: Vocabulary) -> list[Contact]:
    """The entries of a list of channels, where half of them lead somewhere or are still open."""
    entries = items(section)
    found = [one for item in entries for one in _channel_in(item, words)]
    led = [one for one in found if one.kind != "none" or one.placeholder]
    return found if len(led) > 1 and 2 * len(led) >= len(entries) else []


def mailboxes_listed(section: Section, words: Vocabulary) -> list[Contact]:
    """The entries that each are a mailbox and whose it is, two of them at least, or one beside a
    place or a number."""
    told = [one for item in items(section) for one in in_line(item.text, item.line, words)]
    found = [one for one in told if one.kind == "email" and EMAIL.fullmatch(one.value)]
    others = [one for one in told if one.kind == "url" or _is_number(one)]
    return found if len(found) + len(others) > 1 else []


def _is_number(found: Contact) -> bool:
    return found.kind == "phone" and not found.placeholder


def ways_among_messages(section: Section, words: Vocabulary) -> Iterator[Contact]:
    """In a chapter on messages or of reference, the lists and tables that say whom to reach."""
    told = helpers_listed(section, words) or mailboxes_listed(section, words)
    yield from told or named_ways(section, words)
    yield from ways_tabled(section, words)


def ways_tabled(section: Section, words: Vocabulary) -> Iterator[Contact]:
    """Among messages, a table of parts beside the ways to them; two at least are a number or a
    mailbox."""
    for table in tables(section):
        who = column_of(table, ("who",), words)
        way = column_of(table, ("value", "phone", "email"), words, after=who)
        if who is not None and way is not None and _are_ways(table, way, words):
            yield from contact_rows(table, words)


def _are_ways(table: Table, at: int, words: Vocabulary) -> bool:
    cells = [row.cells[at] for row in table.rows if at < len(row.cells)]
    led = [cell for cell in cells if kind_of(cell, words) != "none"]
    written = [cell for cell in led if EMAIL.search(cell) or PHONE.search(cell)]
    return len(written) > 1 and 2 * len(led) >= len(cells)


def helpers_listed(section: Section, words: Vocabulary) -> list[Contact]:
    """Among resources, a list in which each entry is a name and where it is reached, or a gap that
    asks for a contact; pages of the web and gaps for them are tools."""
    entries = items(section)
    told = [one for item in entries for one in in_line(item.text, item.line, words)]
    is_each = len(told) == len(entries) > 1
    is_led = all(_reaches_somebody(one, words) or one.kind == "url" for one in told)
    is_of_people = any(_reaches_somebody(one, words) for one in told)
    return told if is_each and is_led and is_of_people else []


def _reaches_somebody(found: Contact, words: Vocabulary) -> bool:
    """By a number or a mailbox, real or still open, or a gap that says `contact`."""
    if found.placeholder and words.people.speaks_of(found.value, "way"):
        return True
    return found.kind in {"phone", "email"} and _is_address_or_gap(found)


def _channel_in(item: Item, words: Vocabulary) -> Iterator[Contact]:
    """`**Drivers**: #drivers`; `**#drivers** — what goes on` names the channel at once."""
    label = label_of(item.text)
    if label is not None and is_only_a_place(label.name):
        yield contact(label.name.strip("`"), label.name, item.line, words)
    else:
        yield from in_line(item.text, item.line, words)


def _without_steps(
    found: Sequence[Contact], section: Section, words: Vocabulary
) -> Iterator[Contact]:
    """`Open the channel: /inc new` in a list of steps, most of which are no name and its address,
    is no contact; above the first heading, `Last reviewed: …` is said of the page."""
    steps = [item for item in items(section) if item.numbered]
    named = {item.line for item in steps if any(in_line(item.text, item.line, words))}
    lines = {item.line for item in steps} if 2 * len(named) <= len(steps) else set[int]()
    for one in found:
        is_fact = section.level <= 1 and words.meta.exactly(one.label) is not None
        if one.line not in lines and not is_fact:
            yield one


def _is_an_hour(found: Contact) -> bool:
    """`Hours: 24/7`, `Change of duty: Monday 09:00` beside those who have duty."""
    return found.kind == "none" and not found.placeholder and has_clock(found.value)


def _is_address_or_gap(found: Contact) -> bool:
    """Not only a word for it, `the link is in the channel`, `mails in 20 minutes`, nor a gap in
    a whole sentence, nor any sign for one in a long one."""
    if found.placeholder and _is_one_gap(found.value):
        return True
    is_long = len(found.value.split()) > MOST_WORDS_OF_AN_ENTRY
    if is_long and address_in_front(found.value) is None:
        return False
    if found.placeholder:
        return len(found.value.split()) <= MOST_WORDS
    if found.kind == "chat":
        return any(sign in "@#" for sign in found.value)  # `10 teams` is only a word for it
    is_mailbox = found.kind == "email"
    return any(sign in "@#" or (sign.isdigit() and not is_mailbox) for sign in found.value)


def _are_speakers(found: Sequence[Contact]) -> bool:
    """Names that come again from line to line are of those who do something there."""
    lines = {(one.line, one.label) for one in found}
    names = {label for _, label in lines}
    return len(lines) >= FEWEST and 2 * len(names) <= len(lines)


def contacts_listed(section: Section, words: Vocabulary) -> Iterator[Contact]:
    """Whatever a section says line by line or row by row of how people are reached."""
    most = MOST_WORDS_OF_AN_ENTRY if _is_list_of_paragraphs(section) else MOST_WORDS
    for block in with_terms(section.blocks):
        if isinstance(block, Item):
            yield from in_line(block.text, block.line, words)
        elif isinstance(block, Paragraph) and block.quote is None:
            found = [] if _is_of_the_page(block, words) else [*_in_lines(block, words)]
            yield from (one for one in found if _is_told(one, most))
        elif isinstance(block, Fence):
            yield from recorded_contacts(block, words) or _in_fence(block, words)
        elif isinstance(block, Table):
            yield from contact_rows(block, words)


def _in_fence(block: Fence, words: Vocabulary) -> Iterator[Contact]:
    for line, text in enumerate(block.lines, block.line + 1):
        yield from in_fenced_line(text, line, words)


def _in_lines(block: Paragraph, words: Vocabulary) -> Iterator[Contact]:
    for said in block.lines:
        yield from in_line(said.text, said.line, words)


def _is_list_of_paragraphs(section: Section) -> bool:
    """`**Ada.** By day`, `**Bo.** By night`: three bold names at least, each with words of its own
    behind it."""
    blocks = [block for block in section.blocks if isinstance(block, Paragraph)]
    labels = [label_of(line.text) for block in blocks for line in block.lines]
    return sum(one is not None and one.bold and bool(one.value) for one in labels) >= FEWEST


def _is_of_the_page(block: Paragraph, words: Vocabulary) -> bool:
    """`Written: May` above `Signed off by: [signature]`: most of its lines tell of the page."""
    labels = [label_of(line.text) for line in block.lines]
    facts = [words.meta.exactly(one.name) for one in labels if one is not None]
    return len(facts) > 1 and 2 * sum(one in FACTS for one in facts) > len(facts)


def _is_told(found: Contact, most: int) -> bool:
    """In running text an address, a gap, a few words of how; no sentence that mentions a page."""
    first = next(iter(sentences(found.value)), "")
    is_short = len(first.split()) <= most or _is_one_gap(found.value)
    return found.kind in REAL or ((found.kind != "none" or found.placeholder) and is_short)


def _is_one_gap(value: str) -> bool:
    """`[fill in: name, handle, number or pager, e.g. @ada]`: however much it asks for."""
    return TOKEN.fullmatch(value) is not None

"""Tables that say how people are reached: a name, and a way or more beside it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import chain

from runcard.domain.playbooks.model import Contact
from runcard.domain.playbooks.page.addresses import (
    EMAIL,
    PHONE,
    REAL,
    columns_of_addresses,
    is_blank,
    is_placeholder,
    kind_of,
)
from runcard.domain.playbooks.page.blocks import Row, Section, Table, tables
from runcard.domain.playbooks.people.contact_lines import contact
from runcard.domain.playbooks.people.hours_beside import FROM_TO
from runcard.domain.playbooks.people.tier_names import column_of_named_tiers
from runcard.domain.playbooks.people.turned_tables import upright
from runcard.domain.playbooks.times.grammar import is_silent
from runcard.domain.playbooks.vocabulary import Vocabulary
from runcard.domain.playbooks.words import folded, trailing_parenthesis

ADDRESS = re.compile(r"[#@][\w-]+|[\w.+-]+@[\w-]+\.[\w.-]+|https?://")
# `/page hall`, typed in the chat.
SLASH_COMMAND = re.compile(r"`/[a-z][\w-]{1,20}[ `]")
JOINED = re.compile(r"\s*/\s*|\s+&\s+")
MOST_WORDS = 3
FEWEST_WORDS = 2
BOTH = 2


def contact_rows(table: Table, words: Vocabulary) -> Iterator[Contact]:
    """Name in the first column for people; telephone, mail or another way beside it."""
    table = upright(table, words)
    who = _names_at(table, words)
    if who is None:
        return
    known = _ways(table, who, words) or _beside_names(table, words)
    phone = column_of(table, ("phone",), words, after=who)
    if _is_a_rota(table, who, known, words) or (not known and _is_a_form(table, who, words)):
        return
    for row in table.rows:
        told = [at for at in known if max(at, who) < len(row.cells) and _is_said(row.cells[at])]
        told = told or _gaps(row, who, words) or (_leading(row, who, words) if known else [])
        for at in told if len(known) > 1 else [_better(row, at, who, words) for at in told]:
            made = contact(row.cells[who], row.cells[at], row.line_of(at), words)
            yield _as_kind(made, "phone" if at == phone else None)
    yield from _only_names(table, who, known, words)


def _is_a_form(table: Table, who: int, words: Vocabulary) -> bool:
    """`Is anybody wet? | [YES / NO]`, `Action | [TOOL]`: what is asked or done, and nobody."""
    names = [row.cells[who].rstrip() for row in table.rows if who < len(row.cells)]
    asked = [one for one in names if one.endswith(("?", "？"))]
    is_done = words.labels.exactly(table.head.cells[who]) == "action"
    return is_done or 2 * len(asked) > len(names)


def _only_names(
    table: Table, who: int, known: Sequence[int], words: Vocabulary
) -> Iterator[Contact]:
    """`Head cook | Ada | -`: where no row tells any way, whoever plays the part."""
    others = [row for row in table.rows if len(row.cells) == len(table.head.cells)]
    is_told = any(_is_said(row.cells[at]) for row in others for at in known)
    at = column_of(table, ("who", "person"), words, after=who)
    if at is None or at in known or is_told or not known:
        return
    for row in others:
        if _is_said(row.cells[at]) and not is_placeholder(row.cells[at], words):
            yield replace(contact(row.cells[who], row.cells[at], row.line, words), kind="name")


def _names_at(table: Table, words: Vocabulary) -> int | None:
    """The column of those who are reached: the one with the numbers of their rungs, the one named
    so, else the first of two at least that does more than count; also where the addresses
    themselves stand below `Contact`, and none behind it."""
    if column_of_named_tiers(table, words) is not None:
        return 0
    who = column_of(table, ("who",), words)
    if who is not None and _is_way_among_names(table, who, words):
        return 0
    if who is not None and (_ways(table, who, words) or who not in _led_columns(table, words)):
        return who
    return _first_with_names(table) if len(table.head.cells) > 1 else None


def _first_with_names(table: Table) -> int:
    """The first column but one that only counts the rows: `1 | Mate | 4711`."""
    columns = range(len(table.head.cells) - 1)
    return next((at for at in columns if not _only_counts(table, at)), 0)


def _only_counts(table: Table, at: int) -> bool:
    cells = [row.cells[at] for row in table.rows if at < len(row.cells)]
    return bool(cells) and all(cell.rstrip(".)").isdigit() for cell in cells)


def _is_way_among_names(table: Table, who: int, words: Vocabulary) -> bool:
    """`Area | Contact | Phone`: below a word for both stands a mailbox or a channel in one row, a
    name in another; whoever is reached stands in front of it."""
    means = _meanings(table.head.cells[who], words)
    cells = [row.cells[who] for row in table.rows if who < len(row.cells)]
    return who > 0 and "value" in means and any(kind_of(one, words) in REAL for one in cells)


def _led_columns(table: Table, words: Vocabulary) -> list[int]:
    return [*columns_of_addresses(table, 0, words), *_pages(table, 0, words)]


def _ways(table: Table, who: int, words: Vocabulary) -> list[int]:
    """The columns that lead to somebody: for telephone and mail, else whoever is called in turn,
    else the one that is named a way; every other one that holds addresses; else one of pages."""
    heads = [column_of(table, (way,), words, after=who) for way in ("phone", "email")]
    named = [at for at in heads if at is not None] or _in_turn(table, who, words)
    if not named:
        is_named = column_of_named_tiers(table, words) is not None
        told = ("value", "who") if is_named else ("value",)
        heads = [column_of(table, told, words, after=who)]
        named = [at for at in heads if at is not None]
    others = [at for at in columns_of_addresses(table, who, words) if at not in named]
    led = [at for at in others if not named or not _only_names_ways(table, at, words)]
    return [*named, *led] or _pages(table, who, words)


def _only_names_ways(table: Table, at: int, words: Vocabulary) -> bool:
    """`Pager`, `Mail + text`: by which of the ways beside it somebody is told."""
    cells = [row.cells[at] for row in table.rows if at < len(row.cells)]
    return all(_is_name_of_a_way(cell, words) for cell in cells)


def _in_turn(table: Table, who: int, words: Vocabulary) -> list[int]:
    """`Primary | Secondary`: two columns at least, each a way of its own; or, where a column behind
    them holds the ways or gaps for them, each a name."""
    heads = [_meanings(cell, words) for cell in table.head.cells]
    found = [at for at, known in enumerate(heads) if at > who and "in_turn" in known]
    if len(found) < BOTH:
        return []
    way = column_of(table, ("value",), words, after=found[-1])
    cells = [row.cells[way] for row in table.rows if way < len(row.cells)] if way else []
    are_led = bool(cells) and all(_leads_somewhere(cell, words) for cell in cells)
    return [way] if way is not None and are_led else found


def _pages(table: Table, who: int, words: Vocabulary) -> list[int]:
    """Beside those who are named as such, the first column where half of the cells are pages."""
    if column_of(table, ("who",), words) is None:
        return []
    for at in range(who + 1, len(table.head.cells)):
        cells = [row.cells[at] for row in table.rows if at < len(row.cells) and row.cells[at]]
        led = [cell for cell in cells if kind_of(cell, words) == "url"]
        if led and 2 * len(led) >= len(cells):
            return [at]
    return []


def _is_a_rota(table: Table, who: int, known: Sequence[int], words: Vocabulary) -> bool:
    """Hours in place of names, with nobody's address beside them: who has duty when."""
    names = [row.cells[who] for row in table.rows if who < len(row.cells)]
    timed = [name for name in names if FROM_TO.search(name) is not None]
    ways = [row.cells[at] for row in table.rows for at in known if at < len(row.cells)]
    is_reached = any(kind_of(cell, words) in REAL for cell in ways)
    return bool(timed) and 2 * len(timed) >= len(names) and not is_reached


def address_cells(table: Table, words: Vocabulary) -> Iterator[Contact]:
    """`Legal | counsel@…` among people who are told in words: a cell that is an address and nothing
    else; or `Legal (counsel@…)`, where it stands in brackets behind the name itself."""
    for row in table.rows:
        name, inside = trailing_parenthesis(row.cells[0]) if row.cells else ("", None)
        if inside is not None and _is_an_address(inside):
            yield contact(name, inside.strip("`<> "), row.line, words)
        for cell in row.cells[1:]:
            if _is_an_address(cell):
                yield contact(row.cells[0], cell, row.line, words)


def _is_an_address(said: str) -> bool:
    bare = said.strip("`<> ")
    is_number = PHONE.fullmatch(bare) is not None and bare[:1] in "+0("
    return EMAIL.fullmatch(bare) is not None or is_number


def duty_cards(section: Section, words: Vocabulary) -> Iterator[Contact]:
    """Two columns without heads in a chapter on duty, `Second on call | schedule "hall-2"`: its
    rows that lead to somebody, where two of them at least do."""
    for table in tables(section):
        rows = [row for row in table.rows if len(row.cells) == BOTH] if _is_bare(table) else []
        led = [row for row in rows if _leads_to_somebody(row.cells[1], words)]
        for row in led if len(led) >= BOTH else ():
            yield contact(row.cells[0], row.cells[1], row.line, words)


def _leads_to_somebody(cell: str, words: Vocabulary) -> bool:
    is_command = SLASH_COMMAND.match(cell) is not None
    return is_command or is_placeholder(cell, words) or kind_of(cell, words) != "none"


def _is_bare(table: Table) -> bool:
    return len(table.head.cells) == BOTH and not any(map(_is_said, table.head.cells))


def _beside_names(table: Table, words: Vocabulary) -> list[int]:
    """In two columns without any heads the second holds the ways, one address among them."""
    cells = [row.cells[1] for row in table.rows if len(row.cells) > 1] if _is_bare(table) else []
    return [1] if any(kind_of(cell, words) in REAL for cell in cells) else []


def _is_said(cell: str) -> bool:
    """A blank to fill in says that something is missing."""
    return not is_silent(cell) or is_blank(cell)


def _gaps(row: Row, who: int, words: Vocabulary) -> list[int]:
    """Where no way is told, the cell that is still to be filled in: `Deputy | N. N. | |`."""
    others = [at for at in range(who + 1, len(row.cells)) if _is_said(row.cells[at])]
    return [at for at in others if is_placeholder(row.cells[at], words)][:1]


def _leading(row: Row, who: int, words: Vocabulary) -> list[int]:
    """Without a gap, a cell that says where to ask: `Watch | Group "hive" in Slack | –`."""
    others = range(who + 1, len(row.cells))
    return [at for at in others if _leads_somewhere(row.cells[at], words)][:1]


def _better(row: Row, at: int, who: int, words: Vocabulary) -> int:
    """Beside `Slack` or `page`, which are only the name of a way, the cell that holds where it
    leads to: `ask #ledger`, `see PagerDuty "ledger-primary"`, or a gap."""
    if not _is_name_of_a_way(row.cells[at], words):
        return at
    others = [one for one in range(who + 1, len(row.cells)) if one != at]
    return next((one for one in others if _leads_somewhere(row.cells[one], words)), at)


def _is_name_of_a_way(cell: str, words: Vocabulary) -> bool:
    is_short = len(cell.split()) <= MOST_WORDS and not any(sign.isdigit() for sign in cell)
    return is_short and ADDRESS.search(cell) is None and not is_placeholder(cell, words)


def _leads_somewhere(cell: str, words: Vocabulary) -> bool:
    is_pointer = kind_of(cell, words) == "pointer" and words.contacts.speaks_of(cell, "pointer")
    is_pointer &= len(cell.split()) >= FEWEST_WORDS
    return ADDRESS.search(cell) is not None or is_placeholder(cell, words) or is_pointer


def _as_kind(made: Contact, kind: str | None) -> Contact:
    """What stands in the telephone column is a telephone, also while it is a gap."""
    is_worded = not made.placeholder and not any(sign.isdigit() for sign in made.value)
    if kind is None or is_worded or made.kind in {"pointer", "email", "url", "chat"}:
        return made
    return replace(made, kind=kind)


def column_of(
    table: Table, concepts: Sequence[str], words: Vocabulary, after: int | None = None
) -> int | None:
    """The first column whose head means one of some things, right of another if that is told."""
    for at, cell in enumerate(table.head.cells):
        found = _meanings(cell, words)
        if set(found) & set(concepts) and (after is None or at > after):
            return at
    return None


def _meanings(head: str, words: Vocabulary) -> tuple[str, ...]:
    """What a column is for, by its head or, as in `Name / Mail`, by each part of it."""
    said = folded(head).strip()
    parts = [words.columns.phrases.get(one, ()) for one in (said, *JOINED.split(said))]
    return parts[0] or (tuple(chain.from_iterable(parts)) if all(parts[1:]) else ())

"""Roles in the rows of a table: who they are, and what the columns say of them."""

from collections.abc import Iterator

from runcard.domain.playbooks.model import Role
from runcard.domain.playbooks.page.addresses import holds_addresses
from runcard.domain.playbooks.page.blocks import Table
from runcard.domain.playbooks.people.persons import are_of_people
from runcard.domain.playbooks.vocabulary import Vocabulary
from runcard.domain.playbooks.words import folded, slug

OTHERS = {"key", "when", "tier", "phase", "command", "counter", "date", "hours"}
HELD = {"in_turn", "holder", "person"}
MOST_WORDS = 4
FEWEST = 3


def role_rows(table: Table, words: Vocabulary, *, is_home: bool = False) -> Iterator[Role]:
    """One role a row: its name, and the other cells by the heads of their columns. Where the
    heading above is about people, `Hat` or `🎭` above names beside duties is as good as `Role`."""
    heads = table.head.cells
    is_named = bool(heads) and "who" in concepts_of_head(heads[0], words)
    if not is_named and not (is_home and _are_names(table, words)):
        return
    for row in table.rows:
        if row.cells and row.cells[0]:
            pairs = zip(heads[1:], row.cells[1:], strict=False)
            attributes = tuple((slug(head), cell) for head, cell in pairs if cell)
            yield Role(row.cells[0], row.line, (), attributes)


def _are_names(table: Table, words: Vocabulary) -> bool:
    """Below a head of the team's own, short names without figures, each beside what it does."""
    known = set(concepts_of_head(table.head.cells[0], words)) & OTHERS
    names = [row.cells[0] if row.cells else "" for row in table.rows]
    is_short = all(0 < len(name.split()) <= MOST_WORDS for name in names)
    has_figures = any(sign.isdigit() for name in names for sign in name)
    return duty_column(table, words) is not None and is_short and not has_figures and not known


def defines_roles(table: Table, words: Vocabulary) -> bool:
    """A column of duties says what the people of a table are there for, whatever else it holds;
    under a heading about roles a table without addresses does so, too."""
    is_told = duty_column(table, words) is not None or are_filled(table, words)
    return is_told or not holds_addresses(table, words)


def are_filled(table: Table, words: Vocabulary) -> bool:
    """`Function | Who | Reached by`: parts that people play, beside whoever plays each; half of
    them at least are known for such. A person's name would be an entry for reaching him."""
    first, *others = table.head.cells or ("",)
    if "part" not in concepts_of_head(first, words):
        return False
    is_held = any("holder" in concepts_of_head(head, words) for head in others)
    return is_held and are_of_people([row.cells[0] for row in table.rows if row.cells], words)


def names_parts(table: Table, words: Vocabulary) -> bool:
    """`Role | Primary | Backup | Contact`: where nothing speaks of contacts but the head of a
    column, it says who plays each part of the team."""
    first, *others = table.head.cells or ("",)
    names = [row.cells[0] for row in table.rows if row.cells]
    is_cast = "part" in concepts_of_head(first, words) and len(others) > 1
    return is_cast and are_of_people(names, words)


def leads_each_on(table: Table, words: Vocabulary) -> bool:
    """`Role | Primary | Escalation path`: who plays each part, and to whom it is passed on."""
    others = table.head.cells[1:]
    held = [head for head in others if HELD & set(concepts_of_head(head, words))]
    led = [head for head in others if head not in held and "escalation" in words.about(head)]
    return bool(held and led) and names_parts(table, words)


def tells_parts(table: Table, words: Vocabulary) -> bool:
    """What each one does, or is in for, `Role | Responsible | Accountable | Consulted`; where a row
    of such a matrix is a task instead, it is no part."""
    first, *others = table.head.cells or ("",)
    kinds = [head for head in others if "raci" in concepts_of_head(head, words)]
    is_matrix = "part" in concepts_of_head(first, words) and len(kinds) >= FEWEST
    return is_matrix or duty_column(table, words) is not None


def duty_column(table: Table, words: Vocabulary) -> int | None:
    """The column that tells what each one does."""
    for at, head in enumerate(table.head.cells):
        if at > 0 and ("duty" in concepts_of_head(head, words) or _opens_duty(head, words)):
            return at
    return None


def _opens_duty(head: str, words: Vocabulary) -> bool:
    """`What you do with it on`: more words behind those that say it."""
    found = [one for one in words.columns.matches(head) if one.start() == 0 and " " in one.group()]
    return any("duty" in words.columns.phrases[one.group()] for one in found)


def concepts_of_head(head: str, words: Vocabulary) -> tuple[str, ...]:
    """What the head of a column may mean."""
    return words.columns.phrases.get(folded(head).strip(), ())

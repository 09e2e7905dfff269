"""What is found where a document lists its levels, before it is understood."""

from dataclasses import dataclass, replace

from runcard.domain.playbooks.levels.names import LevelHead
from runcard.domain.playbooks.model import SeverityForm, Text
from runcard.domain.playbooks.page.blocks import Block, Row, Section


@dataclass(frozen=True, slots=True)
class LevelEntry:
    """One level as found: its head, where it stands, and the blocks or cells that speak of it."""

    head: LevelHead
    line: int
    text: str = ""
    blocks: tuple[Block, ...] = ()
    row: Row | None = None
    end_line: int | None = None
    """Where `text` ends, if it goes on over more lines."""
    told: tuple[Text, ...] = ()
    """The lines of running text that tell the level."""
    behind: str = ""
    """The sentences there that follow what it means."""
    is_led: bool = False
    """A paragraph begins with what an incident of this level is."""


@dataclass(frozen=True, slots=True)
class LevelGroup:
    """All levels of one list, table or run of headings. `where` is the section that holds them."""

    form: SeverityForm
    line: int
    entries: tuple[LevelEntry, ...]
    where: Section
    columns: tuple[str, ...] = ()
    introduced: bool = False
    """The sentence directly above says that these are the levels."""
    matter: tuple[str, ...] = ()
    """What the label directly above the list says that it adds: `Who is told:`, `Updates:`."""
    nested: bool = False
    """The list stands inside a step: where the levels have a place of their own, that is first."""
    turned: bool = False
    """The levels are columns: such a table adds to levels and defines none of its own first."""
    has_own_names: bool = False
    """Behind the words for the steps stand names of the team's own, which anything could have."""


def told_once(group: LevelGroup) -> LevelGroup:
    """Without the headings of levels that stand there a second time, as after pasting. Rows with
    one level in common are cases."""
    first: dict[LevelHead, LevelEntry] = {}
    for entry in group.entries:
        first.setdefault(entry.head, entry)
    again = [one for one in group.entries if first[one.head] is not one]
    is_pasted = group.form is SeverityForm.HEADINGS and all(one.head.name for one in again)
    return replace(group, entries=tuple(first.values())) if again and is_pasted else group


@dataclass(frozen=True, slots=True)
class Statement:
    """One thing said of a level: what it is about (nothing known: ()), the words, the line."""

    concepts: tuple[str, ...]
    text: str
    line: int
    bullet: bool = False
    end_line: int | None = None

"""Lists of nothing but bold names with what is done behind or below each."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from runcard.domain.playbooks.page.blocks import Item, Section, label_of
from runcard.domain.playbooks.procedures.nested_parts import names_its_parts
from runcard.domain.playbooks.procedures.phase_words import is_phase_word
from runcard.domain.playbooks.procedures.rating_labels import is_aside
from runcard.domain.playbooks.procedures.trouble_files import tells_of_trouble
from runcard.domain.playbooks.vocabulary import Vocabulary
from runcard.domain.playbooks.words import WIDE, untitled

CLAUSES = re.compile(r"[,;.→](?=\s)|[，、；。]")
IN_BRACKETS = re.compile(r"^[(（\[]([^()（）\[\]]{1,16})[)）\]]$")
DASHES = "-–—→ "
FEWEST = 2
FEWEST_ENTRIES = 3
SHORTEST_TOLD = 24


@dataclass(frozen=True, slots=True)
class Entry:
    """A bold name among the blocks of a section, and what stands behind it."""

    at: int
    name: str
    line: int
    said: str
    below: int = 0
    """How many entries stand further in, below it."""
    end: int = 0

    @property
    def level(self) -> str:
        """What stands in brackets behind the name, and nothing else: `(P1)`."""
        inside = IN_BRACKETS.match(self.said)
        return inside.group(1) if inside is not None else ""


def trouble_entries(section: Section, words: Vocabulary) -> list[Entry]:
    """`- **Frost in the tunnel:** close the vents, then …`, or with a list below it: two at least
    of which tell of a trouble or a restore; below `Common failures` all of them do."""
    found = list(_entries(section))
    if len(found) >= FEWEST and all(_is_of_parts(one, section, words) for one in found):
        return found
    if len(found) < FEWEST_ENTRIES or not all(map(_is_told, found)):
        return []
    names = [one.name for one in found]
    are_others = any(words.parts.exactly(one) or is_aside(one, words) for one in names)
    troubles = [one for one in names if is_trouble(one, words)]
    done = [one for one in found if one.below or _is_done(one.said, words)]
    above = words.signs.all(untitled(section.title)) & {"many", "trouble"}
    is_list = (len(troubles) >= FEWEST or bool(above)) and 2 * len(done) >= len(found)
    return found if is_list and not are_others else []


def _is_of_parts(one: Entry, section: Section, words: Vocabulary) -> bool:
    """`- **Kettle cold** (P1)` with the names of its parts nested in it."""
    inside = section.blocks[one.at + 1 : one.end]
    is_title = not one.said or bool(one.level)
    return bool(one.name) and is_title and names_its_parts(inside, words)


def are_answers(entries: Sequence[Entry], words: Vocabulary) -> bool:
    """Where a heading may be about anything: more than half tell of a trouble, none is a step of
    the process, and behind half of them stands an order or a list."""
    troubles = [one for one in entries if is_trouble(one.name, words)]
    ordered = [one for one in entries if one.below or begins_with_order(one.said, words)]
    is_course = any(is_phase_word(one.name, words) for one in entries)
    is_most = 2 * len(troubles) > len(entries) and 2 * len(ordered) >= len(entries)
    return is_most and not is_course


def answers(title: str, said: str, words: Vocabulary) -> bool:
    """A trouble by its name, and behind it an order."""
    return tells_of_trouble(title, words) and begins_with_order(said, words)


def is_trouble(title: str, words: Vocabulary) -> bool:
    return tells_of_trouble(title, words) or words.process.speaks_of(title, "restore")


def _entries(section: Section) -> Iterator[Entry]:
    """One for each outer entry; without a name where it has none in bold."""
    outer = [
        (at, block)
        for at, block in enumerate(section.blocks)
        if isinstance(block, Item) and block.depth == 1
    ]
    ends = [*(at for at, _ in outer), len(section.blocks)][1:]
    for (at, block), end in zip(outer, ends, strict=True):
        label = label_of(block.text)
        below = sum(1 for one in section.blocks[at + 1 : end] if isinstance(one, Item))
        is_named = label is not None and label.bold
        name, said = (label.name, label.value) if label is not None and is_named else ("", "")
        yield Entry(at, name, block.line, said.lstrip(DASHES), below, end)


def _is_told(one: Entry) -> bool:
    """Something is said there; `see [the page](…)` only points to it."""
    length = len(one.said) + len(WIDE.findall(one.said))
    is_said = length >= SHORTEST_TOLD and "](" not in one.said[:SHORTEST_TOLD]
    return bool(one.name) and (is_said or (not one.said and one.below >= FEWEST))


def _is_done(value: str, words: Vocabulary) -> bool:
    """An order, or more than one clause: `Loss of the picture` only says what the name means."""
    told = [*words.acts.matches(value), *words.checks.matches(value)]
    return any(one.start() == 0 for one in told) or CLAUSES.search(value) is not None


def begins_with_order(value: str, words: Vocabulary) -> bool:
    """`Close the gate`, `look at the dial`, `contain it`."""
    told = [*words.acts.matches(value), *words.checks.matches(value)]
    return any(one.start() == 0 for one in (*told, *words.meanings.matches(value)))

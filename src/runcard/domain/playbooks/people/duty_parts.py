"""The parts of a rota in a list: `**Primary on-call**: first responder to all alerts`."""

from collections.abc import Iterator, Sequence
from typing import TypeGuard

from runcard.domain.playbooks.model import Role, Text
from runcard.domain.playbooks.page.blocks import Item, Label, Section, label_of
from runcard.domain.playbooks.page.bodies import items_with_bodies
from runcard.domain.playbooks.people.call_lists import is_call_list
from runcard.domain.playbooks.times.waits import delay
from runcard.domain.playbooks.vocabulary import Vocabulary
from runcard.domain.playbooks.words import plain, untitled

FEWEST = 2
FEWEST_WORDS = 3
TURNS = {"turn", "loose"}

Named = list[tuple[Item, Label]]


def is_titled_rota(title: str, words: Vocabulary) -> bool:
    """`On-call rotation`, `Watch schedule`: turns of duty, and nobody's name."""
    said = words.duty.all(title)
    is_somebody = words.people.speaks_of(title, "agent")
    return "on_duty" in said and bool(said & TURNS) and not is_somebody


def lines_of_parts(section: Section, words: Vocabulary) -> Sequence[Text]:
    """The list that tells the parts of a rota, below a heading that is about one."""
    if not is_titled_rota(untitled(section.title), words):
        return ()
    return [Text(plain(item.text), item.line) for item, _ in _parts(section, words)]


def roles_on_duty(section: Section, words: Vocabulary) -> Iterator[Role]:
    """Whoever has a part there, with what he does; where one is called after a wait, the list is a
    chain."""
    parts = _parts(section, words)
    if any(delay(label.value, item.line, words) for item, label in parts):
        return
    for item, label in parts:
        if _is_rank(label, words) or words.people.speaks_of(label.name, "agent"):
            told = Text(label.value, item.line)
            yield Role(label.name, item.line, (told,), (), item.lines[-1].line)


def _parts(section: Section, words: Vocabulary) -> Named:
    """The first list of bold names, each with what is said of it, two of them ranks of duty."""
    for entries in items_with_bodies(section):
        outer = [item for item, _ in entries]
        named = [(item, label) for item in outer if _is_told(label := label_of(item.text))]
        ranks = [label for _, label in named if _is_rank(label, words)]
        is_other = any(item.box for item in outer) or is_call_list(outer, words)
        if len(ranks) >= FEWEST and len(named) == len(outer) and not is_other:
            return named
    return []


def _is_told(label: Label | None) -> TypeGuard[Label]:
    return label is not None and label.bold and len(label.value.split()) >= FEWEST_WORDS


def _is_rank(label: Label, words: Vocabulary) -> bool:
    """`Primary on-call`, `Second watch`."""
    name = label.name
    is_placed = words.people.speaks_of(name, "rank") or words.rungs.speaks_of(name, "ordinal")
    return is_placed and words.duty.speaks_of(name, "on_duty")

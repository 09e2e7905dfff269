"""Roles as entries that are nothing but a name, with what whoever has it does nested below."""

from collections.abc import Sequence

from runcard.domain.playbooks.page.blocks import Block, Item, Label
from runcard.domain.playbooks.people.role_places import are_agents
from runcard.domain.playbooks.vocabulary import Vocabulary
from runcard.domain.playbooks.words import plain, trailing_parenthesis

Entry = tuple[Item, Sequence[Block]]
MOST_WORDS = 4
LONGEST_NAME = 40
STOPS = (".", "。", "?", "？", "!", "！")


def names_above_duties(entries: Sequence[Entry], words: Vocabulary) -> tuple[Label, ...]:
    """`- Scribe (second mate)` above `- keeps the log`: each entry is short and has duties, and
    half of them are of somebody who acts; `- Before we sail` is nobody."""
    names = [plain(item.text) for item, _ in entries]
    are_above = all(_has_list(body) and not item.box for item, body in entries)
    if not are_above or not all(map(_is_short, names)) or not are_agents(names, words):
        return ()
    return tuple(Label(name, "", bold=False) for name in names)


def _has_list(body: Sequence[Block]) -> bool:
    return any(isinstance(block, Item) for block in body)


def _is_short(name: str) -> bool:
    bare = trailing_parenthesis(name)[0]
    is_name = len(bare) <= LONGEST_NAME and len(bare.split()) <= MOST_WORDS
    return is_name and not name.endswith(STOPS)

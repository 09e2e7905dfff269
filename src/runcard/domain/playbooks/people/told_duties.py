"""Roles outside a chapter on roles, by what is told of them: headings above `Responsibilities`, or
a bold name above duties that is to be given to somebody at once."""

from collections.abc import Iterator
from dataclasses import replace

from runcard.domain.playbooks.model import Role
from runcard.domain.playbooks.page.blocks import (
    Item,
    Label,
    Outline,
    Paragraph,
    Section,
    items,
    label_of,
)
from runcard.domain.playbooks.people.persons import plays_a_part
from runcard.domain.playbooks.people.role_tables import concepts_of_head
from runcard.domain.playbooks.people.written_roles import role_in
from runcard.domain.playbooks.topics import topics
from runcard.domain.playbooks.vocabulary import Vocabulary
from runcard.domain.playbooks.words import plain, trailing_parenthesis, untitled

FEWEST = 2
ELSEWHERE = {"runbooks", "templates", "review", "drills"}


def roles_of_headings(page: Outline, section: Section, words: Vocabulary) -> Iterator[Role]:
    """`### Shift lead` above `- **Responsibilities:** keeps the log`, below whatever heading; two
    such at least."""
    if topics(page, section, words) & ELSEWHERE:
        return
    told = [child for child in page.children(section) if _tells_duties(child, words)]
    for child in told if len(told) >= FEWEST else ():
        yield role_in(child)


def _tells_duties(section: Section, words: Vocabulary) -> bool:
    title = trailing_parenthesis(untitled(section.title))[0]
    labels = [label_of(item.text) for item in items(section)]
    return plays_a_part(title, words) and any(_is_of_duties(one, words) for one in labels)


def _is_of_duties(label: Label | None, words: Vocabulary) -> bool:
    is_told = label is not None and label.bold and bool(label.value)
    return label is not None and is_told and "duty" in concepts_of_head(label.name, words)


def assigned_roles(page: Outline, section: Section, words: Vocabulary) -> Iterator[Role]:
    """`**Shift lead** (assign at once):` above a list of what he does, in a phase, say."""
    if topics(page, section, words) & (ELSEWHERE - {"runbooks"}):
        return
    for at, block in enumerate(section.blocks):
        name = _assigned(block, words) if isinstance(block, Paragraph) else ""
        entries = _list_behind(section, at) if name else ()
        if entries:
            yield role_in(replace(section, title=name, line=block.line, blocks=entries))


def _assigned(paragraph: Paragraph, words: Vocabulary) -> str:
    said = paragraph.lines[-1].text
    label = label_of(said)
    _, inside = trailing_parenthesis(plain(said).rstrip(" :："))
    is_given = inside is not None and words.people.speaks_of(inside, "assigned")
    is_alone = len(paragraph.lines) == 1 and paragraph.quote is None
    is_name = label is not None and label.bold and is_given and is_alone
    name = trailing_parenthesis(label.name)[0] if label is not None and is_name else ""
    return name if name and plays_a_part(name, words) else ""


def _list_behind(section: Section, at: int) -> tuple[Item, ...]:
    """The entries of the list directly below, where none is a box or a number."""
    below = section.blocks[at + 1 : at + 2]
    first = below[0] if below and isinstance(below[0], Item) else None
    mine = [one for one in items(section) if first is not None and one.list_line == first.list_line]
    return () if any(one.box or one.numbered for one in mine) else tuple(mine)

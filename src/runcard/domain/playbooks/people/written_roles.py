"""One role as it is written below its name: its duties, and what is said about it."""

from collections.abc import Sequence
from itertools import pairwise

from runcard.domain.playbooks.model import Role, Text
from runcard.domain.playbooks.page.blocks import Item, Paragraph, Section, items, label_of
from runcard.domain.playbooks.words import plain, slug, untitled


def role_in(section: Section) -> Role:
    """The role that a heading names, or a bold line in place of one."""
    duties: list[Text] = []
    last = max((line.line for item in items(section) for line in item.lines), default=section.line)
    attributes: list[tuple[str, str]] = []
    for line in (
        said for block in section.blocks if isinstance(block, Paragraph) for said in block.lines
    ):
        label = label_of(line.text)
        if label is not None and label.bold and label.value:
            attributes.append((slug(label.name), label.value))
    heads = _heads_of_lists(items(section))
    for item in items(section):
        label = label_of(item.text)
        if label is not None and label.bold and label.value:
            attributes.append((slug(label.name), label.value))
        elif item.line not in heads:
            duties.append(Text(plain(item.text), item.line))
    return Role(
        untitled(section.title).rstrip(".。"), section.line, tuple(duties), tuple(attributes), last
    )


def _heads_of_lists(entries: Sequence[Item]) -> frozenset[int]:
    """The lines of `- **Duties**:` above entries of its own: the name of a list is no duty."""
    above = [one for one, below in pairwise(entries) if below.depth > one.depth]
    return frozenset(
        one.line
        for one in above
        if (label := label_of(one.text)) is not None and label.bold
        if plain(one.text).endswith((":", "："))
    )

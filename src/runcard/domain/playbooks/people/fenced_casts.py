"""A cast that is kept as data in a fence is read as the list that would say the same."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from runcard.domain.playbooks.page.blocks import Block, Fence, Item, Outline, Section, label_of
from runcard.domain.playbooks.page.fenced_data import as_written_out
from runcard.domain.playbooks.people.role_places import are_agents
from runcard.domain.playbooks.topics import topics
from runcard.domain.playbooks.vocabulary import Vocabulary
from runcard.domain.playbooks.words import untitled

ELSEWHERE = {
    "severity", "review", "runbooks", "templates", "drills", "process", "metrics", "reference",
}  # fmt: skip


def with_casts_written_out(page: Outline, words: Vocabulary) -> Outline:
    """The page with every such fence in the form in which a list of people stands on a page."""
    sections = [_written_out(page, section, words) for section in page.sections]
    is_same = all(new is old for new, old in zip(sections, page.sections, strict=True))
    return page if is_same else replace(page, sections=tuple(sections))


def _written_out(page: Outline, section: Section, words: Vocabulary) -> Section:
    blocks = tuple(_blocks(page, section, words))
    return section if blocks == section.blocks else replace(section, blocks=blocks)


def _blocks(page: Outline, section: Section, words: Vocabulary) -> Iterator[Block]:
    for block in section.blocks:
        listed = _listed(page, section, block, words) if isinstance(block, Fence) else ()
        yield from listed or (block,)


def _listed(page: Outline, section: Section, fence: Fence, words: Vocabulary) -> tuple[Item, ...]:
    title = untitled(section.title)
    if words.people.speaks_of(title, "channels") and words.about(title) <= {"communication"}:
        return tuple(one for one in as_written_out(fence) if one.depth > 1)
    about = topics(page, section, words)
    entries = as_written_out(fence) if "roles" in about and not about & ELSEWHERE else ()
    return entries if are_agents(_names(entries), words) else ()


def _names(entries: Sequence[Item]) -> list[str]:
    """Those who are above what is said of them."""
    labels = [label_of(one.text) for one in entries if one.depth == 1]
    return [label.name for label in labels if label is not None]

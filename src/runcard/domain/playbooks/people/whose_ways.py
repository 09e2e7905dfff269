"""Whose telephone, mailbox or chat a line names that only says which it is: `Phone: 4711`."""

from collections.abc import Iterator
from dataclasses import replace

from runcard.domain.playbooks.model import Contact
from runcard.domain.playbooks.page.blocks import Fence, Paragraph, Section, items, label_of
from runcard.domain.playbooks.people.contact_lines import is_chat, is_way
from runcard.domain.playbooks.people.persons import plays_a_part
from runcard.domain.playbooks.people.rung_leads import is_tier
from runcard.domain.playbooks.vocabulary import Vocabulary
from runcard.domain.playbooks.words import slug, untitled


def with_its_name(found: Contact, section: Section, words: Vocabulary) -> Contact:
    """`Reachable: …` below the heading or the bold name of a person is a way to that person."""
    is_named = is_way(slug(found.label), words)
    if not (is_named or is_chat(found.label, words)) or _is_ranked(found.label, section, words):
        return found
    title = untitled(section.title)
    names = sorted([*bold_names(section), *_heads_in_fences(section, words)])
    named = [name for line, name in names if line < found.line]
    if not is_named and not (named and plays_a_part(named[-1], words)):
        return found
    if named:
        return replace(found, label=named[-1])
    is_of_people = not words.about(title) - {"oncall", "roles"}
    return replace(found, label=title) if is_of_people else found


def _is_ranked(label: str, section: Section, words: Vocabulary) -> bool:
    """`Primary contact` beside `Backup contact`: each is somebody of his own."""
    labels = [one.name for item in items(section) if (one := label_of(item.text)) is not None]
    ranked = [name for name in {label, *labels} if _has_rank(name, words)]
    return label in ranked and len(ranked) > 1


def _has_rank(label: str, words: Vocabulary) -> bool:
    return any(words.people.exactly(word) == "rank" for word in label.split())


def bold_names(section: Section) -> list[tuple[int, str]]:
    """Bold lines that nothing stands behind, with where they stand."""
    said = [line for one in section.blocks if isinstance(one, Paragraph) for line in one.lines]
    labels = [(line.line, label_of(line.text)) for line in said]
    return [(at, one.name) for at, one in labels if one and one.stands_alone]


def _heads_in_fences(section: Section, words: Vocabulary) -> Iterator[tuple[int, str]]:
    """`Miller: Ada (4711)`, `Level 2: Miller` above `- Chat: @ada`, with where they stand."""
    for fence in section.blocks:
        for at, text in enumerate(fence.lines if isinstance(fence, Fence) else (), 1):
            label = label_of(text) if text[:1].isalpha() else None
            if label is not None and label.value and not is_way(slug(label.name), words):
                is_rung = is_tier(label.name, words)
                yield fence.line + at, label.value if is_rung else label.name

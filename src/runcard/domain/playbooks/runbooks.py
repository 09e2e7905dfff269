"""Runbooks: one failure each, by what users or machines notice."""

from collections.abc import Iterator, Sequence

from runcard.domain.playbooks.blocks import (
    Block,
    Item,
    Outline,
    Paragraph,
    Section,
    label_of,
    prose,
)
from runcard.domain.playbooks.levels import level_head
from runcard.domain.playbooks.model import Runbook, Text
from runcard.domain.playbooks.vocabulary import Vocabulary
from runcard.domain.playbooks.words import plain, untitled, without_emoji

NOT_RUNBOOKS = {"severity", "contacts", "roles", "templates", "review", "process", "reference"}


def runbooks_of(page: Outline, words: Vocabulary) -> tuple[Runbook, ...]:
    """Sections under a heading for runbooks, scenarios by name, and sections with symptoms."""
    return tuple(
        Runbook(
            untitled(section.title),
            section.line,
            symptoms_of(page, section, words),
            _severity(section, words),
        )
        for section in page.sections
        if _is_runbook(page, section, words)
    )


def _is_runbook(page: Outline, section: Section, words: Vocabulary) -> bool:
    if section.level < 2 or section.parent is None:
        return False
    title = untitled(section.title)
    own = words.headings.all(title)
    if own & {"symptoms", "verification", "runbooks"} or _is_part(title, words):
        return False
    if _is_scenario(title, words):
        return True
    parent = page.sections[section.parent]
    above = words.headings.all(untitled(parent.title))
    listed = "runbooks" in above and parent.level > 1 and not above & NOT_RUNBOOKS
    return listed or (_has_symptoms(page, section, words) and not own & NOT_RUNBOOKS)


def _is_part(title: str, words: Vocabulary) -> bool:
    return words.process.exactly(title) is not None


def _is_scenario(title: str, words: Vocabulary) -> bool:
    head = without_emoji(title).split(" ")[0].rstrip(":")
    numbered = any(sign.isdigit() for sign in title[:16])
    return words.process.exactly(head) == "scenario" and numbered


def _has_symptoms(page: Outline, section: Section, words: Vocabulary) -> bool:
    """Directly below it, so that the whole document is not one."""
    return section.level >= 3 and bool(symptoms_of(page, section, words))


def symptoms_of(page: Outline, section: Section, words: Vocabulary) -> tuple[Text, ...]:
    """Bullets under a Symptoms heading or label, or the sentence behind the label."""
    for child in page.children(section):
        if "symptoms" in words.headings.all(untitled(child.title)):
            return _bullets(child.blocks)
    for at, block in enumerate(section.blocks):
        if isinstance(block, Paragraph):
            for line in block.lines:
                label = label_of(line.text)
                if label and words.headings.exactly(label.name) == "symptoms":
                    if label.value:
                        return (Text(label.value, line.line),)
                    return _bullets(section.blocks[at + 1 :])
    return ()


def _bullets(blocks: Sequence[Block]) -> tuple[Text, ...]:
    """The list that follows at once."""
    return tuple(_leading(blocks))


def _leading(blocks: Sequence[Block]) -> Iterator[Text]:
    for block in blocks:
        if not isinstance(block, Item):
            return
        yield Text(plain(block.text), block.line)


def _severity(section: Section, words: Vocabulary) -> str | None:
    """The level a runbook states for itself: `**Severity**: High`."""
    for line in prose(section):
        label = label_of(plain(line.text).strip("* "))
        if label is not None and words.labels.exactly(label.name) == "key":
            first = label.value.split(",")[0].split(" ·")[0].split(" (")[0].rstrip(". ")
            head = level_head(first, words) or level_head(first.split(".")[0], words)
            return head.key if head else None
    return None

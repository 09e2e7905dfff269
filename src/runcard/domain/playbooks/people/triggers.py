"""When to escalate: the list of reasons, and the wait among them."""

from collections.abc import Sequence
from itertools import pairwise

from runcard.domain.playbooks.lexicon import Lexicon
from runcard.domain.playbooks.model import Text, TimeValue
from runcard.domain.playbooks.page.blocks import Item, Outline, Paragraph, Section, items, label_of
from runcard.domain.playbooks.people.calling import speaks_of_calling
from runcard.domain.playbooks.times.grammar import spans_in
from runcard.domain.playbooks.vocabulary import Vocabulary
from runcard.domain.playbooks.words import plain, untitled


def triggers_of(page: Outline, words: Vocabulary) -> tuple[Text, ...]:
    """The bullets under `When to escalate`."""
    return placed_triggers(page, words)[0]


def placed_triggers(page: Outline, words: Vocabulary) -> tuple[tuple[Text, ...], int | None]:
    """The bullets under `When to escalate`, and the line that says so; the first list counts."""
    for section in page.sections:
        found = listed_triggers(section, words)
        if found:
            label = _label_of_triggers(section, words)
            return found, section.line if label is None else label
    return (), None


def _label_of_triggers(section: Section, words: Vocabulary) -> int | None:
    """The line of a bold label that stands in place of a heading."""
    if "triggers" in words.about(untitled(section.title)):
        return None
    for block in section.blocks:
        if isinstance(block, Paragraph):
            label = label_of(block.lines[-1].text)
            is_label = label is not None and label.bold and not label.value
            if is_label and _is_about_triggers(plain(block.lines[-1].text), words):
                return block.lines[-1].line
    return None


def trigger_wait(triggers: Sequence[Text], words: Vocabulary) -> TimeValue | None:
    """`nothing has improved for 30 minutes`: the only time among the triggers."""
    waits = [
        span.value(one.text, one.line)
        for one in triggers
        for span in spans_in(one.text, words)
        if span.seconds and not span.is_period
    ]
    return waits[0] if len(waits) == 1 else None


def listed_triggers(section: Section, words: Vocabulary) -> tuple[Text, ...]:
    """Bullets that say when to escalate: under such a heading, or after such a sentence; in a
    section about escalation, `Call for help if:` is one."""
    title = untitled(section.title)
    numbered = {item.list_line for item in items(section) if item.numbered}
    lists = {item.list_line for item in items(section)}
    is_home = "escalation" in words.about(title) or (
        len(lists) > 1 and speaks_of_calling(title, words)
    )
    if "triggers" in words.about(untitled(section.title)):
        return _bullets_from(section.blocks)
    for block, below in pairwise(section.blocks):
        if isinstance(block, Paragraph) and isinstance(below, Item):
            last = block.lines[-1].text
            is_open = is_home and _ends_in_if(plain(last), words)
            # Beside the numbered list of whom to call, the one without numbers says when.
            is_open |= is_home and bool(numbered) and _opens_list_of_cases(last, below, words)
            if is_open or (_introduces(last, words) and _is_about_triggers(plain(last), words)):
                return _bullets_from(section.blocks[section.blocks.index(below) :])
    return ()


def _opens_list_of_cases(text: str, below: Item, words: Vocabulary) -> bool:
    """`In these cases call the next one at once.` above bullets."""
    return not below.numbered and words.talk.speaks_of(plain(text), "if")


def _ends_in_if(text: str, words: Vocabulary) -> bool:
    """`We ring further when`, `Escaladez tout de suite si :`."""
    return _ends_in(text, words.talk, "if")


def _ends_in(text: str, lexicon: Lexicon, concept: str) -> bool:
    said = text.rstrip(" :：,，")
    last = [found for found in lexicon.matches(said) if found.end() == len(said)]
    return any(concept in lexicon.phrases[found.group()] for found in last)


def _introduces(text: str, words: Vocabulary) -> bool:
    """A line that ends in a colon, a bold label with nothing behind it, or `Escalate when`."""
    label = label_of(text)
    is_label = label is not None and label.bold and not label.value
    is_whole = words.headings.exactly(plain(text)) == "triggers"
    return is_label or is_whole or plain(text).endswith((":", "："))


def _is_about_triggers(text: str, words: Vocabulary) -> bool:
    """`Escalate right away if:` is about them as much as `When to escalate`; behind `call:` stand
    names."""
    about = words.about(text)
    is_open = words.talk.speaks_of(text, "if") and not _ends_in(text, words.rungs, "calling")
    return "triggers" in about or ("escalation" in about and is_open)


def _bullets_from(blocks: Sequence[object]) -> tuple[Text, ...]:
    """The first list, as plain texts."""
    found = [block for block in blocks if isinstance(block, Item) and block.depth == 1]
    mine = [item for item in found if item.list_line == found[0].list_line]
    return tuple(Text(plain(item.text), item.line) for item in mine)

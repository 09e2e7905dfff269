"""The form of one action item: the fields it names, and what some may be chosen from."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from runcard.domain.playbooks.levels.groups import topics
from runcard.domain.playbooks.messages.placeholders import DELIMITED, choice_in
from runcard.domain.playbooks.messages.templates import SPEECH, messages_in
from runcard.domain.playbooks.nouns.appendix import ActionForm
from runcard.domain.playbooks.nouns.message import Message
from runcard.domain.playbooks.page.blocks import Outline, Section
from runcard.domain.playbooks.vocabulary import Vocabulary
from runcard.domain.playbooks.words import plain, untitled

FIELD = re.compile(
    r"^\s*(?:[-*+]\s+)?(?:\[[ xX]?\]\s+)?([^\W\d_][^:：|\[\]<>{}()（）]{0,40}?)\s*[:：]\s*(.*)$"
)
BOX_ITEM = re.compile(r"^\s*[-*+]\s+\[[ xX]?\]\s+(.+)$")
NAMED = re.compile(
    r"(?:^|[-–—|(（,，;·、/／]\s*|[\]>}]\s+)([^\W\d_][^:：|\[\]<>{}()（）,，;–—]{0,30}?)\s*[:：]\s*(?=\S)"
)
MOST_FIELDS = 12


@dataclass(frozen=True, slots=True)
class FoundForm:
    """A form, and the first line of the fence that it fills, if it fills one."""

    form: ActionForm
    fence_line: int | None = None


def action_form(page: Outline, words: Vocabulary) -> FoundForm | None:
    """A fence of labels under a heading about actions; else an item of the review's own form."""
    for section in page.sections:
        for message in messages_in(section):
            if _is_speech(message) and _is_about_actions(message, page, section, words):
                found = _form_of_labels(message, section)
                if found is not None:
                    return FoundForm(found, message.text_line)
    return _in_review(page, words)


def _is_speech(message: Message) -> bool:
    return not message.quoted and (message.lang or "").lower() in {
        "", *(one for one in SPEECH if one)
    }  # fmt: skip


def _is_about_actions(message: Message, page: Outline, section: Section, words: Vocabulary) -> bool:
    """Its first label is an action, or the heading or the line above speaks of action items."""
    first = next((line for line in message.lines if line.strip()), "")
    label = FIELD.match(first.replace("*", ""))
    above = f"{untitled(section.title)} {plain(message.above.text) if message.above else ''}"
    is_named = words.review.speaks_of(above, "action_item")
    starts = label is not None and words.review.exactly(label.group(1)) == "action_item"
    at_home = "review" in topics(page, section, words)
    return (starts and (at_home or is_named)) or (is_named and label is not None)


def _form_of_labels(message: Message, section: Section) -> ActionForm | None:
    found = [FIELD.match(line.replace("*", "")) for line in message.lines if line.strip()]
    labels = [match for match in found if match is not None]
    if len(labels) < 2 or 2 * len(labels) < len(found) or len(labels) > MOST_FIELDS:
        return None
    choices = tuple(
        (match.group(1).strip(), choice)
        for match in labels
        if (choice := choice_in([match.group(0)]))
    )
    names = tuple(match.group(1).strip() for match in labels)
    return ActionForm(section.line, names, choices)


def _in_review(page: Outline, words: Vocabulary) -> FoundForm | None:
    """`- [ ] [Action] - Owner: [Name] - Due: [Date]` inside the form of the review."""
    for section in page.sections:
        if "review" not in topics(page, section, words):
            continue
        for message in messages_in(section):
            for number, line in enumerate(message.lines, message.text_line):
                item = BOX_ITEM.match(line) if not message.quoted else None
                form = _form_of_item(item.group(1), number) if item else None
                if form is not None:
                    return FoundForm(form)
    return None


def _form_of_item(text: str, line: int) -> ActionForm | None:
    """Named fields of one line; what stands before the first name is the action itself."""
    bare = text.replace("*", "")
    names = list(_names(bare))
    if not names:
        return None
    first = bare.find(names[0])
    fields = [name.strip() for name in names]
    if DELIMITED.sub("", bare[:first]).strip(" -–—|(（,") or bare[:first].strip(" -–—|(（,"):
        fields = ["Action", *fields]
    choices = tuple(
        (name, choice)
        for name, value in _values(bare, names)
        if (choice := choice_in([f"x: {value}"]))
    )
    return ActionForm(line, tuple(fields), choices)


def _names(text: str) -> Iterator[str]:
    for found in NAMED.finditer(text):
        yield found.group(1)


def _values(text: str, names: list[str]) -> Iterator[tuple[str, str]]:
    starts = [text.find(name) for name in names]
    ends = [*starts[1:], len(text)]
    for name, start, end in zip(names, starts, ends, strict=True):
        yield name.strip(), text[start + len(name) : end].strip(" :：|-–—,()（）")

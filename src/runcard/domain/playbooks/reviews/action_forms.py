"""The form of one action item: the fields it names, and what some may be chosen from."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby, takewhile

from runcard.domain.playbooks.messages.gaps import DELIMITED
from runcard.domain.playbooks.messages.placeholders import choice_in, placeholders_in
from runcard.domain.playbooks.messages.reports import is_letter, is_report
from runcard.domain.playbooks.messages.speech import SPEECH, is_form_of_labels
from runcard.domain.playbooks.messages.templates import messages_in
from runcard.domain.playbooks.nouns.appendix import ActionForm
from runcard.domain.playbooks.nouns.message import Message
from runcard.domain.playbooks.page.blocks import (
    Block,
    Item,
    Outline,
    Paragraph,
    Section,
    label_of,
)
from runcard.domain.playbooks.reviews.action_tables import fenced_table, table_form
from runcard.domain.playbooks.topics import topics
from runcard.domain.playbooks.vocabulary import Vocabulary
from runcard.domain.playbooks.words import folded, plain, trailing_parenthesis, untitled

FIELD = re.compile(
    r"^\s*(?:[-*+]\s+)?(?:\[[ xX]?\]\s+)?([^\W\d_][^:：|\[\]<>{}()（）]{0,40}?)\s*[:：]\s*(.*)$"
)
ENTRY = re.compile(r"^\s*(?:[-*+]|\d{1,2}[.)])\s+(\[[ xX]?\]\s+)?(\S.*)$")
NAMED = re.compile(
    r"(?:^|[-–—|(（,，;·、/／…]\s*|[\]>}_]\s+)([^\W\d_][^:：|\[\]<>{}()（）,，;–—]{0,30}?)\s*[:：]\s*(?=\S)"
)
UNFILLED = re.compile(rf"{DELIMITED.pattern}|…|\.\.\.")
COMMAS = re.compile(r"\s*[,，、;；]\s*")
SLOTS = re.compile(r"\s+[-–—|]\s+")
NUMBERED = re.compile(r"\[[A-Z]{2,12}-\d{1,6}\]")
COLONS = (":", "：")
OTHERS = {"contacts", "escalation", "oncall", "templates"}
LONGEST_SLOT = 2
MOST_FIELDS = 12
FEWEST = 2


@dataclass(frozen=True, slots=True)
class FoundForm:
    """A form, and the first line of the fence that it fills, if it fills one."""

    form: ActionForm
    fence_line: int | None = None


def action_form(page: Outline, words: Vocabulary) -> FoundForm | None:
    """A fence of labels under a heading about actions; else an item of the review's own form, or
    an empty table."""
    for section in page.sections:
        for message in messages_in(section):
            found = form_in(message, page, section, words)
            if found is not None:
                return FoundForm(found, message.text_line)
    table = table_form(page, words)
    return _in_review(page, words) or (FoundForm(table) if table is not None else None)


def form_in(
    message: Message, page: Outline, section: Section, words: Vocabulary
) -> ActionForm | None:
    """The form of one action that a fence holds, one field a line, or as a table."""
    if not _is_speech(message) or is_letter(message, words):
        return None
    if table := fenced_table(message, page, section, words):
        return table
    if not _is_about_actions(message, page, section, words):
        return None
    return _form_of_labels(message, section, words)


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


def _form_of_labels(message: Message, section: Section, words: Vocabulary) -> ActionForm | None:
    found = [FIELD.match(line.replace("*", "")) for line in message.lines if line.strip()]
    labels = [match for match in found if match is not None]
    if len(labels) < FEWEST or 2 * len(labels) < len(found) or len(labels) > MOST_FIELDS:
        return None
    return _with_choices(labels, section, words)


def _with_choices(
    labels: Sequence[re.Match[str]], section: Section, words: Vocabulary
) -> ActionForm:
    choices = tuple(
        (match.group(1).strip(), choice)
        for match in labels
        if (choice := choice_in([match.group(0)], words))
    )
    names = tuple(match.group(1).strip() for match in labels)
    return ActionForm(section.line, names, choices)


def _in_review(page: Outline, words: Vocabulary) -> FoundForm | None:
    """One field an entry on the page itself; else `- [ ] [Action] - Owner: [Name]` inside the form
    of the review."""
    for section in page.sections:
        about = topics(page, section, words)
        listed = _listed_form(section, words, at_home="review" in about)
        if listed is not None:
            return FoundForm(listed)
        for text, line in (*_written(section, about, words), *_fenced(section, about, words)):
            form = _form_of_item(text, line, words)
            if form is not None:
                return FoundForm(form, _filled_by(line, section))
        for message in _reports(section, about, words):
            if form := _entered(message, section, words):
                return FoundForm(form)
    return None


def _listed_form(section: Section, words: Vocabulary, *, at_home: bool) -> ActionForm | None:
    """`- Action: [what]` above `- Owner: [name]`, in a list or in lines of a paragraph."""
    is_named = words.review.speaks_of(untitled(section.title), "action_item")
    for lines in _runs(_own(section, words)) if at_home or is_named else ():
        found = [FIELD.match(line.replace("*", "")) for line in lines]
        labels = [match for match in found if match is not None and _is_open(match.group(2), words)]
        if not FEWEST <= len(labels) == len(found) <= MOST_FIELDS:
            continue
        starts = words.review.exactly(labels[0].group(1)) == "action_item"
        if starts or (is_named and any(match.group(2).strip() for match in labels)):
            return _with_choices(labels, section, words)
    return None


def _own(section: Section, words: Vocabulary) -> Sequence[Block]:
    """The blocks of a section up to a title in bold about people or messages: `**Contacts:**`."""
    return [*takewhile(lambda block: not _opens_another(block, words), section.blocks)]


def _opens_another(block: Block, words: Vocabulary) -> bool:
    label = label_of(block.lines[-1].text) if isinstance(block, Paragraph) else None
    is_title = label is not None and label.stands_alone
    return label is not None and is_title and bool(words.about(label.name) & OTHERS)


def _runs(blocks: Sequence[Block]) -> Iterator[list[str]]:
    """The lists among some blocks, each as its outer entries, and the paragraphs as their lines."""
    lists: dict[int, list[str]] = {}
    for block in blocks:
        if isinstance(block, Item) and block.depth == 1:
            lists.setdefault(block.list_line, []).append(block.text)
        elif isinstance(block, Paragraph) and not block.in_item:
            yield [line.text for line in block.lines]
    yield from lists.values()


def _is_open(value: str, words: Vocabulary) -> bool:
    """Nothing is said yet, or something stands there to be replaced or chosen."""
    bare = value.strip()
    return not bare or UNFILLED.search(bare) is not None or bool(choice_in([f"x: {bare}"], words))


def _written(
    section: Section, about: frozenset[str], words: Vocabulary
) -> Iterator[tuple[str, int]]:
    """Entries of a list on the page itself that still have something to be filled in."""
    is_about = words.review.speaks_of(untitled(section.title), "action_item")
    listed = [one for one in _own(section, words) if isinstance(one, Item)]
    for item in listed if "review" in about else ():
        if (item.box or is_about) and UNFILLED.search(item.text):
            yield item.text, item.line


def _fenced(
    section: Section, about: frozenset[str], words: Vocabulary
) -> Iterator[tuple[str, int]]:
    for message in _reports(section, about, words):
        yield from _entries(message, words)


def _filled_by(line: int, section: Section) -> int | None:
    """The fence around a line, if nothing but entries of lists stands in it: it is their form, and
    no report."""
    for message in messages_in(section):
        said = [text for text in message.lines if text.strip()]
        is_around = message.text_line <= line < message.text_line + len(message.lines)
        if is_around and not message.quoted and all(ENTRY.match(text) for text in said):
            return message.text_line
    return None


def _reports(section: Section, about: frozenset[str], words: Vocabulary) -> Iterator[Message]:
    """None that is filled in and asks for nothing any more."""
    for message in messages_in(section):
        if not message.quoted and is_report(message, about, words) and _asks(message, words):
            yield message


def _entered(message: Message, section: Section, words: Vocabulary) -> ActionForm | None:
    """`- Owner: [name]` beside `- Due: [day]`: a list of labels inside the form that asks for whom
    and until when."""
    numbered = enumerate(message.lines, message.text_line)
    for is_list, run in groupby(numbered, lambda one: ENTRY.match(one[1]) is not None):
        lines = list(run) if is_list else []
        found = [FIELD.match(line.replace("*", "")) for _, line in lines]
        labels = [match for match in found if match is not None]
        asked = [match.group(1) for match in labels if _is_open(match.group(2), words)]
        is_form = FEWEST <= len(labels) == len(found) <= MOST_FIELDS
        if is_form and _ask_for_whom_and_when(asked, words):
            return replace(_with_choices(labels, section, words), line=lines[0][0])
    return None


def _ask_for_whom_and_when(names: Sequence[str], words: Vocabulary) -> bool:
    told = [_asked_of_whom_or_when(name, words) for name in names]
    return {"who", "due"} <= set(told)


def _asked_of_whom_or_when(name: str, words: Vocabulary) -> str | None:
    if "who" in words.columns.phrases.get(folded(name).strip(), ()):
        return "who"
    return "due" if words.review.speaks_of(name, "due") else None


def _asks(message: Message, words: Vocabulary) -> bool:
    asked = placeholders_in(message.lines, message.text_line, words)
    return bool(asked) or is_form_of_labels(message)


def _entries(message: Message, words: Vocabulary) -> Iterator[tuple[str, int]]:
    """Entries of lists that are to be ticked off, or that stand below a heading about actions."""
    below = False
    for number, line in enumerate(message.lines, message.text_line):
        entry = ENTRY.match(line)
        if line.startswith("#") or (entry is None and line.rstrip(" *_").endswith(COLONS)):
            below = words.review.speaks_of(line, "action_item")
        elif entry is not None and (entry.group(1) or (below and _asks_for_a_word(line))):
            yield entry.group(2), number


def _asks_for_a_word(line: str) -> bool:
    """`[KEG-7]` is the number of a task that somebody has."""
    return DELIMITED.search(NUMBERED.sub(" ", line)) is not None


def _form_of_item(text: str, line: int, words: Vocabulary) -> ActionForm | None:
    """Named fields of one line; what stands before the first name is the action itself."""
    bare = text.replace("*", "")
    names = [SLOTS.split(name)[-1] for name in _names(bare)]
    if not names:
        return _form_of_slots(bare, line, words)
    first = bare.find(names[0])
    fields = [name.strip() for name in names]
    if DELIMITED.sub("", bare[:first]).strip(" -–—|(（,") or bare[:first].strip(" -–—|(（,"):
        fields = ["Action", *fields]
    choices = tuple(
        (name, choice)
        for name, value in _values(bare, names)
        if (choice := choice_in([f"x: {value}"], words))
    )
    return ActionForm(line, tuple(fields), choices)


def _form_of_slots(text: str, line: int, words: Vocabulary) -> ActionForm | None:
    """`Item 1 - Owner - Due date`, `Item 1 (owner, due date)`: behind the action the bare names of
    what is asked."""
    before, inside = trailing_parenthesis(text)
    pieces = COMMAS.split(inside) if before and inside else SLOTS.split(text)[1:]
    slots = [piece.strip() for piece in pieces]
    told = [_asked_of_whom_or_when(slot, words) for slot in slots]
    is_short = all(len(slot.split()) <= LONGEST_SLOT for slot in slots)
    if not is_short or None in told or not _ask_for_whom_and_when(slots, words):
        return None
    return ActionForm(line, ("Action", *slots))


def _names(text: str) -> Iterator[str]:
    for found in NAMED.finditer(text):
        yield found.group(1)


def _values(text: str, names: list[str]) -> Iterator[tuple[str, str]]:
    starts = [text.find(name) for name in names]
    ends = [*starts[1:], len(text)]
    for name, start, end in zip(names, starts, ends, strict=True):
        yield name.strip(), text[start + len(name) : end].strip(" :：|-–—,()（）")

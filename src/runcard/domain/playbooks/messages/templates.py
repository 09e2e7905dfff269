"""Messages in the document's own words: where they stand, for whom, when they go out."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from runcard.domain.playbooks.messages.forms_of_labels import forms_of_labels
from runcard.domain.playbooks.messages.house_names import house_names
from runcard.domain.playbooks.messages.listed_messages import quoted_beside
from runcard.domain.playbooks.messages.message_sets import members_of_sets
from runcard.domain.playbooks.messages.occasions import (
    audience_of,
    is_named,
    moment_of,
    says_only_when,
)
from runcard.domain.playbooks.messages.paragraph_messages import paragraph_messages
from runcard.domain.playbooks.messages.placeholders import choice_in, placeholders_in, style_of
from runcard.domain.playbooks.messages.reports import topics_here
from runcard.domain.playbooks.messages.speech import (
    ELSEWHERE,
    is_form_of_labels,
    is_said_to_people,
    label_above,
    said_in,
)
from runcard.domain.playbooks.messages.tabled_deadlines import with_tabled_deadlines
from runcard.domain.playbooks.messages.tabled_messages import tabled_messages
from runcard.domain.playbooks.messages.told_deadlines import with_told_deadlines
from runcard.domain.playbooks.model import Template, Text, TimeValue
from runcard.domain.playbooks.nouns.message import Message
from runcard.domain.playbooks.page.blocks import (
    Block,
    Fence,
    Item,
    Outline,
    Paragraph,
    Section,
    label_of,
)
from runcard.domain.playbooks.procedures.windows import counted_from_alarm
from runcard.domain.playbooks.times.grammar import spans_in
from runcard.domain.playbooks.times.tokens import Kind
from runcard.domain.playbooks.vocabulary import Vocabulary
from runcard.domain.playbooks.words import plain, trailing_parenthesis, untitled

WORK = ELSEWHERE | {"process", "review", "severity", "verification", "metrics"}
APART = re.compile(r"\s+[-–—]\s+|[,，、]\s*")
BRACKET = re.compile(r"[(（][^()（）]{1,80}[)）]\s*$")
INDENT = ("    ", "\t")
CLOSE_BY = 3
FEWEST = 2
MARK = "- "


def templates_of(page: Outline, words: Vocabulary) -> tuple[Template, ...]:
    """Every message template, in document order."""
    known = house_names(page, words), words
    sets = members_of_sets(page, lambda one: tuple(messages_in(one, page.lines)), words)
    found = [
        template
        for section in page.sections
        for template in _in_turn(
            _messages(page, section, words, in_a_set=section.index in sets), section, known
        )
    ]
    in_order = sorted(found, key=lambda template: template.text_line)
    return with_tabled_deadlines(with_told_deadlines(in_order, page, words), page, words)


def _in_turn(
    messages: Iterable[Message], section: Section, known: tuple[frozenset[str], Vocabulary]
) -> Iterator[Template]:
    """Those of one section; `Update` is for the same readers as all before it."""
    words, before = known[1], set[str]()
    in_order = sorted(messages, key=lambda one: one.text_line)
    for message in in_order:
        label = label_above(message.above)
        template = _template(message, section, known)
        if len(in_order) > 1:
            template = replace(template, label=label or None)
        if len(before) == 1 and says_only_when(label, words):
            template = replace(template, audience=next(iter(before)))
        before.add(template.audience)
        yield template


def _messages(
    page: Outline, section: Section, words: Vocabulary, *, in_a_set: bool
) -> Iterator[Message]:
    """The marked ones of a section, and, where it is about messages, those in running text."""
    about = topics_here(page, section, words)
    own = words.about(untitled(section.title)) | _chapter(page, section, words)
    marked = tuple(messages_in(section, page.lines))
    # Not where fences hold work: those of runbooks and phases ask for names, too.
    if _are_a_series(marked, words) or (in_a_set and not about & WORK):
        about |= {"communication"}
    taken = [one for one in marked if is_said_to_people(one, (about, own), words)]
    beside = [one for one in marked if one not in taken and _is_like(one, taken, about, words)]
    known = {one.text_line for one in (*taken, *beside)}
    quoted = [one for one in marked if is_quotation(one) and one.text_line not in known]
    # `Customer communication` above a quotation that asks for nothing.
    is_headed = bool(own & {"communication"} and words.audiences.find(section.title))
    fixed = [one for one in quoted if in_a_set or is_headed or _is_introduced_by_name(one, words)]
    is_told = bool(about & {"templates", "communication"}) and not about & ELSEWHERE
    is_own = bool(own & {"templates", "communication"})
    tabled = tuple(tabled_messages(section, words)) if is_told or is_own else ()
    yield from (*taken, *beside, *(fixed if is_told else ()), *tabled)
    if "templates" in about and not tabled:
        listed = paragraph_messages(page, section, words)
        free = [one for one in listed if not indented(one, page.lines)]
        told = [one for one in free if is_said_to_people(one, (about, own), words)]
        yield from (*told, *quoted_beside(told, free))
        taken = [*taken, *told]
    yield from forms_of_labels(section, words) if is_told and not taken else ()


def is_quotation(message: Message) -> bool:
    """A block quote, which shows that it is said to somebody."""
    return message.quoted and not message.indented


def _is_introduced_by_name(message: Message, words: Vocabulary) -> bool:
    """`Guests:` above a quotation that asks for nothing and is sent as it stands."""
    return _is_introduced(message) and is_named(label_above(message.above), words)


def _is_like(
    message: Message, taken: Sequence[Message], about: frozenset[str], words: Vocabulary
) -> bool:
    """Below a bold label, as the messages beside it are, and with something to fill in, or a
    quotation as they are."""
    asks = bool(placeholders_in(message.lines, message.text_line, words))
    if about & {"templates", "communication"} and is_quotation(message):
        asks = asks or (bool(taken) and is_quotation(taken[0]))
    labelled = [one for one in (message, *taken) if label_above(one.above)]
    return (
        bool(taken) and asks and len(labelled) == len(taken) + 1 and (message.lang == taken[0].lang)
    )


def _chapter(page: Outline, section: Section, words: Vocabulary) -> frozenset[str]:
    """`War room opening` under `Message templates` is a message, whatever it is about."""
    if section.parent is None:
        return frozenset()
    return words.about(untitled(page.sections[section.parent].title)) & {"templates"}


def _are_a_series(marked: Sequence[Message], words: Vocabulary) -> bool:
    """Quotes below a line of introduction each (`First post:`), one of which asks for something,
    are messages under a heading of any name."""
    if len(marked) < FEWEST or not all(map(_is_introduced, marked)):
        return False
    return any(placeholders_in(one.lines, one.text_line, words) for one in marked)


def _is_introduced(message: Message) -> bool:
    """Below a label, in bold or with a colon, that has no more behind it than a bracket."""
    if not message.quoted or message.above is None:
        return False
    label = label_of(message.above.text)
    is_free = label is not None and (not label.value or BRACKET.match(label.value) is not None)
    is_bold = label is not None and label.bold and is_free
    return is_bold or message.above.text.rstrip(" *_").endswith((":", "："))


def indented(block: Paragraph | Message, lines: Sequence[str]) -> bool:
    """Four spaces in front of running text outside lists: a quotation without marks."""
    if isinstance(block, Message):
        return lines[block.text_line - 1].startswith(INDENT)
    return not block.in_item and all(
        lines[text.line - 1].startswith(INDENT) for text in block.lines
    )


def messages_in(section: Section, lines: Sequence[str] = ()) -> Iterator[Message]:
    """Fences and block quotes of a section, each with the line of text above it."""
    above: Text | None = None
    quote: list[Paragraph | Item] = []
    for block in section.blocks:
        if quote and not _continues(quote, block):
            yield _quoted(quote, above)
            quote, above = [], None
        if isinstance(block, Fence):
            yield said_in(block, _near(above, block.line))
            above = None
        elif isinstance(block, Paragraph | Item) and _is_in_a_quote(block, quote):
            quote.append(block)
        elif isinstance(block, Paragraph) and lines and indented(block, lines):
            said = tuple(text.text for text in block.lines)
            yield Message(said, block.line, above, quoted=True, indented=True)
            above = None
        else:
            above = _last_text(block)
    if quote:
        yield _quoted(quote, above)


def _is_in_a_quote(block: Paragraph | Item, begun: Sequence[Block]) -> bool:
    """Running text that stands in one, and below it the lists; a list by itself is no message."""
    return block.quote is not None and (bool(begun) or isinstance(block, Paragraph))


def _continues(quote: Sequence[Paragraph | Item], block: Block) -> bool:
    return isinstance(block, Paragraph | Item) and block.quote == quote[0].quote


def _quoted(quote: Sequence[Paragraph | Item], above: Text | None) -> Message:
    """The paragraphs and lists of one block quote, with the blank lines between them."""
    first = quote[0].line
    lines: list[str] = []
    for block in quote:
        mark = MARK if isinstance(block, Item) else ""
        for text in block.lines:
            lines.extend([""] * (text.line - first - len(lines)))
            lines.append(f"{mark if text is block.lines[0] else ''}{text.text}")
    return Message(tuple(lines), first, _near(above, first), quoted=True)


def _last_text(block: Block) -> Text | None:
    return block.lines[-1] if isinstance(block, Paragraph | Item) else None


def _near(above: Text | None, line: int) -> Text | None:
    return above if above is not None and line - above.line <= CLOSE_BY else None


def _template(
    message: Message, section: Section, known: tuple[frozenset[str], Vocabulary]
) -> Template:
    house, words = known
    title = plain(untitled(section.title))
    named = label_above(message.above)
    gaps = placeholders_in(message.lines, message.text_line, words)
    asked = tuple(one for one in gaps if one.token not in house)
    return Template(
        title=title,
        line=section.line,
        audience=audience_of(title, named, message, words) or "internal",
        text="\n".join(message.lines),
        text_line=message.text_line,
        placeholders=asked,
        choice=choice_in(message.lines, words),
        moment=moment_of(title, named, message, words),
        deadline=_deadline(message, section, words),
        style=style_of(asked),
        literal=not (asked or message.is_form or is_form_of_labels(message)),
    )


def _deadline(message: Message, section: Section, words: Vocabulary) -> TimeValue | None:
    """`Within 10 minutes of declaring:` or `(T+0–5)` above the text, in the heading's parenthesis,
    or behind a comma or dash of it."""
    places = [(message.above.text, message.above.line)] if message.above else []
    _, inside = trailing_parenthesis(section.title)
    if inside is not None:
        places.append((inside, section.line))
    places.extend((one, section.line) for one in APART.split(untitled(section.title))[1:])
    for text, line in places:
        words_there = plain(text)
        for span in spans_in(words_there, words):
            if span.leads & {Kind.UNDER, Kind.AFTER} and not span.is_period:
                return span.value(words_there, line)
        inside = trailing_parenthesis(words_there.rstrip(":： "))[1] or words_there
        if (since := counted_from_alarm(inside, line, words)) is not None:
            return since
    return None

"""Messages in the document's own words: where they stand, for whom, when they go out."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from runcard.domain.playbooks.messages.message_sets import begins_with_subject, members_of_sets
from runcard.domain.playbooks.messages.occasions import (
    announces,
    audience_of,
    is_addressed,
    is_named,
    moment_of,
    says_only_when,
)
from runcard.domain.playbooks.messages.paragraph_messages import paragraph_messages
from runcard.domain.playbooks.messages.placeholders import choice_in, placeholders_in, style_of
from runcard.domain.playbooks.messages.reports import is_report, topics_here
from runcard.domain.playbooks.messages.told_deadlines import with_told_deadlines
from runcard.domain.playbooks.messages.typed import (
    is_drawn,
    is_list_of_steps,
    is_typed,
    only_says_where,
)
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
from runcard.domain.playbooks.times.grammar import spans_in
from runcard.domain.playbooks.times.tokens import Kind
from runcard.domain.playbooks.vocabulary import Vocabulary
from runcard.domain.playbooks.words import plain, trailing_parenthesis, untitled

SPEECH = {
    None, "html", "text", "txt", "markdown", "md", "plain", "plaintext", "yaml", "yml", "email",
    "mail", "eml", "slack", "message", "template", "mustache", "handlebars", "jinja", "jinja2",
}  # fmt: skip
ELSEWHERE = {"contacts", "oncall", "escalation", "runbooks", "drills", "reference", "war_room"}
WORK = ELSEWHERE | {"process", "review", "severity", "verification", "metrics"}
BRACKET = re.compile(r"[(（][^()（）]{1,80}[)）]\s*$")
INDENT = ("    ", "\t")
CLOSE_BY = 3
FEWEST = 2


def templates_of(page: Outline, words: Vocabulary) -> tuple[Template, ...]:
    """Every message template, in document order."""
    sets = members_of_sets(page, lambda one: tuple(messages_in(one, page.lines)), words)
    found = [
        template
        for section in page.sections
        for template in _in_turn(
            _messages(page, section, words, in_a_set=section.index in sets), section, words
        )
    ]
    in_order = sorted(found, key=lambda template: template.text_line)
    return with_told_deadlines(in_order, page, words)


def _in_turn(
    messages: Iterable[Message], section: Section, words: Vocabulary
) -> Iterator[Template]:
    """Those of one section; `Update` is for the same readers as all before it."""
    before: set[str] = set()
    for message in sorted(messages, key=lambda one: one.text_line):
        template = _template(message, section, words)
        if len(before) == 1 and says_only_when(_label(message.above), words):
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
    taken = [one for one in marked if _is_template(one, (about, own), words)]
    beside = [one for one in marked if one not in taken and _is_like(one, taken, about, words)]
    known = {one.text_line for one in (*taken, *beside)}
    quoted = [one for one in marked if is_quotation(one) and one.text_line not in known]
    fixed = [one for one in quoted if in_a_set or _is_introduced_by_name(one, words)]
    is_told = bool(about & {"templates", "communication"}) and not about & ELSEWHERE
    yield from (*taken, *beside, *(fixed if is_told else ()))
    if "templates" in about:
        for message in paragraph_messages(page, section, words):
            if not indented(message, page.lines) and _is_template(message, (about, own), words):
                yield message


def is_quotation(message: Message) -> bool:
    """A block quote, which shows that it is said to somebody."""
    return message.quoted and not message.indented


def _is_introduced_by_name(message: Message, words: Vocabulary) -> bool:
    """`Guests:` above a quotation that asks for nothing and is sent as it stands."""
    return _is_introduced(message) and is_named(_label(message.above), words)


def _is_like(
    message: Message, taken: Sequence[Message], about: frozenset[str], words: Vocabulary
) -> bool:
    """Below a bold label, as the messages beside it are, and with something to fill in, or a
    quotation as they are."""
    asks = bool(placeholders_in(message.lines, message.text_line, words))
    if about & {"templates", "communication"} and is_quotation(message):
        asks = asks or (bool(taken) and is_quotation(taken[0]))
    labelled = [one for one in (message, *taken) if _label(one.above)]
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
    asks = any(placeholders_in(one.lines, one.text_line, words) for one in marked)
    return len(marked) >= FEWEST and asks and all(map(_is_introduced, marked))


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
    quote: list[Paragraph] = []
    for block in section.blocks:
        if quote and not _continues(quote, block):
            yield _quoted(quote, above)
            quote, above = [], None
        if isinstance(block, Fence):
            yield Message(block.lines, block.line + 1, _near(above, block.line), block.lang)
            above = None
        elif isinstance(block, Paragraph) and block.quote is not None:
            quote.append(block)
        elif isinstance(block, Paragraph) and lines and indented(block, lines):
            said = tuple(text.text for text in block.lines)
            yield Message(said, block.line, above, quoted=True, indented=True)
            above = None
        else:
            above = _last_text(block)
    if quote:
        yield _quoted(quote, above)


def _continues(quote: list[Paragraph], block: Block) -> bool:
    return isinstance(block, Paragraph) and block.quote == quote[0].quote


def _quoted(quote: list[Paragraph], above: Text | None) -> Message:
    """The paragraphs of one block quote, with the blank lines between them."""
    first = quote[0].line
    lines: list[str] = []
    for text in (text for paragraph in quote for text in paragraph.lines):
        lines.extend([""] * (text.line - first - len(lines)))
        lines.append(text.text)
    return Message(tuple(lines), first, _near(above, first), quoted=True)


def _last_text(block: Block) -> Text | None:
    return block.lines[-1] if isinstance(block, Paragraph | Item) else None


def _near(above: Text | None, line: int) -> Text | None:
    return above if above is not None and line - above.line <= CLOSE_BY else None


def _is_template(
    message: Message, topics_of: tuple[frozenset[str], frozenset[str]], words: Vocabulary
) -> bool:
    """By what all headings above are about, and the nearest of them."""
    about, own = topics_of
    lang = message.lang.lower() if message.lang else None
    if lang not in SPEECH or is_list_of_steps(message) or is_typed(message, words):
        return False
    if is_drawn(message) or ("templates" not in about and only_says_where(message)):
        return False
    if _elsewhere(about) and not own & {"templates", "communication"}:
        return False
    if is_report(message, about, words):
        return False
    return _is_spoken(message, about, words)


def _elsewhere(about: frozenset[str]) -> frozenset[str]:
    """`Procedure` may head a runbook or the course of any incident, in which messages are sent."""
    return about & (ELSEWHERE - {"runbooks"} if "process" in about else ELSEWHERE)


def _is_spoken(message: Message, about: frozenset[str], words: Vocabulary) -> bool:
    """Under a heading about messages any text is one; elsewhere it must ask for something."""
    asked = placeholders_in(message.lines, message.text_line, words)
    is_letter = begins_with_subject(message, words)
    if is_letter and (asked or about & {"templates", "communication"}):
        return True
    if message.indented and "templates" in about and len(message.lines) >= FEWEST:
        return True
    if message.quoted or not about & {"templates", "communication"}:
        text = "\n".join(message.lines)
        speaks = words.talk.all(text) & {"update", "next"} or announces(message, words)
        spoken = about & {"templates", "communication"}
        is_told = spoken or is_addressed(message, words)
        return len(asked) >= (1 if is_told else 2) and bool(message.quoted or speaks)
    return message.lang not in {"yaml", "yml"} or bool(asked)


def _template(message: Message, section: Section, words: Vocabulary) -> Template:
    title = plain(untitled(section.title))
    named = _label(message.above)
    asked = placeholders_in(message.lines, message.text_line, words)
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
        literal=not asked and not _is_form_of_labels(message),
    )


def _is_form_of_labels(message: Message) -> bool:
    """Labels without anything behind them are to be filled in, too."""
    return any(line.rstrip().endswith((":", "：")) for line in message.lines)


def _label(above: Text | None) -> str:
    """The bold words above, or the line that introduces it: `Players, resolved:`."""
    label = label_of(above.text) if above else None
    if label is not None and label.bold:
        return label.name
    said = plain(above.text).rstrip() if above else ""
    return said.rstrip(":：") if said.endswith((":", "：")) else ""


def _deadline(message: Message, section: Section, words: Vocabulary) -> TimeValue | None:
    """`Within 10 minutes of declaring:` above the text or in the heading's parenthesis."""
    places = [(message.above.text, message.above.line)] if message.above else []
    _, inside = trailing_parenthesis(section.title)
    if inside is not None:
        places.append((inside, section.line))
    for text, line in places:
        words_there = plain(text)
        for span in spans_in(words_there, words):
            if span.leads & {Kind.UNDER, Kind.AFTER} and not span.is_period:
                return span.value(words_there, line)
    return None

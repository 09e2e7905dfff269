"""The form that is filled in after an incident: where it stands, and what it asks for."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import takewhile

from runcard.domain.playbooks.messages.gaps import DELIMITED
from runcard.domain.playbooks.messages.message_sets import begins_with_subject
from runcard.domain.playbooks.messages.placeholders import placeholders_in
from runcard.domain.playbooks.messages.reports import topics_here
from runcard.domain.playbooks.messages.speech import SPEECH
from runcard.domain.playbooks.messages.templates import messages_in
from runcard.domain.playbooks.model import ReviewTemplate, Text
from runcard.domain.playbooks.nouns.appendix import ActionWindow
from runcard.domain.playbooks.nouns.message import Message
from runcard.domain.playbooks.page.blocks import Outline, Section, items, label_of
from runcard.domain.playbooks.page.written_files import written_files
from runcard.domain.playbooks.reviews.action_forms import form_in
from runcard.domain.playbooks.reviews.listed_forms import listed_form
from runcard.domain.playbooks.times.grammar import read_time
from runcard.domain.playbooks.topics import topics
from runcard.domain.playbooks.vocabulary import Vocabulary
from runcard.domain.playbooks.words import plain, trailing_parenthesis, untitled

# What stands below the line that is drawn under a form is no part of it.
RULE = re.compile(r"\s{0,3}(?:-{3,}|\*{3,}|_{3,})\s*$")
HEADING = re.compile(r"^(#{1,6})\s+(.*?)\s*#*$")
COUNTED = re.compile(r"^\d+(?:\.\d+)*[.)]\s")
ENTRY = re.compile(r"^(?:[-*+•]|\d{1,2}[.)])\s+(?!\[)(\S.*)$")
BOLD = re.compile(r"\*\*[^*]{1,80}\*\*")
TITLED = re.compile(r"^\*\*([^*]{1,80}?)\s*[:：]?\*\*\s*[:：]?\s*$")
# `Duration: ____ hours`: a line to write on, and in what it is counted.
RULED = re.compile(r"[:：]\s*_{3,}\s*[^\W\d_]{1,16}\s*$")
COLONS = (":", "：")
ASKING = (":", "：", "?", "？")
NOT_HERE = {"templates", "communication", "runbooks", "contacts", "roles", "escalation", "oncall"}
FORMS = {"templates"}
FOR_OTHERS = {"templates", "communication", "drills"}
FEWEST = 2
A_DAY = 86_400


def is_about_review(page: Outline, section: Section, words: Vocabulary) -> bool:
    """Whether a heading above speaks of reviews, or a form for one stands below it."""
    if "review" in topics_here(page, section, words):
        return True
    return any(_is_form(message, page, section, words) for message in messages_in(section))


def review_form(page: Outline, words: Vocabulary) -> ReviewTemplate | None:
    """The first form that stands under a heading, or a label, about reviews, or asks by itself
    for what only a review can tell: one whose headings ask rather than a note of a few labels."""
    at_home = [*_forms_at_home(page, words)]
    full = [(one, where) for one, where in at_home if _headings_that_ask(one, words)]
    if at_home and (found := full or [*_among_templates(page, words)] or at_home):
        return _form(*found[0], words)
    headed = next(_on_the_page(page, words), None)
    if headed is not None:
        return _form(*headed, words)
    listed = listed_form(page, words)
    if listed is not None:
        return listed
    return next((_form(*one, words) for one in _among_templates(page, words)), None)


def _on_the_page(page: Outline, words: Vocabulary) -> Iterator[tuple[Message, Section]]:
    """`## Review template` above headings of the page itself that ask as those of a form do."""
    for section in page.sections:
        title = untitled(section.title)
        is_named = "templates" in words.about(title) or words.review.speaks_of(title, "template")
        children = page.children(section) if is_named else ()
        if len(children) < FEWEST or "review" not in topics(page, section, words):
            continue
        last = page.under(section)[-1]
        behind = takewhile(lambda line: not RULE.match(line), page.lines[last.line : last.end])
        lines = (*page.lines[section.line : last.line], *behind)
        form = Message(lines, section.line + 1, None)
        if _count_why([untitled(one.title) for one in children], words) >= FEWEST:
            yield form, section


def review_fences(page: Outline, words: Vocabulary) -> frozenset[int]:
    """The first lines of all fences that ask for what only a review can tell, under a heading or a
    label about reviews."""
    return frozenset(
        message.text_line
        for message, section in _forms_at_home(page, words)
        if _count_why(_asked(message, section, words), words) >= FEWEST
    )


def _forms_at_home(page: Outline, words: Vocabulary) -> Iterator[tuple[Message, Section]]:
    for section in page.sections:
        for message in _texts_in(section):
            if _is_form(message, page, section, words):
                yield message, section


def _among_templates(page: Outline, words: Vocabulary) -> Iterator[tuple[Message, Section]]:
    """Below `Incident template`: headings that ask for a cause and for what happened are no message
    to anybody, whatever the heading above calls them."""
    for section in page.sections:
        if topics(page, section, words) & NOT_HERE - FORMS:
            continue
        for message in _texts_in(section):
            is_asking = _headings_that_ask(message, words)
            if is_asking and form_in(message, page, section, words) is None:
                yield message, section


def _texts_in(section: Section) -> Iterator[Message]:
    """The texts of a section; of commands only what they write into a file."""
    for message in messages_in(section):
        if message.quoted or _is_speech(message):
            yield message
            continue
        for lines in written_files(message.lines, message.text_line):
            if lines and lines[-1].line - lines[0].line == len(lines) - 1:
                said = tuple(one.text for one in lines)
                yield Message(said, lines[0].line, message.above)


def _is_speech(message: Message) -> bool:
    return (message.lang.lower() if message.lang else None) in SPEECH


def _headings_that_ask(message: Message, words: Vocabulary) -> bool:
    return _count_why(_headings(message.lines), words) >= FEWEST


def _count_why(asked: Sequence[str], words: Vocabulary) -> int:
    return sum(words.review.speaks_of(one, "asked") for one in asked)


def _is_form(message: Message, page: Outline, section: Section, words: Vocabulary) -> bool:
    if message.quoted or not _is_speech(message):
        return False
    asked = _asked(message, section, words)
    if len(asked) < FEWEST or form_in(message, page, section, words) is not None:
        return False
    return _is_at_home(message, page, section, words) or _asks_why(asked, page, section, words)


def _asked(message: Message, section: Section, words: Vocabulary) -> list[str]:
    asked = _headings(message.lines)
    if len(asked) < FEWEST:
        # `# Post-mortem <title>` is only the title of the form; below it stand its labels.
        asked = _blank_form(message.lines) or _answered_form(message, section, words)
    return asked


def _headings(lines: Sequence[str]) -> list[str]:
    return [found.group(2) for found in map(HEADING.match, lines) if found is not None]


def _blank_form(lines: Sequence[str]) -> list[str]:
    """Labels and questions with nothing behind them but what is to be filled in, and titles in
    bold, if that is what most lines are."""
    bare = [RULED.sub(":", line) for line in lines if line.strip()]
    said = [DELIMITED.sub("", line).strip() for line in bare]
    spoken = [one for one in said if not one.startswith("|")]
    blanks = [one for one in spoken if one.strip("*_ ").endswith(ASKING) or BOLD.fullmatch(one)]
    return blanks if FEWEST * len(blanks) >= len(spoken) else []


def _answered_form(message: Message, section: Section, words: Vocabulary) -> list[str]:
    """Below `Post-mortem template`, labels in bold with a word on what belongs behind each; below
    `A report as an example:` those of which two ask why."""
    labels = [label_of(line) for line in message.lines]
    asked = [label.name for label in labels if label is not None and label.bold]
    is_led = words.review.speaks_of(_label(message.above), "strong")
    if is_led and _count_why(asked, words) >= FEWEST:
        return asked
    is_headed = {"review", "templates"} <= words.about(untitled(section.title))
    return asked if is_headed else []


def _is_at_home(message: Message, page: Outline, section: Section, words: Vocabulary) -> bool:
    named = _label(message.above)
    about = topics_here(page, section, words)
    # Among messages, `Template` is the name of one of them; so it is above a letter.
    is_letter = about & FOR_OTHERS or begins_with_subject(message, words)
    is_form = words.review.speaks_of(named, "template") and not is_letter
    if is_form or "review" in words.about(named) or words.review.speaks_of(named, "strong"):
        return True
    return "review" in about or _asks_for_review(section, words)


def _asks_why(asked: Sequence[str], page: Outline, section: Section, words: Vocabulary) -> bool:
    """`Cause:`, `What did we learn?`: two such make a form of any name, but not a message."""
    return _count_why(asked, words) >= FEWEST and not topics(page, section, words) & NOT_HERE


def _asks_for_review(section: Section, words: Vocabulary) -> bool:
    """An entry beside the form that begins with a review: `- [ ] Post-mortem started`."""
    return any(
        found.start() == 0 and "strong" in words.review.phrases[found.group()]
        for item in items(section)
        for found in words.review.matches(plain(item.text))
    )


def _label(above: Text | None) -> str:
    """The words of a line that only introduces what stands below it."""
    label = label_of(above.text) if above else None
    return label.name if label is not None and (label.bold or not label.value) else ""


def _is_title(above: Text, words: Vocabulary) -> bool:
    """In bold, or a line that leads to what it names: `Template:`, `Our post-mortem:`."""
    label = label_of(above.text)
    said = plain(above.text).rstrip()
    leads = said.endswith(COLONS) and bool(words.review.all(said) & {"template", "strong"})
    return label is not None and (label.bold or (leads and not label.value))


def _form(message: Message, section: Section, words: Vocabulary) -> ReviewTemplate:
    labelled = message.above if message.above and _is_title(message.above, words) else None
    line = labelled.line if labelled else section.line
    placeholders = placeholders_in(message.lines, message.text_line, words)
    return ReviewTemplate(
        line,
        "\n".join(message.lines),
        message.text_line,
        _form_sections(message.lines),
        tuple(replace(placeholder) for placeholder in placeholders),
        tuple(_windows(message, words)),
    )


def _windows(message: Message, words: Vocabulary) -> Iterator[ActionWindow]:
    """`### Immediate (within 1 week)`, `2. Later (1-3 months)`, `**Later (1 month):**`: by when
    actions of a class are done."""
    for line, text in enumerate(message.lines, message.text_line):
        heading, other = HEADING.match(text), ENTRY.match(text) or TITLED.match(text)
        said = heading.group(2) if heading else other.group(1) if other else ""
        title, inside = trailing_parenthesis(untitled(said))
        within = read_time(inside, line, words) if inside else None
        is_long = within is not None and (within.seconds or 0) >= A_DAY
        if within is not None and (heading is not None or is_long):
            yield ActionWindow(title, within)


def _form_sections(lines: Sequence[str]) -> tuple[str, ...]:
    """Headings of the highest level, or of the next where the highest is only the title; a number
    that only one of them begins with belongs to it: `5 whys`."""
    found = [match for match in map(HEADING.match, lines) if match is not None]
    if len(found) < FEWEST:
        return ()
    levels = sorted({len(match.group(1)) for match in found})
    counted = {level: sum(len(match.group(1)) == level for match in found) for level in levels}
    chosen = levels[0]
    if counted[chosen] == 1 and len(levels) > 1:
        chosen = levels[1]
    said = [plain(match.group(2)) for match in found if len(match.group(1)) == chosen]
    bare = [untitled(title) for title in said]
    are_counted = all(title != other for title, other in zip(said, bare, strict=True))
    return tuple(
        other if are_counted or COUNTED.match(title) else title
        for title, other in zip(said, bare, strict=True)
    )

"""The points of the review meeting, with the minutes each may take."""

import re
from collections.abc import Sequence
from itertools import pairwise, takewhile

from runcard.domain.playbooks.model import Text, TimeValue
from runcard.domain.playbooks.nouns.appendix import AgendaPoint
from runcard.domain.playbooks.page.blocks import (
    Block,
    Fence,
    Item,
    Outline,
    Paragraph,
    Row,
    Section,
    label_of,
    prose,
    tables,
)
from runcard.domain.playbooks.page.bodies import items_with_bodies
from runcard.domain.playbooks.page.written_files import written_files
from runcard.domain.playbooks.particles import without_article, without_lead
from runcard.domain.playbooks.reviews.agenda_points import point_of, point_of_item, timed_last
from runcard.domain.playbooks.reviews.attendance import (
    calls_together,
    is_of_people,
    names_who_attends,
)
from runcard.domain.playbooks.reviews.listed_subjects import listed_subjects
from runcard.domain.playbooks.reviews.told_agendas import told_agenda
from runcard.domain.playbooks.times.clauses import COMMA, sentences
from runcard.domain.playbooks.times.grammar import read_time, spans_in
from runcard.domain.playbooks.topics import topics
from runcard.domain.playbooks.vocabulary import Vocabulary
from runcard.domain.playbooks.words import (
    has_letters,
    plain,
    trailing_parenthesis,
    untitled,
)

ENTRY = re.compile(r"^(?:[-*+•]\s|\d{1,2}[.)、])\s*(?:\[[ xX]?\]\s*)?(?=[^\s\d])")
QUESTIONS = ("?", "？")
SEPARATE = re.compile(r"\s*[,;，；、]\s*")
LONGEST = 2 * 3600
FEWEST, FEWEST_UNTIMED = 2, 3


def agenda_of(page: Outline, words: Vocabulary) -> tuple[AgendaPoint, ...]:
    """The list under `Agenda`, a heading or a line that ends in a colon."""
    for section in page.sections:
        if "review" not in topics(page, section, words):
            continue
        if _is_headed(section, words):
            found = _points(_not_of_people(section, words), words) or _rows(section, words)
            if found:
                return found
        found = _after_a_line(section, words) or _inline(section, words) or _rows(section, words)
        found = found or _timed_list(section, words) or _course(section, words)
        found = (
            found
            or _nested(section, words)
            or _questions(section, words)
            or told_agenda([*prose(section)], words)
        )
        if found := found or _fenced(section, words):
            return found
    return listed_subjects(page, words)


def _is_headed(section: Section, words: Vocabulary) -> bool:
    """`Agenda`, `Topics of the meeting`; below `Meeting attendees` stand people."""
    title = untitled(section.title)
    is_of_people = words.war_room.speaks_of(title, "participants")
    return words.review.speaks_of(title, "agenda") and not is_of_people


def _rows(section: Section, words: Vocabulary) -> tuple[AgendaPoint, ...]:
    """A table whose last column holds minutes in every row: the point, and how long it may take."""
    for table in tables(section):
        cells = [row.cells for row in table.rows if len(row.cells) > 1]
        times = [read_time(one[-1], 0, words) for one in cells]
        is_short = all(time and 0 < (time.seconds or 0) <= LONGEST for time in times)
        if len(cells) >= FEWEST and len(cells) == len(table.rows) and is_short:
            return tuple(_row_point(row, words) for row in table.rows)
    return ()


def _row_point(row: Row, words: Vocabulary) -> AgendaPoint:
    """The first cell that says anything but a number is the point."""
    title = next((cell for cell in row.cells[:-1] if has_letters(cell)), row.cells[0])
    return AgendaPoint(title, row.line, read_time(row.cells[-1], row.line, words))


def _timed_list(section: Section, words: Vocabulary) -> tuple[AgendaPoint, ...]:
    """The first list of a section whose every entry has minutes of its own, whatever leads to it:
    in brackets or in front, for `P1: 48 hours` is a deadline."""
    for entries in items_with_bodies(section):
        outer = [item for item, _ in entries]
        points = _points(outer, words)
        is_timed = len(points) >= FEWEST and all(_is_minutes(one.timebox) for one in points)
        said = [plain(item.text) for item in outer]
        if is_timed and (_in_parentheses(said) or _in_front(said, words)):
            return points
    return ()


def _course(section: Section, words: Vocabulary) -> tuple[AgendaPoint, ...]:
    """`The hour (60 min) goes like this:` above `Facts: 20 min` and `Causes: 40 min`: minutes that
    make up the time of the line above, or stand below the mere word for a course."""
    leads = {
        block.line: above.lines[-1].text
        for above, block in pairwise(section.blocks)
        if isinstance(above, Paragraph) and isinstance(block, Item)
    }
    for entries in items_with_bodies(section):
        points = _points([item for item, _ in entries], words)
        lead = plain(leads.get(entries[0][0].line, ""))
        is_timed = len(points) >= FEWEST and all(_is_minutes(one.timebox) for one in points)
        if lead and is_timed and _leads_to(lead, points, words):
            return points
    return ()


def _leads_to(lead: str, points: Sequence[AgendaPoint], words: Vocabulary) -> bool:
    whole = sum(one.timebox.seconds or 0 for one in points if one.timebox is not None)
    is_whole = any(span.seconds == whole for span in spans_in(lead, words))
    return is_whole or words.headings.exactly(lead.strip(" :：")) == "process"


def _questions(section: Section, words: Vocabulary) -> tuple[AgendaPoint, ...]:
    """Where it is said who attends, a list of questions is what the meeting goes through."""
    if not any(names_who_attends(text.text, words) for text in prose(section)):
        return ()
    for entries in items_with_bodies(section):
        points = _points([item for item, _ in entries], words)
        if len(points) >= FEWEST and all(one.title.endswith(QUESTIONS) for one in points):
            return points
    return ()


def _is_minutes(time: TimeValue | None) -> bool:
    return time is not None and 0 < (time.seconds or 0) <= LONGEST


def _in_parentheses(said: Sequence[str]) -> bool:
    return all(trailing_parenthesis(text)[1] is not None for text in said)


def _in_front(said: Sequence[str], words: Vocabulary) -> bool:
    """`5 min: Timeline`: what begins with minutes is no deadline of a level."""
    starts = [[span.start for span in spans_in(text, words)] for text in said]
    return all(0 in start for start in starts)


def _inline(section: Section, words: Vocabulary) -> tuple[AgendaPoint, ...]:
    """`Agenda: timeline (10 min), causes (20 min)` in one sentence; or three points without."""
    for text in prose(section):
        for sentence in sentences(plain(text.text)):
            label = label_of(sentence)
            if label is not None and _is_agenda(label.name, words):
                pieces = COMMA.split(label.value.rstrip(".。"))
                points = [timed_last(piece, text.line, words) for piece in pieces]
                if len(points) >= FEWEST and all(point.timebox for point in points):
                    return tuple(points)
                if untimed := _untimed(label.value, text.line, words):
                    return untimed
    return ()


def _is_agenda(name: str, words: Vocabulary) -> bool:
    """`Agenda`, or that of a meeting: `Die Tagesordnung der Besprechung`."""
    bare = without_article(name, words)
    found = [(one, set(words.review.phrases[one.group()])) for one in words.review.matches(bare)]
    is_first = any(one.start() == 0 and "agenda" in names for one, names in found)
    of_it = [one for one, names in found[1:] if names & {"gathering", "agenda"}]
    is_of_a_meeting = is_first and any(one.end() == len(bare) for one in of_it)
    return is_of_a_meeting or words.review.exactly(name) == "agenda"


def _untimed(said: str, line: int, words: Vocabulary) -> tuple[AgendaPoint, ...]:
    """`the story, what helped, and the causes`: pieces between commas, an `and` may be in each."""
    pieces = [one.strip() for one in SEPARATE.split(said.rstrip(".。")) if one.strip()]
    titles = [*pieces[:-1], *(without_lead(one, "and", words) for one in pieces[-1:])]
    are_points = len(titles) >= FEWEST_UNTIMED and not any(spans_in(one, words) for one in titles)
    return tuple(AgendaPoint(one, line) for one in titles) if are_points else ()


def _after_a_line(section: Section, words: Vocabulary) -> tuple[AgendaPoint, ...]:
    for at, block in enumerate(section.blocks):
        below = section.blocks[at + 1 :]
        if isinstance(block, Paragraph) and _introduces(block.lines[-1].text, words):
            if below and is_of_people(below[0], words):
                return ()
            if not calls_together(block.lines[-1].text, words):
                return _points(below, words)
    return ()


def _nested(section: Section, words: Vocabulary) -> tuple[AgendaPoint, ...]:
    """`- Agenda of the meeting` above entries of its own in a list of other things."""
    for head, body in (entry for entries in items_with_bodies(section) for entry in entries):
        name = trailing_parenthesis(plain(head.text).strip(" :："))[0]
        inner = [one for one in body if isinstance(one, Item)]
        if len(inner) >= FEWEST and _is_agenda(name, words) and not is_of_people(head, words):
            return tuple(point_of_item(one, words) for one in inner if one.depth == inner[0].depth)
    return ()


def _not_of_people(section: Section, words: Vocabulary) -> Sequence[Block]:
    """The blocks up to a line above those who attend; the meeting itself is told elsewhere then."""
    return [*takewhile(lambda block: not is_of_people(block, words), section.blocks)]


def _fenced(section: Section, words: Vocabulary) -> tuple[AgendaPoint, ...]:
    """`Agenda:` in a fence, or in what it writes into a file, above entries with a sign or a number
    of their own each."""
    for fence in (block for block in section.blocks if isinstance(block, Fence)):
        first = fence.line + 1
        said = tuple(Text(text, line) for line, text in enumerate(fence.lines, first))
        for lines in (said, *written_files(fence.lines, first)):
            if points := _below_a_head(lines, words):
                return points
    return ()


def _below_a_head(said: Sequence[Text], words: Vocabulary) -> tuple[AgendaPoint, ...]:
    lines = [Text(one.text.strip(), one.line) for one in said]
    heads = [at for at, one in enumerate(lines) if _introduces(one.text, words)]
    listed = list(takewhile(_is_entry, lines[heads[0] + 1 :])) if heads else []
    points = [(plain(ENTRY.sub("", one.text)), one.line) for one in listed]
    if len(points) < FEWEST:
        return ()
    return tuple(point_of(text, line, words) for text, line in points)


def _is_entry(line: Text) -> bool:
    return ENTRY.match(line.text) is not None


def _introduces(text: str, words: Vocabulary) -> bool:
    label = label_of(text)
    is_label = label is not None and label.stands_alone
    ends = plain(text).endswith((":", "：")) or _is_timed_name(plain(text), words)
    is_of_it = words.review.speaks_of(plain(text), "agenda")
    return (ends or is_label) and is_of_it and not names_who_attends(text, words)


def _is_timed_name(said: str, words: Vocabulary) -> bool:
    """`Agenda (60 min)`, and no more on its line."""
    name, inside = trailing_parenthesis(said)
    return inside is not None and words.review.exactly(name) == "agenda"


def _points(blocks: Sequence[Block], words: Vocabulary) -> tuple[AgendaPoint, ...]:
    """The outer entries of the list that follows."""
    points: list[AgendaPoint] = []
    for block in blocks:
        if not isinstance(block, Item):
            if points:
                break
            continue
        if block.depth == 1 and not _is_of_attendance(block, words):
            points.append(point_of_item(block, words))
    return tuple(points)


def _is_of_attendance(item: Item, words: Vocabulary) -> bool:
    """`Attendees: the mates` on top of the points."""
    label = label_of(item.text)
    return label is not None and bool(label.value) and names_who_attends(item.text, words)

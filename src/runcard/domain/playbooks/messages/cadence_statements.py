"""Every statement of how often people are told, wherever it stands."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from runcard.domain.playbooks.levels.mentions import keys_in
from runcard.domain.playbooks.levels.spellings import keys_of_title
from runcard.domain.playbooks.messages.rhythms import Rhythm, rhythms_in
from runcard.domain.playbooks.messages.rows_of_updates import is_last_of_times
from runcard.domain.playbooks.messages.speech import SPEECH, said_in
from runcard.domain.playbooks.model import Cadence, CadencePlace, Severity, Text
from runcard.domain.playbooks.page.blocks import (
    Fence,
    Item,
    Label,
    Outline,
    Paragraph,
    Row,
    Section,
    Table,
    label_of,
)
from runcard.domain.playbooks.times.clauses import only_period, sentences
from runcard.domain.playbooks.times.grammar import spans_in
from runcard.domain.playbooks.times.sides import Side, side_of
from runcard.domain.playbooks.times.tokens import Kind
from runcard.domain.playbooks.topics import topics
from runcard.domain.playbooks.vocabulary import Vocabulary
from runcard.domain.playbooks.words import plain, trailing_parenthesis, untitled

# In a chapter on reviews, `a line in the weekly report` comes when the incident is over.
NOT_ABOUT_UPDATES = {"drills", "oncall", "reference", "metrics", "review"}
OF_UPDATES = {"update", "next", "again"}
# What is told of a document, and may be told of those who hear of an incident.
OF_BOTH = {"owner", "reviewed_by", "status"}
TALKING = {"communication", "templates", "war_room"}
A_DAY, A_MONTH = 86400, 2592000
ASKED = re.compile(r"<(?![/!])[^<>\n]{1,80}>")
FOR_A_SIDE = {Side.OUTSIDE: CadencePlace.EXTERNAL, Side.LEADERS: CadencePlace.LEADERS}


@dataclass(frozen=True, slots=True)
class Place:
    """Where a statement stands: what the heading says, what it is about, the levels and the side
    it names."""

    title: str
    about: frozenset[str]
    keys: tuple[str, ...]
    kind: CadencePlace
    side: Side | None = None


Known = tuple[Sequence[Severity], Vocabulary]


def stated_cadences(
    page: Outline, severities: Sequence[Severity], words: Vocabulary
) -> Iterator[Cadence]:
    """Every statement in running text, lists, messages and notes, with the levels it names."""
    known = (severities, words)
    for section in page.sections:
        place = _place(page, section, severities, words)
        if place.about & NOT_ABOUT_UPDATES and not place.about & TALKING:
            yield from _amid_others(section, place, known)
            continue
        # `Notice to guests (after the repair)` says when that one message goes out.
        told = _in_sentence(place.title, section.line, place, known)
        yield from (one for one in told if one.every.calendar != "event")
        for line, where in _spoken(section, place, known):
            yield from _in_line(line, where, known)
        for block in section.blocks:
            if isinstance(block, Fence):
                yield from _in_fence(block, place, known)
            elif isinstance(block, Table):
                yield from _in_table(block, place, known)


def _amid_others(section: Section, place: Place, known: Known) -> Iterator[Cadence]:
    """Several times a day, between what comes after an incident or what a shift does: `For a P1 the
    board is informed every 30 minutes`, `Update the status every 20 minutes`."""
    is_review, is_shift = "review" in place.about, "oncall" in place.about
    for line, where in _spoken(section, place, known) if is_review or is_shift else ():
        is_update = is_shift and _opens_with_update(plain(line.text), known[1])
        for one in _in_line(line, where, known):
            is_meant = (is_review and one.keys) or is_update
            if is_meant and 0 < (one.every.seconds or 0) < A_DAY:
                yield one


def _opens_with_update(text: str, words: Vocabulary) -> bool:
    opens = (one for one in words.talk.matches(text) if one.start() == 0)
    return any("update" in words.talk.phrases[one.group()] for one in opens)


def _in_line(line: Text, place: Place, known: Known) -> Iterator[Cadence]:
    """The sentences of a line: its label tells the levels and the side of all of them, and
    `Amber: when it changes` goes on with what the first says of another level."""
    severities, words = known
    if not (place.about & TALKING or _speaks_of_updates(plain(line.text), words)):
        return
    label = label_of(line.text)
    side = side_of(label.name, words) if label is not None and label.value else None
    named = _named_by(label, known) if label is not None and label.value else ()
    place = replace(place, side=side or place.side, keys=named or place.keys)
    is_told = False
    for sentence in sentences(plain(line.text)):
        head = label_of(sentence) if is_told else None
        is_next = head is not None and bool(keys_in(head.name, severities, words))
        where = replace(place, about=place.about | {"communication"}) if is_next else place
        found = [*_in_sentence(sentence, line.line, where, known)]
        is_told = is_told or any(one.keys for one in found)
        yield from found


def _named_by(label: Label, known: Known) -> tuple[str, ...]:
    """The levels of `P1 and P2:`, or of `High:` where P1 has that name."""
    return keys_in(label.name, *known) or keys_of_title(label.name, *known)


def _speaks_of_updates(text: str, words: Vocabulary) -> bool:
    """By a word for an update, or because somebody `is told`."""
    is_update = words.talk.all(text) & OF_UPDATES
    return bool(is_update) or words.rungs.speaks_of(text, "told")


def _place(
    page: Outline, section: Section, severities: Sequence[Severity], words: Vocabulary
) -> Place:
    title = plain(untitled(section.title))
    about = topics(page, section, words)
    kind = CadencePlace.TEXT
    if _is_of_a_runbook(page, section, words) and not _is_for_all(section, about):
        kind = CadencePlace.RUNBOOK
    elif "war_room" in about:
        kind = CadencePlace.WAR_ROOM
    side = side_of(title, words) if about & TALKING else None
    return Place(title, about, _keys_above(page, section, (severities, words)), kind, side)


def _keys_above(page: Outline, section: Section, known: Known) -> tuple[str, ...]:
    """The levels of its heading, else of the chapter: `Tell the guests` below `S1 procedure`; not
    of a step that lasts some minutes, `Tell (3 min)`."""
    inside = trailing_parenthesis(plain(section.title))[1] or ""
    spans = spans_in(inside, known[1])
    is_step = bool(spans) and not any(span.is_period for span in spans)
    above = () if is_step else page.titles(section)
    titles = (plain(untitled(title)) for title in (section.title, *above))
    named = (keys_in(title, *known) or keys_of_title(title, *known) for title in titles)
    return next((keys for keys in named if keys), ())


def _is_of_a_runbook(page: Outline, section: Section, words: Vocabulary) -> bool:
    """A heading above is about runbooks; `Communication procedures` is not."""
    said = (words.about(untitled(title)) for title in page.titles(section))
    return any("runbooks" in about and not about & TALKING for about in said)


def _is_for_all(section: Section, about: frozenset[str]) -> bool:
    """`General procedure`: steps in words for every incident, no repair of one kind."""
    return "process" in about and not any(isinstance(block, Fence) for block in section.blocks)


def _spoken(section: Section, place: Place, known: Known) -> Iterator[tuple[Text, Place]]:
    """Running text and lists, line by line; `**Customers:**` tells whom the lines below it are for,
    and `**P1 and P2:**` which levels. What is said of the document itself is no update."""
    words = known[1]
    where = place
    for block in section.blocks:
        for line in block.lines if isinstance(block, Paragraph | Item) else ():
            label = label_of(line.text)
            if label is not None and not label.value and place.about & TALKING:
                side = side_of(label.name, words)
                where = replace(place, side=side, keys=_named_by(label, known) or place.keys)
            if label is None or not _is_of_the_document(label, words):
                yield line, where


def _is_of_the_document(label: Label, words: Vocabulary) -> bool:
    """`Review cycle: quarterly. Next review: …` is about the document, and no update; `Team: every
    hour` is about the team."""
    spans = spans_in(label.value, words)
    if words.meta.exactly(label.name) in OF_BOTH and spans and spans[0].start == 0:
        return False
    kind = words.meta.exactly(label.name)
    return kind is not None or words.meta.speaks_of(label.name, "next_review")


def _in_sentence(sentence: str, line: int, place: Place, known: Known) -> Iterator[Cadence]:
    _, words = known
    said = words.talk.all(sentence)
    is_next = "next" in said
    is_again = not is_next and "again" in said and _is_in_a_message(place)
    talks = bool(said & (OF_UPDATES - {"again"}) or place.about & TALKING) or is_again
    is_told = not talks and words.rungs.speaks_of(sentence, "told")
    if "drill" in said or not (talks or is_told):
        return
    label = label_of(sentence)
    side = side_of(label.name, words) if label is not None else None
    where = place if side is None else replace(place, side=side)
    for rhythm in rhythms_in(sentence, known, is_next=is_next or is_again):
        # `stays there for 15 minutes` lasts, `in 15 minutes` comes.
        is_lasting = is_again and not rhythm.span.leads - {Kind.DURING}
        # `The board is told every month` is about something else than an incident.
        is_far = is_told and not 0 < (rhythm.span.seconds or 0) < A_DAY
        is_of_page = "read_again" in said and (rhythm.span.seconds or 0) >= A_DAY
        # `working on resolution` in a message, `keep all parts updated monthly`: no rhythm.
        is_event = rhythm.span.calendar == "event" and place.kind is CadencePlace.MESSAGE
        is_aside = is_event and not (said & OF_UPDATES or is_told)
        is_rare = (rhythm.span.seconds or 0) >= A_MONTH and not (rhythm.keys or where.keys)
        if not (is_lasting or is_far or is_of_page or is_aside or is_rare):
            yield _cadence(rhythm, sentence, line, where)


def _is_in_a_message(place: Place) -> bool:
    """There, `we call you again within 30 minutes` is the next update."""
    return place.kind is CadencePlace.MESSAGE or "templates" in place.about


def _cadence(rhythm: Rhythm, sentence: str, line: int, place: Place) -> Cadence:
    kind = _kind(place, rhythm.side or place.side)
    return Cadence(rhythm.span.value(sentence, line), place.title, rhythm.keys or place.keys, kind)


def _kind(place: Place, side: Side | None) -> CadencePlace:
    """What is said of a level counts for the responders, unless it names another side."""
    if place.kind is not CadencePlace.TEXT or side is None:
        return place.kind
    return FOR_A_SIDE.get(side, place.kind)


def _in_table(table: Table, place: Place, known: Known) -> Iterator[Cadence]:
    """Every cell that holds a message with its next; under a heading about communication, every
    cell that says how often: for the levels and the side that stand before it in its row, or at the
    head of its column."""
    severities, words = known
    for row in table.rows:
        for at, cell in enumerate(row.cells):
            # `P1 every half hour` in front of whom and how tells as much, and so does `every hour`
            # below `T+5 min`.
            is_named = bool(keys_in(cell, severities, words))
            if at == 0 and not is_named and not is_last_of_times(table, row, words):
                continue
            if words.talk.speaks_of(cell, "next"):
                where = _place_of_cell(table, row, at, (place, known))
                for sentence in sentences(cell):
                    yield from _in_sentence(sentence, row.line, where, known)
                continue
            is_told = place.about & TALKING or words.talk.all(cell) & OF_UPDATES
            period = only_period(spans_in(cell, words)) if is_told else None
            if period is not None and period.seconds is not None:
                where = _place_of_cell(table, row, at, (place, known))
                every = period.value(cell, row.line)
                yield Cadence(every, place.title, where.keys, _kind(where, where.side))


def _place_of_cell(table: Table, row: Row, at: int, known: tuple[Place, Known]) -> Place:
    place, (severities, words) = known
    before = " | ".join(row.cells[:at] or row.cells)
    head = table.head.cells[at] if at < len(table.head.cells) else ""
    keys = keys_in(before, severities, words) or keys_in(head, severities, words)
    side = side_of(head, words) or side_of(before, words)
    return replace(place, keys=keys or place.keys, side=side or place.side)


def _in_fence(fence: Fence, place: Place, known: Known) -> Iterator[Cadence]:
    """Lines of messages, notes and prose steps; a list under `Cadence:` is about updates."""
    _, words = known
    message = said_in(fence, None)
    if message.lang not in SPEECH:
        return
    listing = False
    kind = place.kind if place.kind is not CadencePlace.TEXT else CadencePlace.MESSAGE
    for line, text in enumerate(message.lines, message.text_line):
        body = plain(ASKED.sub(" ", text).strip(" -*"))
        if text.rstrip().endswith((":", "：")):
            listing = words.labels.exactly(body) == "cadence"
            continue
        about = frozenset({"war_room"}) if listing else place.about & {"templates"}
        # `P1: hourly` in such a list is said of the level, and to nobody.
        is_rule = listing and bool(keys_in(body, known[0], words))
        said = replace(place, about=about, kind=place.kind if is_rule else kind)
        yield from _in_sentence(body, line, said, known)

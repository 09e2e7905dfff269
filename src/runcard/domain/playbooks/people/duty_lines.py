"""The lines of a section that state hours: in a fence, a table, a list or sentences."""

import re
from collections.abc import Iterator, Mapping

from runcard.domain.playbooks.model import Text
from runcard.domain.playbooks.nouns.appendix import FenceKind
from runcard.domain.playbooks.page.addresses import holds_addresses
from runcard.domain.playbooks.page.blocks import (
    Block,
    Fence,
    Item,
    Paragraph,
    Section,
    Table,
    label_of,
)
from runcard.domain.playbooks.people.call_lists import is_call_list
from runcard.domain.playbooks.people.contact_lines import number_behind_name
from runcard.domain.playbooks.people.duty_zones import STRETCH, ZONE, has_clock
from runcard.domain.playbooks.people.told_shifts import shifts_in
from runcard.domain.playbooks.times.clauses import sentences
from runcard.domain.playbooks.times.running_text import sentences_of
from runcard.domain.playbooks.vocabulary import Vocabulary
from runcard.domain.playbooks.words import folded, plain

# Two stretches of hours behind each other, with a sign or a short word between.
SHIFTS = re.compile(
    r"\b\d{1,2}\s?[–-]\s?\d{1,2}(?:\s?[,;/]\s?|\s[^\W\d_]{1,4}\s)\d{1,2}\s?[–-]\s?\d{1,2}\b"
)
Kinds = Mapping[int, FenceKind]
FEWEST = 2
WRITTEN = {FenceKind.SCHEDULE, FenceKind.NOTE, FenceKind.PROSE_STEPS}


def lines_of_hours(section: Section, kinds: Kinds, words: Vocabulary) -> Iterator[Text]:
    """The lines that state hours: a fence, else a table, else a list with its sentence."""
    for block in section.blocks:
        if isinstance(block, Fence) and kinds.get(block.line) in WRITTEN:
            yield from _in_fence(block, words)
            return
    for block in section.blocks:
        if isinstance(block, Table) and _is_of_hours(block, words):
            yield from rows_of(block)
            return
    yield from _in_prose(section, words)


def rows_of(table: Table) -> list[Text]:
    """Each row as one line of text."""
    return [Text(" ".join(row.cells), row.line) for row in table.rows]


def _is_of_hours(table: Table, words: Vocabulary) -> bool:
    """A clock somewhere, and when it is in most rows, by the clock or the day: in a list of numbers
    a clock beside one of them is only a remark."""
    if heads_are_hours(table):
        return True
    rows = rows_of(table)
    timed = [row for row in rows if has_clock(row.text)]
    told = [row for row in rows if tells_when(row.text, words)]
    is_most = 2 * len(timed) >= len(rows) or _has_column_of_hours(table, words)
    return bool(timed) and (
        is_most or (len(told) == len(rows) and not holds_addresses(table, words))
    )


def _has_column_of_hours(table: Table, words: Vocabulary) -> bool:
    """`Hours`, with a clock in two cells at least, or one beside the parts of a rota, `Role | Who
    | Hours`; the others may say for which level."""
    heads = [folded(head).strip() for head in table.head.cells]
    concepts = [words.columns.phrases.get(head, ()) for head in heads]
    for at, known in enumerate(concepts):
        cells = [row.cells[at] for row in table.rows if at < len(row.cells)]
        clocks = sum(has_clock(cell) for cell in cells)
        if at and "duty_hours" in known and "part" in concepts[0] and clocks:
            return True
        if "hours" in known and clocks >= FEWEST:
            return True
    return False


def heads_are_hours(table: Table) -> bool:
    """`| Day | 00–08 | 08–16 | 16–24 |`: who has duty stands below the hours."""
    heads = [head for head in table.head.cells if head.strip()]
    stretches = [head for head in heads if STRETCH.fullmatch(head.strip())]
    return len(stretches) >= FEWEST and len(heads) - len(stretches) <= 1


def tells_when(text: str, words: Vocabulary) -> bool:
    """A clock, a day of the week or a part of the day."""
    if has_clock(text) or words.people.speaks_of(text, "day"):
        return True
    return bool(words.duty.all(text) & {"part_of_week", "otherwise"})


def _in_fence(fence: Fence, words: Vocabulary) -> Iterator[Text]:
    """Up to a label of another matter, such as the escalation chain; settings aside."""
    for number, text in enumerate(fence.lines, fence.line + 1):
        bare = text.strip()
        if bare.endswith((":", "：")) and "escalation" in words.about(bare):
            return
        is_zone = bare.lower().startswith(("timezone", "time zone", "tz"))
        is_aside = is_zone or _is_only_zone(bare) or _is_hand_over(bare, words)
        if bare and not is_aside:
            yield Text(text.rstrip(), number)


def _is_only_zone(text: str) -> bool:
    if text.endswith((":", "：")):
        return False
    return ZONE.search(text) is not None and not has_clock(text) and len(text) < 30


def _is_hand_over(text: str, words: Vocabulary) -> bool:
    """`Hand-over: Monday 09:00` is no duty of anybody."""
    label = label_of(text)
    return label is not None and words.talk.exactly(label.name) == "notes"


def _in_prose(section: Section, words: Vocabulary) -> Iterator[Text]:
    """Sentences with a clock, and the whole list in which one stands or to which one leads."""
    lists = _lists_of_hours(section, words)
    leaders = led_lists(section, words)
    for block in section.blocks:
        if isinstance(block, Item) and block.list_line in lists:
            said = plain(block.text)
            if has_clock(said) or not words.talk.speaks_of(said, "notes"):
                yield Text(said, block.line)
        elif isinstance(block, Paragraph) and block.quote is None:
            if block.line in leaders:
                yield from sentences_above(block)
                continue
            told = _lines_with_hours(block, words)
            yield from (one for one in told if not lists or _is_a_duty(one.text, words))


def _is_a_duty(said: str, words: Vocabulary) -> bool:
    """Beside a list of hours: hours from and to of somebody on duty, and not when duty changes
    hands or what else is done at some hour."""
    return STRETCH.search(said) is not None and bool(words.duty.all(said) & {"on_duty", "shift"})


def _lists_of_hours(section: Section, words: Vocabulary) -> set[int]:
    """A list with a clock in it, or below a sentence with one; not of numbers to dial."""
    entries: dict[int, list[Item]] = {}
    led = {item.line for items in led_lists(section, words).values() for item in items}
    for block in section.blocks:
        if isinstance(block, Item) and not block.box:
            entries.setdefault(block.list_line, []).append(block)
    return {
        at
        for at, items in entries.items()
        if not is_call_list(items, words)
        and (items[0].line in led or any(has_clock(item.text) for item in items))
    }


def led_lists(section: Section, words: Vocabulary) -> dict[int, list[Item]]:
    """The lists directly below paragraphs with a clock that end in a colon, by the paragraph."""
    found: dict[int, list[Item]] = {}
    leader: int | None = None
    for block in section.blocks:
        if isinstance(block, Item):
            if leader is not None and not block.box:
                found.setdefault(leader, []).append(block)
        elif not (isinstance(block, Paragraph) and block.in_item):
            leader = block.line if _leads(block) else None
    return {at: items for at, items in found.items() if not is_call_list(items, words)}


def _leads(block: Block) -> bool:
    if not isinstance(block, Paragraph):
        return False
    is_open = plain(block.lines[-1].text).endswith((":", "："))
    return is_open and any(has_clock(line.text) for line in block.lines)


def sentences_above(block: Paragraph) -> Iterator[Text]:
    """What is said before the sentence that only leads to the list."""
    for line in block.lines:
        told = [one for one in sentences(plain(line.text)) if not one.endswith((":", "："))]
        if any(has_clock(one) for one in told):
            yield Text(" ".join(told), line.line)


def _lines_with_hours(block: Paragraph, words: Vocabulary) -> Iterator[Text]:
    """Lines of a list without marks as they stand, of running text each sentence with a clock."""
    if _is_a_list(block):
        yield from (Text(plain(line.text), line.line) for line in block.lines)
        return
    said = [*sentences_of([Text(plain(line.text), line.line) for line in block.lines])]

    def is_told(one: Text) -> bool:
        is_of_hours = tells_hours(one.text, words) and number_behind_name(one.text) is None
        return is_of_hours and not _is_only_noted(one.text, words)

    yield from shifts_in(said, is_told, words)


def _is_only_noted(said: str, words: Vocabulary) -> bool:
    """`Hand-over is on Monday at 09:30`; `At night and on Sundays one of us is on call, hand-over
    on Monday` begins with who has duty when."""
    notes = [one.start() for one in words.talk.matches(said)
             if "notes" in words.talk.phrases[one.group()]]  # fmt: skip
    before = words.duty.all(said[: min(notes, default=0)])
    is_told = "on_duty" in before and bool(before & {"part_of_week", "otherwise"})
    return bool(notes) and not is_told


def tells_hours(said: str, words: Vocabulary) -> bool:
    """A clock, or shifts told by their bare hours: `three shifts (7–15, 15–23, 23–7)`."""
    return has_clock(said) or (
        SHIFTS.search(said) is not None and bool(words.duty.all(said) & {"on_duty", "shift"})
    )


def _is_a_list(block: Paragraph) -> bool:
    """`Weekdays 07:00-19:00: desk` above `All other times: engineer`: lines that each name a time
    and somebody."""
    labels = [label_of(line.text) for line in block.lines]
    named = all(label is not None and label.value for label in labels)
    return len(labels) > 1 and named and any(has_clock(line.text) for line in block.lines)

"""Who has duty when, in the document's own words: lists, fenced schedules, tables, sentences."""

import re
from collections.abc import Iterator, Sequence
from typing import TypeGuard

from runcard.domain.playbooks.levels.groups import topics
from runcard.domain.playbooks.model import Role, Text
from runcard.domain.playbooks.nouns.appendix import DutyHours, FencedBlock, FenceKind
from runcard.domain.playbooks.page.addresses import holds_addresses
from runcard.domain.playbooks.page.blocks import (
    Block,
    Fence,
    Item,
    Outline,
    Paragraph,
    Section,
    Table,
    label_of,
)
from runcard.domain.playbooks.people.call_lists import is_call_list
from runcard.domain.playbooks.people.contact_lines import number_behind_name
from runcard.domain.playbooks.people.hours_beside import FROM_TO
from runcard.domain.playbooks.times.clauses import sentences
from runcard.domain.playbooks.vocabulary import Vocabulary
from runcard.domain.playbooks.words import plain, untitled

CLOCK = re.compile(
    r"\d{1,2}\s?[:：.h]\s?\d{2}\b|\b\d{1,2}\s*(?:am|pm)\b|24\s?/\s?7|24\s?x\s?7|\b\d{1,2}\s?h\b"
    r"|\b\d{1,2}\s?[-–]\s?\d{1,2}\s?(?:uhr|h)\b|\b\d{1,2}\s?uhr|\d{1,2}\s?[时時点]",
    re.IGNORECASE,
)
ZONE = re.compile(
    r"\b((?:Africa|America|Antarctica|Asia|Atlantic|Australia|Europe|Indian|Pacific|Etc)/[\w+/-]+"
    r"|UTC(?:[+-]\d{1,2}(?::\d{2})?)?|GMT(?:[+-]\d{1,2})?|CES?T(?:/CES?T)?|MES?Z(?:/MES?Z)?"
    r"|[BW]ST|WES?T|EES?T"
    r"|[ECMP][SD]T|[ECMP]T|JST|KST|SGT|HKT|IST|AES?T|AEDT|NZST|BRT|ART|CLT|PHT|WIB)\b"
)
WORDED_ZONE = re.compile(
    r"((?:[Hh]eure|[Hh]ora|[Hh]orário|[Hh]orario|[Oo]ra|[Oo]re|[Cc]zas|Zeit)\s+"
    r"(?:de\s+l['’]\w+|(?:de|d[eo]|di)\s+[A-ZÀ-Þ][\w-]+"
    r"|locale?\b(?:\s+d[eio]\s+[A-ZÀ-Þ][\w-]+)?"
    r"|peninsular|italiana|insular|polski\w*|urzędow\w*)"
    r"|[A-ZÀ-Þ][a-zà-ÿ]+(?:e|er)?\s+(?:tijd|Zeit|[Tt]ime)\b"
    r"|(?:[A-ZÀ-Þ][a-zà-ÿ]+er\s+)?Ortszeit"
    r"|[A-ZÀ-Þ][A-Za-zà-ÿ]+(?:\s+[A-Z][a-z]+)?\s+(?:local|standard|summer)\s+time\b|[Ll]ocal time\b"
    r"|(?:UK|US|EU)\s+time\b"
    r"|北京时间|中国标准时间|日本時間|日本標準時|한국\s?시간|한국 표준시|東京時間"
    r"|台[北灣]時間|香港時間|当地时间)"
)
ELSEWHERE = {
    "severity", "escalation", "triggers", "roles", "templates", "communication", "review", "drills",
    "runbooks", "process", "metrics", "war_room", "reference",
}  # fmt: skip
MOST_LINES = 60
FEWEST = 2


def duty_hours(
    page: Outline, fences: Sequence[FencedBlock], roles: Sequence[Role], words: Vocabulary
) -> DutyHours | None:
    """The first section about duty that holds hours; the hours of one role are its own."""
    people = {role.line for role in roles}
    kinds = {one.line: one.kind for one in fences}
    # The page's own title speaks of duty, too; what stands below it is mostly about the page.
    for section in sorted(page.sections, key=lambda section: section.level == 1):
        own = words.about(untitled(section.title))
        if "oncall" not in own or section.level < 1 or section.line in people:
            continue
        lines = list(_lines(section, kinds, words))
        scheduled = any(
            isinstance(block, Fence) and kinds.get(block.line) is FenceKind.SCHEDULE
            for block in section.blocks
        )
        if lines and (scheduled or any(CLOCK.search(line.text) for line in lines)):
            return _hours(section, lines, zone_in(page, section))
    return _watches(page, kinds, words)


def _watches(page: Outline, kinds: dict[int, FenceKind], words: Vocabulary) -> DutyHours | None:
    """Under any heading, a table or a list of hours from and to, where one is said to be duty."""
    for section in page.sections:
        is_told = section.level > 1 and "contacts" not in words.about(untitled(section.title))
        lines = list(_lines(section, kinds, words)) if is_told else []
        ranges = [line for line in lines if FROM_TO.search(line.text)]
        is_duty = any("oncall" in words.about(line.text) for line in lines)
        if is_duty and len(ranges) >= FEWEST and 2 * len(ranges) >= len(lines):
            return _hours(section, lines, zone_in(page, section))
    return _staffed(page, words)


def _staffed(page: Outline, words: Vocabulary) -> DutyHours | None:
    """Under any heading, days with hours from and to above a list of who has duty otherwise."""
    for section in page.sections:
        if section.level < FEWEST or topics(page, section, words) & ELSEWHERE:
            continue
        led = _led_lists(section, words)
        for block in section.blocks if led else ():
            if block.line in led and _tells_days(block, words):
                entries = [Text(plain(item.text), item.line) for item in led[block.line]]
                lines = [*_sentences_with_hours(block), *entries]
                return _hours(section, lines, zone_in(page, section))
    return None


def _tells_days(block: Block, words: Vocabulary) -> TypeGuard[Paragraph]:
    """`Monday to Friday 07:30-18:00 somebody is in. Outside these hours:`."""
    if not isinstance(block, Paragraph) or block.quote is not None:
        return False
    said = plain(" ".join(line.text for line in block.lines))
    return FROM_TO.search(said) is not None and words.people.speaks_of(said, "day")


def _hours(section: Section, lines: Sequence[Text], zone: str | None) -> DutyHours:
    entries = tuple(_entries(lines))
    return DutyHours(section.line, lines[0].line, lines[-1].line, entries, zone)


def zone_in(page: Outline, section: Section) -> str | None:
    """The first zone that is named in the section."""
    last = min(section.end, section.line + MOST_LINES)
    for text in page.lines[section.line - 1 : last]:
        for pattern in (ZONE, WORDED_ZONE):
            found = pattern.search(text)
            if found is not None:
                return found.group(1)
    return None


def _lines(section: Section, kinds: dict[int, FenceKind], words: Vocabulary) -> Iterator[Text]:
    """The lines that state hours: a fence, else a table, else a list with its sentence."""
    for block in section.blocks:
        if isinstance(block, Fence) and kinds.get(block.line) in {
            FenceKind.SCHEDULE, FenceKind.NOTE, FenceKind.PROSE_STEPS,
        }:  # fmt: skip
            yield from _in_fence(block, words)
            return
    for block in section.blocks:
        if isinstance(block, Table):
            rows = [Text(" ".join(row.cells), row.line) for row in block.rows]
            timed = [row for row in rows if CLOCK.search(row.text)]
            # In a list of numbers a clock beside one of them is only a remark.
            if timed and (2 * len(timed) >= len(rows) or not holds_addresses(block, words)):
                yield from rows
                return
    yield from _in_prose(section, words)


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
    return ZONE.search(text) is not None and not CLOCK.search(text) and len(text) < 30


def _is_hand_over(text: str, words: Vocabulary) -> bool:
    """`Hand-over: Monday 09:00` is no duty of anybody."""
    label = label_of(text)
    return label is not None and words.talk.exactly(label.name) == "notes"


def _in_prose(section: Section, words: Vocabulary) -> Iterator[Text]:
    """Sentences with a clock, and the whole list in which one stands or to which one leads."""
    lists = _lists_of_hours(section, words)
    leaders = _led_lists(section, words)
    for block in section.blocks:
        if isinstance(block, Item) and block.list_line in lists:
            said = plain(block.text)
            if CLOCK.search(said) or not words.talk.speaks_of(said, "notes"):
                yield Text(said, block.line)
        elif isinstance(block, Paragraph) and block.quote is None:
            if block.line in leaders:
                yield from _sentences_with_hours(block)
            else:
                yield from _lines_with_hours(block, words)


def _lists_of_hours(section: Section, words: Vocabulary) -> set[int]:
    """A list with a clock in it, or below a sentence with one; not of numbers to dial."""
    entries: dict[int, list[Item]] = {}
    led = {item.line for items in _led_lists(section, words).values() for item in items}
    for block in section.blocks:
        if isinstance(block, Item) and not block.box:
            entries.setdefault(block.list_line, []).append(block)
    return {
        at
        for at, items in entries.items()
        if not is_call_list(items, words)
        and (items[0].line in led or any(CLOCK.search(item.text) for item in items))
    }


def _led_lists(section: Section, words: Vocabulary) -> dict[int, list[Item]]:
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
    return is_open and any(CLOCK.search(line.text) for line in block.lines)


def _sentences_with_hours(block: Paragraph) -> Iterator[Text]:
    """What is said before the sentence that only leads to the list."""
    for line in block.lines:
        told = [one for one in sentences(plain(line.text)) if not one.endswith((":", "："))]
        if any(CLOCK.search(one) for one in told):
            yield Text(" ".join(told), line.line)


def _lines_with_hours(block: Paragraph, words: Vocabulary) -> Iterator[Text]:
    whole = _is_a_list(block)
    for line in block.lines:
        is_timed = CLOCK.search(line.text) is not None and number_behind_name(line.text) is None
        if whole or (is_timed and not _is_only_notes(line.text, words)):
            yield Text(plain(line.text), line.line)


def _is_only_notes(text: str, words: Vocabulary) -> bool:
    """`We are in UTC. Handover is on Tuesday at 10:00.`: no clock in it is one of duty."""
    timed = [one for one in sentences(plain(text)) if CLOCK.search(one)]
    return all(words.talk.speaks_of(one, "notes") for one in timed)


def _is_a_list(block: Paragraph) -> bool:
    """`Weekdays 07:00-19:00: desk` above `All other times: engineer`: lines that each name a time
    and somebody."""
    labels = [label_of(line.text) for line in block.lines]
    named = all(label is not None and label.value for label in labels)
    return len(labels) > 1 and named and any(CLOCK.search(line.text) for line in block.lines)


def _entries(lines: Sequence[Text]) -> Iterator[str]:
    """A line that ends in a colon heads the deeper lines below it."""
    head = ""
    for line in lines:
        bare = line.text.strip(" -*\"'")
        if bare.endswith((":", "：")) and not CLOCK.search(bare):
            head = bare.rstrip(":：")
        elif head and line.text[:1].isspace():
            yield f"{head} {bare}"
        else:
            head = ""
            yield bare

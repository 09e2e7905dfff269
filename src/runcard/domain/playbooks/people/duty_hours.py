"""Who has duty when, in the document's own words: lists, fenced schedules, tables, sentences."""

from collections.abc import Callable, Iterator, Sequence
from typing import TypeGuard

from runcard.domain.playbooks.levels.mentions import speaks_of_levels
from runcard.domain.playbooks.model import Role, Text
from runcard.domain.playbooks.nouns.appendix import DutyHours, FencedBlock, FenceKind
from runcard.domain.playbooks.page.blocks import (
    Block,
    Fence,
    Item,
    Outline,
    Paragraph,
    Section,
    Table,
)
from runcard.domain.playbooks.people.duty_lines import (
    Kinds,
    heads_are_hours,
    led_lists,
    lines_of_hours,
    sentences_above,
    tells_when,
)
from runcard.domain.playbooks.people.duty_parts import lines_of_parts
from runcard.domain.playbooks.people.duty_zones import has_clock, zone_in
from runcard.domain.playbooks.people.hours_beside import FROM_TO
from runcard.domain.playbooks.people.rotas import hand_overs, rows_of_a_rota
from runcard.domain.playbooks.times.clauses import sentences
from runcard.domain.playbooks.topics import topics
from runcard.domain.playbooks.vocabulary import Vocabulary
from runcard.domain.playbooks.words import plain, untitled

ELSEWHERE = {
    "severity", "escalation", "triggers", "roles", "templates", "communication", "review", "drills",
    "runbooks", "process", "metrics", "war_room", "reference",
}  # fmt: skip
FEWEST = 2
MOST_LINES = 6
SHORTEST = 12
Lines = Callable[[Section], Sequence[Text]]


def duty_hours(
    page: Outline, fences: Sequence[FencedBlock], roles: Sequence[Role], words: Vocabulary
) -> DutyHours | None:
    """The first section about duty that holds hours, or weeks with names; else the first that says
    when duty changes hands; else hours of duty under any heading; else the parts of a rota."""
    kinds = {one.line: one.kind for one in fences}
    headed = _headed(page, {role.line for role in roles}, words)

    def stated(section: Section) -> Sequence[Text]:
        return _stated(section, kinds, words) or rows_of_a_rota(section, words)

    def parted(section: Section) -> Sequence[Text]:
        return lines_of_parts(section, words)

    def handed(section: Section) -> Sequence[Text]:
        return list(hand_overs(section, words))

    return (
        _first(page, headed, stated, words)
        or _watches(page, kinds, words)
        or _staffed(page, words)
        or _told(page, words)
        or _first(page, headed, handed, words)
        or _first(page, headed, parted, words)
    )


def _first(
    page: Outline, sections: Sequence[Section], lines_in: Lines, words: Vocabulary
) -> DutyHours | None:
    for section in sections:
        lines = lines_in(section)
        if lines:
            return _hours(page, section, lines, words)
    return None


def _headed(page: Outline, people: set[int], words: Vocabulary) -> list[Section]:
    """The sections about duty by their heading; the hours of one role are its own."""
    # The page's own title speaks of duty, too; what stands below it is mostly about the page.
    return [
        section
        for section in sorted(page.sections, key=lambda section: section.level == 1)
        if section.level >= 1 and section.line not in people
        if _is_of_duty(section, words) or _is_below_duty(page, section, words)
    ]


def _is_below_duty(page: Outline, section: Section, words: Vocabulary) -> bool:
    """`When am I on?` below `On-call`: a heading that is about nothing else."""
    if words.about(untitled(section.title)):
        return False
    return any(
        above.level >= FEWEST and _is_of_duty(above, words) for above in page.path(section)[:-1]
    )


def _is_of_duty(section: Section, words: Vocabulary) -> bool:
    """By a word for duty; or by one that may be about other hours, as `Schedule` and `Support
    hours` are, where somebody, a level or duty is spoken of below it."""
    title = untitled(section.title)
    about = words.about(title)
    if words.duty.speaks_of(title, "on_duty") and not about - {"oncall"}:
        return True
    kinds = words.duty.all(title) & {"loose", "hours_of", "part_of_week"}
    is_whole = words.headings.exactly(title) == "oncall"
    if "oncall" in about and ("loose" not in kinds or is_whole or _is_sure(title, words)):
        return True
    return bool(kinds) and _speaks_of_duty(section, words)


def _is_sure(title: str, words: Vocabulary) -> bool:
    """Whether one of its words for duty means nothing else."""
    said = [one.group() for one in words.headings.matches(title)]
    return any(
        "oncall" in words.headings.phrases[one] and "loose" not in words.duty.phrases.get(one, ())
        for one in said
    )


def _speaks_of_duty(section: Section, words: Vocabulary) -> bool:
    return any(_names_somebody(text, words) for text in _texts(section))


def _names_somebody(text: str, words: Vocabulary) -> bool:
    is_duty = bool(words.duty.all(text) & {"on_duty", "shift"})
    return is_duty or words.people.speaks_of(text, "agent") or speaks_of_levels(text, words)


def _texts(section: Section) -> Iterator[str]:
    for block in section.blocks:
        if isinstance(block, Fence):
            yield from block.lines
        elif isinstance(block, Paragraph | Item):
            yield from (line.text for line in block.lines)
        elif isinstance(block, Table):
            yield from (cell for row in block.rows for cell in row.cells)


def _stated(section: Section, kinds: Kinds, words: Vocabulary) -> Sequence[Text]:
    """The lines of hours, where one has a clock or a fence is a schedule by its form. Directly
    below the title of the page they are those of its trade, unless they speak of duty."""
    lines = list(lines_of_hours(section, kinds, words))
    if section.level == 1 and not any(_names_somebody(line.text, words) for line in lines):
        return ()
    if "roles" in words.about(untitled(section.title)):
        # `Roles and rota`: what somebody does is no hour of duty.
        timed = [line for line in lines if has_clock(line.text) or tells_when(line.text, words)]
        lines = timed or lines
    is_scheduled = any(
        (isinstance(block, Fence) and kinds.get(block.line) is FenceKind.SCHEDULE)
        or (isinstance(block, Table) and heads_are_hours(block))
        for block in section.blocks
    )
    return lines if is_scheduled or any(has_clock(line.text) for line in lines) else ()


def _watches(page: Outline, kinds: Kinds, words: Vocabulary) -> DutyHours | None:
    """Under any heading, a table or a list of hours from and to, where one is said to be duty."""
    for section in page.sections:
        is_told = section.level > 1 and "contacts" not in words.about(untitled(section.title))
        lines = list(lines_of_hours(section, kinds, words)) if is_told else []
        ranges = [line for line in lines if FROM_TO.search(line.text)]
        is_duty = any(_is_duty(line.text, words) for line in lines)
        is_most = len(ranges) >= FEWEST and 2 * len(ranges) >= len(lines)
        is_all = bool(ranges) and all(tells_when(line.text, words) for line in lines)
        if is_duty and (is_most or (is_all and len(lines) >= FEWEST)):
            return _hours(page, section, lines, words)
    return None


def _is_duty(text: str, words: Vocabulary) -> bool:
    return "oncall" in words.about(text) or words.duty.speaks_of(text, "on_duty")


def _staffed(page: Outline, words: Vocabulary) -> DutyHours | None:
    """Under any heading, days with hours from and to above a list of who has duty otherwise."""
    for section in page.sections:
        if section.level < FEWEST or topics(page, section, words) & ELSEWHERE:
            continue
        led = led_lists(section, words)
        for block in section.blocks if led else ():
            if block.line in led and _tells_days(block, words):
                entries = [Text(plain(item.text), item.line) for item in led[block.line]]
                lines = [*sentences_above(block), *entries]
                return _hours(page, section, lines, words)
    return None


def _tells_days(block: Block, words: Vocabulary) -> TypeGuard[Paragraph]:
    """`Monday to Friday 07:30-18:00 somebody is in. Outside these hours:`."""
    if not isinstance(block, Paragraph) or block.quote is not None:
        return False
    said = plain(" ".join(line.text for line in block.lines))
    return FROM_TO.search(said) is not None and words.people.speaks_of(said, "day")


def _told(page: Outline, words: Vocabulary) -> DutyHours | None:
    """Under any heading that is about nothing else, sentences that tell hours of duty."""
    for section in page.sections:
        if section.level < FEWEST or topics(page, section, words) & ELSEWHERE:
            continue
        for block in section.blocks:
            if isinstance(block, Paragraph) and (lines := _of_duty(block, words)):
                return _hours(page, section, lines, words)
    return None


def _of_duty(block: Paragraph, words: Vocabulary) -> Sequence[Text]:
    """What is said of duty and of a part of the week, where one sentence tells hours or a turn."""
    whole = " ".join(line.text for line in block.lines)
    if block.quote is not None or not words.duty.speaks_of(whole, "on_duty"):
        return ()
    told = [Text(one, line.line) for line in block.lines for one in sentences(plain(line.text))]
    said = [
        one
        for one in told
        if words.duty.speaks_of(one.text, "on_duty") and tells_when(one.text, words)
    ]
    if any(_tells_duty(one.text, words) for one in said):
        return said
    # `The desk is open 08:00-17:00 on weekdays. Outside of that somebody is on call.`
    days = [one for one in told if _tells_of_days(one.text, words)]
    return [one for one in told if one in days or one in said] if days and said else ()


def _tells_of_days(said: str, words: Vocabulary) -> bool:
    return FROM_TO.search(said) is not None and words.people.speaks_of(said, "day")


def _tells_duty(said: str, words: Vocabulary) -> bool:
    """Hours from and to, or a turn on some day at some hour."""
    is_turn = words.duty.speaks_of(said, "turn") and words.people.speaks_of(said, "day")
    return (is_turn and has_clock(said)) or FROM_TO.search(said) is not None


def _hours(page: Outline, section: Section, lines: Sequence[Text], words: Vocabulary) -> DutyHours:
    entries = tuple(_entries(lines))
    zone = zone_in(page, section, words)
    return DutyHours(section.line, lines[0].line, _end_of(lines[-1], page), entries, zone)


def _end_of(said: Text, page: Outline) -> int:
    """The line on which a sentence ends that was broken over several."""
    told = plain(page.lines[said.line - 1])
    for line in range(said.line + 1, min(said.line + MOST_LINES, len(page.lines)) + 1):
        if said.text in told or said.text[:SHORTEST] not in told:
            break
        told = f"{told} {plain(page.lines[line - 1])}"
        if said.text in told:
            return line
    return said.line


def _entries(lines: Sequence[Text]) -> Iterator[str]:
    """A line that ends in a colon heads the deeper lines below it."""
    head = ""
    for line in lines:
        bare = line.text.strip(" -*\"'")
        if bare.endswith((":", "：")) and not has_clock(bare):
            head = bare.rstrip(":：")
        elif head and line.text[:1].isspace():
            yield f"{head} {bare}"
        else:
            head = ""
            yield bare

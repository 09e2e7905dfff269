"""What a page asks to be done, line by line: commands, instructions by hand, prose."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from runcard.domain.commands.classify import Bench
from runcard.domain.commands.flatten import variables_of
from runcard.domain.commands.judge import prepare
from runcard.domain.commands.line_by_line import Block
from runcard.domain.commands.model import Kind, Record
from runcard.domain.commands.parameters import marked
from runcard.domain.commands.ports import Tree
from runcard.domain.commands.records import records_of
from runcard.domain.commands.spelling import spelled_plainly
from runcard.domain.commands.untagged import Form, form_of, is_command
from runcard.domain.playbooks.calls import calls_in
from runcard.domain.playbooks.lexicon import Lexicon
from runcard.domain.playbooks.page.blocks import (
    Fence,
    Item,
    Outline,
    Paragraph,
    Row,
    Section,
    Table,
)
from runcard.domain.playbooks.page.prohibitions import CODE, codes_to_run

TOOL = re.compile(r"[a-z][a-z0-9_-]+ [\w-]")


@dataclass(frozen=True, slots=True)
class Instruction:
    """One record of a page, with its headings and the variables that were set above it."""

    record: Record
    section: tuple[str, ...] = ()
    known: frozenset[str] = frozenset()


def instructions(page: Outline, bench: Bench, orders: Lexicon) -> list[Instruction]:
    """Everything a reader of the page would do, in the order of its lines; what a sentence forbids
    to run, by the words of `orders`, is no part of it."""
    _read_together(page, bench)
    fenced = [
        instruction
        for section, fence in _fences(page)
        for instruction in _in_fence(page, section, fence, bench)
    ]
    spoken = _programs_of(page, fenced, bench)
    told = [
        Instruction(Record(line, line, code, Kind.COMMAND), _path(page, section))
        for section in page.sections
        for block in section.blocks
        for line, text in _running_text(block)
        for code in codes_to_run(text, orders)
        if len(code.split()) > 1 and (is_command(code, bench) or code.split()[0] in spoken)
    ]
    return sorted([*fenced, *told], key=lambda instruction: instruction.record.line)


def _fences(page: Outline) -> Iterator[tuple[Section, Fence]]:
    for section in page.sections:
        yield from ((section, block) for block in section.blocks if isinstance(block, Fence))


def _programs_of(page: Outline, fenced: Sequence[Instruction], bench: Bench) -> frozenset[str]:
    """What begins a command in a sentence of this page: the programs that its fences run, however
    little is known of them, and where they speak to a device the words of its lines."""
    tables = bench.tables
    shell = (one.record for one in fenced if one.record.kind is Kind.COMMAND)
    run = {
        call.program
        for record in shell
        if record.language == "shell"
        for call in calls_in(record.text)
    }
    sessions = (
        form_of(_lines(page, fence), bench) is Form.SESSION
        for _, fence in _fences(page)
        if not fence.lang
    )
    of_devices = tables.device_lines if any(sessions) else frozenset()
    named = run | _tools_of_the_house(page)
    return frozenset(named - tables.everyday - tables.unnamed) | of_devices


def _tools_of_the_house(page: Outline) -> set[str]:
    """The words with which several pieces of code in sentences begin, one of them with an option:
    `tide gates list`, `tide gates shut --now`."""
    codes = {
        code
        for section in page.sections
        for block in section.blocks
        for _, text in _running_text(block)
        for code in CODE.findall(text)
        if TOOL.match(code)
    }
    times = Counter(code.split(" ")[0] for code in codes)
    with_options = {code.split(" ")[0] for code in codes if " --" in code}
    return {name for name in with_options if times[name] > 1}


def _read_together(page: Outline, bench: Bench) -> None:
    """Let the parser see all of the page in few processes, before each piece is looked at."""
    blocks = [block for section in page.sections for block in section.blocks]
    fences = ["\n".join(_lines(page, block)) for block in blocks if isinstance(block, Fence)]
    codes = [
        code
        for block in blocks
        for _, text in _running_text(block)
        for code in CODE.findall(text)
        if bench.tables.find(code.split(" ")[0], "")[0] is not None
    ]
    prepare([*fences, *codes], bench)


def _lines(page: Outline, fence: Fence) -> tuple[str, ...]:
    """As they stand in the document, without the delimiters."""
    return page.lines[fence.line : fence.end - 1]


def _in_fence(page: Outline, section: Section, fence: Fence, bench: Bench) -> Iterator[Instruction]:
    records = records_of(Block(_lines(page, fence), fence.line + 1, fence.lang), bench)
    yield from _in_a_session(records, _path(page, section), bench)


def _path(page: Outline, section: Section) -> tuple[str, ...]:
    """The headings above, the outermost of the page left out."""
    return tuple(above.title for above in reversed(page.path(section)) if above.level > 1)


def _running_text(block: object) -> Iterator[tuple[int, str]]:
    if isinstance(block, Paragraph | Item):
        yield from ((text.line, text.text) for text in block.lines)
    elif isinstance(block, Table):
        for row in (block.head, *block.rows):
            yield from ((row.line, cell) for cell in _cells(row))


def _cells(row: Row) -> tuple[str, ...]:
    return (*row.cells, *row.bullets)


def _in_a_session(
    records: list[Record], path: tuple[str, ...], bench: Bench
) -> Iterator[Instruction]:
    """What a command sets holds for those below it in the same block."""
    known: frozenset[str] = frozenset()
    prepare([record.text for record in records], bench)
    for record in records:
        yield Instruction(record, path, known)
        if record.kind is Kind.COMMAND and record.language == "shell":
            parsed = bench.parse(marked(spelled_plainly(record.text)).text)
            if isinstance(parsed, Tree):
                known |= variables_of(parsed.root).assigned

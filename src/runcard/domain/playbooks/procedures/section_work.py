"""What is done directly below a heading: steps, commands, changes."""

from collections.abc import Mapping

from runcard.domain.playbooks.nouns.appendix import FencedBlock, FenceKind
from runcard.domain.playbooks.page.blocks import Fence, Outline, Section, items, tables
from runcard.domain.playbooks.procedures.fences import commands_in
from runcard.domain.playbooks.procedures.runbook_titles import opens_details
from runcard.domain.playbooks.procedures.step_tables import step_rows
from runcard.domain.playbooks.procedures.verifications import is_look
from runcard.domain.playbooks.vocabulary import Vocabulary

RUN = {FenceKind.COMMANDS, FenceKind.SQL}
FEWEST = 2
Marked = Mapping[int, FencedBlock]


def runs(section: Section, fences: Marked) -> bool:
    """Whether commands stand directly below the heading."""
    return any(
        isinstance(block, Fence) and block.line in fences and fences[block.line].kind in RUN
        for block in section.blocks
    )


def has_steps(section: Section, *, numbered: bool = True) -> bool:
    """Two entries at least, by number or, where that is not asked, of any list."""
    return sum(1 for item in items(section) if item.numbered or not numbered) >= FEWEST


def has_rows_of_steps(section: Section, words: Vocabulary) -> bool:
    return any(step_rows(table, words) for table in tables(section))


def is_folded(section: Section) -> bool:
    """`<details>` around numbered steps, and nothing before it."""
    blocks = section.blocks
    return bool(blocks) and opens_details(blocks[0]) and has_steps(section)


def changes(page: Outline, section: Section, fences: Marked, words: Vocabulary) -> bool:
    """Whether a command of the section does more than look."""
    return any(
        not is_look(command.text, words)
        for part in page.under(section)
        for block in part.blocks
        if isinstance(block, Fence) and block.line in fences
        if fences[block.line].kind in RUN
        for command in commands_in(block, fences[block.line].kind)
    )

"""Troubles by name below a heading that may as well be about the course of all incidents, or only
list their kinds: `Response procedures` above `Wheel broken` and `Lost keys`."""

from collections.abc import Sequence
from itertools import chain

from runcard.domain.playbooks.page.blocks import (
    Block,
    Item,
    Outline,
    Paragraph,
    Section,
    Table,
    label_of,
)
from runcard.domain.playbooks.procedures.numbered_troubles import (
    ELSEWHERE,
    is_free,
    is_kind_of_trouble,
)
from runcard.domain.playbooks.procedures.own_labels import is_told_to_do
from runcard.domain.playbooks.procedures.part_names import part_name
from runcard.domain.playbooks.procedures.phase_words import is_process
from runcard.domain.playbooks.procedures.step_codes import is_coded
from runcard.domain.playbooks.procedures.step_tables import part_rows, step_rows
from runcard.domain.playbooks.times.clauses import sentences
from runcard.domain.playbooks.topics import topics
from runcard.domain.playbooks.vocabulary import Vocabulary
from runcard.domain.playbooks.words import plain, untitled

FEWEST = 2
CHAPTER = 2


def named_cases(page: Outline, words: Vocabulary) -> frozenset[int]:
    """The places of neighbours most of which, two at least, name a trouble, the others nothing
    that is known; something is done in each, and none is a step of a course."""
    rows = (_row(page, one, words) for one in page.sections if may_list_cases(page, one, words))
    return frozenset(one.index for one in chain.from_iterable(rows))


def may_list_cases(page: Outline, section: Section, words: Vocabulary) -> bool:
    """`Response procedures`, `What to do when`, `Types of incidents`, `Troubleshooting`."""
    if section.level < CHAPTER or topics(page, section, words) & ELSEWHERE:
        return False
    title = untitled(section.title)
    is_of_kinds = words.works.exactly(title) == "kinds"
    return is_process(section, words) or is_of_kinds or part_name(title, words) == "diagnosis"


def _row(page: Outline, chapter: Section, words: Vocabulary) -> Sequence[Section]:
    beside = page.children(chapter)
    told = [one for one in beside if is_kind_of_trouble(one, words)]
    if len(told) < FEWEST or 2 * len(told) <= len(beside):
        return ()
    named = {one.index for one in told}
    are_free = all(one.index in named or is_free(one, words) for one in beside)
    are_worked = all(_is_worked(page, one, words) for one in beside)
    are_steps = any(is_coded(one.title, words) for one in beside)
    return beside if are_free and are_worked and not are_steps else ()


def _is_worked(page: Outline, section: Section, words: Vocabulary) -> bool:
    blocks = (block for one in page.under(section) for block in one.blocks)
    return any(_does_something(block, words) for block in blocks)


def _does_something(block: Block, words: Vocabulary) -> bool:
    """Steps, commands, rows of steps, or a sentence that begins or ends with something to do."""
    if isinstance(block, Table):
        return bool(step_rows(block, words) or part_rows(block, words))
    if is_told_to_do(block) or not isinstance(block, Item | Paragraph):
        return is_told_to_do(block)
    return any(_is_order(said, words) for line in block.lines for said in _said_in(line.text))


def _said_in(line: str) -> Sequence[str]:
    label = label_of(line)
    said = label.value if label is not None and label.value else line
    return list(sentences(plain(said)))


def _is_order(said: str, words: Vocabulary) -> bool:
    bare = said.strip(" ;,.；，、。")
    found = [*words.acts.matches(bare), *words.checks.matches(bare), *words.meanings.matches(bare)]
    return " " in bare and any(one.start() == 0 or one.end() == len(bare) for one in found)

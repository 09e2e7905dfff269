"""Recovery times that a chapter of its own gives to runbooks, by their names."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from runcard.domain.playbooks.model import Runbook, Text
from runcard.domain.playbooks.page.blocks import Item, Outline, Section, Table, label_of
from runcard.domain.playbooks.procedures.objectives import times_in
from runcard.domain.playbooks.procedures.step_codes import without_code
from runcard.domain.playbooks.times.grammar import read_time
from runcard.domain.playbooks.vocabulary import Vocabulary
from runcard.domain.playbooks.words import folded, trailing_parenthesis, untitled, without_emoji

RTO = "RTO"
LOSSES = {"rpo", "lost"}
Targets = Mapping[str, Sequence[Text]]


def with_targets(
    runbooks: Sequence[Runbook], page: Outline, words: Vocabulary
) -> tuple[Runbook, ...]:
    """The same runbooks; one that states no time itself has those stated beside its name."""
    targets = _targets(page, words)
    return tuple(
        one if one.rto or one.rpo else _with_times(one, targets, words) for one in runbooks
    )


def _with_times(runbook: Runbook, targets: Targets, words: Vocabulary) -> Runbook:
    rto, rpo = times_in(targets.get(_name(runbook.title), ()), words)
    return replace(runbook, rto=rto, rpo=rpo)


def _targets(page: Outline, words: Vocabulary) -> Targets:
    """Everything that tables and lists state of something by its name."""
    found: dict[str, list[Text]] = {}
    for section in page.sections:
        for name, statement in _stated(section, words):
            found.setdefault(_name(name), []).append(statement)
    return found


def _stated(section: Section, words: Vocabulary) -> Iterator[tuple[str, Text]]:
    for block in section.blocks:
        if isinstance(block, Table):
            heads = _heads(block, words)
            for row in block.rows:
                for head, cell in list(zip(heads, row.cells, strict=False))[1:]:
                    yield row.cells[0], Text(f"{head}: {cell}", row.line)
        elif isinstance(block, Item):
            label = label_of(block.text)
            if label is not None and label.value:
                yield label.name, Text(label.value, block.line)


def _heads(table: Table, words: Vocabulary) -> Sequence[str]:
    """Where one column says what may be lost, the only other that holds times, under a name of its
    own, says how soon it is back."""
    heads = table.head.cells
    if not any(words.objectives.all(head) & LOSSES for head in heads[1:]):
        return heads
    own = [at for at, head in enumerate(heads) if at and _is_unknown(head, words)]
    timed = [at for at in own if _holds_times(table, at, words)]
    return [RTO if [at] == timed else head for at, head in enumerate(heads)]


def _is_unknown(head: str, words: Vocabulary) -> bool:
    return not words.objectives.all(head) and words.labels.exactly(head) in {None, "resolution"}


def _holds_times(table: Table, at: int, words: Vocabulary) -> bool:
    cells = [(row.cells[at], row.line) for row in table.rows if at < len(row.cells)]
    return all(read_time(cell, line, words) is not None for cell, line in cells)


def _name(title: str) -> str:
    """`Runbook 2: Disk full (P1)` and `Disk full` are one name."""
    bare = trailing_parenthesis(without_code(without_emoji(untitled(title))))[0]
    return folded(bare).strip()

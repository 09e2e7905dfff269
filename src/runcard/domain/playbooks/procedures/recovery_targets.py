"""Recovery times that a chapter of its own gives to runbooks, by their names."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from runcard.domain.playbooks.model import Runbook, Text
from runcard.domain.playbooks.page.blocks import Item, Outline, Section, Table, label_of
from runcard.domain.playbooks.procedures.objectives import times_in
from runcard.domain.playbooks.procedures.step_codes import without_code
from runcard.domain.playbooks.vocabulary import Vocabulary
from runcard.domain.playbooks.words import folded, trailing_parenthesis, untitled, without_emoji

Targets = Mapping[str, Sequence[Text]]


def with_targets(
    runbooks: Sequence[Runbook], page: Outline, words: Vocabulary
) -> tuple[Runbook, ...]:
    """The same runbooks; one that states no time itself has those stated beside its name."""
    targets = _targets(page)
    return tuple(
        one if one.rto or one.rpo else _with_times(one, targets, words) for one in runbooks
    )


def _with_times(runbook: Runbook, targets: Targets, words: Vocabulary) -> Runbook:
    rto, rpo = times_in(targets.get(_name(runbook.title), ()), words)
    return replace(runbook, rto=rto, rpo=rpo)


def _targets(page: Outline) -> Targets:
    """Everything that tables and lists state of something by its name."""
    found: dict[str, list[Text]] = {}
    for section in page.sections:
        for name, statement in _stated(section):
            found.setdefault(_name(name), []).append(statement)
    return found


def _stated(section: Section) -> Iterator[tuple[str, Text]]:
    for block in section.blocks:
        if isinstance(block, Table):
            for row in block.rows:
                for head, cell in list(zip(block.head.cells, row.cells, strict=False))[1:]:
                    yield row.cells[0], Text(f"{head}: {cell}", row.line)
        elif isinstance(block, Item):
            label = label_of(block.text)
            if label is not None and label.value:
                yield label.name, Text(label.value, block.line)


def _name(title: str) -> str:
    """`Runbook 2: Disk full (P1)` and `Disk full` are one name."""
    bare = trailing_parenthesis(without_code(without_emoji(untitled(title))))[0]
    return folded(bare).strip()

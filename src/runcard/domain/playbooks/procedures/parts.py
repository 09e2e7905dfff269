"""The parts of a runbook: what stands under each heading or label, counted."""

from collections.abc import Sequence
from dataclasses import replace

from runcard.domain.playbooks.model import Text
from runcard.domain.playbooks.nouns.procedures import Part
from runcard.domain.playbooks.page.blocks import (
    Block,
    Fence,
    Item,
    Label,
    Outline,
    Paragraph,
    Section,
    Table,
    label_of,
)
from runcard.domain.playbooks.procedures.asked import unasked
from runcard.domain.playbooks.procedures.conditions import only_case, says_if
from runcard.domain.playbooks.procedures.own_labels import (
    STOPS,
    are_above_fences,
    are_plain_titles,
    are_plainly_told,
    bare_label,
    below_each,
    ends_in_a_part,
    is_above_a_label,
    is_above_steps,
    is_above_work,
    is_alone_above,
    is_lead,
    is_plain_title,
    runs_on,
    stands_above,
)
from runcard.domain.playbooks.procedures.own_labels import is_work as is_work_next
from runcard.domain.playbooks.procedures.part_drafts import is_kept, part_from
from runcard.domain.playbooks.procedures.part_names import (
    REPAIRS,
    is_beside,
    is_only_above_parts,
    own_name,
    part_name,
    part_named,
    parts_in_lists,
)
from runcard.domain.playbooks.procedures.part_walk import Fences, Walk
from runcard.domain.playbooks.procedures.rating_labels import is_aside
from runcard.domain.playbooks.procedures.second_looks import looks_behind_repair
from runcard.domain.playbooks.procedures.signs import IsSign, is_symptoms, is_work
from runcard.domain.playbooks.procedures.step_codes import is_coded
from runcard.domain.playbooks.procedures.step_tables import is_of_steps, part_rows, step_rows
from runcard.domain.playbooks.procedures.titles_of_parts import without_its_name
from runcard.domain.playbooks.procedures.told_parts import lists_of_parts, take_told
from runcard.domain.playbooks.procedures.told_signs import shown_above
from runcard.domain.playbooks.vocabulary import Vocabulary
from runcard.domain.playbooks.words import untitled

# Objectives that are told in a list of their own: `Notes` below the repair are no steps of it.
TOLD = {"impact", "note"}
LOOK_AHEAD = 5


def parts_of(
    page: Outline, section: Section, known: tuple[Fences, IsSign], words: Vocabulary
) -> tuple[Part, ...]:
    """The parts in the order in which they begin; a heading of the document's own above a mere
    message is none."""
    fences, is_sign = known
    walk = Walk(is_sign=is_sign, fences=fences, only_case=only_case(section, words))
    if is_sign is not is_symptoms:
        walk.shown = frozenset(one.list_line for one in shown_above(section, words))
    for under in without_its_name(section, page.under(section)):
        if under.index != section.index:
            _enter(walk, under, words)
        if is_only_above_parts(page, under, words):
            walk.name = None
            walk.drafts = {name: one for name, one in walk.drafts.items() if one.line != under.line}
        walk.lists = parts_in_lists(under.blocks, words)
        walk.told = lists_of_parts(under.blocks, words)
        walk.is_plainly_titled = are_plain_titles(under.blocks, words)
        walk.are_above_fences = are_above_fences(under.blocks, words)
        walk.is_plainly_told = are_plainly_told(under.blocks, words)
        for at, block in enumerate(under.blocks):
            _take(walk, block, under.blocks[at + 1 : at + LOOK_AHEAD], words)
        if ends_in_a_part(under, words):
            walk.depth = under.level
    return tuple(part_from(draft) for draft in walk.drafts.values() if is_kept(draft))


def _enter(walk: Walk, under: Section, words: Vocabulary) -> None:
    """A heading inside the runbook: a part, the symptoms, or a step within the open part; below one
    about escalation, `- **Immediately:** the lead` is a rung."""
    walk.in_rungs = "escalation" in words.about(untitled(under.title))
    if _begins_signs(walk, under.title, under.blocks, words):
        walk.in_symptoms, walk.name = True, None
        walk.depth = under.level
        return
    walk.in_symptoms = walk.is_counted = walk.is_in_steps = walk.has_ways = False
    name = part_named(under.title, words)
    if _is_after_repair(walk, name, untitled(under.title), words):
        name = "verification"
    walk.is_inside = walk.name is not None and under.level > walk.depth > 0
    if name is None and walk.is_inside:
        return
    if words.objectives.exactly(unasked(untitled(under.title))) not in {None, *TOLD}:
        return
    walk.open(name or own_name(under.title, words), under.line)
    walk.depth, walk.is_inside = under.level, True


def _begins_signs(walk: Walk, name: str, following: Sequence[Block], words: Vocabulary) -> bool:
    """What is only shown below `Symptoms` is a sign; below `Detection` it is a part of its own."""
    return walk.is_sign(name, words) and not is_work(following, name, words)


def _take(walk: Walk, block: Block, following: tuple[Block, ...], words: Vocabulary) -> None:
    if isinstance(block, Paragraph):
        for line, below in zip(block.lines, below_each(block, following), strict=True):
            _read_label(walk, line.text, line.line, (below, words))
    elif isinstance(block, Fence):
        walk.count_fence(block)
    elif isinstance(block, Table):
        _take_rows(walk, block, words)
    else:
        _take_item(walk, block, following, words)


def _take_item(walk: Walk, item: Item, following: tuple[Block, ...], words: Vocabulary) -> None:
    if item.depth == 1 and item.list_line in walk.told:
        _take_told(walk, item, words)
        return
    if not _is_label(walk, item, following, words):
        walk.count_item(item)
    _read_labels_behind(walk, item, (following, words))


def _take_told(walk: Walk, item: Item, words: Vocabulary) -> None:
    label = label_of(item.text)
    name = part_name(label.name, words) if label is not None else None
    if label is not None and _is_after_repair(walk, name, label.name, words):
        name = "verification"
    take_told(walk, item, name, words)


def _take_rows(walk: Walk, table: Table, words: Vocabulary) -> None:
    """Rows named by parts are steps of them below a head that says so, else only their place."""
    for name, row in part_rows(table, words):
        walk.open(name, row.line)
        walk.count_rows([row] if is_of_steps(table, words) else ())
    walk.count_rows(step_rows(table, words))


def _read_labels_behind(walk: Walk, item: Item, rest: tuple[tuple[Block, ...], Vocabulary]) -> None:
    """`**Fix**` on a line of its own directly below an entry, where a blank line was forgotten."""
    for line in item.lines[1:]:
        label = label_of(line.text)
        if label is not None and label.stands_alone:
            _read_label(walk, line.text, line.line, rest)


def _is_label(walk: Walk, item: Item, following: tuple[Block, ...], words: Vocabulary) -> bool:
    """`- **Fix**:` above nested entries names a part; it is no work itself. A number in front
    counts steps, unless all of its list are such names."""
    label = label_of(item.text) if item.depth == 1 else None
    if label is None or not label.bold or walk.in_rungs:
        return False
    if item.list_line in walk.lists and not label.value:
        if is_symptoms(label.name, words):
            walk.in_symptoms, walk.name = True, None
        else:
            walk.open(part_name(label.name, words) or own_name(label.name, words), item.line)
        return True
    if item.numbered:
        return False
    known = (
        _begins_signs(walk, label.name, following, words)
        or part_name(label.name, words) is not None
    )
    if not known and walk.are_above_fences and is_alone_above(item, following):
        walk.open(own_name(label.name, words), item.line)
        return True
    if known:
        _read_label(walk, item.text, item.line, (following, words))
    return known or is_aside(label.name, words) or is_beside(item, words)


def _read_label(
    walk: Walk, text: str, line: int, rest: tuple[tuple[Block, ...], Vocabulary]
) -> None:
    following, words = rest
    label = label_of(text) or bare_label(text, following, words)
    if label is None:
        return
    if walk.is_plainly_titled and is_plain_title(text) and is_work_next(following):
        label = replace(label, bold=True)
    is_sign = (
        walk.is_sign(label.name, words)
        if label.value
        else _begins_signs(walk, label.name, following, words)
    )
    if walk.is_plainly_told and label.value and part_name(label.name, words) is not None:
        label = replace(label, bold=True)
    if not label.bold and label.value and not is_sign:
        return
    if is_sign:
        walk.in_symptoms, walk.name = not label.value, None
        return
    if not is_aside(label.name, words):
        _open_named(walk, (label, Text(text, line)), rest)


def _open_named(
    walk: Walk, said: tuple[Label, Text], rest: tuple[tuple[Block, ...], Vocabulary]
) -> None:
    """The part a label names, by a word that is known or by one of the document's own."""
    (label, line), (following, words) = said, rest
    name = part_name(label.name, words)
    if _is_after_repair(walk, name, label.name, words):
        name = "verification"
    own = own_name(label.name, words)
    if line.line == walk.only_case or _is_within(walk, label, name, words):
        return
    walk.is_counted = is_coded(label.name, words)
    counts = label.stands_alone and not walk.is_counted and is_above_steps(following, words)
    walk.has_ways = name in REPAIRS and not counts and is_above_a_label(label, following)
    name = None if walk.is_counted and label.bold else name
    if runs_on(line.text, label) and not (name and label.name.endswith(STOPS)):
        is_own = name is None and not walk.is_inside
        if is_own and is_lead(line.text, label, following):
            walk.open(own, line.line)
    elif name is not None and (label.bold or is_above_work(following)):
        walk.open(name, line.line)
    elif (
        name is None
        and label.bold
        and not walk.is_inside
        and (walk.is_counted or counts or stands_above(label, line.text, following))
    ):
        walk.open(own, line.line)
    walk.is_in_steps |= counts


def _is_within(walk: Walk, label: Label, name: str | None, words: Vocabulary) -> bool:
    """A case of a step that counts itself, a step of the part above, or a way of a repair."""
    is_way = walk.has_ways and label.bold and (name is None or name in REPAIRS)
    is_case = is_way or (walk.is_counted and says_if(label.name, words))
    return walk.is_in_steps if is_coded(label.name, words) else is_case


def _is_after_repair(walk: Walk, name: str | None, title: str, words: Vocabulary) -> bool:
    return not REPAIRS.isdisjoint(walk.drafts) and looks_behind_repair(name, title, words)

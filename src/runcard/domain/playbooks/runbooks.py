"""Runbooks: one failure each, by what users or machines notice."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from runcard.domain.playbooks.appendix import FencedBlock
from runcard.domain.playbooks.blocks import (
    Block,
    Fence,
    Item,
    Outline,
    Paragraph,
    Section,
    items,
    label_of,
    prose,
)
from runcard.domain.playbooks.identity import title_of
from runcard.domain.playbooks.levels import level_head
from runcard.domain.playbooks.model import Runbook, Text
from runcard.domain.playbooks.objectives import condition_of, impact_of, note_of, recovery_times
from runcard.domain.playbooks.parts import is_symptoms, part_name, parts_of
from runcard.domain.playbooks.procedures import RunbookKind, SymptomForm
from runcard.domain.playbooks.verifications import verification_of
from runcard.domain.playbooks.vocabulary import Vocabulary
from runcard.domain.playbooks.words import plain, untitled, without_emoji

NOT_RUNBOOKS = {"severity", "contacts", "roles", "templates", "review", "process", "reference"}
LISTED_ELSEWHERE = {"severity", "contacts", "roles", "templates"}
NOT_ABOVE = {"process", "templates", "review", "severity", "roles", "contacts", "reference"}
SCENARIO = re.compile(r"^([^\W\d_]+)[\s-]*(?:\d+|[A-Z]\b)")
KNOWN_PARTS = {"diagnosis", "immediate", "mitigation", "recovery", "verification"}


Marked = Mapping[int, FencedBlock]


def runbooks_of(page: Outline, fences: Marked, words: Vocabulary) -> tuple[Runbook, ...]:
    """Sections under a heading for runbooks, scenarios by name, and sections with symptoms."""
    found = [section for section in page.sections if _is_runbook(page, section, words)]
    if not found:
        return _whole_document(page, fences, words)
    return tuple(_runbook(page, section, fences, words) for section in found)


def _runbook(page: Outline, section: Section, fences: Marked, words: Vocabulary) -> Runbook:
    symptoms, form = symptoms_of(page, section, words)
    parts = parts_of(page, section, fences, words)
    under = page.under(section)
    own = {
        block.line: (block, fences[block.line])
        for part in under
        for block in part.blocks
        if isinstance(block, Fence) and block.line in fences
    }
    severity = _severity(section, words)
    rto, rpo = recovery_times(page, section, words)
    return Runbook(
        untitled(section.title),
        section.line,
        symptoms,
        severity.text if severity else None,
        severity.line if severity else None,
        end_line=under[-1].end,
        kind=_kind(page, section, symptoms, words),
        symptom_form=form,
        parts=parts,
        rto=rto,
        rpo=rpo,
        impact=impact_of(page, section, words),
        verification=verification_of(parts, own, words),
        checklist=sum(1 for one in under for item in items(one) if item.box),
        condition=condition_of(section, min(own, default=None), words),
        note=note_of(page, section, words),
    )


def _kind(
    page: Outline, section: Section, symptoms: Sequence[Text], words: Vocabulary
) -> RunbookKind:
    """A restore, restart or roll-back by its own name, or by the heading above it."""
    above = page.sections[section.parent].title if section.parent is not None else ""
    restores = words.process.speaks_of(untitled(section.title), "restore")
    listed = words.process.speaks_of(untitled(above), "restore")
    return RunbookKind.PROCEDURE if (restores or listed) and not symptoms else RunbookKind.RUNBOOK


def _whole_document(page: Outline, fences: Marked, words: Vocabulary) -> tuple[Runbook, ...]:
    """A page that is one runbook: its sections are named like the parts of one."""
    named = [one for one in page.sections if one.level == 2 and part_name(one.title, words)]
    title, line = title_of(page)
    if len({part_name(one.title, words) for one in named}) < 2 or title is None:
        return ()
    root = next((one for one in page.sections if one.line == line and one.level == 1), None)
    section = root or page.sections[0]
    if not any(part_name(one.title, words) == "diagnosis" for one in named):
        return ()
    made = _runbook(page, section, fences, words)
    kept = tuple(part for part in made.parts if part.name in KNOWN_PARTS)
    return (replace(made, title=untitled(title), line=line or 1, parts=kept),)


def _is_runbook(page: Outline, section: Section, words: Vocabulary) -> bool:
    if section.level < 2 or section.parent is None:
        return False
    title = untitled(section.title)
    own = words.about(title)
    if _is_scenario(title, words):
        return True
    if is_symptoms(title, words) or own & {"runbooks"} or _is_part(title, words):
        return False
    parent = page.sections[section.parent]
    above = words.about(untitled(parent.title))
    listed = "runbooks" in above and parent.level > 1 and not above & NOT_RUNBOOKS
    if listed:
        return not own & LISTED_ELSEWHERE or _has_symptoms(page, section, words)
    if own & NOT_RUNBOOKS or above & NOT_ABOVE:
        return False
    if _is_case(section, words):
        return True
    return _has_symptoms(page, section, words) or _has_parts(section, words)


def _is_case(section: Section, words: Vocabulary) -> bool:
    """`If the freezer alarm rings`, with what to do then."""
    said = words.talk.matches(untitled(section.title))
    starts = any(one.start() == 0 and "if" in words.talk.phrases[one.group()] for one in said)
    return starts and bool(items(section)) and "triggers" not in words.about(section.title)


def _is_part(title: str, words: Vocabulary) -> bool:
    return words.process.exactly(title) is not None or words.parts.exactly(title) is not None


def _is_scenario(title: str, words: Vocabulary) -> bool:
    """`Scenario 1 – …`, `Card B: …`, `Playbook A: …`."""
    found = SCENARIO.match(without_emoji(title))
    return found is not None and words.process.exactly(found.group(1)) == "scenario"


def _has_symptoms(page: Outline, section: Section, words: Vocabulary) -> bool:
    """Directly below it, so that the whole document is not one."""
    if section.level == 2:
        return bool(symptoms_of(page, replace(section, index=section.index), words)[0]) and not any(
            is_symptoms(child.title, words) for child in page.children(section)
        )
    return bool(symptoms_of(page, section, words)[0])


def _has_parts(section: Section, words: Vocabulary) -> bool:
    """Two labels of parts with work below them: a diagnosis and a fix make a runbook."""
    found: set[str] = set()
    name: str | None = None
    for block in section.blocks:
        if isinstance(block, Item | Fence):
            found |= {name} if name else set()
        elif isinstance(block, Paragraph):
            label = label_of(block.lines[-1].text)
            named = part_name(label.name, words) if label and not label.value else None
            is_new = label is not None and label.bold
            name = named or (None if is_new else name)
    return len(found) >= 2


def symptoms_of(
    page: Outline, section: Section, words: Vocabulary
) -> tuple[tuple[Text, ...], SymptomForm | None]:
    """Bullets under a Symptoms heading or label, or the sentence behind the label."""
    for child in page.children(section):
        if is_symptoms(child.title, words):
            return _listed_or_said(child.blocks)
    for at, block in enumerate(section.blocks):
        if isinstance(block, Paragraph) or (isinstance(block, Item) and block.depth == 1):
            found = _labelled_symptoms(block, (section.blocks, at), words)
            if found is not None:
                return found
    return (), None


def _labelled_symptoms(
    block: Paragraph | Item, place: tuple[Sequence[Block], int], words: Vocabulary
) -> tuple[tuple[Text, ...], SymptomForm | None] | None:
    blocks, at = place
    for line in block.lines:
        label = label_of(line.text)
        name = label.name if label else plain(line.text)
        if is_symptoms(name, words) and (label is not None or _is_listed(blocks[at + 1 : at + 2])):
            if label is not None and label.value:
                return (Text(label.value, line.line),), SymptomForm.SENTENCE
            return _listed_or_said(_nested(block, blocks[at + 1 :]))
    return None


def _is_listed(following: Sequence[Block]) -> bool:
    return bool(following) and isinstance(following[0], Item)


def _nested(block: Paragraph | Item, following: Sequence[Block]) -> Sequence[Block]:
    """Below an entry, only what is nested in it."""
    if isinstance(block, Paragraph):
        return following
    found: list[Block] = []
    for other in following:
        if not isinstance(other, Item) or other.depth <= block.depth:
            break
        found.append(other)
    return found


def _listed_or_said(
    blocks: Sequence[Block],
) -> tuple[tuple[Text, ...], SymptomForm | None]:
    """A list, else the sentence that stands there."""
    found = _bullets(blocks)
    if found:
        return found, SymptomForm.BULLETS
    first = blocks[0] if blocks else None
    if isinstance(first, Paragraph):
        return (Text(plain(first.lines[0].text), first.line),), SymptomForm.SENTENCE
    return (), None


def _bullets(blocks: Sequence[Block]) -> tuple[Text, ...]:
    """The list that follows at once."""
    return tuple(_leading(blocks))


def _leading(blocks: Sequence[Block]) -> Iterator[Text]:
    for block in blocks:
        if not isinstance(block, Item):
            return
        yield Text(plain(block.text), block.line)


def _severity(section: Section, words: Vocabulary) -> Text | None:
    """The level a runbook states for itself: `**Severity**: High`."""
    for line in prose(section):
        label = label_of(plain(line.text).strip("* "))
        if label is not None and words.labels.exactly(label.name) == "key":
            first = label.value.split(",")[0].split(" ·")[0].split(" (")[0].rstrip(". ")
            head = level_head(first, words) or level_head(first.split(".")[0], words)
            return Text(head.key, line.line) if head else None
    return None

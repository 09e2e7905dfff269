"""Runbooks: one failure each, by what users or machines notice."""

from collections.abc import Sequence
from dataclasses import replace

from runcard.domain.playbooks.document.identity import title_of
from runcard.domain.playbooks.levels.names import level_head
from runcard.domain.playbooks.model import Runbook, Severity, Text
from runcard.domain.playbooks.nouns.procedures import Part, RunbookKind
from runcard.domain.playbooks.page.blocks import Fence, Outline, Section, items, label_of
from runcard.domain.playbooks.procedures.conditions import condition_of
from runcard.domain.playbooks.procedures.incident_types import names_many, says_when
from runcard.domain.playbooks.procedures.notes import note_of
from runcard.domain.playbooks.procedures.objectives import impact_of, recovery_times
from runcard.domain.playbooks.procedures.one_runbook import is_one_runbook
from runcard.domain.playbooks.procedures.part_names import NAMED_PARTS
from runcard.domain.playbooks.procedures.parts import parts_of
from runcard.domain.playbooks.procedures.recovery_targets import with_targets
from runcard.domain.playbooks.procedures.runbook_places import runbook_sections
from runcard.domain.playbooks.procedures.runbook_severities import severity_at
from runcard.domain.playbooks.procedures.runbook_titles import with_titles
from runcard.domain.playbooks.procedures.section_work import Marked
from runcard.domain.playbooks.procedures.signs import signs_of
from runcard.domain.playbooks.procedures.step_codes import without_code
from runcard.domain.playbooks.procedures.table_troubles import troubles_in_tables
from runcard.domain.playbooks.procedures.told_checks import told_check
from runcard.domain.playbooks.procedures.verifications import verification_of
from runcard.domain.playbooks.procedures.ways_of_repair import is_recovery
from runcard.domain.playbooks.vocabulary import Vocabulary
from runcard.domain.playbooks.words import folded, trailing_parenthesis, untitled, without_emoji


def runbooks_of(
    page: Outline, fences: Marked, severities: Sequence[Severity], words: Vocabulary
) -> tuple[Runbook, ...]:
    """Sections under a heading for runbooks, scenarios by name, and sections with symptoms."""
    page = with_titles(page, words)
    found = runbook_sections(page, fences, words)
    rows = tuple(troubles_in_tables(page, found, severities, words))
    if not found and not rows:
        return _whole_document(page, fences, severities, words)
    made = [_runbook(page, section, fences, severities, words) for section in found]
    return with_targets(sorted((*made, *rows), key=lambda one: one.line), page, words)


def _runbook(
    page: Outline,
    section: Section,
    fences: Marked,
    severities: Sequence[Severity],
    words: Vocabulary,
) -> Runbook:
    (symptoms, form), is_sign = signs_of(page, section, words)
    parts = parts_of(page, section, (fences, is_sign), words)
    under = page.under(section)
    own = {
        block.line: (block, fences[block.line])
        for part in under
        for block in part.blocks
        if isinstance(block, Fence) and block.line in fences
    }
    severity = severity_at(page, section, severities, words)
    rto, rpo = recovery_times(page, section, words)
    return Runbook(
        untitled(section.title),
        section.line,
        symptoms,
        severity.text if severity else None,
        severity.line if severity else None,
        end_line=under[-1].end,
        kind=_kind(page, section, (symptoms, parts), words),
        symptom_form=form,
        parts=parts,
        rto=rto,
        rpo=rpo,
        impact=impact_of(page, section, words),
        verification=verification_of(parts, own, page.lines, words)
        or told_check(page, section, (fences, parts), words),
        checklist=sum(1 for one in under for item in items(one) if item.box),
        condition=condition_of(section, min(own, default=None), words),
        note=note_of(page, section, words),
    )


def _kind(
    page: Outline,
    section: Section,
    found: tuple[Sequence[Text], Sequence[Part]],
    words: Vocabulary,
) -> RunbookKind:
    """A restore, restart or roll-back by its own name, or by the heading above it; or something
    that is to be done, in the words of an order."""
    symptoms, parts = found
    above = page.sections[section.parent].title if section.parent is not None else ""
    title = untitled(section.title)
    restores = words.process.speaks_of(title, "restore") or is_recovery(title, words)
    restores = restores and not names_many(section, words)
    repairs = words.process.speaks_of(untitled(above), "restore") or is_recovery(above, words)
    listed = repairs and not _is_trouble(title, words)
    is_order = _is_order(title, words) and all(part.name != "diagnosis" for part in parts)
    is_done = restores or listed or is_order or _is_procedure(title, parts, words)
    is_done = is_done or (says_when(page, section, words) and not _answers(title, parts, words))
    return RunbookKind.PROCEDURE if is_done and not symptoms else RunbookKind.RUNBOOK


def _is_trouble(title: str, words: Vocabulary) -> bool:
    """`Search is down`, `The API fails`, `SEV-2: No orders` beside the ways of restoring."""
    head = level_head(title, words)
    is_rated = head is not None and head.sure and head.name is not None
    return (
        is_rated
        or words.signs.speaks_of(title, "faults")
        or words.signs.speaks_of(title, "trouble")
    )


def _is_procedure(title: str, parts: Sequence[Part], words: Vocabulary) -> bool:
    """`Quick reload procedure`, `Procedure: reload`; not what answers a kind of trouble or begins
    with a first aid."""
    label = label_of(title)
    named = words.works.phrases.get(folded(label.name), ()) if label and label.value else ()
    said, inside = trailing_parenthesis(title)
    ends = any(
        one.end() == len(said) and "procedure" in words.works.phrases[one.group()]
        for one in words.works.matches(said)
    )
    is_called = ends or "procedure" in named or words.works.speaks_of(inside or "", "procedure")
    return is_called and not _answers(title, parts, words)


def _answers(title: str, parts: Sequence[Part], words: Vocabulary) -> bool:
    """A kind of trouble, by its title or by a first aid or a look at it."""
    return words.signs.speaks_of(title, "faults") or any(
        part.name in {"immediate", "diagnosis"} for part in parts
    )


def _is_order(title: str, words: Vocabulary) -> bool:
    """`Close the shop`; and `Verteiler abschalten`, where the verb comes last."""
    said = without_code(without_emoji(title))
    return any(
        (found.start() == 0 and words.acts.phrases[found.group()][0] == "first")
        or (found.end() == len(said) and words.acts.phrases[found.group()][0] == "last")
        for found in words.acts.matches(said)
    )


def _whole_document(
    page: Outline, fences: Marked, severities: Sequence[Severity], words: Vocabulary
) -> tuple[Runbook, ...]:
    """A page that is one runbook: its sections are named like the parts of one."""
    title, line = title_of(page)
    if title is None or not is_one_runbook(page, words):
        return ()
    root = next((one for one in page.sections if one.line == line and one.level == 1), None)
    section = root or page.sections[0]
    made = _runbook(page, section, fences, severities, words)
    kept = tuple(part for part in made.parts if part.name in NAMED_PARTS)
    return (replace(made, title=untitled(title), line=line or 1, parts=kept),)

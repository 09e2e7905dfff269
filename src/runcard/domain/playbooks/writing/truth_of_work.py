"""The truth form of what people do: phases, runbooks and fences."""

from collections.abc import Sequence
from typing import Any

from runcard.domain.playbooks.model import Item, ItemKind, Phase, Runbook, Text
from runcard.domain.playbooks.nouns.appendix import FencedBlock, FenceKind
from runcard.domain.playbooks.nouns.procedures import Part
from runcard.domain.playbooks.writing.truth_of_words import time_of

Plain = dict[str, Any]


def phase_of(phase: Phase, fences: Sequence[FencedBlock]) -> Plain:
    """What is ticked off inside a fence is counted with the fences, and not here."""
    apart = [one for one in fences if one.kind is FenceKind.CHECKLIST]
    items = [one for one in phase.items if not any(of.line < one.line < of.end for of in apart)]
    found: Plain = {
        "title": phase.title,
        "line": phase.line,
        "timebox": time_of(phase.timebox),
        "checklist": _counted(items, ItemKind.CHECKBOX),
        "steps": _counted(items, ItemKind.STEP),
        "bullets": _counted(items, ItemKind.BULLET),
        "blocks": list(phase.fences),
    }
    if items:
        found["items"] = [item.text for item in items]
    if phase.options:
        found["options"] = list(phase.options)
    if phase.qualifier is not None:
        found["qualifier"] = phase.qualifier
    return found


def _counted(items: Sequence[Item], kind: ItemKind) -> int:
    return sum(1 for item in items if item.kind is kind)


def runbook_of(runbook: Runbook) -> Plain:
    parts = runbook.parts
    found: Plain = {
        "title": runbook.title,
        "line": runbook.line,
        "kind": runbook.kind.value,
        "severity": None,
        "symptoms": len(runbook.symptoms),
        "symptom_form": runbook.symptom_form.value if runbook.symptom_form else None,
        "blocks": sum(len(part.fences) for part in parts),
        "commands": sum(part.commands for part in parts),
        "parts": {part.name: part_of(part) for part in parts},
        "rto": [{"case": one.case, **(time_of(one.time) or {})} for one in runbook.rto],
        "rpo": time_of(runbook.rpo),
        "verification": _text(runbook.verification),
    }
    if runbook.severity is not None:
        found["severity"] = {"key": runbook.severity, "line": runbook.severity_line}
    return found | _stated(runbook)


def _stated(runbook: Runbook) -> Plain:
    """Keys that are there only where the document says something."""
    found: Plain = {}
    if runbook.checklist:
        found["checklist"] = runbook.checklist
    if runbook.condition is not None:
        found["condition"] = runbook.condition.text
    if runbook.note is not None:
        found["note"] = _text(runbook.note)
    if runbook.impact is not None:
        found["impact"] = time_of(runbook.impact)
    return found


def part_of(part: Part) -> Plain:
    return {
        "line": part.line,
        "blocks": len(part.fences),
        "commands": part.commands,
        "steps": part.steps,
        "bullets": part.bullets,
    }


def _text(text: Text | None) -> Plain | None:
    return None if text is None else {"line": text.line, "text": text.text}


def block_of(block: FencedBlock) -> Plain:
    return {
        "line": block.line,
        "end": block.end,
        "lang": block.lang,
        "label": block.label,
        "section": " > ".join(block.section),
        "kind": block.kind.value,
        "commands": block.commands,
    }

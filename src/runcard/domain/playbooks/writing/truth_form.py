"""A playbook as one plain document in the shape of the published truth files."""

from collections.abc import Mapping, Sequence
from typing import Any

from runcard.domain.playbooks.levels.mentions import normal_key
from runcard.domain.playbooks.model import (
    Cadence,
    Contact,
    EscalationChain,
    Playbook,
    ReviewDeadline,
    Role,
    Severity,
    Text,
)
from runcard.domain.playbooks.page.addresses import is_placeholder
from runcard.domain.playbooks.reviews.whole_reviews import of_whole_reviews
from runcard.domain.playbooks.vocabulary import Vocabulary
from runcard.domain.playbooks.writing.truth_of_words import (
    action_form_of,
    review_of,
    template_of,
    time_of,
)
from runcard.domain.playbooks.writing.truth_of_work import block_of, phase_of, runbook_of

Plain = dict[str, Any]
SCHEMA = 1


def truth_of(playbook: Playbook, name: str, words: Vocabulary) -> Plain:
    """All keys that a reader of the document would fill; lines count from 1."""
    return {
        "schema": SCHEMA,
        "id": name,
        "title": playbook.title,
        "title_line": playbook.title_line,
        "language": playbook.language,
        "meta": meta_of(playbook.meta, words),
        "severity": severity_of(playbook),
        "cadences": [cadence_of(one) for one in playbook.cadences],
        "escalation_chains": [chain_of(one) for one in playbook.chains],
        "escalation_triggers": triggers_of(playbook),
        "roles": [role_of(one) for one in playbook.roles],
        "contacts": [contact_of(one) for one in playbook.contacts],
        "oncall": hours_of(playbook),
        "phases": [phase_of(one, playbook.fences) for one in playbook.phases],
        "checklist_total": playbook.checkboxes,
        "checklist_in_fences": playbook.checkboxes_in_fences,
        "runbooks": [runbook_of(one) for one in playbook.runbooks],
        "blocks": [block_of(one) for one in playbook.fences],
        "templates": [template_of(one) for one in playbook.templates],
        "postmortem": review_of(playbook.review),
        "action_item_template": action_form_of(playbook.action_form),
        "drills": [
            {"what": one.what, "cadence": time_of(one.every), "line": one.every.line}
            for one in playbook.drills
        ],
        "links": [
            {"target": one.target, "line": one.line, "kind": one.kind.value}
            for one in playbook.links
        ],
        "ambiguities": [],
    }


def meta_of(meta: Mapping[str, Text], words: Vocabulary) -> Plain:
    found: Plain = {}
    for key, text in meta.items():
        found[key] = {"text": text.text, "line": text.line}
        if is_placeholder(text.text, words):
            found[key]["placeholder"] = True
    return found


def severity_of(playbook: Playbook) -> Plain:
    levels = sorted(playbook.severities, key=lambda level: level.line)
    return {
        "scheme": f"{levels[0].key}..{levels[-1].key}" if levels else None,
        "form": playbook.severity_form.value,
        "line": playbook.severity_line,
        "levels": [level_of(one, playbook) for one in levels],
    }


def level_of(level: Severity, playbook: Playbook) -> Plain:
    found: Plain = {
        "key": level.key,
        "name": level.name,
        "line": level.line,
        "definition": definition_of(level.definition),
        "examples": examples_of(level.examples),
        "response": time_of(level.response),
        "acknowledge": time_of(level.acknowledge),
        "resolution": time_of(level.resolution),
        "cadence": time_of(level.cadence),
        "escalation": [one.text for one in level.escalation],
        "communication": text_of(level.communication),
        "action": text_of(level.action),
        "postmortem": deadline_of(level, playbook.review.deadlines),
    }
    if level.cadence_external is not None:
        found["cadence_external"] = time_of(level.cadence_external)
    return found


def text_of(text: Text | None) -> Plain | None:
    return None if text is None else {"text": text.text, "line": text.line}


def definition_of(text: Text | None) -> Plain | None:
    if text is None:
        return None
    return {"lines": [text.line, text.end_line or text.line], "text": text.text}


def examples_of(texts: Sequence[Text]) -> Plain | None:
    if not texts:
        return None
    lines = [texts[0].line, texts[-1].end_line or texts[-1].line]
    return {"count": len(texts), "lines": lines, "texts": [one.text for one in texts]}


def deadline_of(level: Severity, deadlines: Sequence[ReviewDeadline]) -> Plain | None:
    """Only a deadline that names the level."""
    own = {normal_key(key) for key in (level.key, *level.joined_keys)}
    named = (one for one in deadlines if own & {normal_key(key) for key in one.keys})
    for one in of_whole_reviews(named):
        if one.optional:
            return {"optional": True, "line": one.within.line}
        return time_of(one.within)
    return None


def cadence_of(cadence: Cadence) -> Plain:
    return {"scope": cadence.scope, **(time_of(cadence.every) or {})}


def chain_of(chain: EscalationChain) -> Plain:
    steps = [
        {
            "who": step.who,
            "condition": step.condition,
            "after": time_of(step.after),
            "line": step.line,
        }
        for step in chain.steps
    ]
    return {"line": chain.line, "ordered": chain.ordered, "steps": steps}


def triggers_of(playbook: Playbook) -> Plain | None:
    texts = [one.text for one in playbook.triggers]
    if not texts:
        return None
    found: Plain = {"line": playbook.triggers_line, "count": len(texts), "texts": texts}
    if playbook.triggers_after is not None:
        found["after"] = time_of(playbook.triggers_after)
    return found


def role_of(role: Role) -> Plain:
    return {
        "name": role.name,
        "line": role.line,
        "duties": sum(1 for duty in role.duties if duty.line != role.line),
        "attrs": dict(role.attributes),
    }


def contact_of(contact: Contact) -> Plain:
    return {
        "label": contact.label,
        "value": contact.value,
        "kind": contact.kind,
        "placeholder": contact.placeholder,
        "line": contact.line,
    }


def hours_of(playbook: Playbook) -> Plain | None:
    hours = playbook.hours
    if hours is None:
        return None
    return {
        "line": hours.line,
        "lines": [hours.first_line, hours.last_line],
        "entries": list(hours.entries),
        "timezone": hours.timezone,
    }

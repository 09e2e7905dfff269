"""A playbook as plain data, short enough to be read in review."""

from typing import Any

from runcard.domain.playbooks.model import Playbook, Severity, TimeValue


def summary_of(playbook: Playbook) -> dict[str, Any]:
    """What was understood, with lines; texts only where they are what is tested."""
    review = playbook.review
    return {
        "title": [playbook.title, playbook.title_line],
        "form": playbook.severity_form.value,
        "severities": [_level(level) for level in playbook.severities],
        "cadences": [
            [*_time(one.every), list(one.keys), one.place.value] for one in playbook.cadences
        ],
        "chains": [
            {
                "line": chain.line,
                "ordered": chain.ordered,
                "steps": [
                    [step.who, step.condition, step.after and step.after.seconds]
                    for step in chain.steps
                ],
            }
            for chain in playbook.chains
        ],
        "triggers": [trigger.text for trigger in playbook.triggers],
        "roles": [
            [role.name, role.line, len(role.duties), dict(role.attributes)]
            for role in playbook.roles
        ],
        "contacts": [
            [one.label, one.value, one.kind, one.placeholder, one.line] for one in playbook.contacts
        ],
        "phases": [
            [phase.title, phase.line, _time(phase.timebox), [item.text for item in phase.items]]
            for phase in playbook.phases
        ],
        "runbooks": [
            [book.title, book.line, len(book.symptoms), book.severity] for book in playbook.runbooks
        ],
        "templates": [
            {
                "title": one.title,
                "line": one.line,
                "moment": one.moment,
                "audience": one.audience,
                "style": one.style,
                "placeholders": [[p.token, p.line, p.field] for p in one.placeholders],
                "choice": list(one.choice),
                "deadline": _time(one.deadline),
            }
            for one in playbook.templates
        ],
        "review": {
            "deadlines": [
                [*_time(one.within), list(one.keys), one.optional] for one in review.deadlines
            ],
            "required_for": review.required_for and list(review.required_for),
            "template": review.template and [review.template.line, list(review.template.sections)],
        },
        "monitoring": _time(playbook.monitoring),
        "meta": {key: text.text for key, text in sorted(playbook.meta.items())},
        "findings": [[finding.code, finding.line] for finding in playbook.findings],
    }


def _level(level: Severity) -> dict[str, Any]:
    times = {
        name: _time(getattr(level, name))
        for name in ("response", "acknowledge", "resolution", "cadence", "cadence_external")
        if getattr(level, name) is not None
    }
    said = level.definition.text if level.definition else None
    return {
        "key": level.key,
        "name": level.name,
        "line": level.line,
        "definition": said,
        "examples": len(level.examples),
        "escalation": [name.text for name in level.escalation],
        **times,
    }


def _time(time: TimeValue | None) -> list[Any]:
    """Line, seconds, lower bound, calendar; nothing where there is none."""
    if time is None:
        return []
    return [time.line, time.seconds, time.min_seconds, time.calendar]

"""The truth form of times, messages, reviews and forms."""

from typing import Any

from runcard.domain.playbooks.model import (
    Placeholder,
    ReviewRules,
    ReviewTemplate,
    Template,
    TimeValue,
)
from runcard.domain.playbooks.nouns.appendix import ActionForm

Plain = dict[str, Any]


def time_of(time: TimeValue | None) -> Plain | None:
    if time is None:
        return None
    found: Plain = {"text": time.text, "line": time.line, "seconds": time.seconds}
    if time.min_seconds is not None:
        found["min_s"] = time.min_seconds
    if time.calendar is not None:
        found["calendar"] = time.calendar
    return found


def template_of(template: Template) -> Plain:
    found: Plain = {
        "title": template.title,
        "line": template.line,
        "audience": template.audience,
        "placeholders": tokens_of(template.placeholders),
        "choice": list(template.choice),
        "style": template.style,
        "literal": template.literal,
    }
    if template.deadline is not None:
        found["deadline"] = time_of(template.deadline)
    return found


def tokens_of(placeholders: tuple[Placeholder, ...]) -> list[str]:
    """Distinct, in the order in which they first appear."""
    return list(dict.fromkeys(one.token for one in placeholders))


def review_of(review: ReviewRules) -> Plain:
    deadlines = []
    for one in review.deadlines:
        stated: Plain = {"scope": ", ".join(one.keys) or "all", **(time_of(one.within) or {})}
        deadlines.append({**stated, "optional": True} if one.optional else stated)
    return {
        "deadlines": deadlines,
        "required_for": list(review.required_for) if review.required_for is not None else None,
        "template": review_template_of(review.template),
        "agenda": [{"title": one.title, "timebox": time_of(one.timebox)} for one in review.agenda],
    }


def review_template_of(template: ReviewTemplate | None) -> Plain | None:
    if template is None:
        return None
    found: Plain = {
        "line": template.line,
        "sections": list(template.sections),
        "placeholders": tokens_of(template.placeholders),
    }
    if template.windows:
        found["corrective_action_windows"] = [
            {"title": one.title, **(time_of(one.within) or {})} for one in template.windows
        ]
    return found


def action_form_of(form: ActionForm | None) -> Plain | None:
    if form is None:
        return None
    found: Plain = {"line": form.line, "fields": list(form.fields)}
    if form.choices:
        found["choice"] = {name: list(values) for name, values in form.choices}
    return found

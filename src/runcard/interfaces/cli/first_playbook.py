"""Answers in, a good first playbook out: the document that `runcard init` writes."""

from collections.abc import Mapping
from datetime import date, timedelta
from importlib.resources import files

from jinja2 import Environment, StrictUndefined

from runcard.interfaces.cli.interview import NONE, Interview, spans_in, written

NAMES = (
    ("SEV1", "Critical", "nobody can use {service}, data is lost or seen by strangers"),
    ("SEV2", "High", "a part of {service} fails, or it is slow for most people"),
    ("SEV3", "Medium", "a few people are hindered, or there is a way around it"),
)
REVIEW_AGAIN = timedelta(days=180)
WATCH = "30 minutes"


def first_playbook(interview: Interview, answers: Mapping[str, str], today: date) -> str:
    """The whole document. Every answer has been checked."""
    words = files("runcard").joinpath("examples", "first-playbook.md.jinja").read_text("utf-8")
    # Markdown, not HTML: nothing of it is shown in a browser before it went through the cleaner.
    engine = Environment(undefined=StrictUndefined, keep_trailing_newline=True, autoescape=False)
    engine.filters["capitalize_first"] = lambda said: said[:1].upper() + said[1:]
    return engine.from_string(words).render(facts_of(interview, answers, today))


def facts_of(interview: Interview, answers: Mapping[str, str], today: date) -> dict[str, object]:
    """What the template asks for."""
    review_one, review_two = answers["review"].split(", ")
    first, second = spans_in(answers["sev1"])[:2]
    page = answers["status_page"]
    commands = interview.tools[answers["runs_on"]]
    filled = {
        name: command.format(service=answers["service"], health=answers["health"])
        for name, command in commands.items()
    }
    return {
        **answers,
        "tool": filled,
        "levels": levels_of(answers),
        "second_after": written(first),
        "third_after": written(second),
        "first_message": written(second),
        "watch": WATCH,
        "review_one": f"{review_one} business days",
        "review_two": f"{review_two} business days",
        "status_page": "" if page == NONE else page,
        "today": today.isoformat(),
        "next_review": (today + REVIEW_AGAIN).isoformat(),
    }


def levels_of(answers: Mapping[str, str]) -> list[dict[str, str]]:
    """The rows of the table, the worst first; the last level wakes nobody."""
    rows = []
    for key, name, when in NAMES:
        acknowledge, respond, cadence = answers[key.casefold()].split(", ")
        told = f"{answers['audience']}, {answers['channel']}"
        rows.append(
            {"key": key, "name": name, "when": when.format(**answers), "acknowledge": acknowledge,
             "respond": respond, "cadence": cadence, "told": told}
        )  # fmt: skip
    rows.append(
        {"key": "SEV4", "name": "Low", "when": "something is wrong and nobody waits for it",
         "acknowledge": "", "respond": "Next business day", "cadence": "",
         "told": "Create a ticket, no notification"}
    )  # fmt: skip
    return rows

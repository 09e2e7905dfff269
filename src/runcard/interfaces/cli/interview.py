"""The questions of `runcard init`, and what an answer to each of them must be."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import timedelta
from functools import cache
from importlib.resources import files

import tomli

from runcard.kernel.errors import Invalid
from runcard.kernel.spans import parse_span, spoken

NONE = "-"
LONG_WORDS = (
    (re.compile(r"\bminutes?\b|\bmins?\b"), "m"), (re.compile(r"\bhours?\b"), "h"),
    (re.compile(r"\bdays?\b"), "d"),
)  # fmt: skip
SERVICE = re.compile(r"[a-z0-9][a-z0-9._-]{0,62}", re.IGNORECASE)
ADDRESS = re.compile(r"https?://[\w.\[\]:-]+(?:/[\w./~%-]*)?")
DAYS = re.compile(r"(\d{1,2})\s*,\s*(\d{1,2})")
LONGEST = 120


@dataclass(frozen=True, slots=True)
class Question:
    """One question; `default` is the answer of a team that has none yet."""

    key: str
    asks: str
    default: str
    kind: str = "words"
    choices: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Interview:
    """All questions, and the commands of each kind of machine."""

    questions: tuple[Question, ...]
    tools: Mapping[str, Mapping[str, str]]


@cache
def read_interview() -> Interview:
    """From the words that ship with the package."""
    words = files("runcard").joinpath("examples", "interview.toml").read_text("utf-8")
    said = tomli.loads(words)
    questions = tuple(
        Question(**one | {"choices": tuple(one.get("choices", ()))}) for one in said["question"]
    )
    tools = {kind: {**commands, **said["every_tool"]} for kind, commands in said["tools"].items()}
    return Interview(questions, tools)


def checked(question: Question, said: str) -> str:
    """The answer, tidied. Raises Invalid that says what would be one."""
    answer = " ".join(said.split()) or question.default
    if len(answer) > LONGEST or not answer.isprintable():
        raise Invalid(f"that is longer than {LONGEST} characters; say it shorter")
    if any(sign in answer for sign in "|`<>"):
        raise Invalid("leave | ` < and > out; they mean something else in the document")
    check = CHECKS.get(question.kind)
    return answer if check is None else check(question, answer)


def one_of(question: Question, answer: str) -> str:
    fitting = [one for one in question.choices if one.startswith(answer.casefold())]
    if len(fitting) != 1:
        raise Invalid(f"{answer!r} is none of {', '.join(question.choices)}")
    return fitting[0]


def service_name(_: Question, answer: str) -> str:
    if SERVICE.fullmatch(answer) is None:
        raise Invalid(f"{answer!r} cannot stand in a command; write letters, digits, . _ and -")
    return answer


def web_address(_: Question, answer: str) -> str:
    if ADDRESS.fullmatch(answer) is None:
        raise Invalid(f"{answer!r} is no plain web address; it begins with http:// or https://")
    return answer


def address_or_none(question: Question, answer: str) -> str:
    return answer if answer == NONE else web_address(question, answer)


def three_spans(_: Question, answer: str) -> str:
    """`5 min, 15 min, 30 min`, the first no longer than the second."""
    spans = spans_in(answer)
    if len(spans) != 3 or not all(spans):
        raise Invalid("write three times, such as 5 min, 15 min, 30 min")
    if spans[0] > spans[1]:
        raise Invalid("a page is acknowledged before somebody responds; let the first be shorter")
    return ", ".join(written(span) for span in spans)


def two_counts(_: Question, answer: str) -> str:
    found = DAYS.fullmatch(answer)
    if found is None or not all(int(count) > 0 for count in found.groups()):
        raise Invalid("write two numbers of days, such as 3, 5")
    return f"{int(found[1])}, {int(found[2])}"


CHECKS: Mapping[str, Callable[[Question, str], str]] = {
    "choice": one_of, "name": service_name, "address": web_address, "optional": address_or_none,
    "spans": three_spans, "days": two_counts,
}  # fmt: skip


def spans_in(answer: str) -> list[timedelta]:
    """Times between commas. Raises Invalid for what is none."""
    return [parse_span(short(part)) for part in answer.split(",")]


def short(words: str) -> str:
    """`5 minutes` as `5m`."""
    said = words.casefold()
    for long, letter in LONG_WORDS:
        said = long.sub(letter, said)
    return said


def written(span: timedelta) -> str:
    """As a document says it, so that it is read back the same."""
    if span.total_seconds() % 86400 == 0:
        days = span.days
        return f"{days} day" if days == 1 else f"{days} days"
    return spoken(span)

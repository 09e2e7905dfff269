"""A template of the document, filled as far as the facts go; what nobody knows stays a gap."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from runcard.domain.comms.choices import chosen, options_of
from runcard.domain.comms.facts import Blank, Facts, value_of
from runcard.domain.comms.model import Draft, Gap
from runcard.domain.incidents.model import Status
from runcard.domain.playbooks import defaults
from runcard.domain.playbooks.card import Card, Mark
from runcard.domain.playbooks.levels.spellings import NUMBERED
from runcard.domain.playbooks.model import Placeholder, Template
from runcard.domain.playbooks.naming import named

LATIN = re.compile(r"^[A-Za-z0-9]")
STAND_IN = re.compile(r"^[a-z]+$")
MOST_BREAKS = 4  # lines that one blank goes through
OURS = 1
"""Our own texts count their lines from one."""


@dataclass(frozen=True, slots=True)
class Form:
    """A text with blanks, wherever it comes from; `first_line` is where it stands there."""

    text: str
    first_line: int
    placeholders: Sequence[Placeholder]
    choice: Sequence[str] = ()


@dataclass(frozen=True, slots=True)
class Filled:
    """The text with what is known, and the places of what is not."""

    text: str
    gaps: tuple[Gap, ...]


def drafts_for(card: Card, facts: Facts) -> tuple[Draft, ...]:
    """The document's templates for this moment, then those for any moment, each by a name of its
    own; ours where there is none. While it is being watched, the words for the end are at hand."""
    named_apart = named(card.playbook.templates, "name").items()
    templates = [replace(template, label=name) for name, template in named_apart]
    due = [one for moment in moments_of(facts) for one in templates_for(moment, templates)]
    due += [one for one in templates if one.moment is None]
    return tuple(draft(one, facts) for one in due) or (our_draft(moments_of(facts)[0], facts),)


def templates_for(moment: str, templates: Sequence[Template]) -> list[Template]:
    """Those for this moment. An audience that has no first message is told first by its update."""
    told_first = {one.audience for one in templates if one.moment in {"initial", None}}
    return [
        one
        for one in templates
        if one.moment == moment
        or (moment == "initial" and one.moment == "update" and one.audience not in told_first)
    ]


def moments_of(facts: Facts) -> tuple[str, ...]:
    """Which kind of message is due now."""
    if facts.status is Status.RESOLVED:
        return ("resolution",)
    now = "update" if facts.updates else "initial"
    return (now, "resolution") if facts.status is Status.MONITORING else (now,)


def draft(template: Template, facts: Facts) -> Draft:
    """One template of the document, filled."""
    form = Form(template.text, template.text_line, template.placeholders, template.choice)
    done = fill(form, facts)
    return Draft(template.name, template.audience, done.text, done.gaps, Mark(template.line))


def our_draft(moment: str, facts: Facts) -> Draft:
    """Our own words, where the document has none for the moment."""
    own = defaults.own_template(moment)
    done = fill(Form(own.text, OURS, own.placeholders), facts)
    gaps = tuple(replace(gap, line=None) for gap in done.gaps)
    return Draft(own.title, own.audience, done.text, gaps, Mark())


def fill(form: Form, facts: Facts) -> Filled:
    """Replace every blank whose value is known; keep the token of every other one in sight."""
    lines: list[str] = []
    gaps: list[Gap] = []
    at = 0
    for number, line, blanks in _parts(form):
        said, missing = filled_line(line, blanks, form.choice, facts)
        gaps += [
            Gap(_on_one_line(token), at + start, at + start + len(token), number + below)
            for token, start, below in missing
        ]
        lines.append(said)
        at += len(said) + 1
    return Filled("\n".join(lines), tuple(gaps))


def _parts(form: Form) -> Iterator[tuple[int, str, list[Placeholder]]]:
    """Each line with its number and its blanks; with the lines below it where a blank goes on
    there."""
    lines = form.text.split("\n")
    at = 0
    while at < len(lines):
        first, said = at, lines[at]
        blanks = [one for one in form.placeholders if one.line == form.first_line + first]
        while at + 1 < len(lines) and at - first < MOST_BREAKS and _goes_on(blanks, said):
            at += 1
            said = f"{said}\n{lines[at]}"
            blanks += [one for one in form.placeholders if one.line == form.first_line + at]
        at += 1
        yield form.first_line + first, said, blanks


def _goes_on(blanks: Sequence[Placeholder], said: str) -> bool:
    whole_text = _on_one_line(said)
    return any(" " in one.token and _on_one_line(one.token) not in whole_text for one in blanks)


def _on_one_line(text: str) -> str:
    return " ".join(text.split())


def filled_line(
    line: str, blanks: Sequence[Placeholder], choice: Sequence[str], facts: Facts
) -> tuple[str, list[tuple[str, int, int]]]:
    """One line with what is known, and the tokens left with their places in it and, where lines are
    read as one, how many lines below the first they stand."""
    pattern = pattern_of(blanks, [*choices_in(choice), *levels_in(facts)])
    said, left, at = "", list[tuple[str, int, int]](), 0
    for found in pattern.finditer(line) if pattern is not None else ():
        said += line[at : found.start()]
        words = said_for(found, blanks, facts)
        if words is None:
            left.append((found.group(), len(said), _breaks_before(found)))
        said += found.group() if words is None else words
        at = found.end()
    return said + line[at:], left


def said_for(found: re.Match[str], blanks: Sequence[Placeholder], facts: Facts) -> str | None:
    """The words for one blank: the alternative that is true, else the value of its field."""
    token = _on_one_line(found.group())
    option = chosen(options_of(token), facts.status, facts.severity)
    if option is not None:
        return option
    field = next((one.field for one in _of_its_line(found, blanks) if _is_named(one, token)), None)
    blank = Blank(token, found.string[: found.start()], found.string[found.end() :])
    return None if field is None else value_of(field, facts, blank)


def _of_its_line(found: re.Match[str], blanks: Sequence[Placeholder]) -> list[Placeholder]:
    """Where lines are read as one, a token asks for what it asks for on the line it stands on."""
    first = min((one.line for one in blanks), default=0)
    return [one for one in blanks if one.line == first + _breaks_before(found)]


def _breaks_before(found: re.Match[str]) -> int:
    return found.string[: found.start()].count("\n")


def _is_named(blank: Placeholder, token: str) -> bool:
    return blank.field is not None and _on_one_line(blank.token) == token


def pattern_of(
    blanks: Sequence[Placeholder], open_choices: Sequence[str]
) -> re.Pattern[str] | None:
    """Everything of a line that asks for something, the longest first."""
    tokens = sorted({one.token for one in blanks}, key=lambda token: (-len(token), token))
    parts = [*open_choices, *(whole(token) for token in tokens)]
    return re.compile("|".join(parts)) if parts else None


def choices_in(choice: Sequence[str]) -> Iterator[str]:
    """A closed choice, in brackets or bare; its first word may not stand inside another."""
    if len(choice) > 1:
        run = r"\s*[/|]\s*".join(re.escape(option) for option in choice)
        yield rf"[\[<{{【]\s*{run}\s*[\]>}}】]"
        yield rf"(?<!\w){run}(?!\w)"


def levels_in(facts: Facts) -> Iterator[str]:
    """`P0/P1` behind `Severity:` is a choice, whoever wrote it down as one."""
    numbered = None if facts.severity is None else NUMBERED.match(facts.severity)
    if numbered is not None and numbered.group(1):
        one = rf"{re.escape(numbered.group(1).strip(' .#_-'))}[\s-]?\d"
        yield rf"(?<![\w\[/]){one}(?:\s*/\s*{one})+(?![\w/])"


def whole(token: str) -> str:
    """`X` is a token only where it stands alone; `description` only at the end of a pattern. Where
    it has a blank, the text may have a line break."""
    words = re.escape(token).replace(r"\ ", r"\s+")
    if STAND_IN.match(token):
        return rf"(?<=-){words}(?![A-Za-z0-9])"
    if LATIN.match(token):
        return rf"(?<![A-Za-z0-9]){words}(?![A-Za-z0-9])"
    return words

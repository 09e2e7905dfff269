"""A template of the document, filled as far as the facts go; what nobody knows stays a gap."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from runcard.domain.comms.choices import chosen, options_of
from runcard.domain.comms.facts import Blank, Facts, value_of
from runcard.domain.comms.model import Draft, Gap
from runcard.domain.incidents.model import Status
from runcard.domain.playbooks import defaults
from runcard.domain.playbooks.card import Card, Mark
from runcard.domain.playbooks.model import Placeholder, Template
from runcard.domain.playbooks.words import folded

LATIN = re.compile(r"^[A-Za-z0-9]")
STAND_IN = re.compile(r"^[a-z]+$")
LABEL = re.compile(r"^\W*([^:：]{2,40})[:：]")
TIMES = frozenset({
    "time", "date", "started_at", "detected_at", "resolved_at", "next_update_at",
})  # fmt: skip
TIME_LABELS = (
    ("next_update_at", ("next", "nächste", "prochain", "próxim", "下次", "次回")),
    ("resolved_at", ("resolved", "restored", "end", "ende", "fin", "恢复", "復旧")),
    ("detected_at", ("detected", "erkannt", "détecté", "detectado", "发现", "検知")),
    ("started_at", ("start", "since", "began", "beginn", "début", "inicio", "início", "开始", "発生")),
    ("time", ("updated", "last", "update", "as of", "stand", "更新")),
)


@dataclass(frozen=True, slots=True)
class Form:
    """A text with blanks, wherever it comes from."""

    text: str
    first_line: int | None
    placeholders: Sequence[Placeholder]
    choice: Sequence[str] = ()


@dataclass(frozen=True, slots=True)
class Filled:
    """The text with what is known, and the places of what is not."""

    text: str
    gaps: tuple[Gap, ...]


def drafts_for(card: Card, facts: Facts) -> tuple[Draft, ...]:
    """The document's templates for this moment, then those for any moment; ours where there is
    none. While it is being watched, the words for the end are at hand too."""
    drafts: list[Draft] = []
    for moment in moments_of(facts):
        fitting = [one for one in card.playbook.templates if one.moment == moment]
        drafts += [draft(one, facts) for one in fitting]
    drafts += [draft(one, facts) for one in card.playbook.templates if one.moment is None]
    return tuple(drafts) or (our_draft(moments_of(facts)[0], facts),)


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
    return Draft(template.title, template.audience, done.text, done.gaps, Mark(template.line))


def our_draft(moment: str, facts: Facts) -> Draft:
    """Our own words, where the document has none for the moment."""
    own = defaults.own_template(moment)
    done = fill(Form(own.text, None, own.placeholders), facts)
    return Draft(own.title, own.audience, done.text, done.gaps, Mark())


def fill(form: Form, facts: Facts) -> Filled:
    """Replace every blank whose value is known; keep the token of every other one in sight."""
    pattern = pattern_of(form)
    if pattern is None:
        return Filled(form.text, ())
    fields = {one.token: one.field for one in form.placeholders}
    out: list[str] = []
    gaps: list[Gap] = []
    at = length = 0
    for found in pattern.finditer(form.text):
        token = found.group()
        said = said_for(found, fields, facts)
        kept = form.text[at : found.start()]
        length += len(kept)
        if said is None:
            gaps.append(Gap(token, length, length + len(token), line_of(form, found.start())))
        out += [kept, token if said is None else said]
        length += len(out[-1])
        at = found.end()
    out.append(form.text[at:])
    return Filled("".join(out), tuple(gaps))


def said_for(
    found: re.Match[str], fields: Mapping[str, str | None], facts: Facts
) -> str | None:
    """The words for one blank: the alternative that is true, else the value of its field."""
    token = found.group()
    before, behind = around(found)
    option = chosen(options_of(token), facts.status, facts.severity)
    if option is not None:
        return option
    field = field_at(token, before, fields)
    return None if field is None else value_of(field, facts, Blank(token, before, behind))


def around(found: re.Match[str]) -> tuple[str, str]:
    """What stands before and behind a token on its line."""
    text = found.string
    start = text.rfind("\n", 0, found.start()) + 1
    end = text.find("\n", found.end())
    return text[start : found.start()], text[found.end() : len(text) if end < 0 else end]


def field_at(token: str, before: str, fields: Mapping[str, str | None]) -> str | None:
    """A token that stands twice may mean two moments: the label of its line decides."""
    field = fields.get(token)
    label = LABEL.match(folded(before))
    if field not in TIMES or label is None:
        return field
    said = label.group(1)
    named = (name for name, words in TIME_LABELS if any(word in said for word in words))
    return next(named, field)


def pattern_of(form: Form) -> re.Pattern[str] | None:
    """Everything of the text that asks for something, the longest first."""
    tokens = sorted({one.token for one in form.placeholders}, key=len, reverse=True)
    parts = [*choices_in(form), *(whole(token) for token in tokens)]
    return re.compile("|".join(parts)) if parts else None


def choices_in(form: Form) -> Iterator[str]:
    """A choice that stands open in the text, and the same in brackets."""
    if len(form.choice) > 1:
        run = r"\s*[/|]\s*".join(re.escape(option) for option in form.choice)
        yield rf"[\[<{{【]\s*{run}\s*[\]>}}】]"
        yield run
    for token in {one.token for one in form.placeholders if options_of(one.token)}:
        yield re.escape(token)


def whole(token: str) -> str:
    """`X` is a token only where it stands alone; `description` only at the end of a pattern."""
    if STAND_IN.match(token):
        return rf"(?<=-){re.escape(token)}(?![A-Za-z0-9])"
    if LATIN.match(token):
        return rf"(?<![A-Za-z0-9]){re.escape(token)}(?![A-Za-z0-9])"
    return re.escape(token)


def line_of(form: Form, at: int) -> int | None:
    """The line of the document where a place of the text stands."""
    return None if form.first_line is None else form.first_line + form.text.count("\n", 0, at)

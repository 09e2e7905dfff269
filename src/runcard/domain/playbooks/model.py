"""The nouns of a compiled playbook; every one knows the line of the document it came from."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum


@dataclass(frozen=True, slots=True)
class Text:
    """Plain words of the document. Lines count from 1."""

    text: str
    line: int
    end_line: int | None = None


@dataclass(frozen=True, slots=True)
class TimeValue:
    """A time the document states: `seconds` is the upper bound, None where no number is given."""

    text: str
    line: int
    seconds: int | None
    min_seconds: int | None = None
    calendar: str | None = None
    """next_business_day, same_business_day, business_days:N, business_hours, best_effort,
    next_release, once, work_session or event, where the phrase is not wall-clock time."""


@dataclass(frozen=True, slots=True)
class Severity:
    """One level, in the document's order: the first is the worst."""

    key: str
    name: str | None
    line: int
    definition: Text | None = None
    examples: tuple[Text, ...] = ()
    response: TimeValue | None = None
    acknowledge: TimeValue | None = None
    resolution: TimeValue | None = None
    cadence: TimeValue | None = None
    cadence_external: TimeValue | None = None
    escalation: tuple[Text, ...] = ()
    communication: Text | None = None
    action: Text | None = None
    joined_keys: tuple[str, ...] = ()
    """Keys of a row that joins levels (`P3/P4`); empty for a plain level."""


class SeverityForm(Enum):
    """How the document writes its levels."""

    HEADINGS = "headings"
    TABLE = "table"
    BULLETS = "bullets"
    BOLD_LINES = "bold-lines"
    HTML_TABLE = "html-table"
    NONE = "none"


class CadencePlace(Enum):
    """Where a cadence is stated: it may hold for a level, or only for a message or a room."""

    LEVEL = "level"
    EXTERNAL = "external"
    TEXT = "text"
    MESSAGE = "message"
    WAR_ROOM = "war_room"
    RUNBOOK = "runbook"


@dataclass(frozen=True, slots=True)
class Cadence:
    """One statement of how often people are told; `keys` are the levels it names, empty for all."""

    every: TimeValue
    scope: str
    keys: tuple[str, ...] = ()
    place: CadencePlace = CadencePlace.TEXT


@dataclass(frozen=True, slots=True)
class ChainStep:
    """One rung: who is told, under which condition, after how long."""

    who: str
    line: int
    condition: str | None = None
    after: TimeValue | None = None


@dataclass(frozen=True, slots=True)
class EscalationChain:
    """A list of rungs; `ordered` where the document numbers them."""

    line: int
    ordered: bool
    steps: tuple[ChainStep, ...]
    title: str = ""


@dataclass(frozen=True, slots=True)
class Role:
    """A role with a definition of its own; attributes are (slug, value) pairs."""

    name: str
    line: int
    duties: tuple[Text, ...] = ()
    attributes: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Contact:
    """A line of the contact list. Kind: phone email url chat ticket name pointer none."""

    label: str
    value: str
    kind: str
    placeholder: bool
    line: int


class ItemKind(Enum):
    """How an item of a phase is written."""

    CHECKBOX = "checkbox"
    STEP = "step"
    BULLET = "bullet"


@dataclass(frozen=True, slots=True)
class Item:
    """One thing a phase asks for; `acknowledges` where it begins by telling to answer the page."""

    text: str
    line: int
    kind: ItemKind
    acknowledges: bool = False


class Meaning(Enum):
    """What a phase is for; each is one key of `[meanings]` in the vocabulary."""

    DETECT = "detect"
    INVESTIGATE = "investigate"
    MITIGATE = "mitigate"
    RECOVER = "recover"
    RESOLVE = "resolve"
    TELL = "tell"
    AFTER = "after"


@dataclass(frozen=True, slots=True)
class Phase:
    """One part of the generic process, in order; `meanings` are what its title speaks of."""

    title: str
    line: int
    timebox: TimeValue | None = None
    items: tuple[Item, ...] = ()
    meanings: frozenset[Meaning] = frozenset()


@dataclass(frozen=True, slots=True)
class Runbook:
    """One failure and what to do about it; thresholds stand in its title or symptoms."""

    title: str
    line: int
    symptoms: tuple[Text, ...] = ()
    severity: str | None = None


@dataclass(frozen=True, slots=True)
class Placeholder:
    """A token a person must replace, with its delimiters, and the known field it means, if any."""

    token: str
    line: int
    field: str | None = None


@dataclass(frozen=True, slots=True)
class Template:
    """A message in the document's own words; `text` is all of it, `text_line` its first line."""

    title: str
    line: int
    audience: str
    text: str
    text_line: int
    placeholders: tuple[Placeholder, ...] = ()
    choice: tuple[str, ...] = ()
    moment: str | None = None
    """initial, update, resolution or None: when the title says it is sent."""
    deadline: TimeValue | None = None
    style: str = "none"
    """How it marks what to fill in: square, angle, curly, bare, mixed or none."""


@dataclass(frozen=True, slots=True)
class ReviewDeadline:
    """By when a review is due after resolution; `keys` are the levels named, empty for all."""

    within: TimeValue
    scope: str
    keys: tuple[str, ...] = ()
    optional: bool = False


@dataclass(frozen=True, slots=True)
class ReviewTemplate:
    """The document's post-mortem form, verbatim, with its section titles and placeholders."""

    line: int
    text: str
    text_line: int
    sections: tuple[str, ...]
    placeholders: tuple[Placeholder, ...] = ()


@dataclass(frozen=True, slots=True)
class ReviewRules:
    """What the document says about learning from an incident."""

    deadlines: tuple[ReviewDeadline, ...] = ()
    required_for: tuple[str, ...] | None = None
    template: ReviewTemplate | None = None


class Grade(Enum):
    """How much a finding matters."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


@dataclass(frozen=True, slots=True)
class Finding:
    """Something the document leaves open or gets wrong, with the line to write instead."""

    code: str
    line: int
    end_line: int
    grade: Grade
    message: str
    hint: str


@dataclass(frozen=True, slots=True)
class Playbook:
    """A whole document, understood as far as it can be; `lines` are its own words."""

    title: str | None
    title_line: int | None
    lines: tuple[str, ...]
    severity_form: SeverityForm = SeverityForm.NONE
    severity_line: int | None = None
    severities: tuple[Severity, ...] = ()
    cadences: tuple[Cadence, ...] = ()
    chains: tuple[EscalationChain, ...] = ()
    triggers: tuple[Text, ...] = ()
    roles: tuple[Role, ...] = ()
    contacts: tuple[Contact, ...] = ()
    phases: tuple[Phase, ...] = ()
    runbooks: tuple[Runbook, ...] = ()
    templates: tuple[Template, ...] = ()
    review: ReviewRules = field(default_factory=ReviewRules)
    monitoring: TimeValue | None = None
    findings: tuple[Finding, ...] = ()
    meta: Mapping[str, Text] = field(default_factory=dict)

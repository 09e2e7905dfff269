"""The nouns of a compiled playbook; every one knows the line of the document it came from."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum

from runcard.domain.playbooks.nouns.appendix import (
    ActionForm,
    Drill,
    DutyHours,
    FencedBlock,
    Link,
    WarRoom,
)
from runcard.domain.playbooks.nouns.forms import (
    Placeholder,
    ReviewDeadline,
    ReviewRules,
    ReviewTemplate,
    Template,
)
from runcard.domain.playbooks.nouns.procedures import Objective, Part, RunbookKind, SymptomForm
from runcard.domain.playbooks.nouns.said import Text, TimeValue

# The small nouns are read from here, beside those that are made of them.
__all__ = [
    "Placeholder",
    "ReviewDeadline",
    "ReviewRules",
    "ReviewTemplate",
    "Template",
    "Text",
    "TimeValue",
]


@dataclass(frozen=True, slots=True)
class Severity:
    """One level; of those of a playbook the first is the worst, wherever it stands."""

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
    LEADERS = "leaders"
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
    """A list of rungs; `ordered` where the document numbers them; `keys` are the levels it is for,
    empty for all."""

    line: int
    ordered: bool
    steps: tuple[ChainStep, ...]
    title: str = ""
    keys: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Role:
    """A role with a definition of its own; attributes are (slug, value) pairs."""

    name: str
    line: int
    duties: tuple[Text, ...] = ()
    attributes: tuple[tuple[str, str], ...] = ()
    end_line: int | None = None


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
    end_line: int | None = None
    fences: tuple[int, ...] = ()
    options: tuple[str, ...] = ()
    qualifier: str | None = None


@dataclass(frozen=True, slots=True)
class Runbook:
    """One failure and what to do about it; thresholds stand in its title or symptoms."""

    title: str
    line: int
    symptoms: tuple[Text, ...] = ()
    severity: str | None = None
    severity_line: int | None = None
    end_line: int | None = None
    kind: RunbookKind = RunbookKind.RUNBOOK
    symptom_form: SymptomForm | None = None
    parts: tuple[Part, ...] = ()
    rto: tuple[Objective, ...] = ()
    rpo: TimeValue | None = None
    impact: TimeValue | None = None
    verification: Text | None = None
    checklist: int = 0
    condition: Text | None = None
    note: Text | None = None


class Grade(Enum):
    """How much a finding matters."""

    ERROR = "error"
    WARNING = "warn"
    INFO = "info"


class Flaw(Enum):
    """What sort of thing is wrong: the classes in which findings are counted and compared."""

    DESTRUCTIVE = "destructive"
    CANNOT_WORK = "cannot-work"
    INEFFECTIVE = "ineffective-or-misleading"
    NEVER_RETURNS = "never-returns"
    UNVERIFIED = "missing-verification"
    UNRESOLVED = "unresolved-input"
    CONTRADICTION = "contradiction"
    MISSING = "missing-element"
    CONTACTS = "contacts"
    VAGUE = "vague-or-unrealistic"
    EVIDENCE = "evidence-and-secrets"
    TEMPLATE = "template-quality"
    NO_COMMAND = "step-without-command"
    NO_UNDO = "no-undo-or-partial"
    HYGIENE = "document-hygiene"
    DANGLING = "dangling-reference"
    DEPENDS = "depends-on-failed"


@dataclass(frozen=True, slots=True)
class Finding:
    """Something the document leaves open or gets wrong, with the line to write instead."""

    code: str
    line: int
    end_line: int
    grade: Grade
    flaw: Flaw
    message: str
    fix: str
    columns: tuple[int, int] | None = None
    """Where on its line the words stand, from 1, the end not included; None for all of it."""


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
    language: str = "en"
    triggers_line: int | None = None
    triggers_after: TimeValue | None = None
    """The one wait that a trigger states, if exactly one does."""
    hours: DutyHours | None = None
    war_room: WarRoom | None = None
    fences: tuple[FencedBlock, ...] = ()
    action_form: ActionForm | None = None
    drills: tuple[Drill, ...] = ()
    links: tuple[Link, ...] = ()
    headings: tuple[Text, ...] = ()
    checkboxes: int = 0
    checkboxes_in_fences: int = 0
    meta: Mapping[str, Text] = field(default_factory=dict)

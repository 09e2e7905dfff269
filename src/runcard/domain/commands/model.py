"""Nouns of a command: its words, its leaves, and the risk of running it with the reasons."""

from dataclasses import dataclass, field
from enum import Enum, IntEnum


class Effect(IntEnum):
    """What running does to the system it is aimed at; the larger is the worse."""

    READ_ONLY = 0
    MUTATING = 1
    DESTRUCTIVE = 2

    @property
    def word(self) -> str:
        """As it is written in files and answers."""
        return self.name.lower()


class Evidence(IntEnum):
    """What somebody who investigates later would miss."""

    NONE = 0
    PERISHABLE = 1
    DESTROYS = 2

    @property
    def word(self) -> str:
        """As it is written in files and answers."""
        return self.name.lower()


class Kind(Enum):
    """What a line that asks for something turned out to be; only a command is ever run."""

    COMMAND = "command"
    MANUAL = "manual_instruction"
    PROSE = "prose"


class Style(Enum):
    """How a parameter is written."""

    ANGLE = "angle"
    MUSTACHE = "mustache"
    CURLY = "curly"
    BRACKET = "bracket"
    LENTICULAR = "lenticular"
    ELLIPSIS = "ellipsis"
    ENV = "env"
    CAPITAL = "capital"
    EXAMPLE = "example_literal"
    LOCAL_FILE = "local_file"


@dataclass(frozen=True, slots=True)
class Parameter:
    """Something that must be filled in before the command can run."""

    token: str
    name: str
    style: Style
    secret: bool = False


@dataclass(frozen=True, slots=True)
class Word:
    """One word as the shell would hand it over; not `fixed` where a variable decides what it is."""

    text: str
    fixed: bool = True
    variable: str = ""


@dataclass(frozen=True, slots=True)
class Redirect:
    """`> file`, `< file`, `<<EOF`; the body of a here-document is its text."""

    operator: str
    target: Word
    body: str | None = None


@dataclass(frozen=True, slots=True)
class Feed:
    """What a command reads on its standard input: from whom, the text if it stands there, and the
    files that the producers read."""

    producers: tuple[str, ...] = ()
    text: str | None = None
    files: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Leaf:
    """One program with its words, as it would be started."""

    words: tuple[Word, ...]
    assigned: tuple[tuple[str, Word], ...] = ()
    redirects: tuple[Redirect, ...] = ()
    feed: Feed | None = None

    @property
    def name(self) -> str:
        """The program, or nothing when only a variable is set or a file is opened."""
        return self.words[0].text if self.words else ""

    @property
    def text(self) -> str:
        """The words in one line, for a reason that a person reads."""
        said = " ".join(word.text for word in self.words)
        return said if len(said) <= LONGEST_SUBJECT else said[: LONGEST_SUBJECT - 1] + "…"


LONGEST_SUBJECT = 60


@dataclass(frozen=True, slots=True)
class Flat:
    """A whole text as leaves, with what only its shape tells."""

    leaves: tuple[Leaf, ...]
    functions: frozenset[str] = frozenset()
    endless: str = ""
    too_deep: bool = False


@dataclass(frozen=True, slots=True)
class Variables:
    """The variables of a text: those it reads and those it sets itself."""

    read: tuple[str, ...] = ()
    assigned: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a part of a command is judged as it is."""

    effect: Effect
    subject: str
    words: str


@dataclass(frozen=True, slots=True)
class Risk:
    """What a command does, by its worst part."""

    effect: Effect = Effect.READ_ONLY
    evidence: Evidence = Evidence.NONE
    bounded: bool = True
    interactive: bool = False
    flags: frozenset[str] = frozenset()
    tools: tuple[str, ...] = ()
    reasons: tuple[Reason, ...] = ()


@dataclass(frozen=True, slots=True)
class Hints:
    """What a rule knows beside the risk: safer forms, the way back, what to save before."""

    bounded_form: str = ""
    non_interactive: str = ""
    undo: str = ""
    capture: str = ""
    preview: str = ""


@dataclass(frozen=True, slots=True)
class Judgement:
    """One command with everything that is said about it."""

    text: str
    risk: Risk
    parameters: tuple[Parameter, ...] = ()
    hints: Hints = field(default_factory=Hints)


@dataclass(frozen=True, slots=True)
class Record:
    """A command, manual instruction or line of prose, with its place; lines count from 1."""

    line: int
    end_line: int
    text: str
    kind: Kind
    language: str = ""

"""The rules about tools as nouns; the rules themselves are TOML, one file a tool."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from runcard.domain.commands.model import Effect, Evidence, Hints

Path = tuple[str, ...]
# Between words, and where small letters give way to a capital: `drop-all`, `dropAll`.
BORDER = re.compile(r"[^A-Za-z0-9]+|(?<=[a-z0-9])(?=[A-Z])")
# What may be a verb; a path or an address is none, whatever its parts.
NAME = re.compile(r"[A-Za-z][\w:-]*\Z")
FEW_LETTERS = 3
NEVER = re.compile(r"(?!)")


def parts_of(word: str) -> frozenset[str]:
    """The words that a name is made of, in small letters."""
    return frozenset(part.lower() for part in BORDER.split(word) if part)


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a rule says. None leaves a matter as it is; `lowers` may also make it better."""

    effect: Effect | None = None
    evidence: Evidence | None = None
    bounded: bool | None = None
    interactive: bool | None = None
    flags: frozenset[str] = frozenset()
    without: frozenset[str] = frozenset()
    lowers: bool = False
    why: str = ""


@dataclass(frozen=True, slots=True)
class When:
    """A condition on the call; all that is given must hold."""

    outcome: Outcome
    has: frozenset[str] = frozenset()
    lacks: frozenset[str] = frozenset()
    bare: frozenset[str] = frozenset()
    together: frozenset[str] = frozenset()
    value: re.Pattern[str] | None = None
    word: re.Pattern[str] | None = None
    no_word: re.Pattern[str] | None = None
    min_words: int = 0
    max_words: int | None = None
    piped: bool | None = None
    fed: re.Pattern[str] | None = None
    inner: bool | None = None
    last: re.Pattern[str] | None = None
    """What the last of its words is like: where something is copied to."""
    dashes: bool | None = None
    """Whether `--` stands among its words."""
    only: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Inner:
    """Where another command or language stands inside the call, and how it is written."""

    form: str
    after: int | None = None
    flags: frozenset[str] = frozenset()
    has: frozenset[str] = frozenset()
    lacks: frozenset[str] = frozenset()
    dashes: bool = False
    stdin: bool = False
    joined: bool = False
    skip: re.Pattern[str] | None = None
    ends: bool = False


@dataclass(frozen=True, slots=True)
class Copies:
    """How a call names what it copies and where to; without a flag, the last word is the target."""

    sources: frozenset[str] = frozenset()
    into: frozenset[str] = frozenset()
    keeps: frozenset[str] = frozenset()
    """Flags by which nothing that is there is overwritten."""


@dataclass(frozen=True, slots=True)
class Rule:
    """What some verbs of a tool do; a rule without verbs speaks for the tool itself."""

    outcome: Outcome
    verbs: tuple[Path, ...] = ()
    whens: tuple[When, ...] = ()
    inner: tuple[Inner, ...] = ()
    writes: frozenset[str] = frozenset()
    writes_words: bool = False
    copies: Copies | None = None
    hints: Hints = field(default_factory=Hints)
    only: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Tool:
    """A program as its table describes it."""

    name: str
    rules: tuple[Rule, ...]
    fallback: Outcome
    whens: tuple[When, ...] = ()
    value_flags: frozenset[str] = frozenset()
    switches: frozenset[str] = frozenset()
    glued: frozenset[str] = frozenset()
    known: frozenset[str] = frozenset()
    acts: frozenset[str] = frozenset()
    """Words for acts: `-truncate` is one flag and not seven letters, whatever the tool."""
    reader: bool = False
    by_name: bool = False
    own_commands: frozenset[str] = frozenset()
    """Tools of the table whose commands a team writes itself: the first word is the whole verb."""
    long_dash: bool = False
    slash: bool = False
    fold: bool = False
    stops: bool = False
    shown: str = ""


@dataclass(frozen=True, slots=True)
class Language:
    """A programming language by the names of what it calls."""

    destroys: re.Pattern[str]
    changes: re.Pattern[str]
    reads: frozenset[str]
    calls_without_brackets: bool = False
    planned: re.Pattern[str] | None = None
    """Acts of which only the plan is shown: nothing of them takes place."""
    starts: re.Pattern[str] | None = None
    """How a line begins that is typed at a prompt of this language and can be nothing else."""


@dataclass(frozen=True, slots=True)
class Words:
    """Words by which an act can be told when no rule knows the tool."""

    reads: frozenset[str] = frozenset()
    shown: frozenset[str] = frozenset()
    """Things whose name stands for the verb that shows them: `logs web`."""
    changes: frozenset[str] = frozenset()
    destroys: frozenset[str] = frozenset()
    nouns: frozenset[str] = frozenset()
    alarms: Mapping[str, Effect] = field(default_factory=dict)
    calm: frozenset[str] = frozenset()
    never_names: frozenset[str] = frozenset()
    """Verbs that nobody gives to a thing as its name: `docker context rm` whatever a table says."""
    asks: frozenset[str] = frozenset()
    """Verbs behind which free words stand, verbs too: `can-i delete pods`."""
    loud: frozenset[str] = frozenset()
    """Words in a flag by which even a call that changes something is worse than its verb."""
    begins: re.Pattern[str] = NEVER
    """How a word begins that takes something away: `delsnapshot`, `removebrick`."""
    named: tuple[tuple[re.Pattern[str], Outcome], ...] = ()

    @property
    def acts(self) -> frozenset[str]:
        """All words for acts that are long enough not to be a few letters of flags."""
        known = {*self.alarms, *self.destroys, *self.changes}
        return frozenset(word for word in known if len(word) > FEW_LETTERS and word.isalpha())

    def takes_away(self, word: str) -> bool:
        """Whether any part of the word says so, or the way it begins."""
        lowered = word.lower()
        if lowered in self.destroys:
            return True
        if lowered in self.changes or not NAME.match(word):
            return False
        return bool(self.begins.match(lowered) or parts_of(word) & self.destroys)


@dataclass(frozen=True, slots=True)
class SqlWords:
    """What the statements and functions of SQL do."""

    statements: tuple[tuple[re.Pattern[str], Outcome], ...] = ()
    functions: frozenset[str] = frozenset()
    acting: Mapping[str, Outcome] = field(default_factory=dict)
    starts: re.Pattern[str] = NEVER


@dataclass(frozen=True, slots=True)
class Order:
    """A path at which a word is an order; what is not known to be mild is the worst."""

    path: re.Pattern[str]
    mild: re.Pattern[str]
    outcome: Outcome


@dataclass(frozen=True, slots=True)
class Places:
    """What it means to write to a path. `backups` are copies of data; `live` is what is in use."""

    paths: tuple[tuple[re.Pattern[str], Outcome], ...] = ()
    emptied: tuple[tuple[re.Pattern[str], Outcome], ...] = ()
    orders: tuple[Order, ...] = ()
    backups: re.Pattern[str] = NEVER
    live: re.Pattern[str] = NEVER


@dataclass(frozen=True, slots=True)
class Tables:
    """Everything that is known about commands; read once and handed in."""

    tools: Mapping[str, Tool]
    words: Words = field(default_factory=Words)
    sql: SqlWords = field(default_factory=SqlWords)
    places: Places = field(default_factory=Places)
    languages: Mapping[str, Language] = field(default_factory=dict)
    harmless: Mapping[str, re.Pattern[str]] = field(default_factory=dict)
    hooks: re.Pattern[str] = NEVER
    examples: tuple[tuple[str, re.Pattern[str]], ...] = ()
    interpreters: frozenset[str] = frozenset()
    filters: frozenset[str] = frozenset()
    """Programs whose words are patterns and fields: none of them is a program to start."""
    programs_given: Mapping[str, frozenset[str]] = field(default_factory=dict)
    """Flags of interpreters behind which their program stands; what is piped in is only data."""
    downloaders: frozenset[str] = frozenset()
    decoders: frozenset[str] = frozenset()
    unnamed: frozenset[str] = frozenset()
    everyday: frozenset[str] = frozenset()
    given: frozenset[str] = frozenset()
    device_looks: frozenset[str] = frozenset()
    device_filters: frozenset[str] = frozenset()
    device_lines: frozenset[str] = frozenset()
    """How lines begin that are typed on a router or a switch; `device_signs` are those of them
    that hardly begin anything else."""
    device_signs: frozenset[str] = frozenset()

    def find(self, name: str, second: str) -> tuple[Tool | None, int]:
        """The tool, and how many words name it: `docker compose` is a tool of two words."""
        pair = self.tools.get(f"{name} {second}")
        if pair is not None:
            return pair, 2
        spellings = (name, name.lower().removesuffix(".exe"), f"{name}.sh")
        return next((self.tools[one] for one in spellings if one in self.tools), None), 1

"""What a fence is, decided by its content: a tag is often missing and sometimes wrong."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import takewhile

from runcard.domain.commands.shell_lines import CMD, POWERSHELL, shell_commands
from runcard.domain.commands.spelling import without_prompt
from runcard.domain.playbooks.nouns.appendix import FenceKind
from runcard.domain.playbooks.page.addresses import REAL, TOKEN, is_placeholder
from runcard.domain.playbooks.page.addresses import kind_of as kind_of_address
from runcard.domain.playbooks.page.blocks import Fence, label_of
from runcard.domain.playbooks.procedures.drawn_fences import SETTING, is_drawn
from runcard.domain.playbooks.procedures.fenced_lists import (
    are_mostly_boxes,
    are_mostly_steps,
    listed_in_a_shell,
    listed_kind,
)
from runcard.domain.playbooks.procedures.told_fences import are_sentences, is_form_to_note
from runcard.domain.playbooks.times.grammar import spans_in
from runcard.domain.playbooks.vocabulary import Vocabulary

SHELLS = {
    "bash", "sh", "shell", "zsh", "fish", "console", "terminal", "shell-session", "sh-session",
    "shellscript", "ksh",
} | POWERSHELL | CMD  # fmt: skip
QUERIES = {"sql", "psql", "mysql", "postgresql", "postgres", "plsql", "tsql", "sqlite", "mssql"}
DRAWINGS = {"mermaid", "plantuml", "puml", "dot", "graphviz", "ascii", "diagram", "d2"}
SETTINGS = {
    "yaml", "yml", "json", "jsonc", "json5", "toml", "ini", "cfg", "conf", "xml", "hcl",
    "terraform", "tf", "env", "dotenv", "properties", "nginx", "dockerfile", "apache", "diff",
    "hosts", "cron", "crontab", "caddyfile",
}  # fmt: skip
# What is written in these is kept in files: there is no prompt to type it at.
SOURCES = {
    "typescript", "ts", "tsx", "jsx", "java", "kotlin", "go", "golang", "rust", "rs", "c", "cpp",
    "c++", "csharp", "cs", "c#", "swift", "dart", "scala", "html", "css", "scss", "vue", "svelte",
}  # fmt: skip
SPEECH = {
    None, "", "text", "txt", "markdown", "md", "plain", "plaintext", "email", "none", "mail", "eml",
    "slack", "message", "template", "mustache", "handlebars", "jinja", "jinja2",
}  # fmt: skip
COMMENT = re.compile(r"^\s*(?:#|//|--|::|REM\b)", re.IGNORECASE)
QUERY = re.compile(
    r"^\s*(?:select\b|insert\s+into\b|update\s+\S+\s+set\b|delete\s+from\b|truncate\s+\w"
    r"|(?:alter|drop|create)\s+(?:table|index|system|database|role|user)\b|reindex\b|vacuum\b"
    r"|show\s+(?:processlist|replica|slave|tables|status|variables|max_|all\b))",
    re.IGNORECASE,
)
# A program as a whole, of which no line is a command of its own.
BRANCHES = re.compile(r"^\s*(?:async\s+)?(?:def|class|for|while|function|func)\b[^\n]*[:{]\s*$")
# The beginning of one: what it makes reaches over more lines.
DECLARED = re.compile(
    r"^\s*(?:export\s+)?(?:(?:const|let|var)\s+\w+\s*=.*|\w+\s*=\s*[\w.]+)[{(\[]\s*$"
)
# What a file of code brings in, and what it hands over to be run later: `every(60, () => {`.
BROUGHT_IN = re.compile(
    r"^\s*(?:const|let|var)\s+[\w{}, ]{1,200}=\s*(?:await\s+)?(?:require|import)\("
    r"|^\s*[\w.]{1,60}\((?:[^()]{0,80},\s*)?(?:async\s*)?\([\w, ]{0,80}\)\s*=>\s*\{\s*$"
)
MEMBER = re.compile(r"^\s*\"[\w.:-]+\"\s*:\s*\S")
# `"Error: no paper"`: what a machine shows, word for word.
QUOTED = re.compile(r"^\s*[\"“„«「].*[\"”“»」][,.;]?\s*$")
GAP = re.compile(r"(?:\t| {2})\s*")
FEWEST = 2
GOES_ON = "\\"
CLOCK = re.compile(r"\d{1,2}[:.h]\d{2}|\b\d{1,2}\s*(?:am|pm)\b|24/7", re.IGNORECASE)
BRANCH = re.compile(r"^[\s│]*[├└]")
HEADING = re.compile(r"^#{1,6}\s+\S")
# A transcript: what is typed at a prompt, and below it whatever the machine answers.
PROMPTED = re.compile(r"^\s*\$\s+[a-z./~]\S*(?:\s|$)")
# What a shell is told, whatever the program is called: behind a prompt, by its path, by a name as
# tools have, or with an option.
TYPED = re.compile(
    r"^\s*(?:\$\s+[a-z./~]|(?:\.{1,2}|~)/[\w./-]+(?:\s|$)|/[\w./-]*/s?bin/[\w.-]+(?:\s|$)"
    r"|[a-z][\w.-]*(?:ctl|cli|adm|admin|\.sh|\.py)\s+\w"
    r"|[a-z][\w.+-]*\s(?:[^.!?]*\s)?--?[a-z][\w-]*(?:[=\s]|$))"
)


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What the headings above a fence are about, and what it was already found to be."""

    about: frozenset[str]
    is_template: bool = False
    is_review: bool = False
    is_action: bool = False


def kind_of(fence: Fence, where: Surroundings, words: Vocabulary) -> FenceKind:
    """The kind of a fence; total: what fits nothing is a note."""
    tag = (fence.lang or "").lower()
    lines = [line for line in fence.lines if line.strip()]
    if tag in DRAWINGS:
        return FenceKind.DIAGRAM
    found = _known_kind(where)
    if found is not None:
        return found
    if tag in QUERIES:
        return FenceKind.COMMENTS if _is_all_comment(lines) else FenceKind.SQL
    if tag in SHELLS:
        return _shell_kind(fence, lines, words)
    if tag in SETTINGS:
        return _settings_kind(lines, (where, words))
    if lines and PROMPTED.match(lines[0]):
        return FenceKind.COMMANDS
    return _spoken_kind(fence, lines, (where, words))


def _known_kind(where: Surroundings) -> FenceKind | None:
    """What other readers have found it to be."""
    if where.is_review:
        return FenceKind.REVIEW_TEMPLATE
    if where.is_action:
        return FenceKind.ACTION_TEMPLATE
    return FenceKind.TEMPLATE if where.is_template else None


def _is_all_comment(lines: Sequence[str]) -> bool:
    return all(COMMENT.match(line) for line in lines)


def _shell_kind(fence: Fence, lines: Sequence[str], words: Vocabulary) -> FenceKind:
    """A shell fence may hold a list, a query, a tree of folders, or nothing but remarks."""
    others = [line for line in lines if not COMMENT.match(line)]
    listed = listed_in_a_shell(others)
    if listed is not None:
        return listed
    if _is_query(others):
        return FenceKind.SQL
    drawn = sum(1 for line in others if BRANCH.match(line))
    if 2 * drawn > len(others) and not any(_is_typed(line, words) for line in others):
        return FenceKind.NOTE
    if others and all(MEMBER.match(line) for line in others):
        return FenceKind.CONFIG
    if is_form_to_note(others) and not any(_is_typed(line, words) for line in others):
        return FenceKind.NOTE
    if not shell_commands(fence.lines, fence.line + 1, fence.lang):
        return FenceKind.COMMENTS
    return FenceKind.COMMANDS


def _is_query(said: Sequence[str]) -> bool:
    """`SELECT … ;` and nothing before it; `select one in …` begins a loop of the shell."""
    return bool(said) and QUERY.match(said[0]) is not None and said[-1].rstrip().endswith(";")


def _settings_kind(lines: Sequence[str], place: tuple[Surroundings, Vocabulary]) -> FenceKind:
    where = place[0]
    if "oncall" in where.about:
        return FenceKind.SCHEDULE
    if are_mostly_boxes(lines):
        return FenceKind.CHECKLIST
    if are_mostly_steps(lines):
        return FenceKind.PROSE_STEPS
    is_list = "contacts" in where.about or _is_call_list(lines, place)
    return FenceKind.CONTACTS if is_list else FenceKind.CONFIG


def _is_call_list(lines: Sequence[str], place: tuple[Surroundings, Vocabulary]) -> bool:
    """`lead: +1 555 0100` under a heading about whom to call."""
    where, words = place
    labels = [label_of(line.strip("- ")) for line in lines]
    real = [label for label in labels if label and kind_of_address(label.value, words) in REAL]
    return "escalation" in where.about and len(real) >= 2


def _spoken_kind(
    fence: Fence, lines: Sequence[str], place: tuple[Surroundings, Vocabulary]
) -> FenceKind:
    where, words = place
    if "oncall" in where.about and any(CLOCK.search(line) for line in lines):
        return FenceKind.SCHEDULE
    if "contacts" in where.about and any(label_of(line.strip("# ")) for line in lines):
        return FenceKind.CONTACTS
    if is_drawn(lines, words):
        return FenceKind.DIAGRAM
    if _is_directory(lines, words) or opens_with_ways(fence.lines, words):
        return FenceKind.CONTACTS
    if "review" in where.about and _is_form(lines):
        return FenceKind.REVIEW_TEMPLATE
    listed = listed_kind(lines)
    if listed is not None:
        return listed
    if "oncall" in where.about and any(spans_in(line, words) for line in lines):
        return FenceKind.SCHEDULE
    return _unlisted_kind(fence, lines, words)


def _is_directory(lines: Sequence[str], words: Vocabulary) -> bool:
    """`Director          01632 960 700`, line for line: names, gaps and addresses."""
    pieces = [GAP.split(line.strip(), maxsplit=1) for line in lines]
    reached = [one for one in pieces if len(one) > 1 and one[0][:1].isalpha()]
    real = [one for one in reached if kind_of_address(one[1], words) in REAL]
    return len(real) >= FEWEST and 2 * len(real) >= len(lines)


def opens_with_ways(lines: Sequence[str], words: Vocabulary) -> bool:
    """`Desk: desk@house.org` above `Radio: #deck`, and nothing to fill in below them: a list of
    ways to people, whatever else is said of it."""
    first = [*takewhile(str.strip, lines)]
    labels = [label_of(line.strip("-*• ")) for line in first]
    values = [label.value for label in labels if label is not None]
    ways = [one for one in values if kind_of_address(one, words) in {*REAL, "url"}]
    real = [one for one in ways if not is_placeholder(one, words)]
    gaps = [one for one in values if TOKEN.fullmatch(one)]
    is_list = len(real) >= FEWEST and len({*real, *gaps}) == len(first)
    return is_list and not any(TOKEN.search(line) for line in lines[len(first) :])


def _is_form(lines: Sequence[str]) -> bool:
    """Labels with nothing behind them, one a line."""
    empty = sum(1 for line in lines if line.rstrip().endswith((":", "：")))
    return empty >= 2 and 2 * empty >= len(lines)


def _unlisted_kind(fence: Fence, lines: Sequence[str], words: Vocabulary) -> FenceKind:
    """Untagged commands and queries by their first words; a reference elsewhere; else a note."""
    said = [line for line in lines if not COMMENT.match(line)]
    if said and QUERY.match(said[0]):
        return FenceKind.SQL
    if said and all(QUOTED.match(line) for line in said):
        return FenceKind.NOTE
    is_tagged = (fence.lang or "").lower() not in SPEECH
    if is_tagged and _is_program(said):
        return FenceKind.CONFIG
    begun = begun_in(said)
    commands = [line for line in begun if _is_typed(line, words)]
    if said and (2 * len(commands) >= len(begun) or _is_device_session(said, words)):
        return FenceKind.COMMANDS
    if is_tagged and are_sentences(said):
        return FenceKind.NOTE
    if is_tagged:
        is_source = (fence.lang or "").lower() in SOURCES
        kept = FenceKind.CONFIG if is_source else FenceKind.COMMANDS
        return FenceKind.COMMENTS if _is_all_comment(lines) else kept
    if len(lines) <= 2 and any(words.talk.speaks_of(line, "pointer") for line in lines):
        return FenceKind.POINTER
    return FenceKind.NOTE


def begun_in(lines: Sequence[str]) -> list[str]:
    """The lines at which a command may begin: neither remarks, nor behind a `\\` at the end."""
    said = [line for line in lines if line.strip() and not COMMENT.match(line)]
    above = ["", *said]
    return [line for line, last in zip(said, above, strict=False) if not last.endswith(GOES_ON)]


def _is_program(said: Sequence[str]) -> bool:
    """Code or settings that are kept in a file; none of their lines is typed and run."""
    is_set = bool(said) and all(SETTING.match(line) for line in said)
    is_code = any(form.match(line) for line in said for form in (BRANCHES, DECLARED, BROUGHT_IN))
    return is_set or is_code


def _is_typed(line: str, words: Vocabulary) -> bool:
    known = "command" in words.shell.phrases.get(first_word(line).lower(), ())
    return known or TYPED.match(line) is not None


def _is_device_session(said: Sequence[str], words: Vocabulary) -> bool:
    """Each line begins as lines do on a router or a switch, and one as they do only there."""
    spoken = [words.shell.phrases.get(first_word(line).lower(), ()) for line in said]
    return all(spoken) and any("device_sign" in concepts for concepts in spoken)


def first_word(line: str) -> str:
    """The program a line begins with, behind a prompt and `sudo`."""
    pieces = (without_prompt(line) or line).strip().lstrip("$> ").split(None, 2)
    pieces = pieces[1:] if pieces[:1] == ["sudo"] else pieces
    return pieces[0].strip("`;\"'") if pieces else ""

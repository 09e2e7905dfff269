"""What a document tells to run: every command with its place, its title and the calls in it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property

from runcard.domain.commands.line_by_line import settings
from runcard.domain.commands.shell_lines import STATEMENT, shell_commands, sql_statements
from runcard.domain.commands.spelling import PYTHON, is_typed_at_python, without_prompt
from runcard.domain.commands.untagged import FRAME, is_for_people
from runcard.domain.playbooks.calls import Call, calls_in
from runcard.domain.playbooks.lexicon import Lexicon
from runcard.domain.playbooks.page.blocks import Fence, Item, Outline, Paragraph, Section, Table
from runcard.domain.playbooks.page.prohibitions import codes_to_run

SHELLS = {"bash", "sh", "shell", "zsh", "console", "shell-session", "terminal", "cmd", "bat"}
POWERSHELL = {"powershell", "ps1", "pwsh"}
# Words of the shell itself, and of many a sentence.
BUILT_IN = {
    "cd", "export", "set", "unset", "exit", "read", "test", "[", "true", "false", "source", ".",
    "local", "return", "wait", "show", "select", "commit",
}  # fmt: skip
# A longer command is judged by its beginning.
LONGEST = 8000
COMMENT = re.compile(r"^\s*(?:#+(?!!)|::|REM\b|--)\s?(.*)$")
# `The lamp burns again.`, `Restart the lamp:`
TOLD = re.compile(r"[^\W\d_a-z][\w'’-]*[ ,][^\n]*[.:]$|[^\n]*[。：]$")
# `sudo -u postgres psql`, also with values that are set for the command.
SUDO = re.compile(
    r"^(?:[A-Z_]{2,40}=\S{1,200} )?(?:sudo (?:-[ug] [\w.-]{1,40} |-[A-Za-z]{1,3} ){0,3})?"
)


@dataclass(frozen=True, eq=False)
class Act:
    """One command. `title` is the comment that stands above it, `block` the line of its fence;
    `place` counts the commands of the block."""

    text: str
    line: int
    end_line: int
    language: str
    section: Section = field(repr=False)
    title: str = ""
    block: int = 0
    place: int = 0
    remark: str = ""

    @cached_property
    def calls(self) -> tuple[Call, ...]:
        """The programs it starts, those inside other programs too."""
        return calls_in(self.text) if self.language == "shell" else ()

    @property
    def is_inline(self) -> bool:
        """Whether it stands in a sentence and not in a fence."""
        return self.block == 0

    @property
    def is_counted(self) -> bool:
        """`| head -20` takes so many lines of what is printed in front of it, and ends it."""
        return bool(self.calls) and self.calls[-1].program == "head" and bool(self.calls[-1].fed)


def acts_of(page: Outline, programs: Lexicon | None, orders: Lexicon) -> tuple[Act, ...]:
    """Every command of the page, in order; less those that a sentence forbids."""
    fenced = [
        act
        for section in page.sections
        for block in section.blocks
        if isinstance(block, Fence)
        for act in _in_fence(block, section, programs)
        if not (_is_never_closed(block, page) and TOLD.match(act.text))
    ]
    # What the page runs in a block is a command in its sentences, too, whoever else knows it.
    run = {call.program.rpartition("/")[2] for act in fenced for call in act.calls} - BUILT_IN
    told = [
        Act(code, line, line, "shell", section, place=at)
        for section in page.sections
        for line, text in _running_text(section)
        for at, code in enumerate(codes_to_run(text, orders))
        if " " in code and (_is_program(code, programs) or _first_word(code) in run)
    ]
    return tuple(sorted([*fenced, *told], key=lambda act: (act.line, act.place)))


def _is_never_closed(fence: Fence, page: Outline) -> bool:
    """The rest of the page stands in it, words and commands alike."""
    last = page.lines[fence.end - 1] if fence.end > fence.line else ""
    return not last.lstrip(" >").startswith(("```", "~~~"))


def _running_text(section: Section) -> Iterator[tuple[int, str]]:
    for block in section.blocks:
        if isinstance(block, Item | Paragraph):
            yield from ((text.line, text.text) for text in block.lines)
        elif isinstance(block, Table):
            yield from ((row.line, " | ".join(row.cells)) for row in block.rows)


def _is_program(text: str, programs: Lexicon | None) -> bool:
    first = _first_word(text)
    return programs is not None and first == first.lower() and programs.exactly(first) is not None


def _first_word(text: str) -> str:
    bare = text.strip().removeprefix("$ ").removeprefix("echo | ")
    return SUDO.sub("", bare).split(" ")[0].rpartition("/")[2]


def _in_fence(fence: Fence, section: Section, programs: Lexicon | None) -> Iterator[Act]:
    language = _language(fence, programs)
    if language is None:
        return
    first = fence.line + 1
    if language == "sql":
        wholes = sql_statements(fence.lines, first)
    else:
        wholes = shell_commands(fence.lines, first, fence.lang)
    apart = {first + at for at in settings(fence.lines)}
    told = (one for one in wholes if one.line not in apart and not is_for_people(one.text))
    for place, whole in enumerate(told):
        spoken = _spoken(whole.text, language)
        bare = without_prompt(whole.text) if spoken == "shell" else None
        text = (whole.text if bare is None else bare)[:LONGEST]
        end = whole.line + whole.text.count("\n")
        title, remark = _around(fence, whole.line, end)
        yield Act(text, whole.line, end, spoken, section, title, fence.line, place, remark)


def _spoken(text: str, language: str) -> str:
    """A statement of a database, or a line for Python, among commands of the shell."""
    if is_typed_at_python(text):
        return PYTHON
    return "sql" if language == "shell" and STATEMENT.match(text) else language


def _language(fence: Fence, programs: Lexicon | None) -> str | None:
    lang = (fence.lang or "").lower()
    if lang == "sql":
        return "sql"
    if lang in POWERSHELL:
        return "powershell"
    if lang in SHELLS:
        return "shell"
    if lang:
        return None
    said = [
        line
        for line in _firsts(fence)
        if line.strip() and not (COMMENT.match(line) or FRAME.match(line))
    ]
    known = bool(said) and all(_is_program(line, programs) for line in said)
    return "shell" if known else None


def _firsts(fence: Fence) -> Iterator[str]:
    """Its lines, less those that go on where a backslash has broken the one before."""
    broken = False
    for line in fence.lines:
        if not broken:
            yield line
        broken = line.rstrip().endswith("\\")


def _around(fence: Fence, line: int, end: int) -> tuple[str, str]:
    """The comment above a command, and the one directly below it."""
    lines = fence.lines
    at = line - fence.line - 2
    above: list[str] = []
    while at >= 0 and (found := COMMENT.match(lines[at])):
        above.insert(0, found.group(1).strip())
        at -= 1
    below = end - fence.line
    found = COMMENT.match(lines[below]) if below < len(lines) else None
    return " ".join(above), found.group(1).strip() if found else ""


def blocks_of(acts: tuple[Act, ...]) -> tuple[tuple[Act, ...], ...]:
    """The commands of each fence, in order."""
    grouped: dict[int, list[Act]] = {}
    for act in acts:
        if act.block:
            grouped.setdefault(act.block, []).append(act)
    return tuple(tuple(group) for group in grouped.values())

"""A block of text in a language → what stands in it: commands, manual instructions, prose."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from runcard.domain.commands.classify import Bench, language_of
from runcard.domain.commands.line_by_line import (
    MOST_LINES,
    Block,
    end_of_sql,
    is_prose,
    line_by_line,
    record_at,
    settings,
)
from runcard.domain.commands.model import Kind, Record
from runcard.domain.commands.parameters import marked
from runcard.domain.commands.ports import Tree
from runcard.domain.commands.powershell import is_powershell
from runcard.domain.commands.requests import REQUEST
from runcard.domain.commands.spelling import (
    LONGEST,
    PYTHON,
    is_typed_at_python,
    spelled_plainly,
    without_prompt,
)
from runcard.domain.commands.sql import split_statements
from runcard.domain.commands.told_lists import are_entries, behind_mark, told_below_remarks
from runcard.domain.commands.untagged import COMMENT, Form, form_of, is_command

SHELL_TAGS = {"bash", "sh", "shell", "zsh", "ksh", "fish", "bat", "cmd", "batch", "dosbatch"}
CONSOLE_TAGS = {"console", "shell-session", "shellsession", "terminal", "session", "bash-session"}
POWERSHELL_TAGS = {"powershell", "pwsh", "ps1", "ps"}
SQL_TAGS = frozenset(
    ["sql", "mysql", "postgres", "postgresql", "psql", "plsql", "tsql", "pgsql", "cql", "sqlite"]
)
TABLE_TAGS = {"redis": "table:redis"}
# Tags of what may be a program, and may be what is typed at the prompt of a database.
PROMPT_TAGS = {"js", "javascript", "mongo", "mongosh", "mongodb"}
OPEN_BRACES = re.compile(r"[{}()]")


def records_of(block: Block, bench: Bench) -> list[Record]:
    """What the block holds, in order; a block of another kind holds nothing."""
    tag = (block.tag or "").strip().lower()
    if tag in CONSOLE_TAGS:
        return list(_transcript(block))
    if tag in SQL_TAGS:
        return list(_statements(block))
    if tag in POWERSHELL_TAGS:
        return list(_lines(block, "powershell"))
    if tag in TABLE_TAGS:
        return list(_lines(block, TABLE_TAGS[tag]))
    if tag in SHELL_TAGS:
        return list(_shell(_without_marks(block, bench), bench))
    if tag in PROMPT_TAGS:
        language = _language_at_the_prompt(block, bench)
        return list(_lines(block, language)) if language else []
    return list(_untagged(block, bench)) if tag in {"", "text", "plain", "plaintext"} else []


def _without_marks(block: Block, bench: Bench) -> Block:
    """`- rm -rf /srv` is the command behind the mark; an entry that tells something stays one."""
    typed = (behind_mark(line) for line in block.lines)
    lines = (
        line if one is None or not is_command(one, bench) else one
        for line, one in zip(block.lines, typed, strict=True)
    )
    return replace(block, lines=tuple(lines))


def _language_at_the_prompt(block: Block, bench: Bench) -> str | None:
    """That of a database, where a line can be nothing else."""
    spoken = (language_of(line.strip(), bench.tables) for line in block.lines)
    return next((one for one in spoken if one.startswith("code:")), None)


def _untagged(block: Block, bench: Bench) -> Iterator[Record]:
    form = form_of(block.lines, bench)
    if form is Form.SHELL:
        yield from _shell(block, bench)
    elif form is Form.TRANSCRIPT:
        yield from _transcript(block)
    elif form in {Form.PROSE, Form.SESSION}:
        prose = range(len(block.lines)) if form is Form.PROSE else ()
        yield from line_by_line(block, set(prose))


def _transcript(block: Block) -> Iterator[Record]:
    """Lines with a prompt were typed; the others are what came back."""
    typed = [(at, line) for at, line in enumerate(block.lines) if _has_prompt(line)]
    for at, line in typed:
        number = block.first_line + at
        end = at
        while block.lines[end].endswith("\\") and end + 1 < len(block.lines):
            end += 1
        text = "\n".join([line, *block.lines[at + 1 : end + 1]])
        language = PYTHON if is_typed_at_python(line) else "shell"
        yield Record(number, block.first_line + end, text, Kind.COMMAND, language)


def _has_prompt(line: str) -> bool:
    return without_prompt(line) is not None or is_typed_at_python(line)


def _statements(block: Block) -> Iterator[Record]:
    """One record a statement, from its first word to its semicolon."""
    text = "\n".join(block.lines)
    at = 0
    for written, masked in split_statements(text):
        start = text.find(written, at) + len(written) - len(written.lstrip())
        at = max(start, at) + len(written)
        skipped = len(masked) - len(masked.lstrip())
        first = text.count("\n", 0, start + skipped)
        last = text.count("\n", 0, at)
        yield record_at(block, first, last, "sql")


def _shell(block: Block, bench: Bench) -> Iterator[Record]:
    if any(is_powershell(line) for line in block.lines):
        yield from _lines(block, "powershell")
        return
    if any(without_prompt(line) for line in block.lines if line.lstrip().startswith("$ ")):
        yield from _transcript(block)
        return
    commands = list(_commands(block, bench))
    yield from sorted([*commands, *_comments(block, commands)], key=lambda record: record.line)


def _commands(block: Block, bench: Bench) -> Iterator[Record]:
    """By the statements of the whole block; where it cannot be read, line by line."""
    prose = _for_people(block.lines)
    is_apart = bool(prose) or any(map(_is_no_shell, block.lines))
    spans = None if is_apart else _statement_lines(block.lines, bench)
    if spans is None:
        yield from line_by_line(block, prose)
        return
    read = -1
    for first, last in spans:
        if first > read:
            read = max(last, end_of_sql(block.lines, first))
            yield record_at(block, first, read)


def _for_people(lines: Sequence[str]) -> set[int]:
    """The places of the lines that nobody types: all of a list that is told."""
    said = [at for at, line in enumerate(lines) if line.strip() and not COMMENT.match(line)]
    if are_entries([lines[at] for at in said]):
        return set(said)
    told = told_below_remarks(lines) | settings(lines)
    return {at for at, line in enumerate(lines) if is_prose(line)} | told


def _is_no_shell(line: str) -> bool:
    return REQUEST.match(line) is not None or is_typed_at_python(line)


def _statement_lines(lines: Sequence[str], bench: Bench) -> list[tuple[int, int]] | None:
    """First and last line of each statement; those that share a line are one."""
    text = "\n".join(lines)
    if len(text) > LONGEST:
        return None
    plain = marked(spelled_plainly(text)).text
    parsed = bench.parse(plain)
    if not isinstance(parsed, Tree):
        return None
    spans: list[tuple[int, int]] = []
    for statement in parsed.root.get("Stmts") or ():
        first, last = _extent(statement, parsed.first_line)
        if spans and first <= spans[-1][1]:
            spans[-1] = (spans[-1][0], max(last, spans[-1][1]))
        else:
            spans.append((first, last))
    return [(first, min(last, len(lines) - 1)) for first, last in spans]


def _extent(statement: object, first_line: int) -> tuple[int, int]:
    """A here-document belongs to its statement, with the line that ends it."""
    places = _places(statement, 0)
    return min(places) - first_line, max(places) - first_line


def _places(node: object, depth: int) -> list[int]:
    if depth > 60:
        return []
    if isinstance(node, list):
        return [line for part in node for line in _places(part, depth + 1)]
    if not isinstance(node, dict):
        return []
    found = [int(node[key]["Line"]) for key in ("Pos", "End") if isinstance(node.get(key), dict)]
    if node.get("Hdoc"):
        found.append(max(_places(node["Hdoc"], depth + 1), default=0))
    inner = (
        value for key, value in node.items() if key != "Comments" and isinstance(value, dict | list)
    )
    return found + [line for value in inner for line in _places(value, depth + 1)]


def _comments(block: Block, commands: Sequence[Record]) -> Iterator[Record]:
    """A comment is an instruction unless it is the title of the command right below."""
    taken = {line for record in commands for line in range(record.line, record.end_line + 1)}
    starts = {record.line for record in commands}
    at = 0
    while at < len(block.lines):
        if block.first_line + at in taken or not COMMENT.match(block.lines[at]):
            at += 1
            continue
        end = at
        while end + 1 < len(block.lines) and COMMENT.match(block.lines[end + 1]):
            end += 1
        if block.first_line + end + 1 not in starts and _says_something(block.lines[at]):
            text = "\n".join(block.lines[at : end + 1])
            yield Record(block.first_line + at, block.first_line + end, text, Kind.MANUAL)
        at = end + 1


def _says_something(line: str) -> bool:
    return any(sign.isalpha() for sign in line) and not line.lstrip().startswith("#!")


def _lines(block: Block, language: str) -> Iterator[Record]:
    """One record a line; open braces join the lines they span."""
    at = 0
    while at < len(block.lines):
        line = block.lines[at]
        if line.strip() and not COMMENT.match(line):
            end = _closed(block.lines, at)
            yield record_at(block, at, end, _spoken(line, language))
            at = end
        at += 1


def _spoken(line: str, language: str) -> str:
    """Between cmdlets stand ordinary programs; their language is told by themselves."""
    return "" if language == "powershell" and not is_powershell(line) else language


def _closed(lines: Sequence[str], at: int) -> int:
    open_now = 0
    for end in range(at, min(at + MOST_LINES, len(lines))):
        signs = OPEN_BRACES.findall(lines[end])
        open_now += sum(1 if sign in "{(" else -1 for sign in signs)
        below = lines[end + 1].lstrip() if end + 1 < len(lines) else ""
        goes_on = lines[end].rstrip().endswith(("`", "|")) or below.startswith(".")
        if open_now <= 0 and not goes_on:
            return end
    return at

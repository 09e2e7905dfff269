"""Fenced lines joined to whole commands: one entry for each thing a person would run."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import islice, takewhile

from runcard.domain.commands.requests import is_above_its_body
from runcard.domain.commands.told_lists import are_entries, behind_mark, told_below_remarks
from runcard.domain.commands.told_texts import told_texts

HEREDOC = re.compile(r"<<-?\s*(['\"]?)([A-Za-z_]\w*)\1")
BLOCK_WORD = re.compile(
    r"(?:^|[;&|]\s*|\bdo\s+|\bthen\s+|\belse\s+)(for|while|until|if|case|done|fi|esac)\b"
)
PROMPT = re.compile(
    r"^(?:[\w.-]+@[\w.-]+:[^\s$#]{0,60}[$#]|\[[\w.-]+@[\w.-]+ [^\]]{1,60}\][$#]"
    r"|PS(?: [A-Za-z]:[^>]{0,80})?>|[A-Za-z]:\\[^>]{0,80}>|\$|>>>|[\w-]{1,30}[=#>]>|mysql>"
    r"|[\w.-]{1,30}[$#>])"
    r"\s+(?=\S)"
)
DOLLAR_PROMPT = re.compile(r"^\$\s+\S")
POWERSHELL = {"powershell", "ps1", "pwsh", "posh", "ps"}
CMD = {"cmd", "bat", "batch", "dos"}
# A statement between commands, in capitals: it ends where its semicolon stands.
STATEMENT = re.compile(
    r"^(?:EXPLAIN|SELECT|UPDATE|INSERT INTO|DELETE FROM|(?:ALTER|CREATE|DROP) [A-Z]+|GRANT|REVOKE)"
    r"(?:\s+\S|$)"
)
# A line that may be a program of its own: what stands above must ask for more.
LONE = re.compile(r"\s*[a-z][\w./-]*;?\s*\Z")
ASKS_FOR_MORE = re.compile(r"(?:[,(=+*/-]|\b[A-Z]+)\s*\Z")
MOST_OPEN = 400
OPENING = {"for", "while", "until", "if", "case"}
QUOTING = frozenset("\\'\"#")


@dataclass(frozen=True, slots=True)
class Whole:
    """One command: its words as they stand, joined, and the line where it begins."""

    text: str
    line: int


@dataclass
class _Joiner:
    """What is open while lines are read: a quote, a here-document, a statement, loops, brackets."""

    powershell: bool = False
    quote: str = ""
    heredoc: str = ""
    statement: bool = False
    depth: int = 0
    held: list[str] = field(default_factory=list)
    started: int = 0

    @property
    def is_open(self) -> bool:
        return bool(self.quote or self.heredoc or self.statement or self.depth > 0)


def shell_commands(lines: Sequence[str], first_line: int, lang: str | None) -> tuple[Whole, ...]:
    """Continuations, open quotes, here-documents and loops are joined; comments do not count."""
    return _shell_commands(tuple(lines), first_line, (lang or "").lower())


# The readers and the linter ask for the same fences, one after the other.
@lru_cache(maxsize=4096)
def _shell_commands(lines: tuple[str, ...], first_line: int, tag: str) -> tuple[Whole, ...]:
    if are_entries([line for line in lines if line.strip() and not line.lstrip().startswith("#")]):
        return ()
    told = told_below_remarks(lines) | told_texts(lines)
    lines = tuple("" if at in told else behind_mark(one) or one for at, one in enumerate(lines))
    if _is_transcript(lines, tag):
        return tuple(_prompted(lines, first_line))
    joiner = _Joiner(powershell=tag in POWERSHELL)
    found = list(_joined(lines, first_line, joiner))
    if joiner.is_open and not joiner.heredoc:
        # An odd quote would swallow the rest: then each line stands for itself.
        return tuple(_line_by_line(lines, first_line))
    return tuple(found)


def _is_transcript(lines: Sequence[str], tag: str) -> bool:
    if tag in {"console", "shell-session", "terminal", "sh-session"}:
        return any(PROMPT.match(line.strip()) for line in lines)
    return any(DOLLAR_PROMPT.match(line.strip()) for line in lines[:1])


def _prompted(lines: Sequence[str], first_line: int) -> Iterator[Whole]:
    """Only what stands behind a prompt was typed."""
    for number, line in enumerate(lines, first_line):
        if PROMPT.match(line.strip()):
            yield Whole(line.strip(), number)


def _line_by_line(lines: Sequence[str], first_line: int) -> Iterator[Whole]:
    """One each; what goes on for sure stays together."""
    at = 0
    while at < len(lines):
        text, end = lines[at].strip(), _end_of(lines, at)
        if text and not text.startswith("#"):
            yield Whole("\n".join(map(str.strip, lines[at:end])), first_line + at)
        at = end


def _end_of(lines: Sequence[str], at: int) -> int:
    """Behind a backslash, in a statement up to its semicolon, or further in below `for each jar:`
    a line belongs to the one above; one without anything ends them all."""
    text = lines[at].strip()
    group = takewhile(str.strip, islice(lines, at + 1, at + MOST_OPEN))
    if STATEMENT.match(text):
        return end_of_statement(lines, at) + 1
    if text.endswith(":") and BLOCK_WORD.match(text):
        return at + 1 + sum(1 for _ in takewhile(_is_inside, group))
    if text.endswith("\\"):
        return at + next((end for end, one in enumerate(group, 2) if not _is_slashed(one)), 1)
    return at + 1


def end_of_statement(lines: Sequence[str], at: int) -> int:
    """The line of its semicolon, counted from 0; the line itself where a gap, a comment of the
    shell or what may be a program comes first, so that no command is taken into a statement."""
    for end in range(at, min(at + MOST_OPEN, len(lines))):
        text = lines[end].strip()
        if not text or text.startswith("#"):
            return at
        if end > at and LONE.match(text) and not ASKS_FOR_MORE.search(lines[end - 1]):
            return at
        if text.endswith(";"):
            return end
    return at


def _is_inside(line: str) -> bool:
    return line[:1].isspace()


def _is_slashed(line: str) -> bool:
    return line.rstrip().endswith("\\")


def _joined(lines: Sequence[str], first_line: int, joiner: _Joiner) -> Iterator[Whole]:
    until = first_line
    for number, line in enumerate(lines, first_line):
        text = line.strip()
        if not joiner.held and (_is_comment(text) or text.startswith("-- ")):
            continue
        if joiner.held and not joiner.is_open and _is_comment(text):
            if not text:
                yield _finished(joiner)
            continue
        joiner.started = joiner.started if joiner.held else number
        joiner.held.append(text)
        if len(joiner.held) == 1 and STATEMENT.match(text):
            until = first_line + end_of_statement(lines, number - first_line)
        joiner.statement = number < until
        _take(joiner, line)
        goes_on = _goes_on(text, joiner) or is_above_its_body(lines, number - first_line)
        if not joiner.is_open and not goes_on:
            yield _finished(joiner)
    if joiner.held:
        yield _finished(joiner)


def _is_comment(text: str) -> bool:
    return not text or text.startswith(("#", "REM ", "rem ", "::", "//"))


def _finished(joiner: _Joiner) -> Whole:
    whole = Whole("\n".join(joiner.held), joiner.started)
    joiner.held = []
    return whole


def _goes_on(text: str, joiner: _Joiner) -> bool:
    bare = _uncommented(text)
    if bare.endswith("`"):
        return joiner.powershell
    if bare.endswith("^"):
        return len(bare) > 1 and bare[-2] == " "
    return bare.endswith(("\\", "&&", "||", "|"))


def _uncommented(text: str) -> str:
    at = text.find(" #")
    cut = (
        text[:at]
        if at > 0 and text.count("'", 0, at) % 2 == 0 == text.count('"', 0, at) % 2
        else text
    )
    return cut.rstrip()


def _take(joiner: _Joiner, line: str) -> None:
    """Follow quotes, here-documents, loops and braces over one line."""
    if joiner.heredoc:
        if line.strip() == joiner.heredoc:
            joiner.heredoc = ""
        return
    was_open = bool(joiner.quote)
    bare = _without_quotes(joiner, line)
    if joiner.quote or was_open:
        return
    begun = HEREDOC.search(line)
    if begun is not None and "<<<" not in line:
        joiner.heredoc = begun.group(2)
    if joiner.powershell or bare.rstrip().endswith("{") or joiner.depth:
        joiner.depth += bare.count("{") - bare.count("}")
    for word in BLOCK_WORD.findall(bare.strip()):
        joiner.depth += 1 if word in OPENING else -1
    joiner.depth = max(0, min(joiner.depth, MOST_OPEN))


def _without_quotes(joiner: _Joiner, line: str) -> str:
    """The line without what is quoted; a quote that stays open is remembered."""
    if not joiner.quote and QUOTING.isdisjoint(line):
        return line
    kept, at = list[str](), 0
    while at < len(line):
        sign = line[at]
        if joiner.quote:
            at += 2 if sign == "\\" and joiner.quote == '"' and not joiner.powershell else 1
            if sign == joiner.quote:
                joiner.quote = ""
            continue
        if sign == "\\" and not joiner.powershell:
            at += 2
            continue
        if sign in "'\"" and _opens(line, at, sign):
            joiner.quote = sign
        elif sign == "#" and (at == 0 or line[at - 1].isspace()):
            break
        else:
            kept.append(sign)
        at += 1
    return "".join(kept)


def _opens(line: str, at: int, sign: str) -> bool:
    """An apostrophe inside a word is no quote."""
    return not (sign == "'" and line[at - 1 : at].isalnum() and line[at + 1 : at + 2].isalpha())


def sql_statements(lines: Sequence[str], first_line: int) -> tuple[Whole, ...]:
    """One entry a statement; the last may lack its semicolon."""
    return tuple(_statements(lines, first_line))


def _statements(lines: Sequence[str], first_line: int) -> Iterator[Whole]:
    held: list[str] = []
    started, quote, comment = first_line, "", False
    for number, line in enumerate(lines, first_line):
        text = line.strip()
        comment, skip = _in_comment(text, comment)
        if skip or not text or (not held and text.startswith(("--", "#", "//"))):
            continue
        if not held and text.startswith("\\"):
            yield Whole(text, number)
            continue
        for piece, ended, still in _pieces(text, quote):
            quote = still
            started = started if held else number
            held.extend([piece] if piece.strip() else [])
            if ended and held:
                yield Whole("\n".join(held), started)
                held = []
    if held:
        yield Whole("\n".join(held), started)


def _in_comment(text: str, inside: bool) -> tuple[bool, bool]:
    """Whether a block comment goes on behind this line, and whether the line is all comment."""
    if inside:
        return "*/" not in text, True
    if text.startswith("/*"):
        return "*/" not in text, text.endswith("*/") or "*/" not in text
    return False, False


def _pieces(text: str, quote: str) -> Iterator[tuple[str, bool, str]]:
    r"""The line cut at semicolons and `\G` outside quotes, and before a comment."""
    since = 0
    for at, sign in enumerate(text):
        if quote:
            quote = "" if sign == quote else quote
        elif sign in "'\"":
            quote = sign
        elif text.startswith("--", at):
            yield text[since:at], False, quote
            return
        elif sign == ";":
            yield text[since:at], True, quote
            since = at + 1
        elif text[at : at + 2] in {"\\G", "\\g"} and not text[at + 2 : at + 3].isalnum():
            yield text[since : at + 2], True, quote
            since = at + 2
    yield text[since:], False, quote

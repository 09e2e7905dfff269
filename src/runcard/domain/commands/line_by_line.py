"""A block in which not all is a command, and one that cannot be read as a whole: by its lines."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from runcard.domain.commands.model import Kind, Record
from runcard.domain.commands.requests import REQUEST
from runcard.domain.commands.shell_lines import STATEMENT, end_of_statement
from runcard.domain.commands.spelling import PYTHON, is_typed_at_python
from runcard.domain.commands.untagged import COMMENT, SAYING, SENTENCE, is_for_people

WIDE = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
KEY = re.compile(r"[\w.-]{2,60}:\s*(?:#.*)?$")
SETTING = re.compile(r"\s+(?:-\s|[\w.-]{1,60}:(?:\s|$))")
# `"bake": "ovenctl heat",` of a file, and `*/30 * * * * ovenctl heat` of a table of jobs.
ENTRY_OF_A_FILE = re.compile(
    r"\s*(?:\"[\w:.-]{1,60}\":\s|(?:[\d*/,-]{1,20}\s+){5}\S"
    r"|@(?:reboot|hourly|daily|weekly|monthly)\s)"
)
MOST_LINES = 60
BULLETS = ("☐", "•", "□", "- ", "* ", "– ")
HERE = re.compile(r"<<-?\s*['\"]?(\w+)")
OPENS = re.compile(r"(?:\\|\||&&)\s*\Z")
OPENS_A_BLOCK = re.compile(r"(?:\bdo|\bthen|[{(])\s*\Z")
CLOSES = re.compile(r"\s*(?:done|fi|esac|[})])")


@dataclass(frozen=True, slots=True)
class Block:
    """A fence or a piece of code: its lines, the line of the first, the tag it was given."""

    lines: tuple[str, ...]
    first_line: int
    tag: str | None = None


def line_by_line(block: Block, prose: set[int]) -> Iterator[Record]:
    """The lines of `prose`, counted from 0, are for people; the others are commands."""
    at = 0
    while at < len(block.lines):
        line = block.lines[at]
        if at in prose:
            end = _end_of_command(block.lines, at) if SAYING.match(line) else at
            text = "\n".join(block.lines[at : end + 1]).strip()
            yield Record(block.first_line + at, block.first_line + end, text, Kind.PROSE)
            at = end
        elif line.strip() and not COMMENT.match(line):
            end = max(end_of_sql(block.lines, at), _end_of_command(block.lines, at))
            yield record_at(block, at, end)
            at = end
        at += 1


def end_of_sql(lines: Sequence[str], at: int) -> int:
    """The last line of a statement that begins here; this one if none does."""
    return end_of_statement(lines, at) if STATEMENT.match(lines[at].strip()) else at


def _end_of_command(lines: Sequence[str], at: int) -> int:
    """The line where quotes, blocks and here-documents are closed again; this one if none is. What
    is sent with a request follows it without a gap."""
    if REQUEST.match(lines[at]):
        return _end_of_request(lines, at)
    for end in range(at, min(at + MOST_LINES, len(lines))):
        if not _is_open(lines[at : end + 1]):
            return end
    return at


def _end_of_request(lines: Sequence[str], at: int) -> int:
    """The line before the next request, comment or gap."""
    for end in range(at + 1, min(at + MOST_LINES, len(lines))):
        line = lines[end]
        if not line.strip() or COMMENT.match(line) or REQUEST.match(line):
            return end - 1
    return min(at + MOST_LINES, len(lines)) - 1


def _is_open(lines: Sequence[str]) -> bool:
    """By its signs alone, because a block that is read line by line cannot be read as a whole."""
    piece = "\n".join(lines)
    here = HERE.search(lines[0])
    if here is not None:
        return here.group(1) != lines[-1].strip()
    if piece.count("'") % 2 or piece.count('"') % 2 or OPENS.search(lines[-1]):
        return True
    return OPENS_A_BLOCK.search(lines[0]) is not None and not CLOSES.match(lines[-1])


def is_prose(line: str) -> bool:
    """`1. Open an incident`: a sentence for a person, though it stands where commands stand."""
    if is_for_people(line) or line.lstrip().startswith(BULLETS):
        return True
    bare = line.strip()
    return WIDE.match(bare) is not None or (
        SENTENCE.match(line) is not None and " -" not in line and "=" not in line
    )


def settings(lines: Sequence[str]) -> set[int]:
    """The lines, from 0, of a piece of a settings file among commands: an entry that can be nothing
    else, or `limits:` below a gap or a comment, and what follows it without a gap. What is fed to a
    command follows that command, and what is sent follows its request."""
    found: set[int] = set()
    for at, line in enumerate(lines):
        above = lines[at - 1].strip() if at else ""
        begins = (not above or above.startswith("#")) and KEY.match(line) is not None
        goes_on = at - 1 in found and SETTING.match(line) is not None
        if begins or goes_on or ENTRY_OF_A_FILE.match(line):
            found.add(at)
    return set() if any("<<" in line or REQUEST.match(line) for line in lines) else found


def record_at(block: Block, first: int, last: int, language: str | None = None) -> Record:
    """The command on these lines of the block, counted from 0; its language where the tag or the
    place tells it."""
    text = "\n".join(block.lines[first : last + 1])
    language = _told_by_itself(text) if language is None else language
    return Record(block.first_line + first, block.first_line + last, text, Kind.COMMAND, language)


def _told_by_itself(text: str) -> str:
    if is_typed_at_python(text):
        return PYTHON
    return "sql" if STATEMENT.match(text.strip()) else "shell"

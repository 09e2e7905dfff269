"""Other styles in which the same document may be written, line for line.

Each takes the lines of a document and gives as many; what the document means must not change.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import count, cycle

Lines = list[str]
Style = Callable[[Sequence[str]], Lines]
Heading = Callable[[str, str], str]

FENCE = re.compile(r"^\s*(```+|~~~+)")
HEADING = re.compile(r"^(#{1,6})\s+(.*?)\s*#*$")
NUMBERED = re.compile(r"^#{2}\s+(?:[^\w#]+\s*)?\d")
ROW = re.compile(r"^\s*\|.*\|\s*$")
LEVEL = re.compile(r"(?<![\w-])(?:P|SEV-?|Sev ?)([0-5])(?!\w|\.\d)")
SPAN = re.compile(r"(?<![\w.])(\d+)\s?(minutes|mins?|hours|hrs?)(?![\w-])")
SHORT = {"m": "min", "h": "h"}
CHAPTER = 2
DEEPEST = 6


def _lines(change: Callable[[str], str]) -> Style:
    """A change of each line outside fences."""
    return lambda lines: list(_changed(lines, change))


def _changed(lines: Sequence[str], change: Callable[[str], str]) -> Iterator[str]:
    opened = ""
    for line in lines:
        mark = FENCE.match(line)
        if mark is not None:
            opened = "" if opened == mark.group(1) else opened or mark.group(1)
        yield line if opened or mark is not None else change(line)


def _headings(change: Heading) -> Style:
    """A change of each heading, told its signs and its words."""

    def changed(line: str) -> str:
        found = HEADING.match(line)
        return line if found is None else change(found.group(1), found.group(2))

    return _lines(changed)


def _in_bold(signs: str, title: str) -> str:
    return f"{signs} {title}" if set(title) & set("*`") else f"{signs} **{title}**"


def _in_capitals(signs: str, title: str) -> str:
    return f"{signs} {title}" if "`" in title else f"{signs} {title.upper()}"


def _with_colon(signs: str, title: str) -> str:
    ends = title.endswith((":", "?", "："))
    return f"{signs} {title}" if len(signs) <= CHAPTER or ends else f"{signs} {title}:"


def _deeper(signs: str, title: str) -> str:
    return f"#{signs} {title}" if 1 < len(signs) < DEEPEST else f"{signs} {title}"


def _with_pictures(lines: Sequence[str]) -> Lines:
    pictures = cycle("📌🔧📣🚀🧭🔎🛟")
    return _headings(
        lambda signs, title: (
            f"{signs} {next(pictures)} {title}" if len(signs) == CHAPTER else f"{signs} {title}"
        )
    )(lines)


def _numbered(mark: str) -> Style:
    """Chapters that are counted, where they are not yet."""

    def style(lines: Sequence[str]) -> Lines:
        if any(map(NUMBERED.match, lines)):
            return list(lines)
        numbers = count(1)
        return _headings(
            lambda signs, title: (
                f"{signs} {next(numbers)}{mark} {title}"
                if len(signs) == CHAPTER
                else f"{signs} {title}"
            )
        )(lines)

    return style


def _rows(change: Callable[[list[str]], list[str]]) -> Style:
    """A change of each row of a table, cell by cell."""

    def changed(line: str) -> str:
        if not ROW.match(line):
            return line
        cells = [cell.strip() for cell in re.split(r"(?<!\\)\|", line.strip().strip("|"))]
        return "| " + " | ".join(change(cells)) + " |"

    return _lines(changed)


def _first_in_bold(cells: list[str]) -> list[str]:
    first, *rest = cells
    is_bare = first and not set(first) & set("*`") and not set("".join(cells)) <= set("-: ")
    return [f"**{first}**", *rest] if is_bare else cells


def _levels(form: str) -> Style:
    """Codes of levels in another spelling, in fences too."""
    return lambda lines: [
        LEVEL.sub(lambda found: form.format(found.group(1)), one) for one in lines
    ]


def _short(found: re.Match[str]) -> str:
    return f"{found.group(1)} {SHORT[found.group(2)[0]]}"


STYLES: Mapping[str, Style] = {
    "headings one deeper": _headings(_deeper),
    "headings closed": _headings(lambda signs, title: f"{signs} {title} {signs}"),
    "headings in bold": _headings(_in_bold),
    "headings in capitals": _headings(_in_capitals),
    "headings with a colon": _headings(_with_colon),
    "headings with pictures": _with_pictures,
    "headings with named places": _headings(lambda signs, title: f"{signs} {title} {{#place}}"),
    "headings behind places": _headings(lambda signs, title: f'{signs} <a id="x"></a>{title}'),
    "chapters 1.": _numbered("."),
    "chapters 1)": _numbered(")"),
    "chapters 1 —": _numbered(" —"),
    "bullets as stars": _lines(lambda line: re.sub(r"^(\s*)[-+] (?=\S)", r"\1* ", line)),
    "bullets as points": _lines(lambda line: re.sub(r"^(\s*)[-*+] (?=[^\s\[])", r"\1• ", line)),
    "numbers in brackets": _lines(lambda line: re.sub(r"^(\s*)(\d+)\. ", r"\1\2) ", line)),
    "bold as underlines": _lines(lambda line: re.sub(r"\*\*([^*`]+)\*\*", r"__\1__", line)),
    "colons outside bold": _lines(lambda line: re.sub(r"\*\*([^*:]+):\*\*", r"**\1**:", line)),
    "colons inside bold": _lines(lambda line: re.sub(r"\*\*([^*:]+)\*\*:", r"**\1:**", line)),
    "bold and slanted": _lines(lambda line: re.sub(r"\*\*([^*`]+)\*\*", r"***\1***", line)),
    "bold lines broken": _lines(lambda line: f"{line}<br>" if line.startswith("**") else line),
    "boxes as signs": _lines(lambda line: re.sub(r"^(\s*)- \[ \] ", r"\1- ☐ ", line)),
    "entities": _lines(lambda line: re.sub(r"(?<![<\w])<(?= ?\d)", "&lt;", line)),
    "short units": _lines(lambda line: SPAN.sub(_short, line)),
    "first cells in bold": _rows(_first_in_bold),
    "levels as SEV-1": _levels("SEV-{}"),
    "levels as P1": _levels("P{}"),
    "lines ended by Windows": lambda lines: [f"{line}\r" for line in lines],
    "lines with spaces behind": lambda lines: [f"{line}  " if line else line for line in lines],
    "fences of waves": lambda lines: [re.sub(r"^(\s*)```", r"\1~~~", line) for line in lines],
}

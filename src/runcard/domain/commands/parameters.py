"""What must be filled in before a command can run: placeholders in every style, and variables."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from runcard.domain.commands.model import Parameter, Style

ANGLE = re.compile(r"(?<![<\w$-])<[^\W\d_](?:[^<>\n&;()\"'`$]{0,60}[^\s<>\n&;()\"'`$|])?>|"
                   r"(?<=[\w$-])<[^\W\d_][\w.:-]{0,60}(?: [\w.:-]{1,40}){0,5}>")  # fmt: skip
MUSTACHE = re.compile(r"\{\{ ?[^\W\d][\w.-]*(?: [\w-]+){0,5} ?\}\}")
CURLY = re.compile(
    r"(?<![${%@\w\\])\{[^\W\d][\w-]{0,60}\}(?!\})|(?<=[/:=._-])\{[^\W\d][\w-]{0,60}\}"
)
LENTICULAR = re.compile(r"【[^【】\n]{1,60}】")
BRACKET = re.compile(r"(?<![\w$\]\[\\])\[[^\W\d_][\w .:/-]{0,60}\](?![\w*+?{(\[])|"
                     r"(?<=[/:=.@-])\[[^\W\d_][\w .:-]{0,60}\](?![*+?{])")  # fmt: skip
ELLIPSIS = re.compile(r"(?<![\w./…\"'])(?:\.\.\.|…)(?=[\s/\w\"']|\Z)")
MARKED = (
    (Style.MUSTACHE, MUSTACHE),
    (Style.LENTICULAR, LENTICULAR),
    (Style.ANGLE, ANGLE),
    (Style.CURLY, CURLY),
    (Style.BRACKET, BRACKET),
    (Style.ELLIPSIS, ELLIPSIS),
)
# Data that looks like a placeholder: states of a session, tags of a page, words of templates.
NOT_A_GAP = re.compile(
    r"(?i)\A(?:<(?:idle|none|null|nil|unknown|unset|insufficient privilege|html|head|body|title|b|"
    r"br|p|div|h\d|pre|span|table|tr|td|li|ul|script|style)>"
    r"|\{\{ ?(?:json|range|if|end|with|else|printf?|println|join|index|len|upper|lower|title|split|"
    r"table|pad|truncate|html|js|not|and|or|eq|ne)\b.*"
    r"|\[(?:[A-Za-z]-[A-Za-z].{0,8}|(?-i:[a-z])|y/n|ok|info|error|warn|warning|fatal|debug|"
    r"critical)\]|\{(?:print|next|exit|getline|sum|count)\})\Z"
)
PROGRAM = re.compile(r"\b(?:awk|gawk|jq|yq|sed|perl|grep|egrep|zgrep|rg|ag)\b")
SECRET = re.compile(
    r"(?i)pass|secret|token|api_?key|credential|private_?key|_key\b|_url\b|_dsn\b|_uri\b"
)
STAND_IN = "RCGAP{}X"
# Every command is looked at twice: when the parser reads all of a page, and when it is judged.
MOST_COMMANDS = 32_768


@dataclass(frozen=True, slots=True)
class Marked:
    """A text whose placeholders were replaced by plain words, so that a shell can read it."""

    text: str
    found: tuple[Parameter, ...]

    def restored(self, text: str) -> str:
        """A piece of the text with its placeholders back."""
        if "RCGAP" not in text:
            return text
        for number, parameter in enumerate(self.found):
            text = text.replace(STAND_IN.format(number), parameter.token)
        return text


@dataclass(frozen=True, slots=True)
class _Gap:
    start: int
    end: int
    style: Style
    token: str


@lru_cache(maxsize=MOST_COMMANDS)
def marked(text: str) -> Marked:
    """Replace what is marked as a placeholder; lines stay where they are."""
    gaps = list(_without_overlaps(_gaps(text)))
    pieces: list[str] = []
    end = 0
    for number, gap in enumerate(gaps):
        pieces += [text[end : gap.start], STAND_IN.format(number)]
        end = gap.end
    found = tuple(parameter_of(gap.token, gap.style) for gap in gaps)
    return Marked("".join([*pieces, text[end:]]), found)


def _gaps(text: str) -> Iterator[_Gap]:
    for style, pattern in MARKED:
        for match in pattern.finditer(text):
            if not _is_data(text, match, style):
                yield _Gap(match.start(), match.end(), style, match.group())


def _is_data(text: str, match: re.Match[str], style: Style) -> bool:
    if NOT_A_GAP.match(match.group()):
        return True
    if style not in {Style.CURLY, Style.BRACKET}:
        return style is Style.ELLIPSIS and _is_said(text, match.start())
    return _in_a_program(text, match.start())


def _in_a_program(text: str, place: int) -> bool:
    """Inside the quotes of awk, jq, sed or grep, braces and brackets are its language."""
    before = text[max(0, place - 400) : place]
    line = before[before.rfind("\n") + 1 :]
    if not PROGRAM.search(line):
        return False
    return line.count("'") % 2 == 1 or line.count('"') % 2 == 1


def _is_said(text: str, place: int) -> bool:
    """Dots in what echo prints are dots."""
    start = text.rfind("\n", 0, place) + 1
    return text.startswith(("echo ", "printf ", "#"), start)


def _without_overlaps(gaps: Iterable[_Gap]) -> Iterator[_Gap]:
    end = -1
    for gap in sorted(gaps, key=lambda gap: (gap.start, -gap.end)):
        if gap.start >= end:
            yield gap
            end = gap.end


def parameter_of(token: str, style: Style) -> Parameter:
    """A parameter with a name made of its letters."""
    name = re.sub(r"[^\w]+", "_", token).strip("_").lower() or "value"
    return Parameter(token, name, style, secret=SECRET.search(token) is not None)


def variables(read: Sequence[str], known: frozenset[str]) -> list[Parameter]:
    """Variables that nobody sets, as parameters."""
    wanted = (name for name in read if name[:1].isalpha() or name[:1] == "_")
    unset = (name for name in dict.fromkeys(wanted) if name not in known)
    return [parameter_of(f"${name}", Style.ENV) for name in unset]


def examples(text: str, patterns: Sequence[tuple[str, re.Pattern[str]]]) -> list[Parameter]:
    """Literals that stand for what differs the next time: an address, a count, a file."""
    found: list[Parameter] = []
    for style, pattern in patterns:
        for match in pattern.finditer(text):
            token = match.group(match.lastindex or 0)
            found.append(parameter_of(token, Style(style.split(".")[0])))
    return list(dict.fromkeys(found))

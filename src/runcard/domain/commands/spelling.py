"""What word processors and chat windows do to a command, undone: quotes, dashes, odd spaces."""

import re

LONGEST = 100_000
INVISIBLE = re.compile("[\u200b-\u200f\u2060\ufeff\u00ad\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
ODD_SPACE = re.compile("[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]")
LONG_DASH = re.compile("(?<![^\\s=])[\u2013\u2014\u2015\u2212](?=[A-Za-z]{3})")
SHORT_DASH = re.compile("(?<![^\\s=])[\u2010-\u2015\u2212\ufe58\ufe63\uff0d]+(?=[A-Za-z0-9])")
QUOTES = str.maketrans({
    "\u2018": "'", "\u2019": "'", "\u201a": "'", "\u201b": "'",
    "\u201c": '"', "\u201d": '"', "\u201e": '"', "\u201f": '"', "\u2033": '"', "\u2032": "'",
    "\u037e": ";", "\uff1b": ";", "\uff5c": "|", "\uff06": "&", "\uff04": "$",
})  # fmt: skip
PROMPT = re.compile(
    r"^[ \t]*(?:\([\w.-]+\)[ \t]*)?"
    r"(?:[\w.-]+@[\w.-]+(?:[: ][^\s$#%>]{0,80})?[$#%>]|PS [A-Za-z]:[^>\n]{0,120}>|[$%]|"
    r"[\w.:-]{1,40}(?:\[\d+\])?=?[#>]|[a-zA-Z][\w.-]{0,39}\$)[ \t]+"
)
# The prompt of a Python shell, which is kept: what stands behind it is no shell.
AT_PYTHON = re.compile(r"[ \t]*>>>[ \t]+\S")
PYTHON = "code:python"


def spelled_plainly(text: str) -> str:
    """The text as its author meant it to be typed."""
    text = text[:LONGEST].replace("\r\n", "\n").replace("\r", "\n")
    text = INVISIBLE.sub("", text)
    if text.isascii():
        return text
    text = ODD_SPACE.sub(" ", text).translate(QUOTES)
    return SHORT_DASH.sub("-", LONG_DASH.sub("--", text))


def is_typed_at_python(line: str) -> bool:
    """`>>> ovens.count()`: a word of another language, whatever the fence says."""
    return AT_PYTHON.match(line) is not None


def without_prompt(line: str) -> str | None:
    """The command after `$ ` or `user@host:~$ `; None for a line without a prompt."""
    found = PROMPT.match(line)
    return None if found is None else line[found.end() :]

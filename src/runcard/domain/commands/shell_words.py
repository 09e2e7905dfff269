"""A line of shell as words without their quotes, and the operators between them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

# What is part of a word wherever it stands.
PLAIN = re.compile(r"[^\s'\"\\<>|&;()#]+")
ANGLE = re.compile(r"<[^<>\s|&;()/][^<>|&;\n()]{0,60}>")


@dataclass
class _Scan:
    """Where the reading of a text stands, and the word that is being read."""

    text: str
    at: int = 0
    word: list[str] = field(default_factory=list)
    begun: bool = False

    def take(self, piece: str, at: int) -> None:
        """Part of a word, and where to go on."""
        self.word.append(piece)
        self.begun, self.at = True, at

    def ended(self, sign: str) -> Iterator[str]:
        """The word read so far; a number directly before a redirect belongs to it."""
        if self.begun:
            text = "".join(self.word)
            self.word, self.begun = [], False
            if not (sign in "<>" and sign and text.isdigit()):
                yield text


def tokens_of(text: str) -> Iterator[str]:
    """Words without their quotes, and operators, in one pass."""
    scan = _Scan(text)
    while scan.at < len(text):
        if not _joins(scan):
            yield from _divides(scan)
    yield from scan.ended("")


def _joins(scan: _Scan) -> bool:
    """Whether what stands here is part of a word: a quote, an escape, a placeholder, a sign."""
    text, at = scan.text, scan.at
    plain = PLAIN.match(text, at)
    if plain is not None:
        scan.take(plain.group(), plain.end())
        return True
    sign = text[at]
    if sign in "'\"":
        scan.take(*_quoted(text, at))
        return True
    if sign == "\\":
        following = text[at + 1 : at + 2]
        if following == "\n":
            scan.at = at + 2
        else:
            scan.take(following, at + 2)
        return True
    placeholder = ANGLE.match(text, at) if sign == "<" else None
    if placeholder is not None:
        scan.take(placeholder.group(), placeholder.end())
        return True
    begins_comment = sign == "#" and not scan.begun
    if sign.isspace() or sign in "|&;()<>" or begins_comment:
        return False
    scan.take(sign, at + 1)
    return True


def _divides(scan: _Scan) -> Iterator[str]:
    """The end of a word, and the operator that ends it."""
    sign = scan.text[scan.at]
    yield from scan.ended(sign)
    if sign == "#":
        end = scan.text.find("\n", scan.at)
        scan.at = len(scan.text) if end < 0 else end
        return
    operator = _operator(scan.text, scan.at)
    if operator:
        yield operator
    scan.at += max(len(operator), 1)


def _operator(text: str, at: int) -> str:
    for operator in ("&&", "||", "|&", ">>", "<<", "|", "&", ";", "(", ")", "<", ">", "\n"):
        if text.startswith(operator, at):
            if operator == "&" and (text[at - 1 : at] == ">" or text[at + 1 : at + 2] == ">"):
                return ""
            return operator
    return ""


def _quoted(text: str, at: int) -> tuple[str, int]:
    """What stands between two quotes, and the place behind the second."""
    quote = text[at]
    found: list[str] = []
    at += 1
    while at < len(text) and text[at] != quote:
        if quote == '"' and text[at] == "\\" and at + 1 < len(text):
            found.append("" if text[at + 1] == "\n" else text[at + 1])
            at += 2
            continue
        found.append(text[at])
        at += 1
    return "".join(found), at + 1

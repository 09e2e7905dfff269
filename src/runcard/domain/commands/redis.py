"""Consoles whose every line is a command of its own: Redis and others that have a table."""

from collections.abc import Iterator

from runcard.domain.commands.model import Leaf, Word

QUOTES = "'\""
SEPARATORS = "\n;"


def console_leaves(name: str, text: str) -> Iterator[Leaf]:
    """One leaf a line; its program is the console, so that its table is found."""
    for words in console_lines(text):
        yield Leaf((Word(f"{name}:"), *(Word(word) for word in words)))


def console_lines(text: str) -> Iterator[list[str]]:
    """The words of each line, quotes taken off."""
    line: list[str] = []
    word: list[str] = []
    quote = ""
    begun = False
    for sign in text:
        if quote:
            quote = "" if sign == quote else quote
            word += [] if not quote else [sign]
        elif sign in QUOTES:
            quote, begun = sign, True
        elif not sign.isspace() and sign != ";":
            word.append(sign)
        else:
            line += ["".join(word)] if word or begun else []
            word, begun = [], False
            if sign in SEPARATORS and line:
                yield line
                line = []
    line += ["".join(word)] if word or begun else []
    if line:
        yield line

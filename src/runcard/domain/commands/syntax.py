"""One word of a syntax tree: its text as the shell would hand it over, and what it depends on."""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from runcard.domain.commands.model import Word

Node = Mapping[str, Any]
ESCAPED = re.compile(r"\\(\n|.)", re.DOTALL)
ESCAPED_IN_QUOTES = re.compile(r"\\([$`\"\\\n])")
C_ESCAPE = re.compile(r"\\(x[0-9a-fA-F]{1,2}|[0-7]{1,3}|.)", re.DOTALL)
C_LETTERS = {"n": "\n", "t": "\t", "r": "\r", "a": "", "b": "", "e": "", "f": "", "v": ""}
RUNS = {"CmdSubst", "ProcSubst"}
DEEPEST = 80
# Where something stands; the greater part of every tree, and nothing runs in it.
PLACES = {
    *{"Pos", "End", "Position", "OpPos", "ValuePos", "ValueEnd", "Left", "Right", "Dollar"},
    *{
        "Lparen",
        "Rparen",
        "ThenPos",
        "FiPos",
        "WhilePos",
        "DoPos",
        "DonePos",
        "ForPos",
        "Semicolon",
    },
}


def word_of(node: Node | None) -> Word:
    """A word with its quotes taken off; expansions stay as they are written."""
    parts = (node or {}).get("Parts") or []
    text = "".join(text_of(part) for part in parts)
    fixed = all(is_fixed(part) for part in parts)
    variable = ""
    if not fixed and len(parts) == 1:
        variable = _only_variable(parts[0])
    return Word(text, fixed, variable)


def text_of(part: Node, depth: int = 0) -> str:
    """What one part of a word amounts to."""
    match part.get("Type"):
        case "Lit":
            return ESCAPED.sub(_unescaped, part.get("Value", ""))
        case "SglQuoted":
            value = part.get("Value", "")
            return C_ESCAPE.sub(_c_unescaped, value) if part.get("Dollar") else value
        case "DblQuoted":
            if depth > DEEPEST:
                return ""
            return "".join(_quoted(inner, depth) for inner in part.get("Parts") or [])
        case "ParamExp":
            return _variable_text(part)
        case "ExtGlob":
            pattern = (part.get("Pattern") or {}).get("Value", "")
            return f"{part.get('Op', '')}{pattern})"
        case _:
            return "$(…)"


def _quoted(part: Node, depth: int) -> str:
    if part.get("Type") == "Lit":
        return ESCAPED_IN_QUOTES.sub(_unescaped, part.get("Value", ""))
    return text_of(part, depth + 1)


def _unescaped(match: re.Match[str]) -> str:
    return "" if match.group(1) == "\n" else match.group(1)


def _c_unescaped(match: re.Match[str]) -> str:
    said = match.group(1)
    if said[0] == "x" and len(said) > 1:
        return chr(int(said[1:], 16))
    if said[0] in "01234567":
        return chr(int(said, 8))
    return C_LETTERS.get(said, said)


def _variable_text(part: Node) -> str:
    name = (part.get("Param") or {}).get("Value", "")
    return f"${name}" if part.get("Short") else f"${{{name}}}"


def is_fixed(part: Node) -> bool:
    """Whether a part is the same each time."""
    if part.get("Type") == "DblQuoted":
        return all(is_fixed(inner) for inner in part.get("Parts") or [])
    return part.get("Type") in {"Lit", "SglQuoted", "ExtGlob"}


def _only_variable(part: Node) -> str:
    if part.get("Type") == "DblQuoted":
        inner = part.get("Parts") or []
        return _only_variable(inner[0]) if len(inner) == 1 else ""
    if part.get("Type") == "ParamExp" and not (set(part) & {"Exp", "Slice", "Repl", "Index"}):
        return str((part.get("Param") or {}).get("Value", ""))
    return ""


def every(node: Any, kinds: set[str], depth: int = 0) -> Iterator[Node]:
    """Nodes of some kinds below this one; what stands below a found node is not looked at."""
    if depth > DEEPEST:
        return
    if isinstance(node, Mapping):
        if node.get("Type") in kinds:
            yield node
            return
        for key, value in node.items():
            if key not in PLACES and isinstance(value, dict | list):
                yield from every(value, kinds, depth + 1)
    elif isinstance(node, list):
        for value in node:
            yield from every(value, kinds, depth + 1)


def substitutions(node: Any) -> Iterator[Node]:
    """The commands that run inside a word: `$(…)`, back-ticks, `<(…)`."""
    yield from every(node, RUNS)

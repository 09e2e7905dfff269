"""Acts judged by their names alone: scripts, targets, verbs that no rule describes."""

import re
from collections.abc import Sequence
from pathlib import PurePosixPath

from runcard.domain.commands.call import Call, Flag
from runcard.domain.commands.model import Effect, Evidence, Leaf, Risk, Word
from runcard.domain.commands.rulebook import BORDER, Outcome, Tool, Words, parts_of
from runcard.domain.commands.rules import applied

SCRIPT = re.compile(r"\.(?:sh|bash|py|pl|rb|js|ts|ps1|bat|cmd)\Z")
HOW_DEEP = 5
INTERPRETER = {".py": "python3", ".pl": "perl", ".rb": "ruby", ".js": "node", ".ps1": "powershell"}
NOBODY_KNOWS = Outcome(
    Effect.MUTATING, flags=frozenset({"opaque"}), why="nobody said what this program does"
)
GONE = Outcome(
    Effect.DESTRUCTIVE,
    Evidence.DESTROYS,
    flags=frozenset({"irreversible"}),
    why="its verb takes something away",
)
CHANGES = Outcome(Effect.MUTATING, why="its verb changes something")
# `verify_and_charge` does not only look.
AND = frozenset({"and", "then"})
LOOKS = Outcome(Effect.READ_ONLY, why="its verb looks")


def last_part(path: str) -> str:
    """The name at the end of a path; most programs stand without one, which takes no time."""
    return PurePosixPath(path).name if "/" in path or path == "." else path


def risk_by_name(said: Sequence[str], words: Words, subject: str) -> Risk:
    """A script or target nobody has seen: what its name and arguments promise."""
    text = " ".join(said)
    for pattern, outcome in words.named:
        if pattern.search(text):
            return applied(applied(Risk(), NOBODY_KNOWS, subject), outcome, subject)
    risk = applied(Risk(), NOBODY_KNOWS, subject)
    if any(words.takes_away(word) for word in said[1:HOW_DEEP]):
        return applied(risk, GONE, subject)
    return risk


def unknown_program(leaf: Leaf, words: Words) -> Risk:
    """A program without a table is never read-only."""
    name = last_part(leaf.name)
    risk = risk_by_name([name, *(word.text for word in leaf.words[1:8])], words, leaf.text)
    tools = (interpreter_of(leaf.name),)
    return Risk(
        risk.effect, risk.evidence, risk.bounded, risk.interactive, risk.flags, tools, risk.reasons
    )


def interpreter_of(path: str) -> str:
    """`./restore.sh` needs bash; `./tool` is a program of its own."""
    found = SCRIPT.search(path)
    if found is None:
        return last_part(path) or path
    return INTERPRETER.get(found.group(), "bash")


def takes_away(call: Call, words: Words) -> bool:
    """Whether any of the words among which a verb would stand says so."""
    return any(words.takes_away(word.text) for word in call.plain[:HOW_DEEP])


def by_verb(call: Call, tool: Tool, words: Words) -> tuple[Outcome, int]:
    """The outcome for a tool whose verbs speak for themselves, and how long the verb is."""
    deep = 1 if tool.name in tool.own_commands else HOW_DEEP
    leading = [word.text for word in call.plain[:deep]]
    if any(words.takes_away(word) for word in leading):
        return GONE, len(leading[:2])
    changing = [parts_of(word) & words.changes for word in leading]
    looking = [_looks(word, leading[:at], words) for at, word in enumerate(leading)]
    acts = [at for at, _ in enumerate(leading) if changing[at] or looking[at]]
    if not acts:
        return NOBODY_KNOWS, min(1, len(leading))
    last = acts[-1]
    before = [at for at in acts[:-1] if changing[at] and not parts_of(leading[at]) & words.nouns]
    if changing[last] or before:
        return CHANGES, last + 1
    return LOOKS, last + 1


def _looks(word: str, before: Sequence[str], words: Words) -> bool:
    """`orders:list`, `list_orders`, `logs`; but `expire members` and `recheck_all` are no looks."""
    _, _, own = word.rpartition(":")
    parts = [part.lower() for part in BORDER.split(own) if part]
    if own.lower() in words.reads or (parts[:1] and parts[0] in words.reads):
        return not AND & set(parts)
    known = words.reads | words.shown | words.nouns
    return word.lower() in words.shown and all(parts_of(one) <= known for one in before)


def alarming(call: Call, tool: Tool, words: Words) -> tuple[Effect, str] | None:
    """A flag the table does not know whose name sounds like an act."""
    found = [
        (words.alarms[part], flag.name)
        for flag in call.flags
        if flag.name not in tool.known and flag.name.startswith("-")
        for parts in [_parts_of_flag(flag, call)]
        for part in parts
        if part in words.alarms and not words.calm & parts
    ]
    return max(found, default=None)


def _parts_of_flag(flag: Flag, call: Call) -> frozenset[str]:
    """`-DeleteContent` as it is written; its name may have been put in small letters."""
    written = call.words[flag.at].text.partition("=")[0]
    return parts_of(flag.name) | parts_of(written)


def is_script(word: Word) -> bool:
    """A program named by its place, or by the ending of a script."""
    return word.text.startswith(("./", "../", "~/")) or SCRIPT.search(word.text) is not None

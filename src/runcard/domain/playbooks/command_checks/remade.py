"""What is made again: by a build, by its tools, by the system, or by the next command."""

import re

from runcard.domain.commands.model import Evidence
from runcard.domain.playbooks.acts import Act
from runcard.domain.playbooks.calls import Call
from runcard.domain.playbooks.facts import Facts

SCRATCH = re.compile(r"/(?:var/)?tmp/[\w*]")
# What a build makes, and what its tools keep for the next one.
BUILT = re.compile(
    r"(?:[\w.$~{}-]+/){0,4}(?:node_modules|dist|build|\.next|\.nuxt|\.turbo|\.parcel-cache|\.cache"
    r"|\.gradle|__pycache__|\.?venv|\.pytest_cache|\.mypy_cache"
    r"|[\w*.-]+\.tsbuildinfo|[\w*.-]+\.py[co])"
    r"(?:/[\w./*-]*)?\Z"
)
FETCHED = {("cache", "clean"), ("store", "prune"), ("cache", "purge"), ("cache", "clear")}
FETCHERS = {"npm", "yarn", "pnpm", "bun", "pip", "pip3", "composer", "go", "cargo", "poetry", "uv"}
AROUND = {"ssh", "cd", "true"}
MAKES, TAKES_AWAY = ("create", "add", "set"), ("delete", "rm", "remove", "unset")
PROCESS_KEEPERS = {"pm2", "forever"}
EMPTY = re.compile(r"\s-empty\b|\s-size\s+0[bckwMG]?(?=\s|$)")


def takes_only_the_remade(act: Act) -> bool:
    """Each of its programs does, less those that only stand around it."""
    inner = [call for call in act.calls if call.program not in AROUND]
    return bool(inner) and all(map(_is_remade, inner))


def _is_remade(call: Call) -> bool:
    """What lies in the folder of the system that is emptied anyway, or is built or fetched anew."""
    fetched = call.plain[:2] in FETCHED or call.plain[:1] == ("uninstall",)
    if call.program in FETCHERS and fetched:
        return True
    if call.program == "find":
        return _finds_only_the_remade(call)
    paths = [word for word in call.words if not word.startswith("-")]
    is_gone = [SCRATCH.match(path) or BUILT.match(path) for path in paths]
    return call.program == "rm" and bool(paths) and all(is_gone)


def _finds_only_the_remade(call: Call) -> bool:
    """Files without a byte in them, or names that a build gives: `find … -name '*.pyc' -delete`."""
    if EMPTY.search(" ".join(call.words)):
        return True
    pairs = zip(call.words, call.words[1:], strict=False)
    names = [name for flag, name in pairs if flag in {"-name", "-iname"}]
    return bool(names) and all(map(BUILT.match, names))


def is_remade_below(act: Act, facts: Facts) -> bool:
    """A secret or a setting is deleted, and a line below creates one of that name."""
    risk = facts.risk(act)
    if risk is None or risk.evidence is not Evidence.NONE:
        return False
    below = [one for one in facts.block_of(act) if one.place > act.place]
    made = {name for one in below for call in one.calls for name in _named(call, *MAKES)}
    gone = {name for call in act.calls for name in _named(call, *TAKES_AWAY)}
    return bool(gone) and gone <= made


def is_started_below(act: Act, facts: Facts) -> bool:
    """`pm2 delete tide`, and the next line starts it anew."""
    gone = {call.program for call in act.calls if call.plain[:1] in {("delete",), ("del",)}}
    return any(
        one.place == act.place + 1
        and call.program in gone & PROCESS_KEEPERS
        and "start" in call.plain[:1]
        for one in facts.block_of(act)
        for call in one.calls
    )


def _named(call: Call, *verbs: str) -> set[tuple[str, str, str]]:
    """The program, the kind and each name of a call with one of these verbs:
    `create secret generic oven-key`."""
    kind, *names = [word for word in call.plain[:5] if word not in verbs] or [""]
    is_meant = set(verbs) & set(call.plain[:2])
    return {(call.program, kind, name) for name in names} if is_meant else set()

"""What it means to write to a file: a scratch file, a configuration, a log, a disk."""

import re
from collections.abc import Iterable

from runcard.domain.commands.model import Effect, Leaf, Redirect, Risk
from runcard.domain.commands.readers import files_read
from runcard.domain.commands.rulebook import Outcome, Places
from runcard.domain.commands.rules import applied, joined

WRITES = {">", ">|", "&>", "<>", ">&"}
APPENDS = {">>", "&>>"}
DESCRIPTOR = re.compile(r"\d+\Z|-\Z")
SAYS_NOTHING = {":", "true"}
WRITERS = {"echo", "printf"}
EMPTIED_FIRST = Outcome(Effect.DESTRUCTIVE, why="empties the file before it is read")
ELSEWHERE = Outcome(
    Effect.READ_ONLY, flags=frozenset({"writes_file"}), why="writes a new file as its product"
)
APPENDED = Outcome(
    Effect.MUTATING, flags=frozenset({"writes_file"}), why="adds to a file that is there"
)


def risk_of_redirects(leaf: Leaf, places: Places) -> Risk:
    """The worst of what the redirects of a leaf do to the files they name."""
    return joined(_redirect(leaf, redirect, places) for redirect in leaf.redirects)


def _redirect(leaf: Leaf, redirect: Redirect, places: Places) -> Risk:
    path = redirect.target.text
    if redirect.operator not in WRITES | APPENDS or DESCRIPTOR.match(path):
        return Risk()
    if redirect.operator in WRITES and redirect.operator != "<>" and _empties(leaf):
        return _first(places.emptied, path, Outcome(Effect.DESTRUCTIVE, why="empties a file"))
    if redirect.operator in WRITES and redirect.operator != "<>" and _reads(leaf, path):
        return _first(places.emptied, path, EMPTIED_FIRST)
    written = risk_of_writing(
        path, places, appending=redirect.operator in APPENDS, said=_said(leaf)
    )
    if leaf.name in WRITERS and _is_settings(path) and written.effect is Effect.READ_ONLY:
        return applied(written, Outcome(Effect.MUTATING, why="writes a setting"), path)
    return written


def risk_of_writing(
    path: str, places: Places, *, appending: bool = False, said: str | None = None
) -> Risk:
    """What writing to a path does, by where it is and, if it is known, by what is written."""
    for order in places.orders:
        if order.path.search(path) and (said is None or not order.mild.match(said.strip())):
            return applied(Risk(), order.outcome, path)
    otherwise = APPENDED if appending else ELSEWHERE
    risk = _first(places.paths, path, otherwise)
    if appending and risk.effect is Effect.DESTRUCTIVE and not path.startswith("/dev/"):
        return applied(Risk(), APPENDED, path)
    return risk


def _first(table: tuple[tuple[re.Pattern[str], Outcome], ...], path: str, other: Outcome) -> Risk:
    for pattern, outcome in table:
        if pattern.search(path):
            return applied(Risk(), outcome, path)
    return applied(Risk(), other, path)


def _empties(leaf: Leaf) -> bool:
    """`> file`, `: > file`, `echo "" > file`, `cat /dev/null > file`."""
    if not leaf.words:
        return leaf.feed is None and not leaf.assigned
    if leaf.name in SAYS_NOTHING:
        return True
    said = [word.text for word in leaf.words[1:] if not word.text.startswith("-")]
    if leaf.name in WRITERS:
        return not "".join(said).strip()
    return leaf.name == "cat" and said == ["/dev/null"]


def _said(leaf: Leaf) -> str | None:
    """The words of echo or printf, if the text itself gives them all."""
    if leaf.name not in WRITERS or not all(word.fixed for word in leaf.words):
        return None
    return " ".join(word.text for word in leaf.words[1:] if not word.text.startswith("-"))


def is_restored(sources: Iterable[str], target: str, places: Places) -> bool:
    """Whether data in use is overwritten by a copy that was kept of it."""
    if places.backups.search(target) or not places.live.search(target):
        return False
    return any(places.backups.search(source) for source in sources)


def _reads(leaf: Leaf, path: str) -> bool:
    """`grep open gate.log > gate.log`, `sort pilots | uniq > pilots`: the shell opens it for
    writing first."""
    return path in files_read(leaf)


def _is_settings(path: str) -> bool:
    return re.search(r"\.(?:env|conf|cfg|ini|ya?ml|toml|properties|service|rc)\Z", path) is not None

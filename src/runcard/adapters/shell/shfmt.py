"""Reads shell with the `shfmt` program: many texts in one process, broken ones told apart first."""

import re
import shutil
import subprocess
import sysconfig
from collections import OrderedDict
from collections.abc import Iterable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import msgspec

from runcard.domain.commands.ports import Parsed, Tree, Unparsable

# A word of our own between the texts. Only where all of them come back as plain statements of the
# outermost level, in order, has none of the texts reached into the next.
MARK = "runcard_mark_{}"
LONGEST = 100_000
SECONDS = 10.0
BATCH = 120
AT_ONCE = 2
# Trees of one page are asked for again and again; a page with more commands than this is no page.
KEPT = 40_000
COMPLAINT = re.compile(r"(?m)(?:^|/)(\d+)\.sh:(\d+:.*)$")
MISSING = "shfmt is not installed, so no shell can be read"


@dataclass(slots=True)
class Shfmt:
    """A shell parser. It never raises: what cannot be read is told as a value."""

    program: str = ""
    seconds: float = SECONDS
    _known: OrderedDict[str, Parsed] = field(default_factory=OrderedDict)

    def parse_all(self, texts: Sequence[str]) -> list[Parsed]:
        """The trees in the order asked; a text that was read before is not read again."""
        wanted = [text for text in dict.fromkeys(texts) if text not in self._known]
        answers = {text: self._known[text] for text in texts if text in self._known}
        batches = [wanted[at : at + BATCH] for at in range(0, len(wanted), BATCH)]
        for batch, trees in zip(batches, self._all_parsed(batches), strict=True):
            answers |= dict(zip(batch, trees, strict=True))
        self._keep(answers)
        return [answers[text] for text in texts]

    def _all_parsed(self, batches: Sequence[Sequence[str]]) -> Iterable[list[Parsed]]:
        """The program reads one batch while we take in what it said of another."""
        if len(batches) < 2:
            return map(self._parsed, batches)
        with ThreadPoolExecutor(AT_ONCE) as pool:
            return list(pool.map(self._parsed, batches))

    def _keep(self, answers: Mapping[str, Parsed]) -> None:
        self._known |= answers
        while len(self._known) > KEPT:
            self._known.popitem(last=False)

    def _parsed(self, texts: Sequence[str]) -> list[Parsed]:
        """All at once; if that fails, without the broken ones, and only then by halves.

        Each broken text would else cost a process, and a page may hold thousands of them.
        """
        if len(texts) == 1:
            return [self._alone(texts[0])]
        together = self._together(texts)
        if together is not None:
            return together
        if broken := self._broken(texts):
            sound = [at for at in range(len(texts)) if at not in broken]
            read = self._parsed([texts[at] for at in sound]) if sound else []
            answers: dict[int, Parsed] = {at: Unparsable(why) for at, why in broken.items()}
            answers |= dict(zip(sound, read, strict=True))
            return [answers[at] for at in range(len(texts))]
        middle = len(texts) // 2
        return [*self._parsed(texts[:middle]), *self._parsed(texts[middle:])]

    def _alone(self, text: str) -> Parsed:
        if len(text) > LONGEST:
            return Unparsable("the text is too long to be one command")
        return self._read(text)

    def _together(self, texts: Sequence[str]) -> list[Parsed] | None:
        if sum(map(len, texts)) > LONGEST or any("runcard_mark_" in text for text in texts):
            return None
        joined = "\n".join(f"{text}\n{MARK.format(at)}" for at, text in enumerate(texts)) + "\n"
        whole = self._read(joined)
        return parted(whole.root, len(texts)) if isinstance(whole, Tree) else None

    def _broken(self, texts: Sequence[str]) -> dict[int, str]:
        """Which of the texts cannot be read, and why: one process that looks at a file for each."""
        program = self.program or shfmt_here()
        if not program:
            return {}
        with TemporaryDirectory(prefix="runcard-") as folder:
            for at, text in enumerate(texts):
                (Path(folder) / f"{at}.sh").write_bytes(text[:LONGEST].encode("utf-8", "replace"))
            try:
                done = subprocess.run(
                    [program, "-ln", "bash", "-l", folder],
                    capture_output=True,
                    timeout=self.seconds,
                    check=False,
                )
            except (subprocess.TimeoutExpired, OSError):
                return {}
        found = COMPLAINT.finditer(done.stderr.decode("utf-8", "replace"))
        return {int(one.group(1)): one.group(2)[:200] for one in reversed(list(found))}

    def _read(self, text: str) -> Parsed:
        program = self.program or shfmt_here()
        if not program:
            return Unparsable(MISSING)
        try:
            done = subprocess.run(
                [program, "-ln", "bash", "--to-json"],
                input=text.encode("utf-8", "replace"),
                capture_output=True,
                timeout=self.seconds,
                check=False,
            )
            if done.returncode != 0:
                return Unparsable(complaint(done.stderr))
            root = msgspec.json.decode(done.stdout)
        except subprocess.TimeoutExpired:
            return Unparsable(f"reading it took more than {self.seconds:g} seconds")
        except (OSError, ValueError, RecursionError, msgspec.DecodeError) as fault:
            return Unparsable(f"it could not be read: {type(fault).__name__}")
        return Tree(root if isinstance(root, dict) else {})


def shfmt_here() -> str:
    """The program beside this Python, else on the path; nothing if there is none."""
    beside = Path(sysconfig.get_path("scripts")) / "shfmt"
    return str(beside) if beside.is_file() else shutil.which("shfmt") or ""


def parted(root: Mapping[str, Any], count: int) -> list[Parsed] | None:
    """The statements between the marks; None unless each mark came back as it was sent."""
    groups: list[Parsed] = []
    statements: list[Mapping[str, Any]] = []
    first_line = 1
    for statement in root.get("Stmts") or ():
        if is_mark(statement, len(groups)):
            groups.append(Tree({"Type": "File", "Stmts": statements}, first_line))
            statements = []
            first_line = int((statement.get("Pos") or {}).get("Line", 0)) + 1
        else:
            statements.append(statement)
    return groups if len(groups) == count and not statements else None


def is_mark(statement: Mapping[str, Any], number: int) -> bool:
    """A statement of one plain word, ours, with nothing before or behind it."""
    command = statement.get("Cmd") or {}
    arguments = command.get("Args") or []
    plain = not any(statement.get(key) for key in ("Negated", "Background", "Coprocess", "Redirs"))
    if not plain or command.get("Type") != "CallExpr" or command.get("Assigns"):
        return False
    parts = arguments[0].get("Parts") or [] if len(arguments) == 1 else []
    return len(parts) == 1 and parts[0].get("Value") == MARK.format(number)


def complaint(stderr: bytes) -> str:
    """What shfmt said, without the name of its input."""
    said = stderr.decode("utf-8", "replace").strip().splitlines()
    return said[0].removeprefix("<standard input>:")[:200] if said else "no reason given"

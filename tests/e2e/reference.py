"""The reference documents, read where they lie; nothing of them stands in this repository."""

import os
import re
from dataclasses import dataclass
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
FOLDER = Path(os.environ.get("RUNCARD_REFERENCE", str(ROOT.parent / "shared"))).resolve()
NAMES = ("aidrive", "jadevectordb", "mgmtvibe", "servio", "vmx")
BLANK = re.compile(r"[\[<{]")
HEADING = re.compile(r"^#{1,6}\s")


@dataclass(frozen=True, slots=True)
class Document:
    """One of the five, by its lines, which count from one."""

    name: str
    path: Path
    words: str

    def line(self, number: int) -> str:
        return self.words.split("\n")[number - 1].rstrip()

    def before_blank(self, number: int) -> str:
        """A line as far as it is the same in every incident."""
        return self.upto_blank(self.line(number))

    def headings(self, first: int, last: int) -> list[str]:
        """The headings of the form between two lines, as far as they are always the same."""
        lines = [self.line(number) for number in range(first, last + 1)]
        return [self.upto_blank(line) for line in lines if HEADING.match(line)]

    @staticmethod
    def upto_blank(line: str) -> str:
        return BLANK.split(line)[0]


def document(name: str) -> Document:
    """Read it, or leave the test out and say why."""
    path = FOLDER / "playbooks" / f"{name}.md"
    if not path.is_file():
        pytest.skip(f"no reference documents: {path} is not there (RUNCARD_REFERENCE)")
    return Document(name, path, path.read_text("utf-8"))

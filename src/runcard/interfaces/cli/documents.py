"""Which documents a call means: files, folders, patterns, and what comes on stdin."""

import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from runcard.adapters.playbook_disk import words_of
from runcard.interfaces.cli.errors import advised
from runcard.kernel.errors import Invalid

ENDINGS = {".md", ".markdown", ".mdx"}
PATTERN = set("*?[")
STDIN = "-"
PASSED_OVER = {".git", "node_modules", ".venv", "__pycache__"}


@dataclass(frozen=True, slots=True)
class Document:
    """A document by the name it was asked for, with its words."""

    name: str
    text: str


def documents(asked: Sequence[str]) -> list[Document]:
    """Every document, once, in the order asked. Raises Invalid for what is no document."""
    return [_read(name) for name in dict.fromkeys(found for one in asked for found in _named(one))]


def _named(asked: str) -> Iterator[str]:
    if asked == STDIN:
        yield STDIN
        return
    path = Path(asked)
    if path.is_dir():
        found = [str(file) for file in sorted(path.rglob("*")) if _is_document(file)]
    elif PATTERN & set(asked) and not path.exists():
        found = [str(file) for file in sorted(_matching(asked)) if file.is_file()]
    else:
        yield asked
        return
    if not found:
        raise advised(
            Invalid(f"{asked} holds no Markdown document"), "Name a file that ends in .md"
        )
    yield from found


def _matching(pattern: str) -> Iterator[Path]:
    path = Path(pattern)
    if path.is_absolute():
        yield from Path(path.anchor).glob(str(path.relative_to(path.anchor)))
    else:
        yield from Path().glob(pattern)


def _is_document(file: Path) -> bool:
    return file.suffix.lower() in ENDINGS and file.is_file() and not PASSED_OVER & set(file.parts)


def _read(name: str) -> Document:
    step = "Name a Markdown file in UTF-8 with a heading for severities"
    if name == STDIN:
        words = sys.stdin.buffer.read().decode("utf-8-sig", "replace")
        if not words.strip():
            raise advised(Invalid("stdin is empty"), step)
        return Document(STDIN, words)
    try:
        return Document(name, words_of(Path(name)))
    except Invalid as fault:
        raise advised(fault, step) from None

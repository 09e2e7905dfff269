"""What the compiler and the linter look things up in: words, tables of commands and codes of
findings, read once from the files of their rooms."""

import re
from collections.abc import Iterator, Mapping
from functools import cache, cached_property
from importlib.resources import files
from typing import Any

import tomli

from runcard.adapters.registry import configure, plugins
from runcard.adapters.shell.shfmt import Shfmt
from runcard.domain.commands.rulebook import Tables
from runcard.domain.commands.rulebook_file import tables_from
from runcard.domain.playbooks.findings import kinds_from
from runcard.domain.playbooks.linter import Linter
from runcard.domain.playbooks.raising import REALITY
from runcard.domain.playbooks.vocabulary import Vocabulary, vocabulary_from

NAMES = re.compile(r"(?m)^names = \[(?:[^\]\"]|\"[^\"]*\")*\]")


class TableOfTools(Mapping[str, Any]):
    """What a file tells of some tools. Their names are read at once, the rest when it is asked
    for: there are hundreds of files, and a document runs the tools of a few."""

    def __init__(self, text: str) -> None:
        self._text = text
        names = NAMES.search(text)
        self._names = tomli.loads(names.group()) if names is not None else {}

    @cached_property
    def _whole(self) -> dict[str, Any]:
        return tomli.loads(self._text)

    def __getitem__(self, key: str) -> Any:
        return self._names[key] if key in self._names else self._whole[key]

    def __iter__(self) -> Iterator[str]:
        return iter(self._whole)

    def __len__(self) -> int:
        return len(self._whole)


@cache
def read_vocabulary() -> Vocabulary:
    """The words of many languages that the compiler and the linter know, and its codes."""
    room = "runcard.domain.playbooks"
    lists, codes = tables_in(room), tables_in(room, "codes")
    said = {code: words for file in codes.values() for code, words in file.items()}
    return vocabulary_from(lists["vocabulary"], lists["lint"], kinds_from(said) | REALITY)


@cache
def read_tables() -> Tables:
    """What is known about the tools of operations, one file a tool."""
    texts = texts_in("runcard.domain.commands", "tables")
    return tables_from({name: TableOfTools(text) for name, text in texts.items()})


def tables_in(room: str, *folder: str) -> dict[str, dict[str, Any]]:
    """The TOML files of a room, or of a folder in it, by their names."""
    return {name: tomli.loads(text) for name, text in texts_in(room, *folder).items()}


def texts_in(room: str, *folder: str) -> dict[str, str]:
    """The same files as they are written."""
    return {
        file.name.removesuffix(".toml"): file.read_text("utf-8")
        for file in files(room).joinpath(*folder).iterdir()
        if file.name.endswith(".toml")
    }


@cache
def read_linter() -> Linter:
    """Whatever judges a document: words, tables, a shell, and the rules of installed packages."""
    strangers = tuple(configure(check, {}) for check in plugins("checks").values())
    return Linter(read_vocabulary(), read_tables(), Shfmt, strangers)

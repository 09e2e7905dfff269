"""Edits the team file and keeps what people wrote in it: comments, order and quotes."""

import difflib
import os
from collections.abc import Sequence
from io import StringIO
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML

from runcard.adapters.team_file import read_team_file
from runcard.kernel.errors import Unavailable

FRESH = """\
# Who we are, who is on call, and what every name of our playbook is here.
team: Our team
zone: UTC
people: {}
on_call: {}
bind: {}
fallback: []
playbooks: []
"""
WIDE = 4096


def round_trip() -> YAML:
    """Reads and writes YAML 1.2 with its comments."""
    yaml = YAML()
    yaml.preserve_quotes = True
    yaml.width = WIDE
    yaml.indent(mapping=2, sequence=4, offset=2)
    return yaml


class TeamEdit:
    """One team file on its way from what it said to what it will say."""

    def __init__(self, file: Path) -> None:
        self.file = file
        self.before = ""
        if file.exists():
            read_team_file(file)  # Says line and column when it is not YAML.
            self.before = file.read_text(encoding="utf-8")
        self.tree: Any = round_trip().load(self.before or FRESH)

    def part(self, key: str) -> Any:
        """A mapping of the file, made when it is not there or empty."""
        if not self.tree.get(key):
            self.tree[key] = round_trip().load("{}")
            self.tree[key].fa.set_block_style()
        return self.tree[key]

    def bind(self, name: str, to: Sequence[str]) -> None:
        """One name to one or several."""
        self.part("bind")[name] = to[0] if len(to) == 1 else list(to)

    def person_of(self, email: str) -> str:
        """The person with this address, added when there is none."""
        people = self.part("people")
        for person, said in people.items():
            if isinstance(said, dict) and said.get("email") == email:
                return str(person)
        name = free_name(email.partition("@")[0].casefold(), people)
        people[name] = {"name": name, "email": email}
        return name

    def fall_back_on(self, people: Sequence[str]) -> None:
        self.tree["fallback"] = list(people)

    def use(self, playbook: Path) -> None:
        """Name the document in the team file, by its path from there."""
        path = os.path.relpath(playbook.absolute(), self.file.absolute().parent)
        listed = self.tree.get("playbooks")
        known = [one.get("path") if isinstance(one, dict) else one for one in listed or ()]
        if path in known:
            return
        self.tree["playbooks"] = [*(listed or ()), path]

    def after(self) -> str:
        """The whole file as it will be."""
        words = StringIO()
        round_trip().dump(self.tree, words)
        return words.getvalue()

    def plain(self) -> object:
        """What it will say, as plain data."""
        return YAML(typ="safe", pure=True).load(self.after())

    def difference(self) -> list[str]:
        """What changes, as a patch."""
        name = str(self.file)
        lines = (self.before.splitlines(), self.after().splitlines())
        return list(difflib.unified_diff(*lines, name, name, lineterm=""))

    def write(self) -> None:
        """Whole or not at all."""
        fresh = self.file.with_name(f"{self.file.name}.new")
        try:
            fresh.write_text(self.after(), encoding="utf-8")
            fresh.replace(self.file)
        except OSError as fault:
            raise Unavailable(f"{self.file} cannot be written: {fault.strerror}") from None


def free_name(wanted: str, taken: Any) -> str:
    """`ada`, or `ada-2` when there is one."""
    names = [wanted, *(f"{wanted}-{number}" for number in range(2, len(taken) + 3))]
    return next(name for name in names if name not in taken)

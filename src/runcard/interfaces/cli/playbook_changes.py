"""What goes differently, as lines: what is lost first, marked."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any
from urllib.parse import quote

from runcard.adapters.playbook_disk import words_of
from runcard.interfaces.cli.playbook_files import compiled

NOTHING = "Nothing goes differently"


def change_lines(changes: Sequence[Mapping[str, Any]]) -> list[str]:
    """One line a change; `✕` where a promise is gone."""
    return [f"{'✕' if one['lost'] else '·'} {one['words']}" for one in changes] or [NOTHING]


def has_loss(changes: Sequence[Mapping[str, Any]]) -> bool:
    """Whether a promise is gone."""
    return any(one["lost"] for one in changes)


def path_of(name: str, what: str) -> str:
    """The address of a playbook in the API."""
    return f"/playbooks/{quote(name, safe='')}/{what}"


def document_of(file: Path) -> str:
    """The document as it is. Raises Invalid for a file that is none."""
    return words_of(compiled(file).file)

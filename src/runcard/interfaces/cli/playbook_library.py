"""Which file a playbook of the team file is, and what the file of a playbook is called."""

import os
from pathlib import Path

from runcard.adapters.playbook_disk import documents_in
from runcard.adapters.team_file import read_team_file
from runcard.domain.people.model import PlaybookSource, TeamFile
from runcard.domain.people.playbook_entries import stem
from runcard.domain.people.team_file import decode
from runcard.interfaces.cli.errors import advised
from runcard.interfaces.cli.invocation import Invocation
from runcard.kernel.errors import Invalid, NotFound


def team_here(asked: Invocation) -> tuple[TeamFile, Path]:
    """The team file of the settings and its folder; an empty one where there is none."""
    file = asked.settings().team
    if not file.exists():
        return TeamFile(), file.parent
    return decode(read_team_file(file)), file.parent


def documents(given: list[Path]) -> list[Path]:
    """Files as they are, folders as every Markdown file in them."""
    found = [one for path in given for one in (documents_in(path) if path.is_dir() else [path])]
    if not found:
        raise advised(
            Invalid(f"{', '.join(map(str, given))} holds no Markdown document"),
            "Name a Markdown file, or a folder that holds some",
        )
    return found


def name_of(file: Path, team: TeamFile, folder: Path) -> str:
    """The name the team file gives this document, else the file's own."""
    path = os.path.relpath(file.absolute(), folder.absolute())
    for entry in team.playbooks:
        if entry.repository is None and os.path.normpath(entry.path) == path:
            return entry.name
    return stem(file.name)


def file_of(name: str, team: TeamFile, folder: Path) -> Path:
    """The file of a playbook on this machine. Raises NotFound where the team file names none."""
    entry = next((one for one in team.playbooks if one.name == name), None)
    if entry is None or entry.repository is not None:
        raise advised(
            NotFound(f"The team file here names no file for the playbook {name}"),
            f"Name the file too: runcard playbook diff {name} FILE",
        )
    return place_of(entry, folder)


def place_of(entry: PlaybookSource, folder: Path) -> Path:
    return folder / Path(entry.path).expanduser()

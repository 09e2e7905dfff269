"""The folder of a demonstration: a team, a document, settings, and nothing of anybody else's."""

import os
import shutil
from collections.abc import Mapping
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path

from ruamel.yaml import YAML

from runcard.db.engine import lock_file
from runcard.domain.people.names import fold_name
from runcard.domain.people.team_file import decode
from runcard.domain.playbooks.binding import Need, NeedKind, is_first_responder, needs
from runcard.interfaces.cli.errors import advised
from runcard.interfaces.cli.playbook_files import Compiled, compiled
from runcard.kernel.errors import Conflict, Unavailable
from runcard.settings import Settings, read_settings

MARK = ".runcard-demo"
SAMPLE, TEAM, CONFIG, DATABASE = "when-things-break.md", "team.yaml", "runcard.toml", "runcard.db"
ROTA = "stock rota"
OTHERS = ("bram", "chiara", "emil")
WORDS: Mapping[NeedKind, str] = {
    NeedKind.AUDIENCE: "stores desk",
    NeedKind.CONTACT: "ada",
    NeedKind.CHANNEL: "#demo",
    NeedKind.STATUS_PAGE: "https://status.fernway.example",
    NeedKind.HOST: "fernway.example",
    NeedKind.VARIABLE: "set on the host",
}
SETTINGS = """\
# The settings of this demonstration; docs/reference/settings.md explains them.
data = "."
team = "team.yaml"
dev_phone = true
# Each page by itself, so that the phone rings at every `demo fire`; usually pages that come close
# together leave as one message.
throttle_pages = false
port = {port}
"""
PORT = 8420


@dataclass(frozen=True, slots=True)
class Stage:
    """Where a demonstration stands and by which settings it runs."""

    settings: Settings
    top_level: str | None


def set_up(folder: Path, playbook: Path | None, port: int | None) -> Stage:
    """A fresh folder. Raises Conflict for one that holds anything but an earlier demonstration."""
    document = compiled(playbook) if playbook is not None else None
    clear(folder)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        (folder / MARK).touch()
        (folder / CONFIG).write_text(SETTINGS.format(port=port or PORT), encoding="utf-8")
        write_words(folder, document)
    except OSError as fault:
        raise Unavailable(f"{folder} cannot be written: {fault.strerror}") from None
    shown = document or compiled(folder / SAMPLE)
    levels = shown.playbook.severities
    # Nothing of the environment: a demonstration must not reach anybody's real database or mail.
    settings = read_settings(folder / CONFIG, {})
    return Stage(settings, levels[0].key if levels else None)


def clear(folder: Path) -> None:
    """Take an earlier demonstration away; anything else is somebody's work and stays."""
    if not folder.exists() or not any(folder.iterdir()):
        return
    if not (folder / MARK).exists():
        raise advised(
            Conflict(f"{folder} holds something that is no demonstration of Runcard"),
            "Choose another folder: runcard demo --data FOLDER",
        )
    try:
        os.close(lock_file(folder / DATABASE))
    except Conflict:
        raise advised(
            Conflict(f"A demonstration still runs in {folder}"),
            "Stop it with Ctrl-C, or choose another folder: runcard demo --data FOLDER",
        ) from None
    shutil.rmtree(folder)


def write_words(folder: Path, document: Compiled | None) -> None:
    """The sample team with the sample document, or with every name of the given one."""
    sample = files("runcard").joinpath("examples")
    team = sample.joinpath(TEAM).read_text(encoding="utf-8")
    if document is None:
        words = sample.joinpath(SAMPLE).read_text(encoding="utf-8")
        (folder / SAMPLE).write_text(words, encoding="utf-8")
        (folder / TEAM).write_text(team, encoding="utf-8")
        return
    tree = YAML().load(team)
    tree["team"] = "Demo team"
    tree["bind"] = bindings(needs(document.playbook))
    tree["playbooks"] = [{"name": document.file.stem, "path": str(document.file.absolute())}]
    levels = [level.key for level in document.playbook.severities]
    tree["severity_words"] = {"critical": levels[0]} if levels else {}
    with (folder / TEAM).open("w", encoding="utf-8") as file:
        YAML().dump(tree, file)
    decode(YAML(typ="safe", pure=True).load((folder / TEAM).read_text(encoding="utf-8")))


def bindings(named: tuple[Need, ...]) -> dict[str, str]:
    """Every name to somebody of the sample team: the first responder to the rota, other titles to
    one person after another, so that the next rung of a chain rings another phone."""
    told: dict[str, str] = {}
    seen: set[str] = set()
    turn = 0
    for need in named:
        folded = fold_name(need.name)
        if folded in seen:
            continue
        seen.add(folded)
        if is_first_responder(need.name):
            told[need.name] = ROTA
        elif need.is_a_person or need.kind is NeedKind.CONTACT:
            told[need.name] = OTHERS[turn % len(OTHERS)]
            turn += 1
        else:
            told[need.name] = need.given or WORDS[need.kind]
    return told

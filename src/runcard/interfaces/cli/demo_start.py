"""Starts a demonstration: sets the stage, runs the server, and says how to make a phone ring."""

import json
import sys
from pathlib import Path
from time import perf_counter

from runcard.app import App
from runcard.interfaces.cli.discovery import DEMO_DATA
from runcard.interfaces.cli.output import Output
from runcard.interfaces.cli.rehearsal import LEVEL_FILE
from runcard.interfaces.cli.serve import run
from runcard.interfaces.cli.stage import Stage, set_up


def start(out: Output, playbook: Path | None, port: int | None, data: Path) -> None:
    """Until Ctrl-C."""
    began = perf_counter()
    stage = set_up(data, playbook, port)
    (data / LEVEL_FILE).write_text(json.dumps(stage.top_level), encoding="utf-8")

    def announce(house: App) -> None:
        out.note(f"✓ Ready in {perf_counter() - began:.1f} s")
        for line in invitation(house, stage, data):
            out.note(line)

    run(stage.settings, announce)
    out.note(f"Stopped. What happened is kept in {data} until the next demo.")


def invitation(house: App, stage: Stage, data: Path) -> list[str]:
    """One link, and how to make the phone ring."""
    elsewhere = "" if data == DEMO_DATA else f" --data {data}"
    return [
        f"  Open   {house.admin_link()}",
        f"  Fire   in another terminal: {this_program()} demo fire{elsewhere}",
        f"  Clear  when it is over:     {this_program()} demo clear{elsewhere}",
        f"  Files  {stage.settings.team.absolute()}",
        "  Stop   Ctrl-C",
    ]


def this_program() -> str:
    """As it was called, so that the line can be copied."""
    if Path(sys.argv[0]).name == "__main__.py":
        return f"{sys.executable} -m runcard"
    return sys.argv[0]

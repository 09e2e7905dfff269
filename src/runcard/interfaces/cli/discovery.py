"""Where the server is: a running server leaves a note in its data folder; the client finds it."""

import json
import os
from dataclasses import dataclass
from pathlib import Path

from runcard.interfaces.cli.errors import advised
from runcard.interfaces.cli.invocation import Invocation
from runcard.kernel.errors import Forbidden, RuncardError, Unavailable
from runcard.kernel.secret import Secret

NOTE = "server.json"
DEMO_DATA = Path("demo-data")
OWNER_ONLY = 0o600


@dataclass(frozen=True, slots=True)
class Server:
    """An address, the token that opens it, and what the note says beside them."""

    url: str
    token: Secret
    sign_in: str | None = None
    intakes: tuple[tuple[str, str], ...] = ()


def leave_note(data: Path, server: Server) -> None:
    """Write where we are, readable by this user alone from the first byte."""
    words = json.dumps(
        {
            "url": server.url,
            "token": server.token.reveal(),
            "sign_in": server.sign_in,
            "intakes": dict(server.intakes),
            "pid": os.getpid(),
        }
    )
    fresh = data / f"{NOTE}.new"
    fresh.unlink(missing_ok=True)
    with os.fdopen(os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_EXCL, OWNER_ONLY), "w") as file:
        file.write(words)
    fresh.replace(data / NOTE)


def take_note_away(data: Path) -> None:
    """We are gone."""
    (data / NOTE).unlink(missing_ok=True)


def read_note(data: Path) -> Server | None:
    """The server that runs on this data; None where no note was left or it cannot be read."""
    try:
        said = json.loads((data / NOTE).read_text(encoding="utf-8"))
        intakes = tuple(dict(said.get("intakes") or {}).items())
        return Server(said["url"], Secret(said["token"]), said.get("sign_in"), intakes)
    except (OSError, ValueError, KeyError, TypeError):
        return None


def find_server(asked: Invocation) -> Server:
    """The one named by --server or RUNCARD_SERVER, else the one that runs here."""
    here = running_here(asked)
    token = os.environ.get("RUNCARD_TOKEN")
    if asked.server is not None:
        return named(asked.server.rstrip("/"), token, here)
    if here is None:
        raise no_server()
    return Server(here.url, Secret(token), here.sign_in) if token else here


def running_here(asked: Invocation) -> Server | None:
    """By the note in the data folder of the settings, else in that of the demo."""
    notes = (read_note(folder) for folder in (asked.settings().data, DEMO_DATA))
    return next((server for server in notes if server is not None), None)


def named(url: str, token: str | None, here: Server | None) -> Server:
    if token:
        return Server(url, Secret(token))
    if here is not None and here.url == url:
        return here
    raise advised(
        Forbidden(f"{url} wants a token, and RUNCARD_TOKEN is not set"),
        "Set RUNCARD_TOKEN to a token of that server",
    )


def no_server() -> RuncardError:
    return advised(
        Unavailable("No Runcard runs on the data of this folder"),
        "Start it with runcard serve or runcard demo, or name another with --server URL",
    )

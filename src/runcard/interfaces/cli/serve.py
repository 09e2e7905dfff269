"""`runcard serve`: the doors and the engine in one process."""

import signal
import socket
import sys
from collections.abc import Callable
from pathlib import Path
from types import FrameType
from typing import Annotated

import typer
import uvicorn

from runcard.app import App, build
from runcard.interfaces.cli.discovery import Server, leave_note, take_note_away
from runcard.interfaces.cli.errors import advised
from runcard.interfaces.cli.garbage_collection import nothing_collected
from runcard.interfaces.cli.invocation import invocation
from runcard.interfaces.cli.logs import log_plainly
from runcard.interfaces.cli.output import output
from runcard.kernel.errors import Unavailable
from runcard.settings import Only, Settings, reachable

app = typer.Typer(add_completion=False, rich_markup_mode=None)
# Long enough for a commit behind a storm; streams of events never end by themselves.
DRAIN_SECONDS = 5
BACKLOG = 2048
# The writer gives the interpreter away at every statement and must get it back: with the usual
# 5 ms a busy door would hold up each statement of a commit for as long.
SWITCH_SECONDS = 0.0002
Ready = Callable[[App], None]


@app.command()
def serve(
    ctx: typer.Context,
    host: Annotated[str | None, typer.Option(help="The address to listen on.")] = None,
    port: Annotated[int | None, typer.Option(help="The port to listen on.")] = None,
    data: Annotated[Path | None, typer.Option(help="The folder for the database.")] = None,
    only: Annotated[Only | None, typer.Option(help="One half, on PostgreSQL.")] = None,
) -> None:
    """Start the server: the doors and the engine. Stops cleanly on Ctrl-C and SIGTERM."""
    asked = invocation(ctx)
    said = {"host": host, "port": port, "data": data and str(data), "only": only and only.value}
    settings = asked.settings(said)
    note = output(asked).note
    run(settings, lambda house: announce(house, settings, note))
    note("Stopped. What was accepted is on disk.")


def announce(house: App, settings: Settings, note: Callable[[str], None]) -> None:
    """Where to open it, and where alerts go."""
    note(f"✓ Runcard is ready at {settings.base_url}")
    if not house.house.db.is_open:
        note("▲ The database is away: alerts are kept on disk, and the worst wake somebody")
        note("  Next: bring it back; it is tried every second")
    note(f"  Open    {house.admin_link()}")
    for name, address in house.intake_urls().items():
        note(f"  Alerts  {address}  ({name})")
    if (hook := house.push_hook()) is not None:
        note(f"  Pushes  {hook[0]}  (secret {hook[1].reveal()})")


def run(settings: Settings, is_ready: Ready) -> None:
    """Take the port, start the house, answer until told to stop, and drain."""
    signal.signal(signal.SIGTERM, stop)
    sys.setswitchinterval(SWITCH_SECONDS)
    log_plainly(sys.stderr)
    if settings.only is Only.ENGINE:
        run_engine(settings, is_ready)
        return
    with listening(settings.host, settings.port) as door:
        with nothing_collected():
            house = build(settings)
        house.start()
        server = OurServer(house, settings, is_ready)
        try:
            server.run(sockets=[door])
        except (KeyboardInterrupt, SystemExit):
            pass
        finally:
            take_note_away(settings.data)
            house.stop()
    if not server.started:
        raise Unavailable("The doors did not open; the lines above say why")


def run_engine(settings: Settings, is_ready: Ready) -> None:
    """The loops alone: nothing listens."""
    house = build(settings)
    house.start()
    is_ready(house)
    try:
        signal.pause()
    except (KeyboardInterrupt, SystemExit):
        pass
    finally:
        house.stop()


def stop(_number: int, _frame: FrameType | None) -> None:
    sys.exit(0)


def listening(host: str, port: int) -> socket.socket:
    """The socket, taken before anything else so that a port in use costs nothing."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    door = socket.socket(family, socket.SOCK_STREAM)
    door.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        door.bind((host, port))
    except OSError as fault:
        door.close()
        raise advised(
            Unavailable(f"Port {port} on {host} cannot be used: {fault.strerror}"),
            f"Stop what uses it, or choose another: --port {port + 1 if port < 65535 else 8421}",
        ) from None
    door.listen(BACKLOG)
    return door


class OurServer(uvicorn.Server):
    """uvicorn, that says when it answers."""

    def __init__(self, house: App, settings: Settings, is_ready: Ready) -> None:
        super().__init__(
            uvicorn.Config(
                house.asgi,
                loop="uvloop",
                http="httptools",
                ws="none",
                access_log=False,
                log_config=None,
                server_header=False,
                proxy_headers=False,
                timeout_graceful_shutdown=DRAIN_SECONDS,
            )
        )
        self.house, self.settings, self.is_ready = house, settings, is_ready

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        if self.started:
            leave_note(self.settings.data, note_of(self.house, self.settings))
            self.is_ready(self.house)


def note_of(house: App, settings: Settings) -> Server:
    """What a client on this machine needs."""
    link = house.admin_link()
    token = house.keys.token
    here = reachable(settings.host, settings.port)
    return Server(here, token, link, tuple(house.intake_urls().items()))

"""The pages over a pretend house on a real port, for a real browser."""

import threading
from collections.abc import Iterator
from dataclasses import dataclass, field

import pytest
import uvicorn
from playwright.sync_api import BrowserContext, Page
from starlette.applications import Starlette

from runcard.interfaces.web.sitemap import pages_over
from tests.web.pretend_house import TOKEN, PretendDesk


@dataclass(slots=True)
class Site:
    """A running server, and the house behind it."""

    desk: PretendDesk
    server: uvicorn.Server
    thread: threading.Thread
    complaints: list[str] = field(default_factory=list)

    @property
    def address(self) -> str:
        port = self.server.servers[0].sockets[0].getsockname()[1]
        return f"http://127.0.0.1:{port}"

    def sign_in(self, tab: Page) -> Page:
        """Ada, by the link that `runcard token` prints; whatever the console says is kept."""
        tab.on("console", lambda message: self.complaints.append(message.text))
        tab.on("pageerror", lambda fault: self.complaints.append(str(fault)))
        tab.goto(f"{self.address}/enter?token={TOKEN}")
        return tab

    def remember(self, context: BrowserContext) -> None:
        """The cookie alone, for a context that opens many tabs."""
        context.add_cookies([{"name": "runcard_token", "value": TOKEN, "url": self.address}])

    def stop(self) -> None:
        """No answer any more."""
        self.server.should_exit = True
        self.thread.join()


@pytest.fixture
def site() -> Iterator[Site]:
    desk = PretendDesk()
    settings = uvicorn.Config(
        Starlette(routes=pages_over(desk)), port=0, log_level="error", timeout_graceful_shutdown=1
    )
    server = uvicorn.Server(settings)
    ready = threading.Event()
    started = server.startup

    async def startup(sockets: list[object] | None = None) -> None:
        await started(sockets)  # type: ignore[arg-type]
        ready.set()

    server.startup = startup  # type: ignore[assignment, method-assign]
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    assert ready.wait(10)
    running = Site(desk, server, thread)
    yield running
    running.stop()

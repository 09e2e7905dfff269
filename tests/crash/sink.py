"""The outside world: keeps every page it is sent, may be slow, and can pull a trigger."""

import threading
from collections.abc import Callable

from tests.peers.webhook_sink import Received, WebhookSink

# Shorter than the 10 s for which a sender waits.
LONGEST_S = 8.0


class SinkThatKills(WebhookSink):
    """`trigger` is pulled once, with the message in hand and not answered yet. While `is_open` is
    clear, every answer waits."""

    trigger: Callable[[], object] | None = None

    def __init__(self) -> None:
        self.is_open = threading.Event()
        self.is_open.set()
        super().__init__()

    def forget(self) -> None:
        """What came so far was of another story."""
        with self._changed:
            self._received.clear()

    def _keep(self, request: Received) -> int:
        # Its sender died between the headers and the end of the body: that is no message.
        if len(request.body) < int(request.headers["content-length"]):
            return 400
        status = super()._keep(request)
        trigger, self.trigger = self.trigger, None
        if trigger is not None:
            trigger()
        self.is_open.wait(LONGEST_S)
        return status

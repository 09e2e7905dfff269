"""The outside world: keeps every page it is sent, and can pull a trigger before it answers."""

from collections.abc import Callable

from tests.peers.webhook_sink import Received, WebhookSink


class SinkThatKills(WebhookSink):
    """`trigger` is pulled once, with the message in hand and not answered yet."""

    trigger: Callable[[], object] | None = None

    def _keep(self, request: Received) -> int:
        status = super()._keep(request)
        trigger, self.trigger = self.trigger, None
        if trigger is not None:
            trigger()
        return status

"""The real Http: bounded in time and size, never redirected, never to a forbidden address."""

from collections.abc import Mapping
from contextlib import closing

import httpcore2
import httpx2

from runcard.adapters.network import Network
from runcard.adapters.plain_text import one_line
from runcard.domain.paging.ports import Answer
from runcard.kernel.errors import Unavailable

CONNECT = 3.0
# Under the 15 s for which a worker holds a job: a slow provider must not have it taken from us
# while it still works on it.
TOTAL = 10.0
LONGEST_BODY = 64 * 1024
MOST_CONNECTIONS = 200


class OutboundHttp:
    """Posts to the outside.

    `allow_private` decides whether loopback and the addresses of one's own network may be reached.
    It is on when nothing is said: whoever hosts a pager has the chat and the gateway it posts to in
    the same network most of the time, addresses come from the team file, which only an operator
    writes, and a page that is not sent is the worse fault of the two. Turn it off where people who
    are not operators may enter addresses. Link-local addresses are never reached.
    """

    def __init__(
        self, *, allow_private: bool = True, connect: float = CONNECT, total: float = TOTAL
    ) -> None:
        self._transport = DirectTransport(Network(allow_private, connect, total))
        self._timeouts = httpx2.Timeout(total, connect=connect).as_dict()

    def post(self, url: str, body: bytes, headers: Mapping[str, str]) -> Answer:
        """What the server answers. Raises Unavailable when no answer came."""
        try:
            request = httpx2.Request(
                "POST", url, headers=outgoing(headers), content=body,
                extensions={"timeout": self._timeouts},
            )  # fmt: skip
            with closing(self._transport.handle_request(request)) as response:
                return Answer(response.status_code, beginning(response))
        except (httpx2.HTTPError, httpx2.InvalidURL, ValueError) as fault:
            words = one_line(str(fault)) or type(fault).__name__
            raise Unavailable(f"{server_of(url)} gave no answer: {words}") from fault

    def close(self) -> None:
        """Let go of every connection."""
        self._transport.close()


class DirectTransport(httpx2.HTTPTransport):
    """One fresh connection a post: a kept one may have died unnoticed and cost a page its first
    try. It reads no proxy from the environment, and follows no redirect."""

    def __init__(self, network: Network) -> None:
        context = httpx2.create_ssl_context(trust_env=False)
        super().__init__(verify=context, trust_env=False)
        self._pool = httpcore2.ConnectionPool(
            ssl_context=context,
            max_connections=MOST_CONNECTIONS,
            max_keepalive_connections=0,
            network_backend=network,
        )


def outgoing(headers: Mapping[str, str]) -> dict[str, str]:
    """Answers come as they are, so that a small one cannot unfold into a large one."""
    ours = {"user-agent": "runcard", "accept": "*/*", "accept-encoding": "identity"}
    return ours | {name.lower(): value for name, value in headers.items()}


def beginning(response: httpx2.Response) -> bytes:
    """The first part of the body. The status has come: what the body is cut by, its length or a
    fault, must not make an answered post look unanswered and send it twice."""
    body = b""
    try:
        for piece in response.iter_raw():
            body += piece
            if len(body) >= LONGEST_BODY:
                break
    except httpx2.HTTPError:
        return body[:LONGEST_BODY]
    return body[:LONGEST_BODY]


def server_of(url: str) -> str:
    """The host alone: the path of a webhook is often its password."""
    try:
        return httpx2.URL(url).host or "the address"
    except (httpx2.InvalidURL, ValueError):
        return "the address"

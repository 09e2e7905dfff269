"""Whether a page is there: HEAD, or GET where HEAD is not known; no credentials, few redirects."""

from contextlib import closing
from dataclasses import dataclass
from time import monotonic

import httpx2

from runcard.adapters.http import DirectTransport, outgoing
from runcard.adapters.network import Network, may_reach
from runcard.adapters.plain_text import one_line
from runcard.adapters.reality.names import addresses
from runcard.domain.playbooks.reality import Answer, Fails, Holds, Missing, Unasked

MOST_REDIRECTS = 3
SHORTEST = 0.001
NOT_THERE = {404, 410}
WANTS_GET = {405, 501}
REDIRECTS = {301, 302, 303, 307, 308}
FAULTS = (httpx2.HTTPError, httpx2.InvalidURL, ValueError)


@dataclass(frozen=True, slots=True)
class Pages:
    """How long a page is given, redirects included, and whether one's own network may be asked or
    led to."""

    seconds: float
    private: bool = False
    private_redirects: bool = False

    def answers(self, url: str) -> Answer:
        """Follows a redirect only to where it may go, and never with more than HEAD or GET."""
        try:
            return self._followed(bare(url))
        except FAULTS as fault:
            return Fails(one_line(str(fault)) or type(fault).__name__)

    def _followed(self, url: httpx2.URL) -> Answer:
        over_at = monotonic() + self.seconds
        for hop in range(MOST_REDIRECTS + 1):
            network = Network(
                self.private_redirects if hop else self.private,
                self.seconds,
                max(over_at - monotonic(), SHORTEST),
            )
            refused = why_not(url, network)
            if refused is not None:
                return refused if hop == 0 else Unasked(f"it leads on: {refused.why}")
            status, target = asked(url, network)
            if status not in REDIRECTS or not target:
                return judged(status)
            url = bare(str(url.join(target)))
        return Fails(f"it leads on more than {MOST_REDIRECTS} times")


def why_not(url: httpx2.URL, network: Network) -> Fails | Unasked | None:
    """Why an address is not asked; the connection judges its addresses once more."""
    if url.scheme not in {"http", "https"}:
        return Unasked("it is no web address")
    found = addresses(url.host, network.total)
    if isinstance(found, Fails | Unasked):
        return found
    if not any(may_reach(one, network.allow_private) for one in found):
        return Unasked("an address of a private network, which the facts do not allow")
    return None


def asked(url: httpx2.URL, network: Network) -> tuple[int, str]:
    """The status and where it leads. An address with a query is never fetched: on some servers
    that does something."""
    with closing(DirectTransport(network)) as transport:
        status, target = sent(transport, "HEAD", url, network.total)
        if status in WANTS_GET and not url.query:
            status, target = sent(transport, "GET", url, network.total)
    return status, target


def sent(
    transport: DirectTransport, method: str, url: httpx2.URL, seconds: float
) -> tuple[int, str]:
    timeouts = httpx2.Timeout(seconds).as_dict()
    request = httpx2.Request(method, url, headers=outgoing({}), extensions={"timeout": timeouts})
    with closing(transport.handle_request(request)) as response:
        return response.status_code, response.headers.get("location", "")


def bare(url: str) -> httpx2.URL:
    """Without a name and a password that may stand in it, and without its fragment."""
    return httpx2.URL(url).copy_with(userinfo=b"", fragment=None)


def judged(status: int) -> Answer:
    """A page that wants a password or another method is there all the same."""
    if status in NOT_THERE:
        return Missing(f"it answers {status}")
    return Fails(f"it answers {status}") if status >= 500 else Holds()

"""Names of hosts, asked of the resolver of this machine, for a bounded time."""

from collections.abc import Sequence
from ipaddress import IPv4Address, IPv6Address, ip_address
from socket import SOCK_STREAM, gaierror, getaddrinfo
from threading import Thread

from runcard.domain.playbooks.reality import Answer, Fails, Holds, Unasked

Address = IPv4Address | IPv6Address


def resolves(host: str, seconds: float) -> Answer:
    """Whether the name leads to an address."""
    found = addresses(host, seconds)
    return Holds() if isinstance(found, tuple) else found


def addresses(host: str, seconds: float) -> tuple[Address, ...] | Fails | Unasked:
    """Where the name leads. The system's resolver cannot be interrupted, so it is left behind in a
    thread of its own when it takes too long."""
    found: list[tuple[Address, ...] | Fails] = []
    asking = Thread(target=lambda: found.append(looked_up(host)), daemon=True)
    asking.start()
    asking.join(seconds)
    return found[0] if found else Unasked("the resolver gave no answer in time")


def looked_up(host: str) -> tuple[Address, ...] | Fails:
    try:
        return tuple(dict.fromkeys(numbers_in(getaddrinfo(host, None, type=SOCK_STREAM))))
    except gaierror as fault:
        return Fails(fault.strerror or "no such name")
    except (OSError, UnicodeError, ValueError):
        return Fails("no name that can be asked for")


def numbers_in(answers: Sequence[tuple[object, ...]]) -> list[Address]:
    places = [answer[-1] for answer in answers]
    return [
        ip_address(str(place[0]).partition("%")[0]) for place in places if isinstance(place, tuple)
    ]

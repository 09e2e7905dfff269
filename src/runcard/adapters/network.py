"""Connections to the outside: to allowed addresses only, and over when their time is over."""

import ssl
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from ipaddress import IPv4Address, IPv6Address, ip_address
from socket import SOCK_STREAM, gaierror, getaddrinfo
from time import monotonic
from typing import Any

import httpcore2

Address = IPv4Address | IPv6Address


@dataclass(frozen=True, slots=True)
class Network(httpcore2.NetworkBackend):
    """Resolves a name once, judges the addresses, and connects to what it judged: a name that
    changes its address between the two (DNS rebinding) gains nothing."""

    allow_private: bool
    connect: float
    total: float

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[httpcore2.SOCKET_OPTION] | None = None,
    ) -> httpcore2.NetworkStream:
        over_at = monotonic() + self.total
        fault: httpcore2.ConnectError | httpcore2.ConnectTimeout | None = None
        for address in self.allowed(host, port):
            try:
                left = min(self.connect, time_left(over_at))
                stream = httpcore2.SyncBackend().connect_tcp(
                    address, port, left, local_address, socket_options
                )
                return TimedStream(stream, over_at)
            except (httpcore2.ConnectError, httpcore2.ConnectTimeout) as failed:
                fault = failed
        raise fault or httpcore2.ConnectError(f"{host} has no address that we may connect to")

    def allowed(self, host: str, port: int) -> Iterator[str]:
        """The addresses of the host that may be reached from here."""
        try:
            found = getaddrinfo(host, port, type=SOCK_STREAM)
        except (gaierror, UnicodeError) as fault:
            raise httpcore2.ConnectError(f"the name cannot be resolved: {fault}") from fault
        for *_, where in found:
            if may_reach(ip_address(str(where[0]).partition("%")[0]), self.allow_private):
                yield str(where[0])


class TimedStream(httpcore2.NetworkStream):
    """A stream on which every wait ends when the whole exchange must; the library's own time-outs
    begin anew with every byte, and a server that drips could hold a worker for ever."""

    def __init__(self, stream: httpcore2.NetworkStream, over_at: float) -> None:
        self._stream = stream
        self._over_at = over_at

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        return self._stream.read(max_bytes, time_left(self._over_at))

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        self._stream.write(buffer, time_left(self._over_at))

    def close(self) -> None:
        self._stream.close()

    def start_tls(
        self,
        ssl_context: ssl.SSLContext,
        server_hostname: str | None = None,
        timeout: float | None = None,
    ) -> httpcore2.NetworkStream:
        left = time_left(self._over_at)
        stream = self._stream.start_tls(ssl_context, server_hostname, left)
        return TimedStream(stream, self._over_at)

    def get_extra_info(self, info: str) -> Any:
        return self._stream.get_extra_info(info)


def time_left(over_at: float) -> float:
    left = over_at - monotonic()
    if left <= 0:
        raise httpcore2.ReadTimeout("it took too long")
    return left


def may_reach(address: Address, allow_private: bool) -> bool:
    """Link-local is where clouds keep the credentials of a machine: no webhook lives there."""
    if isinstance(address, IPv6Address) and address.ipv4_mapped:
        address = address.ipv4_mapped
    if address.is_link_local or address.is_multicast or address.is_unspecified:
        return False
    return allow_private or address.is_global

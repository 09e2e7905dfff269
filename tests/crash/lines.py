"""A line to PostgreSQL that can be cut: the same database, by way of a proxy of faults."""

from urllib.parse import parse_qs, urlsplit

from runcard.testing.fault_proxy import FaultProxy, Upstream

PORT = 5432


def place_of(url: str) -> Upstream:
    """Where the server behind a URL listens."""
    there = urlsplit(url)
    folder = parse_qs(there.query).get("host")
    return f"{folder[0]}/.s.PGSQL.{PORT}" if folder else (there.hostname or "", there.port or PORT)


def through(proxy: FaultProxy, url: str) -> str:
    """The same database, by way of the proxy."""
    there = urlsplit(url)
    return f"postgresql://{there.username}@127.0.0.1:{proxy.port}{there.path}"

"""Talks to the API of a running server, and turns its problems back into our families of error."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from types import TracebackType
from typing import Any
from urllib.parse import quote, urlsplit

import httpx2

from runcard.interfaces.cli.discovery import Server, find_server
from runcard.interfaces.cli.errors import TookTooLong, advised
from runcard.interfaces.cli.invocation import Invocation
from runcard.kernel.errors import (
    Conflict,
    Forbidden,
    Invalid,
    NotFound,
    RuncardError,
    Unavailable,
)

BASE = "/api/v1"
# Longer than a commit behind a storm of alerts, shorter than the patience of a person.
PATIENCE = 15.0
LOOPBACK = {"127.0.0.1", "::1", "localhost"}
FAMILY: Mapping[int, type[RuncardError]] = {
    400: Invalid,
    401: Forbidden,
    403: Forbidden,
    404: NotFound,
    405: Invalid,
    409: Conflict,
    413: Invalid,
    415: Invalid,
    422: Invalid,
    503: Unavailable,
}


@dataclass(slots=True)
class Client:
    """One connection to one server."""

    server: Server
    _http: httpx2.Client = field(init=False)

    def __post_init__(self) -> None:
        # A proxy set for the outside must not come between us and this machine.
        beyond = urlsplit(self.server.url).hostname not in LOOPBACK
        headers = {"Authorization": f"Bearer {self.server.token.reveal()}"}
        self._http = httpx2.Client(
            base_url=self.server.url, headers=headers, timeout=PATIENCE, trust_env=beyond
        )

    def __enter__(self) -> "Client":
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        fault: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._http.close()

    def get(self, path: str, **query: str | int) -> Any:
        """Ask; the answer is decoded JSON."""
        return self._ask("GET", path, params=query)

    def pages(self, path: str, **query: str | int) -> Iterator[Any]:
        """Everything in a list, page after page."""
        answer = self.get(path, **query)
        yield from answer["data"]
        while answer.get("next_cursor"):
            answer = self.get(path, **query, cursor=answer["next_cursor"])
            yield from answer["data"]

    def post(self, path: str, body: Mapping[str, object]) -> Any:
        """Do; what is None is not said."""
        said = {name: value for name, value in body.items() if value is not None}
        return self._ask("POST", path, json=said)

    def _ask(self, method: str, path: str, **what: Any) -> Any:
        with faults_of_the_way(self.server.url):
            answer = self._http.request(method, BASE + path, **what)
        if answer.status_code >= 400:
            raise problem(answer)
        return answer.json() if answer.content else None


@contextmanager
def faults_of_the_way(url: str) -> Iterator[None]:
    """No answer is Unavailable; a late one is TookTooLong."""
    try:
        yield
    except httpx2.TimeoutException:
        raise TookTooLong(f"{url} did not answer within {PATIENCE:.0f} s") from None
    except (httpx2.HTTPError, httpx2.InvalidURL) as fault:
        raise advised(
            Unavailable(f"{url} cannot be reached: {fault}"),
            "Start it with runcard serve, or name another with --server URL",
        ) from None


def problem(answer: httpx2.Response) -> RuncardError:
    """An error as the server told it: the sentence, the field, and what to try."""
    said = problem_document(answer)
    family = FAMILY.get(answer.status_code, Unavailable)
    sentence = (
        said.get("detail") or said.get("title") or f"the server answered {answer.status_code}"
    )
    fields = [f"{e.get('pointer')}: {e.get('message')}" for e in said.get("errors") or ()]
    fault = family(str(sentence), where="; ".join(fields) or None)
    return advised(fault, str(said["try"])) if said.get("try") else fault


def problem_document(answer: httpx2.Response) -> Mapping[str, Any]:
    try:
        said = answer.json()
    except ValueError:
        return {}
    return said if isinstance(said, dict) else {}


def incident_path(ref: str, verb: str = "") -> str:
    """`INC-42` and an id are both good; nothing of it can leave its place in the path."""
    return f"/incidents/{quote(ref, safe='')}{'/' + verb if verb else ''}"


def connect(asked: Invocation) -> Client:
    """A client of the server this call is meant for."""
    return Client(find_server(asked))

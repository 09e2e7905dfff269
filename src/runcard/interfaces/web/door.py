"""Opens the door: who comes in, what they see when they may not, and the headers of every page."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from http import HTTPStatus

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from runcard.interfaces.web.auth import COOKIE, must_be_ours, whoever
from runcard.interfaces.web.desk import Desk
from runcard.interfaces.web.errors import answer_or_explain
from runcard.interfaces.web.paper import HEADERS, Paper
from runcard.kernel.actor import Actor, Anonymous


@dataclass(frozen=True, slots=True)
class Visit:
    """One request of somebody we know; `actor` is Anonymous only on pages that need no sign-in."""

    request: Request
    actor: Actor
    desk: Desk
    paper: Paper

    def part(self, name: str) -> str:
        """A piece of the address: `ref` of `/incidents/{ref}`."""
        return str(self.request.path_params[name])


Handler = Callable[[Visit], Awaitable[Response]]


@dataclass(frozen=True, slots=True)
class Door:
    """Makes routes of handlers."""

    desk: Desk
    paper: Paper

    def page(self, path: str, handler: Handler) -> Route:
        """To be looked at, signed in."""
        return self._route(path, "GET", lambda request: self._signed_in(request, handler))

    def form(self, path: str, handler: Handler) -> Route:
        """To be sent from one of our pages, signed in."""
        return self._route(path, "POST", lambda request: self._from_our_page(request, handler))

    def open_page(self, path: str, handler: Handler) -> Route:
        """To be looked at by whoever holds the address."""
        return self._route(path, "GET", lambda request: handler(self._stranger(request)))

    def open_form(self, path: str, handler: Handler) -> Route:
        """To be sent by whoever holds the address."""
        return self._route(path, "POST", lambda request: handler(self._stranger(request)))

    def _route(
        self, path: str, method: str, handler: Callable[[Request], Awaitable[Response]]
    ) -> Route:
        async def endpoint(request: Request) -> Response:
            answer = await answer_or_explain(self.paper, request, lambda: handler(request))
            for name, value in HEADERS.items():
                answer.headers.setdefault(name, value)
            return answer

        return Route(path, endpoint, methods=[method], include_in_schema=False)

    async def _signed_in(self, request: Request, handler: Handler) -> Response:
        actor = await whoever(self.desk, request)
        if actor is None:
            return self._who_are_you(request)
        return await handler(Visit(request, actor, self.desk, self.paper))

    async def _from_our_page(self, request: Request, handler: Handler) -> Response:
        must_be_ours(request)
        return await self._signed_in(request, handler)

    def _stranger(self, request: Request) -> Visit:
        return Visit(request, Anonymous(), self.desk, self.paper)

    def _who_are_you(self, request: Request) -> Response:
        facts = {"path": request.url.path, "had_cookie": COOKIE in request.cookies}
        return self.paper.page("access/sign_in.html", facts, HTTPStatus.UNAUTHORIZED)

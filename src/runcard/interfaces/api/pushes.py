"""The door of git servers: a signed word that there is news. Nothing in its body is believed."""

from dataclasses import dataclass

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from runcard.domain.access.pushes import PUSHED, is_signed
from runcard.domain.access.queries import source_of
from runcard.flows.house import House
from runcard.flows.library_is_read import library_is_pushed
from runcard.interfaces.api.errors import UNAUTHORIZED, Refusal, encoded, guarded, problem
from runcard.interfaces.api.payload import read_payload
from runcard.kernel.actor import Anonymous
from runcard.kernel.errors import Forbidden

NOT_SIGNED = (
    "nothing is taken in under this address without its key and a signature; give your git server "
    "the address and the secret that `runcard serve` prints"
)


def push_route(house: House, most_bytes: int) -> Route:
    """`POST /in/playbooks/{key}`."""
    door = PushDoor(house, most_bytes)
    return Route(f"/in/{PUSHED}/{{key}}", guarded(door.post), methods=["POST"])


@dataclass(frozen=True, slots=True)
class PushDoor:
    """Key, signature, and the library is read a moment later."""

    house: House
    most_bytes: int

    async def post(self, request: Request) -> Response:
        """One push. The same answer for a wrong key and a wrong signature."""
        key = str(request.path_params["key"])
        try:
            source = await run_in_threadpool(
                self.house.db.read, lambda work: source_of(work, key), Anonymous()
            )
            body = await read_payload(request, self.most_bytes)
        except Forbidden:
            return problem(UNAUTHORIZED, NOT_SIGNED)
        except Refusal as refusal:
            return problem(refusal.case, refusal.why, refusal.faults)
        secret = self.house.links.push_secret.reveal()
        if source.kind != PUSHED or not is_signed(secret, body, request.headers):
            return problem(UNAUTHORIZED, NOT_SIGNED)
        await self.house.db.answer(lambda work: library_is_pushed(work, self.house), source.actor)
        return Response(encoded({"reading": True}), 202, media_type="application/json")

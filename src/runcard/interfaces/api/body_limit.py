"""No request to the API may bring more than a person could have written."""

from dataclasses import dataclass

from starlette.exceptions import HTTPException
from starlette.types import ASGIApp, Message, Receive, Scope, Send

MOST_BYTES = 256 * 1024
# A whole document, its quotes and lines escaped.
MOST_OF_A_DOCUMENT = 8 * 1024 * 1024
WITH_A_DOCUMENT = ("/versions", "/changes")


@dataclass(frozen=True, slots=True)
class BodyLimit:
    """Counts what arrives; what the sender announces is not believed."""

    app: ASGIApp
    most: int = MOST_BYTES

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        is_document = scope["path"].endswith(WITH_A_DOCUMENT)
        most = MOST_OF_A_DOCUMENT if is_document else self.most
        counted = 0

        async def bounded() -> Message:
            nonlocal counted
            message = await receive()
            counted += len(message.get("body", b""))
            if counted > most:
                raise HTTPException(413, f"a request may bring {most} bytes, and this is more")
            return message

        await self.app(scope, bounded, send)

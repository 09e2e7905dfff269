"""The body of a post, whole, expanded, and never more than was agreed."""

import zlib
from collections.abc import AsyncIterator

from starlette.requests import Request

from runcard.interfaces.api.errors import MALFORMED, TOO_LARGE, UNSUPPORTED, Refusal

GZIP_WINDOW = 31
PLAIN = {"", "identity"}
GZIP = {"gzip", "x-gzip"}


async def read_payload(request: Request, most: int) -> bytes:
    """The expanded bytes. Raises Refusal."""
    encoding = request.headers.get("content-encoding", "").strip().lower()
    if encoding in PLAIN:
        return await plain(request.stream(), most)
    if encoding in GZIP:
        return await gunzipped(request.stream(), most)
    raise Refusal(
        UNSUPPORTED, f"the body is encoded as {encoding[:40]!r}; send it with gzip or as it is"
    )


async def plain(chunks: AsyncIterator[bytes], most: int) -> bytes:
    """The chunks together."""
    whole = bytearray()
    async for chunk in chunks:
        if len(whole) + len(chunk) > most:
            raise too_large(most)
        whole += chunk
    return bytes(whole)


async def gunzipped(chunks: AsyncIterator[bytes], most: int) -> bytes:
    """Expanded as it arrives, and given up the moment it grows too large: a small body can expand
    to anything."""
    expander = zlib.decompressobj(GZIP_WINDOW)
    whole = bytearray()
    arrived = 0
    async for chunk in chunks:
        arrived += len(chunk)
        try:
            # One byte more than agreed shows that it is too much, and is all that is ever kept.
            whole += expander.decompress(chunk, most + 1 - len(whole))
        except zlib.error:
            raise Refusal(MALFORMED, "the body says it is gzip, and is not") from None
        if len(whole) > most or arrived > most:
            raise too_large(most)
        if expander.unused_data:
            raise Refusal(MALFORMED, "something follows the end of the gzip body")
    if not expander.eof:
        raise Refusal(MALFORMED, "the gzip body breaks off before its end")
    return bytes(whole)


def too_large(most: int) -> Refusal:
    """More than the limit of this install."""
    return Refusal(
        TOO_LARGE,
        f"a post may bring {most} bytes once expanded, and this is more; send it in parts",
    )

"""Reads what a form sent, and keeps it when it is refused."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from urllib.parse import parse_qsl

from starlette.requests import Request

from runcard.kernel.errors import Invalid, RuncardError

# A long update is a few kilobytes; anything near this is not a form of ours.
MOST_BYTES = 256 * 1024
MOST_FIELDS = 50
KIND = "application/x-www-form-urlencoded"


@dataclass(frozen=True, slots=True)
class Form:
    """The fields of one form, each once."""

    fields: Mapping[str, str] = field(default_factory=dict)

    def text(self, name: str) -> str:
        """What was typed, with line ends of one kind and no blank edges; empty when absent."""
        return self.fields.get(name, "").replace("\r\n", "\n").strip()

    def required(self, name: str, otherwise: str) -> str:
        """What was typed; `otherwise` is said when there is nothing."""
        if not (typed := self.text(name)):
            raise Invalid(otherwise, where=name)
        return typed


@dataclass(frozen=True, slots=True)
class Refused:
    """A form that was not accepted: which, why, and the words that were typed."""

    form: str
    message: str
    where: str
    typed: Form


def refusal(place: str, fault: RuncardError, typed: Form) -> Refused:
    """A field is named `text`, where other doors say `/text`."""
    return Refused(place, fault.message, (fault.where or "").lstrip("/"), typed)


async def read_form(request: Request) -> Form:
    """The form in the body; raises Invalid for anything else."""
    kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if kind != KIND:
        raise Invalid(f"A form of this page arrives as {KIND}; this came as {kind or 'nothing'}")
    body = await read_at_most(request, MOST_BYTES)
    words = body.decode("utf-8", errors="replace")
    try:
        pairs = parse_qsl(words, keep_blank_values=True, max_num_fields=MOST_FIELDS)
    except ValueError:
        raise Invalid(
            f"The form has more than {MOST_FIELDS} fields; send it from its page"
        ) from None
    return Form(dict(pairs))


async def read_at_most(request: Request, limit: int) -> bytes:
    """The body, unless it is larger."""
    body = bytearray()
    async for piece in request.stream():
        body += piece
        if len(body) > limit:
            raise Invalid(f"The form is larger than {limit // 1024} KiB; shorten the text")
    return bytes(body)

"""JSON from outside: read, or Invalid with a sentence and a pointer to the field at fault."""

import re
from typing import TypeVar

import msgspec

from runcard.adapters.plain_text import one_line
from runcard.kernel.errors import Invalid

T = TypeVar("T")
BYTE_ORDER_MARK = b"\xef\xbb\xbf"
PLACE = re.compile(r" - at `\$?(.*)`$")
STEP = re.compile(r"\.([^.\[\]]+)|\[(\d+)\]")
MISSING = re.compile(r"Object missing required field `(.+?)`")
LONGEST_FAULT = 200


def decoded(decoder: msgspec.json.Decoder[T], payload: bytes) -> T:
    """What the payload says. Raises Invalid unless it is JSON of the decoder's shape."""
    if payload.startswith(BYTE_ORDER_MARK):
        payload = payload[len(BYTE_ORDER_MARK) :]
    try:
        # The decoder skips fields it does not know without looking at their bytes.
        if not payload.isascii():
            payload.decode()
        return decoder.decode(payload)
    except UnicodeDecodeError as fault:
        raise Invalid(f"the payload is not UTF-8: {fault.reason}", where="") from fault
    except RecursionError as fault:
        raise Invalid("the payload is nested too deeply to be read", where="") from fault
    except msgspec.ValidationError as fault:
        raise misfit(str(fault)) from fault
    except msgspec.DecodeError as fault:
        raise Invalid(f"the payload is not JSON: {one_line(str(fault))}", where="") from fault


def misfit(words: str, at: str = "") -> Invalid:
    """The decoder's complaint as a sentence, with its place as a JSON pointer below `at`."""
    place = PLACE.search(words)
    problem = words[: place.start()] if place else words
    pointer = at + (pointer_of(place[1]) if place else "")
    if missing := MISSING.fullmatch(problem):
        pointer, problem = f"{pointer}/{missing[1]}", "it is missing"
    problem = one_line(problem, LONGEST_FAULT)
    return Invalid(f"{pointer or 'the payload'} cannot be read: {problem}", where=pointer)


def pointer_of(path: str) -> str:
    """`.alerts[3].startsAt` is /alerts/3/startsAt; a key of a map is not named."""
    return "".join(f"/{name or index}" for name, index in STEP.findall(path))

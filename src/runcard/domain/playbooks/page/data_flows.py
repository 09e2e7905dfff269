"""Data that is written on one line: `{ who: Ada, ways: [bell, horn] }`, as pieces."""

import re
from collections.abc import Callable

Pair = Callable[[str], tuple[str, str] | None]
KEY = r"([^\s:\"'#{}\[\]=-][^:\"'{}=]{0,60})"
QUOTED_KEY = re.compile(r"^([\"'])([^\"']{1,60})\1\s*:\s*(.*)$")
PAIR = re.compile(rf"^[\"']?{KEY}[\"']?\s*:(?:\s+(.*))?$")
SETTING = re.compile(rf"^[\"']?{KEY}[\"']?\s*=(?:\s*(.*))?$")
QUOTED = re.compile(r"^([\"'])(.*)\1\s*(?:(?:#|//).*)?$")
REMARK = re.compile(r"(?:^|\s)(?:#|//)\s.*$")
ENDS = {"{": "}", "[": "]"}
QUOTES = "\"'"


def pair_in(said: str) -> tuple[str, str] | None:
    """`who: Ada`, `"who":"Ada"`: a key, and what stands behind it as it is written."""
    if (quoted := QUOTED_KEY.match(said)) is not None:
        return quoted.group(2).strip(), quoted.group(3).strip()
    found = PAIR.match(said)
    return None if found is None else (found.group(1).strip(), (found.group(2) or "").strip())


def setting_in(said: str) -> tuple[str, str] | None:
    """`who = "Ada"`."""
    found = SETTING.match(said)
    return None if found is None else (found.group(1).strip(), (found.group(2) or "").strip())


def told_value(said: str) -> str:
    """A value without its quotes, and without a remark behind it."""
    found = QUOTED.match(said)
    return found.group(2) if found is not None else REMARK.sub("", said).strip().strip(QUOTES)


def pieces_of(said: str, pair: Pair) -> tuple[str, ...]:
    """What stands in the braces or brackets around the whole; none where it is a gap to fill in,
    `[number]`, or nothing is told by keys, `{name}`."""
    if said[:1] not in ENDS:
        return ()
    whole = said if said[-1] == ENDS[said[0]] else REMARK.sub("", said).strip()
    pieces = _parted(whole[1:-1]) if whole[-1:] == ENDS[said[0]] else []
    if said[0] == "{":
        return _of_keys(pieces, pair)
    is_gap = len(pieces) == 1 and pieces[0][0] not in {*ENDS, *QUOTES}
    return () if is_gap else tuple(pieces)


def _of_keys(pieces: list[str], pair: Pair) -> tuple[str, ...]:
    """Each with its key; what has none goes on with the one before: `{ who: Ada, Bo }`."""
    found: list[list[str]] = []
    for piece in pieces:
        if pair(piece) is not None:
            found.append([piece])
        elif not found:
            return ()
        else:
            found[-1].append(piece)
    return tuple(", ".join(one) for one in found)


def _parted(said: str) -> list[str]:
    """Cut at its commas, but for those in quotes or in what is nested; none where more is closed
    than was opened."""
    found, begin, depth, quote = list[str](), 0, 0, ""
    for at, (before, sign) in enumerate(zip(f" {said}", said, strict=False)):
        if quote:
            quote = "" if sign == quote and before != "\\" else quote
        elif sign in QUOTES and not before.isalnum():
            quote = sign
        elif sign == "," and depth <= 0:
            found.append(said[begin:at].strip())
            begin = at + 1
        else:
            depth += (sign in "{[") - (sign in "}]")
            if depth < 0:
                return []
    return [piece for piece in (*found, said[begin:].strip()) if piece]

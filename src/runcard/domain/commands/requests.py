"""Requests as an API's page or a console writes them: the method, the path, and what is sent."""

import re
from collections.abc import Sequence

REQUEST = re.compile(
    r"\s*(?:GET|HEAD|OPTIONS|POST|PUT|PATCH|DELETE)\s+(?:https?://\S+|/\S*)\s*(?:HTTP/\S+\s*)?\Z"
)


def is_above_its_body(lines: Sequence[str], at: int) -> bool:
    """`PUT /gates/1` above a line that opens what is sent: both are one call."""
    below = lines[at + 1].strip() if at + 1 < len(lines) else ""
    return REQUEST.match(lines[at]) is not None and below.startswith("{")

"""What a document says in numbers, counts and kinds, each by the line of what it belongs to.

Of words only how many there are: they may be written in another way.
"""

from collections.abc import Iterator, Mapping, Sequence

Figure = tuple[str, object]
PARTS = (
    "severity", "cadences", "escalation_chains", "escalation_triggers", "roles", "contacts",
    "oncall", "phases", "runbooks", "templates", "postmortem", "drills",
)  # fmt: skip
WORDS = {
    "title", "text", "name", "definition", "key", "who", "condition", "label", "value", "qualifier",
    "items", "options", "communication", "sections", "choice", "section", "style", "placeholders",
    "attrs", "examples", "escalation", "severity", "texts", "audience", "scope", "case", "timezone",
}  # fmt: skip


def figures(truth: Mapping[str, object]) -> frozenset[Figure]:
    """Of a document in the truth form."""
    return frozenset(one for part in PARTS if part in truth for one in _figures(truth[part], part))


def _figures(said: object, place: str) -> Iterator[Figure]:
    if isinstance(said, Mapping):
        line = said.get("line")
        here = f"{place}@{line}" if isinstance(line, int) else place
        for key, value in said.items():
            if key not in WORDS or _are_parts(value):
                yield from _figures(value, f"{here}.{key}")
    elif _are_parts(said) and isinstance(said, Sequence):
        for one in said:
            yield from _figures(one, place)
    elif isinstance(said, Sequence) and not isinstance(said, str):
        yield place, len(said)
    elif not isinstance(said, str):
        yield place, said


def _are_parts(said: object) -> bool:
    is_list = isinstance(said, Sequence) and not isinstance(said, str)
    return isinstance(said, Mapping) or (
        is_list and bool(said) and all(isinstance(one, Mapping) for one in said)
    )

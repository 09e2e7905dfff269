"""The way back from a change in the words of its own tool: the opposite verb, or the same thing set
to another value."""

from collections.abc import Iterator, Sequence

from runcard.domain.playbooks.acts import Act
from runcard.domain.playbooks.calls import Call

Form = tuple[str, ...]
"""A program with the first of its plain words."""

SETS = {"put", "set", "add", "create", "enable", "insert", "apply"}
TAKES_BACK = ("delete", "remove", "unset", "reset", "clear", "disable", "detach")
DEEPEST = 5  # plain words among which the verb of a tool stands


def forms_of(call: Call) -> Iterator[Form]:
    """By how many words whatever it may be asked for."""
    for last in range(1, DEEPEST + 1):
        yield (call.program, *call.plain[:last])


def last_lines(acts: Sequence[Act]) -> dict[Form, int]:
    """The last line on which each form is run."""
    return {form: act.line for act in acts for call in act.calls for form in forms_of(call)}


def is_reversed_below(act: Act, last: dict[Form, int]) -> bool:
    """`delete-limit` below `put-limit`, `unset quota` below `set quota`."""
    return any(last.get(form, 0) > act.line for call in act.calls for form in _opposites(call))


def _opposites(call: Call) -> Iterator[Form]:
    for at, word in enumerate(call.plain[:DEEPEST]):
        verb, dash, thing = word.partition("-")
        if verb in SETS:
            before, after = call.plain[:at], () if dash else call.plain[at + 1 : at + 2]
            for back in TAKES_BACK:
                yield (call.program, *before, f"{back}{dash}{thing}", *after)


def turned(call: Call) -> list[Form]:
    """The things whose counts or values a command sets, without the values."""
    if call.verb == "scale":
        return [call.objects]
    if call.plain[:2] == ("set", "env"):
        return [(name,) for name in _named(call.plain[2:])]
    settings = call.value("--add-config")
    if settings:
        owner = call.value("--entity-name") or ""
        return [(owner, name) for name in _named(settings.split(","))]
    function = call.value("--function-name")
    if function and call.value("--reserved-concurrent-executions"):
        return [("concurrency", function)]
    service = call.value("--service") if call.value("--desired-count") else None
    return [(service,)] if service else []


def _named(words: Sequence[str]) -> list[str]:
    return [name for word in words for name, is_set, _ in [word.partition("=")] if is_set]

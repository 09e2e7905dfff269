"""What every name of a document is here: people, schedules, groups, or words."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from runcard.domain.people.model import (
    GroupTarget,
    Person,
    PersonTarget,
    Schedule,
    ScheduleTarget,
    Target,
    Words,
)
from runcard.domain.people.names import fold_name
from runcard.domain.people.reading import Node, guess
from runcard.kernel.ids import PersonId


@dataclass(frozen=True, slots=True)
class Known:
    """The names of the file that other names may point to."""

    people: Mapping[str, Person] = field(default_factory=dict)
    schedules: Mapping[str, Schedule] = field(default_factory=dict)
    groups: Mapping[str, tuple[PersonId, ...]] = field(default_factory=dict)


def read_members(node: Node, known: Known) -> tuple[PersonId, ...]:
    """A list of people, or one; a name nobody has is a fault."""
    members: list[PersonId] = []
    for one in node.items():
        said = one.text()
        if said is not None and said not in known.people:
            one.wrong(f"{said!r} is not under people{guess(said, known.people)}")
        elif said is not None:
            members.append(PersonId(said))
    return tuple(dict.fromkeys(members))


def read_bindings(node: Node, known: Known) -> dict[str, tuple[Target, ...]]:
    """What every name of a document is here, by its folded name."""
    bindings: dict[str, tuple[Target, ...]] = {}
    for name, one in node.mapping().items():
        targets = tuple(
            target for part in one.items() if (target := read_target(part, known)) is not None
        )
        folded = fold_name(name)
        if bindings.get(folded, targets) != targets:
            one.wrong("is bound twice, to different people; keep one of the two")
        bindings[folded] = targets
    return bindings


def read_target(node: Node, known: Known) -> Target | None:
    """A person, `on-call: NAME`, a group, `words: …`, or plain words."""
    said = as_pair(node)
    if said is None:
        plain = node.text()
        return None if plain is None else plain_target(plain, known)
    kind, name = said
    if kind == "words":
        return Words(name)
    if kind == "group":
        return group_target(node, name, known)
    if name in known.schedules:
        return ScheduleTarget(name)
    node.wrong(f"{name!r} is not under on_call{guess(name, known.schedules)}")
    return None


PREFIXES = {"on-call": "on-call", "on_call": "on-call", "words": "words", "group": "group"}


def as_pair(node: Node) -> tuple[str, str] | None:
    """`on-call: primary`, whether YAML took it for words or for a mapping of one."""
    if isinstance(node.value, Mapping):
        parts = node.mapping(tuple(PREFIXES))
        pairs = [(PREFIXES[key], one.text()) for key, one in parts.items()]
        return next(((kind, name) for kind, name in pairs if name is not None), ("words", ""))
    if not isinstance(node.value, str):
        return None
    prefix, colon, name = node.value.partition(":")
    kind = PREFIXES.get(prefix.strip().casefold())
    return (kind, name.strip()) if colon and kind is not None else None


def group_target(node: Node, name: str, known: Known) -> Target | None:
    if name in known.groups:
        return GroupTarget(name, known.groups[name])
    node.wrong(f"{name!r} is not under groups{guess(name, known.groups)}")
    return None


def plain_target(said: str, known: Known) -> Target:
    """The nearest thing of that name: a person, a schedule, a group; else just words."""
    if said in known.people:
        return PersonTarget(PersonId(said))
    if said in known.schedules:
        return ScheduleTarget(said)
    if said in known.groups:
        return GroupTarget(said, known.groups[said])
    return Words(said)

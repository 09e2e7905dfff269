"""The team file as nouns: who we are, who is on call, and what every name of a document is here."""

from runcard.domain.people.bindings import Known, read_bindings, read_members
from runcard.domain.people.hours import read_hours
from runcard.domain.people.model import (
    Overrides,
    Person,
    Schedule,
    TeamFile,
    Way,
)
from runcard.domain.people.playbook_entries import may_be_many, read_playbooks
from runcard.domain.people.reading import Faults, Node, guess, read_or, read_words
from runcard.domain.people.ways import WAY_KEYS, WAYS
from runcard.kernel.ids import PersonId

KEYS = (
    "team", "zone", "hours", "holidays", "people", "on_call", "groups", "bind", "fallback",
    "playbooks", "default_playbook", "severity_words", "defaults",
)  # fmt: skip
PERSON_KEYS = ("name", *WAY_KEYS)
DEFAULT_KEYS = ("acknowledge", "respond", "update_every", "review_within", "monitoring", "chain")
NEVER = frozenset({"none", "never", "no", "-"})


def decode(mapping: object) -> TeamFile:
    """Read a team file that YAML has turned into plain values. Raises Invalid with every fault."""
    faults = Faults()
    root = Node(mapping, "", faults)
    root.mapping(KEYS)
    people = read_people(root.at("people"))
    known = Known(people)
    known = Known(people, read_schedules(root.at("on_call"), known), read_groups(root, known))
    team = TeamFile(
        team=read_or(root.at("team"), TeamFile().team),
        hours=read_hours(root.at("hours"), root.at("zone"), root.at("holidays")),
        people=people,
        schedules=known.schedules,
        groups=known.groups,
        bindings=read_bindings(root.at("bind"), known),
        fallback=read_members(root.at("fallback"), known),
        playbooks=read_playbooks(root.at("playbooks")),
        default_playbook=read_default(root),
        words={word.casefold(): said for word, said in read_words(root.at("severity_words"))},
        overrides=read_overrides(root.at("defaults")),
    )
    faults.raise_if_any("The team file")
    return team


def read_people(node: Node) -> dict[str, Person]:
    return {name: read_person(name, one) for name, one in node.mapping().items()}


def read_person(person_id: str, node: Node) -> Person:
    """A person with their ways in the order they stand."""
    ways: list[Way] = []
    name = person_id
    for key, one in node.mapping(PERSON_KEYS).items():
        if key == "name":
            name = one.text() or person_id
        else:
            ways += WAYS[key](one, person_id)
    return Person(PersonId(person_id), name, tuple(ways))


def read_schedules(node: Node, known: Known) -> dict[str, Schedule]:
    """`primary: [ada, bram]`: the first is on call."""
    return {name: Schedule(name, read_members(one, known)) for name, one in node.mapping().items()}


def read_groups(root: Node, known: Known) -> dict[str, tuple[PersonId, ...]]:
    groups = root.at("groups").mapping()
    return {name: read_members(one, known) for name, one in groups.items()}


def read_default(root: Node) -> str | None:
    node = root.at("default_playbook")
    if node.is_absent:
        return None
    said = node.text()
    entries = read_playbooks(Node(root.at("playbooks").value, "", Faults()))
    names = [one.name for one in entries]
    is_whole = not any(may_be_many(one) for one in entries)
    if said is not None and names and is_whole and said not in names:
        node.wrong(f"{said!r} is not under playbooks{guess(said, names)}")
    return said


def read_overrides(node: Node) -> Overrides:
    """The team's own defaults, where a document is silent."""
    node.mapping(DEFAULT_KEYS)
    return Overrides(
        acknowledge=node.at("acknowledge").span(),
        respond=node.at("respond").span(),
        update_every=tuple(
            None if str(one.value).casefold() in NEVER else one.span()
            for one in node.at("update_every").items()
        ),
        review_within=node.at("review_within").span(),
        monitoring=node.at("monitoring").span(),
        chain=node.at("chain").words(),
    )

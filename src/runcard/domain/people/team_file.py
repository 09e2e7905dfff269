"""The team file as nouns: who we are, who is on call, and what every name of a document is here."""

from collections.abc import Iterable

from runcard.domain.people.bindings import Known, read_bindings, read_members
from runcard.domain.people.hours import read_hours
from runcard.domain.people.model import (
    Overrides,
    Person,
    PlaybookSource,
    Schedule,
    TeamFile,
    Way,
)
from runcard.domain.people.reading import Faults, Node, guess
from runcard.domain.people.ways import WAY_KEYS, WAYS
from runcard.kernel.ids import PersonId

KEYS = (
    "team", "zone", "hours", "holidays", "people", "on_call", "groups", "bind", "fallback",
    "playbooks", "default_playbook", "severity_words", "defaults",
)  # fmt: skip
PERSON_KEYS = ("name", *WAY_KEYS)
PLAYBOOK_KEYS = ("name", "path", "services", "labels", "sources")
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


def read_or(node: Node, otherwise: str) -> str:
    return otherwise if node.is_absent else node.text() or otherwise


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


def read_playbooks(node: Node) -> tuple[PlaybookSource, ...]:
    found = [read_playbook(one) for one in node.items()]
    sources = [one for one in found if one is not None]
    names = [one.name for one in sources]
    for name in dict.fromkeys(name for name in names if names.count(name) > 1):
        node.wrong(f"two playbooks are named {name!r}; names are how alerts find them")
    return tuple(sources)


def read_playbook(node: Node) -> PlaybookSource | None:
    """One document in use. Without a name it is called as its file is."""
    if isinstance(node.value, str):
        return PlaybookSource(stem(node.value), node.value)
    parts = node.mapping(PLAYBOOK_KEYS)
    path = parts["path"].text() if "path" in parts else None
    if path is None:
        node.at("path").wrong("is missing: where is the document?")
        return None
    return PlaybookSource(
        name=read_or(node.at("name"), stem(path)),
        path=path,
        services=node.at("services").words(),
        labels=dict(read_words(node.at("labels"))),
        sources=node.at("sources").words(),
    )


def stem(path: str) -> str:
    """The file's name without its folder and ending."""
    name = path.replace("\\", "/").rstrip("/").rpartition("/")[2]
    return name.rpartition(".")[0] or name


def read_default(root: Node) -> str | None:
    node = root.at("default_playbook")
    if node.is_absent:
        return None
    said = node.text()
    names = [one.name for one in read_playbooks(Node(root.at("playbooks").value, "", Faults()))]
    if said is not None and names and said not in names:
        node.wrong(f"{said!r} is not under playbooks{guess(said, names)}")
    return said


def read_words(node: Node) -> Iterable[tuple[str, str]]:
    found = [(key, one.text()) for key, one in node.mapping().items()]
    return [(key, said) for key, said in found if said is not None]


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

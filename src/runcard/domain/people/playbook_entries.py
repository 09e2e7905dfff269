"""The documents a team file names: one by one, by the folder, or out of a git repository."""

import re
from collections.abc import Mapping, Sequence
from datetime import timedelta

from runcard.domain.people.model import PlaybookSource
from runcard.domain.people.reading import Node, read_or, read_words

KEYS = (
    "name", "path", "services", "labels", "sources", "teams", "repository", "branch", "every",
)  # fmt: skip
REACHABLE = ("https://", "http://", "ssh://", "git://", "file://", "/", "./", "../")
# `git@host:path`, as git writes it; a name and a host cannot begin with a dash.
SCP_LIKE = re.compile(r"[A-Za-z0-9_][\w.-]*@[A-Za-z0-9][\w.-]*:[^:].*")
SECRET_INSIDE = re.compile(r"[a-z]+://[^/@\s]*:[^/@\s]*@")
BRANCH = re.compile(r"[A-Za-z0-9_][\w./+-]*")
SHORTEST = timedelta(seconds=10)


def read_playbooks(node: Node) -> tuple[PlaybookSource, ...]:
    """Every entry that can be read; two of one name are a fault."""
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
    parts = node.mapping(KEYS)
    repository = read_repository(parts["repository"]) if "repository" in parts else None
    path = read_path(node, parts, repository)
    if path is None:
        return None
    return PlaybookSource(
        name=read_or(node.at("name"), stem(path.strip("./")) or stem(repository or "")),
        path=path,
        services=node.at("services").words(),
        labels=dict(read_words(node.at("labels"))),
        sources=node.at("sources").words(),
        teams=node.at("teams").words(),
        repository=repository,
        branch=read_branch(node.at("branch")),
        every=read_every(node.at("every")),
    )


def read_path(node: Node, parts: Mapping[str, Node], repository: str | None) -> str | None:
    """Where the document is; in a repository the top is meant where nothing is said."""
    if "path" not in parts:
        if repository is not None:
            return "."
        node.at("path").wrong("is missing: where is the document?")
        return None
    path = parts["path"].text()
    if path is None or repository is None:
        return path
    steps = path.replace("\\", "/").split("/")
    if path.startswith(("/", "-")) or ".." in steps:
        parts["path"].wrong("is looked for inside the repository; write it from the top of it")
    return path


def read_repository(node: Node) -> str | None:
    """An address that git fetches from. Never one that holds a password: it would be shown."""
    said = node.text()
    if said is None:
        return None
    if SECRET_INSIDE.match(said):
        node.wrong("holds a password; leave it out and give it to git by its credential helper")
    elif not (said.startswith(REACHABLE) or SCP_LIKE.fullmatch(said)):
        node.wrong("is no address of a repository; write https://…, ssh://… or git@host:path")
    return said


def read_branch(node: Node) -> str | None:
    if node.is_absent:
        return None
    said = node.text()
    if said is not None and (BRANCH.fullmatch(said) is None or ".." in said):
        node.wrong(f"{said!r} is no name of a branch")
    return said


def read_every(node: Node) -> timedelta | None:
    """How often to look; more often than every ten seconds would only wear the other side out."""
    every = node.span()
    if every is not None and every < SHORTEST:
        node.wrong("is too often; 10s is the shortest")
    return every


def stem(path: str) -> str:
    """The file's name without its folder and ending."""
    name = path.replace("\\", "/").rstrip("/").rpartition("/")[2]
    return name.rpartition(".")[0] or name


def may_be_many(source: PlaybookSource) -> bool:
    """Whether the entry may be a folder, whose names are only known once it is read."""
    return source.repository is not None or "." not in source.path.rpartition("/")[2]


def with_entries(team: object, sources: Sequence[PlaybookSource]) -> object:
    """The plain words of a team file with an entry of its own for every document, so that a
    version says for ever how it was bound."""
    said = dict(team) if isinstance(team, Mapping) else {}
    return said | {"playbooks": [entry_of(one) for one in sources]}


def entry_of(source: PlaybookSource) -> dict[str, object]:
    """One entry as the team file would write it; how often it is read is no part of a version."""
    words: dict[str, object] = {
        "name": source.name, "path": source.path, "services": list(source.services),
        "labels": dict(source.labels), "sources": list(source.sources),
        "teams": list(source.teams), "repository": source.repository, "branch": source.branch,
    }  # fmt: skip
    return {key: value for key, value in words.items() if value}

"""The documents a team file names: what is taken, and what is refused with its reason."""

from datetime import timedelta
from typing import Any

import pytest

from runcard.domain.people.model import PlaybookSource
from runcard.domain.people.playbook_entries import may_be_many, with_entries
from runcard.domain.people.team_file import decode
from runcard.kernel.errors import Invalid


def entries(*said: Any, **more: Any) -> tuple[PlaybookSource, ...]:
    return decode({"playbooks": list(said), **more}).playbooks


def test_a_repository_is_read_with_its_branch_path_and_pause() -> None:
    (entry,) = entries(
        {
            "repository": "git@git.example:ops/books.git", "branch": "main", "path": "incident/",
            "every": "10m", "teams": ["stock", "till"],
        }
    )  # fmt: skip
    assert (entry.repository, entry.branch, entry.path) == (
        "git@git.example:ops/books.git", "main", "incident/",
    )  # fmt: skip
    assert (entry.every, entry.teams) == (timedelta(minutes=10), ("stock", "till"))
    assert entry.name == "incident"


def test_a_repository_without_a_path_is_meant_whole_and_called_as_itself() -> None:
    (entry,) = entries({"repository": "https://git.example/ops/books.git"})
    assert (entry.path, entry.name) == (".", "books")


@pytest.mark.parametrize(
    ("said", "why"),
    [
        ({"repository": "--upload-pack=x"}, "is no address of a repository"),
        ({"repository": "ext::sh -c x"}, "is no address of a repository"),
        ({"repository": "-o@host:path"}, "is no address of a repository"),
        ({"repository": "https://ada:secret@git.example/x.git"}, "holds a password"),
        ({"repository": "https://git.example/x.git", "path": "../x"}, "inside the repository"),
        ({"repository": "https://git.example/x.git", "path": "/x"}, "inside the repository"),
        ({"repository": "https://git.example/x.git", "branch": "-x"}, "is no name of a branch"),
        ({"repository": "https://git.example/x.git", "branch": "a..b"}, "is no name of a branch"),
        ({"path": "x.md", "every": "1s"}, "too often"),
        ({"name": "x"}, "where is the document"),
    ],
)
def test_what_cannot_be_meant_is_refused_with_its_reason(said: Any, why: str) -> None:
    with pytest.raises(Invalid, match=why) as fault:
        entries(said)
    assert "secret" not in fault.value.message


def test_a_default_is_only_checked_where_every_name_is_known() -> None:
    assert entries({"path": "books/"}, default_playbook="ferries")
    with pytest.raises(Invalid, match="not under playbooks"):
        entries({"path": "a.md"}, default_playbook="ferries")


def test_a_folder_may_be_many_and_a_file_is_one() -> None:
    assert may_be_many(PlaybookSource("x", "books/"))
    assert may_be_many(PlaybookSource("x", "a.md", repository="https://git.example/x.git"))
    assert not may_be_many(PlaybookSource("x", "books/a.md"))


def test_entries_written_out_are_read_back_alike() -> None:
    team = {"team": "Stock", "playbooks": ["books/"]}
    documents = [
        PlaybookSource("a", "books/a.md", ("api",), {"team": "x"}, ("prom",), ("stock",)),
        PlaybookSource("b", "b.md", repository="https://git.example/x.git", branch="main"),
    ]
    written = with_entries(team, documents)
    assert list(decode(written).playbooks) == documents
    assert decode(written).team == "Stock"

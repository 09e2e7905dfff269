"""A real `git` and a real repository on this machine's disk; nothing reaches the network."""

import os
import subprocess
import time
from pathlib import Path

import pytest

from runcard.adapters.git_repository import GitRepository
from runcard.domain.people.model import PlaybookSource

AUTHOR = {
    "GIT_AUTHOR_NAME": "a", "GIT_AUTHOR_EMAIL": "a@fernway.example",
    "GIT_COMMITTER_NAME": "a", "GIT_COMMITTER_EMAIL": "a@fernway.example",
    "GIT_CONFIG_GLOBAL": "/dev/null", "GIT_CONFIG_NOSYSTEM": "1",
}  # fmt: skip
ENVIRONMENT = {"PATH": os.environ["PATH"], "HOME": "/nonexistent"}


def git(where: Path, *words: str) -> str:
    done = subprocess.run(
        ["git", "-C", str(where), *words],
        env=ENVIRONMENT | AUTHOR, check=True, capture_output=True, text=True,
    )  # fmt: skip
    return done.stdout.strip()


@pytest.fixture
def origin(tmp_path: Path) -> Path:
    """A repository with two documents in a folder, a branch, and things that are no documents."""
    origin = tmp_path / "origin"
    (origin / "books" / "deep").mkdir(parents=True)
    git(tmp_path, "init", "--quiet", "-b", "main", str(origin))
    (origin / "books" / "ferries.md").write_text("# Ferries\n", encoding="utf-8")
    (origin / "books" / "deep" / "stores.md").write_text("# Stores\n", encoding="utf-8")
    (origin / "books" / "link.md").symlink_to("/etc/hostname")
    (origin / "books" / "notes.txt").write_text("no document", encoding="utf-8")
    (origin / "-odd.md").write_text("# Odd\n", encoding="utf-8")
    git(origin, "add", "-A")
    git(origin, "commit", "--quiet", "-m", "begin")
    return origin


def commit(origin: Path, file: str, words: str) -> str:
    (origin / file).write_text(words, encoding="utf-8")
    git(origin, "add", "-A")
    git(origin, "commit", "--quiet", "-m", "news")
    return git(origin, "rev-parse", "HEAD")


def reader(tmp_path: Path, **environment: str) -> GitRepository:
    return GitRepository(tmp_path / "copies", ENVIRONMENT | environment)


def entry(origin: Path, path: str = "books", branch: str | None = None) -> PlaybookSource:
    return PlaybookSource("books", path, repository=str(origin), branch=branch)


def test_a_folder_of_the_repository_is_its_documents(tmp_path: Path, origin: Path) -> None:
    reading = reader(tmp_path).read(entry(origin))
    assert {(one.name, one.path, one.words) for one in reading.found} == {
        ("ferries", "books/ferries.md", "# Ferries\n"),
        ("stores", "books/deep/stores.md", "# Stores\n"),
    }
    assert reading.is_folder
    assert reading.revision == git(origin, "rev-parse", "HEAD")


def test_a_single_document_keeps_the_name_of_its_entry(tmp_path: Path, origin: Path) -> None:
    reading = reader(tmp_path).read(entry(origin, "books/ferries.md"))
    assert [(one.name, one.path) for one in reading.found] == [("books", "books/ferries.md")]
    assert not reading.is_folder


def test_the_whole_repository_is_meant_where_no_path_is_said(tmp_path: Path, origin: Path) -> None:
    reading = reader(tmp_path).read(entry(origin, "."))
    assert {one.name for one in reading.found} == {"ferries", "stores", "-odd"}


def test_news_of_the_branch_is_read_and_that_of_others_is_not(tmp_path: Path, origin: Path) -> None:
    git_reader = reader(tmp_path)
    git_reader.read(entry(origin, branch="main"))
    revision = commit(origin, "books/ferries.md", "# Ferries, again\n")
    git(origin, "checkout", "--quiet", "-b", "draft")
    commit(origin, "books/ferries.md", "# A draft\n")
    reading = git_reader.read(entry(origin, "books/ferries.md", branch="main"))
    assert (reading.found[0].words, reading.revision) == ("# Ferries, again\n", revision)
    assert (
        git_reader.read(entry(origin, "books/ferries.md", "draft")).found[0].words == "# A draft\n"
    )


def test_a_history_that_was_rewritten_is_read_as_it_is_now(tmp_path: Path, origin: Path) -> None:
    git_reader = reader(tmp_path)
    git_reader.read(entry(origin, branch="main"))
    (origin / "books" / "ferries.md").write_text("# Amended\n", encoding="utf-8")
    git(origin, "commit", "--quiet", "--amend", "-a", "-m", "other")
    reading = git_reader.read(entry(origin, "books/ferries.md", "main"))
    assert reading.found[0].words == "# Amended\n"


@pytest.mark.parametrize(
    ("path", "branch", "why"),
    [("nowhere", None, "there is no nowhere"), ("books", "gone", "couldn't find remote ref")],
)
def test_what_is_not_there_is_said_and_never_raised(
    tmp_path: Path, origin: Path, path: str, branch: str | None, why: str
) -> None:
    assert why in str(reader(tmp_path).read(entry(origin, path, branch)).why)


def test_an_address_that_leads_nowhere_is_said(tmp_path: Path) -> None:
    reading = reader(tmp_path).read(entry(tmp_path / "nothing"))
    assert str(reading.why).startswith("git says: fatal:")


def test_an_address_that_would_run_a_program_is_not_followed(tmp_path: Path) -> None:
    proof = tmp_path / "ran"
    address = f"ext::sh -c touch% {proof}"
    reading = reader(tmp_path).read(PlaybookSource("x", ".", repository=address))
    assert "not allowed" in str(reading.why)
    assert not proof.exists()


def test_an_address_that_looks_like_an_option_is_an_address(tmp_path: Path) -> None:
    proof = tmp_path / "ran"
    address = f"--upload-pack=touch {proof}"
    reading = reader(tmp_path).read(PlaybookSource("x", ".", repository=address))
    assert reading.why is not None
    assert not proof.exists()


def test_a_hook_of_our_copy_is_never_run(tmp_path: Path, origin: Path) -> None:
    git_reader = reader(tmp_path)
    git_reader.read(entry(origin))
    proof = tmp_path / "ran"
    (copy,) = (tmp_path / "copies").iterdir()
    hook = copy / "hooks" / "reference-transaction"
    hook.parent.mkdir(exist_ok=True)
    hook.write_text(f"#!/bin/sh\ntouch {proof}\n", encoding="utf-8")
    hook.chmod(0o755)
    commit(origin, "books/ferries.md", "# Again\n")
    assert git_reader.read(entry(origin)).why is None
    assert not proof.exists()


def test_a_git_that_runs_us_does_not_lend_us_its_repository(tmp_path: Path, origin: Path) -> None:
    reading = reader(tmp_path, GIT_DIR=str(tmp_path / "elsewhere")).read(entry(origin))
    assert len(reading.found) == 2


def test_a_git_that_hangs_is_ended_with_its_helpers(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    slow = tmp_path / "slow-git"
    slow.write_text("#!/bin/sh\nsleep 30 &\nsleep 30\n", encoding="utf-8")
    slow.chmod(0o755)
    git_reader = GitRepository(tmp_path / "copies", ENVIRONMENT, str(slow), patience=0.3)
    began = time.monotonic()
    reading = git_reader.read(entry(tmp_path))
    assert "did not answer within" in str(reading.why)
    assert time.monotonic() - began < 10


def test_a_machine_without_git_is_told_so(tmp_path: Path) -> None:
    git_reader = GitRepository(tmp_path / "copies", ENVIRONMENT, "no-such-git")
    assert (
        git_reader.read(entry(tmp_path)).why
        == "no-such-git cannot be run: No such file or directory"
    )


def test_a_document_that_is_none_is_said_beside_the_others(tmp_path: Path, origin: Path) -> None:
    (origin / "books" / "bad.md").write_bytes(b"\xff\xff")
    git(origin, "add", "-A")
    git(origin, "commit", "--quiet", "-m", "bad")
    reading = reader(tmp_path).read(entry(origin))
    assert {one.name for one in reading.found} == {"ferries", "stores"}
    assert reading.faults == ("books/bad.md is not UTF-8 at byte 0; save it as UTF-8",)

"""Playbooks in a git repository, read by the `git` program: no shell, no prompt, no hook, no work
tree, no submodule, and an end to every call."""

import os
import signal
import subprocess
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path

from runcard.adapters.playbook_disk import ENDINGS, MOST_BYTES, MOST_DOCUMENTS, document_in
from runcard.domain.people.model import PlaybookSource
from runcard.domain.people.playbook_entries import stem
from runcard.domain.playbooks.repository import Found, Reading
from runcard.kernel.errors import Invalid, Unavailable

PATIENCE = 60.0
"""Seconds for one call of git; the fetch of a large repository over a slow line is the longest."""
SAFELY = (
    "-c", "core.hooksPath=/dev/null", "-c", "core.fsmonitor=false", "-c", "core.askPass=",
    "-c", "gc.auto=0", "-c", "maintenance.auto=false", "-c", "fetch.recurseSubmodules=no",
    "-c", "transfer.fsckObjects=true",
    "-c", "protocol.allow=never", "-c", "protocol.https.allow=always",
    "-c", "protocol.http.allow=always", "-c", "protocol.ssh.allow=always",
    "-c", "protocol.git.allow=always", "-c", "protocol.file.allow=always",
)  # fmt: skip
NO_PROMPT = {
    "GIT_TERMINAL_PROMPT": "0",
    "GCM_INTERACTIVE": "never",
    "GIT_SSH_COMMAND": "ssh -oBatchMode=yes -oConnectTimeout=10",
    "GIT_OPTIONAL_LOCKS": "0",
    "LC_ALL": "C",
}
# A git that runs us, in a hook of its own, must not point ours at its repository.
OF_ANOTHER = ("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_OBJECT_DIRECTORY", "GIT_NAMESPACE")
REGULAR = {"100644", "100755"}


@dataclass(frozen=True, slots=True)
class Blob:
    """One file of a commit."""

    id: str
    size: int
    path: str


@dataclass(frozen=True, slots=True)
class GitRepository:
    """Keeps a bare copy of each repository below `folder`; `environment` is what git is started
    with, so that the operator's own credential helpers and proxies hold."""

    folder: Path
    environment: Mapping[str, str] = field(repr=False)
    program: str = "git"
    patience: float = PATIENCE

    def read(self, entry: PlaybookSource) -> Reading:
        """The documents of the branch as they are now; what cannot be read is said."""
        try:
            copy = self.copy_of(entry)
            revision = self.fetched(copy, entry)
            blobs, is_folder = self.blobs_of(copy, revision, entry)
        except (Unavailable, Invalid) as fault:
            return Reading(entry, why=fault.message)
        found, faults = [], []
        for blob in blobs:
            try:
                found.append(self.found(copy, blob, entry, is_folder=is_folder))
            except (Unavailable, Invalid) as fault:
                faults.append(fault.message)
        why = None if found or faults else f"{entry.path} holds no Markdown document"
        return Reading(entry, tuple(found), is_folder, revision, why, tuple(faults))

    def copy_of(self, entry: PlaybookSource) -> Path:
        """Our own bare repository for an address, begun when it is not there."""
        address = entry.repository or ""
        copy = self.folder / sha256(f"{address}\0{entry.branch}".encode()).hexdigest()[:24]
        if not (copy / "HEAD").exists():
            try:
                copy.mkdir(parents=True, exist_ok=True)
            except OSError as fault:
                raise Unavailable(f"{copy} cannot be made: {fault.strerror}") from None
            self.run(["init", "--quiet", "--bare", "--template=", str(copy)])
        return copy

    def fetched(self, copy: Path, entry: PlaybookSource) -> str:
        """The commit that the branch points to now, fetched without its history."""
        branch = f"refs/heads/{entry.branch}" if entry.branch else "HEAD"
        self.run(
            ["-C", str(copy), "fetch", "--quiet", "--depth=1", "--no-tags", "--force",
             "--no-recurse-submodules", "--no-write-fetch-head", "--end-of-options",
             entry.repository or "", f"+{branch}:refs/runcard/now"],
        )  # fmt: skip
        said = self.run(["-C", str(copy), "rev-parse", "--verify", "refs/runcard/now^{commit}"])
        return said.decode().strip()

    def blobs_of(self, copy: Path, revision: str, entry: PlaybookSource) -> tuple[list[Blob], bool]:
        """The documents at the path, and whether it is a folder. Links are not followed."""
        path = entry.path.strip("/").removeprefix("./")
        top = [] if path in {"", "."} else [f":(literal){path}"]
        listed = self.run(
            ["-C", str(copy), "ls-tree", "-r", "-l", "-z", "--full-tree", revision, "--", *top],
        )
        blobs = list(blobs_in(listed))
        alone = [blob for blob in blobs if blob.path == path]
        if alone:
            return alone, False
        documents = [blob for blob in blobs if is_document(blob.path)]
        if not blobs:
            raise Invalid(f"there is no {entry.path} in commit {revision[:12]}")
        return documents[:MOST_DOCUMENTS], True

    def found(self, copy: Path, blob: Blob, entry: PlaybookSource, *, is_folder: bool) -> Found:
        """The words of one file. Raises Invalid for one that is no document."""
        if blob.size > MOST_BYTES:
            raise Invalid(f"{blob.path} is larger than {MOST_BYTES >> 20} MiB")
        raw = self.run(["-C", str(copy), "cat-file", "blob", blob.id])
        words = document_in(raw, blob.path)
        if is_folder:
            return Found(stem(blob.path), blob.path, words)
        return Found(entry.name, entry.path, words)

    def run(self, words: Sequence[str]) -> bytes:
        """What git says. Raises Unavailable with its own last line."""
        own = {name: value for name, value in self.environment.items() if name not in OF_ANOTHER}
        try:
            running = subprocess.Popen(
                [self.program, *SAFELY, *words], stdin=subprocess.DEVNULL,
                stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                env=own | NO_PROMPT, start_new_session=True,
            )  # fmt: skip
        except OSError as fault:
            raise Unavailable(f"{self.program} cannot be run: {fault.strerror}") from None
        with running:
            try:
                said, complained = running.communicate(timeout=self.patience)
            except subprocess.TimeoutExpired:
                # Its helpers too: one that holds our pipe would keep us waiting for it.
                os.killpg(running.pid, signal.SIGKILL)
                raise Unavailable(f"git did not answer within {self.patience:.0f} s") from None
        if running.returncode != 0:
            raise Unavailable(f"git says: {last_line(complained)}")
        return said


def blobs_in(listed: bytes) -> Iterator[Blob]:
    """`mode SP type SP id SP+ size TAB path NUL`; only plain files."""
    for record in listed.split(b"\0"):
        head, tab, path = record.partition(b"\t")
        parts = head.decode("ascii", "replace").split()
        if tab and len(parts) == 4 and parts[0] in REGULAR and parts[3].isdecimal():
            yield Blob(parts[2], int(parts[3]), path.decode("utf-8", "replace"))


def is_document(path: str) -> bool:
    hidden = any(part.startswith(".") for part in path.split("/"))
    return path.casefold().endswith(ENDINGS) and not hidden


def last_line(said: bytes) -> str:
    lines = [line for line in said.decode("utf-8", "replace").splitlines() if line.strip()]
    useful = [line for line in lines if line.startswith(("fatal:", "error:"))]
    return " ".join((useful or lines or ["nothing"])[0].split())[:300]

"""A power loss, without one: every write and sync of a real process is recorded by strace, and any
moment of it is built again as a disk might show it afterwards.

What was synced is there. Of what was written since, each write by itself may be there, be missing,
or be torn at a sector; so may a change of length. Names are taken to be there once they are made.
"""

import random
import re
import shutil
import signal
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

SECTOR = 512
WRITES = {"pwrite64", "write"}
SYNCS = {"fdatasync", "fsync"}
REFUSED = {"pwrite64", "fdatasync"}
TRACED = ",".join(sorted(WRITES | SYNCS | {"ftruncate"}))
LONGEST_WRITE = 1 << 22
CALL = re.compile(r"(\d+) +([\d.]+) (\w+)\((\d+)<((?:\\x..)+)>(.*)")
RESUMED = re.compile(r"(\d+) +([\d.]+) <\.\.\. (\w+) resumed>(.*)")
ATTACHED_WITHIN_S = 10.0


@dataclass(frozen=True, slots=True)
class Write:
    """Bytes at a place; None is the end, wherever that is."""

    at: int | None
    data: bytes


@dataclass(frozen=True, slots=True)
class Length:
    """The file is that long from here on."""

    size: int


@dataclass(frozen=True, slots=True)
class Event:
    """Something that was done to a file; a sync when nothing is changed. `when` it had been done,
    in seconds of the wall clock."""

    when: float
    file: Path
    change: Write | Length | None


@dataclass(slots=True)
class Disk:
    """One file: what is certain, and what was done since."""

    certain: bytearray = field(default_factory=bytearray)
    keeps_its_word: bool = True
    """Whether what it says is synced is synced."""
    since: list[Write | Length] = field(default_factory=list)

    def do(self, event: Event) -> None:
        if event.change is not None:
            self.since.append(event.change)
        elif self.keeps_its_word:
            for change in self.since:
                carry_out(self.certain, change)
            self.since.clear()

    def after_a_loss(self, chance: random.Random) -> bytes:
        """As it may be found."""
        found = bytearray(self.certain)
        for change in self.since:
            luck = chance.random()
            if luck > 2 / 3 and isinstance(change, Write):
                torn = change.data[: SECTOR * chance.randrange(9)]
                carry_out(found, Write(change.at, torn))
            elif luck > 1 / 3:
                carry_out(found, change)
        return bytes(found)


def carry_out(words: bytearray, change: Write | Length) -> None:
    """What lies between the old end and a write beyond it is zero."""
    if isinstance(change, Length):
        del words[change.size :]
        words.extend(bytes(change.size - len(words)))
        return
    at = len(words) if change.at is None else change.at
    words.extend(bytes(max(at - len(words), 0)))
    words[at : at + len(change.data)] = change.data


@contextmanager
def recorded(pid: int, log: Path) -> Iterator[None]:
    """Everything a process writes meanwhile."""
    with traced(pid, log, f"trace={TRACED}"):
        yield


@contextmanager
def traced(pid: int, log: Path, what: str) -> Iterator[None]:
    tracer = subprocess.Popen(
        ["strace", "-f", "-ttt", "-y", "-xx", "-s", str(LONGEST_WRITE), "-e", what,
         "-o", str(log), "-p", str(pid)],
        stderr=subprocess.PIPE,
    )  # fmt: skip
    try:
        assert tracer.stderr is not None
        told = tracer.stderr.readline().decode()
        assert "attached" in told, told
        yield
    finally:
        tracer.send_signal(signal.SIGINT)
        tracer.wait(ATTACHED_WITHIN_S)


@contextmanager
def failing(pid: int, error: str, every: int, log: Path) -> Iterator[None]:
    """Meanwhile each so many-th write or sync of a thread on its data is refused by the disk."""
    with traced(pid, log, f"inject={','.join(sorted(REFUSED))}:error={error}:when={every}+{every}"):
        yield


def is_possible() -> str | None:
    """Why nothing can be recorded here; None if it can."""
    if shutil.which("strace") is None:
        return "strace is not installed; run make peers"
    sleeper = subprocess.Popen(["sleep", "5"])
    try:
        tried = subprocess.Popen(
            ["strace", "-p", str(sleeper.pid)], stderr=subprocess.PIPE, text=True
        )
        assert tried.stderr is not None
        told = tried.stderr.readline()
        tried.send_signal(signal.SIGINT)
        tried.wait(ATTACHED_WITHIN_S)
    finally:
        sleeper.kill()
        sleeper.wait()
    return None if "attached" in told else f"no process may be traced here: {told.strip()}"


def events_in(log: Path, folder: Path) -> Iterator[Event]:
    """What was done under a folder, in order; a call that took long is done when it came back."""
    begun: dict[str, re.Match[str]] = {}
    with log.open(encoding="ascii") as lines:
        for line in lines:
            call = CALL.match(line)
            if call is not None and call[6].endswith("<unfinished ...>"):
                begun[call[1]] = call
                continue
            back = RESUMED.match(line)
            if back is not None and (call := begun.pop(back[1], None)) is not None:
                yield from event_of(call, folder, float(back[2]), back[4])
            elif call is not None:
                yield from event_of(call, folder, float(call[2]), call[6])


def event_of(call: re.Match[str], folder: Path, when: float, end: str) -> Iterator[Event]:
    file = Path(unhex(call[5]).decode())
    if not file.is_relative_to(folder) or " = -1 " in end:
        return
    name, said = call[3], call[6]
    if name in SYNCS:
        yield Event(when, file, None)
    elif name == "ftruncate":
        yield Event(when, file, Length(int(said.split(",")[1].split(")")[0].split("<")[0])))
    else:
        data, rest = written(said)
        at = int(rest.split(",")[2].split(")")[0].split("<")[0]) if name == "pwrite64" else None
        yield Event(when, file, Write(at, data))


def written(said: str) -> tuple[bytes, str]:
    """The bytes of a write, and what follows them."""
    _, data, rest = said.split('"', 2)
    assert not rest.startswith("..."), "strace cut a write short"
    return unhex(data), rest


def unhex(words: str) -> bytes:
    return bytes.fromhex(words.replace("\\x", ""))

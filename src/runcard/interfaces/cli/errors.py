"""One table from the families of error to an exit code and the next step; errors go to stderr."""

import sys
from enum import IntEnum

from runcard.kernel.errors import (
    Conflict,
    Forbidden,
    Invalid,
    NotFound,
    RuncardError,
    Unavailable,
)


class ExitCode(IntEnum):
    """What a script may rely on."""

    OK = 0
    FAILED = 1
    USAGE = 2
    NOT_ALLOWED = 3
    NOT_FOUND = 4
    CONFLICT = 5
    UNREACHABLE = 6
    FINDINGS = 7
    TOO_LATE = 8
    INTERRUPTED = 130


class TookTooLong(Unavailable):
    """The server is there and did not answer in time."""


# The first family that fits decides, so a narrower one stands above the one it belongs to.
FAMILIES: tuple[tuple[type[RuncardError], ExitCode, str], ...] = (
    (NotFound, ExitCode.NOT_FOUND, "See what there is: runcard incident list --all"),
    (Forbidden, ExitCode.NOT_ALLOWED, "Set RUNCARD_TOKEN to a token that may"),
    (Conflict, ExitCode.CONFLICT, "Look at it as it is now, then try again"),
    (TookTooLong, ExitCode.TOO_LATE, "Try again; runcard doctor says what is slow"),
    (Unavailable, ExitCode.UNREACHABLE, "See what is wrong: runcard doctor"),
    (Invalid, ExitCode.USAGE, "Add --help to the command to see what it takes"),
    (RuncardError, ExitCode.FAILED, "See what is wrong: runcard doctor"),
)


def exit_code(fault: RuncardError) -> ExitCode:
    """The code of the fault's family."""
    return next(code for family, code, _ in FAMILIES if isinstance(fault, family))


def next_step(fault: RuncardError) -> str:
    """What was advised where it was raised, else what helps with its whole family."""
    advised = getattr(fault, "__notes__", ())
    return advised[-1] if advised else next(s for f, _, s in FAMILIES if isinstance(fault, f))


def advised(fault: RuncardError, step: str) -> RuncardError:
    """The same fault with a next step of its own."""
    fault.add_note(step)
    return fault


def show(fault: RuncardError) -> None:
    """One sentence and the next step."""
    place = f" ({fault.where})" if fault.where and fault.where not in fault.message else ""
    say(f"✕ {fault.message}{place}", f"  Next: {next_step(fault)}")


def show_unforeseen(fault: Exception) -> None:
    """A fault of ours, in one sentence; the trace is for who asks for it."""
    words = str(fault).splitlines()[0] if str(fault) else "no reason given"
    say(
        f"✕ Runcard met something it did not foresee: {type(fault).__name__}: {words}",
        "  Next: run it again with RUNCARD_DEBUG=1 and report what it prints",
    )


def say(*lines: str) -> None:
    sys.stderr.write("\n".join(lines) + "\n")
    sys.stderr.flush()

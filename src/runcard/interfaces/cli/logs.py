"""What a server says to its operator: one plain line an event, on the error stream."""

import logging
from contextlib import suppress
from dataclasses import dataclass
from typing import TextIO

import structlog
from structlog.processors import LogfmtRenderer, TimeStamper, add_log_level, format_exc_info
from structlog.stdlib import ProcessorFormatter
from structlog.typing import EventDict, Processor

from runcard.kernel.lines import one_line

FACTS = LogfmtRenderer()
# A traceback is that of Python itself: one with local variables would print tokens and keys.
STAMPED: list[Processor] = [
    add_log_level,
    TimeStamper(fmt="%Y-%m-%dT%H:%M:%SZ", utc=True),
    format_exc_info,
]


@dataclass(frozen=True, slots=True)
class Teller:
    """Prints a line, and never raises: a full disk or a closed pipe behind the stream must not
    stop a loop that wakes people."""

    stream: TextIO

    def msg(self, line: str) -> None:
        """Print it, if anybody still reads."""
        with suppress(OSError, ValueError):
            print(line, file=self.stream, flush=True)

    debug = info = warning = error = critical = exception = msg


def log_plainly(stream: TextIO) -> None:
    """From now on: our own events from INFO, those of libraries from WARNING, as HTTP clients
    tell whole addresses below that."""
    structlog.configure(
        processors=[*STAMPED, as_line],
        wrapper_class=structlog.make_filtering_bound_logger(logging.INFO),
        logger_factory=lambda *_: Teller(stream),
    )
    handler = logging.StreamHandler(stream)
    finish: list[Processor] = [ProcessorFormatter.remove_processors_meta, as_line]
    handler.setFormatter(ProcessorFormatter(foreign_pre_chain=STAMPED, processors=finish))
    logging.basicConfig(level=logging.WARNING, handlers=[handler], force=True)


def as_line(_logger: object, _method: str, event: EventDict) -> str:
    """`2026-11-21T03:04:05Z info page delivered page=pg_1 kind=email`, and a traceback below."""
    traceback = event.pop("exception", None)
    first = [one_line(str(event.pop(key, ""))) for key in ("timestamp", "level", "event")]
    facts = FACTS(None, "", {key: one_line(str(value)) for key, value in event.items()})
    line = " ".join(part for part in (*first, facts) if part)
    return line if traceback is None else f"{line}\n{traceback}"

"""The words of a page: plain text, complete by itself, one fact a line, the next action in it."""

from dataclasses import dataclass
from datetime import datetime
from textwrap import wrap

from runcard.domain.paging.model import Message
from runcard.domain.people.model import Way
from runcard.domain.people.zones import zone_named
from runcard.kernel.lines import one_line

LONGEST_TITLE = 120
WIDTH = 72
INDENT = "  "


@dataclass(frozen=True, slots=True)
class Others:
    """What the same message tells beside its first incident."""

    lines: tuple[str, ...] = ()
    """`[SEV2] INC-43 Stock lookups time out`, of the first few."""
    told: int = 0
    waiting: int = 0
    """Told in the next message."""
    board: str = ""
    """Where all of them stand."""

    @property
    def count(self) -> int:
        """All of them."""
        return self.told + self.waiting


@dataclass(frozen=True, slots=True)
class Situation:
    """All that the words of a page are made of; moments are said in `zone`."""

    name: str
    """INC-42."""
    title: str
    severity: str
    """`SEV1`, as the document writes it."""
    since: datetime
    why_you: str
    """`You are first on call.`"""
    link: str
    ack_link: str
    why_severity: str | None = None
    """Said where the severity is provisional: why, and that the responder confirms it."""
    alerts: int = 0
    source: str = ""
    ahead: str | None = None
    """`If nobody acknowledges by 03:06, Bram O. is paged.`"""
    next_step: str | None = None
    next_step_place: str | None = None
    """`when-things-break.md, line 32`."""
    zone: str = "UTC"
    is_urgent: bool = True
    others: Others = Others()


def words_for(situation: Situation, way: Way, key: str) -> Message:
    """The message for one way; `key` is the same on every try of the same attempt."""
    return Message(
        key=key,
        to=way.address,
        title=subject(situation),
        body=body(situation),
        link=situation.link,
        ack_link=situation.ack_link,
        urgent=situation.is_urgent,
    )


def subject(said: Situation) -> str:
    """`[SEV1] INC-42 Stock lookups time out, please acknowledge`."""
    more = f" and {said.others.count} more" if said.others.count else ""
    named = f"[{one_line(said.severity)}] {said.name} {shortened(said.title)}"
    return f"{named}{more}, please acknowledge"


def body(said: Situation) -> str:
    """What, since when, why you, how to acknowledge, what to do next, where to read on."""
    parts = [
        opening(said),
        part("Severity", said.why_severity),
        part("Why you", said.why_you, said.ahead),
        also(said.others),
        link_part("Acknowledge", said.ack_link, *what_the_link_does(said.others)),
        part("Next step", said.next_step, said.next_step_place),
        link_part("Incident", said.link),
    ]
    return "\n\n".join(words for words in parts if words) + "\n"


CHANGES_NOTHING = "Opens a page with a button. Opening it changes nothing."


def also(others: Others) -> str:
    """The others by name, as far as that is read, and how many more there are."""
    if not others.count:
        return ""
    more = others.told - len(others.lines)
    rest = [f"and {more} more that this message tells"] if more else []
    rest += [f"and {others.waiting} more, told in the next message"] if others.waiting else []
    named = (shortened(line) for line in others.lines)
    return "\n".join([part("Also", *named, *rest), INDENT + others.board])


def what_the_link_does(others: Others) -> list[str]:
    """One press for everything that the message tells."""
    if not others.told:
        return [CHANGES_NOTHING]
    return [CHANGES_NOTHING, f"It acknowledges all {others.told + 1} that this message tells."]


def opening(said: Situation) -> str:
    lines = [*wrapped(one_line(said.title)), f"Since {clock(said.since, said.zone)}."]
    if said.alerts:
        plural = "alert" if said.alerts == 1 else "alerts"
        source = f" from {one_line(said.source)}" if said.source else ""
        lines.append(f"{said.alerts} {plural}{source}.")
    return "\n".join(lines)


def part(head: str, *sentences: str | None) -> str:
    """A headed block; nothing where there is nothing to say."""
    lines = [line for said in sentences if said for line in wrapped(one_line(said))]
    return "\n".join([head, *(INDENT + line for line in lines)]) if lines else ""


def link_part(head: str, link: str, *sentences: str) -> str:
    """A headed link, never broken over two lines."""
    if not link:
        return ""
    lines = [line for said in sentences for line in wrapped(said)]
    return "\n".join([head, *(INDENT + line for line in (link, *lines))])


def clock(at: datetime, zone: str) -> str:
    """`03:06 CET`; the date is the incident's page's to say."""
    local = at.astimezone(zone_named(zone))
    return f"{local:%H:%M} {local.tzname()}"


def shortened(title: str) -> str:
    line = one_line(title)
    return line if len(line) <= LONGEST_TITLE else line[: LONGEST_TITLE - 1].rstrip() + "…"


def wrapped(line: str) -> list[str]:
    if len(line) <= WIDTH:
        return [line] if line else []
    return wrap(line, WIDTH, break_long_words=False, break_on_hyphens=False)

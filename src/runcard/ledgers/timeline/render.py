"""An entry as one plain sentence: the same words on the web, in the terminal and in the review."""

from runcard.ledgers.timeline.copies import QuarantineBegun, QuarantineEnded
from runcard.ledgers.timeline.model import (
    Acknowledged,
    AlertCleared,
    AlertJoined,
    ClockJumped,
    Entry,
    Escalated,
    EscalationExhausted,
    EscalationMended,
    Event,
    NobodyFound,
    NoteWritten,
    Opened,
    PageFailed,
    PageSent,
    Resolved,
    ReviewDrafted,
    RoleTaken,
    SeverityRaised,
    SeveritySet,
    Started,
    StatusChanged,
    TokenIssued,
    UpdatePosted,
)
from runcard.ledgers.timeline.shelf import (
    LibraryUnread,
    PlaybookHeld,
    PlaybookPublished,
    PlaybookRetired,
)

WORDS: dict[type[Event], str] = {
    Opened: "Opened",
    AlertJoined: "Alert",
    AlertCleared: "Clear",
    Escalated: "Escalated",
    NobodyFound: "Nobody",
    EscalationExhausted: "Exhausted",
    EscalationMended: "Mended",
    PageSent: "Page",
    PageFailed: "No page",
    Acknowledged: "Ack",
    SeveritySet: "Severity",
    SeverityRaised: "Severity",
    StatusChanged: "Status",
    UpdatePosted: "Update",
    NoteWritten: "Note",
    RoleTaken: "Role",
    Resolved: "Resolved",
    ReviewDrafted: "Review",
    PlaybookPublished: "Playbook",
    PlaybookHeld: "Held",
    PlaybookRetired: "Playbook",
    LibraryUnread: "Unread",
    TokenIssued: "Token",
    ClockJumped: "Clock",
    Started: "Start",
    QuarantineBegun: "Copy",
    QuarantineEnded: "Copy",
}
KEY = (
    Opened,
    NobodyFound,
    EscalationExhausted,
    EscalationMended,
    Acknowledged,
    SeveritySet,
    SeverityRaised,
    StatusChanged,
    UpdatePosted,
    Resolved,
)

SPOKEN_WAYS = {"email": "e-mail"}


def word(entry: Entry) -> str:
    """The kind of an entry, as one word."""
    return WORDS[type(entry.event)]


def is_key(entry: Entry) -> bool:
    """Whether somebody who reads only the story in short should see it."""
    return isinstance(entry.event, KEY)


def sentence(entry: Entry) -> str:
    """What happened, in one line."""
    event = entry.event
    match event:
        case Acknowledged() | SeveritySet() | StatusChanged() | UpdatePosted() | NoteWritten():
            return said_by_people(entry.by, event)
        case PlaybookPublished() | PlaybookHeld() | PlaybookRetired() | LibraryUnread():
            return said_of_the_library(entry.by, event)
        case RoleTaken() | Resolved() | ReviewDrafted() | TokenIssued():
            return said_by_hand(entry.by, event)
        case _:
            return said_by_the_pager(event)


def said_by_people(
    by: str, event: Acknowledged | SeveritySet | StatusChanged | UpdatePosted | NoteWritten
) -> str:
    """What a responder did."""
    match event:
        case Acknowledged(by=person, through=through):
            return f"{person} acknowledged by {through}"
        case SeveritySet(severity=severity, confirmed=True):
            return f"{by} confirmed the severity: {severity}"
        case SeveritySet(severity=severity, was=was):
            return f"{by} set the severity to {severity}, before {was or 'provisional'}"
        case StatusChanged(status=status, was=was, why=why):
            return f"{status}, before {was}: {why}" if why else f"{by}: {status}, before {was}"
        case UpdatePosted(template=template):
            return f"{by} posted an update, “{template}”"
        case NoteWritten(text=text):
            return f"{by}: {text}"


def said_by_hand(by: str, event: RoleTaken | Resolved | ReviewDrafted | TokenIssued) -> str:
    """What changed the frame around the incident."""
    match event:
        case RoleTaken(role=role, person=person):
            return f"{person} took the role {role}"
        case Resolved(why=why):
            return f"{by} resolved it: {why}" if why else f"{by} resolved it"
        case ReviewDrafted(due=due):
            return f"the review was drafted, due {due}" if due else "the review was drafted"
        case TokenIssued(name=name):
            return f"{by} issued a token for {name}"


def said_of_the_library(
    by: str, event: PlaybookPublished | PlaybookHeld | PlaybookRetired | LibraryUnread
) -> str:
    """What became of the documents that are kept elsewhere."""
    match event:
        case PlaybookPublished(name=name, title=title, changes=changes):
            return f"{by} published the playbook {name}: {'; '.join(changes) or title}"
        case PlaybookHeld(name=name, why=why, lost=lost):
            said = f": {'; '.join(lost)}" if lost else ""
            return f"{name} stays as it is, {why}{said}"
        case PlaybookRetired(name=name):
            return f"{by} took the playbook {name} out of force"
        case LibraryUnread(place=place, why=why):
            return f"{place} cannot be read: {why}; what is in force stays"


def said_by_the_pager(event: Event) -> str:
    """What Runcard did by itself, and what it was told by a machine."""
    match event:
        case Opened(title=title, severity=severity, why=why):
            return f"{title}; {severity or 'severity provisional'}: {why}"
        case AlertJoined(title=title, source=source):
            return f"{title}, from {source}"
        case AlertCleared(title=title, source=source):
            return f"{title} cleared, says {source}"
        case Escalated(title=title, people=people, why=why):
            return f"{title} told: {', '.join(people)}; {why}"
        case NobodyFound(title=title, why=why, instead=instead):
            return f"{title}: {why}; {who_instead(instead)}"
        case EscalationExhausted() | EscalationMended():
            return said_of_a_dead_end(event)
        case ClockJumped() | Started() | QuarantineBegun() | QuarantineEnded():
            return said_of_the_install(event)
        case _:
            return said_of_a_page(event)


def said_of_a_dead_end(event: EscalationExhausted | EscalationMended) -> str:
    """An escalation that has no next level, by rights or by a fault."""
    match event:
        case EscalationExhausted(rounds=rounds):
            return f"everybody was told {rounds} times and nobody acknowledged"
        case EscalationMended(why=why):
            return f"the escalation begins anew: {why}"


def said_of_the_install(event: ClockJumped | Started | QuarantineBegun | QuarantineEnded) -> str:
    """That it began, what became of a copy, and how the clock went."""
    match event:
        case Started(version=version):
            return f"Runcard {version} was started"
        case QuarantineBegun(why=why):
            planned = planned_in(event)
            return f"this database is a copy; {planned} waits in quarantine: {why}"
        case QuarantineEnded():
            return f"the quarantine is over; {planned_in(event)} is carried out"
        case ClockJumped():
            return said_of_a_clock(event)


def planned_in(event: QuarantineBegun | QuarantineEnded) -> str:
    """How much it is about."""
    return f"what was planned (timers {event.timers}, pages {event.pages})"


def said_of_a_clock(event: ClockJumped) -> str:
    """Which way it went, and what that meant for the agenda."""
    way = "forward" if event.seconds > 0 else "back"
    moved = f"the clock of {event.node} jumped {way} by {abs(event.seconds)} s"
    planned = f"; {event.replanned} waits were planned anew" if event.replanned else ""
    return moved + planned


def said_of_a_page(event: Event) -> str:
    """Whether a page got through."""
    match event:
        case PageSent(person=person, way=way, attempt=attempt, beside=beside):
            again = f", try {attempt}" if attempt > 1 else ""
            others = f", in one message with {beside} {other_incidents(beside)}" if beside else ""
            return f"{person} paged by {way_in_words(way)}{again}{others}"
        case PageFailed(person=person, way=way, why=why, then=then):
            return f"{person} not reached by {way_in_words(way)}: {why}; {then}"
        case _:
            return WORDS[type(event)]


def other_incidents(count: int) -> str:
    """One or many."""
    return "other incident" if count == 1 else "other incidents"


def way_in_words(kind: str) -> str:
    """The kind of a way as people say it: `dev phone`, `e-mail`."""
    return SPOKEN_WAYS.get(kind, kind.replace("_", " "))


def who_instead(people: tuple[str, ...]) -> str:
    """Who was paged in their place."""
    return (
        f"paged instead: {', '.join(people)}" if people else "and there is nobody to page instead"
    )

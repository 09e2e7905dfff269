"""What the five reference documents promise, read by a person: values, and the lines they stand on.

A line of None means that the document does not say it, so a default must rule and be marked so.
No word of the documents stands here; tests read them where they lie.
"""

from dataclasses import dataclass

from tests.peers.prometheus import AlertingRule

HOUR = 3600
FALLBACK = "Fallback list"


@dataclass(frozen=True, slots=True)
class Promised:
    """So many seconds, by this line of the document; None: not from the document."""

    seconds: int
    line: int | None


@dataclass(frozen=True, slots=True)
class Rung:
    """Whom the document, or a default, has told; `people` are those of the test's team file."""

    title: str
    people: str
    told: Promised


@dataclass(frozen=True, slots=True)
class Message:
    """The template for the first words: its heading's line, and a line with a known blank."""

    line: int
    first_line: int
    filled_line: int
    filled: str


@dataclass(frozen=True, slots=True)
class ReviewForm:
    """Its own line, where its text begins and ends, and the sample lines under its timeline."""

    line: int
    first: int
    last: int
    sample_first: int
    sample_last: int


@dataclass(frozen=True, slots=True)
class Story:
    """One document, the alert that comes, and everything that must follow from it."""

    document: str
    rule: AlertingRule
    trouble: float
    severity: str
    severity_line: int | None
    why: str
    first: Rung
    next: Rung
    acknowledge: Promised
    respond: Promised
    update: Promised
    message: Message
    review: ReviewForm | None
    review_due: Promised | None
    confirm: str | None = None
    """Nothing tells the severity: what the responder confirms, and all below follows from it."""


ON_CALL = "Ada K. and Bram O."
AIDRIVE = Story(
    document="aidrive",
    rule=AlertingRule(
        "CertificateEnds",
        "aidrive_trouble > 0",
        labels={"service": "downloads"},
        annotations={"summary": "The certificate for downloads ends in {{ $value }} days"},
    ),
    trouble=6,
    severity="Level 2",
    severity_line=None,
    why="nothing in the alert names a severity",
    confirm="Level 2",
    first=Rung("On-Call Engineer", ON_CALL, Promised(0, 140)),
    next=Rung("Engineering Lead", "Chiara R.", Promised(300, 141)),
    acknowledge=Promised(300, None),
    respond=Promised(300, 40),
    update=Promised(900, 41),
    message=Message(517, 522, 522, "downloads"),
    review=None,
    review_due=Promised(48 * HOUR, 585),
)
JADEVECTORDB = Story(
    document="jadevectordb",
    rule=AlertingRule(
        "BackupFailed",
        "jadevectordb_trouble > 0",
        labels={"service": "jadevectordb"},
        annotations={"summary": "Backup failed on node {{ $value }}"},
    ),
    trouble=3,
    severity="P1",
    severity_line=13,
    why="it says",
    first=Rung("On-Call Engineer", ON_CALL, Promised(0, 193)),
    next=Rung("Team Lead", "Chiara R.", Promised(1800, 194)),
    acknowledge=Promised(1800, None),
    respond=Promised(1800, 10),
    update=Promised(900, 167),
    message=Message(162, 164, 164, "1 - Backup failed on node 3"),
    review=ReviewForm(135, 136, 156, 144, 147),
    review_due=Promised(48 * HOUR, 133),
)
MGMTVIBE = Story(
    document="mgmtvibe",
    rule=AlertingRule(
        "ReportsStuck",
        "mgmtvibe_trouble > 0",
        labels={"service": "reports", "severity": "sev1"},
        annotations={"summary": "Reports are stuck for {{ $value }} minutes"},
    ),
    trouble=25,
    severity="SEV-1",
    severity_line=10,
    why="label severity=sev1",
    first=Rung("On-Call", ON_CALL, Promised(0, None)),
    # Acknowledged later than responded: the unanswered level goes on at the response time, as line
    # 288 asks, to the first of the contacts for it.
    next=Rung("Engineering Manager", "Chiara R.", Promised(1800, 294)),
    acknowledge=Promised(2 * HOUR, 16),
    respond=Promised(1800, 16),
    update=Promised(HOUR, None),
    message=Message(187, 189, 198, "1"),
    review=ReviewForm(237, 238, 283, 248, 252),
    review_due=Promised(48 * HOUR, 228),
)
SERVIO = Story(
    document="servio",
    rule=AlertingRule(
        "CheckoutErrors",
        "servio_trouble > 5",
        labels={"service": "checkout"},
        annotations={"summary": "High error rate: {{ $value }}% of requests to checkout fail"},
    ),
    trouble=7.5,
    severity="P1",
    severity_line=22,
    why="it says",
    first=Rung("On-Call", ON_CALL, Promised(0, None)),
    next=Rung(FALLBACK, "Emil T.", Promised(1800, None)),
    acknowledge=Promised(1800, None),
    respond=Promised(1800, 24),
    update=Promised(1800, 369),
    message=Message(365, 367, 367, "checkout"),
    review=ReviewForm(402, 406, 457, 418, 422),
    review_due=Promised(48 * HOUR, 171),
)
VMX = Story(
    document="vmx",
    rule=AlertingRule(
        "ImportQueueLong",
        "vmx_trouble > 0",
        labels={"service": "imports", "severity": "critical"},
        annotations={"summary": "The import queue holds {{ $value }} files"},
    ),
    trouble=900,
    severity="P0",
    severity_line=11,
    why="which the team file calls P0",
    first=Rung("On-Call", ON_CALL, Promised(0, None)),
    # At once is no number to wait for: the level goes on after five minutes.
    next=Rung(FALLBACK, "Emil T.", Promised(300, None)),
    acknowledge=Promised(0, None),
    respond=Promised(0, 11),
    update=Promised(1800, None),
    message=Message(92, 95, 95, "The import queue holds 900 files"),
    review=ReviewForm(121, 123, 149, 131, 135),
    review_due=None,
)
STORIES = (AIDRIVE, JADEVECTORDB, MGMTVIBE, SERVIO, VMX)

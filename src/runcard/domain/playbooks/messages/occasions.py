"""When a message goes out and to whom: by the words above it, else by its own."""

import re
from collections.abc import Iterator

from runcard.domain.playbooks.messages.happenings import moment_told, promises_more
from runcard.domain.playbooks.messages.placeholders import placeholders_in
from runcard.domain.playbooks.nouns.message import Message
from runcard.domain.playbooks.page.blocks import label_of
from runcard.domain.playbooks.times.clauses import sentences
from runcard.domain.playbooks.times.grammar import spans_in
from runcard.domain.playbooks.times.tokens import Kind
from runcard.domain.playbooks.vocabulary import Vocabulary
from runcard.domain.playbooks.words import plain

PIECE = re.compile(r"\s*[,，:：()（）]\s*|\s+[-–—|]\s+")
GREETED = re.compile(r"[,!，！]")
GREETING_ENDS = ("", ",", "!", "，", "！", ":", "：")
# As chat tools spell it.
CALLS_ALL = re.compile(r"(?<![\w.])@(?:channel|here|everyone|all)\b|<!(?:channel|here|everyone)>")
CHANNEL = re.compile(r"(?<![\w/#])#[^\W\d_][\w-]{2,}")
FEWEST_LABELS = 2
FIRST_LINES = 4
LONGEST = 400
MOST_WORDS = 5
FEWEST_WORDS = 5
STOPS = {".", "!", "。", "！"}


def moment_of(title: str, named: str, message: Message, words: Vocabulary) -> str | None:
    """By the label above, else the title, else a head of the message's own; else by how often it
    goes out, or by what it says has happened, or that it promises more."""
    first = next(_said(message), "")
    for said in (named, title, "" if _is_sentence(first) else first):
        moment = words.moments.find(said) or _by_a_piece(said, words)
        if moment is not None:
            return moment
    times = [span for said in (named, title) for span in spans_in(said, words)]
    if any(span.is_period for span in times):
        return "update"
    asked = placeholders_in(message.lines, message.text_line, words)
    told = moment_told(message, asked, words)
    if told is None and promises_more(message, asked, words):
        is_due = any(span.leads & {Kind.UNDER, Kind.AFTER} for span in times)
        return "initial" if is_due else "update"
    return told


def _is_sentence(line: str) -> bool:
    """`The fault is not mended.` says more than a head such as `Mended` or `Mended. Lead: Ada.`"""
    first = next(iter(sentences(line[:LONGEST])), "")
    return line.rstrip()[-1:] in STOPS and len(first.split()) >= FEWEST_WORDS


def _by_a_piece(said: str, words: Vocabulary) -> str | None:
    """`Kitchen – start`, `Outage (within 10 minutes)`: a piece that is nothing but the moment."""
    pieces = [piece for piece in PIECE.split(said[:LONGEST]) if piece]
    found = (words.moments_alone.exactly(piece) for piece in reversed(pieces))
    return next((moment for moment in found if moment is not None), None)


def audience_of(title: str, named: str, message: Message, words: Vocabulary) -> str | None:
    """By the words above, else by whom the message greets; nobody says sorry to the own team."""
    found = words.audiences.find(f"{title} {named}") or next(_greeted(message, words), None)
    is_outside = any(words.told.speaks_of(line[:LONGEST], "outside") for line in message.lines)
    return found or ("customers" if is_outside else None)


def _greeted(message: Message, words: Vocabulary) -> Iterator[str]:
    """`Dear customers,` within the first lines."""
    for head in _greetings(message, words):
        audience = words.audiences.find(head)
        if audience is not None and len(head.split()) <= MOST_WORDS:
            yield audience


def _greetings(message: Message, words: Vocabulary) -> Iterator[str]:
    """What stands in front of the first comma of lines that begin with a greeting."""
    for _, line in zip(range(FIRST_LINES), _said(message), strict=False):
        head = plain(GREETED.split(line[:LONGEST], maxsplit=1)[0])
        if any(
            one.start() == 0 and "greeting" in words.letters.phrases[one.group()]
            for one in words.letters.matches(head)
        ):
            yield head


def greets_somebody(message: Message, words: Vocabulary) -> bool:
    """`Dear [name],`, and nothing else on its line."""
    greeted = {f"{head}{sign}" for head in _greetings(message, words) for sign in GREETING_ENDS}
    return any(plain(line) in greeted for line in _said(message))


def announces(message: Message, words: Vocabulary) -> bool:
    """It calls all who are in a channel, or declares an incident."""
    first = next(_said(message), "")
    return CALLS_ALL.search(first) is not None or declares(message, words)


def declares(message: Message, words: Vocabulary) -> bool:
    """Its head says of an incident that it has begun or is over, and labels follow."""
    first, *rest = [*_said(message)] or [""]
    label = label_of(first)
    if label is not None and words.fields.exactly(label.name) is not None:
        return False
    is_head = words.moments.find(first) and words.told.all(first) & {"matter", "trouble"}
    labels = [line for line in rest if label_of(line.strip("-*• ")) is not None]
    return bool(is_head) and len(labels) >= FEWEST_LABELS and len(labels) == len(rest)


def is_named(named: str, words: Vocabulary) -> bool:
    """Whether a label says when a message goes out, or to whom."""
    says_when = words.moments.find(named) or _by_a_piece(named, words)
    return bool(says_when or words.audiences.find(named))


def says_only_when(named: str, words: Vocabulary) -> bool:
    """`Update`, `Resolved`: a label that leaves open for whom."""
    only = words.moments.exactly(named) or words.moments_alone.exactly(named)
    return only is not None


def _said(message: Message) -> Iterator[str]:
    return (line for line in message.lines if line.strip())


def is_called_out(message: Message, words: Vocabulary) -> bool:
    """`Open the yard's channel and announce:`, `Post in #boats:` above a text: it is told, and to
    whom."""
    said = plain(message.above.text) if message.above is not None else ""
    is_told = words.meanings.speaks_of(said, "tell") or CHANNEL.search(said) is not None
    return is_addressed(message, words) and is_told


def is_addressed(message: Message, words: Vocabulary) -> bool:
    """`Write the declaration in the incident channel:`, `Post in #boats:` above a text."""
    said = plain(message.above.text) if message.above is not None else ""
    is_lead = said.rstrip().endswith((":", "："))
    is_posted = CHANNEL.search(said) is not None and words.letters.speaks_of(said, "sent")
    return is_lead and (is_posted or bool(words.audiences.all(said)))


def is_to_be_sent(message: Message, words: Vocabulary) -> bool:
    """`Post the first notice:` above a text: that it is sent, and which of the messages it is."""
    said = plain(message.above.text) if message.above is not None else ""
    lead = said.rstrip()
    opens = any(
        one.start() == 0 and "sent" in words.letters.phrases[one.group()]
        for one in words.letters.matches(lead)
    )
    return opens and lead.endswith((":", "：")) and words.moments.find(lead) is not None

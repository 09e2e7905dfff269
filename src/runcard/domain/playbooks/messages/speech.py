"""Whether a text in a marked place is said to people, by what stands above it and by its words."""

import re
from dataclasses import replace
from itertools import pairwise

from runcard.domain.playbooks.messages.message_sets import begins_with_subject, is_in_sentences
from runcard.domain.playbooks.messages.occasions import (
    announces,
    declares,
    is_addressed,
    is_called_out,
    is_to_be_sent,
)
from runcard.domain.playbooks.messages.placeholders import placeholders_in
from runcard.domain.playbooks.messages.reports import is_letter, is_report
from runcard.domain.playbooks.messages.typed import (
    is_drawn,
    is_list_of_steps,
    is_typed,
    only_says_where,
    opens_a_channel,
)
from runcard.domain.playbooks.model import Text
from runcard.domain.playbooks.nouns.message import Message
from runcard.domain.playbooks.page.blocks import Fence, label_of
from runcard.domain.playbooks.procedures.fence_kinds import COMMENT, SHELLS
from runcard.domain.playbooks.remembered import remembered
from runcard.domain.playbooks.vocabulary import Vocabulary
from runcard.domain.playbooks.words import plain

SPEECH = {
    None, "html", "text", "txt", "markdown", "md", "plain", "plaintext", "yaml", "yml", "email",
    "mail", "eml", "slack", "message", "template", "mustache", "handlebars", "jinja", "jinja2",
}  # fmt: skip
ELSEWHERE = {"contacts", "oncall", "escalation", "runbooks", "drills", "reference", "war_room"}
TALKING = {"templates", "communication"}
SETTINGS = {"yaml", "yml"}
# A text between quotation marks over several lines, which no shell runs.
QUOTATION = re.compile(r'\s*"([^"\n]+(?:\n[^"\n]*)+)"\s*')
ENTRY = re.compile(r"^\s*(?:[-*+•]|\d{1,2}[.)])\s+(?:\[[ xX]?\]\s+)?.*[^\W\d_]")
# `STATUS: …`; `kettlectl log: …` and `http://…` are no names.
NAMED_LINE = re.compile(r"^\s*[^\W\d_a-z][^\W_]*(?: [^\W_]+){0,3}\s?[:：]\s+\S")
BRACKETED_GAP = re.compile(r"\[[^\[\]\n]{2,60}\]|<[^<>\n]{2,60}>|\{[^{}\n]{2,60}\}|(?<!\w)@[a-z]")
COLONS = (":", "：")
FEWEST = 2


@remembered
def said_in(fence: Fence, above: Text | None) -> Message:
    """The text of a fence; of one for a shell that holds a quotation or a form and nothing else,
    what is quoted or asked for, below the remark in front of it."""
    whole = Message(fence.lines, fence.line + 1, above, fence.lang)
    if (fence.lang or "").lower() not in SHELLS:
        return whole
    at = next((at for at, line in enumerate(fence.lines) if not _is_aside(line)), len(fence.lines))
    found = QUOTATION.fullmatch("\n".join(fence.lines[at:]))
    remark = fence.lines[at - 1].strip(" #") if at else ""
    near = Text(remark, fence.line + at) if remark else above
    if found is None:
        lead = replace(near, text=f"{remark}:") if remark and near else near
        form = Message(fence.lines[at:], fence.line + 1 + at, lead)
        return form if _is_form_in_a_shell(form) else whole
    return Message(tuple(found.group(1).split("\n")), fence.line + 1 + at, near, quoted=True)


def _is_form_in_a_shell(message: Message) -> bool:
    """`STATUS: [what is known]`, line for line, and two gaps at least: no shell runs that."""
    said = [line for line in message.lines if line.strip()]
    if not all(NAMED_LINE.match(line) for line in said):
        return False
    return sum(1 for line in said if BRACKETED_GAP.search(line)) >= FEWEST


def _is_aside(line: str) -> bool:
    return not line.strip() or COMMENT.match(line) is not None


def is_said_to_people(
    message: Message, topics_of: tuple[frozenset[str], frozenset[str]], words: Vocabulary
) -> bool:
    """By what all headings above are about, and the nearest of them, or the label above."""
    about, own = topics_of
    lang = message.lang.lower() if message.lang else None
    if lang not in SPEECH or is_list_of_steps(message) or is_typed(message, words):
        return False
    # `Open the incident channel` asks for a message in so many words, and shows where to go.
    may_be_places = "templates" not in about or "war_room" in own
    if is_drawn(message) or (may_be_places and only_says_where(message, words)):
        return False
    own |= words.about(label_above(message.above))
    if _elsewhere(about) and not own & TALKING and not begins_with_subject(message, words):
        return False
    if is_report(message, about, words) or (not own & TALKING and _says_nothing(message, words)):
        return False
    return _is_spoken(message, about, words)


def _says_nothing(message: Message, words: Vocabulary) -> bool:
    """`Boats: 4 x 30 = 120`: neither a sentence nor anything to fill in, somewhere below a heading
    about messages."""
    is_head = is_letter(message, words) or declares(message, words)
    if message.quoted or is_form_of_labels(message) or is_head:
        return False
    asks = placeholders_in(message.lines, message.text_line, words)
    return not asks and not is_in_sentences(message, words)


def _elsewhere(about: frozenset[str]) -> frozenset[str]:
    """`Procedure` may head a runbook or the course of any incident, in which messages are sent."""
    return about & (ELSEWHERE - {"runbooks"} if "process" in about else ELSEWHERE)


def _is_spoken(message: Message, about: frozenset[str], words: Vocabulary) -> bool:
    """Under a heading about messages any text is one; elsewhere it must ask for something."""
    asked = placeholders_in(message.lines, message.text_line, words)
    has_subject = begins_with_subject(message, words)
    if has_subject and (asked or about & TALKING):
        return True
    if message.indented and "templates" in about and len(message.lines) >= FEWEST:
        return True
    if message.quoted or not about & TALKING:
        text = "\n".join(message.lines)
        speaks = words.talk.all(text) & {"update", "next"} or announces(message, words)
        goes_out = is_called_out(message, words) or is_to_be_sent(message, words)
        speaks = speaks or (len(asked) >= FEWEST and (goes_out or opens_a_channel(message)))
        # One line with nothing to fill in may as well be what somebody says or reads.
        is_text = bool(asked) or sum(map(bool, map(str.strip, message.lines))) >= FEWEST
        if is_text and _is_labelled(message, words, asks=len(asked) >= FEWEST):
            return True
        if declares(message, words):
            return True  # An example that is filled in, as much as a form.
        is_told = about & TALKING or is_addressed(message, words)
        return len(asked) >= (1 if is_told else 2) and bool(message.quoted or speaks)
    return message.lang not in SETTINGS or bool(asked)


def _is_labelled(message: Message, words: Vocabulary, *, asks: bool) -> bool:
    """`Message to the team` above a quotation, whole sentences or several gaps."""
    is_named = bool(words.about(label_above(message.above)) & TALKING)
    is_said = message.quoted or asks or is_in_sentences(message, words)
    return is_named and is_said and message.lang not in SETTINGS


def label_above(above: Text | None) -> str:
    """The bold words above, or the line that introduces it: `Players, resolved:`."""
    label = label_of(above.text) if above else None
    if label is not None and label.bold:
        return label.name
    said = plain(above.text).rstrip() if above else ""
    return said.rstrip(":：") if said.endswith((":", "：")) else ""


def is_form_of_labels(message: Message) -> bool:
    """Labels without anything behind them, or a list below them, are to be filled in, too."""
    said = [line for line in message.lines if line.strip()]
    return any(
        line.rstrip().endswith(COLONS) and not _is_filled(under)
        for line, under in pairwise((*said, ""))
    )


def _is_filled(under: str) -> bool:
    """An entry that says something; what is a label itself begins anew."""
    entry = ENTRY.match(under)
    return entry is not None and not under.rstrip().endswith(COLONS)

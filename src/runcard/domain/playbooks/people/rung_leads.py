"""What stands before the name on a rung: its number, how long is waited, or the case it is for."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from runcard.domain.playbooks.lexicon import Mention
from runcard.domain.playbooks.page.blocks import Label, label_of
from runcard.domain.playbooks.people.calling import without_verbs
from runcard.domain.playbooks.times.grammar import read_time, spans_in
from runcard.domain.playbooks.times.waits import delay, is_wait, minute_mark, since_alarm
from runcard.domain.playbooks.vocabulary import Vocabulary
from runcard.domain.playbooks.words import COMMA, folded, plain, trailing_parenthesis

ARROW = re.compile(r"\s*(?:→|⇒|->|=>)\s*")
DASH = re.compile(r"\s+[-–—]\s+")
PIECE = re.compile(r"\d{1,2}(?:st|nd|rd|th|er|re|ère|e|ème|º|ª)(?!\w)|\d+|[^\W\d_]+\+?")
BEFORE_NAME = re.compile(r"^[(（]([^()（）]{1,80})[)）]\s*(\S.*)$")
COLONS = " :："
OPENINGS = {"case", "opening"}
LONGEST_TIER = 24
MOST_WORDS_OF_A_NAME = 6
MOST_WORDS_OF_A_MARK = 4


@dataclass(frozen=True, slots=True)
class Lead:
    """The words before a name, as far as they are a condition, and the text behind them."""

    condition: str | None
    rest: str
    is_tier: bool = False


def lead_of(text: str, line: int, words: Vocabulary) -> Lead | None:
    """`Level 2 (15-45 min): …`, `20 min – …`, `After an hour, …`: the lead, where there is one."""
    for head, rest in _splits(text):
        tier, window = trailing_parenthesis(head)
        if since_alarm(tier, line) is not None:
            return Lead(head, rest)
        if is_tier(tier, words) or _is_rank(tier, window or "", words):
            return _with_window(Lead(window, rest, is_tier=True), words)
        if read_time(head, line, words) is not None or _is_minute_mark(head, words):
            return Lead(head, rest)
    return case_in_front(plain(text), words) or _case(text, words)


def _with_window(lead: Lead, words: Vocabulary) -> Lead:
    """`**Second** (10-30 min): the mate`: between a number and the name stands when."""
    inner = case_in_front(lead.rest, words) if lead.condition is None else None
    rest = inner.rest.lstrip(COLONS) if inner is not None else ""
    return lead if inner is None or rest == inner.rest else replace(inner, rest=rest, is_tier=True)


def named_rung(label: Label | None, words: Vocabulary) -> Lead | None:
    """Among numbered rungs, `Board: the chairman` is one, too."""
    is_told = label is not None and bool(label.value)
    if label is not None and label.bold and _is_trouble(label.value, words):
        return Lead(label.value, label.name, is_tier=True)
    return _with_window(Lead(None, label.value, is_tier=True), words) if label and is_told else None


def _is_trouble(said: str, words: Vocabulary) -> bool:
    """`**Guard**: thefts and other incidents`: what somebody is called for, and nobody."""
    is_somebody = bool({"agent", "on_watch"} & words.people.all(said))
    return words.columns.speaks_of(said, "trouble") and not is_somebody


def case_in_front(text: str, words: Vocabulary) -> Lead | None:
    """`(10 min, silent) second watch`, `(if it is night) captain`: a wait, a silence or a case in
    front of a name is its condition."""
    found = BEFORE_NAME.match(text)
    if found is None:
        return None
    aside = found.group(1).strip()
    is_timed = any(span.seconds or span.min_seconds for span in spans_in(aside, words))
    is_case = is_timed or words.rungs.speaks_of(aside, "silence") or _opens(aside, words)
    return Lead(aside, found.group(2)) if is_case else None


def _opens(aside: str, words: Vocabulary) -> bool:
    """`only at night`, `bei Presse`."""
    first = (one for one in words.rungs.matches(aside) if one.start() == 0)
    told = any(OPENINGS & set(words.rungs.phrases[one.group()]) for one in first)
    return told or opens_with_if(aside, words)


def _is_rank(name: str, window: str, words: Vocabulary) -> bool:
    """`Secondary (after 10 min)` in front of a name."""
    return words.people.exactly(name) == "rank" and delay(window, 0, words) is not None


def _is_minute_mark(head: str, words: Vocabulary) -> bool:
    """`Minute 15`, `at minute 15`, and nothing else."""
    return len(head.split()) <= MOST_WORDS_OF_A_MARK and minute_mark(head, 0, words) is not None


def is_tier(head: str, words: Vocabulary) -> bool:
    """`Level 2`, `L2`, `2nd line`, `Zweite Stufe`: the number of a rung and nothing else."""
    low = folded(head).strip(" .:")
    if len(low) > LONGEST_TIER or words.rungs.exactly(low) == "ordinal":
        return len(low) <= LONGEST_TIER
    kinds = {"number" if one.isdigit() else words.rungs.exactly(one) for one in PIECE.findall(low)}
    return kinds in ({"number", "tier"}, {"ordinal", "tier"})


def _splits(text: str) -> Iterator[tuple[str, str]]:
    """Head and rest, at the dash or the colon behind the head, in bold or not."""
    label = label_of(text)
    if label is not None:
        inner = DASH.split(label.name, maxsplit=1)
        if len(inner) == 2:
            yield inner[0], f"**{inner[1]}** {label.value}" if label.value else inner[1]
        if label.value:
            yield label.name, label.value.lstrip("-–— ")
    pieces = DASH.split(plain(text), maxsplit=1)
    if len(pieces) == 2:
        yield pieces[0], pieces[1]


def _case(text: str, words: Vocabulary) -> Lead | None:
    """`No repair after 2 hours: service owner`; `If it leaks → page the owner`; `After an hour,
    page the owner.`"""
    label = label_of(text)
    is_case = label is not None and (
        _holds_a_wait(label.name, words) or opens_a_case(label.name, words)
    )
    if label is not None and is_case and _is_name(label.value, words):
        return Lead(label.name, label.value)
    head, *rest = ARROW.split(plain(text), maxsplit=1)
    if rest and opens_with_if(head, words) and _is_name(rest[0], words):
        return Lead(head, without_verbs(rest, words)[0])
    head, *rest = COMMA.split(plain(text).rstrip(".。"), maxsplit=1)
    if rest and opens_a_case(head, words) and _is_name(rest[0], words):
        return Lead(head, rest[0])
    return None


def _holds_a_wait(head: str, words: Vocabulary) -> bool:
    """A wait inside other words: it is part of a case and never of a name."""
    waits = [span for span in spans_in(trailing_parenthesis(head)[0], words) if is_wait(span)]
    return bool(waits) and bool(waits[0].leads) and waits[0].start > 0


def opens_a_case(text: str, words: Vocabulary) -> bool:
    """Whether a text begins with a wait, or with a word such as `if`."""
    if any(span.start == 0 and span.leads for span in spans_in(text, words)):
        return True
    return opens_with_if(text, words)


def opens_with_if(text: str, words: Vocabulary) -> bool:
    """Whether a text begins with a word such as `if`."""
    return any(found.start() == 0 for found in words.talk.matches(text) if _says_if(found, words))


def _says_if(found: Mention, words: Vocabulary) -> bool:
    return "if" in words.talk.phrases[found.group()]


def _is_name(text: str, words: Vocabulary) -> bool:
    return 1 <= len(text.split()) <= MOST_WORDS_OF_A_NAME and not spans_in(text, words)

"""What a message says has happened, clause by clause: trouble, that it goes on, or that it is over.

The words are few and plain (`works`, `again`, `not`, `outage`); what they mean together tells the
moment, as in `works again` and `does not work`. A promise (`will work again`) is no news.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from runcard.domain.playbooks.lexicon import Mention
from runcard.domain.playbooks.messages.gaps import DELIMITED
from runcard.domain.playbooks.messages.placeholders import choice_in
from runcard.domain.playbooks.model import Placeholder
from runcard.domain.playbooks.nouns.message import Message
from runcard.domain.playbooks.times.clauses import sentences
from runcard.domain.playbooks.vocabulary import Vocabulary
from runcard.domain.playbooks.words import plain

PIECE = re.compile(r"\s*[:：]\s*|(?<=[^\d\s])\s*[,;，；、]\s*")
CLAUSE = re.compile(r"\s*[,;，；、]\s*")
# `open/mended/closed`: one of these is said, and nobody knows which.
CHOICE = re.compile(r"(?<!\S)[^\s/|]{1,40}[/|]\S{1,80}")
INSTANTS = {"time", "started_at", "detected_at", "resolved_at"}
# No letter and no space: a full stop behind it still ends its sentence.
GAP = "#"
LONGEST = 600
OF_TROUBLE = {"trouble", "matter"}
BETWEEN = 16
CLOSE_BY = 14


def moment_told(message: Message, asked: Sequence[Placeholder], words: Vocabulary) -> str | None:
    """The moment that the whole message tells: what is over was trouble before. None where it is
    planned, where one of several states is to be chosen, and where it is there and over at once."""
    lines = [line[:LONGEST] for line in message.lines]
    if words.told.speaks_of(" ".join(lines), "planned") or _is_for_any(lines, words):
        return None
    told = {said for line in lines for said in _told_in(line, words)}
    if _names_both_ends(message, asked, words):
        told.add("resolution")
    if told >= {"now", "resolution"}:
        return None
    last = next((one for one in ("resolution", "update", "initial", "now") if one in told), None)
    return "initial" if last == "now" else last


def promises_more(message: Message, asked: Sequence[Placeholder], words: Vocabulary) -> bool:
    """`Next report: [time]`: a form for any time but the last."""
    lines = [line[:LONGEST] for line in message.lines]
    if _is_for_any(lines, words):
        return False
    is_asked = any(one.field == "next_update_at" for one in asked)
    return is_asked or any(words.talk.speaks_of(line, "next") for line in lines)


def _is_for_any(lines: Sequence[str], words: Vocabulary) -> bool:
    """`Status: [Looking | Mending | Resolved]`."""
    options = choice_in(lines, words)
    return any(words.moments.find(option) == "resolution" for option in options)


def _told_in(line: str, words: Vocabulary) -> Iterator[str]:
    said = plain(CHOICE.sub(GAP, DELIMITED.sub(GAP, line)))
    for whole in sentences(said):
        pieces = [one for one in PIECE.split(whole) if not words.told.speaks_of(one, "polite")]
        sentence = ", ".join(pieces)
        if any(_is_over(clause, words) for clause in CLAUSE.split(sentence)):
            yield "resolution"
        elif _goes_on(sentence, words):
            yield "update"
        elif words.told.speaks_of(sentence, "now"):
            yield "now"
        elif _is_trouble(sentence, words):
            yield "initial"


def _goes_on(sentence: str, words: Vocabulary) -> bool:
    """`The outage continues`, `the cause has been found`."""
    told = words.told.all(sentence)
    if "found" in told:
        return True
    return "goes_on" in told and ("matter" in told or _is_trouble(sentence, words))


def _is_over(clause: str, words: Vocabulary) -> bool:
    """`works again`, `is mended`, `the outage has ended`; not what is hoped for or denied."""
    told = words.told.all(clause)
    if "promised" in told or words.talk.speaks_of(clause, "next"):
        return False
    if _stands(clause, "mended", words):
        return True
    if "ended" in told and told & OF_TROUBLE and _trouble_ends(clause, words):
        return _stands(clause, "ended", words)
    is_again = "normal" in told or words.talk.speaks_of(clause, "again")
    return is_again and "past" not in told and _stands(clause, "works", words)


def _trouble_ends(clause: str, words: Vocabulary) -> bool:
    """`The outage is over`; not `the pool is closed because of an outage`."""
    said = [words.told.phrases[one.group()] for one in words.told.matches(clause)]
    first = next(name for names in said for name in names if name in {*OF_TROUBLE, "ended"})
    return first in OF_TROUBLE


def _stands(clause: str, concept: str, words: Vocabulary) -> bool:
    """Whether it is said, and no `not` stands close before it."""
    found = words.told.matches(clause)
    denials = [one.end() for one in found if "not" in words.told.phrases[one.group()]]
    return any(
        not any(0 <= one.start() - end <= CLOSE_BY for end in denials)
        for one in found
        if concept in words.told.phrases[one.group()]
    )


def _is_trouble(sentence: str, words: Vocabulary) -> bool:
    """`The mail is down`, `no cards can be read`, `not open since [time]`; in the present."""
    told = words.told.all(sentence)
    if "now" in told or "past" in told:
        return "now" in told
    return "trouble" in told or ("not" in told and bool(told & {"works", "can", "since", "mended"}))


def _names_both_ends(message: Message, asked: Sequence[Placeholder], words: Vocabulary) -> bool:
    """`from [start] to [end]`: whoever can say both looks back."""
    by_line: dict[int, dict[str, str | None]] = {}
    for one in asked:
        by_line.setdefault(one.line - message.text_line, {})[one.token] = one.field
    return any(
        _is_interval(message.lines[at][:LONGEST], fields, words) for at, fields in by_line.items()
    )


def _is_interval(line: str, fields: Mapping[str, str | None], words: Vocabulary) -> bool:
    tokens = sorted((one for one in fields if one in line), key=len, reverse=True)
    gaps = list(re.finditer("|".join(map(re.escape, tokens)), line)) if tokens else []
    return any(
        words.told.exactly(line[one.end() : other.start()].strip()) == "until"
        and {fields[one.group()], fields[other.group()]} & INSTANTS
        and _opens(line[max(0, one.start() - BETWEEN) : one.start()], words)
        for one, other in pairwise(gaps)
    )


def _opens(before: str, words: Vocabulary) -> bool:
    """`between`, `from`: the last word in front of the first of two times."""
    found: list[Mention] = words.told.matches(before.rstrip())
    return any(
        "from" in words.told.phrases[one.group()] and one.end() == len(before.rstrip())
        for one in found
    )

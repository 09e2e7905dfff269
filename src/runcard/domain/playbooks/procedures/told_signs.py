"""The sign of trouble that a runbook begins with, in a sentence without a label."""

import re

from runcard.domain.playbooks.model import Text
from runcard.domain.playbooks.page.blocks import Paragraph, Section, label_of
from runcard.domain.playbooks.procedures.rating_labels import names_rating
from runcard.domain.playbooks.times.clauses import sentences
from runcard.domain.playbooks.vocabulary import Vocabulary
from runcard.domain.playbooks.words import plain

BEYOND = re.compile(r"[<>≤≥]\s?=?\s?\d")
LONGEST = 400
FIRST_WORDS = 4


def told_sign(section: Section, words: Vocabulary) -> Text | None:
    """The first sentence, where it says what somebody notices or which limit is passed."""
    first = section.blocks[0] if section.blocks else None
    if not isinstance(first, Paragraph) or first.quote is not None:
        return None
    told = sentences(plain(first.lines[0].text[:LONGEST]))
    label = label_of(first.lines[0].text)
    if label is not None:
        # `Severity: SEV1. Fires when …`: the level in front is no sign.
        told = told[1:] if names_rating(label.name, words) else ()
    said = next(iter(told), "")
    is_sign = (
        _tells_signs(said, words)
        or _fires(said, words)
        or _is_noticed(said, words)
        or _passes_a_limit(said, words)
    )
    return Text(said, first.line) if is_sign and not said.endswith((":", "：")) else None


def _tells_signs(said: str, words: Vocabulary) -> bool:
    """`Signs are strange logins`, `The first signs are …`."""
    nouns = [
        one.start()
        for one in words.signs.matches(said)
        if "nouns" in words.signs.phrases[one.group()]
    ]
    before = said[: nouns[0]] if nouns else ""
    is_first = bool(nouns) and len(before.split()) < FIRST_WORDS - 1
    return is_first and not _is_no_sign(said, words) and not words.talk.speaks_of(before, "nothing")


def _fires(said: str, words: Vocabulary) -> bool:
    """`Fires when more than 8 % are declined`, `Detected by the probe`."""
    opens = [one for one in words.signs.matches(said) if one.start() == 0]
    is_likely = any("likely" in words.signs.phrases[one.group()] for one in opens)
    return is_likely and " " in said[opens[0].end() :].strip() and " " in opens[0].group()


def _is_noticed(said: str, words: Vocabulary) -> bool:
    """`Guests complain that …`, `Users of the portal see …`; not `see …`, nor `if guests see …`;
    how long something takes behind it, `One notices it: tea takes an hour`, is part of the sign."""
    found = [
        one
        for one in words.signs.matches(said)
        if {"notices", "complains"} & set(words.signs.phrases[one.group()])
    ]
    before = said[: found[0].start()].split() if found else []
    if not found or len(before) > FIRST_WORDS:
        return False
    is_given = _gives_its_sign(said[found[0].end() :], words)
    return is_given or (bool(before) and not _is_no_sign(said, words))


def _gives_its_sign(behind: str, words: Vocabulary) -> bool:
    """`It is noticed because …`, `Man merkt es daran, dass …`: directly behind the verb, or one
    word later, what leads to the sign."""
    return any(
        len(behind[: one.start()].split()) <= 1 and "because" in words.signs.phrases[one.group()]
        for one in words.signs.matches(behind)
    )


def _passes_a_limit(said: str, words: Vocabulary) -> bool:
    """`Queue time > 3 min in all halls`, `Water above 90 degrees`."""
    is_beyond = BEYOND.search(said) is not None or any(
        said[one.end() :].lstrip()[:1].isdigit()
        for one in words.signs.matches(said)
        if "beyond" in words.signs.phrases[one.group()]
    )
    return is_beyond and not _is_no_sign(said, words)


def _is_no_sign(said: str, words: Vocabulary) -> bool:
    """`Look …`, `Takes …`, `Reports to …`, `If …`: what is done, needed or only a case."""
    if words.signs.speaks_of(said, "orders") or any(
        one.start() == 0 for one in words.acts.matches(said)
    ):
        return True
    return any(
        one.start() == 0 and "if" in words.talk.phrases[one.group()]
        for one in words.talk.matches(said)
    )

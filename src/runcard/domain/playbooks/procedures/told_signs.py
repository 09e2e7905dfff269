"""The signs of trouble that a runbook begins with, in a sentence or a list without a label."""

import re
from collections.abc import Sequence
from itertools import takewhile

from runcard.domain.playbooks.model import Text
from runcard.domain.playbooks.page.blocks import Block, Item, Paragraph, Section, label_of
from runcard.domain.playbooks.procedures.part_names import part_name
from runcard.domain.playbooks.procedures.rating_labels import names_rating
from runcard.domain.playbooks.times.clauses import sentences
from runcard.domain.playbooks.vocabulary import Vocabulary
from runcard.domain.playbooks.words import plain

BEYOND = re.compile(r"[<>≤≥]\s?=?\s?\d")
LONGEST = 400
FIRST_WORDS = 4
LOOKS = {"diagnosis", "verification", "check", "checks", "look"}


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


def shown_above(section: Section, words: Vocabulary) -> tuple[Item, ...]:
    """A list in front of the look at it, as long as none of its entries is an order or a case:
    `- The pot is cold` above `**What to check**`."""
    shown = [*takewhile(_is_shown, section.blocks)]
    found = tuple(one for one in shown if isinstance(one, Item) and one.depth == 1)
    behind = section.blocks[len(shown) :]
    if not found or not _is_look(behind, words):
        return ()
    return () if any(_is_told_to_do(plain(one.text), words) for one in found) else found


def _is_shown(block: Block) -> bool:
    """An entry without a number, a box or a name of its own."""
    return isinstance(block, Item) and not (block.numbered or block.box or label_of(block.text))


def _is_look(blocks: Sequence[Block], words: Vocabulary) -> bool:
    first = blocks[0] if blocks else None
    label = label_of(first.lines[0].text) if isinstance(first, Paragraph) else None
    is_name = label is not None and label.stands_alone
    return is_name and label is not None and part_name(label.name, words) in LOOKS


def _is_told_to_do(said: str, words: Vocabulary) -> bool:
    """`Pot prüfen`, `Laden anrufen`, too, where the verb comes last."""
    is_work = part_name(said.rstrip(" .").rpartition(" ")[2], words) is not None
    is_last = any(
        one.end() == len(said.rstrip(" ."))
        for one in words.acts.matches(said)
        if words.acts.phrases[one.group()][0] == "last"
    )
    return is_work or is_last or _is_no_sign(said, words)


def _tells_signs(said: str, words: Vocabulary) -> bool:
    """`Signs are strange logins`, `The first signs are …`."""
    if _begins_surely(said, words):
        return True
    nouns = [
        one.start()
        for one in words.signs.matches(said)
        if "nouns" in words.signs.phrases[one.group()]
    ]
    before = said[: nouns[0]] if nouns else ""
    is_first = bool(nouns) and len(before.split()) < FIRST_WORDS - 1
    return is_first and not _is_no_sign(said, words) and not words.talk.speaks_of(before, "nothing")


def _begins_surely(said: str, words: Vocabulary) -> bool:
    """`You will know because nobody rings`: words above signs, and on the same line the sign."""
    opens = [one for one in words.signs.matches(said) if one.start() == 0]
    is_sure = any("sure" in words.signs.phrases[one.group()] for one in opens)
    return is_sure and _gives_its_sign(said[opens[0].end() :], words)


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

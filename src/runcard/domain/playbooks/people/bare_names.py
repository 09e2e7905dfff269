"""Entries of a list of calls, less what stands behind a name for reaching it.

`After an hour: Ada, +44 1632 960 415, who informs the mayor` calls Ada: neither the number nor
whom she informs is another one to be called.
"""

from collections.abc import Iterator

from runcard.domain.playbooks.page.addresses import EMAIL, PHONE, REAL, kind_of
from runcard.domain.playbooks.page.blocks import label_of
from runcard.domain.playbooks.particles import without_article
from runcard.domain.playbooks.people.calling import speaks_of_calling
from runcard.domain.playbooks.people.rung_leads import lead_of, opens_with_if
from runcard.domain.playbooks.times.clauses import sentences
from runcard.domain.playbooks.times.grammar import spans_in
from runcard.domain.playbooks.vocabulary import Vocabulary
from runcard.domain.playbooks.words import COMMA, plain

STOPS = " .。"
MOST_PIECES = 8


def without_reach(text: str, words: Vocabulary) -> str:
    """The name and its case alone."""
    named = _named_in_front(text, words)
    if named:
        return named
    first, *others = COMMA.split(text)
    if not others or len(others) > MOST_PIECES:
        return text
    kept = [*_kept(others, words)]
    return text if kept == others else ", ".join([first, *kept])


def without_number(who: str, words: Vocabulary) -> str:
    """`the desk on extension 210`, `the desk on the red phone`, `via the siren` is the desk."""
    for one in words.particles.matches(who):
        concepts = words.particles.phrases[one.group()] if one.start() > 0 else ()
        behind = without_article(who[one.end() :].strip(), words)
        is_number = kind_of(behind, words) in {"phone", "email"}
        is_number |= words.contacts.speaks_of(behind, "phone")
        if "by_way" in concepts or ("reached" in concepts and is_number):
            return who[: one.start()].strip()
    return who


def without_purpose(who: str, words: Vocabulary) -> str:
    """`the lead for a look at the pumps`, behind a verb for calling, is the lead."""
    for one in words.particles.matches(who):
        is_purpose = "purpose" in words.particles.phrases[one.group()]
        if is_purpose and one.start() > 0 and who[one.end() : one.end() + 1] == " ":
            return who[: one.start()].strip()
    return who


def _kept(pieces: list[str], words: Vocabulary) -> Iterator[str]:
    """Without the addresses, and up to whom the one who is called informs."""
    for piece in pieces:
        if _informs(piece, words):
            return
        if not _is_address(piece, words):
            yield piece


def _is_address(piece: str, words: Vocabulary) -> bool:
    said = plain(piece).rstrip(STOPS)
    is_reach = kind_of(said, words) in REAL and any(sign.isdigit() or sign == "@" for sign in said)
    return is_reach and not spans_in(said, words)


def _informs(piece: str, words: Vocabulary) -> bool:
    """`who informs the mayor`: a word that goes on with the name, and a verb for calling."""
    leads = [one for one in words.particles.matches(plain(piece)) if one.start() == 0]
    is_led = any("relative" in words.particles.phrases[one.group()] for one in leads)
    return is_led and _tells(piece, words)


def _tells(piece: str, words: Vocabulary) -> bool:
    kinds = {"calls", "told"}
    said = words.rungs.matches(piece)
    is_told = any(kinds & set(words.rungs.phrases[one.group()]) for one in said)
    return is_told or speaks_of_calling(piece, words)


def _named_in_front(text: str, words: Vocabulary) -> str:
    """`Control room (to midnight): extension 20. They know the drivers.` is the control room."""
    label = label_of(text)
    first = next(iter(sentences(label.value)), "") if label is not None else ""
    if label is None or spans_in(first, words) or lead_of(text, 0, words) is not None:
        return ""
    if any(opens_with_if(piece, words) for piece in COMMA.split(first)[:MOST_PIECES]):
        return ""
    found = PHONE.match(first) or EMAIL.match(first)
    is_short = found is None and kind_of(COMMA.split(first)[0].rstrip(STOPS), words) == "phone"
    return label.name if found is not None or is_short else ""

"""Sentences that say what a level is: `A Severity 1 incident is one where …`, `Von P1 sprechen wir,
wenn …`, `Everything else is a P3.`"""

from typing import NamedTuple

from runcard.domain.playbooks.levels.names import CODED, LevelHead, level_head
from runcard.domain.playbooks.lexicon import Mention
from runcard.domain.playbooks.vocabulary import Vocabulary
from runcard.domain.playbooks.words import folded

LONGEST_HEAD = 40
LONGEST_CASE = 240
MOST_WORDS_BEFORE = 6
BEFORE = {"means", "opens", "incident", "of"}
SAYS = {"means", "says"}
BETWEEN = " \t,，、:：;；-–—«»\"'「」“”„"
ENDS = " .。"
INCIDENT, OPENS, REST, IF, ASKS = "incident", "opens", "rest", "if", "asks"
QUESTIONS = ("?", "？")


class Meant(NamedTuple):
    """A level, and the words that say what it is."""

    head: LevelHead
    text: str
    is_led: bool
    """Whether the sentence says so by itself, wherever it stands."""


def meaning_in(sentence: str, words: Vocabulary) -> Meant | None:
    """The level that a sentence is about, in front of what it means or behind it."""
    return _named_first(sentence, words) or _named_last(sentence, words)


def asked_level(title: str, words: Vocabulary) -> LevelHead | None:
    """`When is it a Code Red?`, `Was ist ein P1?`: the level whose meaning a heading asks for."""
    said = title.strip()
    if not said.endswith(QUESTIONS):
        return None
    said = said.rstrip("".join(QUESTIONS)).strip()
    asking = _opening(said, {ASKS}, words)
    ending = next((one for one in words.means.matches(said) if one.end() == len(said)), None)
    if asking is not None:
        said = said[asking.end() :].strip(BETWEEN)
    elif ending is not None and ASKS in _kinds(ending, words):
        said = said[: ending.start()].strip(BETWEEN)
    else:
        return None
    start, _ = _start(said, words)
    return _head(said[start:], words)[0]


def _named_first(sentence: str, words: Vocabulary) -> Meant | None:
    start, is_led = _start(sentence, words)
    for found in words.means.matches(sentence[: start + 2 * LONGEST_HEAD]):
        if found.start() < start or not SAYS & _kinds(found, words):
            continue
        head, is_incident = _head(sentence[start : found.start()], words)
        if head is not None:
            kinds = _kinds(found, words)
            # `when nobody can pay`: the word that opens the case belongs to it.
            begin = found.start() if IF in kinds else found.end()
            text = sentence[begin:].strip(BETWEEN)
            is_named = is_led or is_incident or (head.sure and "defines" in kinds)
            return Meant(head, text, is_named and _is_meaning(kinds, text, words))
    return None


def _is_meaning(kinds: set[str], text: str, words: Vocabulary) -> bool:
    """`is one where no ferry sails` says what a level is, `is reviewed in time` does not."""
    if kinds & {"defines", "says"}:
        return True
    return _opening(text[:LONGEST_HEAD], {"thing", *BEFORE}, words) is not None


def _named_last(sentence: str, words: Vocabulary) -> Meant | None:
    """`Alles andere ist P3`, `If nobody can pay, that is a Severity 1`."""
    said = sentence.strip(ENDS)
    found = [*words.means.matches(said)] if len(said) <= LONGEST_CASE else []
    verbs = [one for one in found if "means" in _kinds(one, words)]
    is_rest = any(REST in _kinds(one, words) and one.start() == 0 for one in found)
    is_case = _opening(said, {IF}, words) is not None
    if not verbs or not (is_rest or is_case):
        return None
    name = said[verbs[-1].end() :].strip(BETWEEN)
    start, _ = _start(name, words)
    head, _ = _head(name[start:], words)
    if head is None or CODED.match(folded(name[start:])) is None:
        return None
    return Meant(head, _without_pronoun(said[: verbs[-1].start()].strip(BETWEEN)), is_led=True)


def _without_pronoun(case: str) -> str:
    """`If nobody can pay` of `If nobody can pay, that`."""
    before, comma, last = case.rpartition(",")
    return before if comma and len(last.split()) == 1 else case


def _start(sentence: str, words: Vocabulary) -> tuple[int, bool]:
    """Where the level begins behind words such as `An incident of`, `By`; whether they lead it."""
    at, is_led = 0, False
    for _ in range(MOST_WORDS_BEFORE):
        rest = sentence[at : at + LONGEST_HEAD]
        opening = _opening(rest, BEFORE, words)
        if opening is None:
            break
        is_led |= bool({INCIDENT, OPENS} & _kinds(opening, words))
        at += opening.end()
        at += len(sentence[at:]) - len(sentence[at:].lstrip(BETWEEN))
    return at, is_led


def _opening(said: str, kinds: set[str], words: Vocabulary) -> Mention | None:
    """The article, or the phrase of one of the kinds, with which a text begins."""
    first = next((one for one in words.means.matches(said) if one.start() == 0), None)
    if first is not None and kinds & _kinds(first, words):
        return first
    small = next((one for one in words.particles.matches(said) if one.start() == 0), None)
    is_article = small is not None and "article" in words.particles.phrases[small.group()]
    return small if is_article and kinds >= BEFORE else None


def _head(name: str, words: Vocabulary) -> tuple[LevelHead | None, bool]:
    """The level of `Severity 1 incident`, and whether it is called one."""
    bare = name.strip(BETWEEN)
    last = words.means.matches(bare)[-1:]
    is_incident = any(
        INCIDENT in _kinds(one, words) and one.start() > 0 and one.end() == len(bare)
        for one in last
    )
    if is_incident:
        bare = _without_joiner(bare[: last[0].start()].strip(BETWEEN), words)
    head = level_head(bare, words) if 0 < len(bare) <= LONGEST_HEAD else None
    return head, is_incident


def _without_joiner(name: str, words: Vocabulary) -> str:
    """`P1` of `P1の`, before the word for an incident."""
    for one in words.means.matches(name)[-1:]:
        if "joins" in _kinds(one, words) and one.end() == len(name):
            return name[: one.start()].rstrip()
    return name


def _kinds(found: Mention, words: Vocabulary) -> set[str]:
    return set(words.means.phrases.get(found.group(), ()))

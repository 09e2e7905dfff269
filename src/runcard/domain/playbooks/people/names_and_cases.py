"""Where a name ends and its case begins, in one text that holds both."""

import re
from collections.abc import Iterator

from runcard.domain.playbooks.levels.mentions import starts_with_level
from runcard.domain.playbooks.lexicon import Mention
from runcard.domain.playbooks.page.addresses import REAL, kind_of
from runcard.domain.playbooks.page.blocks import label_of
from runcard.domain.playbooks.particles import without_article
from runcard.domain.playbooks.people.laid_bare import opens_with_case
from runcard.domain.playbooks.people.rung_leads import DASH, opens_a_case
from runcard.domain.playbooks.times.clauses import sentences
from runcard.domain.playbooks.times.grammar import spans_in
from runcard.domain.playbooks.times.tokens import Kind
from runcard.domain.playbooks.times.waits import is_wait
from runcard.domain.playbooks.vocabulary import Vocabulary
from runcard.domain.playbooks.words import COMMA, WIDE, plain, trailing_parenthesis

SIGN = re.compile(r"\s*(?:[;；→⇒]|->|=>)\s*")
BRACKET = re.compile(r"^([^\[\]]{2,80}?)\s*\[([^\[\]]{1,80})\]$")
OPEN = re.compile(r"[(（][^)）]*$")
ASIDE = re.compile(r"^[(（]([^()（）]{3,60})[)）]\s*[,，:：]?\s*(\S.*)$")
AT = re.compile(r"\s+@\s+")
# The small word between a comma and `all P1`: `Captain, in all P1`.
LEAD_OF_CASE = re.compile(r"[,，]\s+[a-zà-ÿ]{1,3}$")
WHOLE = re.compile(r"^[(（]([^()（）]*)[)）]$")
NAMED = re.compile(r"^[(（][^()（）]{1,60}[)）]\s*[:：]\s*(.+)$")
EDGES = " ,，、;；-–—"
LONGEST_LEVEL = 16
LONGEST_LEAD = 40


def who_and_case(text: str, words: Vocabulary) -> tuple[str, str]:
    """A name and the case behind it: in parentheses, behind a dash, a colon or a comma."""
    label = label_of(text)
    if label is not None and label.bold:
        return label.name, _case_in(_without_number(label.value, words))
    label = None if label is not None and OPEN.search(label.name) else label
    if label is not None and _opens_a_case(label.value, words):
        return label.name, label.value  # `Lead: after 30 min (S1), next morning (S2)`
    said = plain(text)
    for mark in (SIGN, AT, DASH):
        pieces = mark.split(said, maxsplit=1)
        if len(pieces) == 2 and pieces[0] and opens_in_time(pieces[1], words):
            return pieces[0], pieces[1]  # `Lead → after 30 min`, `Lead; at once`, `Lead @ 0 min`
    bracketed = BRACKET.match(said)
    if bracketed is not None and opens_in_time(bracketed.group(2), words):
        return bracketed.group(1), bracketed.group(2)
    who, inside = trailing_parenthesis(said)
    if inside is not None:
        name, case = cut_at_case(who, words)  # `Lead after 30 min (S1), 2 h (S2)`
        return (name, said[len(name) :].strip(EDGES)) if spans_in(case, words) else (who, inside)
    pieces = DASH.split(said, maxsplit=1)
    if len(pieces) == 2:
        return pieces[0], pieces[1]
    return (label.name, label.value) if label is not None else cut_at_case(said, words)


def _without_number(value: str, words: Vocabulary) -> str:
    """`(555 0100), if nobody answers`: how somebody is reached is no case."""
    found = ASIDE.match(value)
    is_reach = found is not None and kind_of(found.group(1), words) in REAL
    return found.group(2) if found is not None and is_reach else value


def _opens_a_case(text: str, words: Vocabulary) -> bool:
    """A wait, a case, or a level with a wait of its own: `P1 that is open for an hour`."""
    is_of_a_level = starts_with_level(text, words) and bool(spans_in(text, words))
    return is_of_a_level or opens_in_time(text, words)


def opens_in_time(text: str, words: Vocabulary) -> bool:
    """Whether a text begins with a wait, `15 min (S1)`, `at once`, or with a case."""
    waits = (span for span in spans_in(text, words) if is_wait(span) or span.now)
    return any(span.start == 0 for span in waits) or opens_a_case(text, words)


def _case_in(value: str) -> str:
    """Behind a bold name: the parenthesis, or what follows the last dash, or all of it."""
    whole = WHOLE.match(value)
    if whole is not None:
        return whole.group(1).strip()
    named = NAMED.match(value)
    if named is not None:
        return named.group(1)
    value = next(iter(sentences(value)), value) if DASH.search(value) else value
    pieces = DASH.split(value)
    return (pieces[-1] if len(pieces) > 1 else value).strip(EDGES)


def cut_at_case(said: str, words: Vocabulary) -> tuple[str, str]:
    """`Duty lead, SEV1 only`, `Head of Ops after 30 min`: a name holds no wait, level or `if`."""
    start = min((at for at in _cases(said, words) if at > 0), default=len(said))
    name = said[:start].rstrip()
    led = LEAD_OF_CASE.search(name) if start < len(said) else None
    start = len(name[: led.start()]) if led is not None else start
    return said[:start].strip(EDGES), said[start:].strip(EDGES)


def _cases(said: str, words: Vocabulary) -> Iterator[int]:
    """Where a case may begin: at a wait or an `if`; behind a comma also at any time or level."""
    spans = spans_in(said, words)
    bounds = {Kind.AFTER, Kind.OVER, Kind.UNDER}
    yield from (span.start for span in spans if span.now or span.leads & bounds)
    behind = {comma.end() for comma in COMMA.finditer(said)}
    yield from behind & {span.start for span in spans}
    yield from (at for at in behind if _is_level_at(said, at, words))
    yield from (span.start for span in spans if _is_silent_behind(said, span.end, words))
    for found in words.rungs.matches(said):
        concepts = words.rungs.phrases[found.group()]
        is_case = bool({"case", "takes"} & set(concepts))
        if is_case and (found.start() in behind or not WIDE.match(found.group())):
            yield found.start()  # 当 is `when`, and a part of 当番
        elif "opening" in concepts and (found.start() in behind or _opens(said, found, words)):
            yield found.start()


def _is_silent_behind(said: str, end: int, words: Vocabulary) -> bool:
    """`mate 5 min no answer`."""
    rest = said[end : end + LONGEST_LEAD].lstrip()
    found = (one for one in words.rungs.matches(rest) if one.start() == 0)
    return any("silence" in words.rungs.phrases[one.group()] for one in found)


def _opens(said: str, found: Mention, words: Vocabulary) -> bool:
    """`only P1`, `si une P1 dure`, `si pas de réponse`: a level or a silence behind such words."""
    rest = said[found.end() : found.end() + LONGEST_LEAD]
    bare = rest.lstrip()
    if _is_level_at(bare, 0, words) or _is_level_at(without_article(bare, words), 0, words):
        return True
    for one in words.rungs.matches(rest):
        concepts = set(words.rungs.phrases[one.group()])
        if rest[: one.start()].strip():
            return False
        if "silence" in concepts:
            return True
        if "opening" in concepts:
            return _is_level_at(rest, one.end(), words)
    return False


def _is_level_at(said: str, at: int, words: Vocabulary) -> bool:
    return starts_with_level(said[at : at + LONGEST_LEVEL].lstrip(), words)


def without_remark(case: str, words: Vocabulary) -> str:
    """`if we are stuck for an hour. Her number is in the safe`: the case ends with its sentence."""
    first, *others = sentences(case) or (case,)
    is_case = bool(others) and others[0][:1].isupper() and opens_with_case(first, words)
    return first.rstrip(" .。") if is_case else case

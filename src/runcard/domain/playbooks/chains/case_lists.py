"""Lists that put the case first and the person second: `Data leaked: the privacy officer`.

Which side of a colon or a dash holds the people is no matter of words: it is the side without
waits. Where most entries of a list wait on the left, all of them name people on the right.
"""

from collections.abc import Sequence

from runcard.domain.playbooks.levels.mentions import starts_with_level
from runcard.domain.playbooks.model import Text
from runcard.domain.playbooks.page.addresses import REAL, kind_of
from runcard.domain.playbooks.page.blocks import label_of
from runcard.domain.playbooks.particles import without_article
from runcard.domain.playbooks.people.call_sentences import is_short_name
from runcard.domain.playbooks.people.calling import is_task
from runcard.domain.playbooks.people.persons import plays_a_part
from runcard.domain.playbooks.people.rung_leads import ARROW, DASH, Lead, opens_a_case
from runcard.domain.playbooks.times.grammar import read_time, spans_in
from runcard.domain.playbooks.times.waits import is_wait, since_alarm
from runcard.domain.playbooks.vocabulary import Vocabulary
from runcard.domain.playbooks.words import COMMA, plain, trailing_parenthesis

FEWEST = 2
MOST = 24
Sides = tuple[str, str]


def with_cases_first(
    entries: Sequence[Text], leads: Sequence[Lead | None], words: Vocabulary
) -> list[Lead | None]:
    """The leads of all entries, where at least two, and most behind the first, wait on the left."""
    if len(entries) > MOST:
        return list(leads)
    sides = [sides_of(entry.text) for entry in entries]
    if _are_people_last(sides, words) or _are_levels_first(sides, words):
        told = zip(leads, sides, strict=True)
        return [lead or (side and Lead(side[0], _name_in(side[1], words))) for lead, side in told]
    waiting = [
        (lead is not None and lead.condition is not None)
        or (side is not None and _waits(side, words))
        for lead, side in zip(leads, sides, strict=True)
    ]
    if sum(waiting) < FEWEST or 2 * sum(waiting) < len(entries) - 1:
        return list(leads)
    return [
        lead or _case_of(side, words, is_first=at == 0 and not waits)
        for at, (lead, side, waits) in enumerate(zip(leads, sides, waiting, strict=True))
    ]


def _are_people_last(sides: Sequence[Sides | None], words: Vocabulary) -> bool:
    """`Database trouble: the keeper on call`: parts that people play, behind every sign and never
    before one."""
    known = [side for side in sides if side is not None]
    if len(known) < max(FEWEST, len(sides)):
        return False
    firsts = any(plays_a_part(first, words) for first, _ in known)
    return not firsts and all(plays_a_part(last, words) for _, last in known)


def _are_levels_first(sides: Sequence[Sides | None], words: Vocabulary) -> bool:
    """`P0: everybody on the list`, `P1 with fire: the keeper`: a level before every sign, and parts
    that people play behind half of them."""
    known = [side for side in sides if side is not None]
    if len(known) < max(FEWEST, len(sides)):
        return False
    are_levels = all(starts_with_level(first, words) for first, _ in known)
    people = [last for _, last in known if plays_a_part(last, words)]
    names = [trailing_parenthesis(_without_add(last, words))[0] for _, last in known]
    is_bare = not any(spans_in(name, words) or is_task(name, words) for name in names)
    return are_levels and is_bare and 2 * len(people) >= len(known)


def _case_of(sides: Sides | None, words: Vocabulary, *, is_first: bool) -> Lead | None:
    """None for `Captain: P1 open for an hour`, which among others puts the person first."""
    if sides is None or _waits((sides[1], sides[0]), words):
        return None
    return _case_first(sides, words, is_first=is_first)


def with_waits_first(
    entries: Sequence[Text], leads: Sequence[Lead | None], words: Vocabulary
) -> list[Lead | None]:
    """`15 min second watch`, `after an hour the mate`: where two at least begin so and the others
    have a lead of their own, but for the first; one of the names is of somebody who acts."""
    if len(entries) > MOST:
        return list(leads)
    told = [
        lead or _wait_first(entry.text, words) for entry, lead in zip(entries, leads, strict=True)
    ]
    fresh = [one for one, lead in zip(told, leads, strict=True) if one and lead is None]
    is_whole = all(told[1:]) and len(fresh) >= FEWEST
    is_of_people = any(words.people.speaks_of(one.rest, "agent") for one in fresh)
    return told if is_whole and is_of_people else list(leads)


def _wait_first(text: str, words: Vocabulary) -> Lead | None:
    said = plain(text).lstrip("+ ").rstrip(" .。")
    spans = spans_in(said, words)
    clock, _, behind = said.partition(" ")
    if since_alarm(clock, 0) is not None:
        return Lead(clock, behind) if is_short_name(behind, words) else None
    if len(spans) != 1 or spans[0].start > 0 or not (is_wait(spans[0]) or spans[0].now):
        return None
    who = without_article(said[spans[0].end :].strip(" ,:"), words)
    is_somebody = is_short_name(who, words) and not is_task(who, words)
    is_case = words.rungs.speaks_of(who, "silence") or opens_a_case(who, words)
    return Lead(said[: spans[0].end].strip(), who) if is_somebody and not is_case else None


def sides_of(text: str) -> Sides | None:
    """What stands on both sides of the first arrow, colon or dash."""
    label = label_of(text)
    if label is not None and label.value:
        return label.name, label.value.lstrip("-–— ")
    for sign in (ARROW, DASH):
        pieces = sign.split(plain(text), maxsplit=1)
        if len(pieces) == FEWEST and all(pieces):
            return pieces[0], pieces[1]
    return None


def _waits(sides: Sides, words: Vocabulary) -> bool:
    """A wait, or a word such as `if`, on the left and none on the right."""
    return _is_case(sides[0], words) and not _is_case(sides[1], words)


def _is_case(text: str, words: Vocabulary) -> bool:
    spans = [span for span in spans_in(text, words) if is_wait(span) and not span.now]
    return bool(spans) or opens_a_case(text, words)


def _case_first(sides: Sides, words: Vocabulary, *, is_first: bool) -> Lead:
    left, right = sides
    if not is_first:
        return Lead(left, _name_in(right, words))
    is_address = kind_of(right, words) in {*REAL, "url", "pointer"}
    return Lead(None if is_address else right, left)


def _name_in(text: str, words: Vocabulary) -> str:
    """`Ann or Bo, who hold the keys`, `the chair, at once`: the name alone."""
    text = _without_add(text, words)
    name, *rest = COMMA.split(text.rstrip(".。 "), maxsplit=1)
    short, inside = trailing_parenthesis(name)
    name = short if inside and not spans_in(inside, words) else name
    if not rest:
        return name
    is_remark = rest[0][:1].islower() or read_time(rest[0], 0, words) is not None
    return name if is_remark else text


def _without_add(text: str, words: Vocabulary) -> str:
    """`Add the keeper`, `plus the keeper`: whoever is called besides."""
    ends = [
        one.end()
        for one in words.rungs.matches(text)
        if one.start() == 0 and "besides" in words.rungs.phrases[one.group()]
    ]
    return text[max(ends, default=0) :].strip() or text

"""Times that running text promises for levels: `SEV1 is picked up in 10 minutes, SEV2 in 30.`"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import TypeGuard

from runcard.domain.playbooks.levels.mentions import keys_in
from runcard.domain.playbooks.model import Severity, TimeValue
from runcard.domain.playbooks.page.blocks import Block, Item, Outline, Paragraph, label_of
from runcard.domain.playbooks.times.clauses import TIMES, sentences
from runcard.domain.playbooks.times.grammar import Span, one_promise, read_time, spans_in
from runcard.domain.playbooks.times.sides import Side, side_of
from runcard.domain.playbooks.times.tokens import Kind
from runcard.domain.playbooks.times.working_hours import with_hours_beside, with_their_hours
from runcard.domain.playbooks.topics import topics
from runcard.domain.playbooks.vocabulary import Vocabulary
from runcard.domain.playbooks.words import folded, plain, trailing_parenthesis

ELSEWHERE = {
    "escalation", "review", "runbooks", "drills", "contacts", "templates", "oncall", "process",
    "reference", "metrics", "roles", "war_room", "communication",
}  # fmt: skip
# `fixé en 2 heures`: `en` joins two, except in front of a number.
PIECES = re.compile(r"\s*[,;，；、]\s*|\s+(?:and|und|et|y|e|i|en(?!\s+\d))\s+")
CLAUSES = re.compile(r"\s*[,;，；、]\s*|\s+(?:and|und|et|y|e|i)\s+(?=\D{3})")
COLON = re.compile(r"^[^:：]{1,24}[:：]")
SEMICOLONS = (";", "；")
LONGEST_CLAUSE = 12
FEW_WORDS = 5
RHYTHMS = {"cadence", "cadence_external"}
RELEASE = "next_release"
Promise = tuple[str, str, TimeValue]


def with_sentences(
    severities: Sequence[Severity], page: Outline, words: Vocabulary
) -> tuple[Severity, ...]:
    """Levels with the times that sentences give them, where they have none of that kind yet."""
    said: dict[str, dict[str, TimeValue]] = {}
    for key, concept, time in _promises(severities, page, words):
        said.setdefault(key, {}).setdefault(concept, time)
    return tuple(_filled(level, said.get(level.key, {})) for level in severities)


def _filled(level: Severity, times: Mapping[str, TimeValue]) -> Severity:
    return replace(
        level,
        response=level.response or times.get("response"),
        acknowledge=level.acknowledge or times.get("acknowledge"),
        resolution=level.resolution or times.get("resolution"),
    )


def _promises(
    severities: Sequence[Severity], page: Outline, words: Vocabulary
) -> Iterator[Promise]:
    for section in page.sections:
        about = topics(page, section, words)
        # `Response goals` among what is measured are promises, too.
        about -= {"metrics"} if "response_times" in about else set()
        if about & ELSEWHERE:
            continue
        for block in section.blocks:
            for said in block.lines if _is_read(block, words) else ():
                yield from _in_line(plain(said.text), said.line, severities, words)


def _in_line(
    text: str, line: int, severities: Sequence[Severity], words: Vocabulary
) -> Iterator[Promise]:
    """A sentence behind promises goes on with them: `P1 must be mended in 2 hours. For P3 we aim at
    the next sprint.`"""
    before: str | None = None
    for sentence in sentences(text):
        goes_on = before is not None and _names_nothing(sentence, words)
        promised = tuple(
            _in_sentence(sentence, line, severities, words, before if goes_on else None)
        )
        yield from promised
        before = promised[-1][1] if promised else None


def _names_nothing(sentence: str, words: Vocabulary) -> bool:
    """A short sentence with no other matter than a time: nobody is told or called in it."""
    is_short = len(sentence.split()) <= LONGEST_CLAUSE and COLON.match(sentence) is None
    is_told = words.talk.speaks_of(sentence, "update") or any(
        {"told", "alarmed", "call", "calls", "calling"} & set(words.rungs.phrases[one.group()])
        for one in words.rungs.matches(sentence)
    )
    return is_short and not is_told and not words.labels.all(sentence)


def _is_read(block: Block, words: Vocabulary) -> TypeGuard[Paragraph | Item]:
    """Running text, and entries of lists such as `Acknowledge: SEV1 5 min, SEV2 15 min`."""
    if isinstance(block, Item):
        return _is_labelled(plain(block.text), words)
    return isinstance(block, Paragraph) and block.quote is None and not block.in_item


def _is_labelled(sentence: str, words: Vocabulary) -> bool:
    label = label_of(sentence)
    concept = words.labels.exactly(label.name) if label is not None else None
    return concept in TIMES[:3]


def _in_sentence(
    sentence: str, line: int, severities: Sequence[Severity], words: Vocabulary, before: str | None
) -> Iterator[Promise]:
    """The levels of each piece that names some beside one time of its own; `before` is the promise
    that the sentence goes on with; one bound may be that of all: `P1は2時間、P2は8時間以内`."""
    if not spans_in(sentence, words) or words.review.speaks_of(sentence, "strong"):
        return
    concept = concept_of(sentence, words) or before
    head = COLON.match(sentence)
    is_entry = head is not None and bool(keys_in(head.group(), severities, words))
    if concept is None and not is_entry:
        return
    pieces = (sentence,) if is_entry else tuple(_pieces(sentence, severities, words))
    is_told = is_entry or _is_labelled(sentence, words)
    timed = [(piece, span) for piece in pieces if (span := one_promise(spans_in(piece, words)))]
    is_bound = _opens_with_its_name(sentence, words) or any(is_promise(one) for _, one in timed)
    for piece, span in timed:
        keys = keys_in(piece, severities, words) or (_aside(piece, severities) if is_told else ())
        is_meant = is_told or is_promise(span) or (is_bound and not span.leads and not span.now)
        for key in keys if is_meant and not span.is_period else ():
            yield key, concept or "response", span.value(piece, line)


def _opens_with_its_name(sentence: str, words: Vocabulary) -> bool:
    """`The resolution time is 2 hours for P1`: nothing but an article in front of the name, and a
    word such as `is` behind it."""
    for found in words.labels.matches(sentence):
        if set(TIMES[:3]) & set(words.labels.phrases[found.group()]):
            before = sentence[: found.start()].strip()
            behind = sentence[found.end() :].split(maxsplit=1)[:1]
            amounts = words.particles.phrases.get(folded("".join(behind)), ())
            is_first = not before or words.particles.exactly(before) == "article"
            return is_first and "amounts" in amounts
    return False


def _aside(piece: str, severities: Sequence[Severity]) -> tuple[str, ...]:
    """`2 hours (major)`: the word of a level and nothing else, small or not."""
    said = trailing_parenthesis(piece.rstrip(".。 "))[1]
    names = [(one.key, {folded(one.key), folded(one.name or "")}) for one in severities]
    return tuple(key for key, own in names if said and folded(said).strip() in own)


def _pieces(sentence: str, severities: Sequence[Severity], words: Vocabulary) -> Iterator[str]:
    """`Acknowledge P0 and P1 pages within 5 minutes`: levels in a row share the time behind them;
    `P1 in 10 min, P2 in 30` are two."""
    waiting = ""
    for piece in PIECES.split(sentence):
        ends_in_level = keys_in(piece.rsplit(maxsplit=1)[-1], severities, words) if piece else ()
        if ends_in_level and not spans_in(piece, words):
            waiting += f"{piece}, "
            continue
        yield waiting + piece
        waiting = ""


def concept_of(sentence: str, words: Vocabulary) -> str | None:
    """The one promise a sentence speaks of, if it is exactly one."""
    found = {one for one in words.labels.all(sentence) if one in TIMES[:3]}
    return found.pop() if len(found) == 1 else None


def is_promise(span: Span) -> bool:
    """`within 20 minutes`, `the next working day`; not how long something lasts."""
    if span.is_period or span.now or span.leads & {Kind.OVER, Kind.DURING}:
        return False
    return span.calendar is not None or bool(span.leads & {Kind.UNDER, Kind.AFTER})


def loose_promise(sentence: str, words: Vocabulary) -> tuple[tuple[str, str], ...]:
    """`Somebody has to be at a keyboard within 20 minutes` behind the meaning of a level: without
    another name, such a time is that of the response."""
    span = one_promise(spans_in(sentence, words))
    if span is None or words.review.speaks_of(sentence, "strong"):
        return ()
    # `Within 2 days; no target for a fix`: a name behind a semicolon is not that of the time.
    start = max(sentence.rfind(sign, 0, span.start) for sign in SEMICOLONS) + 1
    ends = [at for sign in SEMICOLONS if (at := sentence.find(sign, span.end)) >= 0]
    return _loose(sentence[start : min(ends, default=len(sentence))], words)


def _loose(sentence: str, words: Vocabulary) -> tuple[tuple[str, str], ...]:
    spans = spans_in(sentence, words)
    span = one_promise(spans)
    if span is None:
        return ()
    leads = span.start == 0 and not span.is_period and not span.leads and not span.now
    named = words.labels.all(sentence)
    found = {one for one in named if one in TIMES}
    is_told = "communication" in named and not found
    if not (leads or is_promise(span)) or is_told or len(found) > 1 or found & RHYTHMS:
        return ()
    # `On working days within 4 hours`: the days before the number belong to it.
    whole = sentence[spans[0].start : spans[-1].end].strip()
    said = whole if read_time(whole, 0, words) else sentence[span.start : span.end].strip()
    # What ships in the next release is mended then.
    unnamed = "resolution" if span.calendar == RELEASE else "response"
    return ((next(iter(found), unnamed), said),)


def is_short_promise(sentence: str, words: Vocabulary) -> bool:
    """`Within 15 minutes, also at night`, `The crew comes within 20 minutes`: a time and few words
    beside it, in a line of its own below what a level means."""
    spans = spans_in(sentence, words)
    if not spans or words.review.speaks_of(sentence, "strong"):
        return False
    rest = sentence[: spans[0].start] + sentence[spans[-1].end :]
    is_short = spans[0].start == 0 or len(rest.split()) <= FEW_WORDS
    return is_short and bool(loose_promises(sentence, (), words))


def _is_only_a_rhythm(clause: str, words: Vocabulary) -> bool:
    """`Shift lead every hour`, `Stündlich an die Leitung`: somebody and how often, no verb."""
    span = one_promise(spans_in(clause, words))
    if span is None or not span.is_period or words.talk.speaks_of(clause, "drill"):
        return False
    around = clause[: span.start], clause[span.end :]
    who = " ".join(around).strip()
    is_person = words.people.speaks_of(who, "agent") or side_of(who, words) is not None
    return is_person and len(who.split()) <= FEW_WORDS and not all(map(str.strip, around))


def _may_be_the_answer(
    clause: str, sentence: str, found: Mapping[str, str], words: Vocabulary
) -> bool:
    """`Starts within 15 min and acknowledges the page within 5`: beside who acknowledges, a clause
    that has no other matter."""
    if "acknowledge" not in found or "response" in found:
        return "response" not in found
    is_told = words.rungs.speaks_of(clause, "told") or words.talk.speaks_of(clause, "update")
    is_taken = words.talk.speaks_of(clause, "takes_alarm")
    is_other = is_taken or is_told or bool(words.labels.all(clause))
    return words.talk.speaks_of(sentence, "takes_alarm") and not is_other


def loose_promises(
    sentence: str, named: tuple[tuple[str, str], ...], words: Vocabulary
) -> tuple[tuple[str, str], ...]:
    """What a sentence behind the meaning of a level promises: what it names; beside that, or
    without any name, a short clause that is a wait or a rhythm: `We are there in 10 min, news
    every 20.`"""
    found = dict(named) or dict(loose_promise(sentence, words))
    if words.review.speaks_of(sentence, "strong"):
        return tuple(found.items())
    clauses = with_their_hours(sentence, CLAUSES.split(sentence.rstrip(".。")), words)
    for clause in clauses if len(clauses) > 1 or _is_only_a_rhythm(clauses[0], words) else ():
        spans = spans_in(clause, words)
        span = one_promise(spans)
        if span is None or len(clause.split()) > LONGEST_CLAUSE:
            continue
        said = with_hours_beside(clause, spans)
        is_repair = span.calendar == RELEASE or concept_of(clause, words) == "resolution"
        if is_repair or words.labels.speaks_of(clause, "resolution"):
            if is_repair and is_promise(span):
                found.setdefault("resolution", said)
            continue
        if span.is_period:
            is_far = side_of(clause, words) is Side.OUTSIDE
            is_second = is_far and found.get("cadence", said) != said
            found.setdefault("cadence_external" if is_second else "cadence", said)
        elif is_promise(span) and _may_be_the_answer(clause, sentence, found, words):
            found["response"] = said
    return tuple(found.items())

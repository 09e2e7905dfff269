"""One sentence by which somebody is called: `If it is not back in an hour, the mate wakes Ada`."""

import re
from itertools import pairwise
from typing import NamedTuple

from runcard.domain.playbooks.levels.mentions import length_of_level
from runcard.domain.playbooks.lexicon import Mention
from runcard.domain.playbooks.particles import (
    bare_name,
    is_particle,
    without_article,
    without_end,
    without_lead,
    without_tail,
)
from runcard.domain.playbooks.people.laid_bare import laid_bare, opens_with_case
from runcard.domain.playbooks.people.rung_leads import opens_with_if
from runcard.domain.playbooks.people.wide_calls import wide_call
from runcard.domain.playbooks.remembered import remembered
from runcard.domain.playbooks.times.grammar import Span, spans_in
from runcard.domain.playbooks.times.waits import is_wait
from runcard.domain.playbooks.vocabulary import Vocabulary
from runcard.domain.playbooks.words import WIDE, plain, trailing_parenthesis

BREAK = re.compile(r"[,，、:：;；]\s*")
COMMA = re.compile(r"[,，、]\s")
# `the mate on 0162 555 17`: how to reach whoever is called.
NUMBER = re.compile(r"\s+(?:(?:at|on|unter|au|al|en|em|no|su|op|pod)\s)?\+?\d[\d\s()/.-]{5,24}$")
CLOSED = re.compile(r"[)）]")
ENDS = " .。,，、;；:："
MOST_WORDS = 6
MOST_WORDS_OF_A_CALLER = 5
FEWEST = 2
LONGEST = 400


class Call(NamedTuple):
    """Who is called, and in which case, as far as the sentence states one."""

    case: str | None
    who: str


@remembered
def called_in(text: str, words: Vocabulary) -> Call | None:
    """The person behind a verb for calling, `the mate wakes Ada`, or before one, `Ada is woken`."""
    said = _without_aside(plain(text).rstrip(ENDS), words)
    if not said or len(said) > LONGEST:
        return None
    wide = wide_call(said, words) if WIDE.search(said) else None
    if wide is not None:
        return Call(wide[0] or None, without_article(wide[1], words))
    said = laid_bare(said, words)
    found = words.rungs.matches(said)
    verbs = [one for one in found if one.start() == 0 or said[: one.start()].endswith(" ")]
    passive = [one for one in verbs if _is_passive(said, one, words) or _ends(said, one, words)]
    if passive:
        return _before(said, passive[0], words)
    active = [one for one in verbs if _is_order(said, one, words) or _calls(said, one, words)]
    return _behind(said, active[-1], words) if active else None


def _is_passive(said: str, verb: Mention, words: Vocabulary) -> bool:
    """`is woken`, `geweckt`; `Die Wache verständigt den Maat` tells who calls whom."""
    if not words.rungs.means(verb, {"is_called"}):
        return False
    behind = said[verb.end() :].lstrip()
    is_led = any(
        one.start() == 0 and _is_object(one, words) for one in words.particles.matches(behind)
    )
    is_helped = words.rungs.speaks_of(BREAK.split(said[: verb.start()])[-1], "helps")
    return is_helped or not (is_led and words.rungs.means(verb, {"calls"}))


def _is_object(found: Mention, words: Vocabulary) -> bool:
    return is_particle(found, "object", words) or is_particle(found, "article", words)


def _calls(said: str, verb: Mention, words: Vocabulary) -> bool:
    """`wakes`; `kommt der Maat dazu`, a verb that calls somebody by its second half only."""
    is_joined = words.particles.speaks_of(said[verb.end() :], "beside")
    return words.rungs.means(verb, {"calls"}) or (words.rungs.means(verb, {"joins"}) and is_joined)


def _without_aside(said: str, words: Vocabulary) -> str:
    """`ring Ada (her number is in the folder)`: an aside at the end that tells no time."""
    bare, inside = trailing_parenthesis(said)
    return said if inside is None or not bare or spans_in(inside, words) else bare


def _ends(said: str, verb: Mention, words: Vocabulary) -> bool:
    """`Wenn es nach 30 Minuten nicht läuft, Ada anrufen`: the verb of an order behind the name."""
    is_last = verb.end() == len(said)
    is_led = words.rungs.means(verb, {"called"}) or (
        words.rungs.means(verb, {"told"}) and words.rungs.speaks_of(said[: verb.start()], "helps")
    )
    return is_last and is_led and _says_when(said[: verb.start()], words)


def _is_order(said: str, verb: Mention, words: Vocabulary) -> bool:
    """`If it stays dark for an hour, wake Ada`: behind a case and nobody that might be a noun."""
    before = said[: verb.start()]
    is_verb = words.rungs.means(verb, {"call", "calling"})
    if not is_verb or not _says_when(before, words):
        return False
    caller = _parted(before, words)[1]
    is_next = words.rungs.exactly(caller) == "then"  # `…, then ring Ada`
    is_next |= words.rungs.means(
        verb, {"impersonal"}
    )  # `A los 20 minutos sin viento se llama al piloto`
    return not caller or is_next or _ends_in_pronoun(caller, words) or _has_failed(before, words)


def _ends_in_pronoun(said: str, words: Vocabulary) -> bool:
    """`half an hour of that and you ring Ada`."""
    return words.particles.exactly(said.rpartition(" ")[2]) == "pronoun"


def _has_failed(before: str, words: Vocabulary) -> bool:
    """`If you cannot mend it ring Ada`: what fails is told to its end, without a comma."""
    fails = [one.end() for one in words.rungs.matches(before) if words.rungs.means(one, {"fails"})]
    told = before[max(fails) :].split() if fails else ()
    return opens_with_if(before, words) and len(told) >= FEWEST


def is_name_or_pair(who: str, words: Vocabulary) -> bool:
    """`the head of data and the harbour master`: two who are called together."""
    ands = [one for one in words.particles.matches(who) if is_particle(one, "and", words)]
    pairs = ((who[: one.start()].strip(), who[one.end() :].strip()) for one in ands)
    are_names = (all(is_short_name(one, words) for one in pair) for pair in pairs)
    return is_short_name(who, words) or any(are_names)


def is_short_name(who: str, words: Vocabulary) -> bool:
    """A few words without a time and without a stop."""
    is_few = 0 < len(who.split()) <= MOST_WORDS and "." not in who.rstrip(".")
    is_pronoun = words.particles.exactly(who) == "pronoun"
    return is_few and who.lstrip("@")[:1].isalpha() and not is_pronoun and not spans_in(who, words)


def _object(who: str, words: Vocabulary) -> str:
    """`weckt der Maat den Kapitän`: behind the verb the one who calls may come first."""
    found = words.particles.matches(who)
    inner = [one.end() for one in found if is_particle(one, "object", words)]
    return who[max(inner, default=0) :].strip()


def _addressed(who: str, words: Vocabulary) -> str:
    """`se llama al segundo`: a small word between the verb and whom it calls."""
    for one in words.particles.matches(who):
        is_led = one.start() == 0 and is_particle(one, "to_whom", words)
        if is_led and who[one.end() : one.end() + 1] == " ":
            return who[one.end() :].strip()
    return who


def _behind(said: str, verb: Mention, words: Vocabulary) -> Call | None:
    """`After an hour the mate wakes Ada`; `Ada, if it is night` tells the case at the end."""
    rest = said[verb.end() :]
    start = min((at for at in _starts_of_cases(rest, words) if at > 0), default=len(rest))
    who = _called(rest[:start], words)
    if not is_name_or_pair(who, words):
        return None
    before = said[: verb.start()]
    is_whole = not words.rungs.means(verb, {"calls"}) and _has_failed(before, words)
    is_whole |= words.rungs.means(verb, {"impersonal"})
    case = _without_caller(before.strip(ENDS), words) if is_whole else case_before(before, words)
    told = (case, rest[start:].strip(ENDS))
    return Call(", ".join(part for part in told if part) or None, who)


def _without_caller(before: str, words: Vocabulary) -> str:
    """`If nothing moves for an hour they` ring: behind a wait a pronoun is whoever calls."""
    bare = without_end(before, "pronoun", words)
    return bare if any(span.end == len(bare) for span in spans_in(bare, words)) else before


def _called(told: str, words: Vocabulary) -> str:
    """`the mate on 0162 555`, `den Maat dazu`, `die Leitung, bei Nebel auch früher`: the name."""
    name = _up_to_the_next_verb(COMMA.split(NUMBER.sub("", told.strip(ENDS)))[0], words)
    who = _addressed(_object(bare_name(name, words), words), words)
    return without_tail(without_end(who, "tail", words), words)


def _up_to_the_next_verb(name: str, words: Vocabulary) -> str:
    """`den Maat dazu und hisst die Flagge`: the name, and the end of its own verb."""
    for end, joiner in pairwise(words.particles.matches(name)):
        is_next = not name[end.end() : joiner.start()].strip()
        if is_next and is_particle(end, "verb_end", words) and is_particle(joiner, "and", words):
            return name[: end.end()]
    return name


def _before(said: str, verb: Mention, words: Vocabulary) -> Call | None:
    """`After an hour the captain is woken`; `es avisado el maestro`."""
    if verb.start() == 0:
        return _behind(said, verb, words)
    case, name = _parted(said[: verb.start()], words)
    behind = without_lead(said[verb.end() :].strip(ENDS), "adverb", words)
    front = name or said[len(case) : verb.start()].strip(ENDS)
    helps = [one for one in words.rungs.matches(front) if words.rungs.means(one, {"helps"})]
    if helps:  # `Nach 30 Minuten ohne Lösung wird die Leitung informiert`
        case = f"{case} {front[: helps[-1].start()]}".strip()
        name = front[helps[-1].end() :].strip()
    if case and not front:  # `Dopo due ore viene informato il direttore`
        return _behind(said, verb, words)
    who = bare_name(name, words)
    if not is_short_name(who, words):
        return None
    is_case = any(at == 0 for at in _starts_of_cases(behind, words)) or _is_at(behind, words)
    told = (case, behind if is_case else "")
    return Call(", ".join(part for part in told if part) or None, who)


def _is_at(text: str, words: Vocabulary) -> bool:
    """`at 20 minutes`, `à 20 minutes`: a wait behind a small word."""
    small, _, rest = text.partition(" ")
    is_small = "at" in words.particles.phrases.get(small.lower(), ())
    return is_small and any(one.start == 0 and is_wait(one) for one in spans_in(rest, words))


def _starts_of_cases(text: str, words: Vocabulary) -> list[int]:
    """Where a wait or an `if` begins."""
    waits = [span.start for span in spans_in(text, words) if span.leads or span.now]
    ifs = [one.start() for one in words.rungs.matches(text) if words.rungs.means(one, {"case"})]
    return [*waits, *ifs]


def case_before(before: str, words: Vocabulary) -> str:
    """The case in front of a verb for calling, without whoever calls."""
    case = _parted(before, words)[0]
    is_told = bool(case) or _says_when(before, words)
    return case or (without_end(before.rstrip(), "pronoun", words).strip(ENDS) if is_told else "")


def _parted(before: str, words: Vocabulary) -> tuple[str, str]:
    """`After 2 hours (night only) the mate`, `If it stays dark, the mate`: the case and the name
    behind it; the case is empty where none is told."""
    ends = [span.end for span in spans_in(before, words) if _is_case_span(span)]
    ends += [found.end() for found in (*BREAK.finditer(before), *CLOSED.finditer(before))]
    at = max((end for end in ends if _says_when(before[:end], words)), default=0)
    at = _behind_the_silence(before, _behind_the_level(before, at, words), words)
    name = before[at:].strip(ENDS)
    return before[:at].strip(ENDS), name if len(name.split()) <= MOST_WORDS_OF_A_CALLER else ""


def _behind_the_silence(before: str, at: int, words: Vocabulary) -> int:
    """`after 5 minutes without an answer the mate`: what is waited for is part of the case."""
    rest = before[at:]
    found = [one for one in words.rungs.matches(rest) if words.rungs.means(one, {"silence"})]
    ends = [one.end() for one in found if at and not rest[: one.start()].strip(ENDS)]
    return at + max(ends, default=0)


def _behind_the_level(before: str, at: int, words: Vocabulary) -> int:
    """`after 1 hour of P1 the mate`, `nach 2 Stunden bei Prio 2 die Leitung`: the level behind a
    wait is part of the case."""
    bare = before[at:].lstrip()
    word, _, others = bare.partition(" ")
    is_led = words.particles.exactly(word) != "article"
    told = next((one for one in (bare, *([others] if is_led else ())) if _starts(one, words)), "")
    if not at or not told:
        return at
    return len(before) - len(told) + length_of_level(told, words)


def _starts(text: str, words: Vocabulary) -> bool:
    return length_of_level(text, words) > 0


def _is_case_span(span: Span) -> bool:
    return is_wait(span) or span.now


def _says_when(text: str, words: Vocabulary) -> bool:
    is_timed = any(_is_case_span(one) for one in spans_in(text, words))
    return is_timed or opens_with_case(text, words) or _is_for_a_level(text, words)


def _is_for_a_level(text: str, words: Vocabulary) -> bool:
    """`en N1, `: a level behind one small word, up to a comma."""
    _, _, rest = text.rstrip(" ,，").partition(" ")
    return text.rstrip().endswith((",", "，")) and length_of_level(rest, words) == len(rest) > 0

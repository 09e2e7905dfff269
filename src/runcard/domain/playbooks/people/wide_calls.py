"""Sentences by which somebody is called, in scripts without blanks.

Chinese has the name behind the verb, `5分钟内没人接,打给副班`; Japanese before it, behind the end
of a case: `10分たっても出なければ副当番に電話する`.
"""

import re

from runcard.domain.playbooks.lexicon import Mention
from runcard.domain.playbooks.times.grammar import spans_in
from runcard.domain.playbooks.vocabulary import Vocabulary

COMMA = re.compile(r"[,，、:：;；]\s*")
ENDS = " .。,，、;；:："
# `ベルが自動で釜番`, `警報はまず釜番`: what calls, and how, in front of the name.
CALLER = re.compile(r"^.{1,24}[はがで]\s*(?:まず|先に|最初に)?\s*(?=[^\sぁ-ん])")
MOST_SIGNS = 20
FRONT = {"calls", "call", "calling", "goes"}
# In front of a verb of one sign.
BEFORE_BRIEF = {"begin", "then", "silence", "fails"}
# `由当班联系`: whoever calls.
BY = re.compile(r"^由")
# `涉及数据的`, `宕机时`: what a case ends in.
CASE = re.compile(r"[的时時后後者]$")
CASES = {"case", "silence", "fails"}


def wide_call(said: str, words: Vocabulary) -> tuple[str, str] | None:
    """The case, empty where none is told, and the name."""
    verbs = words.rungs.matches(said)
    last = verbs[-1] if verbs else None
    if last is not None and last.end() == len(said) and "called" in _kinds(last, words):
        return _before(said[: last.start()], words)
    fronts = (one for one in verbs if _is_front(one, words) or _is_brief(one, said, words))
    found = next(fronts, None)
    return _behind(said, found, words) if found is not None else None


def _is_front(verb: Mention, words: Vocabulary) -> bool:
    return bool(FRONT & _kinds(verb, words)) and not verb.group().isascii()


def _is_brief(verb: Mention, said: str, words: Vocabulary) -> bool:
    """`直接找船长`, `无人响应转大副`: a verb of one sign behind a comma, an adverb, a wait or what
    fails."""
    before = said[: verb.start()].rstrip()
    if "brief" not in _kinds(verb, words):
        return False
    if not before or before.endswith(tuple(ENDS)):
        return True
    ends = [one for one in words.rungs.matches(before) if one.end() == len(before)]
    is_behind = any(BEFORE_BRIEF & _kinds(one, words) for one in ends)
    is_behind |= any(_is_adverb(one, before, words) for one in words.particles.matches(before))
    return is_behind or any(span.end == len(before) for span in spans_in(before, words))


def _kinds(verb: Mention, words: Vocabulary) -> set[str]:
    return set(words.rungs.phrases[verb.group()])


def _behind(said: str, verb: Mention, words: Vocabulary) -> tuple[str, str] | None:
    who = COMMA.split(said[verb.end() :].strip(ENDS), maxsplit=1)[0].strip(ENDS)
    case = _without_caller(_without_adverbs(said[: verb.start()], words), words)
    return (case, who) if 0 < len(who) <= MOST_SIGNS else None


def _without_caller(before: str, words: Vocabulary) -> str:
    """`超过2小时，经理` is a case and who calls; `告警` alone is what calls."""
    starts = [one.end() for one in COMMA.finditer(before)]
    last = before[starts[-1] if starts else 0 :]
    is_case = bool(spans_in(last, words)) or CASE.search(last) is not None
    is_case |= bool(CASES & words.rungs.all(last))
    is_caller = BY.match(last) is not None or words.people.speaks_of(last, "agent")
    is_caller |= words.people.speaks_of(last, "on_watch") or not starts
    is_caller |= words.rungs.exactly(last.strip(ENDS)) == "thing"
    return before if is_case or not is_caller else before[: len(before) - len(last)].strip(ENDS)


def _without_adverbs(before: str, words: Vocabulary) -> str:
    """Without `first`, `then` and `at once` at the end, where something else is told."""
    said = before.strip(ENDS)
    ends = [one.start() for one in words.rungs.matches(said) if _is_order(one, said, words)]
    ends += [one.start() for one in words.particles.matches(said) if _is_adverb(one, said, words)]
    ends += [one.start for one in spans_in(said, words) if one.now and one.end == len(said)]
    start = min(ends, default=len(said))
    return _without_adverbs(said[:start], words) if 0 < start < len(said) else said


def _is_order(found: Mention, said: str, words: Vocabulary) -> bool:
    return found.end() == len(said) and bool({"begin", "then", "besides"} & _kinds(found, words))


def _is_adverb(found: Mention, said: str, words: Vocabulary) -> bool:
    is_adverb = "adverb" in words.particles.phrases[found.group()]
    return found.end() == len(said) and is_adverb


def _before(said: str, words: Vocabulary) -> tuple[str, str] | None:
    ends = [one.end() for one in words.particles.matches(said) if _ends_a_case(one, words)]
    ends += [one.end() for one in COMMA.finditer(said)]
    ends += [span.end for span in spans_in(said, words)]
    at = max((end for end in ends if end < len(said)), default=0)
    who = CALLER.sub("", said[at:].strip(ENDS))
    return (_without_adverbs(said[:at], words), who) if 0 < len(who) <= MOST_SIGNS else None


def _ends_a_case(found: Mention, words: Vocabulary) -> bool:
    return "case_end" in words.particles.phrases[found.group()]

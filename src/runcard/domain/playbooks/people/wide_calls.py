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
FRONT = {"calls", "call", "calling"}


def wide_call(said: str, words: Vocabulary) -> tuple[str, str] | None:
    """The case, empty where none is told, and the name."""
    verbs = words.rungs.matches(said)
    last = verbs[-1] if verbs else None
    if last is not None and last.end() == len(said) and "called" in _kinds(last, words):
        return _before(said[: last.start()], words)
    found = next((one for one in verbs if _is_front(one, words)), None)
    return _behind(said, found) if found is not None else None


def _is_front(verb: Mention, words: Vocabulary) -> bool:
    return bool(FRONT & _kinds(verb, words)) and not verb.group().isascii()


def _kinds(verb: Mention, words: Vocabulary) -> set[str]:
    return set(words.rungs.phrases[verb.group()])


def _behind(said: str, verb: Mention) -> tuple[str, str] | None:
    who = COMMA.split(said[verb.end() :].strip(ENDS), maxsplit=1)[0].strip(ENDS)
    before = said[: verb.start()].strip(ENDS)
    return (before, who) if 0 < len(who) <= MOST_SIGNS else None


def _before(said: str, words: Vocabulary) -> tuple[str, str] | None:
    ends = [one.end() for one in words.particles.matches(said) if _ends_a_case(one, words)]
    ends += [one.end() for one in COMMA.finditer(said)]
    ends += [span.end for span in spans_in(said, words)]
    at = max((end for end in ends if end < len(said)), default=0)
    who = CALLER.sub("", said[at:].strip(ENDS))
    return (said[:at].strip(ENDS), who) if 0 < len(who) <= MOST_SIGNS else None


def _ends_a_case(found: Mention, words: Vocabulary) -> bool:
    return "case_end" in words.particles.phrases[found.group()]

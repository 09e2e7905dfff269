"""The verbs around a name: by which somebody is called, or by which an entry is no name at all."""

from collections.abc import Sequence

from runcard.domain.playbooks.lexicon import Mention
from runcard.domain.playbooks.vocabulary import Vocabulary

# What happens to somebody: `is woken`, `informed`, `verständigen`.
ESCALATING = {"escalation", "triggers"}
ENDS = " :：?？"
CALLING = {"call", "calling", "called"}
CALLS = {"calls", "is_called"}
HAPPENS = ("called", "told", "alarmed", "is_called")


def without_verb(who: str, words: Vocabulary) -> str:
    """`Page the duty lead` calls the duty lead; `Teamleitung informieren` the team lead."""
    behind = _behind_the_alarm(who, words)
    start = _length_of(who, {"call"}, words) or behind
    found = [one for kind in HAPPENS for one in _matches(who, kind, words)]
    ends = [one.start() for one in found if one.end() == len(who)]
    return who[start : min(ends, default=len(who))].strip() or who


def _behind_the_alarm(who: str, words: Vocabulary) -> int:
    """`the pager rings with the mate`: where the name begins to which it goes."""
    ends = [one.end() for one in _matches(who, "goes", words) if one.start() > 0]
    at = max((end for end in ends if end < len(who)), default=0)
    articles = [
        one.end()
        for one in (words.particles.matches(who) if at else ())
        if one.start() == at + 1 and "article" in words.particles.phrases[one.group()]
    ]
    return max([at, *articles])


def without_verbs(names: Sequence[str], words: Vocabulary) -> list[str]:
    """`Call CTO` calls the CTO, where every other name has such a verb in front, too."""
    lengths = [_length_of(name, {"call", "calling"}, words) for name in names]
    if not all(lengths):
        return list(names)
    return [name[length:].strip() for name, length in zip(names, lengths, strict=True)]


def speaks_of_calling(text: str, words: Vocabulary) -> bool:
    """`Who to wake`, `Wen wir rufen`: a verb for calling people, anywhere; `Who wakes whom`, `Wer
    weckt wen`, `Who gets the call`: behind the question, what somebody does or what befalls him."""
    said = words.rungs.all(text)
    return bool(said & CALLING) or (bool(said & CALLS) and _asks_who(text, words))


def _asks_who(text: str, words: Vocabulary) -> bool:
    found = (one for one in words.people.matches(text) if one.start() == 0)
    return any("asks" in words.people.phrases[one.group()] for one in found)


def asks_when(head: str, words: Vocabulary) -> bool:
    """`When to call`, `Quand l'appeler`, `Escalate for`: a verb for calling, behind a word for the
    moment or in front of one for the case."""
    if not (speaks_of_calling(head, words) or words.about(head) & ESCALATING):
        return False
    end = len(head.rstrip(ENDS))
    moments = [one for one in words.people.matches(head) if _asks(one, words)]
    cases = [one for kind in ("case", "opening") for one in _matches(head, kind, words)]
    return any(one.start() == 0 for one in moments) or any(one.end() == end for one in cases)


def _asks(found: Mention, words: Vocabulary) -> bool:
    return "moment" in words.people.phrases[found.group()]


def is_task(who: str, words: Vocabulary) -> bool:
    """`Check the dashboard`, `Open the sluice`, `Wehr öffnen` is done, not called."""
    return _length_of(who, {"task"}, words) > 0 or _is_act(who, words)


def _is_act(who: str, words: Vocabulary) -> bool:
    """A verb of work where its language puts it, and something it is done to."""
    acts = words.acts.matches(who) if " " in who else ()
    told = [(one, words.acts.phrases[one.group()]) for one in acts]
    is_first = any(one.start() == 0 and "first" in concepts for one, concepts in told)
    return is_first or any(one.end() == len(who) and "last" in concepts for one, concepts in told)


def is_shift(name: str, words: Vocabulary) -> bool:
    """`By night`, `Weekends`: hours, and nobody."""
    return words.rungs.exactly(name) == "shift" or words.people.exactly(name) == "day"


def _length_of(who: str, concepts: set[str], words: Vocabulary) -> int:
    """How far the verb in front reaches."""
    found = [one for concept in concepts for one in _matches(who, concept, words)]
    return max((one.end() for one in found if one.start() == 0), default=0)


def _matches(who: str, concept: str, words: Vocabulary) -> list[Mention]:
    return [one for one in words.rungs.matches(who) if concept in words.rungs.phrases[one.group()]]

"""Whom a few words name, without the small words and the asides around the name."""

from collections.abc import Iterator, Sequence

from runcard.domain.playbooks.lexicon import Mention
from runcard.domain.playbooks.people.arrows import ARROW
from runcard.domain.playbooks.people.bare_names import without_number
from runcard.domain.playbooks.people.call_sentences import is_name_or_pair
from runcard.domain.playbooks.people.calling import is_task, without_verb
from runcard.domain.playbooks.people.rung_leads import opens_a_case
from runcard.domain.playbooks.times.grammar import spans_in
from runcard.domain.playbooks.vocabulary import Vocabulary
from runcard.domain.playbooks.words import COMMA, WIDE, trailing_parenthesis

ENDS = " .。,，、;；:：?？!*`"
BEFORE = {"and", "to_whom", "article", "object"}
AFTER = {"tail", "verb_end"}
VERBS = {"then", "begin", "call", "calling", "goes"}
MOST_BEFORE = 5
LONGEST = 160


def person_in(text: str, words: Vocabulary) -> str:
    """`then ring the mate (number in the log), she has the keys` is the mate; nobody, where
    something else is named."""
    said = _without_front(text[:LONGEST].strip(ENDS), words)
    said, inside = trailing_parenthesis(without_number(COMMA.split(said)[0].strip(ENDS), words))
    if inside is not None and spans_in(inside, words):
        return ""
    who = _without_front(_behind_the_caller(said.strip(ENDS), words), words)
    who = _without_tail(who, words)
    is_name = is_name_or_pair(_without_title(who, words), words) and not is_task(who, words)
    is_name &= ARROW.search(who) is None
    is_name &= " zu " not in who  # `den Fehler zu beheben`
    is_case = is_name and (words.rungs.speaks_of(who, "silence") or opens_a_case(who, words))
    return who if is_name and not is_case else ""


def _without_title(who: str, words: Vocabulary) -> str:
    """`Dr. Vane` is one name, in spite of its stop."""
    title, stop, name = who.partition(". ")
    return name if stop and words.people.exactly(title) == "title" else who


def has_title(said: str, words: Vocabulary) -> bool:
    """`Dr. Vane`, `Mrs Hale`: a title, and a capital behind it; `Sr. Engineer` plays a part."""
    title, _, name = said.partition(" ")
    is_name = name[:1].isupper() and not plays_a_part(name, words)
    return is_name and words.people.exactly(title) == "title"


def _behind_the_caller(said: str, words: Vocabulary) -> str:
    """`the desk rings the mate` calls the mate."""
    found = [one for one in words.rungs.matches(said) if one.start() > 0 and one.end() < len(said)]
    ends = [one.end() for one in found if _is_verb(one.group(), words)]
    return said[ends[-1] :].strip() if ends else without_verb(said, words)


def _is_verb(phrase: str, words: Vocabulary) -> bool:
    """`rings`, `ring the`; `call` alone may be a noun."""
    concepts = words.rungs.phrases[phrase]
    return "calls" in concepts or ("call" in concepts and " the" in phrase)


def plays_a_part(who: str, words: Vocabulary) -> bool:
    """`team lead`, `secondary`, `the CTO`: a part that somebody plays, or who is on watch."""
    bare = trailing_parenthesis(who)[0]  # `Primary (tier 1)`
    return (
        bool({"agent", "on_watch"} & words.people.all(who)) or words.people.exactly(bare) == "rank"
    )


def are_of_people(names: Sequence[str], words: Vocabulary) -> bool:
    """Half of them at least play a part: stages of work take turns, too."""
    return 2 * sum(plays_a_part(name, words) for name in names) >= len(names)


def starts_with_call(text: str, words: Vocabulary) -> bool:
    """`Ring the mate`, `first the mate, then the captain`: a verb for calling, or the order."""
    kinds = VERBS - {"goes"}
    return any(kinds & set(words.rungs.phrases[one.group()]) for one in _at_front(text, words))


def _without_front(said: str, words: Vocabulary) -> str:
    """Without verbs, articles and `to`, in any order."""
    for _ in range(MOST_BEFORE):
        ends = [one.end() for one in (*_verbs(said, words), *_particles(said, words))]
        end = max((one for one in ends if _is_whole(said, one)), default=0)
        if not end:
            return said
        said = said[end:].strip(ENDS)
    return said


def _is_whole(said: str, end: int) -> bool:
    """Where a word ends and others follow; in wide script words stand without blanks."""
    behind = said[end : end + 1]
    is_cut = behind in {" ", ":", "："} or said[end - 1] in "'’" or WIDE.match(behind) is not None
    return bool(behind) and is_cut


def _at_front(said: str, words: Vocabulary) -> Iterator[Mention]:
    return (one for one in words.rungs.matches(said) if one.start() == 0)


def _verbs(said: str, words: Vocabulary) -> Iterator[Mention]:
    for one in _at_front(said, words):
        if VERBS & set(words.rungs.phrases[one.group()]):
            yield one


def _particles(said: str, words: Vocabulary) -> Iterator[Mention]:
    for one in words.particles.matches(said):
        if one.start() == 0 and BEFORE & set(words.particles.phrases[one.group()]):
            yield one


def _without_tail(who: str, words: Vocabulary) -> str:
    """`the lab manager at home`, `the captain as well`: where somebody is rung, and besides."""
    found = [one for one in words.particles.matches(who) if one.end() == len(who)]
    ends = [one.start() for one in found if AFTER & set(words.particles.phrases[one.group()])]
    return who[: min(ends, default=len(who))].strip() or who

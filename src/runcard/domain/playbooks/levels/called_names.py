"""Whom a level goes to: the names in `escalate to the CTO, then the VP if it is still down`."""

import re
from collections.abc import Iterator

from runcard.domain.playbooks.lexicon import Mention
from runcard.domain.playbooks.model import Text
from runcard.domain.playbooks.times.clauses import says_nothing
from runcard.domain.playbooks.times.grammar import spans_in
from runcard.domain.playbooks.vocabulary import Vocabulary
from runcard.domain.playbooks.words import trailing_parenthesis

NAMES = re.compile(r"\s*(?:[,;，、；]|→|->|⇒)\s*|\s+(?:and|und|et|y|e|&|\+)\s+")
SIGNS = ("-", "–", "—", ":", "：")


def names_in(text: str, line: int, words: Vocabulary) -> Iterator[Text]:
    """`CEO, CTO and VP Engineering` are three; `nobody, ticket only` is none, nor is `nobody
    (ticket)`."""
    names = [name.strip() for name in NAMES.split(text.strip().rstrip(".")) if name.strip()]
    if names and not says_nothing(trailing_parenthesis(names[0])[0], words):
        bare = dict.fromkeys(_without_case(name, words) for name in names)
        yield from (Text(name, line) for name in bare if name)


def _without_case(name: str, words: Vocabulary) -> str:
    """`escalate to VP Eng`, `VP Eng (after 4 hours)`: the name alone; of `after 4 hours`, none."""
    said, inside = trailing_parenthesis(name)
    said = said if inside is None or spans_in(inside, words) else name
    verbs = [one.end() for one in words.rungs.matches(said) if _calls(one, words)]
    said = _behind_a_wait(said[max(verbs, default=0) :], words)
    waits = [span.start for span in spans_in(said, words) if span.leads or span.now]
    start = min([*waits, *_cases(said, words)], default=len(said))
    is_case = any(
        one.start() == 0 and "case" in words.rungs.phrases[one.group()]
        for one in words.rungs.matches(said)
    )
    # `当番` is on duty, and no case that `当` begins.
    is_case &= not any(one.start() == 0 for one in words.people.matches(said))
    is_hours = words.calendar.find(said) is not None and words.people.find(said) is None
    return "" if is_case or is_hours else said[:start].strip().rstrip(" (（[")


def _behind_a_wait(said: str, words: Vocabulary) -> str:
    """`At once to the harbour master`, `At once – all hands`: whom it goes to."""
    first = next(iter(spans_in(said, words)), None)
    if first is None or first.start > 0:
        return said
    rest = said[first.end :].strip()
    if rest.startswith(SIGNS):
        return rest[1:].strip()
    heads = [
        one.end()
        for one in words.particles.matches(rest)
        if one.start() == 0 and "to_whom" in words.particles.phrases[one.group()]
    ]
    return rest[max(heads) :].strip() if heads else said


def _cases(said: str, words: Vocabulary) -> list[int]:
    """Where `if it is still down` begins, behind a name."""
    found = (one for one in words.talk.matches(said) if "if" in words.talk.phrases[one.group()])
    return [one.start() for one in found if one.start() > 0]


def _calls(found: Mention, words: Vocabulary) -> bool:
    return found.start() == 0 and "call" in words.rungs.phrases[found.group()]

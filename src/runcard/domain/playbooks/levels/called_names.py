"""Whom a level goes to: the names in `escalate to the CTO, then the VP if it is still down`."""

import re
from collections.abc import Iterator, Sequence

from runcard.domain.playbooks.lexicon import Mention
from runcard.domain.playbooks.model import Text
from runcard.domain.playbooks.times.clauses import says_nothing
from runcard.domain.playbooks.times.grammar import spans_in
from runcard.domain.playbooks.vocabulary import Vocabulary
from runcard.domain.playbooks.words import trailing_parenthesis

NAMES = re.compile(r"\s*(?:[,;，、；]|→|->|⇒)\s*|\s+(?:and|und|et|y|e|&|\+)\s+")
SIGNS = ("-", "–", "—", ":", "：")
LEADS = {"call", "calls", "then"}


def names_in(text: str, line: int, words: Vocabulary) -> Iterator[Text]:
    """`CEO, CTO and VP Engineering` are three; `nobody, ticket only` is none, nor is `nobody
    (ticket)`, `nobody unless it leaks` or `mend it tomorrow`."""
    names = [name.strip() for name in NAMES.split(text.strip().rstrip(".")) if name.strip()]
    if names and not _is_nobody(names[0], words):
        called = _without_work(names, words, is_work=_is_work(text.strip(), words))
        bare = dict.fromkeys(_without_case(name, words) for name in called)
        yield from (Text(name, line) for name in bare if name)


def _is_nobody(name: str, words: Vocabulary) -> bool:
    said = trailing_parenthesis(name)[0]
    return says_nothing(said[: min(_cases(said, words), default=len(said))].strip(), words)


def _without_work(names: Sequence[str], words: Vocabulary, *, is_work: bool) -> Iterator[str]:
    """`Open a ticket, mend it, tell the pilot`: behind work stands more of it, but for whoever is
    called or plays a part."""
    for name in names:
        is_work |= _is_work(name, words)
        if not is_work or words.people.speaks_of(name, "agent") or _is_called(name, words):
            yield name


def _is_work(said: str, words: Vocabulary) -> bool:
    """`Check the pumps`; `raise it to the pilot` is a call as well."""
    kinds = [
        words.rungs.phrases[one.group()] for one in words.rungs.matches(said) if not one.start()
    ]
    return any("task" in kind and "raises" not in kind for kind in kinds)


def _is_called(said: str, words: Vocabulary) -> bool:
    found = words.rungs.matches(said)
    return any(not one.start() and "call" in words.rungs.phrases[one.group()] for one in found)


def _without_case(name: str, words: Vocabulary) -> str:
    """`escalate to VP Eng`, `then VP Eng`, `VP Eng (after 4 hours)`: the name alone; of `after 4
    hours`, none."""
    said, inside = trailing_parenthesis(name)
    said = said if inside is None or spans_in(inside, words) else name
    # `Next workday`: no name behind a `next`.
    is_day = any(one.start() == 0 for one in words.calendar.matches(said))
    leads = [one.end() for one in words.rungs.matches(said) if _leads(one, words) and not is_day]
    said = _behind_a_wait(said[max(leads, default=0) :], words)
    waits = [span.start for span in spans_in(said, words) if span.leads or span.now]
    start = min([*waits, *_cases(said, words)], default=len(said))
    is_case = any(
        one.start() == 0 and "case" in words.rungs.phrases[one.group()]
        for one in words.rungs.matches(said)
    )
    # `当番` is on duty, and no case that `当` begins.
    is_case &= not any(one.start() == 0 for one in words.people.matches(said))
    is_hours = words.calendar.find(said) is not None and words.people.find(said) is None
    said = said[:start].strip().rstrip(" (（[")
    return "" if is_case or is_hours else _without_notice(said, words)


def _without_notice(said: str, words: Vocabulary) -> str:
    """`Harbour master notification`: whoever gets it."""
    ends = [one.start() for one in words.rungs.matches(said) if _is_notice_at(said, one, words)]
    return said[: min(ends, default=len(said))].strip() or said


def _is_notice_at(said: str, found: Mention, words: Vocabulary) -> bool:
    return found.end() == len(said) and "notice" in words.rungs.phrases[found.group()]


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


def _leads(found: Mention, words: Vocabulary) -> bool:
    return found.start() == 0 and bool(LEADS & set(words.rungs.phrases[found.group()]))

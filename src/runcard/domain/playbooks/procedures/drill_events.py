"""Practice that is bound to what happens: `before each release`, `always before a fair`."""

import re
from collections.abc import Sequence

from runcard.domain.playbooks.lexicon import Mention
from runcard.domain.playbooks.model import TimeValue
from runcard.domain.playbooks.page.blocks import label_of
from runcard.domain.playbooks.times.grammar import Span
from runcard.domain.playbooks.vocabulary import Vocabulary

LONGEST_EVENT = 60
NAME = re.compile(r"\s+[^\W\d_]+")
# `祭りの前に必ず`, `大型活动前必须`: where the word for before stands behind what happens.
BEHIND = re.compile(
    r"(?:^|[はをも在])([^はをも在\s]{1,20}?(?:の(?:直)?(?:前|後)に|之?[前后]))(?=必)"
)


def event_in(text: str, line: int, others: Sequence[Span], words: Vocabulary) -> TimeValue | None:
    """`before each release`, `Failover: every maintenance day`: bound to what happens, at the end
    of what is practised; `others` are the times of the text that tell when by themselves."""
    if others:
        return None
    leading = _in_front(text, words)
    if leading is not None:
        return TimeValue(leading, line, None, calendar="event")
    behind = BEHIND.search(text)
    if behind is not None and _is_practised(text, words):
        return TimeValue(behind.group(1), line, None, calendar="event")
    for found in words.talk.matches(text):
        said = text[found.start() :]
        is_last = found.start() > 0 and len(said) <= LONGEST_EVENT and said != found.group()
        is_practice = words.talk.speaks_of(said, "practice")
        if is_last and not is_practice and _binds(found, text, words):
            return TimeValue(said.rstrip(" ."), line, None, calendar="event")
    return None


def _in_front(text: str, words: Vocabulary) -> str | None:
    """`Before each season the gates are rehearsed`: what it is bound to stands first."""
    for found in words.talk.matches(text)[:1]:
        is_event = found.start() == 0 and "at_each" in words.talk.phrases[found.group()]
        what = NAME.match(text, found.end())
        if is_event and what and words.talk.speaks_of(text[what.end() :], "rehearse"):
            return text[: what.end()]
    return None


def _binds(found: Mention, text: str, words: Vocabulary) -> bool:
    """`before each`; `each` that is all of a value; `before` in what is always practised."""
    names = words.talk.phrases[found.group()]
    label = label_of(text)
    is_value = label is not None and label.value == text[found.start() :]
    if "at_each" in names or (is_value and ("each" in names or "around" in names)):
        return True
    return "around" in names and _is_always(text[: found.start()], words)


def _is_always(before: str, words: Vocabulary) -> bool:
    """`The gate is always tested`; `Always test it` in front of all is an order to the reader."""
    always = [one for one in words.rates.matches(before)
              if "always" in words.rates.phrases[one.group()]]  # fmt: skip
    return any(one.start() > 0 for one in always) and _is_practised(before, words)


def _is_practised(text: str, words: Vocabulary) -> bool:
    is_tested = words.checks.speaks_of(text, "test")
    return is_tested or bool(words.talk.all(text) & {"practice", "rehearse", "drill"})

"""Which headings speak of the course of an incident: a process, or what a phase of it is for."""

import re
from collections.abc import Sequence

from runcard.domain.playbooks.lexicon import Mention
from runcard.domain.playbooks.model import TimeValue
from runcard.domain.playbooks.page.blocks import Section
from runcard.domain.playbooks.procedures.step_codes import NUMBERED
from runcard.domain.playbooks.procedures.windows import boxed_time, timebox_of
from runcard.domain.playbooks.remembered import remembered
from runcard.domain.playbooks.vocabulary import Vocabulary
from runcard.domain.playbooks.words import plain, trailing_parenthesis, untitled, without_emoji

NOT_PHASES = {"severity", "contacts", "templates", "roles", "escalation", "drills", "oncall"}
NOT_BELOW = NOT_PHASES | {"runbooks", "reference", "review", "metrics", "communication"}
NOT_STEPS = NOT_PHASES | {"runbooks", "metrics"}
DASH = re.compile(r"\s[-–—]\s")


def is_process(section: Section, words: Vocabulary) -> bool:
    return section.level > 1 and "process" in words.about(untitled(section.title))


def is_about_others(children: Sequence[Section], words: Vocabulary) -> bool:
    """Where one heading is about levels, people or messages, the numbers only count chapters."""
    subjects = [words.about(untitled(child.title)) for child in children]
    return any(found & NOT_PHASES and "process" not in found for found in subjects)


def is_meant(section: Section, words: Vocabulary) -> bool:
    """`Containment`; not `Severity classification` or `Notification templates`, which are about
    something else in the same words; `7. Notification` is, where no other word follows."""
    about = words.about(untitled(section.title))
    is_other = about & NOT_STEPS and "process" not in about
    if is_other and NUMBERED.match(plain(section.title)):
        head, *behind = DASH.split(untitled(section.title), maxsplit=1)
        is_told = words.meanings.exactly(head) == "tell"
        about = frozenset().union(*map(words.about, behind)) if is_told else about
        is_other = about & NOT_STEPS
    return is_phase_word(section.title, words) and not is_other


@remembered
def is_phase_word(title: str, words: Vocabulary) -> bool:
    """Most of the heading is a word of what phases are for; or all of it before a dash, where a
    number stands in front: `5. Containment — by kind of boat`."""
    bare = trailing_parenthesis(without_emoji(untitled(title)))[0]
    if NUMBERED.match(plain(title)) and words.meanings.exactly(DASH.split(bare)[0]) is not None:
        return True
    if words.process.exactly(bare) == "prepare":
        return True
    found = words.meanings.matches(bare)
    return bool(found) and 2 * (_covered(found) + _covered(_work_in(bare, words))) >= len(bare)


def _work_in(bare: str, words: Vocabulary) -> list[Mention]:
    phrases = words.process.phrases
    return [one for one in words.process.matches(bare) if "work" in phrases[one.group()]]


def _covered(found: Sequence[Mention]) -> int:
    return sum(one.end() - one.start() for one in found)


def time_box_of(section: Section, words: Vocabulary) -> TimeValue | None:
    said = untitled(section.title)
    inside = (boxed_time(said, section.line, words) or trailing_parenthesis(said))[1]
    return timebox_of(inside, section.line, words) if inside else None


def is_beside_phases(section: Section, words: Vocabulary) -> bool:
    """`2. Initial response`, `2. First steps (5 minutes)`: numbered, and told as a phase is."""
    is_numbered = NUMBERED.match(plain(section.title)) is not None
    return is_numbered and (is_process(section, words) or bool(time_box_of(section, words)))

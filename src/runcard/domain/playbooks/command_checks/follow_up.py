"""Where a reader looks for the proof of a change: further down in the same case."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import TypeVar

from runcard.domain.playbooks.acts import Act
from runcard.domain.playbooks.checks.setting import PART_LEVEL
from runcard.domain.playbooks.command_checks.asking import looks
from runcard.domain.playbooks.command_checks.closing_checks import (
    closes_its_case,
    end_of_closing_check,
    is_shown_to_all,
)
from runcard.domain.playbooks.command_checks.comments_below import ends_in_an_order_to_look
from runcard.domain.playbooks.command_checks.expected import is_measured_above, tells_what_to_see
from runcard.domain.playbooks.command_checks.phase_checks import end_in_a_check
from runcard.domain.playbooks.command_checks.restores import is_restore
from runcard.domain.playbooks.facts import Facts, Said
from runcard.domain.playbooks.model import Phase, Playbook
from runcard.domain.playbooks.nouns.procedures import RunbookKind
from runcard.domain.playbooks.page.blocks import Section
from runcard.domain.playbooks.times.clauses import sentences

WAITS = re.compile(
    r"\b(?:sleep|wait|until|rollout\s+status|Start-Sleep|services-stable|pg_isready)\b"
    r"|\s--(?:retry|wait)\b|\s-Wait\b"
)
# A step of a sequence, whatever it is called.
STEP = re.compile(r"\W*(?:\w{1,9}\s)?\d{1,2}(?:\.\d{1,2})*[.):：\s-]")
Placed = TypeVar("Placed", Said, Act)
CHAPTER = 2  # the level of the headings below the title
HEAD_LINES = 6
LOOKING = {"verify", "diagnosis"}  # below a change, either is there to see what became of it
WAYS_BACK = {"rollback", "way_back"}
BESIDE = 3  # words in which `every` and what it speaks of stand together
MOST_STEPS = 12  # of a sequence, after which its check is looked for
FAR = 60  # lines below a change
HEAD = 60  # signs in which a line tells what it is for


@dataclass(frozen=True, slots=True)
class Cases:
    """The runbooks of a document and its process, as lines from the first to the last; the reader
    of a command stays inside."""

    firsts: tuple[int, ...]
    lasts: tuple[int, ...]
    is_one: bool
    """The page knows no levels: it is about one case, and ends with the check of it."""
    told_for_all: bool
    """A sentence says that one check ends every procedure of the page, or a phase of the process is
    there for it."""
    told_for_ways_back: bool
    """A sentence says what is checked after every roll-back."""
    checked_at: int
    """The line of the last chapter that is there to check a repair, whatever was repaired."""

    def end_of(self, act: Act) -> int:
        """The last line of the case in which a command stands; that of its chapter elsewhere."""
        at = bisect_right(self.firsts, act.line) - 1
        return max(self.lasts[at] if at >= 0 else 0, act.section.end)


def cases_of(playbook: Playbook, facts: Facts) -> Cases:
    """The runbooks; the phases of the process together are a case, too."""
    books = [
        (book.line, book.end_line)
        for book in playbook.runbooks
        if book.end_line and book.kind is not RunbookKind.INLINE_MITIGATION
    ]
    ends = [phase.end_line or phase.line for phase in playbook.phases]
    if ends:
        books.append((playbook.phases[0].line, max(ends)))
    kept: list[tuple[int, int]] = []
    for first, last in sorted(books):
        if not kept or last > kept[-1][1]:
            kept.append((first, last))
    firsts, lasts = tuple(first for first, _ in kept), tuple(last for _, last in kept)
    spoken = (*facts.said_of("prose", "procedures"), *facts.said_of("prose", "after_incident"))
    told = any(_is_for_all(said.text, facts) or is_shown_to_all(said, facts) for said in spoken)
    told = told or any(_is_phase_of_checks(phase, facts) for phase in playbook.phases)
    told = told or end_in_a_check(playbook.phases, facts)
    back = facts.said_of("prose", "after_rollback")
    return Cases(
        firsts, lasts, is_one=not playbook.severities, told_for_all=told,
        told_for_ways_back=any(_is_for_ways_back(said, facts) for said in back),
        checked_at=_last_chapter_of_checks(playbook, facts),
    )  # fmt: skip


def _last_chapter_of_checks(playbook: Playbook, facts: Facts) -> int:
    """`Verify the fix`, in none of the runbooks and with commands that look, and not among what is
    only looked up; 0 where there is none."""
    books = [(book.line, book.end_line) for book in playbook.runbooks if book.end_line]
    chapters = (
        section.line
        for section in facts.page.sections
        if _checks_a_repair(section, facts)
        and any(_shows(act, facts) for act in facts.acts_in(section))
        and not any(first < section.line <= last for first, last in books)
        and (_is_after_any(section, facts) or section.line not in {first for first, _ in books})
    )
    return max(chapters, default=0)


def _checks_a_repair(section: Section, facts: Facts) -> bool:
    """Its title speaks of both, or is the word for such a check and a chapter of the page; `After
    any repair` is read wherever it stands."""
    if _is_after_any(section, facts):
        return True
    if "reference" in facts.about(section):
        return False
    known = facts.words.lint.get("parts")
    if section.level == CHAPTER and known and known.exactly(section.title) == "verify":
        return True
    return section.level >= CHAPTER and facts.speaks("parts", section.title) >= {"mend", "verify"}


def _is_after_any(section: Section, facts: Facts) -> bool:
    """`After any repair`, as a heading."""
    return section.level >= CHAPTER and "after_incident" in facts.speaks("prose", section.title)


def _is_for_all(text: str, facts: Facts) -> bool:
    """`This check holds for all instructions below`: `each` beside the word for procedures; or
    `after any incident, verify`."""
    if "after_incident" in facts.speaks("prose", text):
        return bool(facts.speaks("setting", text) & {"verify", "proof"})
    if not facts.speaks("prose", text) >= {"each", "procedures"}:
        return False
    return any(_is_told_of_each(sentence, facts) for sentence in sentences(text))


def _is_for_ways_back(said: Said, facts: Facts) -> bool:
    """`After a rollback, watch the lamp`, in the chapter about all of them."""
    chapter = said.section
    if chapter.level != CHAPTER or not facts.speaks("setting", chapter.title) & WAYS_BACK:
        return False
    return bool(facts.speaks("setting", said.text) & {"verify", "proof"})


def _is_phase_of_checks(phase: Phase, facts: Facts) -> bool:
    """`Phase 4: Verify that it is solved`, or a step of it that is called so, with commands that
    look: every case goes through it."""
    inside = _between(facts.acts, phase.line, phase.end_line or phase.line)
    return any(
        facts.speaks("parts", name[:HEAD]) & {"verify"}
        for act in inside
        if _shows(act, facts)
        for name in (phase.title, act.section.title, facts.label_above(act.block))
    )


def _is_told_of_each(sentence: str, facts: Facts) -> bool:
    words = sentence.split()
    pairs = (" ".join(words[at : at + BESIDE]) for at in range(len(words)))
    of_each = any(facts.speaks("prose", pair) >= {"each", "procedures"} for pair in pairs)
    checks = facts.speaks("parts", sentence) & {"verify", "diagnosis"}
    return of_each and bool(checks or facts.speaks("setting", sentence) & {"proof"})


def is_proved_below(act: Act, cases: Cases, facts: Facts) -> bool:
    """A sentence, a step, a heading or another command further down looks at what has become of it;
    or the words above say until when it is done."""
    label = facts.label_above(act.block) if act.block else facts.page.lines[act.line - 1]
    if facts.speaks("setting", f"{label} | {act.title}") & {"awaited"}:
        return True
    if _is_told_for_all(act, cases, facts) or is_measured_above(act, facts):
        return True
    if ends_in_an_order_to_look(act, facts):
        return True
    last = _last_line(act, cases, facts)
    return any(
        _tells(section, act, last, facts)
        for section in _from(act.section, last, facts)
        if _goes_on(section, act, facts)
    )


def _is_told_for_all(act: Act, cases: Cases, facts: Facts) -> bool:
    """`Every recipe ends with the same check`, at the head of the chapter."""
    if cases.told_for_all or (act.line < cases.checked_at and not _puts_data_back(act)):
        return True
    if cases.told_for_ways_back and facts.speaks("setting", act.section.title) & WAYS_BACK:
        return True
    above = (one for one in facts.page.path(act.section)[1:] if one.level > 1)
    return any(
        "proof" in facts.speaks("setting", said.text) and "each" in facts.speaks("prose", said.text)
        for section in above
        for said in islice(facts.said_in(section), HEAD_LINES)
    )


def _puts_data_back(act: Act) -> bool:
    """That all services answer again says nothing of what is in the data."""
    return is_restore(act) or "restore" in act.text


def _goes_on(section: Section, act: Act, facts: Facts) -> bool:
    """The case is continued there: below the same heading, in a named part, or in the next step;
    what stands beside it is another way."""
    if section.level > act.section.level or closes_its_case(section, act, facts):
        return True
    named = facts.words.lint["parts"].exactly(section.title) is not None
    checks = facts.speaks("parts", section.title) & {"verify"}
    return bool(named or checks or STEP.match(section.title)) or _only_looks(section, facts)


def _only_looks(section: Section, facts: Facts) -> bool:
    """A part with commands of which none changes anything is there to see, by whatever name."""
    acts = facts.acts_in(section)
    return bool(acts) and all(_shows(act, facts) for act in acts)


def _last_line(act: Act, cases: Cases, facts: Facts) -> int:
    """The end of the case, or of the chapter beside it or beside its own that is there to check."""
    last = max(cases.end_of(act), end_of_closing_check(act, facts))
    if act.section.level > PART_LEVEL:
        last = max(last, *(part.end for part in facts.page.under(facts.page.path(act.section)[1])))
    above = facts.page.path(act.section) if act.section.level >= 3 else ()
    for place in above if cases.is_one else above[:1]:
        following = next(_beside(place, facts), None)
        if following and facts.speaks("parts", following.title) & {"verify"}:
            last = max(last, following.end)
    if STEP.match(act.section.title):
        last = max(last, _end_of_check(act.section, facts))
    return min(last, act.end_line + FAR)


def _end_of_check(step: Section, facts: Facts) -> int:
    """The last line of `Did it work?`, where that follows the steps of a sequence; else none."""
    for other in islice(_siblings(step, facts), MOST_STEPS):
        if not STEP.match(other.title):
            return other.end if facts.speaks("parts", other.title) & {"verify"} else 0
    return 0


def _from(section: Section, last: int, facts: Facts) -> Iterator[Section]:
    for other in islice(facts.page.sections, section.index, None):
        if other.line > last:
            return
        yield other


def _beside(section: Section, facts: Facts) -> Iterator[Section]:
    """The following heading under the same parent."""
    for other in islice(facts.page.sections, section.index + 1, None):
        if other.level <= section.level:
            if other.parent == section.parent:
                yield other
            return


def _siblings(section: Section, facts: Facts) -> Iterator[Section]:
    """The headings of its level that follow, down to the end of their chapter."""
    for other in islice(facts.page.sections, section.index + 1, section.index + FAR):
        if other.level < section.level:
            return
        if other.level == section.level:
            yield other


def _tells(section: Section, act: Act, last: int, facts: Facts) -> bool:
    if section is not act.section and facts.speaks("parts", section.title[:HEAD]) & LOOKING:
        return True
    first = act.end_line + 1
    said = _between(facts.said_in(section), first, last)
    acts = _between(facts.acts_in(section), first, last)
    return any(_is_a_look(one, facts) for one in said) or any(
        one.block != act.block and _shows(one, facts) for one in acts
    )


def _between(found: Sequence[Placed], first: int, last: int) -> Sequence[Placed]:
    """What begins on these lines, of things in the order of the page."""
    start = bisect_left(found, first, key=_line)
    return found[start : bisect_right(found, last, key=_line)]


def _line(one: Said | Act) -> int:
    return one.line


def _is_a_look(said: Said, facts: Facts) -> bool:
    told = facts.speaks("parts", said.text[:HEAD]) & LOOKING
    if told or facts.speaks("setting", said.text) & {"proof"}:
        return True
    return tells_what_to_see(said.line, facts)


def _shows(act: Act, facts: Facts) -> bool:
    """It looks, waits, or tries under a load how well all goes."""
    if looks(act, facts) or WAITS.search(act.text) is not None:
        return True
    risk = facts.risk(act)
    return risk is not None and "synthetic" in risk.flags

"""What stands where the time of a level is expected, and is none that anybody understands."""

import re
from collections.abc import Iterator, Sequence

from runcard.domain.playbooks.checks import other_clocks
from runcard.domain.playbooks.facts import Facts
from runcard.domain.playbooks.levels.mentions import keys_in
from runcard.domain.playbooks.model import Finding, Playbook, Severity
from runcard.domain.playbooks.times.clauses import Unread
from runcard.domain.playbooks.times.grammar import spans_in

LABEL = re.compile(r"[:：](?!//)")
QUOTED = re.compile(r"\s*[«“”„‟「『\"]")
FEWEST_LEVELS = 3  # of which the last may wait for anything
MOST_WORDS = 5  # behind a label, of which some are a time


def check(playbook: Playbook, facts: Facts) -> Iterator[Finding]:
    """Every phrase of which nobody can say when it is over."""
    for one in facts.unread:
        is_asked_for = not one.concept.startswith("cadence") and _is_asked_for(one, facts)
        is_message = QUOTED.match(one.text) is not None
        if is_message or not (is_asked_for or _speaks_of_time(one.text, facts)):
            continue
        # Where a person can read a time, only our clock stands still: no fault of the document.
        if facts.speaks("prose", one.text) & {"up_to"} or other_clocks.is_plain(one, facts):
            continue
        named = _levels_of(one, playbook.severities, facts)
        if _is_left_to_the_work(one, named, playbook.severities):
            continue
        if not spans_in(one.text, facts.words) and not _is_told_elsewhere(one, named, facts):
            yield facts.marked(facts.finding("RC103", one.line, f"“{one.text}”"), one.text)


def _is_asked_for(one: Unread, facts: Facts) -> bool:
    """A cell, or the few words behind a label; a sentence need not be a time."""
    line = facts.page.lines[one.line - 1]
    if line.lstrip().startswith("|"):
        return True
    is_sentence = one.text.rstrip().endswith((".", "。")) or len(one.text.split()) > MOST_WORDS
    return not is_sentence and LABEL.search(line.partition(one.text)[0]) is not None


def _levels_of(one: Unread, levels: Sequence[Severity], facts: Facts) -> list[Severity]:
    """Those that its line names; else the one it stands below."""
    keys = keys_in(facts.page.lines[one.line - 1], levels, facts.words)
    return [level for level in levels if level.key in keys] or _headed(one, levels, facts)


def _is_left_to_the_work(
    one: Unread, named: Sequence[Severity], levels: Sequence[Severity]
) -> bool:
    """What hurts least is done along with other work: `as agreed with the owner`."""
    below = [level for level in levels if level.line <= one.line]
    meant = named or below[-1:]
    is_least = len(levels) >= FEWEST_LEVELS and meant[:1] == [levels[-1]]
    return is_least and not any(map(str.isdigit, one.text))


def _is_told_elsewhere(one: Unread, named: Sequence[Severity], facts: Facts) -> bool:
    """The level has such a time in another line: this one is an example, or a remark."""
    if other_clocks.is_an_act(one, named, facts):
        return True
    field = one.concept.partition("_")[0]
    return bool(named) and all(_own(level, field) not in {None, one.line} for level in named)


def _headed(one: Unread, levels: Sequence[Severity], facts: Facts) -> list[Severity]:
    """The level above the line whose heading has the time already."""
    line = facts.section_of(one.line).line
    is_timed = bool(spans_in(facts.page.lines[line - 1], facts.words)) if line else False
    return [level for level in levels if level.line == line and is_timed]


def _own(level: Severity, field: str) -> int | None:
    """The line of a level's time of some kind."""
    times = {
        "response": level.response, "acknowledge": level.acknowledge,
        "resolution": level.resolution, "cadence": level.cadence,
    }  # fmt: skip
    time = times.get(field)
    return time.line if time is not None else None


def _speaks_of_time(text: str, facts: Facts) -> bool:
    """A number or a unit: `by mail` in a column about updates is no time."""
    return any(sign.isdigit() for sign in text) or bool(facts.words.units.all(text))

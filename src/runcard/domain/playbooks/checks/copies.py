"""How often data is copied, and which of the copies a promise of recovery can count on."""

import re
from dataclasses import dataclass

from runcard.domain.playbooks.facts import Facts
from runcard.domain.playbooks.times.clauses import sentences
from runcard.domain.playbooks.times.grammar import spans_in
from runcard.domain.playbooks.words import LINK

DAY = 86400
CLOCK = re.compile(r"(?<![\d:.])(?:[01]?\d|2[0-3])[:.h][0-5]\d(?![\d:]|\.\d)")
NEAR = 4  # lines between a promise and the sentence that tells how often a copy is made
FROM_A_DUMP = re.compile(
    r"\bpg_restore\b|\bmongorestore\b|\brestic\b[^\n]{0,200}\brestore\b|\bborg\s+extract\b"
    r"|\b(?:mysql|mariadb|psql)\b[^\n]{0,200}<[^\n]{0,200}\.(?:sql|dump)\b"
)
# What came after the copy is fed in again.
REPLAYS = re.compile(r"--reset-offsets|\breplay|\bmysqlbinlog\b|recovery_target", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Objective:
    """A line that says how long recovery takes, or how much may be lost."""

    line: int
    text: str
    seconds: int


def runs_on(concept: str, facts: Facts) -> bool:
    """Somewhere the data is copied all the time, and not in rounds."""
    return any(
        not any(span.is_period for span in spans_in(facts.page.lines[line - 1], facts.words))
        for line in facts.lines_of("objectives", concept)
    )


def lays_a_copy_back(one: Objective, facts: Facts) -> bool:
    """Its own commands read a dump: a second server that follows the first does not help them."""
    section = facts.section_of(one.line)
    acts = facts.acts_in(section)
    refilled = any(REPLAYS.search(act.text) for act in acts) or any(
        facts.speaks("objectives", said.text) & {"refilled"} for said in facts.said_in(section)
    )
    return not refilled and any(FROM_A_DUMP.search(act.text) for act in acts)


def from_last_night(one: Objective, facts: Facts) -> int | None:
    """The line of a step of the same chapter that takes the copy of the night."""
    for said in facts.said_in(facts.section_of(one.line)) if one.seconds < DAY else ():
        if said.line != one.line and facts.speaks("objectives", said.text) >= {
            "restores", "backup", "nightly",
        }:  # fmt: skip
            return said.line
    return None


def is_below_its_rhythm(one: Objective, facts: Facts) -> bool:
    """The lines beside it tell how often the data is copied, and none of the figures is as short;
    nor is it copied all the time there."""
    near = [
        text
        for said in facts.said_in(facts.section_of(one.line))
        if said.line != one.line and abs(said.line - one.line) <= NEAR
        for text in sentences(said.text)
        if facts.speaks("objectives", text) & {"backup", "logged", "streamed"}
    ]
    rounds = [
        [span.seconds for span in spans_in(text, facts.words) if span.seconds and span.is_period]
        for text in near
    ]
    taken = [seconds for each in rounds for seconds in each]
    always = any(
        not each and facts.speaks("objectives", text) & {"logged", "streamed"}
        for each, text in zip(rounds, near, strict=True)
    )
    return bool(taken) and not always and min(taken) > one.seconds


def is_beside_its_backup(one: Objective, facts: Facts) -> bool:
    """The line itself tells how often a copy is made, and it is less often."""
    if "backup" not in facts.speaks("objectives", one.text):
        return False
    taken = [s.seconds for s in spans_in(one.text, facts.words) if s.seconds and s.is_period]
    taken += [DAY] if facts.speaks("objectives", one.text) & {"nightly"} else []
    return bool(taken) and min(taken) > one.seconds


def chapters_with_links(facts: Facts) -> frozenset[int]:
    """Under these headings a page about backups is linked: the rhythm stands there."""
    return frozenset(
        facts.section_of(number).index
        for number, line in enumerate(facts.page.lines, 1)
        if "](" in line
        for found in LINK.finditer(line)
        if facts.speaks("objectives", found.group()) & {"backup"}
    )


def follows_its_backup(one: Objective, facts: Facts) -> bool:
    """`Copied hourly: at most an hour is lost` says what that copy is worth, and promises nothing
    else."""
    label = one.text.partition(":")[0]
    return (
        label != one.text
        and "backup" in facts.speaks("objectives", label)
        and any(
            span.is_period and span.seconds == one.seconds for span in spans_in(label, facts.words)
        )
    )


def is_daily(text: str, facts: Facts) -> bool:
    """Of a backup: a nightly one, or `the copy of 04:00`."""
    return bool(facts.speaks("objectives", text) & {"nightly"}) or CLOCK.search(text) is not None


def is_written_all_the_time(one: Objective, facts: Facts) -> bool:
    """`A copy every night, the log continuously. We lose at most 5 minutes`, in one line."""
    return facts.speaks("objectives", one.text) >= {"backup", "continuous"}


def is_of_a_second_server(one: Objective, facts: Facts) -> bool:
    """`Promote the second pump: up to 20 s`: another takes over that has followed the first, and
    no copy is laid back."""
    spoken = facts.speaks("objectives", one.text)
    return "switches" in spoken and not spoken & {"backup", "restores"}

"""Backups that are laid over what is there, with no copy of it taken first."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace

from runcard.domain.playbooks.acts import Act
from runcard.domain.playbooks.checks.mild import DUMPS, loses_nothing
from runcard.domain.playbooks.checks.setting import is_warned, short
from runcard.domain.playbooks.facts import Facts
from runcard.domain.playbooks.model import Finding, Grade

LIVE = {"psql", "mysql", "mongorestore"}
RESTORES = {"pg_restore", "mongorestore", "restore"}
LISTS = {"ls", "find", "du", "df", "stat", "tree", "head", "tail", "sort", "grep", "wc"}
WITH_REPLACE = re.compile(r"(?i)\bRESTORE\s+DATABASE\b[\s\S]{0,600}\bREPLACE\b")
UNPACKED = re.compile(
    r"\b(?:zcat|gunzip|gzip|xzcat|zstdcat|bzcat|cat|pv)\s[^\n|]{1,200}\.(?:sql|dump)\b[^\n|]{0,80}"
    r"\|[^\n|]{0,200}\b(?:mysql|mariadb|psql)\b"
)
# It reads copies that are there, and makes none.
FETCHES = re.compile(r"\b(?:restic|borg)\b[^\n|;]{0,200}\b(?:snapshots|restore|list|extract)\b")
SAVES_ALL = re.compile(
    r"(?i)\bBACKUP\s+(?:DATABASE|LOG)\b|\bzfs\s+snapshot\b|\b(?:qm|etcdctl)\s+snapshot\b"
    r"|\bcreate-\w*-?snapshot\b|\bsnapshots?\s+create\b"
)
DROPS = re.compile(r"(?i)\bdropdb\b|\bDROP\s+DATABASE\b")
MADE_NEW = re.compile(r"(?i)\bcreatedb\b|\bCREATE\s+DATABASE\b|\bRENAME\s+TO\b")
BACKUP_FILE = re.compile(
    r"restore[\w.-]*\.(?:sh|py)\b|\.(?:sql|dump|bak|backup|rdb)\b|/backups?/", re.IGNORECASE
)

MOST_ABOVE = 40  # commands of a chapter above a restore


def is_restore(act: Act) -> bool:
    """Whether a backup is read back."""
    if act.language == "sql":
        return WITH_REPLACE.search(act.text) is not None
    if UNPACKED.search(act.text):
        return True
    for call in act.calls:
        if call.program in RESTORES or (call.program in LIVE and BACKUP_FILE.search(call.reads)):
            return True
        if "restore" in call.program and call.program.endswith((".sh", ".py")):
            return True
    return False


def restored(act: Act, facts: Facts) -> Iterator[Finding]:
    """A backup laid over the live data, and no copy of what is there now; where the loss is told,
    a warning."""
    if not is_restore(act) or loses_nothing(act, facts):
        return
    before = [one for one in facts.block_of(act) if one.place < act.place]
    saved = any(
        facts.speaks("setting", f"{one.text} {one.title}") & {"saves"}
        for one in before
        if not (FETCHES.search(one.text) or _only_lists(one))
    ) or any(map(_copies, (*before, *_in_blocks_above(act, facts))))
    if saved or _is_made_new((*before, act)):
        return
    found = facts.finding("RC731", act.line, f"“{short(act.text)}”")
    yield replace(found, grade=Grade.WARNING) if is_warned(act, facts) else found


def _only_lists(act: Act) -> bool:
    """`ls /backup`: where the copies lie, and none of what is there now."""
    return bool(act.calls) and LISTS.issuperset(
        call.program for call in act.calls if call.program != "ssh"
    )


def _copies(act: Act) -> bool:
    """What is there is dumped, saved by the database itself, or put aside."""
    return bool(SAVES_ALL.search(act.text)) or any(call.program in DUMPS for call in act.calls)


def _in_blocks_above(act: Act, facts: Facts) -> Sequence[Act]:
    """The commands of the blocks above it in its chapter."""
    above = [section for section in facts.page.path(act.section) if section.level > 1]
    begins = min((section.line for section in above), default=act.section.line)
    before = bisect_left(facts.acts, act.line, key=lambda one: one.line)
    near = facts.acts[max(before - MOST_ABOVE, 0) : before]
    return [one for one in near if one.block and one.block < act.block and one.line > begins]


def _is_made_new(before: Sequence[Act]) -> bool:
    """The database is made before it, or the old one put aside, and none was dropped."""
    made = any(MADE_NEW.search(one.text) for one in before)
    return made and not any(DROPS.search(one.text) for one in before)

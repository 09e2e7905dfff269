"""Backups that are laid over what is there, with no copy of it taken first."""

import re
from collections.abc import Iterator
from dataclasses import replace

from runcard.domain.playbooks.acts import Act
from runcard.domain.playbooks.checks.setting import is_about, is_warned, short
from runcard.domain.playbooks.command_checks.kept import is_kept, is_trial
from runcard.domain.playbooks.command_checks.mild import DUMPS, loses_nothing
from runcard.domain.playbooks.facts import Facts
from runcard.domain.playbooks.model import Finding, Grade

LIVE = {"psql", "mysql", "mongorestore"}
RESTORES = {"pg_restore", "mongorestore", "restore"}
WITH_REPLACE = re.compile(r"(?i)\bRESTORE\s+DATABASE\b[\s\S]{0,600}\bREPLACE\b")
UNPACKED = re.compile(
    r"\b(?:zcat|gunzip|gzip|xzcat|zstdcat|bzcat|cat|pv)\s[^\n|]{1,200}\.(?:sql|dump)\b[^\n|]{0,80}"
    r"\|[^\n|]{0,200}\b(?:mysql|mariadb|psql)\b"
    r"|\b(?:openssl\s+enc|gpg|age)\s(?:[^|]{1,300}\s)?(?:-d|--decrypt)\b[^|]{0,300}"
    r"(?:\|[^|]{0,80}){1,2}\b(?:mysql|mariadb|psql)\b"
)
# What would be done is shown, and nothing is written.
SHOWS_ONLY = ("--dry-run", "--dryrun", "--check", "--simulate")
DROPS = re.compile(r"(?i)\bdropdb\b|\bDROP\s+DATABASE\b")
MADE_NEW = re.compile(r"(?i)\bcreatedb\b|\bCREATE\s+DATABASE\b|\bRENAME\s+TO\b")
BACKUP_FILE = re.compile(
    r"restore[\w.-]*\.(?:sh|py)\b|\.(?:sql|dump|bak|backup|rdb)\b|/backups?/", re.IGNORECASE
)

# A step from one shape of the tables to the next; `pre-migration.sql` was saved before one.
MIGRATION = re.compile(r"(?:^|/)migrations?(?:/|[\w-]*\.sql$)", re.IGNORECASE)


def is_restore(act: Act) -> bool:
    """Whether a backup is read back."""
    if act.language == "sql":
        return WITH_REPLACE.search(act.text) is not None
    if UNPACKED.search(act.text):
        return True
    if is_trial(act) or any(call.has(*SHOWS_ONLY) for call in act.calls):
        return False
    for call in act.calls:
        if call.program in RESTORES or (call.program in LIVE and _is_a_backup(call.reads)):
            return True
        if "restore" in call.program and call.program.endswith((".sh", ".py")):
            return True
    return False


def asks_to_replace(act: Act) -> bool:
    """A restore asks only whether what is there may go, and that is what its warning tells."""
    return any("restore" in call.plain[:2] for call in act.calls)


def _is_a_backup(path: str) -> bool:
    return BACKUP_FILE.search(path) is not None and MIGRATION.search(path) is None


def restored(act: Act, facts: Facts) -> Iterator[Finding]:
    """A backup laid over the live data, and no copy of what is there now; where the loss is told,
    a warning."""
    if not is_restore(act) or loses_nothing(act, facts):
        return
    if is_kept(act, facts) or _is_made_new(act, facts):
        return
    found = facts.finding("RC731", act.line, f"“{short(act.text)}”")
    yield replace(found, grade=Grade.WARNING) if is_warned(act, facts) else found


def _is_made_new(act: Act, facts: Facts) -> bool:
    """Nothing is there yet: the words say that all is built anew, or the database is made before
    it, or the old one put aside, and none was dropped."""
    if is_about(act, facts, "built_anew"):
        return True
    before = [one for one in facts.block_of(act) if one.place <= act.place]
    made = any(MADE_NEW.search(one.text) for one in before)
    return made and not any(DROPS.search(one.text) for one in before)


def dumps_into(act: Act) -> bool:
    """Whether what a dump prints is fed to a database that lives."""
    names = {call.program for call in act.calls}
    return bool(names & DUMPS and names & LIVE)

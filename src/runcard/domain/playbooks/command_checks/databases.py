"""What is asked of a database that it does not know, or does in another way than was meant."""

import re
from collections.abc import Iterator

from runcard.domain.playbooks.acts import Act
from runcard.domain.playbooks.checks.setting import short
from runcard.domain.playbooks.facts import Facts
from runcard.domain.playbooks.model import Finding

OLD_COLUMN = re.compile(
    r"pg_stat_statements[\s\S]{0,400}?\b(?:total_time|mean_time|min_time|max_time)\b"
    r"|\b(?:total_time|mean_time)\b[\s\S]{0,200}?pg_stat_statements|\bprocpid\b"
    r"|\bcurrent_query\b",
    re.IGNORECASE,
)
OLD_IDLE = re.compile(r"""\bquery\s*(?:!=|<>|=)\s*'<idle>""", re.IGNORECASE)
DUMPED = re.compile(r"\.sql\b", re.IGNORECASE)
RESTART_ONLY = re.compile(
    r"ALTER\s+SYSTEM\s+SET\s+(max_connections|shared_buffers|wal_level"
    r"|max_worker_processes|max_wal_senders|shared_preload_libraries)\b",
    re.IGNORECASE,
)
SINGLE_USER = re.compile(r"\bSINGLE_USER\b", re.IGNORECASE)
RESTARTS = re.compile(
    r"\brestart\b[^\n]{0,60}(?:postgres|pgsql|patroni|db|database)"
    r"|(?:postgres|pgsql|patroni|pg_ctl|db|database)[^\n]{0,60}\brestart\b",
    re.IGNORECASE,
)
# Of SQL Server; in PostgreSQL somebody may have called a function so.
REPAIR = re.compile(
    r"\bREPAIR_(?:ALLOW_DATA_LOSS|REBUILD|FAST)\b|\bDBCC\b[^\n]*\bREPAIR_\w+", re.IGNORECASE
)


def check(facts: Facts) -> Iterator[Finding]:
    """Every word that this version, this setting or this tool of a database takes otherwise."""
    for act in facts.acts:
        yield from _databases(act, facts)


def _databases(act: Act, facts: Facts) -> Iterator[Finding]:
    for pattern in (OLD_COLUMN, OLD_IDLE):
        found = pattern.search(act.text)
        if found is not None:
            line = act.line + act.text[: found.start()].count("\n")
            yield facts.finding("RC741", line, f"“{' '.join(found.group().split())[:60]}”")
    yield from _database_tools(act, facts)
    restart = RESTART_ONLY.search(act.text)
    if restart is not None and not _is_restarted_below(act, facts):
        yield facts.finding("RC837", act.line, restart.group(1))
    if REPAIR.search(act.text) and not any(
        SINGLE_USER.search(one.text) for one in facts.block_of(act)
    ):
        yield facts.finding("RC838", act.line, f"“{short(act.text)}”")


def _is_restarted_below(act: Act, facts: Facts) -> bool:
    """A later command under the same heading restarts the server."""
    below = (one for one in facts.acts_in(act.section) if one.line > act.end_line)
    return any(RESTARTS.search(one.text) for one in below)


def _database_tools(act: Act, facts: Facts) -> Iterator[Finding]:
    for call in act.calls:
        removes = any(word.upper() in {"DEL", "UNLINK"} for word in call.words)
        if call.program == "redis-cli" and removes and any("*" in word for word in call.words):
            yield facts.finding("RC844", act.line, f"“{short(act.text)}”")
        if call.program == "pg_restore" and any(DUMPED.search(word) for word in call.words):
            yield facts.finding("RC742", act.line, f"“{short(act.text)}”")
        own = call.program == "pg_basebackup" and call.value("-h", "--host")
        if own and _is_rebuilt(own, act, facts):
            yield facts.finding("RC836", act.line, f"“{short(act.text)}”")


def _is_rebuilt(host: str, act: Act, facts: Facts) -> bool:
    """The host from which is copied is the one the page calls the standby."""
    return any(
        host in facts.page.lines[line - 1] for line in facts.lines_of("setting", "standby")
    ) and any(call.program == "rm" for one in facts.block_of(act) for call in one.calls)

"""Triggers that count every change of state, so that the timeline can be held against them."""

import json
from collections import Counter
from typing import Any

from sqlalchemy import text

from runcard.db.database import Database
from runcard.kernel.actor import Engine

ON_SQLITE = (
    "create table audit (incident_id text, what text)",
    """create trigger audit_opened after insert on incident
    begin insert into audit values (new.id, 'opened'); end""",
    """create trigger audit_state after update on incident when new.state <> old.state
    begin insert into audit values (new.id, new.state); end""",
    """create trigger audit_status after update on incident
    when new.status <> old.status and new.status <> 'resolved'
    begin insert into audit values (new.id, 'status_changed'); end""",
    """create trigger audit_severity after update on incident
    when new.severity is not old.severity
    begin insert into audit values (new.id, 'severity'); end""",
    """create trigger audit_role after update of commander on incident
    begin insert into audit values (new.id, 'role_taken'); end""",
)
ON_POSTGRESQL = (
    "create table audit (incident_id text, what text)",
    """create function audited() returns trigger language plpgsql as $$ begin
    if tg_op = 'INSERT' then insert into audit values (new.id, 'opened'); return new; end if;
    if new.state <> old.state then insert into audit values (new.id, new.state); end if;
    if new.status <> old.status and new.status <> 'resolved' then
      insert into audit values (new.id, 'status_changed'); end if;
    if new.severity is distinct from old.severity then
      insert into audit values (new.id, 'severity'); end if;
    return new; end $$""",
    """create function took_role() returns trigger language plpgsql as $$ begin
    insert into audit values (new.id, 'role_taken'); return new; end $$""",
    """create trigger audit_role after update of commander on incident
    for each row execute function took_role()""",
    """create trigger audit after insert or update on incident
    for each row execute function audited()""",
)
ENTRIES = """
select subject, kind, data from entry
where kind in ('opened', 'acknowledged', 'resolved', 'status_changed', 'role_taken',
               'severity_raised', 'severity_set')
"""
CHANGES = "select incident_id, what from audit"
KINDS = {"severity_raised": "severity", "severity_set": "severity"}
Counted = dict[tuple[str, str], int]


def install(database: Database) -> None:
    """Count from now on."""
    dialect = database.engines.writing.dialect.name
    for words in ON_SQLITE if dialect == "sqlite" else ON_POSTGRESQL:
        database.write(lambda work, words=words: work.tx.exec_driver_sql(words).close(), Engine())


def changes(database: Database) -> Counted:
    """How often each thing changed, by incident and kind."""
    return dict(Counter((row.incident_id, row.what) for row in asked(database, CHANGES)))


def entries(database: Database) -> Counted:
    """How often the timeline says so. A severity that is confirmed as it was is no change."""
    told = [(row.subject, row.kind, json.loads(row.data)) for row in asked(database, ENTRIES)]
    return dict(
        Counter(
            (subject, KINDS.get(kind, kind))
            for subject, kind, said in told
            if kind != "severity_set" or said["severity"] != said["was"]
        )
    )


def asked(database: Database, words: str) -> list[Any]:
    return database.read(lambda work: list(work.tx.execute(text(words))), Engine())

"""What SQL does: by its first words, by the functions it calls, and by a second reader's tree."""

import re
from collections.abc import Iterator

import sqlglot
from sqlglot import exp
from sqlglot.errors import SqlglotError

from runcard.domain.commands.model import Effect, Evidence, Reason, Risk
from runcard.domain.commands.rulebook import Outcome, SqlWords
from runcard.domain.commands.rules import applied, joined

LONGEST = 20_000
# A parser of this kind calls itself for each bracket; texts that nest deeper are not handed to it.
DEEPEST = 60
FUNCTION = re.compile(r"([A-Za-z_][\w.]*)\s*\(")
EXPLAIN = re.compile(
    r"(?i)\Aexplain\b\s*(\([^()]*\)|"
    r"(?:(?:analyze|verbose|extended|format\s*=\s*\w+)\s+)*)"
)
ANALYZE = re.compile(r"(?i)\banalyze\b(?!\s*(?:=\s*)?(?:false|off|0))")
CHANGES_INSIDE = re.compile(
    r"(?i)\b(?:delete\s+from|insert\s+into|update\s+[\w.\"]+(?:\s+(?:as\s+)?\w+)?\s+set|"
    r"merge\s+into|drop\s+|truncate\s+)"
)
BLOCK = re.compile(r"(?i)(?:do|execute|exec|begin|declare|call)\b")
TAKES_INSIDE = re.compile(
    r"(?i)\b(?:delete\s+from|truncate\s|drop\s+(?:table|database|schema|index|view|user|role)\b|"
    r"pg_terminate_backend|\w*(?:kill|drop|delete|purge|truncate|expire|remove)\w*\s*\()"
)
FROM = re.compile(r"(?i)\bfrom\b")
WHERE = re.compile(r"(?i)\bwhere\b")
LOCKS = re.compile(
    r"(?i)\bfor\s+(?:no\s+key\s+)?(?:update|share|key\s+share)\b|\block\s+in\s+share\s+mode\b"
)
INTO = re.compile(r"(?i)\binto\s+(?:outfile|dumpfile|table\b|temp\b|temporary\b|[@:]?[\w.\"\[#]+)")
# What sends a statement: `\G` does as a semicolon does.
SENT = re.compile(r";|\\[gG](?:exec|desc|set|x)?(?!\w)")
# A command of the console itself ends with its line: `\x` above a statement.
META_LINE = re.compile(r"(?m)^[ \t]*\\[A-Za-z?!][^\n;]*$")
READING = {"select", "with", "values", "table", "("}
ROLLBACK = re.compile(r"(?i)\A(?:rollback|abort)\b")
BEGIN = re.compile(r"(?i)\A(?:begin|start\s+transaction)\b")
ACTS = (exp.Insert, exp.Update, exp.Delete, exp.Drop, exp.Create, exp.Alter, exp.Merge, exp.Into)
DIALECTS = ("postgres", "mysql", "tsql", "clickhouse", "")
# What the other parser raises: its own faults, and those of a builder that met what it did not
# expect, such as the third argument of `generate_series` without a text in it.
UNREADABLE = (
    SqlglotError, RecursionError, ValueError,
    AssertionError, AttributeError, LookupError, TypeError,
)  # fmt: skip
OPAQUE = Outcome(
    Effect.MUTATING,
    flags=frozenset({"opaque"}),
    why="this SQL cannot be read, so it may change data",
)


def risk_of_sql(text: str, words: SqlWords) -> Risk:
    """The worst of the statements; what ends in ROLLBACK is undone by itself."""
    statements = list(split_statements(META_LINE.sub(r"\g<0>;", text)))
    risks = [risk_of_statement(masked, words) for _, masked in statements]
    risks += [_risk_of_block(written) for written, masked in statements if BLOCK.match(masked)]
    whole = joined(risks)
    starts = [masked for _, masked in statements]
    if len(starts) > 2 and BEGIN.match(starts[0]) and ROLLBACK.match(starts[-1]):
        undone = Outcome(Effect.MUTATING, Evidence.NONE, lowers=True, why="ends in ROLLBACK")
        return applied(whole, undone, "ROLLBACK")
    return whole


def _risk_of_block(written: str) -> Risk:
    """A block that runs at once: what it would delete stands in its quotes."""
    if TAKES_INSIDE.search(written) is None:
        return Risk()
    gone = Outcome(Effect.DESTRUCTIVE, Evidence.DESTROYS, why="deletes data in a block")
    return applied(Risk(), gone, " ".join(written.split())[:60])


def split_statements(text: str) -> Iterator[tuple[str, str]]:
    """Each statement as written, and with its strings and comments blanked out."""
    masked = _masked(text)
    start = 0
    for end, behind in [*(_end_of(found) for found in SENT.finditer(masked)), (len(masked),) * 2]:
        if masked[start:end].strip():
            lead = len(masked[start:end]) - len(masked[start:end].lstrip())
            yield text[start + lead : end].strip(), masked[start + lead : end].strip()
        start = behind


def _end_of(sent: re.Match[str]) -> tuple[int, int]:
    """Where a statement ends, and where the next begins; `\\G` belongs to the one it sends."""
    return (sent.start() if sent.group() == ";" else sent.end()), sent.end()


def _masked(text: str) -> str:
    """The same length, without the insides of strings and comments."""
    out: list[str] = []
    at = 0
    while at < len(text):
        end, kept = _opaque_part(text, at)
        if end == at:
            out.append(text[at])
            at += 1
            continue
        inside = text[at:end]
        out.append(inside[0] + " " * (len(inside) - 2) + inside[-1] if kept else " " * len(inside))
        at = end
    return "".join(out)


def _opaque_part(text: str, at: int) -> tuple[int, bool]:
    """Where a string or a comment that begins here ends; the same place if none begins."""
    pair = text[at : at + 2]
    if pair == "--" or (text[at] == "#" and text[at - 1 : at] in {"", "\n"}):
        return _end(text.find("\n", at), text), False
    if pair == "/*":
        return _end(text.find("*/", at + 2), text, 2), False
    if text[at] in "'`":
        return max(_end(text.find(text[at], at + 1), text, 1), min(at + 2, len(text))), True
    if pair == "$$":
        return _end(text.find("$$", at + 2), text, 2), True
    return at, False


def _end(found: int, text: str, extra: int = 0) -> int:
    return len(text) if found < 0 else found + extra


def risk_of_statement(statement: str, words: SqlWords) -> Risk:
    """One statement whose strings are blanked out."""
    explained = EXPLAIN.match(statement)
    if explained:
        inner = risk_of_statement(statement[explained.end() :].strip(), words)
        return inner if ANALYZE.search(explained.group()) else Risk()
    subject = " ".join(statement.split())[:60]
    for pattern, outcome in words.statements:
        if pattern.match(statement):
            told = applied(Risk(), outcome, subject)
            return joined([told, _whole_table(statement, subject)])
    first = re.match(r"\(|\w*", statement)
    if first is None or first.group().lower() not in READING:
        return applied(Risk(), OPAQUE, subject)
    return _risk_of_query(statement, subject, words)


def _whole_table(statement: str, subject: str) -> Risk:
    """An UPDATE without WHERE changes every row."""
    if not re.match(r"(?i)update\b", statement) or WHERE.search(statement):
        return Risk()
    flags = frozenset({"no_where", "irreversible"})
    return applied(
        Risk(), Outcome(Effect.DESTRUCTIVE, flags=flags, why="changes every row"), subject
    )


def _risk_of_query(statement: str, subject: str, words: SqlWords) -> Risk:
    """A SELECT looks, unless a part of it or a function acts."""
    parts = [Risk(reasons=(Reason(Effect.READ_ONLY, subject, "looks at data"),))]
    for found in CHANGES_INSIDE.finditer(statement):
        verb = found.group().lower()
        gone = not verb.startswith(("insert", "update"))
        effect = Effect.DESTRUCTIVE if gone else Effect.MUTATING
        evidence = Evidence.DESTROYS if gone else Evidence.NONE
        parts.append(
            applied(Risk(), Outcome(effect, evidence, why="changes data in a query"), subject)
        )
    if LOCKS.search(statement):
        parts.append(applied(Risk(), Outcome(Effect.MUTATING, why="locks rows"), subject))
    if INTO.search(statement):
        parts.append(applied(Risk(), Outcome(Effect.MUTATING, why="writes a result"), subject))
    parts += _functions(statement, words)
    if joined(parts).effect is Effect.READ_ONLY and not _second_reader_agrees(statement):
        parts.append(applied(Risk(), OPAQUE, subject))
    return joined(parts)


def _functions(statement: str, words: SqlWords) -> Iterator[Risk]:
    for found in FUNCTION.finditer(statement):
        name = found.group(1).lower().rpartition(".")[2]
        acting = words.acting.get(name)
        if acting is not None:
            yield applied(Risk(), acting, name)
            if acting.effect is Effect.DESTRUCTIVE and FROM.search(statement):
                yield Risk(flags=frozenset({"outage"}))
        elif name not in words.functions:
            why = f"nobody said what the function {name} does"
            yield applied(Risk(), Outcome(Effect.MUTATING, why=why), name)


def _second_reader_agrees(statement: str) -> bool:
    """The other parser reads it in some dialect, and finds nothing in it that acts."""
    if len(statement) > LONGEST or statement.count("(") > DEEPEST:
        return False
    text = re.sub(r"\\(?:gx?|G|x|crosstabview)\b.*\Z", "", statement)
    for dialect in DIALECTS:
        try:
            tree = sqlglot.parse_one(text, read=dialect)
        except UNREADABLE:
            continue
        return not any(True for _ in tree.find_all(*ACTS))
    return False

"""From TOML to what all tables share: words for acts, SQL, places, languages, and outcomes."""

import re
from collections.abc import Mapping, Sequence
from typing import Any

from runcard.domain.commands.model import Effect, Evidence
from runcard.domain.commands.rulebook import Language, Order, Outcome, Places, SqlWords, Words

Table = Mapping[str, Any]


def outcome_of(table: Table) -> Outcome:
    effect, evidence = table.get("effect"), table.get("evidence")
    return Outcome(
        effect=None if effect is None else Effect[effect.upper()],
        evidence=None if evidence is None else Evidence[evidence.upper()],
        bounded=table.get("bounded"),
        interactive=table.get("interactive"),
        flags=frozenset(table.get("flags", ())),
        without=frozenset(table.get("without", ())),
        lowers=table.get("lower", False),
        why=table.get("why", ""),
    )


def words_of(table: Table) -> Words:
    return Words(
        reads=frozenset(table.get("reads", ())),
        shown=frozenset(table.get("shown", ())),
        changes=frozenset(table.get("changes", ())),
        destroys=frozenset(table.get("destroys", ())),
        nouns=frozenset(table.get("nouns", ())),
        alarms={word: Effect[effect.upper()] for word, effect in table.get("alarms", {}).items()},
        calm=frozenset(table.get("calm", ())),
        loud=frozenset(table.get("loud", ())),
        asks=frozenset(table.get("asks", ())),
        never_names=frozenset(table.get("never_names", ())),
        begins=re.compile(table.get("begins", "(?!)")),
        named=patterned(table.get("named", ())),
    )


def sql_of(table: Table) -> SqlWords:
    return SqlWords(
        statements=patterned(table.get("statement", ())),
        functions=frozenset(table.get("functions", ())),
        acting={
            name: outcome_of(acting)
            for acting in table.get("acting", ())
            for name in acting["names"]
        },
        starts=re.compile(table.get("starts", "(?!)")),
    )


def places_of(table: Table) -> Places:
    return Places(
        paths=patterned(table.get("path", ())),
        emptied=patterned(table.get("emptied", ())),
        orders=tuple(
            Order(re.compile(one["match"]), whole(one["mild"]), outcome_of(one))
            for one in table.get("order", ())
        ),
        backups=re.compile(table.get("backups", "(?!)")),
        live=re.compile(table.get("live", "(?!)")),
    )


def programming_language_of(table: Table) -> Language:
    return Language(
        destroys=re.compile(table["destroys"]),
        changes=re.compile(table["changes"]),
        reads=frozenset(table["reads"]),
        calls_without_brackets=table.get("calls_without_brackets", False),
        planned=pattern_of(table.get("planned")),
        starts=pattern_of(table.get("starts")),
    )


def patterned(entries: Sequence[Table]) -> tuple[tuple[re.Pattern[str], Outcome], ...]:
    return tuple((re.compile(entry["match"]), outcome_of(entry)) for entry in entries)


def pattern_of(text: str | None) -> re.Pattern[str] | None:
    return None if text is None else re.compile(text)


def whole(text: str) -> re.Pattern[str]:
    return re.compile(f"(?:{text})\\Z")

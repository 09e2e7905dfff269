"""From TOML to the rules about tools. A table that is wrong is refused by its name."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial
from typing import Any

from runcard.domain.commands.model import Effect, Hints
from runcard.domain.commands.rulebook import Copies, Inner, Outcome, Rule, Tables, Tool, When
from runcard.domain.commands.shared_words_file import (
    Table,
    outcome_of,
    pattern_of,
    places_of,
    programming_language_of,
    sql_of,
    whole,
    words_of,
)
from runcard.kernel.errors import Invalid

GENERAL = ("words", "sql", "places", "languages", "environment")
TOOL_KEYS = {
    *{"names", "value_flags", "switches", "reader", "by_name", "long_dash", "slash", "fold"},
    *{"own_commands", "stops", "shown", "glued", "default", "when", "rule", "tests"},
}
OUTCOME_KEYS = {
    *{"effect", "evidence", "bounded", "interactive", "flags", "without", "lower", "why"},
}
WHEN_KEYS = OUTCOME_KEYS | {
    *{"has", "lacks", "bare", "with", "value", "word", "no_word", "min_words", "max_words"},
    *{"piped", "fed", "inner", "only", "dashes", "last"},
}
HINT_KEYS = {"bounded_form", "non_interactive", "undo", "capture", "preview"}
RULE_KEYS = (
    OUTCOME_KEYS
    | HINT_KEYS
    | {"verbs", "when", "inner", "writes", "writes_words", "only", "copies"}
)
INNER_KEYS = {"form", "after", "flags", "has", "lacks", "dashes", "stdin", "joined", "skip", "ends"}
UNKNOWN_VERB = Outcome(
    Effect.MUTATING, flags=frozenset({"opaque"}), why="the table does not know this verb"
)


class Toolbox(Mapping[str, Tool]):
    """Tools by name. A table is read when a tool of it is first asked for: there are hundreds, and
    a document names a few."""

    def __init__(self, files: Mapping[str, Table], words: Table) -> None:
        self._acts = words_of(words).acts
        self._shared: Mapping[str, str] = words.get("shared", {})
        self._tables: dict[str, tuple[str, Table]] = {}
        self._read: dict[str, Tool] = {}
        for file, table in files.items():
            for name in table["names"]:
                if name in self._tables:
                    raise Invalid(f"the table {file}.toml describes {name}, and so does another")
                self._tables[name] = file, table

    def __getitem__(self, name: str) -> Tool:
        if name not in self._read:
            file, table = self._tables[name]
            _refuse_strange_keys(file, table)
            whole_table = _spelled_out(table, self._shared)
            self._read.update({tool.name: tool for tool in _tools(whole_table, self._acts)})
        return self._read[name]

    def __contains__(self, name: object) -> bool:
        return name in self._tables

    def __iter__(self) -> Iterator[str]:
        return iter(self._tables)

    def __len__(self) -> int:
        return len(self._tables)


def tables_from(files: Mapping[str, Table]) -> Tables:
    """The rules of all files by their name without `.toml`.

    Raises Invalid for a tool that two files describe; and where a tool is first asked for, if its
    file has a key nobody reads.
    """
    words = words_of(files.get("words", {}))
    of_tools = {name: table for name, table in files.items() if name not in GENERAL}
    environment = files.get("environment", {})
    return Tables(
        tools=Toolbox(of_tools, files.get("words", {})),
        words=words,
        sql=sql_of(files.get("sql", {})),
        places=places_of(files.get("places", {})),
        languages={
            name: programming_language_of(table)
            for name, table in files.get("languages", {}).items()
        },
        harmless={name: whole(text) for name, text in environment.get("harmless", {}).items()},
        hooks=re.compile(environment.get("hooks", "(?!)")),
        examples=tuple(
            (style, re.compile(text)) for style, text in environment.get("examples", {}).items()
        ),
        interpreters=frozenset(environment.get("interpreters", ())),
        filters=frozenset(environment.get("filters", ())),
        programs_given={
            name: frozenset(flags) for name, flags in environment.get("programs_given", {}).items()
        },
        downloaders=frozenset(environment.get("downloaders", ())),
        decoders=frozenset(environment.get("decoders", ())),
        unnamed=frozenset(environment.get("unnamed", ())),
        everyday=frozenset(environment.get("everyday", ())),
        given=frozenset(environment.get("given", ())),
        device_looks=frozenset(environment.get("device_looks", ())),
        device_filters=frozenset(environment.get("device_filters", ())),
        device_lines=frozenset(environment.get("device_lines", ())),
        device_signs=frozenset(environment.get("device_signs", ())),
    )


def _spelled_out(part: Any, shared: Mapping[str, str]) -> Any:
    """`word = "@takes"` stands for a pattern that several tables share."""
    if isinstance(part, str):
        return shared.get(part, part)
    if isinstance(part, Mapping):
        return {key: _spelled_out(value, shared) for key, value in part.items()}
    return [_spelled_out(one, shared) for one in part] if isinstance(part, list) else part


def _tools(table: Table, acts: frozenset[str]) -> Iterator[Tool]:
    rules = tuple(_rule(rule) for rule in table.get("rule", ()))
    whens = tuple(_when(when) for when in table.get("when", ()))
    value_flags = frozenset(table.get("value_flags", ()))
    switches = frozenset(table.get("switches", ()))
    default = table.get("default")
    build = partial(
        Tool,
        fallback=UNKNOWN_VERB if default is None else outcome_of(default),
        value_flags=value_flags,
        switches=switches,
        glued=frozenset(table.get("glued", ())),
        known=value_flags | switches | frozenset(_flags_named(rules, whens)),
        reader=table.get("reader", False),
        by_name=table.get("by_name", False),
        own_commands=frozenset(table.get("own_commands", ())),
        long_dash=table.get("long_dash", False),
        slash=table.get("slash", False),
        fold=table.get("fold", False),
        stops=table.get("stops", False),
        acts=acts,
    )
    for name in table["names"]:
        shown = table.get("shown", name.split(" ")[0])
        own = _rules_of(name, rules)
        yield build(name=name, shown=shown, rules=own, whens=_whens_of(name, whens))


def _rules_of(name: str, rules: Sequence[Rule]) -> tuple[Rule, ...]:
    """The rules that speak for this tool of the table; one letter means another thing elsewhere."""
    kept = (rule for rule in rules if not rule.only or name in rule.only)
    return tuple(_rule_of(name, rule) for rule in kept)


def _rule_of(name: str, rule: Rule) -> Rule:
    whens = _whens_of(name, rule.whens)
    return rule if len(whens) == len(rule.whens) else replace(rule, whens=whens)


def _whens_of(name: str, whens: Sequence[When]) -> tuple[When, ...]:
    return tuple(when for when in whens if not when.only or name in when.only)


def _flags_named(rules: Sequence[Rule], whens: Sequence[When]) -> Iterator[str]:
    for rule in rules:
        yield from rule.writes
        for inner in rule.inner:
            yield from inner.flags
    for when in [*whens, *(when for rule in rules for when in rule.whens)]:
        yield from when.has | when.lacks | when.bare | when.together


def _rule(table: Table) -> Rule:
    return Rule(
        outcome=outcome_of(table),
        verbs=tuple(tuple(verb.split()) for verb in table.get("verbs", ())),
        whens=tuple(_when(when) for when in table.get("when", ())),
        inner=tuple(_inner(one) for one in _listed(table.get("inner", ()))),
        writes=frozenset(table.get("writes", ())),
        writes_words=table.get("writes_words", False),
        copies=_copies(table.get("copies")),
        hints=Hints(**{key: table[key] for key in HINT_KEYS if key in table}),
        only=frozenset(table.get("only", ())),
    )


def _copies(table: Table | None) -> Copies | None:
    if table is None:
        return None
    names = ("sources", "into", "keeps")
    return Copies(*(frozenset(table.get(name, ())) for name in names))


def _when(table: Table) -> When:
    return When(
        outcome=outcome_of(table),
        has=frozenset(table.get("has", ())),
        lacks=frozenset(table.get("lacks", ())),
        bare=frozenset(table.get("bare", ())),
        together=frozenset(table.get("with", ())),
        value=pattern_of(table.get("value")),
        word=pattern_of(table.get("word")),
        no_word=pattern_of(table.get("no_word")),
        min_words=table.get("min_words", 0),
        max_words=table.get("max_words"),
        piped=table.get("piped"),
        fed=pattern_of(table.get("fed")),
        inner=table.get("inner"),
        last=pattern_of(table.get("last")),
        dashes=table.get("dashes"),
        only=frozenset(table.get("only", ())),
    )


def _inner(table: Table) -> Inner:
    return Inner(
        form=table["form"],
        after=table.get("after"),
        flags=frozenset(table.get("flags", ())),
        has=frozenset(table.get("has", ())),
        lacks=frozenset(table.get("lacks", ())),
        dashes=table.get("dashes", False),
        stdin=table.get("stdin", False),
        joined=table.get("joined", False),
        skip=pattern_of(table.get("skip")),
        ends=table.get("ends", False),
    )


def _listed(one_or_more: Any) -> Sequence[Table]:
    return [one_or_more] if isinstance(one_or_more, dict) else one_or_more


def _refuse_strange_keys(file: str, table: Table) -> None:
    _refuse_unknown(file, table, TOOL_KEYS)
    rules = table.get("rule", ())
    for rule in rules:
        _refuse_unknown(file, rule, RULE_KEYS)
        for inner in _listed(rule.get("inner", ())):
            _refuse_unknown(file, inner, INNER_KEYS)
    for when in [one for part in (table, *rules) for one in part.get("when", ())]:
        _refuse_unknown(file, when, WHEN_KEYS)


def _refuse_unknown(file: str, table: Table, known: set[str]) -> None:
    if not known.issuperset(table):
        unknown = ", ".join(sorted(set(table) - known))
        raise Invalid(f"the table {file}.toml has a key nobody reads: {unknown}")

"""Variables that nothing in a document sets, and no word of it explains."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from runcard.domain.commands.model import Effect
from runcard.domain.playbooks.acts import Act
from runcard.domain.playbooks.checks.setting import is_bad, outside_single_quotes
from runcard.domain.playbooks.command_checks.sources import (
    has_source,
    is_case_number,
    is_told_with_its_name,
)
from runcard.domain.playbooks.facts import Facts
from runcard.domain.playbooks.model import Finding, Grade

# `$NAME` told by prose or a table.
EXPLAINED = re.compile(r"`\$?([A-Za-z_]\w*)`")
# `export CASE=<number>`, in a sentence of the first steps.
SET_ONCE = re.compile(r"`\s*(?:export\s+|set\s+)?([A-Za-z_]\w*)=[^`\n]{1,200}`")
REMARKED = re.compile(r"(?m)^\s*#+\s+(?:\w+\s+){0,4}?([A-Z][A-Z0-9_]{2,})(?![\w=])")
# `# 418; $PREV: the one before it`
REMARKED_BESIDE = re.compile(r"\s#\s[^\n]*?\$([A-Za-z_]\w*)\s*(?:[:=：]|is\b)")
# `"$SINCE"   # UTC, e.g. 2026-01-31T08:00:00Z`
REMARKED_WITH_EXAMPLE = re.compile(
    r"\$\{?([A-Za-z_]\w{0,60})\}?[\"']?[ \t]{1,20}#[^\n]{0,120}?"
    r"(?:e\.g\.|z\. ?B\.|p\. ?ex\.|p\.ej\.|por ej|por ex|par ex|bijv\.|例)"
)
VARIABLE = re.compile(r"(?<![\w\\$])\$(?:\{([A-Za-z_]\w*)(?![\w]*:?[-=?])\}|([A-Za-z_]\w*))")
SETS = re.compile(
    r"(?:^|[\s;(&|])(?:export\s+|local\s+|declare\s+(?:-\w+\s+)?)?([A-Za-z_]\w*)="
    r"|\bfor\s+([A-Za-z_]\w*)\s+in\b"
    r"|\bread\s+(?:-\w+\s+(?:\"[^\"\n]*\"\s+|'[^'\n]*'\s+)?)*((?:[A-Za-z_]\w*[ \t]*)+)"
)
# What a query of a document store calls its operators: `{count: {$gt: 3}}`.
OPERATOR = re.compile(r"[{,]\s{0,20}[\"']?\$\w{1,30}[\"']?\s{0,5}:")
GIVEN = {
    "ORACLE_BASE",
    "ORACLE_HOME",
    "JAVA_HOME",
    "KUBECONFIG",
    "HOME",
    "USER",
    "PATH",
    "PWD",
    "SHELL",
    "HOSTNAME",
    "EDITOR",
    "TMPDIR",
    "LANG",
    "RANDOM",
    "UID",
    "PPID",
    "OLDPWD",
    "TERM",
    "LOGNAME",
    "SECONDS",
    "false",
    "true",
    "null",
    "_",
}
# A line of settings for a web server, which sets its own variables: `proxy_set_header Host $host;`.
DIRECTIVE = re.compile(r"\s*[a-z]+(?:_[a-z]+)+\s[^|&=]*\$[^|&]*;\s*\Z")
# What is printed is what was asked for.
PRINTS = {"echo", "printenv"}


def check(facts: Facts) -> Iterator[Finding]:
    """A variable that no line of the document sets, once each, with every place it is used."""
    known = set(GIVEN)
    used: dict[str, list[Act]] = {}
    for act in facts.acts:
        if act.language != "shell" or act.is_inline:
            continue
        for groups in SETS.findall(act.text):
            known |= {name for names in groups for name in names.split()}
        for name in _variables(act):
            used.setdefault(name, []).append(act)
    explained = {
        name
        for pattern in (EXPLAINED, SET_ONCE, REMARKED, REMARKED_BESIDE, REMARKED_WITH_EXAMPLE)
        for name in pattern.findall(facts.text)
    }
    said = [one.text for one in facts.said if "$" in one.text]
    explained |= {name for name in used if is_told_with_its_name(name, said)}
    told: dict[tuple[int, bool], list[str]] = {}
    for name, acts in used.items():
        is_told = name in known or name in explained
        destroys = any(is_bad(act, facts, Effect.DESTRUCTIVE) for act in acts)
        is_told = is_told or (is_case_number(name, facts) and not destroys)
        if not is_told and not has_source(name, acts[0], facts):
            told.setdefault((acts[0].section.index, destroys), []).append(name)
    for (_, destroys), names in told.items():
        lines = [used[name][0].line for name in names]
        found = facts.over("RC710", lines, _shown(names, used), ", $".join(names))
        found = facts.marked(found, f"${names[0]}")
        yield replace(found, grade=Grade.WARNING) if destroys else found


def _shown(names: Sequence[str], used: Mapping[str, Sequence[Act]]) -> str:
    """Those of one section, each with every place it is used; what is used in the same lines stands
    together."""
    places: dict[str, list[str]] = {}
    for name in names:
        shown = ", ".join(map(str, dict.fromkeys(act.line for act in used[name])))
        places.setdefault(shown, []).append(f"${name}")
    return "; ".join(f"{', '.join(own)} in line {shown}" for shown, own in places.items())


def _variables(act: Act) -> Iterator[str]:
    """The names a shell fills in, less what a query calls its operators."""
    if DIRECTIVE.match(act.text) or _only_prints(act):
        return
    told = OPERATOR.sub(" ", outside_single_quotes(act.text))
    yield from (one or two for one, two in VARIABLE.findall(told))


def _only_prints(act: Act) -> bool:
    return bool(act.calls) and all(one.program in PRINTS and not one.writes for one in act.calls)

"""Values that a person must fill in before a command can run, and whether their source is shown."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from runcard.domain.commands.model import Effect
from runcard.domain.commands.requests import REQUEST
from runcard.domain.playbooks.acts import Act
from runcard.domain.playbooks.checks.setting import (
    in_reference,
    is_bad,
    outside_single_quotes,
    short,
)
from runcard.domain.playbooks.command_checks.shown_above import shows_what_runs
from runcard.domain.playbooks.command_checks.sources import has_source, is_beside
from runcard.domain.playbooks.facts import Facts
from runcard.domain.playbooks.model import Finding, Grade
from runcard.domain.playbooks.words import folded

ANGLE = re.compile(r"<[^\W\d][^<>|&;\n()=]{0,50}(?<!\s)>|(?<![<\w])<\w[\w .:/-]{0,40}(?<!\s)>")
# A figure in brackets is an index or, `rate(x[5m])`, a span of time.
BRACKET_URL = re.compile(r"https?://[^\s\"']*(?<!\\)\[(?=[^\W\d])[^\]\s]{1,40}\]")
BRACKET = re.compile(r"(?<=\s)\[[A-Za-z][\w -]{0,30}\](?=\s|$)")
# In front of a name that some databases write in brackets.
NAMED = re.compile(
    r"\b(?:group|table|database|schema|from|into|update|join|login|user|role|index|on|view|replica"
    r"|procedure|exec|use)\s+$",
    re.IGNORECASE,
)
CURLY = re.compile(r"(?<![$%\w{])\{[^\W\d][\w-]{1,40}\}(?!\})")
CURLY_VALUE = re.compile(r'(?<=")\{[a-z][a-z_]{1,40}\}(?=")')
ELLIPSIS = re.compile(r"(?:curl|wget)\b[^|;&]*\s(?:https?://)?(?:\.{3}|…)/")
# What a loop or `read` fills is a variable.
CAPITAL = re.compile(
    r"(?<![$\w{./-])(?<!\bfor )(?<!\bread )(?<!\bread -r )"
    r"(?:YOUR_[A-Z_]{2,30}|[A-Z]{2,20}_(?:NAME|ID|HERE|HASH|HOST|IP)"
    r"|(?:POD|NODE|HOST|SERVICE|TOPIC|BUCKET|NAMESPACE)_?NAME)(?![\w=(])"
)
WORD = re.compile(r"[^\W\d_]{3,}")
PARTS = re.compile(r"[A-Z]?[a-z]{2,}|[A-Z]{2,}")  # of `gateId` or `GATE_ID`
# `OFFENDING_IP`, `source_ip`, `top source IPs`: too short for a word, and all the same the thing.
LETTERS = re.compile(r"(?<![A-Za-z])(?:ip|IP)s?(?![A-Za-z])")
# In front of a gap that is the rest of a name: `gate_<id>`.
BEGUN = re.compile(r"(?i)([^\W\d_]{3,})(?:[-_.@]|_id\s{0,3}=\s{0,3}'?)$")
# `for GATE in north south east; do`: all there are.
NAMES_ALL = re.compile(
    r"\bfor\s+([A-Za-z_]\w{2,40})\s+in((?:\s+[\"']?[A-Za-z][\w.-]{1,60}[\"']?){2,40})\s*(?:;|\n|$)"
)
# What somebody has just worked on: `git add <file>`.
WORKED_ON = re.compile(
    r"\bgit\s+(?:add|commit|diff|restore)\b[^|;&\n]{0,60}<[\w -]{0,20}(?:files?|paths?)>"
)
# `… FROM gate WHERE id =`: which gate.
ROW = re.compile(
    r"(?i)\b(?:from|update)\s+(?:\w+\.)?([^\W\d_]{3,})\b[^;]{0,200}\bwhere\s+id\s*=\s*'?$"
)
# Words for people, up to a gap in them: whoever writes them knows what he means.
MESSAGE = re.compile(
    r"(?:\bgit\s[^\n\"']{0,200}\s-\w{0,2}m|\s--(?:message|reason|comment|description|title|note))"
    r"[ =](?:\"[^\"\n]*|'[^'\n]*)$"
)
# A note is written into a file; its gaps are filled by whoever found it out.
NOTE = re.compile(r"\s*cat\s[^\n]{0,200}\.(?:md|txt)\b[^\n]*(?=\n)")
CODE = re.compile(r"`([^`\n]{1,60})`")
# A line of its own that is there to be filled in, before what makes use of it.
PARAMETER = re.compile(r"(?:export\s+)?[A-Z][A-Z0-9_]{0,40}=[\"']?<[^<>\n]{1,60}>[\"']?(?:\s+#.*)?")
# Tools of a cluster, and how they look into all of it.
CLUSTERS = {"kubectl", "oc", "helm", "flux"}
EVERYWHERE = ("-A", "--all-namespaces")
LISTS = {"get", "list", "ls"}
SHOWN = 60  # lines of a log above a command
NEAR = 30  # commands above one, among which its source is looked for


@dataclass(frozen=True, slots=True)
class Gap:
    """A token in a command that a person replaces by a value."""

    token: str
    line: int
    act: Act
    is_written: bool = False
    """Taken for the value itself: no shell and no server refuses it."""


@dataclass(frozen=True, slots=True)
class Known:
    """What the document tells of values, wherever it does."""

    explained: frozenset[str]
    """Code that stands in sentences."""
    gone_through: frozenset[str]
    """Names of things of which all are named in a loop."""
    shown: dict[int, list[tuple[int, str]]]
    """What logs say, by the section it is shown in."""


def check(facts: Facts) -> Iterator[Finding]:
    """Every gap in a command: one finding for a value, wherever its block uses it again."""
    told: set[str] = set()
    explained = {token for line in facts.page.lines for token in CODE.findall(line[:2000])}
    known = Known(frozenset(explained), frozenset(_named_in_loops(facts)), _shown(facts))
    settled: set[tuple[int, str]] = set()
    at = 0
    for group in _grouped(facts):
        near = facts.acts[max(at - NEAR, 0) : at + len(group)]
        at += len(group)
        found = [gap for act in group for gap in _gaps(act, facts)]
        gaps = [gap for gap in found if not _is_settled(gap, known, settled, facts)]
        new = [gap for gap in gaps if gap.token not in told and not _is_in_sight(gap, near, facts)]
        told |= {gap.token for gap in gaps}
        if new:
            tokens = {gap.token for gap in new}
            lines = [gap.line for gap in gaps if gap.token in tokens]
            yield _of_a_block(new, lines, facts)
    for act in facts.acts:
        yield from _in_addresses(act, facts)


def _is_in_a_shown_line(gap: Gap, known: Known) -> bool:
    """`[ALARM] gate=<id> tide=3`, in a block above that shows what a log says: `<gateId>`."""
    words = [one.lower() for one in PARTS.findall(gap.token)]
    thing = "_".join(words[:-1] if words[-1:] == ["id"] else words)
    if not thing:
        return False
    token = re.compile(rf"(?i)(?<![^\W_]){re.escape(thing)}(?:[-_]?id)?[=:]\s*[<\w]")
    shown = known.shown.get(gap.act.section.index, [])
    above = shown[: bisect_left(shown, gap.line, key=lambda one: one[0])]
    return any(token.search(text) for _, text in above[-SHOWN:])


def _shown(facts: Facts) -> dict[int, list[tuple[int, str]]]:
    """The lines of blocks in which nothing is run, by their section."""
    run = {act.block for act in facts.acts}
    found: dict[int, list[tuple[int, str]]] = {}
    for fence, section in facts.fences:
        if fence.line not in run:
            lines = enumerate(fence.lines, fence.line + 1)
            found.setdefault(section.index, []).extend(lines)
    return found


def _named_in_loops(facts: Facts) -> Iterator[str]:
    """`gate`, where a line of the document goes through all gates by their own names."""
    for act in facts.acts:
        for found in NAMES_ALL.finditer(act.text):
            yield folded(found.group(1))


def _is_settled(gap: Gap, known: Known, settled: set[tuple[int, str]], facts: Facts) -> bool:
    """Known where it stands, or further up in its section."""
    place = (gap.act.section.index, gap.token)
    if place not in settled and _is_plain(gap, known, facts):
        settled.add(place)
    return place in settled


def _is_plain(gap: Gap, known: Known, facts: Facts) -> bool:
    """Nobody who has read down to here asks what to write, or the text tells in so many words."""
    if gap.is_written:
        return False
    is_typed = REQUEST.match(gap.act.text.split("\n", 1)[0]) is None  # else it is an API's page
    if not is_typed or PARAMETER.fullmatch(gap.act.text.strip()) or in_reference(gap.act, facts):
        return True
    if any(gap.token in found.group() for found in WORKED_ON.finditer(gap.act.text)):
        return True
    if has_source(gap.token, gap.act, facts) or gap.token in known.explained:
        return True
    if _is_in_a_shown_line(gap, known):
        return True
    names = _names_of(gap, facts)
    return bool(names) and names <= known.gone_through


def _in_addresses(act: Act, facts: Facts) -> Iterator[Finding]:
    if ELLIPSIS.search(act.text):
        yield facts.finding("RC708", act.line, f"“{short(act.text)}”")
    bracket = BRACKET_URL.search(act.text)
    if bracket is not None:
        yield facts.marked(facts.finding("RC707", act.line, bracket.group()), bracket.group())


def _grouped(facts: Facts) -> list[list[Act]]:
    """The commands of a fence together, each one in a sentence by itself."""
    groups: dict[tuple[int, int], list[Act]] = {}
    for act in facts.acts:
        groups.setdefault((act.block, 0 if act.block else act.line), []).append(act)
    return list(groups.values())


def _of_a_block(gaps: Sequence[Gap], lines: Sequence[int], facts: Facts) -> Finding:
    named = ", ".join(dict.fromkeys(gap.token for gap in gaps))
    found = facts.over("RC701", lines, named, named)
    is_worse = any(_harms_as_it_stands(gap, facts) for gap in gaps)
    grade = Grade.ERROR if is_worse else Grade.WARNING
    return facts.marked(replace(found, grade=grade), gaps[0].token)


def _harms_as_it_stands(gap: Gap, facts: Facts) -> bool:
    """Taken for the value itself, by a command that changes something."""
    return gap.is_written and is_bad(gap.act, facts, Effect.MUTATING)


def _is_in_sight(gap: Gap, near: Sequence[Act], facts: Facts) -> bool:
    """A command or the sentence around it shows which is meant."""
    if _harms_as_it_stands(gap, facts):
        return False
    return _is_listed(gap, near, facts) or _is_in_words(gap, facts)


def _is_in_words(gap: Gap, facts: Facts) -> bool:
    """A person reads the sentence around it and writes the value; nothing is destroyed."""
    return gap.act.is_inline and not is_bad(gap.act, facts, Effect.DESTRUCTIVE)


def _is_listed(gap: Gap, near: Sequence[Act], facts: Facts) -> bool:
    """A command above it, in the same part of the document, lists such things."""
    names = _names_of(gap, facts)
    return any(
        one.line < gap.line
        and is_beside(one, gap.act)
        and (
            names & _named_in(one, facts)
            or _are_short_for(names, one)
            or (shows_what_runs(one) and _run(names, facts))
        )
        and (_is_asked(one) or not is_bad(one, facts, Effect.MUTATING))
        for one in near
    )


def _is_asked(act: Act) -> bool:
    """`# Which gate is stuck?`: what stands below that answers, whatever the tool."""
    return act.title.rstrip().endswith(("?", "？"))


def _names_of(gap: Gap, facts: Facts) -> set[str]:
    """What it is called; `<id>` by the word whose end it is, `gate_<id>`; a row by its table."""
    names = {
        word
        for word in WORD.findall(folded(gap.token))
        if not facts.speaks("values", word) & {"bare"}
    }
    before = gap.act.text.partition(gap.token)[0]
    begun, row = BEGUN.search(before), ROW.search(before)
    if row is not None:
        names.add(folded(row.group(1)))
    if LETTERS.search(gap.token):
        names.add("ip")
    return names or ({folded(begun.group(1))} if begun else set())


def _named_in(act: Act, facts: Facts) -> set[str]:
    """The words of a command that looks, or of the sentence it stands in, those of a list in the
    singular too; one that looks into every namespace shows them."""
    said = facts.page.lines[act.line - 1] if act.is_inline else act.title
    words = set(WORD.findall(folded(f"{said} {act.text}")))
    if any(call.program in CLUSTERS and call.has(*EVERYWHERE) for call in act.calls):
        words.add("namespace")
    if LETTERS.search(f"{said} {act.text}"):
        words.add("ip")
    return words | {word.removesuffix("s") for word in words}


def _are_short_for(names: set[str], act: Act) -> bool:
    """`<conf>`, below `get configurations`: the beginning of what is listed."""
    listed = {word.lower() for call in act.calls if call.verb in LISTS for word in call.objects}
    return any(word.endswith("s") and word.startswith(tuple(names)) for word in listed)


def _run(names: set[str], facts: Facts) -> bool:
    """`<service>`, `CONTAINER_NAME`."""
    return any(facts.speaks("values", name) & {"running"} for name in names)


def _gaps(act: Act, facts: Facts) -> Iterator[Gap]:
    note = NOTE.match(act.text)
    told = note.group() if note else act.text
    text = outside_single_quotes(told) if act.language == "shell" else told
    if BRACKET_URL.search(text):
        return
    found = list(ANGLE.finditer(text))
    if act.language in {"shell", "sql"} and not found:
        brackets = (one for one in BRACKET.finditer(text) if not NAMED.search(text[: one.start()]))
        found = [*CAPITAL.finditer(text), *brackets, *CURLY.finditer(text)]
        written = list(CURLY_VALUE.finditer(act.text)) if not found else []
        yield from (_gap(act, one, is_written=True) for one in written)
    for one in sorted(found, key=lambda one: one.start()):
        is_said = MESSAGE.search(text[: one.start()]) is not None
        if not is_said and not facts.speaks("values", one.group()[1:-1]) & {"data"}:
            yield _gap(act, one)


def _gap(act: Act, found: re.Match[str], *, is_written: bool = False) -> Gap:
    line = act.line + act.text[: found.start()].count("\n")
    return Gap(found.group(), line, act, is_written)

"""Files that commands read: made by no step, lying nowhere, or scripts that nobody can read."""

import re
from collections.abc import Iterator
from dataclasses import replace

from runcard.domain.commands.model import Effect
from runcard.domain.playbooks.acts import Act
from runcard.domain.playbooks.calls import Call
from runcard.domain.playbooks.checks.setting import is_bad
from runcard.domain.playbooks.facts import Facts
from runcard.domain.playbooks.model import Finding, Grade

FILE = re.compile(
    r"""-f\s+(?!-)([\w./-]+\.(?:sql|js|lua|cql))\b|(?:-w|-d|--data"""
    r"""|--write-out)\s+["']?@([\w./-]+)"""
    r"""|file://([\w./-]+)(?![\w./$-]|\$)"""
    r"""|\bansible-playbook\s+(?:-\S+\s+\S+\s+)*([\w./-]+\.ya?ml)\b|<\s*([\w-]+\.(?:sql"""
    r"""|js|ya?ml))\b"""
)
# A list for the work of the hour, which some step must have written.
LISTED = re.compile(
    r"""(?:\bdone\s*<|\bxargs\s+(?:-\S+\s+)*(?:-a|--arg-file)[ =]|\s--[\w-]+-(?:from|file)[ =]"""
    r"""|\$\(\s*(?:cat|<)|\bcat)\s*["']?"""
    r"""((?:/tmp/|/var/tmp/|[\w./-]{0,80}\$\{?\w+\}?/)[\w.-]{1,60})(?![\w./$-])"""
)
TELLING = 5  # words that say what a script does
COMMENTED = 2  # words of a comment above it
TRAILING = re.compile(r"\s#\s+(\S[^\n]*)")
# `db_YYYYMMDD.sql` stands for the newest of those there are.
DATED = re.compile(r"YYYY|yyyymm|\$\(date")
DUMPS = re.compile(r"(?:^|[_-])dump(?:all)?$|^(?:backup|export|pull)$")
DRY = re.compile(r"--dry[-_]run\b|--check\b|--diff\b")
MOST = 40  # files of a page that are looked for


def check(facts: Facts) -> Iterator[Finding]:
    """Every file that is read and that nobody made."""
    yield from _files(facts)
    yield from _never_written(facts)
    yield from _scripts(facts)


def _never_written(facts: Facts) -> Iterator[Finding]:
    """`done < /tmp/users.txt`, `--ids-from /tmp/ids`: no line above names the file."""
    seen: set[str] = set()
    for act in facts.acts:
        for found in LISTED.finditer(act.text):
            name = found.group(1)
            bare = name.rpartition("/")[2]
            line = act.line + act.text[: found.start(1)].count("\n")
            if name in seen or len(seen) >= MOST:
                continue
            seen.add(name)
            if _first_line(bare, facts) >= line and bare not in act.text[: found.start(1)]:
                yield facts.marked(facts.finding("RC769", line, name), name)


def _first_line(name: str, facts: Facts) -> int:
    """The first line of the page on which a file is named at all."""
    return facts.text.count("\n", 0, max(facts.text.find(name), 0)) + 1


def _files(facts: Facts) -> Iterator[Finding]:
    """A file that is read and that no line of the document makes or names a place for."""
    seen: set[str] = set()
    for act in facts.acts:
        for groups in FILE.findall(act.text):
            name = next(group for group in groups if group)
            if name in seen or name.startswith("/") or _is_made(name, act, facts):
                continue
            if _is_dumped_into(name, act):
                continue
            seen.add(name)
            found = facts.marked(facts.finding("RC769", act.line, name), name)
            own = any(call.program == "ansible-playbook" for call in act.calls)
            # Who is on call there has the repository of it at hand.
            yield replace(found, grade=Grade.INFO) if own else found


def _is_dumped_into(name: str, act: Act) -> bool:
    """`pg_dump -f gate.sql`: the command itself writes it."""
    dumps = (call for call in act.calls if any(DUMPS.search(one) for one in _named(call)))
    return any(call.value("-f") == name or call.value("--file") == name for call in dumps)


def _named(call: Call) -> tuple[str, ...]:
    return (call.program, *call.plain[:2])


def _is_made(name: str, act: Act, facts: Facts) -> bool:
    bare = name.rpartition("/")[2]
    for other in facts.acts:
        writes = any(call.writes.endswith(bare) for call in other.calls)
        if writes and other.block == act.block and other.title:
            return True  # `# Write it first, if it is not there`, whichever stands above
        if other is act or other.line > act.line:
            continue
        if _is_checkout(act, other):
            return True
        goes = other.block == act.block and other.text.startswith("cd ")
        if writes or goes:
            return True
    shown = (f"`{name}`", f"]({name}", f"# {bare}:")
    return DATED.search(bare) is not None or any(text in facts.text for text in shown)


def _is_checkout(act: Act, other: Act) -> bool:
    """The inventory lies beside it, and another command has gone to where both are."""
    inventory = next((call.value("-i") for call in act.calls if call.has("-i")), None)
    is_beside = bool(inventory) and not str(inventory).startswith(("/", "~"))
    return is_beside and other.text.startswith("cd ")


# In an address, `ssh://host/./archive`, it is none.
SCRIPT = re.compile(
    r"(?:^|\s|(?<!\w)/)(\.{1,2}/[\w./-]+|[\w./-]+\.(?:sh|ps1|py|rb|pl))(?=\s|$|['\"])"
)


DATA = re.compile(r"\.(?:txt|json|ya?ml|csv|xml|conf|env|pem|key|crt|log|md|t?gz|zip|sql)$")


def _is_installed(name: str, act: Act) -> bool:
    """It came with a program, or with the image of a container."""
    shipped = (name.startswith("/") and "/bin/" in name) or name.startswith(("/usr/", "/etc/"))
    bare = name.rpartition("/")[2]
    return shipped or any(
        call.inside and (name in call.words or call.program.rpartition("/")[2] == bare)
        for call in act.calls
    )


def _scripts(facts: Facts) -> Iterator[Finding]:
    """A script that changes something and that nobody can read from here, once each."""
    seen: set[str] = set()
    linking = "\n".join(line for line in facts.page.lines if "](" in line or "http" in line)
    for act in facts.acts:
        found = SCRIPT.search(act.text)
        if found is None or found.group(1) in seen or not is_bad(act, facts, Effect.MUTATING):
            continue
        name = found.group(1)
        if DATA.search(name):
            continue
        seen.add(name)
        bare = name.rpartition("/")[2]
        linked = (bool(linking) and bare in linking) or _is_installed(name, act)
        linked = linked or _is_described(bare, act, facts) or _only_writes(act, facts)
        if not linked and not DRY.search(act.text) and facts.speaks("verbs", bare) & {"heavy"}:
            yield facts.marked(facts.finding("RC755", act.line, name), name)


def _is_described(bare: str, act: Act, facts: Facts) -> bool:
    """A comment above or behind it says what it is for, or a sentence beside it begins with its
    name: "`load.py` sends ten orders and compares"."""
    behind = TRAILING.search(act.text)
    if behind is not None and len(behind.group(1).split()) >= COMMENTED:
        return True
    return len(act.title.split()) >= COMMENTED or any(
        said.text.lstrip("`*").startswith(bare) and len(said.text.split()) >= TELLING
        for said in facts.said_in(act.section)
    )


def _only_writes(act: Act, facts: Facts) -> bool:
    """What it does is not known, and its result goes to a place of its own."""
    risk = facts.risk(act)
    unknown = risk is not None and "opaque" in risk.flags
    return unknown and any(call.has("--out", "--output", "--report") for call in act.calls)

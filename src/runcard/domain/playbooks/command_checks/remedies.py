"""Remedies that make the named fault worse, or are aimed at something that was never looked for."""

import re
from collections.abc import Iterator

from runcard.domain.commands.model import Effect
from runcard.domain.playbooks.acts import Act
from runcard.domain.playbooks.checks.setting import case, is_bad, short, speaks_of_case
from runcard.domain.playbooks.command_checks.asking import looks
from runcard.domain.playbooks.command_checks.sources import acts_near_above
from runcard.domain.playbooks.facts import Facts
from runcard.domain.playbooks.model import Finding

STATE_ACTIVE = re.compile(r"pg_terminate_backend[\s\S]*state\s*=\s*'active'", re.IGNORECASE)
DATED = re.compile(r"\b[\w:/-]*20\d\d-?\d\d-?\d\d[\w-]*")
LATEST = re.compile(r"(?<!\S)\S*\blatest\b\S*")
# A copy of other data has no last state of its own to keep.
COPY = re.compile(r"\b(?:replica|standby|reader)\b|-(?:ro|rr|replica|standby)\b", re.IGNORECASE)
ONE_FILE = re.compile(r"[^*?\[{$]*\.\w{1,8}")
HUMP = re.compile(r"(?<=[a-z])(?=[A-Z])")
SKIPS = re.compile(
    r"(?:slave|replica)_skip_counter|--to-latest\b|--skip-final-snapshot", re.IGNORECASE
)
# The next version is given the traffic again; nothing is left out.
SHARES_OUT = re.compile(r"\bupdate-traffic\b")
NEAR = 20  # commands above one, among which is what looked for its value


def check(facts: Facts) -> Iterator[Finding]:
    """Every cure that does not fit its case."""
    for act in facts.acts:
        yield from _cures(act, facts)
        yield from _choices(act, facts)


def _cures(act: Act, facts: Facts) -> Iterator[Finding]:
    """A remedy that makes the named fault worse."""
    head = speaks_of_case(act, facts)
    if "memory" in head and re.search(r"\bscale\b\s+\S+\s+\+\d", act.text):
        yield facts.finding("RC816", act.line, f"“{short(act.text)}”")
    ends, comment = STATE_ACTIVE.search(act.text), _comment_below(act, facts)
    if (ends or comment is not None) and "connections" in head | _symptoms(act, facts):
        if ends:
            yield facts.finding("RC819", act.line, "state = 'active'")
        if comment is not None:
            yield facts.finding("RC817", comment, facts.page.lines[comment - 1].strip("# "))
    flushes = any(word.upper() in {"FLUSHDB", "FLUSHALL"} for c in act.calls for word in c.words)
    if flushes and "cache" in head and "outage" in head | _symptoms(act, facts):
        yield facts.finding("RC818", act.line, f"“{short(act.text)}”")
    of_a_copy = "snapshot" in act.text and COPY.search(f"{act.text} {_spelled_out(act, facts)}")
    if SKIPS.search(act.text) and not (of_a_copy or SHARES_OUT.search(act.text)):
        yield facts.finding("RC840", act.line, f"“{short(act.text)}”")


def _spelled_out(act: Act, facts: Facts) -> str:
    """All headings above, the humps of an alert's name apart."""
    return HUMP.sub(" ", case(act, facts))


def _symptoms(act: Act, facts: Facts) -> frozenset[str]:
    said = [one.text for one in facts.said_in(act.section)[:20] if one.line < act.line]
    return facts.speaks("setting", " | ".join(said)[:2000])


def _comment_below(act: Act, facts: Facts) -> int | None:
    """`Update POOL_MAX and restart`, in the block of a command; not where the server is first made
    to take more."""
    fence = facts.fence_of(act)
    if fence is None or facts.block_of(act)[-1] is not act or _has_seen_the_limit(act, facts):
        return None
    for at, text in enumerate(fence.lines, fence.line + 1):
        said = facts.speaks("setting", text) if text.lstrip().startswith("#") else frozenset()
        if said >= {"server_limit", "raise"}:
            return None
        if said >= {"pool_size", "raise"}:
            return at
    return None


def _has_seen_the_limit(act: Act, facts: Facts) -> bool:
    """How many the server takes was asked for above, in the same part of the document."""
    return any(
        "server_limit" in facts.speaks("setting", one.text) and looks(one, facts)
        for one in (*acts_near_above(act, facts), *facts.block_of(act))
        if one.line <= act.line
    )


def _choices(act: Act, facts: Facts) -> Iterator[Finding]:
    """An earlier step looks for the right one, and a fixed one is taken."""
    fixed = DATED.search(act.text) or LATEST.search(act.text)
    if fixed is None or "$" in fixed.group() or not is_bad(act, facts, Effect.MUTATING):
        return
    before = [one for one in facts.block_of(act) if one.place < act.place][-NEAR:]
    looked = [one for one in before if _looks_for(one, facts)]
    if looked:
        about = f"{fixed.group()}, though “{short(looked[-1].text)}” looks for it"
        yield facts.finding("RC822", act.line, about)


def _is_one_file(act: Act) -> bool:
    """`ls -lh /backup/just-made.gz` looks at one file, and not for one among many."""
    named = [word for call in act.calls if call.program == "ls" for word in call.plain]
    return bool(named) and all(ONE_FILE.fullmatch(word) for word in named)


def _looks_for(act: Act, facts: Facts) -> bool:
    lists = any(
        c.program in {"ls", "find"} or "describe" in " ".join(c.words[:3]) for c in act.calls
    )
    return (
        lists
        and not _is_one_file(act)
        and bool(facts.speaks("setting", f"{act.title} {act.text}") & {"saved"})
    )

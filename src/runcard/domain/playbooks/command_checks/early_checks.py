"""A check directly after a start: it asks too early."""

import re
from collections.abc import Iterator, Sequence

from runcard.domain.playbooks.acts import Act
from runcard.domain.playbooks.calls import Call
from runcard.domain.playbooks.checks.setting import BELOW, in_reference, said_between, short
from runcard.domain.playbooks.command_checks.asking import looks
from runcard.domain.playbooks.command_checks.endless import endless_code
from runcard.domain.playbooks.command_checks.follow_up import WAITS
from runcard.domain.playbooks.command_checks.restores import is_restore
from runcard.domain.playbooks.facts import Facts
from runcard.domain.playbooks.model import Finding

STARTS = {
    "restart", "start", "up", "undo", "rollback", "deploy", "apply", "scale", "reboot", "failover",
    "build",
}  # fmt: skip
TO_NOTHING = re.compile(r"(?:^|=)0$")
READS_CODE = re.compile(
    r"^\s*(?:npm|yarn|pnpm|bun)\s+(?:run\s+)?(?:lint|type-?check|test|check|build|dev)\b"
    r"|^\s*(?:make|just|cargo|go|mvn|gradle)\s+(?:lint|test|check|build|package)\b"
)


def check(facts: Facts) -> Iterator[Finding]:
    """In each block the first check that comes too early."""
    for block in facts.blocks:
        if not in_reference(block[0], facts):
            yield from _too_early(block, facts)


def _too_early(block: Sequence[Act], facts: Facts) -> Iterator[Finding]:
    """A health check directly after a start: it fails although all is well, or hits the old one."""
    for at, act in enumerate(block):
        earlier = block[max(at - 2, 0) : at]
        acting = [one for one in earlier if _starts(one) and not looks(one, facts)]
        started = [one for one in acting if not _is_ready_at_once(one, facts)]
        if not started or any(WAITS.search(one.text) for one in (*earlier, act)):
            continue
        before = started[-1]
        asks = any(call.program in {"curl", "wget", "http"} and not call.fed for call in act.calls)
        between = facts.page.lines[before.end_line : act.line - 1]
        told = [*between, facts.page.lines[act.line - 1], *_told_below(block, facts)]
        waited = any(facts.speaks("setting", text) & {"waits"} for text in told)
        passed = block[before.place + 1 : at]  # it takes its time
        waited = waited or any(is_restore(one) or endless_code(one) for one in passed)
        if asks and waited:
            return  # what holds for the first of two machines holds for the next
        if asks and not _has_data(act):
            yield facts.finding(
                "RC825", act.line, f"“{short(act.text)}” after “{short(before.text)}”"
            )
            return


def _told_below(block: Sequence[Act], facts: Facts) -> list[str]:
    """The words directly below a block: `First the one, wait for 200, then the other`."""
    last = block[-1].end_line
    return [one.text for one in said_between(block[0].section, last + 1, last + BELOW, facts)]


def _starts(act: Act) -> bool:
    return not reads_code(act) and any(
        set(call.plain[:3]) & STARTS or (call.program == "make" and "rollback" in call.plain)
        for call in act.calls
        if call.program not in {"curl", "echo", "grep"} and not is_emptied(call)
    )


def _is_ready_at_once(act: Act, facts: Facts) -> bool:
    """`systemctl restart nginx` returns when it answers."""
    names = [n for call in act.calls if call.program == "systemctl" for n in call.plain[1:]]
    return bool(names) and all(facts.speaks("setting", n) & {"ready_at_once"} for n in names)


def is_emptied(call: Call) -> bool:
    """Scaled to nothing, it answers nobody."""
    return "scale" in call.plain[:3] and any(map(TO_NOTHING.search, call.words))


def _has_data(act: Act) -> bool:
    return any(call.has("-d", "--data", "-X") for call in act.calls)


def reads_code(act: Act) -> bool:
    """The code of a working copy is read, or what is built of it: it says itself that it failed."""
    return READS_CODE.search(act.text) is not None

"""Whether a change is checked: not at all, too early, or not before it is loaded."""

import re
from collections.abc import Iterator, Sequence
from itertools import islice

from runcard.domain.commands.model import Effect
from runcard.domain.playbooks.acts import Act
from runcard.domain.playbooks.checks.setting import in_reference, short, verifies
from runcard.domain.playbooks.facts import Facts
from runcard.domain.playbooks.model import Finding, Playbook
from runcard.domain.playbooks.page.blocks import Section

STARTS = {
    "restart",
    "start",
    "up",
    "undo",
    "rollback",
    "deploy",
    "apply",
    "scale",
    "reload",
    "reboot",
    "failover",
    "build",
    "down",
    "stop",
}
TESTS_CONFIG = re.compile(
    r"\b(?:nginx|apachectl|apache2ctl|haproxy|httpd|named-checkconf|visudo|sshd)\b[^"
    r"|;&]*(?:-t\b|-c\b|configtest|-T\b)"
)
RELOADS = re.compile(
    r"\bnginx\s+-s\s+reload\b|\bsystemctl\s+reload\s+(?:nginx|haproxy|apache2"
    r"|httpd)\b|\bservice\s+(?:nginx|haproxy|apache2)\s+reload\b"
)
CASE = re.compile(r"(?:^|[:.-]\s*)(?:if|wenn|si|se)\s+\w", re.IGNORECASE)
ASKS = {
    "show",
    "list",
    "status",
    "get",
    "describe",
    "ls",
    "check",
    "info",
    "view",
    "health",
    "wait",
    "log",
    "logs",
    "validate",
    "verify",
}
WAITS = re.compile(
    r"\b(?:sleep|wait|until|rollout\s+status|Start-Sleep|services-stable|pg_isready)\b"
    r"|\s--(?:retry|wait)\b|\s-Wait\b"
)
KNOCKS = re.compile(
    r"^\s*(?:BEGIN|COMMIT|ROLLBACK|START TRANSACTION)\s*;?\s*$|\binvoke\b.*\b(?:ping|health)",
    re.IGNORECASE,
)
MOST_PARTS = 8
PUTS_BACK = {"uncordon", "resume", "unpause", "unfreeze", "thaw", "unmask", "unblock"}


def check(playbook: Playbook, facts: Facts) -> Iterator[Finding]:
    """Every change without a proof."""
    for block in facts.blocks:
        for part in () if in_reference(block[0], facts) else _alternatives(block):
            yield from _unchecked(part, facts)
        yield from _too_early(block, facts)
    for act in facts.acts:
        yield from _config(act, facts)


def _alternatives(block: Sequence[Act]) -> Iterator[Sequence[Act]]:
    """The block cut where a comment begins another case: `Step 3: if the API is slow`."""
    part: list[Act] = []
    for act in block:
        if part and CASE.search(act.title):
            yield part
            part = []
        part.append(act)
    yield part


def _unchecked(block: Sequence[Act], facts: Facts) -> Iterator[Finding]:
    """The last change of a block, with nothing after it that looks."""
    made = [act for act in block if changes(act, facts)]
    while made and _tidies(made[-1], facts, alone=len(made) == 1):
        made.pop()
    if not made:
        return
    last = made[-1]
    looked = [act for act in block if act.place > last.place and _looks(act, facts)]
    if looked or WAITS.search(last.text) or _checked_nearby(last, facts):
        return
    lines = [act.line for act in made]
    found = facts.finding("RC746", last.line, f"“{short(last.text)}”")
    yield found if len(lines) == 1 else facts.over("RC746", lines, f"“{short(last.text)}”")


def changes(act: Act, facts: Facts) -> bool:
    """Whether it changes something that a check could prove; not a copy, not the session itself."""
    risk = facts.risk(act)
    if risk is None or risk.effect < Effect.MUTATING:
        return False
    if risk.interactive and risk.effect < Effect.DESTRUCTIVE:
        return False
    if _only_asks(act, risk.flags, facts):
        return False
    copies = risk.flags & {"egress", "writes_file"} and risk.effect is Effect.MUTATING
    return (
        not copies
        and not risk.flags & {"session", "local", "synthetic"}
        and not verifies(act, facts)
    )


def _tidies(act: Act, facts: Facts, *, alone: bool) -> bool:
    """It puts a thing back: after a change, `uncordon`; alone, where the words above say so."""
    if alone:
        above = f"{facts.label_above(act.block)} | {act.title}"
        return bool(facts.speaks("setting", above) & {"undone"})
    return any(set(call.plain[:4]) & PUTS_BACK for call in act.calls)


def _looks(act: Act, facts: Facts) -> bool:
    """Whether it shows what has become of a change."""
    risk = facts.risk(act)
    if risk is None:
        return False
    bracket = act.text.strip(" ;\n").upper() in {"COMMIT", "BEGIN", "ROLLBACK"}
    reads = not bracket and (risk.effect is Effect.READ_ONLY or _only_asks(act, risk.flags, facts))
    asks_on = re.search(r"\b(?:until|while)\b", act.text) is not None
    return reads and ("wait" not in risk.flags or asks_on)


def _only_asks(act: Act, flags: frozenset[str], facts: Facts) -> bool:
    """A tool that no table knows, with a word that looks or none that acts; the bracket of a
    transaction."""
    if KNOCKS.search(act.text):
        return True
    named = any("check" in call.program for call in act.calls)
    asks = any(set(call.plain[:4]) & ASKS or call.has("--dry-run") for call in act.calls)
    does = facts.speaks("verbs", act.text.replace("_", " ")) & {"does"}
    return named or ("opaque" in flags and (asks or not does))


def _checked_nearby(act: Act, facts: Facts) -> bool:
    """A block, an entry or a label about checking stands below, under the same heading."""
    end = act.section.end
    if any(WAITS.search(one.text) for one in _later_in_the_case(act, facts)):
        return True
    following = _next_beside(act.section, facts) if act.section.level >= 3 else None
    if following is not None and facts.speaks("parts", following.title) & {"verify"}:
        return True
    for line in range(act.end_line + 1, min(end, act.end_line + 14) + 1):
        text = facts.page.lines[line - 1]
        is_heading = text.startswith("##")
        told = facts.speaks("parts", text[:60]) & {"verify", "diagnosis"}
        if told and (is_heading or text.lstrip().startswith(("**", "__"))):
            return True
        if is_heading:
            return False
        if facts.speaks("parts", text[:60]) & {"verify"} or facts.speaks("setting", text) & {
            "proof"
        }:
            return True
    return False


def _later_in_the_case(act: Act, facts: Facts) -> Iterator[Act]:
    """The commands of the parts that follow under the same runbook, such as its recovery."""
    section = act.section
    if not _is_a_part(section, facts):
        return
    for other in facts.page.sections[section.index + 1 : section.index + 1 + MOST_PARTS]:
        if other.parent == section.parent and _is_a_part(other, facts):
            yield from facts.acts_in(other)


def _is_a_part(section: Section, facts: Facts) -> bool:
    """Its whole title is the name of a part: `Containment`, `Recovery`."""
    known = facts.words.lint.get("parts")
    return known is not None and known.exactly(section.title) is not None


def _next_beside(section: Section, facts: Facts) -> Section | None:
    """The following heading under the same parent."""
    for other in islice(facts.page.sections, section.index + 1, None):
        if other.level <= section.level:
            return other if other.parent == section.parent else None
    return None


def _too_early(block: Sequence[Act], facts: Facts) -> Iterator[Finding]:
    """A health check directly after a start: it fails although all is well, or hits the old one."""
    for at, act in enumerate(block):
        earlier = block[max(at - 2, 0) : at]
        started = [one for one in earlier if _starts(one)]
        if not started or any(WAITS.search(one.text) for one in (*earlier, act)):
            continue
        before = started[-1]
        asks = any(call.program in {"curl", "wget", "http"} and not call.fed for call in act.calls)
        between = facts.page.lines[before.end_line : act.line - 1]
        waited = any(facts.speaks("setting", text) & {"waits"} for text in between)
        if asks and not waited and not _has_data(act):
            yield facts.finding(
                "RC825", act.line, f"“{short(act.text)}” after “{short(before.text)}”"
            )
            return


def _starts(act: Act) -> bool:
    return any(
        set(call.plain[:3]) & STARTS or (call.program == "make" and "rollback" in call.plain)
        for call in act.calls
        if call.program not in {"curl", "echo", "grep"}
    )


def _has_data(act: Act) -> bool:
    return any(call.has("-d", "--data", "-X") for call in act.calls)


def _config(act: Act, facts: Facts) -> Iterator[Finding]:
    if not RELOADS.search(act.text) or TESTS_CONFIG.search(act.text):
        return
    tested = any(
        TESTS_CONFIG.search(one.text)
        for one in facts.acts
        if one.block == act.block and one.place < act.place
    )
    if not tested:
        yield facts.finding("RC753", act.line, f"“{short(act.text)}”")

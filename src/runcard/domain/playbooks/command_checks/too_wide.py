"""Commands that reach more than was meant: all there is, or all at once."""

import re
from collections.abc import Iterator

from runcard.domain.commands.model import Effect
from runcard.domain.playbooks.acts import Act
from runcard.domain.playbooks.calls import Call
from runcard.domain.playbooks.checks.setting import (
    in_reference,
    is_bad,
    short,
    speaks_of_case,
    speaks_of_purpose,
)
from runcard.domain.playbooks.command_checks.restores import is_restore
from runcard.domain.playbooks.facts import Facts
from runcard.domain.playbooks.model import Finding
from runcard.domain.playbooks.words import folded

# A group of hosts that is restarted in one go, by the tools that reach several.
TOGETHER = (
    re.compile(r"\bansible\s+(?!all\b)[\w.-]+\s[^\n]{0,200}\bstate=(?:restarted|stopped)\b"),
    re.compile(r"\bansible\s+(?!all\b)[\w.-]+\s[^\n]{0,120}-m\s+reboot\b"),
    re.compile(
        r"\bRestart-Computer\b[^\n|]{0,120}-(?:ComputerName|CN)\s+[\w.-]+\s*,", re.IGNORECASE
    ),
    re.compile(r"\bscontrol\s+reboot\b[^\n]{0,200}\w\[\d+-\d+\]"),
    re.compile(
        r"\b(?:pdsh|clush)\s+(?:-\S+\s+)*(?:-a|-w\s*\S*\[)[^\n]{0,120}\b(?:reboot|restart)\b"
    ),
)
ONE_BY_ONE = re.compile(r"\s(?:-f\s*1|--forks[= ]1|--serial|-f1)\b|\bserial\b|--fanout[= ]1\b")
TABLE = r"[\w.`\"\[\]]{1,80}"
EVERY_ROW = re.compile(
    rf"\bUPDATE\s+(?:ONLY\s+)?{TABLE}\s+SET\s[^;]{{1,1500}}"
    rf"|\bDELETE\s+FROM\s+{TABLE}\s*(?=;|$|\")",
    re.IGNORECASE,
)
NARROWED = re.compile(r"\b(?:WHERE|LIMIT|FROM\s+\(|RETURNING|JOIN|USING|TOP)\b", re.IGNORECASE)
# A row that holds for the whole house is set as a whole.
ONE_ROW = re.compile(
    r"setting|config|flag|switch|toggle|option|param|maintenance|status_page", re.I
)
EVERY_OBJECT = re.compile(r"\b(?:kubectl|oc)\b[^\n|;]{0,120}\bdelete\s[^\n|;]{0,120}--all(?![\w-])")
EVERY_SESSION = re.compile(
    r"^\s*(?:#\s*)?clear\s+(?:ip\s+|ipv6\s+)?"
    r"(?:bgp|ospf|isis|ldp|rsvp|bfd|pppoe?|l2tp|subscribers?|dhcp|crypto)\b"
    r"[^\n]{0,60}\s(?:all|\*)\s*$"
)
NEXT = 2  # words behind `all`, of which one says of whom that is told
NOUN = re.compile(r"[^\W\d_]{4,}")
# `git checkout COMMIT`, and not a file of it.
MOVES = {"checkout", "reset"}
MOVED = 2
EVERY_FILE = re.compile(r"\bmv\s+(?:-\w+\s+)?(/[^\s*]{2,120})/\*\s+/")


def check(facts: Facts) -> Iterator[Finding]:
    """All services, hosts, rows, objects, sessions or files, where one was meant, or one after the
    other."""
    yield from _all_services(facts)
    for act in facts.acts:
        if _takes_every_host(act, facts) or _takes_every_member(act, facts):
            yield facts.finding("RC824", act.line, f"“{short(act.text)}”")
        if not in_reference(act, facts) and (_takes_rows(act, facts) or _takes_more(act, facts)):
            yield facts.finding("RC849", act.line, f"“{short(act.text)}”")
    for fence, _ in facts.fences:
        for line, text in enumerate(fence.lines, fence.line + 1):
            if EVERY_SESSION.search(text[:200]):
                yield facts.finding("RC849", line, f"“{short(text)}”")


def _all_services(facts: Facts) -> Iterator[Finding]:
    told: set[int] = set()
    for act in facts.acts:
        if act.block not in told and any(_takes_all_services(c, act, facts) for c in act.calls):
            told |= {act.block} if act.block else set()
            yield facts.finding("RC748", act.line, f"“{short(act.text)}”")


def _takes_every_host(act: Act, facts: Facts) -> bool:
    """Everything that the tool knows, or the play for the whole site."""
    return is_bad(act, facts, Effect.MUTATING) and any(
        (call.program == "ansible" and call.plain[:1] == ("all",))
        or (
            call.program == "ansible-playbook"
            and "site.yml" in call.plain
            and not call.has("--limit", "-l", "--check")
        )
        for call in act.calls
    )


def _takes_every_member(act: Act, facts: Facts) -> bool:
    """All members of a group are restarted together; or all pods, where the words speak of one."""
    if ONE_BY_ONE.search(act.text) or _are_all_down(act, facts):
        return False
    if any(pattern.search(act.text) for pattern in TOGETHER):
        return True
    label = facts.label_above(act.block) if act.block else ""
    selects = any(
        call.plain[:2] in {("delete", "pod"), ("delete", "pods"), ("delete", "po")}
        and call.has("-l", "--selector")
        for call in act.calls
    )
    return selects and bool(facts.speaks("setting", f"{label} | {act.title}") & {"one_of_them"})


def _are_all_down(act: Act, facts: Facts) -> bool:
    """`All pumps have failed`, in its chapter above the command that starts the pumps anew."""
    above = (said.text for said in facts.said_in(act.section) if said.line < act.line)
    return any(
        noun.removesuffix("s") in folded(act.text)
        for text in (act.section.title, *above)
        for noun in _nouns_between(text, "every_one", "outage", facts)
    )


def _nouns_between(text: str, first: str, last: str, facts: Facts) -> list[str]:
    """Of whom a word of the one kind speaks, where one of the other kind stands further on."""
    begins, ends = (facts.word("setting", kind, text) for kind in (first, last))
    if begins is None or ends is None:
        return []
    between = folded(text.partition(begins)[2].partition(ends)[0])
    return NOUN.findall(" ".join(between.split()[:NEXT]))


def _takes_all_services(call: Call, act: Act, facts: Facts) -> bool:
    """A verb of compose without a service, where the words around speak of one; a restore is of
    everything that reads the data."""
    verbs = {"compose up", "compose build", "compose down", "compose pull"}
    if call.verb not in verbs or call.objects:
        return False
    said = speaks_of_case(act, facts) | facts.speaks("setting", act.title)
    if said & {"whole", "built_anew"} or any(map(is_restore, facts.block_of(act))):
        return False
    return _one_meant(act, facts) and not any(map(_takes_another_version, facts.block_of(act)))


def _takes_another_version(act: Act) -> bool:
    """The whole of the working copy goes to another commit: all services are built of it."""
    return any(
        call.program == "git"
        and (call.verb in {"switch", "revert"} or (call.verb in MOVES and len(call.plain) == MOVED))
        and "--" not in call.words
        for call in act.calls
    )


def _one_meant(act: Act, facts: Facts) -> bool:
    return bool(speaks_of_purpose(act, facts) & {"rollback", "deploys"})


def _takes_rows(act: Act, facts: Facts) -> bool:
    """Every row of a table, and the comment above does not say that all are meant."""
    found = EVERY_ROW.search(act.text)
    if found is None or NARROWED.search(act.text[found.start() :]):
        return False
    if facts.speaks("setting", _comment_over(act, facts)) & {"whole", "every_one"}:
        return False
    return ONE_ROW.search(found.group()[:80]) is None


def _comment_over(act: Act, facts: Facts) -> str:
    """That of the lines which follow each other without a gap."""
    above = act
    for one in reversed([one for one in facts.block_of(act) if one.place < act.place]):
        if above.title or one.end_line != above.line - 1:
            break
        above = one
    return above.title


def _takes_more(act: Act, facts: Facts) -> bool:
    """Objects or files, where all of them are not what was spoken of."""
    above = (facts.label_above(act.block) if act.block else "", act.title)
    if "whole" in facts.any_speaks("setting", above):
        return False
    if EVERY_OBJECT.search(act.text):
        return True
    return EVERY_FILE.search(act.text) is not None and (
        "one_file" in facts.any_speaks("left_down", above)
    )

"""Steps that undo, outrun or forget each other: state that one leaves and another needs."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from runcard.domain.commands.model import Effect
from runcard.domain.playbooks.acts import Act
from runcard.domain.playbooks.calls import Call
from runcard.domain.playbooks.checks.setting import (
    alters,
    in_reference,
    is_in_case,
    short,
)
from runcard.domain.playbooks.command_checks import broken_ways
from runcard.domain.playbooks.command_checks.asking import looks, only_asks
from runcard.domain.playbooks.command_checks.endless import endless_code
from runcard.domain.playbooks.facts import Facts
from runcard.domain.playbooks.model import Finding
from runcard.domain.playbooks.words import folded

STAYS = {"RC712", "RC713", "RC714"}
CUTS_OFF = re.compile(
    r"\bDisable-NetAdapter\b|\bStop-Computer\b(?![^\n]*-ComputerName)"
    r"|\bRestart-Computer\b(?![^\n]*(?:-ComputerName|-Wait))"
    r"|^\s*(?:sudo\s+)?(?:shutdown|poweroff|halt|reboot)\b"
    r"|\bip\s+link\s+set\s+\S+\s+down\b|\bifdown\b"
)
DENIES_ALL = re.compile(
    r"--direction=EGRESS[^\n]*--action=DENY|--action=DENY[^\n]*--direction=EGRESS"
    r"|iptables\s+-P\s+OUTPUT\s+DROP|\bufw\s+default\s+deny\s+outgoing",
    re.IGNORECASE,
)
SENDS_OUT = re.compile(r"\b(?:gsutil|aws\s+s3|scp|rsync|curl|wget|az\s+storage)\b")
DEPLOYS = re.compile(r"\b(?:make|(?:npm|pnpm|bun) run|yarn|pnpm|fab|cap|cdk|fly)\s+deploy\b")
# `revert <commit-hash>` names one, and makes none that waits to be pushed.
COMMITS = re.compile(r"git\s[^|;&<]*\scommit(?!\S)")
PUSHES = re.compile(r"\bgit\b[^|;&]*\bpush\b")
OF_A_WAY = re.compile(r"(\w+)\s(?:[A-H]|\d)\b")
# What follows is not always reached, or only in the other case.
IN_CASE = re.compile(r"\b(?:if|else|exit|return)\b|\|\|")


def check(facts: Facts) -> Iterator[Finding]:
    """Every pair of steps that do not fit."""
    deploys = [act for act in facts.acts if DEPLOYS.search(act.text)]
    for block in facts.blocks:
        yield from _after_the_stop(block, facts)
        yield from _started_twice(block, facts)
        yield from _after_cutting_off(block, facts)
        yield from _never_sent(block, facts)
        yield from _never_deployed(block, deploys, facts)
        if in_reference(block[0], facts):
            continue
        yield from _never_started(block, facts)
        for way in _ways(block, facts):
            yield from _never_reached(way, facts)
    yield from _out_after_deny(facts)
    yield from broken_ways.check(facts)
    yield from _unread_plan(facts)


def _never_reached(block: Sequence[Act], facts: Facts) -> Iterator[Finding]:
    """What changes something and stands below an endless command; a look that is not reached is
    told with the command above it. Who waits for something breaks that one off."""
    endless = next((one for one in block if endless_code(one) in STAYS), None)
    below = [one for one in block if endless is not None and one.place > endless.place]
    lost = next((one for one in below if _is_a_change(one, facts)), None)
    if endless is not None and lost is not None:
        about = f"“{short(lost.text)}” after “{short(endless.text)}”"
        yield facts.over("RC723", [endless.line, lost.line], about)


def _is_a_change(act: Act, facts: Facts) -> bool:
    return alters(act, facts) and not (is_in_case(act, facts) or _changes_nothing(act, facts))


def _ways(block: Sequence[Act], facts: Facts) -> Iterator[Sequence[Act]]:
    """The block cut where a comment begins another way: `Option B: by hand`."""
    begun = [at for at, act in enumerate(block) if _is_a_way(act.title, facts)]
    for first, last in pairwise([0, *begun, len(block)]):
        yield block[first:last]


def _is_a_way(title: str, facts: Facts) -> bool:
    """`Option B`: the word for a choice, and the sign or number that tells it from the others."""
    named = OF_A_WAY.match(title)
    return named is not None and facts.words.process.exactly(named.group(1)) == "option"


def _changes_nothing(act: Act, facts: Facts) -> bool:
    """It goes to a folder, waits for somebody to type, or is a tool whose name says it looks."""
    if act.calls and all(call.program == "cd" for call in act.calls):
        return True
    risk = facts.risk(act)
    if risk is None or risk.effect >= Effect.DESTRUCTIVE:
        return False
    return risk.interactive or only_asks(act, risk.flags, facts)


def _stopped(call: Call) -> str | None:
    """The service a call takes away."""
    if call.program in {"docker", "docker-compose", "podman"}:
        verb = call.verb.rpartition(" ")[2]
        return call.objects[-1] if verb in {"stop", "kill", "rm"} and call.objects else None
    if call.program == "systemctl" and call.verb == "stop":
        return call.objects[0] if call.objects else None
    zero = call.program in {"kubectl", "oc"} and call.verb == "scale"
    if zero and call.value("--replicas") == "0":
        return call.objects[0].rpartition("/")[2] if call.objects else None
    return None


def _after_the_stop(block: Sequence[Act], facts: Facts) -> Iterator[Finding]:
    """A command is run inside what an earlier step has stopped."""
    gone: dict[str, int] = {}
    for act in block:
        for call in act.calls:
            name = call.target.rpartition("/")[2] if call.target and call.inside else ""
            hit = next((one for one in gone if name and (one in name or name in one)), None)
            if hit is not None and {"docker", "docker-compose", "kubectl", "podman"} & set(
                call.inside
            ):
                about = f"“{short(act.text)}” in {hit}, stopped in line {gone[hit]}"
                yield facts.over("RC732", [gone[hit], act.line], about)
                return
            stopped = _stopped(call)
            if stopped:
                gone[stopped] = act.line
            if set(call.plain[:3]) & {"start", "up", "restart"}:
                gone = {
                    one: at for one, at in gone.items() if call.objects and one not in call.objects
                }


def _started_twice(block: Sequence[Act], facts: Facts) -> Iterator[Finding]:
    """A start of what already runs does nothing: what was removed is not read again."""
    running: dict[str, int] = {}
    for act in block:
        if IN_CASE.search(act.text):
            running.clear()
        for call in act.calls:
            if call.program != "systemctl" or not call.objects:
                continue
            name = f"{call.target} {call.objects[0]}".strip()
            if call.verb == "restart":
                running[name] = act.line
            elif call.verb == "stop":
                running.pop(name, None)
            elif call.verb == "start" and name in running:
                about = f"{name} was restarted in line {running[name]}"
                yield facts.over("RC831", [running[name], act.line], about)


def _after_cutting_off(block: Sequence[Act], facts: Facts) -> Iterator[Finding]:
    """The session dies with the line, and no later line of the block runs."""
    for at, act in enumerate(block[:-1]):
        if CUTS_OFF.search(act.text):
            following = block[at + 1]
            about = f"“{short(following.text)}” after “{short(act.text)}”"
            yield facts.over("RC832", [act.line, following.line], about)


def _out_after_deny(facts: Facts) -> Iterator[Finding]:
    """Traffic out is denied, and the next step sends something out."""
    for at, act in enumerate(facts.acts):
        if not DENIES_ALL.search(act.text):
            continue
        for following in facts.acts[at + 1 :]:
            if following.section is act.section and SENDS_OUT.search(following.text):
                about = f"“{short(following.text)}” after “{short(act.text)}”"
                yield facts.finding("RC833", following.line, about)
                break


def _never_sent(block: Sequence[Act], facts: Facts) -> Iterator[Finding]:
    """A branch is pushed and nothing was committed; or a commit is never pushed."""
    verbs = [(act, call.verb) for act in block for call in act.calls if call.program == "git"]
    if not verbs:
        return
    names = [verb for _, verb in verbs]
    if (
        "push" in names
        and "checkout" in names
        and not {"commit", "revert", "merge", "cherry-pick"} & set(names)
    ):
        act = next(act for act, verb in verbs if verb == "push")
        yield facts.finding("RC813", act.line, f"“{short(act.text)}”")
    commits = [act for act, verb in verbs if verb == "commit"]
    commits = commits or [act for act in block if COMMITS.match(act.text)]
    after = [act for act in block if commits and act.place > commits[-1].place]
    uses = any({"reload", "restart", "apply"} & set(c.plain[:3]) for a in after for c in a.calls)
    if uses and not any(PUSHES.search(one.text) or DEPLOYS.search(one.text) for one in block):
        yield facts.over("RC835", [commits[-1].line, after[0].line], f"“{short(commits[-1].text)}”")


def _never_started(block: Sequence[Act], facts: Facts) -> Iterator[Finding]:
    """A service is stopped for a step and not started again, in the block or after it."""
    for act in block:
        for call in act.calls:
            name = call.objects[0] if call.program == "systemctl" and call.objects else ""
            if call.verb != "stop" or not name or act is block[-1] or _stays_down(name, act):
                continue
            starts = re.compile(
                rf"\b(?:re)?start\b[^\n]*{re.escape(name.split('@')[0])}|\breboot\b"
            )
            if not _is_asked_for(block, act, facts):
                continue
            started = any(starts.search(one.text) for one in facts.acts if one.line >= act.line)
            if not (started or _is_started_below(name, act, facts)):
                yield facts.finding("RC843", act.line, name, name)
                return


def _is_started_below(name: str, act: Act, facts: Facts) -> bool:
    """`Then start Tomcat again`, in a sentence below the block."""
    wanted = re.compile(rf"\b{re.escape(folded(name).split('@')[0].split('.')[0])}\b")
    return any(
        said.line > act.line
        and facts.speaks("left_down", said.text) & {"starts"}
        and wanted.search(folded(said.text))
        for said in facts.said_in(act.section)
    )


def _is_asked_for(block: Sequence[Act], stopped: Act, facts: Facts) -> bool:
    """The block goes on to look whether all is well: it is meant to run again."""
    after = [one for one in block if one.place > stopped.place]
    return bool(after) and looks(after[-1], facts)


def _stays_down(name: str, act: Act) -> bool:
    """It is masked or disabled as well: that it comes back is what must not happen."""
    return any({"mask", "disable"} & set(one.plain[:2]) and name in one.words for one in act.calls)


def _never_deployed(
    block: Sequence[Act], deploys: Sequence[Act], facts: Facts
) -> Iterator[Finding]:
    """A step called deploy that only pushes, where the document knows a deploy command."""
    for act in block:
        pushes = any(call.program == "git" and call.verb == "push" for call in act.calls)
        if pushes and facts.speaks("setting", act.title) & {"deploys"} and deploys:
            about = f"“{short(deploys[0].text)}” stands in line {deploys[0].line} only"
            if all(one.block != act.block for one in deploys):
                yield facts.over("RC814", [act.line, act.end_line + 1], about)


def _unread_plan(facts: Facts) -> Iterator[Finding]:
    """A change is applied without its plan being looked at first."""
    for act in facts.acts:
        if re.search(
            r"\b(?:terraform|tofu|pulumi)\b[^\n]*(?:-auto-approve|\bup\s+(?:-y|--yes))", act.text
        ):
            block = [one for one in facts.acts if one.block == act.block and one.place < act.place]
            if not any(re.search(r"\bplan\b|\bpreview\b", one.text) for one in block):
                yield facts.finding("RC841", act.line, f"“{short(act.text)}”")

"""The whole of a log, printed where its last lines are wanted."""

import re
from collections.abc import Iterator

from runcard.domain.playbooks.acts import Act
from runcard.domain.playbooks.calls import Call
from runcard.domain.playbooks.checks.setting import short
from runcard.domain.playbooks.command_checks.inner_lines import with_call
from runcard.domain.playbooks.facts import Facts
from runcard.domain.playbooks.model import Finding
from runcard.domain.playbooks.page.blocks import Paragraph, label_of
from runcard.domain.playbooks.procedures.signs import is_symptoms
from runcard.domain.playbooks.times.clauses import sentences

LOGS = {"docker", "docker-compose", "podman", "kubectl", "oc"}
LIMITS = ("--tail", "--since", "-n", "--since-time", "--until", "--limit-bytes")
NOT_NAMESPACE = ("--tail", "--since", "--since-time", "--limit-bytes")
# Of pods chosen by a label ten lines each are shown; the log of one that is gone has an end.
SHORT = ("-l", "--selector", "-p", "--previous")
BRACKET = re.compile(r"\$\([^()]{0,400}\)")
LIMIT = re.compile(r"\s--(?:tail|since|since-time|limit-bytes|until)[ =]")
JOB = re.compile(r"(?:cron)?jobs?(?:\.batch)?/")
# What starts again and again has no time to write much.
CRASHES = re.compile(r"(?i)\bcrash[ -]?loop")


def check(act: Act, facts: Facts) -> Iterator[Finding]:
    """The whole of a log, cut at the wrong end or not at all."""
    calls = act.calls
    for at, call in enumerate(calls):
        if not prints_a_log(call) or call.follows("-f", "--follow") or call.writes:
            continue
        if _is_wanted_whole(call, act, facts) or _is_bounded_beside(call, act, facts):
            continue
        if BRACKET.search(act.text) and LIMIT.search(BRACKET.sub(" ", act.text)):
            return  # the name of the pod is asked for in the middle of it
        following = calls[at + 1] if at + 1 < len(calls) and calls[at + 1].fed else None
        if following is None and not _is_short(call):
            yield facts.finding("RC721", act.line, f"“{with_call(call, act)}”")
        elif following is not None and following.program in {"tail", "head"}:
            yield facts.finding("RC722", act.line, f"“{short(act.text)}”")
        return


def _is_wanted_whole(call: Call, act: Act, facts: Facts) -> bool:
    """It is short, it is kept, or nobody is told to print it."""
    if _is_of_a_crash(call, act, facts) or _is_of_a_job(call):
        return True
    return _is_a_sign(act, facts) or _is_kept(act, facts)


def _is_a_sign(act: Act, facts: Facts) -> bool:
    """`docker logs oven` shows soot, among the signs of a case: nobody is told to print it."""
    if not act.is_inline:
        return False
    above = [
        block
        for block in act.section.blocks
        if isinstance(block, Paragraph) and block.lines[-1].line < act.line
    ]
    label = label_of(above[-1].lines[-1].text) if above else None
    is_alone = label is not None and not label.value
    return is_symptoms(label.name if label and is_alone else act.section.title, facts.words)


def _is_of_a_job(call: Call) -> bool:
    """`logs job/count-cabins`: it has an end, and all of it is what came out."""
    return call.program in {"kubectl", "oc"} and any(map(JOB.match, call.objects))


def _is_kept(act: Act, facts: Facts) -> bool:
    """Named in a sentence that tells to keep it as evidence: a part of it would be too little."""
    if not act.is_inline:
        return False
    line = facts.page.lines[act.line - 1]
    parts = (part for part in sentences(line) if act.text.split(" ")[0] in part)
    return any(facts.speaks("setting", part) & {"saves"} for part in parts)


def _is_bounded_beside(call: Call, act: Act, facts: Facts) -> bool:
    """Another line of its section asks the same program for the last lines alone; for one that is
    only named in a sentence, a line anywhere."""
    others = facts.acts if act.is_inline else facts.acts_in(act.section)
    return any(
        one.program == call.program and "logs" in one.verb and one.follows(*_limits(one))
        for other in others
        for one in other.calls
    )


def _is_of_a_crash(call: Call, act: Act, facts: Facts) -> bool:
    """The pod that was there before, `logs --previous`, or one of which the case says so."""
    if call.program not in {"kubectl", "oc"}:
        return False
    label = facts.label_above(act.block) if act.block else ""
    case = f"{facts.titles(act.section)} | {label} | {act.title}"
    return call.has("--previous", "-p") or CRASHES.search(case) is not None


def prints_a_log(call: Call) -> bool:
    """By a program that shows one whole, with nothing that limits it."""
    if call.program == "make":
        return "logs" in call.plain
    return (
        call.program in LOGS
        and call.verb.rpartition(" ")[2] == "logs"
        and not call.follows(*_limits(call))
    )


def _limits(call: Call) -> tuple[str, ...]:
    """The flags that limit it: of some, `-n` names the namespace."""
    return LIMITS if call.program not in {"kubectl", "oc"} else NOT_NAMESPACE


def _is_short(call: Call) -> bool:
    """Without the name of a pod no log comes at all."""
    return call.program in {"kubectl", "oc"} and (call.follows(*SHORT) or not call.objects)

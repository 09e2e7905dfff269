"""Commands that reach all at once, where one was meant or one after the other."""

import re
from collections.abc import Iterator

from runcard.domain.commands.model import Effect
from runcard.domain.playbooks.acts import Act
from runcard.domain.playbooks.calls import Call
from runcard.domain.playbooks.checks.setting import case, is_bad, purpose, short
from runcard.domain.playbooks.facts import Facts
from runcard.domain.playbooks.model import Finding

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


def check(facts: Facts) -> Iterator[Finding]:
    """All services or all hosts, where one was meant, or one after the other."""
    told: set[int] = set()
    for act in facts.acts:
        for call in act.calls:
            if act.block not in told and _takes_all_services(call, act, facts):
                told |= {act.block} if act.block else set()
                yield facts.finding("RC748", act.line, f"“{short(act.text)}”")
            wide = call.program == "ansible" and call.plain[:1] == ("all",)
            site = (
                call.program == "ansible-playbook"
                and "site.yml" in call.plain
                and not call.has("--limit", "-l", "--check")
            )
            if (wide or site) and is_bad(act, facts, Effect.MUTATING):
                yield facts.finding("RC824", act.line, f"“{short(act.text)}”")
        if _takes_every_member(act, facts):
            yield facts.finding("RC824", act.line, f"“{short(act.text)}”")


def _takes_every_member(act: Act, facts: Facts) -> bool:
    """All members of a group are restarted together; or all pods, where the words speak of one."""
    if ONE_BY_ONE.search(act.text):
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


def _takes_all_services(call: Call, act: Act, facts: Facts) -> bool:
    """A verb of compose without a service, where the words around speak of one."""
    verbs = {"compose up", "compose build", "compose down", "compose pull"}
    if call.verb not in verbs or call.objects:
        return False
    return not facts.speaks("setting", case(act, facts)) & {"whole"} and _one_meant(act, facts)


def _one_meant(act: Act, facts: Facts) -> bool:
    return bool(facts.speaks("setting", purpose(act, facts)) & {"rollback", "deploys"})

"""A secret is changed: its end, and the start with which a service takes up the new one."""

import re
from collections.abc import Sequence

from runcard.domain.playbooks.acts import Act
from runcard.domain.playbooks.calls import Call
from runcard.domain.playbooks.checks.setting import (
    acts_above,
    is_about,
    said_between,
    step_of,
)
from runcard.domain.playbooks.facts import Facts

# A service that is brought out anew reads its secrets again.
BROUGHT_OUT = {"up", "deploy", "redeploy", "upgrade", "update-service", "reload"}
KEPT = {"secret", "secrets"}
SEPARATORS = re.compile(r"[_/-]+")
TAKES_BACK = re.compile(r"(?:delete|revoke|disable)(?:-[\w-]{1,40})?\Z")


def ends_a_secret(act: Act, facts: Facts) -> bool:
    """Tokens are revoked, secrets are changed: whoever was in is out, and no trace of him goes; or
    the comment says that a key is revoked, and the tool or the service that gave it takes it back.
    A row of a table that holds a session may be asked for later."""
    if _renews(act.text, facts):
        return not any(map(removes, act.calls))
    named = "credential" in facts.speaks("verbs", SEPARATORS.sub(" ", act.text))
    is_taken_back = bool(act.calls) and all(map(_takes_back, act.calls))
    return named and is_taken_back and _renews(act.title or step_of(act, facts), facts)


def _takes_back(call: Call) -> bool:
    """`credential delete`, `curl -X DELETE`: asked of whoever gave it."""
    asked = call.value("-X", "--request") if call.program == "curl" else None
    return asked == "DELETE" or any(TAKES_BACK.match(word) for word in call.plain[:5])


def takes_up_the_new(act: Act, before: Sequence[Act], facts: Facts) -> bool:
    """What was removed above is started anew; or a service takes up the key that replaces one, in a
    part that is about that or below lines that say so."""
    removed = {name for one in before for call in one.calls if removes(call) for name in call.plain}
    started = {name for call in act.calls if call.verb == "compose up" for name in call.objects}
    if started and started <= removed:
        return True
    starts = any(restarts(call) or BROUGHT_OUT & set(call.plain[:3]) for call in act.calls)
    if not starts:
        return False
    if before and _renews(act.section.title, facts):
        return True
    return is_about(act, facts, "leaked_key") and _is_renewed_above(act, facts)


def _is_renewed_above(act: Act, facts: Facts) -> bool:
    """A command or a step of its chapter has made the new key."""
    stored = any(KEPT & set(call.plain[:3]) for one in acts_above(act, facts) for call in one.calls)
    said = said_between(act.section, act.section.line, act.line - 1, facts)
    return stored or any(_renews(one.text, facts) for one in said)


def _renews(text: str, facts: Facts) -> bool:
    return {"ends_use", "credential"} <= facts.speaks("verbs", SEPARATORS.sub(" ", text))


def removes(call: Call) -> bool:
    """Whether it takes a container or a file away."""
    return call.verb.rpartition(" ")[2] == "rm"


def restarts(call: Call) -> bool:
    """Whether what runs is started anew."""
    return call.verb.split()[-1:] == ["restart"] or "restart" in call.plain[:3]

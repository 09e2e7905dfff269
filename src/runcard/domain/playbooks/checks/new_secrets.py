"""A secret is changed: its end, and the start with which a service takes up the new one."""

from collections.abc import Sequence

from runcard.domain.playbooks.acts import Act
from runcard.domain.playbooks.calls import Call
from runcard.domain.playbooks.checks.setting import acts_above, is_about, said_between
from runcard.domain.playbooks.facts import Facts

# A service that is brought out anew reads its secrets again.
BROUGHT_OUT = {"up", "deploy", "redeploy", "upgrade", "update-service", "reload"}
KEPT = {"secret", "secrets"}


def ends_a_secret(act: Act, facts: Facts) -> bool:
    """Tokens are revoked, secrets are changed: whoever was in is out, and no trace of him goes."""
    return _renews(act.text, facts) and not any(map(removes, act.calls))


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
    return {"ends_use", "credential"} <= facts.speaks("verbs", text.replace("_", " "))


def removes(call: Call) -> bool:
    """Whether it takes a container or a file away."""
    return call.verb.rpartition(" ")[2] == "rm"


def restarts(call: Call) -> bool:
    """Whether what runs is started anew."""
    return call.verb.split()[-1:] == ["restart"] or "restart" in call.plain[:3]

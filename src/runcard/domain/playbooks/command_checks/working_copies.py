"""What is in a working copy is not what runs."""

import re
from collections.abc import Iterator, Sequence

from runcard.domain.playbooks.acts import Act
from runcard.domain.playbooks.checks.setting import STARTS, purpose, short
from runcard.domain.playbooks.facts import Facts
from runcard.domain.playbooks.model import Finding

# Who applies a working copy itself needs no image and no release of it.
APPLIED = re.compile(r"\b(?:ansible-playbook|terraform|tofu|pulumi)\b")
HOTFIX = re.compile(r"\bgit\s+checkout\s+-b\s+\S*hotfix\S*\s+(main|master|develop|trunk)\b")
BUILDS = re.compile(r"\b(?:build|make|install|up\s+-d)\b")
# Of processes on this host.
MANAGERS = {"pm2", "systemctl", "supervisorctl", "service", "rc-service"}
# What was rolled out, and when, by whoever rolled it out; a release may wait to be.
ROLLED_OUT = re.compile(
    r"\b(?:rollout|helm|deploy(?:ments?)?|release)\s+history\b|\bargocd\s+app\s+history\b"
    r"|\bdeploy(?:ments?)?\s+(?:list|ls)\b|\blist-deployments\b"
    r"|\b(?:vercel|now)\s+(?:ls|list|inspect)\b|\b(?:heroku|fly|flyctl)\s+releases\b"
)
GOES_BACK = {"rollback", "undo", "promote"}
SETS_BACK = {"checkout", "reset", "revert", "switch", "restore"}
TOLD = {"log", "show", "diff", "blame", "shortlog", "grep", "describe", "status"}


def check(facts: Facts) -> Iterator[Finding]:
    """Every command that takes the working copy for what is deployed."""
    yield from (_found("RC812", act, facts) for act in facts.acts if HOTFIX.search(act.text))
    if _runs_from_it(facts):
        return
    told: set[int] = set()
    for act in facts.acts:
        if _runs(act, {"log"}) and _takes_for_deployed(act, facts):
            yield _found("RC810", act, facts)
        if (
            _runs(act, {"revert"})
            and (act.is_inline or act.block not in told)
            and not is_only_named(act)
            and not (
                any(APPLIED.search(one.text) for one in facts.block_of(act))
                or _is_sent(act, facts)
                or _is_second_way(act, facts)
            )
        ):
            told.add(act.block)
            yield _found("RC811", act, facts)


def is_only_named(act: Act) -> bool:
    """`Revert the release or use `git revert``: the way by its name, and nothing to be typed."""
    return act.is_inline and any(call.program == "git" and not call.objects for call in act.calls)


def reads_its_history(act: Act) -> bool:
    """`git log hulls/staging.toml` goes to no host at all."""
    return bool(act.calls) and all(
        call.program == "git" and call.verb in TOLD for call in act.calls if not call.fed
    )


def _runs_from_it(facts: Facts) -> bool:
    """Some block brings the working copy to another state and starts the service of this host: it
    is what runs, and no image or release is made of it."""
    return any(_sets_and_starts(block) for block in facts.blocks)


def _sets_and_starts(block: Sequence[Act]) -> bool:
    moved = [act.place for act in block if _runs(act, {"pull", "reset", "checkout"})]
    return bool(moved) and any(
        call.program in MANAGERS and STARTS & set(call.plain[:2])
        for act in block[moved[0] :]
        for call in act.calls
    )


def _found(code: str, act: Act, facts: Facts) -> Finding:
    return facts.finding(code, act.line, f"“{short(act.text)}”")


def _takes_for_deployed(act: Act, facts: Facts) -> bool:
    """The log is asked what was deployed, and so is nothing else of the block."""
    if not _is_about_deploys(act, facts) or _is_set_back(act, facts):
        return False
    return not any(ROLLED_OUT.search(one.text) for one in facts.block_of(act))


def _is_about_deploys(act: Act, facts: Facts) -> bool:
    named = facts.speaks("setting", f"{act.title} {purpose(act, facts)}")
    return bool(named & {"deploys", "mends", "rollback"})


def _runs(act: Act, verbs: set[str]) -> bool:
    return any(call.program == "git" and call.verb in verbs for call in act.calls)


def _is_set_back(act: Act, facts: Facts) -> bool:
    """The working copy itself is set back below: the log shows to what."""
    return any(one.place > act.place and _runs(one, SETS_BACK) for one in facts.block_of(act))


def _is_second_way(act: Act, facts: Facts) -> bool:
    """`# Or take the commit back`, below the command that brings the last release back."""
    before = (one for one in facts.block_of(act) if one.place < act.place)
    first = act.title.partition(" ")[0]
    return "or_else" in facts.speaks("prose", first) and any(
        GOES_BACK & set(call.plain[:4]) for one in before for call in one.calls
    )


def _is_sent(act: Act, facts: Facts) -> bool:
    """A commit that is named, or looked up in the log just above, is taken back and pushed: whoever
    builds releases builds this one. The last commit of this copy, which nobody looked at, may be
    another than the one that is deployed."""
    after = [one for one in facts.block_of(act) if one.place >= act.place]
    is_built = any(BUILDS.search(one.text) for one in after)
    is_known = "HEAD" not in act.text or any(
        one.place < act.place and _runs(one, {"log"}) for one in facts.block_of(act)
    )
    return any(_runs(one, {"push"}) for one in after) and not is_built and is_known

"""Commands that take many things at once, and nothing looks first at what they will take."""

import re
from collections.abc import Iterator, Sequence

from runcard.domain.commands.model import Effect
from runcard.domain.playbooks.acts import Act
from runcard.domain.playbooks.checks.setting import is_bad, is_near, is_warned, short
from runcard.domain.playbooks.command_checks.asking import looks
from runcard.domain.playbooks.command_checks.care import is_told_in_a_step
from runcard.domain.playbooks.command_checks.remade import takes_only_the_remade
from runcard.domain.playbooks.facts import Facts
from runcard.domain.playbooks.model import Finding

WIDE = re.compile(r"--all(?!-)\b|\*(?:\s|$|['\"])|-delete(?![\w-])|\s-A\b")
# What takes many things at once, and what would have shown them.
TAKES = {
    "files": re.compile(r"\bfind\s[^|;\n]{1,300}\s-(?:delete\b|exec\s+rm\b)"),
    "queue": re.compile(r"\bpurge[_-]queue\b|\b(?:stream|queue)\s+purge\b"),
    "indices": re.compile(r"-X\s?DELETE\s[^\n]{0,160}[\w.-]\*"),
    "table": re.compile(r"(?i)\bTRUNCATE\s+(?:TABLE\s+)?[\w.\"`]+"),
    "snapshots": re.compile(r"\bclearsnapshot\s[^\n]{0,80}--all\b"),
}
SHOWS = {
    "files": re.compile(r"\bfind\s(?![^\n]{0,300}-(?:delete|exec\s+rm)\b)|\bls\s"),
    "queue": re.compile(
        r"receive-message|\bget\b[^\n]{0,80}(?:queue|requeue)|\bstream\s+(?:view|get|info)\b"
        r"|\blist[_-]queues\b|\bget-queue-attributes\b|\blist\s+queues\b|\bqueue\s+(?:stat|info)"
    ),
    "indices": re.compile(r"_cat/indices|_snapshot|/_count|/_search"),
    "table": re.compile(r"(?i)\bSELECT\b"),
    "snapshots": re.compile(r"\blistsnapshots\s+\S|\bexport\b"),
}
# What is made again, or nobody misses.
PASSING = re.compile(
    r"/(?:var/)?(?:tmp|cache|logs?)\b|\bcache|\.log\b|\btmp\b|\bscratch\b|\bsessions?\b"
)
# What a printer has yet to print is sent to it anew.
SPOOL = re.compile(r"(?i)\bspool\b|\bprinters\\")
# One gap for one id, behind a word and behind no option.
ONE_ID = re.compile(r"(?i)\s[a-z]\w*\s(?:<(?:[\w-]*[_-])?id>|\$\{?(?:\w*_)?id\}?)(?!\S)")
# `--all` are the branches, and what goes from them was named.
OF_ALL_BRANCHES = re.compile(r"\bgit\s+(?:filter-branch|filter-repo|push)\b")


def check(facts: Facts) -> Iterator[Finding]:
    """Every destructive order in a block that nothing precedes."""
    for block in facts.blocks:
        yield from _blind(block, facts)
    for act in facts.acts:
        yield from _unseen(act, facts)


def _unseen(act: Act, facts: Facts) -> Iterator[Finding]:
    """Its case is told, and nothing has looked at what the command takes: a list of the files, a
    message of the queue, the indices that match."""
    kind = next((kind for kind, takes in TAKES.items() if takes.search(act.text)), None)
    if kind is None or not is_bad(act, facts, Effect.DESTRUCTIVE) or PASSING.search(act.text):
        return
    if _is_listed_above(act, facts) or takes_only_the_remade(act):
        return
    before = (one for one in facts.acts_in(act.section) if one.line < act.line)
    if any(facts.speaks("setting", f"{one.text} {one.title}") & {"saves"} for one in before):
        return
    told = facts.label_above(act.block) if act.block else facts.page.lines[act.line - 1]
    label = facts.speaks("setting", told)
    if is_told_in_a_step(act, facts) or _is_told_to_look(act, facts):
        return
    if not label & {"decider", "warned"}:
        yield facts.finding("RC726", act.line, f"“{short(act.text)}”")


def _is_listed_above(act: Act, facts: Facts) -> bool:
    """A block above it, in its section or in another part of its runbook, lists what there is of
    its kind."""
    kind = next((kind for kind, takes in TAKES.items() if takes.search(act.text)), None)
    return kind is not None and any(
        SHOWS[kind].search(one.text)
        for one in facts.acts
        if one.line < act.line and is_near(one, act, facts)
    )


def _is_told_to_look(act: Act, facts: Facts) -> bool:
    """The words above name the command that looks: `first see with show who is left`, in code."""
    label = facts.label_above(act.block) if act.block else ""
    above = (one for one in facts.acts_in(act.section) if one.is_inline and one.line < act.line)
    named = any(looks(one, facts) for one in above)
    return named and bool(
        facts.speaks("parts", label) & {"verify", "diagnosis"}
        or facts.speaks("setting", label) & {"proof"}
    )


def _takes_one(act: Act) -> bool:
    """`celery -A oven control revoke <task-id>`: only `-A` looks wide, and one id is given."""
    is_wide = WIDE.search(act.text.replace(" -A ", " "))
    return is_wide is None and ONE_ID.search(act.text) is not None


def _blind(block: Sequence[Act], facts: Facts) -> Iterator[Finding]:
    for act in block:
        risk = facts.risk(act)
        if risk is None or risk.effect < Effect.DESTRUCTIVE or not WIDE.search(act.text):
            continue
        if SPOOL.search(act.text) or OF_ALL_BRANCHES.search(act.text) or _takes_one(act):
            continue
        looked = _is_listed_above(act, facts) or any(
            (before := facts.risk(one)) is not None and before.effect is Effect.READ_ONLY
            for one in block[: act.place]
        )
        if (
            not (looked or _is_told_to_look(act, facts))
            and is_warned(act, facts)
            and not any("xargs" in call.inside for call in act.calls)
        ):
            yield facts.finding("RC726", act.line, f"“{short(act.text)}”")
            return

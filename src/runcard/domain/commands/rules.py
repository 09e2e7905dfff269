"""How parts make a whole, and what follows from a risk: its badge, and who must agree."""

from collections.abc import Iterable

from runcard.domain.commands.model import Effect, Evidence, Reason, Risk
from runcard.domain.commands.rulebook import Outcome

NEEDS_A_LEAD = frozenset({
    "outage", "lockout", "deploy", "opaque", "irreversible", "remote_code", "scope_all",
})  # fmt: skip
NEEDS_A_LOOK = frozenset({"secret", "heavy"})
# What holds for the one who runs it, whatever is run.
OF_THE_READER = frozenset({"privileged", "secret", "nested", "egress"})
MOST_REASONS = 24
NOTHING = Risk()
ONLY_LOOKS = "in this form it only looks"


def joined(parts: Iterable[Risk]) -> Risk:
    """The worst of all parts in every respect; bounded only if all of them are."""
    every = [part for part in parts if part != NOTHING] or [NOTHING]
    if len(every) == 1 and len(every[0].reasons) <= 1 and len(every[0].tools) <= 1:
        return every[0]
    reasons = [reason for part in every for reason in part.reasons]
    return Risk(
        effect=max(part.effect for part in every),
        evidence=max(part.evidence for part in every),
        bounded=all(part.bounded for part in every),
        interactive=any(part.interactive for part in every),
        flags=frozenset().union(*(part.flags for part in every)),
        tools=tuple(dict.fromkeys(tool for part in every for tool in part.tools)),
        reasons=tuple(dict.fromkeys(reasons[:MOST_REASONS])),
    )


def applied(risk: Risk, outcome: Outcome, subject: str) -> Risk:
    """What a rule says, upon what was said before; only a rule that `lowers` makes it better."""
    if outcome.lowers and outcome.effect is Effect.READ_ONLY:
        return _only_reading(risk, outcome, subject)
    effect = _chosen(risk.effect, outcome.effect, lowers=outcome.lowers)
    evidence = _chosen(risk.evidence, outcome.evidence, lowers=outcome.lowers)
    bounded, interactive = outcome.bounded, outcome.interactive
    reasons = risk.reasons
    if said := outcome.why or plain_reason(outcome):
        own = Effect.READ_ONLY if outcome.effect is None else outcome.effect
        reasons = (*reasons, Reason(own, subject, said))
    return Risk(
        effect=Effect(effect),
        evidence=Evidence(evidence),
        bounded=risk.bounded if bounded is None else bounded,
        interactive=risk.interactive if interactive is None else interactive,
        flags=(risk.flags | outcome.flags) - outcome.without,
        tools=risk.tools,
        reasons=reasons,
    )


def plain_reason(outcome: Outcome) -> str:
    """What to say for a rule that gives no reason of its own; nothing for one that only looks."""
    match outcome.effect, outcome.evidence:
        case Effect.DESTRUCTIVE, Evidence.DESTROYS:
            return "takes data or records away"
        case Effect.DESTRUCTIVE, _:
            return "takes away what no known command brings back"
        case Effect.MUTATING, Evidence.PERISHABLE:
            return "interrupts or replaces something that runs"
        case Effect.MUTATING, _:
            return "changes a state or a setting"
    if outcome.interactive:
        return "waits for a keyboard"
    return "does not end by itself" if outcome.bounded is False else ""


def _only_reading(risk: Risk, outcome: Outcome, subject: str) -> Risk:
    """A dry run, a list form, a request for help: nothing of what the verb does takes place."""
    return Risk(
        bounded=outcome.bounded is not False,
        flags=(risk.flags & OF_THE_READER) | outcome.flags,
        tools=risk.tools,
        reasons=(Reason(Effect.READ_ONLY, subject, outcome.why or ONLY_LOOKS),),
    )


def _chosen(before: int, said: int | None, *, lowers: bool) -> int:
    if said is None:
        return before
    return said if lowers else max(before, said)


def risk_class(risk: Risk) -> str:
    """One word for a badge."""
    if risk.evidence is Evidence.DESTROYS:
        return "evidence_destroying"
    if risk.effect is not Effect.READ_ONLY:
        return risk.effect.word
    return "interactive_unbounded" if risk.interactive or not risk.bounded else "read_only"


def approval_min(risk: Risk) -> str:
    """The least that must be asked before it is run."""
    if risk.effect is Effect.DESTRUCTIVE or risk.evidence is Evidence.DESTROYS:
        return "commander"
    if risk.effect is Effect.MUTATING:
        return "lead" if risk.interactive or risk.flags & NEEDS_A_LEAD else "confirm"
    return "confirm" if risk.flags & NEEDS_A_LOOK else "none"

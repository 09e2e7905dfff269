"""The worst part decides, and badge and approval follow from the risk."""

import pytest

from runcard.domain.commands.model import Effect, Evidence, Reason, Risk
from runcard.domain.commands.rulebook import Outcome
from runcard.domain.commands.rules import applied, approval_min, joined, risk_class

READ, CHANGE, GONE = Effect.READ_ONLY, Effect.MUTATING, Effect.DESTRUCTIVE
LOST, FADES = Evidence.DESTROYS, Evidence.PERISHABLE


def test_the_worst_part_decides_in_every_respect() -> None:
    whole = joined([
        Risk(CHANGE, FADES, flags=frozenset({"outage"}), tools=("docker",)),
        Risk(GONE, bounded=False, tools=("rm", "docker")),
        Risk(interactive=True),
    ])  # fmt: skip
    assert whole == Risk(
        GONE, FADES, False, True, frozenset({"outage"}), ("docker", "rm"), whole.reasons
    )


def test_nothing_at_all_is_read_only() -> None:
    assert joined([]) == Risk()


def test_parts_that_say_nothing_change_nothing() -> None:
    why = Reason(GONE, "x", "takes it away")
    twice = Risk(GONE, LOST, tools=("rm", "rm"), reasons=(why, why))
    assert joined([Risk(), Risk()]) == Risk()
    assert joined([Risk(), Risk(CHANGE, tools=("tide",))]) == Risk(CHANGE, tools=("tide",))
    assert joined([twice, Risk()]) == Risk(GONE, LOST, tools=("rm",), reasons=(why,))


def test_the_same_reason_is_given_once() -> None:
    why = Reason(CHANGE, "x", "changes")
    assert joined([Risk(reasons=(why,)), Risk(reasons=(why,))]).reasons == (why,)


def test_an_outcome_only_makes_it_worse() -> None:
    assert applied(Risk(GONE, LOST), Outcome(READ, Evidence.NONE), "x").effect is GONE


def test_a_lowering_outcome_to_read_only_takes_the_flags_of_the_act_away() -> None:
    risk = Risk(GONE, LOST, bounded=False, flags=frozenset({"outage", "privileged"}))
    dry = applied(risk, Outcome(READ, lowers=True, why="a dry run"), "x")
    assert (dry.effect, dry.evidence, dry.bounded) == (READ, Evidence.NONE, True)
    assert dry.flags == {"privileged"}


def test_a_lowering_outcome_may_leave_a_change() -> None:
    lowered = applied(Risk(GONE, LOST), Outcome(CHANGE, Evidence.NONE, lowers=True), "x")
    assert (lowered.effect, lowered.evidence) == (CHANGE, Evidence.NONE)


@pytest.mark.parametrize(
    ("risk", "badge", "approval"),
    [
        (Risk(), "read_only", "none"),
        (Risk(bounded=False), "interactive_unbounded", "none"),
        (Risk(interactive=True), "interactive_unbounded", "none"),
        (Risk(flags=frozenset({"secret"})), "read_only", "confirm"),
        (Risk(flags=frozenset({"heavy"})), "read_only", "confirm"),
        (Risk(CHANGE), "mutating", "confirm"),
        (Risk(CHANGE, flags=frozenset({"outage"})), "mutating", "lead"),
        (Risk(CHANGE, interactive=True), "mutating", "lead"),
        (Risk(CHANGE, LOST), "evidence_destroying", "commander"),
        (Risk(GONE, FADES), "destructive", "commander"),
        (Risk(GONE, LOST), "evidence_destroying", "commander"),
    ],
)
def test_badge_and_approval_follow_from_the_risk(risk: Risk, badge: str, approval: str) -> None:
    assert (risk_class(risk), approval_min(risk)) == (badge, approval)

"""Who is told when nobody answers, and when: the document's own chain, for one severity."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from runcard.domain.escalation.chains import levels_of, wait_of
from runcard.domain.escalation.model import (
    EndsWith,
    EscalationPolicy,
    Exhausted,
    Needless,
    Notify,
    Reached,
)
from runcard.domain.oncall.rules import who_is_on_call
from runcard.domain.people.model import (
    GroupTarget,
    PersonTarget,
    ScheduleTarget,
    Target,
    TeamFile,
    Words,
)
from runcard.domain.people.names import fold_name
from runcard.domain.playbooks import defaults
from runcard.domain.playbooks.binding import bound
from runcard.domain.playbooks.card import Card
from runcard.domain.playbooks.promises import promises

# A timer may fire a little late; more than this means that the engine was away.
ON_TIME = timedelta(seconds=30)


@dataclass(frozen=True, slots=True)
class Standing:
    """How an incident stands when a rung is due."""

    opened_at: datetime
    now: datetime
    is_acknowledged: bool
    is_resolved: bool


def policy_for(card: Card, key: str | None) -> EscalationPolicy:
    """The rungs of a level in the order of their time. A level that pages nobody has none;
    a provisional severity calls the first responder again and again, and nobody else."""
    promised = promises(card, key)
    if not promised.pages:
        return EscalationPolicy(())
    is_provisional = key is None and bool(card.playbook.severities)
    rungs, left = levels_of(card, promised, is_provisional=is_provisional)
    is_now = promised.respond is not None and promised.respond.span == defaults.NOW
    return EscalationPolicy(
        levels=rungs,
        left_to_people=left,
        first_again_after=defaults.NOW_MEANS if is_now else None,
        rounds=defaults.ROUNDS,
        wait=wait_of(promised),
    )


def next_step(
    policy: EscalationPolicy, step: int, standing: Standing
) -> Notify | Exhausted | Needless:
    """What to do at this step. Steps count flat: round times rungs, plus the place of the rung."""
    if not policy.levels:
        return Needless("this level pages nobody", None, None)
    if step >= len(policy.levels) * policy.rounds:
        return Exhausted(policy.rounds)
    if standing.is_resolved:
        return Needless("the incident is resolved", None, None)
    level = policy.levels[step % len(policy.levels)]
    following = step_after(policy, step, standing)
    next_at = None if following is None else time_of(policy, step, following, standing)
    if standing.is_acknowledged and level.ends_with is EndsWith.ACKNOWLEDGEMENT:
        return Needless("somebody acknowledged", following, next_at)
    return Notify(level, step, following, next_at)


def step_after(policy: EscalationPolicy, step: int, standing: Standing) -> int | None:
    """The next step that can still be needed. While nobody acknowledges there is always one,
    the last being the one that says so; rungs until the resolution run in the first round only."""
    last = len(policy.levels) * policy.rounds
    for later in range(step + 1, last):
        if is_due_at_all(policy, later, standing):
            return later
    return None if standing.is_acknowledged else last


def is_due_at_all(policy: EscalationPolicy, step: int, standing: Standing) -> bool:
    turn, place = divmod(step, len(policy.levels))
    if policy.levels[place].ends_with is EndsWith.RESOLUTION:
        return turn == 0
    return not standing.is_acknowledged


def time_of(policy: EscalationPolicy, step: int, following: int, standing: Standing) -> datetime:
    """When the following step is due. After the engine was away, each rung still gets its wait."""
    due = standing.opened_at + offset(policy, following)
    planned = standing.opened_at + offset(policy, step)
    is_on_time = standing.now - planned <= ON_TIME
    if is_on_time or waits_for_resolution(policy, following):
        return max(due, standing.now)
    return standing.now + max(offset(policy, following) - offset(policy, step), timedelta(0))


def waits_for_resolution(policy: EscalationPolicy, step: int) -> bool:
    return policy.levels[step % len(policy.levels)].ends_with is EndsWith.RESOLUTION


def offset(policy: EscalationPolicy, step: int) -> timedelta:
    """How long after the opening a step is due."""
    turn, place = divmod(step, len(policy.levels))
    return turn * round_length(policy) + policy.levels[place].after


def round_length(policy: EscalationPolicy) -> timedelta:
    """From one round to the next: the last rung that waits for an answer, and its wait."""
    waiting = [one.after for one in policy.levels if one.ends_with is EndsWith.ACKNOWLEDGEMENT]
    return max(waiting, default=timedelta(0)) + policy.wait


def reach(card: Card, title: str, at: datetime) -> Reached:
    """The people behind a title now. A title nobody stands behind pages the fallback list."""
    return reach_targets(card.team, title, bound(card.team, title), at)


def reach_targets(team: TeamFile, title: str, targets: tuple[Target, ...], at: datetime) -> Reached:
    """The same, for targets that were looked up before."""
    if fold_name(title) == fold_name(defaults.FALLBACK):
        return fallen_back(team, None)
    people = tuple(dict.fromkeys(one for target in targets for one in behind(team, target, at)))
    if people:
        return Reached(people)
    return fallen_back(team, problem_with(title, targets))


def fallen_back(team: TeamFile, problem: str | None) -> Reached:
    """The fallback list stands in; nobody at all is said, never hidden."""
    if team.fallback:
        return Reached(team.fallback, problem)
    nobody = "the fallback list is empty: nobody can be paged"
    return Reached((), f"{problem}; {nobody}" if problem else nobody)


def problem_with(title: str, targets: tuple[Target, ...]) -> str:
    """Why nobody stands behind a title."""
    if not targets:
        return f"{title} is bound to nobody in the team file"
    if all(isinstance(target, Words) for target in targets):
        return f"{title} is bound to words, not to a person"
    return f"{title} is bound to a list with nobody on it now"


def behind(team: TeamFile, target: Target, at: datetime) -> tuple[str, ...]:
    """The people of one target at this moment."""
    match target:
        case PersonTarget(person=person):
            return (person,) if person in team.people else ()
        case GroupTarget(people=people):
            return people
        case ScheduleTarget(schedule=name):
            schedule = team.schedules.get(name)
            on_call = None if schedule is None else who_is_on_call(schedule, at)
            return () if on_call is None else (on_call,)
        case _:
            return ()

"""Who is on call now, by every schedule of the team file."""

from dataclasses import dataclass

from runcard.db.work import Work
from runcard.domain.oncall.rules import who_is_on_call
from runcard.flows.house import House
from runcard.flows.rungs import known
from runcard.kernel.permission import Permission, require


@dataclass(frozen=True, slots=True)
class OnCallNow:
    """One schedule; `note` says what is odd about it."""

    schedule: str
    person: str | None
    person_name: str
    note: str | None


def oncall_now(work: Work, house: House) -> tuple[OnCallNow, ...]:
    """Everybody who would be woken by a schedule at this moment."""
    require(work.actor, Permission.READ)
    card = house.deck.default()
    now = []
    for name, schedule in card.team.schedules.items():
        person = who_is_on_call(schedule, work.now)
        if person is None:
            now.append(OnCallNow(name, None, "nobody", "the fallback list is paged instead"))
            continue
        who = known(card, person)
        note = None if who.ways else "no way to reach them"
        now.append(OnCallNow(name, person, who.name, note))
    return tuple(now)

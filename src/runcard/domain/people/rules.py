"""A sane contact plan: what would make somebody unreachable at three in the morning."""

from runcard.domain.people.model import Person, TeamFile, Way
from runcard.kernel.ids import PersonId

WAKES = frozenset({"email", "webhook"})
"""Ways that leave this machine; the console and the dev phone never replace one."""


def wakes(way: Way) -> bool:
    """Whether a way can reach somebody who is not at the machine."""
    return way.kind in WAKES


def faults_of_plan(team: TeamFile) -> tuple[str, ...]:
    """Sentences to show before the next incident, the worst first."""
    return (*unreachable(team), *empty_schedules(team), *thin_fallback(team))


def unreachable(team: TeamFile) -> list[str]:
    """People who may be paged and have no way that leaves this machine."""
    asked = paged_people(team)
    people = [team.people[one] for one in asked if one in team.people]
    return [fault_of(person) for person in people if not any(map(wakes, person.ways))]


def fault_of(person: Person) -> str:
    if not person.ways:
        return f"{person.name} may be paged and has no way to be reached; add an email"
    kinds = ", ".join(dict.fromkeys(way.kind for way in person.ways))
    return f"{person.name} is only reached by {kinds}, which stays on this machine; add an email"


def empty_schedules(team: TeamFile) -> list[str]:
    return [
        f"nobody is on call for {one.name}" for one in team.schedules.values() if not one.people
    ]


def thin_fallback(team: TeamFile) -> list[str]:
    if team.fallback:
        return []
    return ["the fallback list is empty: a name bound to nobody would page nobody"]


def paged_people(team: TeamFile) -> tuple[PersonId, ...]:
    """Everybody a page may go to, in the order of the file."""
    called = [person for one in team.schedules.values() for person in one.people]
    return tuple(dict.fromkeys([*called, *team.fallback]))

"""What a level promises: the document first, then the team file, then our defaults, all marked."""

from collections.abc import Iterable, Sequence
from datetime import timedelta

from runcard.domain.people.model import Overrides
from runcard.domain.playbooks import defaults
from runcard.domain.playbooks.card import Card, Mark, Promises, Within
from runcard.domain.playbooks.levels.silence import why_silent
from runcard.domain.playbooks.levels.spellings import keys_of, level_named, squeezed
from runcard.domain.playbooks.messages.cadences import driving_cadence
from runcard.domain.playbooks.model import Cadence, Playbook, ReviewDeadline, Severity, TimeValue
from runcard.domain.playbooks.reviews.whole_reviews import of_whole_reviews
from runcard.kernel.spans import spoken

TEAM = Mark(by="team file")
OURS = Mark()
NOT_SET = "severity not set"
DAY = 86400


def promises(card: Card, key: str | None) -> Promises:
    """What this level owes; without a key, or with one the document has not, the worst level's."""
    playbook, team = card.playbook, card.team.overrides
    level = level_in_force(playbook, key)
    rank = 0 if level is None else playbook.severities.index(level)
    is_known = level_named(playbook.severities, key) is not None
    silent = why_silent(level) if level is not None and is_known else None
    respond = respond_within(level, rank, team)
    return Promises(
        severity=level,
        rank=rank,
        pages=silent is None,
        why_silent=silent,
        acknowledge=acknowledge_within(level, respond, team),
        respond=respond,
        update_every=update_every(card, level, rank, is_paged=silent is None),
        review=review_within(playbook, level, rank, team),
        monitoring=monitoring_for(playbook.monitoring, team),
    )


def severity_display(card: Card, key: str | None) -> str:
    """`SEV1 Critical`, as the document writes it; provisional shows the worst level."""
    level = level_in_force(card.playbook, key)
    if level is None:
        return NOT_SET if key is None else key
    if level.name is None or squeezed(level.name) == squeezed(level.key):
        return level.key
    return f"{level.key} {level.name}"


def level_in_force(playbook: Playbook, key: str | None) -> Severity | None:
    """The level of the key, or the worst one."""
    return level_named(playbook.severities, key) or next(iter(playbook.severities), None)


def respond_within(level: Severity | None, rank: int, team: Overrides) -> Within | None:
    """The response time; none is invented where the document gives an acknowledgement instead."""
    if level is not None and level.response is not None:
        return stated(level.response)
    if team.respond is not None:
        return by_team(team.respond)
    if level is not None and level.acknowledge is not None:
        return None
    return by_us(defaults.RESPOND[min(rank, len(defaults.RESPOND) - 1)])


def acknowledge_within(
    level: Severity | None, respond: Within | None, team: Overrides
) -> Within | None:
    """The acknowledgement time, else the response time: to answer is to respond at the latest."""
    if level is not None and level.acknowledge is not None:
        return stated(level.acknowledge)
    if team.acknowledge is not None:
        return by_team(team.acknowledge)
    return None if respond is None else in_time_to(respond)


def in_time_to(respond: Within) -> Within:
    """Who responds has answered."""
    mark = OURS if respond.mark.is_from_document else respond.mark
    return Within(respond.span, respond.calendar, f"within the response time: {respond.text}", mark)


def update_every(card: Card, level: Severity | None, rank: int, *, is_paged: bool) -> Within | None:
    """The strictest said of the level itself, else one that names it, else a general one, else
    defaults."""
    own = None if level is None else driving_cadence(card.playbook.cadences, level)
    said = own or cadence_of_document(card.playbook, level, is_paged=is_paged)
    if said is not None:
        return stated(said)
    if rank < len(card.team.overrides.update_every):
        every = card.team.overrides.update_every[rank]
        return None if every is None else by_team(every)
    if is_paged and rank < len(defaults.UPDATE_EVERY):
        return by_us(defaults.UPDATE_EVERY[rank])
    return None


def cadence_of_document(
    playbook: Playbook, level: Severity | None, *, is_paged: bool
) -> TimeValue | None:
    """The strictest statement about this level, else the strictest about all that are paged."""
    naming = [
        one.every for one in playbook.cadences if level is not None and names(one.keys, level)
    ]
    if naming or not is_paged:
        return strictest(naming)
    timed = [one for one in playbook.cadences if one.every.seconds and not one.keys]
    return strictest(one.every for one in timed if is_general(playbook, one, level))


def is_general(playbook: Playbook, said: Cadence, level: Severity | None) -> bool:
    """A cadence inside a runbook holds for the failure it is about, not for every incident."""
    about = [book.title for book in playbook.runbooks if book.title and book.title in said.scope]
    if not about:
        return True
    if level is None or level.definition is None:
        return False
    words = set(level.definition.text.casefold().split())
    return any(set(title.casefold().split()) <= words for title in about)


def review_within(
    playbook: Playbook, level: Severity | None, rank: int, team: Overrides
) -> Within | None:
    """By when a review is due after the resolution; None where the document leaves it optional."""
    rules = playbook.review
    if (
        rules.required_for is not None
        and level is not None
        and not names(rules.required_for, level)
    ):
        return None
    naming = [one for one in rules.deadlines if level is not None and names(one.keys, level)]
    chosen = naming or [one for one in rules.deadlines if not one.keys]
    if chosen:
        return deadline_of(chosen)
    if rules.deadlines and rules.required_for is None and level is not None:
        return None
    if team.review_within is not None:
        return by_team(team.review_within)
    if rules.required_for is None and rank >= len(defaults.UPDATE_EVERY):
        return None
    days = f"business_days:{defaults.REVIEW_DAYS}"
    return Within(None, days, f"within {defaults.REVIEW_DAYS} business days", OURS)


def deadline_of(chosen: Sequence[ReviewDeadline]) -> Within | None:
    """The strictest that is not optional."""
    binding = of_whole_reviews(one for one in chosen if not one.optional)
    owed = strictest(one.within for one in binding)
    return None if owed is None else stated(owed)


def monitoring_for(value: TimeValue | None, team: Overrides) -> Within:
    """How long to watch before it counts as over."""
    if value is not None and value.seconds is not None:
        return stated(value)
    return by_us(defaults.MONITORING) if team.monitoring is None else by_team(team.monitoring)


def names(keys: Iterable[str], level: Severity) -> bool:
    """Whether a list of keys speaks of this level."""
    own = {squeezed(key) for key in keys_of(level)}
    return any(squeezed(key) in own for key in keys)


def strictest(values: Iterable[TimeValue]) -> TimeValue | None:
    """The shortest time; of two equal ones the first."""
    return min(values, key=weight, default=None)


def weight(value: TimeValue) -> float:
    """Rough seconds, for comparing a number with a moment of the calendar."""
    if value.seconds is not None:
        return value.seconds
    count = (value.calendar or "").removeprefix("business_days:")
    if count.replace(".", "", 1).isdigit():
        return float(count) * DAY
    return CALENDAR_WEIGHT.get(value.calendar or "", float("inf"))


CALENDAR_WEIGHT = {"same_business_day": DAY / 2, "next_business_day": DAY + 1.0}


def stated(value: TimeValue) -> Within:
    """A promise of the document; where only a lower bound is given, that bound is the promise."""
    seconds = value.min_seconds if value.seconds is None else value.seconds
    span = None if seconds is None else timedelta(seconds=seconds)
    return Within(span, value.calendar, value.text, Mark(value.line))


def by_team(span: timedelta) -> Within:
    return Within(span, None, spoken(span), TEAM)


def by_us(span: timedelta) -> Within:
    return Within(span, None, spoken(span), OURS)

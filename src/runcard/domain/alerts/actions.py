"""What is done with signals: fold them into what we remember, and keep the result."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from runcard.db.work import Work
from runcard.domain.alerts import store
from runcard.domain.alerts.model import Alert, AlertState, Fold, Recorded, Signal
from runcard.domain.alerts.rules import fold, identity
from runcard.kernel.ids import AlertId, IncidentId
from runcard.kernel.permission import Permission, require


@dataclass(frozen=True, slots=True)
class Folded:
    """A set of signals against what is remembered: what each did, and the alerts it leaves."""

    identities: tuple[str, ...]
    folds: tuple[Fold, ...]
    before: Mapping[str, Alert]
    after: Mapping[str, Alert]
    fresh: Mapping[str, Signal]
    """Occurrences that need an incident, by identity."""

    def incidents_told_again(self) -> set[IncidentId]:
        """Incidents of occurrences that go on firing."""
        again = (
            self.before[name].incident_id
            for name, did in zip(self.identities, self.folds, strict=True)
            if did is Fold.AGAIN and name in self.before
        )
        return {incident_id for incident_id in again if incident_id is not None}

    def with_new_alarms(self, over: Collection[IncidentId]) -> "Folded":
        """Occurrences that go on firing though their incident is over are alarms anew."""
        known = self.before
        anew = [name in known and known[name].incident_id in over for name in self.identities]
        folds = tuple(
            Fold.NEW if did is Fold.AGAIN and is_anew else did
            for did, is_anew in zip(self.folds, anew, strict=True)
        )
        fresh = {
            name: self.after[name].signal
            for name, did in zip(self.identities, folds, strict=True)
            if did is Fold.NEW
        }
        return replace(self, folds=folds, fresh={**fresh, **self.fresh})


def fold_in(work: Work, signals: Sequence[Signal]) -> Folded:
    """Fold a set of signals, in their order, into what we remember; nothing is kept yet."""
    require(work.actor, Permission.INGEST)
    identities = tuple(identity(signal) for signal in signals)
    before = store.known(work, sorted(set(identities)))
    after = dict(before)
    fresh: dict[str, Signal] = {}
    folds = []
    for name, signal in zip(identities, signals, strict=True):
        one = after.get(name)
        did = fold(None if one is None else one.state, heard_over_at(one), signal, work.now)
        folds.append(did)
        after[name] = (
            begun(AlertId(work.new_id("alr")), signal, work.now)
            if one is None
            else told(one, signal, did, work.now)
        )
        if did is Fold.NEW:
            fresh[name] = signal
        elif did is Fold.CLEARED:
            fresh.pop(name, None)
    return Folded(identities, tuple(folds), before, after, fresh)


def heard_over_at(one: Alert | None) -> datetime | None:
    """When we last spoke of an occurrence that has an incident. A clear that overtook its firing
    word has none: nobody heard of it, so the firing word must still wake somebody."""
    return None if one is None or one.incident_id is None else one.last_at


def keep(work: Work, folded: Folded, incidents: Mapping[str, IncidentId]) -> tuple[Recorded, ...]:
    """Keep what was folded, fresh occurrences with the incident they belong to."""
    require(work.actor, Permission.INGEST)
    placed = {
        name: replace(one, incident_id=incidents[name]) if name in incidents else one
        for name, one in folded.after.items()
    }
    store.remember(work, {n: one for n, one in placed.items() if n not in folded.before})
    store.change(work, [one for n, one in placed.items() if n in folded.before])
    return tuple(
        Recorded(placed[name].id, did, placed[name].incident_id)
        for name, did in zip(folded.identities, folded.folds, strict=True)
    )


def begun(alert_id: AlertId, signal: Signal, now: datetime) -> Alert:
    """An occurrence we hear of for the first time."""
    return Alert(alert_id, signal, signal.state, None, now, now, times=1)


def told(one: Alert, signal: Signal, did: Fold, now: datetime) -> Alert:
    """An occurrence we know, after one more signal."""
    if did is Fold.LATE:
        return replace(one, times=one.times + 1)
    state = AlertState.CLEARED if did is Fold.CLEARED else AlertState.FIRING
    ends_at = signal.ends_at if did is Fold.CLEARED else None
    said = one.signal if one.signal.ends_at == ends_at else replace(one.signal, ends_at=ends_at)
    # Written out: `replace` looks every field up, and this is done for each repeat of a storm.
    return Alert(one.id, said, state, one.incident_id, one.first_at, now, one.times + 1)

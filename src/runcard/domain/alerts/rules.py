"""Which occurrence a signal speaks of, what it changes, and whose document answers it."""

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime, timedelta
from hashlib import blake2b

from runcard.domain.alerts.model import START_UNSAID, AlertState, Fold, Signal
from runcard.domain.people.model import PlaybookSource
from runcard.domain.playbooks.card import Card
from runcard.kernel.errors import NotFound

# A replica may still repeat what the other one has cleared; longer than any group interval we know.
LATE = timedelta(minutes=5)
TEAM_LABELS = ("team", "squad", "owner")
SERVICE_LABELS = ("service", "app", "application", "component", "job")
NAME_LABELS = ("playbook", "service")
SEPARATOR = b"\x1f"


def identity(signal: Signal) -> str:
    """128 bits that are the same for every word about the same occurrence."""
    moment = signal.starts_at.astimezone(UTC).isoformat(timespec="microseconds")
    parts = (signal.source, signal.fingerprint, moment)
    words = SEPARATOR.join(f"{len(part)}:{part}".encode("utf-8", "replace") for part in parts)
    return blake2b(words, digest_size=16).hexdigest()


def fold(
    known: AlertState | None, cleared_at: datetime | None, signal: Signal, now: datetime
) -> Fold:
    """What a signal does to what we remember of its occurrence. A clear wins in any order: also
    one that comes first is CLEARED, to be remembered. A firing word about a cleared occurrence is
    a replica's late one for five minutes, and after that a new alarm; from a source that does not
    say when it began, and where nobody heard of it (no `cleared_at`), it is a new one at once."""
    if signal.state is AlertState.CLEARED:
        return Fold.LATE if known is AlertState.CLEARED else Fold.CLEARED
    if known is None:
        return Fold.NEW
    if known is AlertState.FIRING:
        return Fold.AGAIN
    if signal.starts_at == START_UNSAID:
        return Fold.NEW
    is_late = cleared_at is not None and now - cleared_at <= LATE
    return Fold.LATE if is_late else Fold.NEW


def route(signal: Signal, cards: Sequence[Card]) -> tuple[Card, str]:
    """The card that answers a signal, and why that one. With any card at all there is an answer."""
    if not cards:
        raise NotFound("no playbook is loaded; name one under playbooks in the team file")
    found = by_labels(signal, cards) or by_source(signal, cards) or by_name(signal, cards)
    if found is not None:
        return found
    if len(cards) == 1:
        return cards[0], "the only playbook"
    named = {card.name: card for card in cards}
    default = named.get(cards[0].team.default_playbook or "")
    if default is not None:
        return default, "the default playbook of the team file"
    return cards[0], "nothing fits and no default is named: the first playbook"


def by_labels(signal: Signal, cards: Sequence[Card]) -> tuple[Card, str] | None:
    """The card whose labels, services or teams fit; more labels beat fewer, and any beat those."""
    fitting = [
        (len(source.labels), -place, why)
        for place, card in enumerate(cards)
        if (source := source_of(card)) is not None
        if (why := why_fits(source, signal.labels)) is not None
    ]
    if not fitting:
        return None
    _, place, why = max(fitting)
    return cards[-place], why


def why_fits(source: PlaybookSource, labels: Mapping[str, str]) -> str | None:
    """Why a source's labels, services or teams fit these labels."""
    if source.labels and all(labels.get(name) == said for name, said in source.labels.items()):
        return "labels " + ", ".join(f"{name}={said}" for name, said in source.labels.items())
    return named_in(source.services, SERVICE_LABELS, labels) or named_in(
        source.teams, TEAM_LABELS, labels
    )


def named_in(wanted: Sequence[str], names: Sequence[str], labels: Mapping[str, str]) -> str | None:
    """The first of these labels that says one of the wanted words."""
    words = {one.casefold() for one in wanted}
    for name in names if words else ():
        if labels.get(name, "").casefold() in words:
            return f"{name} {labels[name]}"
    return None


def by_source(signal: Signal, cards: Sequence[Card]) -> tuple[Card, str] | None:
    """The card that names the source of the signal as its own."""
    for card in cards:
        source = source_of(card)
        if source is not None and signal.source in source.sources:
            return card, f"source {signal.source}"
    return None


def by_name(signal: Signal, cards: Sequence[Card]) -> tuple[Card, str] | None:
    """The card a label calls by its name."""
    named = {card.name.casefold(): card for card in cards}
    for name in NAME_LABELS:
        card = named.get(signal.labels.get(name, "").casefold())
        if card is not None:
            return card, f"label {name}={signal.labels[name]}"
    return None


def source_of(card: Card) -> PlaybookSource | None:
    """What the team file says about a card."""
    return next((one for one in card.team.playbooks if one.name == card.name), None)

"""The run cards: those in force, and older versions that open incidents still stand on."""

import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime

from runcard.db.work import Work
from runcard.domain.alerts.severity import Judge, judge_for
from runcard.domain.escalation.model import EscalationPolicy, Reached
from runcard.domain.escalation.readiness import keys_of, to_mend
from runcard.domain.escalation.rules import policy_for, reach_targets
from runcard.domain.people.model import Target, TeamFile
from runcard.domain.people.team_file import decode
from runcard.domain.playbooks.actions import version_of
from runcard.domain.playbooks.binding import bound
from runcard.domain.playbooks.card import Card, Promises
from runcard.domain.playbooks.compile import compile_playbook
from runcard.domain.playbooks.linter import Linter
from runcard.domain.playbooks.promises import promises
from runcard.domain.playbooks.queries import published, standing_ids
from runcard.kernel.errors import NotFound
from runcard.kernel.ids import PlaybookId


@dataclass(slots=True)
class Deck:
    """Compiled once and kept; compiling the same words gives the same card on every node."""

    linter: Linter
    in_force: tuple[Card, ...] = ()
    appoint: Callable[[Card], Judge] = judge_for
    """Whoever tells the severity of alerts by a card."""
    _known: dict[PlaybookId, Card] = field(default_factory=dict)
    _judged: dict[PlaybookId, tuple[date, Card]] = field(default_factory=dict)
    _judges: dict[PlaybookId, Judge] = field(default_factory=dict)
    _promises: dict[tuple[PlaybookId, str | None], Promises] = field(default_factory=dict)
    _policies: dict[tuple[PlaybookId, str | None], EscalationPolicy] = field(default_factory=dict)
    _targets: dict[tuple[PlaybookId, str], tuple[Target, ...]] = field(default_factory=dict)
    _guard: threading.Lock = field(default_factory=threading.Lock)

    def put_in_force(self, cards: Sequence[Card]) -> None:
        """These answer new alerts from now on."""
        self.in_force = tuple(cards)
        self._known.update({card.id: card for card in cards})

    def card(self, work: Work, playbook_id: PlaybookId) -> Card:
        """The version an incident stands on."""
        with self._guard:
            if playbook_id not in self._known:
                version = published(work, playbook_id)
                playbook = compile_playbook(version.source, self.linter.words)
                card = Card(version.id, version.name, playbook, decode(version.team))
                self._known[playbook_id] = card
            return self._known[playbook_id]

    def card_of(self, name: str, source: str, words: object, team: TeamFile) -> Card:
        """A document beside a team file, given as its plain words and as what they mean. Compiled
        without the guard: nobody who takes an alert in waits for it."""
        playbook_id = version_of(name, source, words)
        known = self._known.get(playbook_id)
        if known is not None:
            return known
        card = Card(playbook_id, name, compile_playbook(source, self.linter.words), team)
        with self._guard:
            return self._known.setdefault(playbook_id, card)

    def judged(self, card: Card, day: date) -> Card:
        """The card with all that `runcard check` finds on this day. Shell is read by a program of
        its own: nobody who takes an alert in may wait for it, so it is for readers only."""
        known = self._judged.get(card.id)
        if known is None or known[0] != day:
            whole = self.linter.judged("\n".join(card.playbook.lines), day)
            book = replace(card.playbook, findings=whole.findings)
            known = self._judged[card.id] = (day, replace(card, playbook=book))
        return known[1]

    def look_again(self, work: Work) -> bool:
        """Take up what another node put in force; whether there was anything."""
        ids = standing_ids(work)
        if not ids or ids == [card.id for card in self.in_force]:
            return False
        self.put_in_force([self.card(work, PlaybookId(one)) for one in ids])
        return True

    def named(self, name: str | None) -> Card:
        """The card in force by its name; the default one without a name. Raises NotFound."""
        if name is None:
            return self.default()
        for card in self.in_force:
            if card.name == name:
                return card
        names = ", ".join(card.name for card in self.in_force)
        raise NotFound(f"There is no playbook {name}; in force are: {names}")

    def default(self) -> Card:
        """The one the team file names as default, else the first."""
        team = self.in_force[0].team
        named = [card for card in self.in_force if card.name == team.default_playbook]
        return (named or list(self.in_force))[0]

    def judge(self, card: Card) -> Judge:
        """What tells the severity of an alert by this card."""
        if card.id not in self._judges:
            self._judges[card.id] = self.appoint(card)
        return self._judges[card.id]

    def promises(self, card: Card, severity: str | None) -> Promises:
        """What the card promises at a level."""
        key = (card.id, severity)
        if key not in self._promises:
            self._promises[key] = promises(card, severity)
        return self._promises[key]

    def policy(self, card: Card, severity: str | None) -> EscalationPolicy:
        """Who is told at a level when nobody answers."""
        key = (card.id, severity)
        if key not in self._policies:
            self._policies[key] = policy_for(card, severity)
        return self._policies[key]

    def reach(self, card: Card, title: str, at: datetime) -> Reached:
        """The people behind a title at a moment."""
        key = (card.id, title)
        if key not in self._targets:
            self._targets[key] = bound(card.team, title)
        return reach_targets(card.team, title, self._targets[key], at)

    def to_mend(self, at: datetime) -> tuple[str, ...]:
        """What would make the next page fall back, each said once."""
        said = (
            sentence
            for card in self.in_force
            for sentence in to_mend(card, [self.policy(card, key) for key in keys_of(card)], at)
        )
        return tuple(dict.fromkeys(said))

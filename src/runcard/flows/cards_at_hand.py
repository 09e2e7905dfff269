"""A start without a database: the documents and the team file on this disk say who is woken."""

from runcard.domain.people.team_file import decode
from runcard.domain.playbooks.repository import Library
from runcard.flows.deck import Deck


def cards_at_hand(deck: Deck, library: Library) -> None:
    """Puts in force what can be read. It may differ from what was published, and that is better
    than nobody."""
    team = decode(library.team)
    found = [one for entry in library.entries for one in library.read(entry).found]
    words = {one.name: one.words for one in found} or {"none": ""}
    deck.put_in_force(
        [deck.card_of(name, source, library.team, team) for name, source in words.items()]
    )

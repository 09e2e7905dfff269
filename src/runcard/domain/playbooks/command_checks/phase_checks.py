"""A process that sends to the cards and looks afterwards whether it worked, whatever was done."""

from collections.abc import Iterator, Sequence

from runcard.domain.playbooks.facts import Facts, Said
from runcard.domain.playbooks.model import Phase
from runcard.domain.playbooks.words import plain

HEAD = 60  # signs in which a step tells what it is for


def end_in_a_check(phases: Sequence[Phase], facts: Facts) -> bool:
    """`Carry out the card of chapter 4`, and `then open the gate once by hand` in the same phase or
    in a later one: whoever has carried a card out comes back to it."""
    is_sent = False
    for said in _steps(phases, facts):
        if is_sent and said.kind == "item" and _looks(said.text, facts):
            return True
        is_sent = is_sent or _sends_to_a_card(said.text, facts)
    return False


def _steps(phases: Sequence[Phase], facts: Facts) -> Iterator[Said]:
    """What is said in the process, from its first line to its last."""
    for section in facts.page.sections:
        if any(one.line <= section.line <= (one.end_line or one.line) for one in phases):
            yield from facts.said_in(section)


def _sends_to_a_card(text: str, facts: Facts) -> bool:
    told = facts.speaks("cards", plain(text)) & {"carried_out"}
    return bool(told and facts.speaks("prose", plain(text)) & {"procedures"})


def _looks(text: str, facts: Facts) -> bool:
    told = facts.speaks("parts", plain(text)[:HEAD]) & {"verify"}
    return bool(told or facts.speaks("setting", plain(text)) & {"proof"})

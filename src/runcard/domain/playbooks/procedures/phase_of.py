"""Which phase of a document's process says what to do now, and its first step."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from runcard.domain.playbooks.model import Item, ItemKind, Meaning, Phase
from runcard.domain.playbooks.vocabulary import Vocabulary


@dataclass(frozen=True, slots=True)
class Moment:
    """What a phase must be for, the best first; and its usual place in a document whose titles
    do not tell."""

    wanted: tuple[Meaning, ...]
    place: int


def with_meaning(phase: Phase, words: Vocabulary) -> Phase:
    """The phase, with what its title and the beginnings of its items speak of."""
    items = tuple(replace(one, acknowledges=tells_to_answer(one, words)) for one in phase.items)
    meanings = frozenset(map(Meaning, words.meanings.all(phase.title)))
    return replace(phase, items=items, meanings=meanings)


def tells_to_answer(item: Item, words: Vocabulary) -> bool:
    """`Acknowledge the page`, in the words of several languages."""
    found = words.talk.matches(item.text)
    return any(
        match.start() == 0 and "acknowledge" in words.talk.phrases[match.group()] for match in found
    )


def phase_of(phases: Sequence[Phase], moment: Moment) -> Phase | None:
    """The phase for this moment: by what its title means, else by its place. None where the only
    phase left is known to be for another moment: no advice is better than that of yesterday."""
    usable = [phase for phase in phases if not is_only_detection(phase)]
    for meaning in moment.wanted:
        meant = [phase for phase in usable if meaning in phase.meanings]
        if meant:
            return next((phase for phase in meant if phase.items), meant[0])
    return by_place([phase for phase in usable if phase.items] or usable, moment.place)


def by_place(phases: Sequence[Phase], place: int) -> Phase | None:
    """The phase at the usual place, unless its title says that it is for something else."""
    if not phases:
        return None
    phase = phases[min(place, len(phases) - 1)]
    return phase if phase.meanings <= {Meaning.DETECT} else None


def is_only_detection(phase: Phase) -> bool:
    """Ways in which trouble is noticed: a list of them asks nothing of whoever was paged."""
    is_list = all(item.kind is ItemKind.BULLET for item in phase.items)
    return is_list and phase.meanings == {Meaning.DETECT}


def first_step(phase: Phase) -> Item:
    """The first box or numbered step, else the first bullet, once the page is answered; a phase
    without any is its title."""
    left = [item for item in phase.items if not item.acknowledges] or phase.items
    asked = [item for item in left if item.kind is not ItemKind.BULLET]
    itself = Item(phase.title, phase.line, ItemKind.STEP)
    return next(iter((*asked, *left)), itself)

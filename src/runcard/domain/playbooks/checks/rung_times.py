"""What a bare time behind a rung means: how long it has the page, or when it is called."""

from collections.abc import Iterable

from runcard.domain.playbooks.facts import Facts
from runcard.domain.playbooks.model import ChainStep, EscalationChain
from runcard.domain.playbooks.words import plain

BARE = set("0123456789<≤")  # with which a time begins that no word leads to


def is_own_answer(step: ChainStep) -> bool:
    """`Porter (5 min)` at the head of a chain: so soon he answers, and waits for nobody."""
    return step.after is not None and step.after.text[:1] in BARE


def is_bare(step: ChainStep) -> bool:
    """`Second hand (15 min)`: a wait, and no word of what it is for."""
    return step.after is not None and (step.condition or "").strip() == step.after.text.strip()


def is_for_a_silence(step: ChainStep, facts: Facts) -> bool:
    """Something does not come in time, and it is no solution: before the level must be answered,
    somebody else is called."""
    spoken = facts.speaks("prose", step.condition or "")
    return "denied" in spoken and "solved" not in spoken


def hears_of_it(step: ChainStep, facts: Facts) -> bool:
    """`Master informed (9 min)`: by then the news is with him, whoever answers the page."""
    behind = plain(facts.page.lines[step.line - 1]).partition(step.who)[2]
    known = facts.words.lint["people"].exactly(behind.partition("(")[0].strip())
    return known == "happened" and is_bare(step)


def held_rungs(chains: Iterable[EscalationChain]) -> set[int]:
    """`Porter (5 min) → Mate (15 min)`, with one time for each from the first: so long he has it,
    and the mate is called when the porter's time is over. Who is called at once, below
    them, takes no turn."""
    return {id(step) for chain in chains if _each_holds(chain) for step in chain.steps}


def _each_holds(chain: EscalationChain) -> bool:
    steps = [*chain.steps[:1], *(one for one in chain.steps[1:] if not _is_called_at_once(one))]
    times = [step.after for step in steps if step.after is not None]
    lengths = [one for one in times if one.seconds and one.min_seconds in {None, one.seconds}]
    return len(lengths) == len(steps) and all(map(is_own_answer, steps))


def _is_called_at_once(step: ChainStep) -> bool:
    return step.after is not None and step.after.seconds == 0

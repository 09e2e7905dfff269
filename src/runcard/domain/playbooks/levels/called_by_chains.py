"""Whom each level goes to, where the chain says it: a matrix of levels and people, or branches.

Only where every level but the lightest has somebody: a chain that names one level tells a case.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from runcard.domain.playbooks.levels.mentions import keys_in
from runcard.domain.playbooks.levels.spellings import spellings, squeezed
from runcard.domain.playbooks.model import EscalationChain, Severity, Text
from runcard.domain.playbooks.vocabulary import Vocabulary

FEWEST = 2


def for_their_levels(
    chains: Sequence[EscalationChain], levels: Sequence[Severity], words: Vocabulary
) -> tuple[EscalationChain, ...]:
    """Chains below headings that are levels are each for its own; one alone is for all."""
    titled = [keys_in(chain.title, levels, words) for chain in chains]
    if len({keys for keys in titled if keys}) < FEWEST:
        return tuple(chains)
    return tuple(
        replace(chain, keys=chain.keys or keys) for chain, keys in zip(chains, titled, strict=True)
    )


def with_called(
    levels: Sequence[Severity], chains: Sequence[EscalationChain]
) -> tuple[Severity, ...]:
    """Levels with the people whom the chains name for them, where no level has any of its own."""
    known = spellings(levels)
    if _are_of_cases(chains, known):
        return tuple(levels)
    called: dict[str, tuple[Text, ...]] = {}
    for step in (one for chain in chains for one in chain.steps):
        key = known.get(squeezed(step.condition or ""))
        if key is not None:
            called[key] = (*called.get(key, ()), Text(step.who, step.line))
    are_all = bool(called) and all(level.key in called for level in levels[:-1])
    if not are_all or any(level.escalation for level in levels):
        return tuple(levels)
    return tuple(replace(level, escalation=called.get(level.key, ())) for level in levels)


def _are_of_cases(chains: Sequence[EscalationChain], known: Mapping[str, str]) -> bool:
    """Levels in the conditions of more than one chain: each tells whom its own kind of trouble goes
    to."""
    told = [
        chain
        for chain in chains
        if any(squeezed(one.condition or "") in known for one in chain.steps)
    ]
    return len(told) > 1

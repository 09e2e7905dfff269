"""Lists that look like chains and are of work: steps of the process, things that are read, and
faults with what mends them."""

import re
from collections.abc import Iterable, Sequence

from runcard.domain.playbooks.model import ChainStep
from runcard.domain.playbooks.people.calling import is_task
from runcard.domain.playbooks.people.persons import plays_a_part
from runcard.domain.playbooks.vocabulary import Vocabulary

CODE = re.compile(r"^[(（]?`[^`]+`(?:[,;/ ]+`[^`]+`)*[)）]?$")
FEWEST = 2


def are_of_work(names: Iterable[str], words: Vocabulary) -> bool:
    """`Acknowledge`, `Mitigate`: two at least that are the name of what is done."""
    return sum(words.meanings.exactly(name) is not None for name in names) >= FEWEST


def are_of_code(steps: Sequence[ChainStep]) -> bool:
    """`Look at the log (`/var/log/mill`)`: beside each stands a file or a command and no case."""
    told = [step.condition for step in steps if step.condition]
    return len(told) >= FEWEST and all(CODE.match(one) for one in told)


def are_of_cures(steps: Sequence[ChainStep], words: Vocabulary) -> bool:
    """`Wheel stuck: open the upper sluice`: behind each stands what is done about it, and before
    none somebody who does it."""
    return len(steps) >= FEWEST and all(
        is_task(step.condition or "", words) and not plays_a_part(step.who, words) for step in steps
    )

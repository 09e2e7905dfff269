"""What a level's chapter holds beside its promises: the plan of the work, minutes for each step.

`### Step 2: Gather (3 minutes)` and `2. **Gather** (3 min) → all on deck` say how long a step takes
and nothing of when the level is answered or mended.
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from runcard.domain.playbooks.page.blocks import Item, Outline, Section, items
from runcard.domain.playbooks.times.grammar import spans_in
from runcard.domain.playbooks.vocabulary import Vocabulary
from runcard.domain.playbooks.words import plain

BRACKETED = re.compile(r"[(（]([^()（）]{1,60})[)）]")
FEWEST = 3


def without_plans(page: Outline, section: Section, words: Vocabulary) -> Iterator[Section]:
    """The chapter and what is below it, less its timed steps."""
    timed = [one for one in page.children(section) if _has_a_window(one.title, words)]
    steps = timed if len(timed) >= FEWEST else []
    planned = {part.index for step in steps for part in page.under(step)}
    for part in page.under(section):
        if part.index not in planned:
            yield _without_timed_steps(part, words)


def _without_timed_steps(section: Section, words: Vocabulary) -> Section:
    numbered = [item for item in items(section) if item.numbered and item.depth == 1]
    plans = {
        line
        for line in {item.list_line for item in numbered}
        if _is_a_plan([item for item in numbered if item.list_line == line], words)
    }
    kept = (one for one in section.blocks if not (isinstance(one, Item) and one.list_line in plans))
    return replace(section, blocks=tuple(kept)) if plans else section


def _is_a_plan(steps: list[Item], words: Vocabulary) -> bool:
    return len(steps) >= FEWEST and all(_has_a_window(step.text, words) for step in steps)


def _has_a_window(text: str, words: Vocabulary) -> bool:
    """Its first brackets hold a time and no more than that."""
    found = BRACKETED.search(plain(text))
    return found is not None and bool(spans_in(found.group(1), words))

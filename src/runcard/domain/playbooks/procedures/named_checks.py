"""Checks that have a name of their own in bold above their commands."""

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from runcard.domain.playbooks.page.blocks import label_of
from runcard.domain.playbooks.procedures.run_steps import Step
from runcard.domain.playbooks.procedures.scenario_titles import is_scenario
from runcard.domain.playbooks.procedures.step_codes import without_code
from runcard.domain.playbooks.vocabulary import Vocabulary
from runcard.domain.playbooks.words import untitled

MARKER = re.compile(r"^\s*(?:[-*+]|\d{1,3}[.)])\s+(?=\*\*|__)")
BACK = {"mended", "works", "normal"}


def cases_of(steps: Sequence[Step], words: Vocabulary) -> Iterator[list[Step]]:
    """The steps of each `#### Case B: no water`; all of them, where there is no such heading."""
    cases = groupby(steps, lambda step: step.above if _is_a_case(step.above, words) else "")
    yield from (list(one) for _, one in cases)


def _is_a_case(above: str, words: Vocabulary) -> bool:
    return above.startswith("#") and is_scenario(above.lstrip("# "), words)


def says_it_is_back(step: Step, words: Vocabulary) -> bool:
    """`8. **Verify that the pumps are back**` above a single command."""
    is_said = not words.told.all(step.above).isdisjoint(BACK)
    return step.is_alone and is_said and begins_with_a_check(step.above, words)


def is_a_name(above: str) -> bool:
    """`**Step 3: Find the leak**`."""
    label = label_of(above)
    return label is not None and label.stands_alone


def is_to_check(above: str, words: Vocabulary) -> bool:
    """`**6. Verify the pumps**`."""
    return _is_check(_named(above), words)


def _is_check(name: str, words: Vocabulary) -> bool:
    return any(
        one.start() == 0 and "verification" in words.parts.phrases[one.group()]
        for one in words.parts.matches(name)
    )


def begins_with_a_check(above: str, words: Vocabulary) -> bool:
    """`3. **Verify the pumps.** Turn the tap and see that it runs:`."""
    label = label_of(MARKER.sub("", above))
    return label is not None and label.bold and _is_check(label.name, words)


def names_a_check(above: str, words: Vocabulary) -> bool:
    """`5. **Check the pumps**`, `5. **Pumpen prüfen**`: a look as well, where it comes first."""
    said = _named(MARKER.sub("", above)).rstrip(": ：")
    return any(
        (one.start() == 0 or one.end() == len(said)) and "test" in words.checks.phrases[one.group()]
        for one in words.checks.matches(said)
    )


def _named(above: str) -> str:
    """The name of a step, without its number."""
    label = label_of(above) if is_a_name(above) else None
    return without_code(untitled(label.name)) if label is not None else ""

"""Several calls with one verb, where it stands last: a name behind each case."""

import re

from runcard.domain.playbooks.model import ChainStep, Text
from runcard.domain.playbooks.times.waits import delay
from runcard.domain.playbooks.vocabulary import Vocabulary

# Names are written in other signs than the particles around them.
NAME = r"[^\sぁ-ん、。，,「」（）()]{2,16}"
NAMED = re.compile(rf"({NAME})(?:と({NAME}))?(?=\s*(?:[、，]|[にへを]))")
FEWEST = 2


def paired_calls(said: Text, words: Vocabulary) -> tuple[ChainStep, ...]:
    """`1時間を超えたら女将、2時間を超えたら組合長と消防団に知らせる` calls three people."""
    steps: list[ChainStep] = []
    start = cases = 0
    for one in words.particles.matches(said.text):
        is_case = "case_end" in words.particles.phrases[one.group()]
        named = NAMED.match(said.text, one.end()) if is_case else None
        if named is None:
            continue
        case = said.text[start : one.end()].strip("、， ")
        after = delay(case, said.line, words)
        names = [name for name in named.groups() if name]
        steps.extend(ChainStep(name, said.line, case, after) for name in names)
        start, cases = named.end(), cases + 1
    are_waited = all(step.after is not None for step in steps)
    return tuple(steps) if are_waited and cases >= FEWEST else ()

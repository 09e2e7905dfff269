"""Chains with arrows amid other sentences: `Pages go by bell. Night: mate → (5 min) captain.`"""

import re
from collections.abc import Sequence

from runcard.domain.playbooks.chains.following_calls import following_calls
from runcard.domain.playbooks.levels.mentions import starts_with_level
from runcard.domain.playbooks.model import ChainStep, Text
from runcard.domain.playbooks.page.blocks import label_of
from runcard.domain.playbooks.particles import without_article
from runcard.domain.playbooks.people.arrows import ARROW, arrow_steps
from runcard.domain.playbooks.people.call_sentences import called_in, is_short_name
from runcard.domain.playbooks.people.calling import is_task
from runcard.domain.playbooks.people.first_asked import first_asked
from runcard.domain.playbooks.people.rung_leads import opens_a_case
from runcard.domain.playbooks.times.clauses import sentences
from runcard.domain.playbooks.times.waits import delay
from runcard.domain.playbooks.vocabulary import Vocabulary

NUMBERED = re.compile(r"(?:^|[^\w.])\d{1,2}\.$")
ENDS = " .。,，;；:："
LONGEST = 1000
FEWEST = 2
FAILING = {"silence", "fails"}


def steps_of_line(said: Text, words: Vocabulary) -> tuple[ChainStep, ...]:
    """All rungs that the sentences of a line draw, and those that the sentences behind them tell;
    what stands in front of the first arrow's sentence is none."""
    parts = _sentences(said.text) if len(said.text) <= LONGEST else []
    drawn = [at for at, part in enumerate(parts) if ARROW.search(part)]
    if not drawn:
        return arrow_steps(said.text, said.line, words)
    steps: list[ChainStep] = []
    are_pairs = len(drawn) > 1 and all(len(ARROW.split(parts[at])) == FEWEST for at in drawn)
    for at in drawn:
        part = Text(parts[at], said.line)
        steps.extend(_drawn(part, words, is_first=not steps, is_pair=are_pairs))
    rest = [Text(part, said.line) for part in parts[drawn[-1] + 1 :]]
    return (*steps, *following_calls(rest, words))


def drawn_sentences(text: str) -> list[str]:
    """The sentences of a line, where each has a label and draws three people or more."""
    parts = _sentences(text) if len(text) <= LONGEST and ARROW.search(text) else []
    labels = [label_of(part.replace("`", "")) for part in parts]
    are_drawn = all(len(ARROW.split(part)) > FEWEST for part in parts)
    are_named = all(label and label.value and not ARROW.search(label.name) for label in labels)
    return parts if are_drawn and are_named else []


def _sentences(text: str) -> list[str]:
    """`(8 min. silent) mate → 2. captain` is one, in spite of its stops."""
    whole: list[str] = []
    for part in sentences(text):
        last = whole[-1] if whole else ""
        is_open = last.count("(") > last.count(")") or NUMBERED.search(last) is not None
        if whole and (is_open or ARROW.match(part)):
            whole[-1] = f"{last} {part}"
        else:
            whole.append(part)
    return whole


def _drawn(said: Text, words: Vocabulary, *, is_first: bool, is_pair: bool) -> Sequence[ChainStep]:
    """Among pairs, `Outage of an hour → captain`, every wait on the left is a case."""
    part, line = said.text, said.line
    label = label_of(part.replace("`", ""))
    part = label.value if label is not None and not ARROW.search(label.name) else part
    first, *others = ARROW.split(part)
    case = first.strip(ENDS)
    is_case = _is_case(case, words) or (is_pair and delay(case, line, words) is not None)
    if not is_case:
        return arrow_steps(part, line, words)
    names = [name for one in others if (name := _called(one, words))]
    if not names or len(names) < len(others) - 1:
        return arrow_steps(part, line, words)
    asked = _asked(case, words) if is_first else None
    before = [] if asked is None else [ChainStep(asked, line, None, None)]
    rungs = [ChainStep(names[0], line, case, delay(case, line, words))]
    return [*before, *rungs, *(ChainStep(name, line, None, None) for name in names[1:])]


def _is_case(text: str, words: Vocabulary) -> bool:
    """`P1 open for an hour`, `the mate does not answer in 10 min`: a wait, and what is not so."""
    if delay(text, 0, words) is None:
        return False
    return starts_with_level(text, words) or opens_a_case(text, words) or _fails(text, words) > 0


def _fails(text: str, words: Vocabulary) -> int:
    """Where a word for failing begins."""
    found = (
        one.start() for one in words.rungs.matches(text) if FAILING & _kinds(one.group(), words)
    )
    return min(found, default=0)


def _kinds(phrase: str, words: Vocabulary) -> set[str]:
    return set(words.rungs.phrases[phrase])


def _asked(case: str, words: Vocabulary) -> str | None:
    """Who did not answer."""
    told = first_asked(case, words)
    if told is not None or opens_a_case(case, words):
        return told
    who = without_article(case[: _fails(case, words)].strip(ENDS), words)
    return who if is_short_name(who, words) and not starts_with_level(who, words) else None


def _called(text: str, words: Vocabulary) -> str:
    """A name, or whom somebody calls; `ring again` is nobody."""
    bare = text.strip(ENDS)
    call = called_in(bare, words)
    who = without_article(call.who if call is not None else bare, words)
    return who if is_short_name(who, words) and not is_task(who, words) else ""

"""Rungs that sentences name: `Level 2 is the shift lead; call her if nothing moves in an hour.`"""

from collections.abc import Iterator, Sequence

from runcard.domain.playbooks.chains.told_clauses import SEMICOLON
from runcard.domain.playbooks.model import ChainStep, EscalationChain, Text
from runcard.domain.playbooks.page.blocks import Paragraph, Section
from runcard.domain.playbooks.people.names_and_cases import cut_at_case
from runcard.domain.playbooks.people.persons import are_of_people, person_in
from runcard.domain.playbooks.people.rung_leads import is_tier
from runcard.domain.playbooks.times.running_text import sentences_of
from runcard.domain.playbooks.times.waits import delay
from runcard.domain.playbooks.vocabulary import Vocabulary
from runcard.domain.playbooks.words import plain

ENDS = " .。,，、;；:："
FEWEST, MOST = 2, 12
LONGEST = 300


def said_rungs(section: Section, words: Vocabulary) -> Iterator[EscalationChain]:
    """A paragraph of which most sentences begin with the number of a rung and an `is`; half of
    the names at least are of people: caches and networks have levels, too."""
    for block in section.blocks:
        if not isinstance(block, Paragraph) or block.quote is not None or block.in_item:
            continue
        said = [*sentences_of([Text(plain(line.text), line.line) for line in block.lines])]
        steps = _steps(said, words) if FEWEST <= len(said) <= MOST else ()
        if len(steps) >= FEWEST and 2 * len(steps) >= len(said):
            yield EscalationChain(steps[0].line, ordered=True, steps=steps)


def _steps(said: Sequence[Text], words: Vocabulary) -> tuple[ChainStep, ...]:
    found = tuple(step for one in said if (step := _step(one, words)) is not None)
    return found if are_of_people([step.who for step in found], words) else ()


def _step(said: Text, words: Vocabulary) -> ChainStep | None:
    text = said.text.strip(ENDS)
    for verb in words.rungs.matches(text) if len(text) <= LONGEST else ():
        is_verb = "helps" in words.rungs.phrases[verb.group()]
        if is_verb and is_tier(text[: verb.start()].strip(), words):
            return _named(text[verb.end() :], said.line, words)
    return None


def _named(text: str, line: int, words: Vocabulary) -> ChainStep | None:
    """The name, and the case behind it or behind the next verb."""
    first, *others = SEMICOLON.split(text.strip())
    name, case = cut_at_case(first, words)
    told = [case, *(cut_at_case(other, words)[1] for other in others)]
    condition = next((one for one in told if one), None)
    who = person_in(name, words)
    return ChainStep(who, line, condition, delay(condition or "", line, words)) if who else None

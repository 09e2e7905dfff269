"""Several calls in one sentence of a script without blanks, a clause each."""

from runcard.domain.playbooks.chains.rungs import call_step
from runcard.domain.playbooks.model import ChainStep, Text
from runcard.domain.playbooks.people.call_sentences import called_in
from runcard.domain.playbooks.people.wide_calls import COMMA
from runcard.domain.playbooks.times.grammar import spans_in
from runcard.domain.playbooks.vocabulary import Vocabulary
from runcard.domain.playbooks.words import WIDE

FEWEST = 2


def clause_calls(said: Text, words: Vocabulary) -> tuple[ChainStep, ...]:
    """`先打给水手,10分钟未响应转给船长,1小时未解决通知船东` calls three; a clause that calls nobody
    is the case of the next one, unless both have a wait. All but the first need one."""
    if WIDE.search(said.text) is None:
        return ()
    steps: list[ChainStep] = []
    case = ""
    for clause in COMMA.split(said.text):
        told = f"{case}{clause}"
        if len(spans_in(told, words)) > 1:
            return ()
        call = called_in(told, words)
        case = "" if call is not None else f"{told},"
        steps.extend([call_step(call, said.line, words)] if call is not None else [])
    waited = [step for step in steps if step.after is not None]
    are_rungs = len(waited) >= FEWEST and all(step in waited for step in steps[1:])
    return tuple(steps) if are_rungs and not case else ()

"""Several calls in one sentence of a script without blanks, a clause each."""

from dataclasses import replace

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
    is the case of the next one, unless both have a wait. All but the first need a case, one of
    them a wait; `同时叫上厨师` calls the cook in the case of whoever was called before."""
    if WIDE.search(said.text) is None:
        return ()
    steps: list[ChainStep] = []
    start = 0
    for end in (*(one.start() for one in COMMA.finditer(said.text)), len(said.text)):
        told = said.text[start:end]
        if len(spans_in(told, words)) > 1:
            return ()
        call = called_in(told, words)
        if call is None:
            continue
        start = end + 1
        if steps and words.rungs.exactly(call.case or "") == "besides":
            steps.append(replace(steps[-1], who=call.who))
        elif call.case or not steps:
            steps.append(call_step(call, said.line, words))
    is_waited = any(step.after is not None for step in steps)
    is_open = bool(spans_in(said.text[start:], words))
    return tuple(steps) if is_waited and len(steps) >= FEWEST and not is_open else ()

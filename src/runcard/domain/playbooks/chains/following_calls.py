"""Sentences behind a chain that go on with it: `P1 longer than an hour: the mayor; …`"""

import re
from collections.abc import Iterator, Sequence

from runcard.domain.playbooks.chains.rungs import call_step
from runcard.domain.playbooks.levels.mentions import starts_with_level
from runcard.domain.playbooks.model import ChainStep, Text
from runcard.domain.playbooks.page.blocks import label_of
from runcard.domain.playbooks.particles import without_article
from runcard.domain.playbooks.people.call_sentences import called_in, is_short_name
from runcard.domain.playbooks.people.calling import without_verb
from runcard.domain.playbooks.people.laid_bare import opens_with_case
from runcard.domain.playbooks.people.names_and_cases import cut_at_case
from runcard.domain.playbooks.people.rung_leads import lead_of
from runcard.domain.playbooks.times.waits import delay
from runcard.domain.playbooks.vocabulary import Vocabulary
from runcard.domain.playbooks.words import plain

SEMICOLON = re.compile(r"\s*[;；]\s*")
CALLING = {"call", "calling"}
MOST_WORDS = 4
LONGEST = 400
ENDS = " .。,，;；"


def following_calls(said: Sequence[Text], words: Vocabulary) -> tuple[ChainStep, ...]:
    """Everybody called after a wait or in a case, up to the first sentence that calls nobody so."""
    steps: list[ChainStep] = []
    for one in said:
        found = [*_calls(one, words)]
        if not found:
            break
        steps.extend(found)
    return tuple(steps)


def _calls(said: Text, words: Vocabulary) -> Iterator[ChainStep]:
    text = plain(said.text).strip(ENDS) if len(said.text) <= LONGEST else ""
    pieces = [piece for piece in SEMICOLON.split(text) if piece]
    steps = [_step(piece, said.line, words) for piece in pieces]
    told = [step for step in steps if step is not None and _is_in_a_case(step, words)]
    yield from told if len(told) == len(steps) else ()


def _is_in_a_case(step: ChainStep, words: Vocabulary) -> bool:
    """After a wait, or in a case that the sentence begins with."""
    return step.after is not None or opens_with_case(step.condition or "", words)


def _step(piece: str, line: int, words: Vocabulary) -> ChainStep | None:
    """`P1 open for 2 hours: the mayor`, `After 2 hours the mate wakes the mayor`."""
    step = _for_a_level(piece, line, words)
    if step is not None:
        return step
    lead = lead_of(piece, line, words)
    if lead is not None and lead.condition:
        who = without_article(without_verb(lead.rest.strip(ENDS), words), words)
        if is_short_name(who, words):
            return ChainStep(who, line, lead.condition, delay(lead.condition, line, words))
    call = called_in(piece, words)
    return call_step(call, line, words) if call is not None and call.case else None


def _for_a_level(piece: str, line: int, words: Vocabulary) -> ChainStep | None:
    """`For a P1 also phone the mayor after an hour: she knows the guild`."""
    label = label_of(piece)
    said = piece if label is None else label.name
    for verb in words.rungs.matches(said):
        before = said[: verb.start()].strip()
        if not CALLING & set(words.rungs.phrases[verb.group()]) or not _is_level(before, words):
            continue
        who, case = cut_at_case(without_article(said[verb.end() :].strip(), words), words)
        if case and is_short_name(who, words):
            told = f"{before}, {case}"
            return ChainStep(who, line, told, delay(told, line, words))
    return None


def _is_level(text: str, words: Vocabulary) -> bool:
    """`For a P1 also`, `For SEV-A`: a few words, with the word or the code of a level."""
    pieces = text.split()
    starts = any(starts_with_level(" ".join(pieces[at:]), words) for at in range(MOST_WORDS))
    return len(pieces) <= MOST_WORDS and (starts or words.level_words.speaks_of(text, "sure"))

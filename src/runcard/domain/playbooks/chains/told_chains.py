"""Chains told in whole sentences: each calls one more person, or one goes from name to name."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from runcard.domain.playbooks.chains.passed_alarms import alarmed_first
from runcard.domain.playbooks.chains.rungs import call_step
from runcard.domain.playbooks.lexicon import Mention
from runcard.domain.playbooks.model import ChainStep, EscalationChain, Text
from runcard.domain.playbooks.page.blocks import Block, Item, Paragraph, Section, label_of
from runcard.domain.playbooks.particles import is_particle, without_article
from runcard.domain.playbooks.people.call_sentences import called_in, is_short_name
from runcard.domain.playbooks.people.first_asked import first_asked, first_holder
from runcard.domain.playbooks.people.names_and_cases import cut_at_case
from runcard.domain.playbooks.times.running_text import sentences_of
from runcard.domain.playbooks.times.waits import delay
from runcard.domain.playbooks.vocabulary import Vocabulary
from runcard.domain.playbooks.words import plain

SEMICOLON = re.compile(r"\s*[;；]\s*")
COMMAS = (",", "，", "、", ";", "；")
LONGEST_JOINER = 24
FEWEST = 2
ENDS = " .。,，、;；"


def told_chains(block: Paragraph, words: Vocabulary, *, is_near: bool) -> Iterator[EscalationChain]:
    """`If the mate cannot mend it, he wakes Ada. If …`, in running text about escalation."""
    if block.quote is not None or block.in_item:
        return
    told = list(_sentences(block, words, is_near=is_near))
    for steps in (_called(told, words), *(_handed_on(one, words) for one in told)):
        if len(steps) >= FEWEST and sum(step.condition is not None for step in steps) >= FEWEST:
            yield EscalationChain(steps[0].line, ordered=True, steps=steps, title="escalation")
            return


def _sentences(block: Paragraph, words: Vocabulary, *, is_near: bool) -> Iterator[Text]:
    """Those of a paragraph about escalation, or of one line that begins by saying so."""
    lines = [Text(plain(line.text), line.line) for line in block.lines]
    labels = [label_of(line.text) for line in block.lines]
    named = [label is not None and "escalation" in words.about(label.name) for label in labels]
    is_ours = is_near or _speaks_of_escalation(lines[0].text, words)
    if any(named):
        lines = [
            Text(label.value, line.line)
            for line, label, is_named in zip(lines, labels, named, strict=True)
            if label is not None and is_named
        ]
    elif not is_ours:
        return
    for said in sentences_of(lines):
        yield from (replace(said, text=piece) for piece in SEMICOLON.split(said.text) if piece)


def _speaks_of_escalation(text: str, words: Vocabulary) -> bool:
    """`Escalation goes from …`, `Die Eskalation …`: the subject of the first sentence."""
    bare = without_article(text, words)
    return any(
        one.start() == 0 and "escalation" in words.headings.phrases[one.group()]
        for one in words.headings.matches(bare)
    )


def _called(told: Sequence[Text], words: Vocabulary) -> tuple[ChainStep, ...]:
    """Neighbours that each call somebody in a case; before them, who had the matter first."""
    steps: list[ChainStep] = []
    holder = ""
    for one in told:
        call = called_in(one.text, words)
        if call is None or not call.case:
            if len(steps) >= FEWEST:
                break
            steps = []
            holder = alarmed_first(one, words) or first_holder(one.text, words)
            continue
        first = "" if steps else first_asked(call.case, words) or holder
        if first and first != call.who:
            steps.append(ChainStep(first, one.line, None, None))
        steps.append(call_step(call, one.line, words))
    return tuple(steps)


def _handed_on(said: Text, words: Vocabulary) -> tuple[ChainStep, ...]:
    """`Escalation goes from Bo to Ada after 15 minutes, to the captain after an hour, and to …`."""
    if not _speaks_of_escalation(said.text, words):
        return ()
    start = _end_of("from_whom", said.text, words)
    whole = "" if start is None else said.text[start:].strip(ENDS)
    particles = words.particles.matches(whole)
    to = next((one for one in particles if is_particle(one, "to_whom", words)), None)
    if to is None:
        return ()
    rungs = [whole[: to.start()], *_rungs_behind(whole[to.end() :], words)]
    steps = [_step(rung.strip(ENDS), said.line, words) for rung in rungs]
    are_names = all(is_short_name(step.who, words) for step in steps)
    return tuple(steps) if are_names else ()


def _rungs_behind(text: str, words: Vocabulary) -> list[str]:
    """What is behind each `to` that a comma or an `and` leads to; any other is part of a case."""
    found: list[str] = []
    begin = 0
    for one in words.particles.matches(text):
        leads = is_particle(one, "to_whom", words)
        end = _end_before(text[: one.start()], words) if leads else None
        if end is not None and end >= begin:
            found.append(text[begin:end])
            begin = one.end()
    return [*found, text[begin:]]


def _end_before(text: str, words: Vocabulary) -> int | None:
    """Where a rung ends whose last words are a comma, an `and` or a `then`."""
    said = text.rstrip()
    end = said[-LONGEST_JOINER:]
    thens = (one for one in words.rungs.matches(end) if "then" in words.rungs.phrases[one.group()])
    ands = (one for one in words.particles.matches(end) if is_particle(one, "and", words))
    last = [one for one in (*ands, *thens) if _is_last(one, said)]
    bare = said[: len(said) - len(last[-1].group())] if last else said
    is_joined = bool(last) or bare.endswith(COMMAS)
    return len(bare.rstrip(ENDS)) if is_joined else None


def _is_last(found: Mention, said: str) -> bool:
    """Whether a text ends in it, as a word of its own."""
    return said.lower().endswith(found.group()) and said[-len(found.group()) - 1 :][:1] == " "


def _addressee(label: str, words: Vocabulary) -> str | None:
    """`To the captain`: whom a label is for."""
    leads = [one for one in words.particles.matches(label) if one.start() == 0]
    ends = [one.end() for one in leads if is_particle(one, "to_whom", words)]
    return label[ends[0] :].strip() if ends else None


def _step(rung: str, line: int, words: Vocabulary) -> ChainStep:
    who, case = cut_at_case(rung, words)
    return ChainStep(without_article(who, words), line, case or None, delay(case, line, words))


def _end_of(concept: str, text: str, words: Vocabulary) -> int | None:
    found = words.particles.matches(text)
    return next((one.end() for one in found if is_particle(one, concept, words)), None)


def labelled_chains(section: Section, words: Vocabulary) -> Iterator[EscalationChain]:
    """`**To the captain:** P1 open for an hour`: bold lines that each say to whom, and when."""
    found = [
        ChainStep(who, line.line, label.value, delay(label.value, line.line, words))
        for line in _said(section.blocks)
        for label in (label_of(line.text),)
        if label is not None and label.bold and label.value
        for who in (_addressee(label.name, words),)
        if who is not None and is_short_name(who, words)
    ]
    if len(found) >= FEWEST and any(step.after is not None for step in found):
        yield EscalationChain(found[0].line, ordered=False, steps=tuple(found))


def _said(blocks: Sequence[Block]) -> Iterator[Text]:
    for block in blocks:
        if isinstance(block, Item) or (isinstance(block, Paragraph) and block.quote is None):
            yield from block.lines

"""Running text whose lines, or whose sentences, are the rungs of a chain."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from runcard.domain.playbooks.chains.handed_lists import handed_on
from runcard.domain.playbooks.chains.rungs import rungs_of
from runcard.domain.playbooks.chains.titled_rungs import is_title_of_rung
from runcard.domain.playbooks.model import ChainStep, EscalationChain, Text
from runcard.domain.playbooks.page.blocks import Block, Paragraph, Section
from runcard.domain.playbooks.people.rung_leads import lead_of
from runcard.domain.playbooks.times.running_text import sentences_of
from runcard.domain.playbooks.vocabulary import Vocabulary
from runcard.domain.playbooks.words import plain

FEWEST = 2
ENDS = " .。"


def line_chains(section: Section, words: Vocabulary) -> Iterator[EscalationChain]:
    """Lines of running text that each begin with the number or the time of a rung."""
    run: list[Text] = []
    for block in section.blocks:
        lines = block.lines if isinstance(block, Paragraph) and not block.in_item else ()
        told = [*_of_sentences(block, words)]
        if lines and is_title_of_rung(lines[0], words):
            lines = (replace(lines[0], text=plain(lines[0].text)),)
        if not told and lines and all(lead_of(line.text, line.line, words) for line in lines):
            run.extend(lines)
            continue
        yield from _of_lines(run, words)
        yield from told
        run = []
    yield from _of_lines(run, words)


def _of_sentences(block: Block, words: Vocabulary) -> Iterator[EscalationChain]:
    """`First line: the desk. Second line: the team, after an hour.`: a rung a sentence."""
    if not isinstance(block, Paragraph) or block.in_item or block.quote is not None:
        return
    said = [*sentences_of([Text(plain(line.text), line.line) for line in block.lines])]
    if len(said) >= FEWEST and all(lead_of(one.text.rstrip(ENDS), one.line, words) for one in said):
        yield from _of_lines([replace(one, text=one.text.rstrip(ENDS)) for one in said], words)


def _of_lines(run: Sequence[Text], words: Vocabulary) -> Iterator[EscalationChain]:
    steps: tuple[ChainStep, ...] = handed_on(run, words) or rungs_of(run, words)
    if len(steps) >= FEWEST:
        yield EscalationChain(run[0].line, ordered=False, steps=steps)

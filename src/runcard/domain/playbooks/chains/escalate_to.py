"""`Escalate to the captain when a P1 has lasted an hour`: sentences that order it, beside people
and their duties, where no heading speaks of escalation."""

import re
from collections.abc import Iterator

from runcard.domain.playbooks.model import ChainStep, EscalationChain, Text
from runcard.domain.playbooks.page.blocks import Block, Item, Paragraph, Section
from runcard.domain.playbooks.particles import without_article
from runcard.domain.playbooks.people.call_sentences import case_before, is_short_name
from runcard.domain.playbooks.people.names_and_cases import cut_at_case
from runcard.domain.playbooks.people.persons import plays_a_part
from runcard.domain.playbooks.people.rung_leads import is_tier, opens_a_case
from runcard.domain.playbooks.times.grammar import spans_in
from runcard.domain.playbooks.times.running_text import sentences_of
from runcard.domain.playbooks.times.waits import delay, is_wait
from runcard.domain.playbooks.vocabulary import Vocabulary
from runcard.domain.playbooks.words import plain

BREAK = re.compile(r"[:：;；]")
ENDS = " .。,，、;；:："
LONGEST = 400


def escalated_to(section: Section, words: Vocabulary) -> Iterator[EscalationChain]:
    """All such sentences of a section are one chain."""
    steps = tuple(
        step for said in _sentences(section.blocks) if (step := _step(said, words)) is not None
    )
    if steps:
        yield EscalationChain(steps[0].line, ordered=True, steps=steps, title="escalation")


def _sentences(blocks: tuple[Block, ...]) -> Iterator[Text]:
    for block in blocks:
        is_text = isinstance(block, Paragraph) and block.quote is None and not block.in_item
        if isinstance(block, Item | Paragraph) and (is_text or _is_entry(block)):
            yield from sentences_of([Text(plain(line.text), line.line) for line in block.lines])


def _is_entry(block: Block) -> bool:
    return isinstance(block, Item) and not block.box


def _step(said: Text, words: Vocabulary) -> ChainStep | None:
    """The verb begins the sentence, or stands behind a case."""
    text = said.text.strip(ENDS)
    found = words.rungs.matches(text) if len(text) <= LONGEST else ()
    verb = next((one for one in found if "escalate_to" in words.rungs.phrases[one.group()]), None)
    label = "" if verb is None else _label(text[: verb.start()], words)
    before = "" if verb is None else label or case_before(text[: verb.start()], words)
    if verb is None or (verb.start() > 0 and not before):
        return None
    name, behind = cut_at_case(text[verb.end() :].strip(), words)
    who = without_article(name, words)
    case = ", ".join(part for part in (before, behind) if part)
    is_told = bool(label) or _tells_when(case, words)
    if not is_told or not is_short_name(who, words) or is_tier(who, words):
        return None
    return ChainStep(who, said.line, case, delay(case, said.line, words))


def _label(before: str, words: Vocabulary) -> str:
    """`Data leaked:` and nothing else in front of the verb: a case, unless somebody is named."""
    said = before.strip()
    name = said.rstrip(":：").strip()
    is_label = said.endswith((":", "：")) and not BREAK.search(name)
    return name if is_label and not plays_a_part(name, words) else ""


def _tells_when(case: str, words: Vocabulary) -> bool:
    waits = (span for span in spans_in(case, words) if is_wait(span) and not span.now)
    return bool(case) and (opens_a_case(case, words) or any(waits))

"""An escalation of one step: `**Escalation.** If you cannot mend it, call Ada.`

It counts below a label that says so, among people and their duties, and as all that stands below a
heading about escalation. Beside a level or in a runbook such a line belongs to that.
"""

from collections.abc import Iterator, Sequence
from typing import TypeGuard

from runcard.domain.playbooks.chains.work_lists import are_of_work
from runcard.domain.playbooks.model import ChainStep, EscalationChain, Text
from runcard.domain.playbooks.page.addresses import REAL, kind_of
from runcard.domain.playbooks.page.blocks import (
    Block,
    Item,
    Paragraph,
    Section,
    items,
    label_of,
    tables,
)
from runcard.domain.playbooks.particles import is_particle, without_article
from runcard.domain.playbooks.people.arrows import ARROW
from runcard.domain.playbooks.people.call_sentences import called_in, is_short_name
from runcard.domain.playbooks.people.calling import without_verb
from runcard.domain.playbooks.people.first_asked import first_asked
from runcard.domain.playbooks.people.names_and_cases import cut_at_case
from runcard.domain.playbooks.people.persons import person_in, plays_a_part
from runcard.domain.playbooks.people.rung_leads import opens_a_case
from runcard.domain.playbooks.times.grammar import spans_in
from runcard.domain.playbooks.times.running_text import sentences_of
from runcard.domain.playbooks.times.waits import delay
from runcard.domain.playbooks.vocabulary import Vocabulary
from runcard.domain.playbooks.words import plain, trailing_parenthesis

MOST_SENTENCES = 3
ENDS = " .。,，、;；:："


def single_call(section: Section, words: Vocabulary) -> Iterator[EscalationChain]:
    """The one call of a section whose heading is about escalation and that holds nothing else."""
    said = [block for block in section.blocks if _is_running_text(block)]
    if len(said) < len(section.blocks):
        return
    lines = [Text(plain(line.text), line.line) for block in said for line in block.lines]
    if steps := _steps(lines, words):
        yield EscalationChain(section.line, ordered=True, steps=steps)


def _is_running_text(block: Block) -> TypeGuard[Paragraph]:
    return isinstance(block, Paragraph) and block.quote is None


def labelled_calls(section: Section, words: Vocabulary) -> Iterator[EscalationChain]:
    """Behind `Escalation:`, in a line or an entry of its own."""
    duties = _lists_of_duties(section, words)
    for block in section.blocks:
        if isinstance(block, Item) and block.list_line in duties:
            continue
        if not isinstance(block, Item) and not _is_running_text(block):
            continue
        for first, *others in _labelled(block.lines):
            label = label_of(first.text)
            if label is None or words.headings.exactly(label.name.rstrip(".。")) != "escalation":
                continue
            if steps := _steps([Text(label.value, first.line), *others], words):
                yield EscalationChain(first.line, ordered=True, steps=steps, title="escalation")


def is_beside_people(section: Section, words: Vocabulary) -> bool:
    """`Area | Head brewer | Deputy`: a table of a section names parts that people play."""
    return any(plays_a_part(head, words) for table in tables(section) for head in table.head.cells)


def _labelled(lines: Sequence[Text]) -> list[list[Text]]:
    """Lines of a paragraph, apart where a bold label begins."""
    parts: list[list[Text]] = []
    for line in lines:
        label = label_of(line.text)
        if not parts or (label is not None and label.bold):
            parts.append([])
        parts[-1].append(line)
    return parts


def _lists_of_duties(section: Section, words: Vocabulary) -> set[int]:
    """`Watch: the board.`, `Document: in the book.`: among such labels `Escalate:` is a duty."""
    labels: dict[int, list[str]] = {}
    for item in items(section):
        label = label_of(item.text)
        labels.setdefault(item.list_line, []).extend([label.name] if label is not None else [])
    return {line for line, names in labels.items() if are_of_work(names, words)}


def _steps(lines: Sequence[Text], words: Vocabulary) -> tuple[ChainStep, ...]:
    """The only sentence of a few that calls somebody in a case: whoever failed before, if one is
    named, and who is called. Where several failed, more was told than is written here."""
    said = [*sentences_of(lines)] if lines else []
    called = [step for one in said[:MOST_SENTENCES] if (step := _called(one, words))]
    if len(called) != 1 or len(said) > MOST_SENTENCES:
        return ()
    step = called[0]
    first = first_asked(step.condition or "", words) or ""
    if any(is_particle(one, "and", words) for one in words.particles.matches(first)):
        return ()
    before = (ChainStep(first, step.line, None, None),) if first and first != step.who else ()
    return (*before, step)


def _called(said: Text, words: Vocabulary) -> ChainStep | None:
    """`After an hour call Ada`, `Call Ada if it is night`."""
    call = called_in(said.text, words)
    who, case = (call.who, call.case or "") if call else ordered_call(said.text.rstrip(ENDS), words)
    who, case = _drawn(said.text.rstrip(ENDS), words) or (who, case or _haste(said.text, words))
    name, inside = trailing_parenthesis(who)
    who = name if inside is not None and kind_of(inside, words) in REAL else who
    if not case or not is_short_name(who, words):
        return None
    return ChainStep(who, said.line, case, delay(case, said.line, words))


def _haste(said: str, words: Vocabulary) -> str:
    """`Immediately escalate to the captain`: nothing else is waited for."""
    spans = [span for span in spans_in(said, words) if span.now]
    is_first = len(spans) == 1 and spans[0].start == 0
    return said[spans[0].start : spans[0].end] if is_first else ""


def _drawn(said: str, words: Vocabulary) -> tuple[str, str] | None:
    """`If nobody answers in an hour → tell Ada`: one arrow between the case and the name."""
    case, *others = ARROW.split(said)
    if len(others) != 1 or not opens_a_case(case.strip(), words):
        return None
    who = person_in(others[0].strip(), words)
    return (who, case.strip()) if who else None


def ordered_call(said: str, words: Vocabulary) -> tuple[str, str]:
    """The name behind a verb that begins the sentence, and the case behind the name."""
    verbs = [one for one in words.rungs.matches(said) if one.start() == 0]
    is_order = any({"call", "calling"} & set(words.rungs.phrases[one.group()]) for one in verbs)
    rest = said[verbs[0].end() :].strip() if is_order else ""
    who, case = cut_at_case(without_article(rest, words), words)
    return without_verb(who, words), case

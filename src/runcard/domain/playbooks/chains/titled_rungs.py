"""Rungs as titles, `**Level 2: mate**` or `### Level 2: mate`, above what each of them does."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from runcard.domain.playbooks.chains.rungs import rungs_of
from runcard.domain.playbooks.chains.told_cases import case_below, case_in
from runcard.domain.playbooks.lexicon import Mention
from runcard.domain.playbooks.model import ChainStep, EscalationChain, Text
from runcard.domain.playbooks.page.blocks import Block, Item, Paragraph, Section, label_of
from runcard.domain.playbooks.people.rung_leads import lead_of, opens_with_if
from runcard.domain.playbooks.times.waits import delay
from runcard.domain.playbooks.vocabulary import Vocabulary
from runcard.domain.playbooks.words import folded, plain

FEWEST = 2
Titled = tuple[Text, list[Block]]


def titled_rungs(section: Section, words: Vocabulary) -> Iterator[EscalationChain]:
    """Bold lines that each begin with the number of a rung, with a list below one at least."""
    parts = _parts(section, words)
    titles = [title for title, _ in parts]
    is_listed = any(isinstance(block, Item) for _, body in parts for block in body)
    steps = rungs_of(titles, words) if len(titles) >= FEWEST and is_listed else ()
    if steps:
        bodies = [body for _, body in parts]
        yield EscalationChain(titles[0].line, ordered=False, steps=cased(steps, bodies, words))


def is_title_of_rung(line: Text, words: Vocabulary) -> bool:
    """`**Level 2 (after 30 min): mate**` alone on a line, above what the mate does."""
    label = label_of(line.text)
    lead = lead_of(plain(line.text), line.line, words)
    is_alone = label is not None and label.stands_alone
    return is_alone and lead is not None and lead.is_tier


def _parts(section: Section, words: Vocabulary) -> list[Titled]:
    """Each title with the blocks behind it."""
    parts: list[Titled] = []
    for block in section.blocks:
        is_text = isinstance(block, Paragraph) and not block.in_item and block.quote is None
        first = block.lines[0] if is_text and isinstance(block, Paragraph) else None
        if first is not None and is_title_of_rung(first, words):
            parts.append((replace(first, text=plain(first.text)), []))
        elif parts:
            parts[-1][1].append(block)
    return parts


def cased(
    steps: Sequence[ChainStep], bodies: Sequence[Sequence[Block]], words: Vocabulary
) -> tuple[ChainStep, ...]:
    """What is told below a title of its case, where the title says nothing. `Escalate if`
    tells when this rung is reached, unless it stands at the first, too, which nobody escalates to.
    """
    if len(steps) != len(bodies):
        return tuple(steps)
    first = (entry for body in bodies[:1] for entry in _entries(body))
    goes_on = any(_passed_on(entry, words) for entry in first)
    told = zip(steps, bodies, strict=True)
    return tuple(
        step if step.condition else _with_case(step, body, words, goes_on=goes_on)
        for step, body in told
    )


def _entries(body: Sequence[Block]) -> list[Item]:
    return [block for block in body if isinstance(block, Item)]


def _with_case(
    step: ChainStep, body: Sequence[Block], words: Vocabulary, *, goes_on: bool
) -> ChainStep:
    for entry in _entries(body):
        case = _case_in(entry, words) or _wait_in(step.who, entry, words)
        case = case or ("" if goes_on else _passed_on(entry, words))
        if case:
            return replace(step, condition=case, after=delay(case, entry.line, words))
    case, line = case_below(step.who, body, words)
    return replace(step, condition=case, after=delay(case, line, words)) if case else step


def _case_in(entry: Item, words: Vocabulary) -> str:
    """`Trigger: the mate is stuck`, `If the mate is stuck`."""
    label = label_of(entry.text)
    if label is not None and label.value:
        concepts = words.columns.phrases.get(folded(label.name).strip(), ())
        return label.value if "when" in concepts else ""
    said = plain(entry.text).rstrip(" .。")
    return said if opens_with_if(said, words) else ""


def _wait_in(who: str, entry: Item, words: Vocabulary) -> str:
    """`after 20 minutes`, `woken after 20 minutes`: an entry that tells when, and nothing else."""
    said = plain(entry.text)
    goes_on = any(_passes_on(one, words) for one in words.rungs.matches(said))
    return "" if label_of(entry.text) or goes_on else case_in(who, said, words)


def _passed_on(entry: Item, words: Vocabulary) -> str:
    """`Escalate if the mate is stuck`: the case, unless a list below tells it."""
    said = plain(entry.text).rstrip(" .。")
    verbs = (one.end() for one in words.rungs.matches(said) if _passes_on(one, words))
    case = said[next(verbs, len(said)) :].strip()
    return case if opens_with_if(case, words) and not case.endswith((":", "：")) else ""


def _passes_on(found: Mention, words: Vocabulary) -> bool:
    concepts = words.rungs.phrases[found.group()]
    return found.start() == 0 and not {"call", "hands_on"}.isdisjoint(concepts)

"""`Step 2. With no answer after 20 minutes, the desk calls the mate.`: a paragraph for each rung,
its number in front of a sentence."""

import re
from collections.abc import Iterator, Sequence

from runcard.domain.playbooks.chains.rungs import call_step
from runcard.domain.playbooks.chains.told_paragraphs import is_chain
from runcard.domain.playbooks.model import ChainStep, EscalationChain, Text
from runcard.domain.playbooks.page.blocks import Paragraph, Section
from runcard.domain.playbooks.particles import without_article
from runcard.domain.playbooks.people.call_sentences import called_in
from runcard.domain.playbooks.people.first_asked import HOLDS
from runcard.domain.playbooks.people.laid_bare import opens_with_case
from runcard.domain.playbooks.people.persons import person_in
from runcard.domain.playbooks.people.rung_leads import is_tier
from runcard.domain.playbooks.times.clauses import sentences
from runcard.domain.playbooks.times.grammar import spans_in
from runcard.domain.playbooks.times.waits import delay
from runcard.domain.playbooks.vocabulary import Vocabulary
from runcard.domain.playbooks.words import plain

NUMBERED = re.compile(r"^([^\W\d_]{2,12}\s?\d{1,2})\s{0,2}[.:：)–—-]{1,2}\s{1,3}(\S.*)$")
SEMICOLON = re.compile(r"\s*[;；]\s*")
COMMA = re.compile(r"[,，]\s+")
ENDS = " .。,，;；:："
FEWEST, MOST = 3, 12
LONGEST = 400
MOST_WORDS = 8


def stepped_paragraphs(section: Section, words: Vocabulary) -> Iterator[EscalationChain]:
    """Three at least; each but the first in a case, and all of them name somebody."""
    blocks = [one for one in section.blocks if isinstance(one, Paragraph) and not one.in_item]
    lines = [line for block in blocks for line in block.lines]
    told = [one for line in lines if (one := _behind_the_number(line, words)) is not None]
    if not FEWEST <= len(told) <= MOST:
        return
    steps = _steps(told, words)
    if len(steps) == len(told) and is_chain(steps):
        yield EscalationChain(steps[0].line, ordered=True, steps=steps)


def _behind_the_number(line: Text, words: Vocabulary) -> Text | None:
    found = NUMBERED.match(plain(line.text)) if len(line.text) <= LONGEST else None
    is_rung = found is not None and is_tier(found.group(1), words)
    return Text(found.group(2), line.line) if found is not None and is_rung else None


def _steps(told: Sequence[Text], words: Vocabulary) -> tuple[ChainStep, ...]:
    first, *others = told
    asked = _holder(_first_sentence(first.text), words)
    own = ChainStep(asked, first.line, None, None) if asked else _step(first, words)
    found = (own, *(_step(one, words) for one in others))
    return tuple(step for step in found if step is not None)


def _holder(text: str, words: Vocabulary) -> str:
    """`The mate takes the alarm`: the number says that it is somebody, whatever the name."""
    verbs = [one for one in words.rungs.matches(text) if words.rungs.means(one, HOLDS)]
    return person_in(text[: verbs[0].start()], words) if verbs else ""


def _first_sentence(said: str) -> str:
    return SEMICOLON.split(next(iter(sentences(said)), said))[0].strip(ENDS)


def _step(said: Text, words: Vocabulary) -> ChainStep | None:
    """Whom a verb calls; else whoever decides behind a wait or a case."""
    text = _first_sentence(said.text)
    call = called_in(text, words)
    if call is not None and call.case:
        return call_step(call, said.line, words)
    for verb in words.rungs.matches(text):
        if words.rungs.means(verb, {"decides"}):
            return _acting(text[: verb.start()], text[verb.end() :], said.line, words)
        if words.rungs.means(verb, {"is_called"}):
            return _acting(text[: verb.start()], "", said.line, words)
    return None


def _acting(before: str, behind: str, line: int, words: Vocabulary) -> ChainStep | None:
    """`After 4 hours the owner decides`, `Nach 4 Stunden entscheidet die Leitung`; the name may be
    longer than elsewhere, since nothing else is left."""
    case, name = _parted(before, words)
    who = without_article((name or COMMA.split(behind)[0]).strip(ENDS), words)
    is_name = 0 < len(who.split()) <= MOST_WORDS and not spans_in(who, words)
    told = ChainStep(who, line, case, delay(case, line, words))
    return told if case and is_name else None


def _parted(before: str, words: Vocabulary) -> tuple[str, str]:
    """The case, and who stands behind its comma or its wait."""
    parts = COMMA.split(before, maxsplit=1)
    waits = [span.end for span in spans_in(before, words)]
    if len(parts) > 1 and (waits or opens_with_case(parts[0], words)):
        return parts[0].strip(ENDS), parts[1]
    at = max(waits, default=0)
    return before[:at].strip(ENDS), before[at:].strip(ENDS)

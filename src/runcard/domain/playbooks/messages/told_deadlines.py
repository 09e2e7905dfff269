"""Deadlines of messages told in a sentence beside them: `The mail goes out within 2 hours.`

A sentence that says that something is sent, and by when, is about the message whose introduction
it repeats (`Mail to the guests:`), else about the one of its moment (`the first message`), else
about the only one there. Where it may mean two of them, it sets no clock.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from runcard.domain.playbooks.model import Template, Text, TimeValue
from runcard.domain.playbooks.page.blocks import Outline, Paragraph, Section, prose
from runcard.domain.playbooks.times.clauses import sentences
from runcard.domain.playbooks.times.grammar import spans_in
from runcard.domain.playbooks.times.tokens import Kind
from runcard.domain.playbooks.vocabulary import Vocabulary
from runcard.domain.playbooks.words import WIDE, folded, plain, untitled

WORD = re.compile(r"[^\W\d_]{4,40}")
PIECE = re.compile(r"[\s,，、:：()（）/·–—-]+")
SHORTEST_WIDE = 2
CLOSE_BY = 4
LONGEST = 400
MOST_MESSAGES = 24
TALKING = {"templates", "communication"}
Places = Mapping[int, Sequence[int]]


@dataclass(frozen=True, slots=True)
class _Told:
    """A sentence that says by when something is sent."""

    text: str
    time: TimeValue


def with_told_deadlines(
    templates: Sequence[Template], page: Outline, words: Vocabulary
) -> tuple[Template, ...]:
    """The messages; one that states no deadline itself has the one that is told beside it."""
    places = _places(templates, page)
    found = list(templates)
    for section in page.sections if templates else ():
        own, near = places.get(section.index, ()), _near(section, places, words)
        for told in _told(section, [templates[at] for at in own], words) if near else ():
            at = _meant(told, own, {one: templates[one] for one in near}, page, words)
            if at is not None and found[at].deadline is None:
                found[at] = replace(found[at], deadline=told.time)
    return tuple(found)


def _places(templates: Sequence[Template], page: Outline) -> Places:
    """The messages of each section, by its index; those of a chapter's parts by the index below
    zero of the chapter."""
    headings = {section.line: section for section in page.sections}
    places: dict[int, list[int]] = {}
    for at, template in enumerate(templates):
        section = headings.get(template.line)
        if section is not None:
            places.setdefault(section.index, []).append(at)
            if section.parent is not None:
                places.setdefault(-1 - section.parent, []).append(at)
    return places


def _near(section: Section, places: Places, words: Vocabulary) -> Sequence[int]:
    """The messages that a sentence of a section may be about: its own, those of its parts, those
    beside it; none where it neither has any nor speaks of messages."""
    own = places.get(section.index, ())
    if not own and not words.about(untitled(section.title)) & TALKING:
        return ()
    below = places.get(-1 - section.index, ())
    beside = places.get(-1 - section.parent, ()) if section.parent is not None else ()
    return list(dict.fromkeys([*own, *below, *beside]))[:MOST_MESSAGES]


def _introduction(template: Template, page: Outline) -> str:
    """The line of text above a message, else its heading."""
    top = max(template.line, template.text_line - 1 - CLOSE_BY)
    above = page.lines[top : template.text_line - 1]
    said = [line for line in above if line.strip(" `~") and not line.lstrip().startswith("```")]
    return plain(said[-1])[:LONGEST] if said else untitled(template.title)


def _told(section: Section, own: Sequence[Template], words: Vocabulary) -> Iterator[_Told]:
    """What running text and lists say of sending within some time; messages say nothing of it."""
    starts = [one.text_line for one in own]
    ends = [one.text_line + one.text.count("\n") for one in own]
    quoted = {line.line for block in section.blocks if isinstance(block, Paragraph)
              and block.quote is not None for line in block.lines}  # fmt: skip
    for said in prose(section):
        at = bisect_left(ends, said.line)
        is_message = at < len(starts) and starts[at] <= said.line
        if not is_message and said.line not in quoted:
            yield from _in_line(said, words)


def _in_line(said: Text, words: Vocabulary) -> Iterator[_Told]:
    line = plain(said.text)[:LONGEST]
    for sentence in sentences(line) if words.letters.speaks_of(line, "sent") else ():
        if not words.letters.speaks_of(sentence, "sent") or _is_of_another(sentence, words):
            continue
        spans = [one for one in spans_in(sentence, words) if not one.is_period]
        bounds = [one for one in spans if one.leads & {Kind.UNDER, Kind.AFTER}]
        if len(bounds) == 1 and Kind.OVER not in bounds[0].leads:
            yield _Told(sentence, bounds[0].value(sentence, said.line))


def _is_of_another(sentence: str, words: Vocabulary) -> bool:
    """`If nothing is sent within 10 minutes, …` promises nothing; a review and the next update have
    times of their own."""
    if words.review.speaks_of(sentence, "strong") or words.talk.speaks_of(sentence, "next"):
        return True
    return any(
        one.start() == 0 and "if" in words.talk.phrases[one.group()]
        for one in words.talk.matches(sentence)
    )


def _meant(
    told: _Told, own: Sequence[int], near: Mapping[int, Template], page: Outline, words: Vocabulary
) -> int | None:
    """The one message a sentence is about."""
    shared = {at: _shared(told.text, _introduction(one, page)) for at, one in near.items()}
    most = max(shared.values())
    best = [at for at in near if shared[at] == most]
    if len(best) > 1:
        moment = words.moments.find(told.text)
        timely = [at for at in best if moment is not None and near[at].moment == moment]
        best = timely or ([] if most else [at for at in own if at in near])
    is_other = not most and _is_for_others(told.text, [near[at] for at in best], words)
    return best[0] if len(best) == 1 and not is_other else None


def _is_for_others(sentence: str, templates: Sequence[Template], words: Vocabulary) -> bool:
    """`The regulator's form is sent within 72 hours`, where the only message is for customers."""
    named = words.audiences.find(sentence)
    return named is not None and all(one.audience != named for one in templates)


def _shared(sentence: str, label: str) -> int:
    """How many words of an introduction a sentence repeats."""
    low = folded(sentence)
    said = set(WORD.findall(low))
    named = {word for word in WORD.findall(folded(label)) if word in said}
    wide = {
        piece
        for piece in PIECE.split(folded(label))
        if WIDE.search(piece) and len(piece) >= SHORTEST_WIDE and piece in low
    }
    return len(named | wide)

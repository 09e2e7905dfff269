"""A chain as a small picture: boxes below one another, their branches, and notes on the arrows.

1. A note beside an arrow is the case of the box below it; where one stands below the last box as
   well, each is about the box above.
2. A branch calls somebody in its case: `├─ S2: call the mate`, `├─ 30 min → captain`. Without one
   it is what the box above does, unless the picture is a tree whose branches are the people.
3. An alarm, a question and an outcome are nobody. What is answered with a bare `Yes` is the case.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from runcard.domain.playbooks.chains.strokes import Kind, is_drawn, strokes
from runcard.domain.playbooks.levels.mentions import starts_with_level
from runcard.domain.playbooks.levels.names import level_head
from runcard.domain.playbooks.model import ChainStep, Text
from runcard.domain.playbooks.page.addresses import kind_of
from runcard.domain.playbooks.page.blocks import label_of
from runcard.domain.playbooks.people.arrows import ARROW, TURN, arrow_steps, is_only_a_case, wait_in
from runcard.domain.playbooks.people.calling import is_task
from runcard.domain.playbooks.people.persons import person_in, plays_a_part, starts_with_call
from runcard.domain.playbooks.people.rung_leads import is_tier, lead_of, opens_a_case
from runcard.domain.playbooks.times.grammar import spans_in
from runcard.domain.playbooks.times.waits import delay, is_wait
from runcard.domain.playbooks.vocabulary import Vocabulary
from runcard.domain.playbooks.words import trailing_parenthesis

COUNTED = re.compile(r"^\d{1,2}[.)]\s+")
FEWEST = 2
QUESTIONS = ("?", "？")
OPEN_ENDS = (":", "：")
BRACKETS = " ()（）[]"
CALLS = {"escalate_to", "call", "calling"}


@dataclass(frozen=True, slots=True)
class _Part:
    """A box or a branch of a picture, with the note that belongs to it."""

    text: Text
    is_branch: bool
    note: Text | None = None


def diagram_steps(lines: Sequence[Text], words: Vocabulary) -> tuple[ChainStep, ...]:
    """A picture read from top to bottom."""
    if not is_drawn(lines):
        return ()
    parts = _parts(lines, words)
    boxes = {part: _box(part, words) for part in parts if not part.is_branch}
    if _are_steps([part.text.text for part in boxes], words):
        return ()
    is_tree = sum(map(len, boxes.values())) < FEWEST
    read = (boxes.get(part) or _branch(part, words, is_tree=is_tree) for part in parts)
    return tuple(step for steps in read for step in steps)


def _are_steps(boxes: Sequence[str], words: Vocabulary) -> bool:
    """`1. Look at the vat`, `2. Call the mate`: numbered work, most of which names nobody."""
    counted = [one for one in boxes if COUNTED.match(one)]
    people = [one for one in counted if plays_a_part(COUNTED.sub("", one), words)]
    return len(counted) == len(boxes) and 2 * len(people) < len(counted)


def _parts(lines: Sequence[Text], words: Vocabulary) -> list[_Part]:
    """The boxes and branches in turn; a note waits for the box below it."""
    parts: list[_Part] = []
    notes: list[Text] = []
    asked: Text | None = None
    for kind, text in strokes(lines):
        asked = text if _is_question(text.text) else asked
        if kind is Kind.NOTE or (kind is Kind.BOX and _is_open_case(text.text, words)):
            notes.append(replace(text, text=text.text.rstrip(" :：")))
        elif kind is Kind.BRANCH:
            parts.append(_Part(text, is_branch=True, note=asked if _is_an_answer(text) else None))
        elif kind is Kind.BOX or (kind is Kind.MORE and lead_of(text.text, text.line, words)):
            parts.append(_Part(text, is_branch=False, note=_joined(notes, words)))
            notes = []
        elif kind is Kind.MORE and spans_in(text.text, words):
            inside = replace(text, text=text.text.strip(BRACKETS))
            parts[-1] = replace(parts[-1], note=parts[-1].note or inside)
    return _of_boxes_above(parts, _joined(notes, words))


def _is_question(text: str) -> bool:
    """`P1? (the vat is warm)` asks, too."""
    return trailing_parenthesis(text)[0].endswith(QUESTIONS)


def _is_an_answer(branch: Text) -> bool:
    """`Yes → …`, `Nein → …`: one word, which says nothing without its question."""
    case, *others = ARROW.split(branch.text, maxsplit=1)
    return bool(others) and len(case.split()) == 1 and case.strip(BRACKETS).isalpha()


def _is_open_case(text: str, words: Vocabulary) -> bool:
    """`If the mate does not answer:` in a line of its own above whom that calls."""
    return text.endswith(OPEN_ENDS) and opens_a_case(text, words)


def _joined(notes: Sequence[Text], words: Vocabulary) -> Text | None:
    """The lines of a note as one; where some of them are cases, these alone."""
    cases = [note for note in notes if _is_case(note.text, words)]
    told = cases or notes
    return Text(" ".join(note.text for note in told), told[0].line) if told else None


def _of_boxes_above(parts: list[_Part], last: Text | None) -> list[_Part]:
    """Where a note is left over behind the last of boxes that all have one, but the first."""
    boxes = [part for part in parts if not part.is_branch]
    if last is None or [part.note is None for part in boxes] != [True] + [False] * len(boxes[1:]):
        return parts
    notes = iter([*(part.note for part in boxes[1:]), last])
    return [part if part.is_branch else replace(part, note=next(notes)) for part in parts]


def _box(part: _Part, words: Vocabulary) -> list[ChainStep]:
    """Whoever stands in one line of the picture; the note is the case of the first of them, whose
    wait may stand behind the name: `if it burns` above `Mate (within 5 min)`."""
    name, window = _without_tier(_without_alert(part.text.text, words), words)
    told = _behind_a_case(name, part.text.line, words)
    told = _with_cases(name, part.text.line, words) if told is None else told
    found = [step for step in told if _is_somebody(step.who, words)]
    note = part.note or (Text(window, part.text.line) if window else None)
    if found and note is not None:
        wait = wait_in(note.text, note.line, words) or found[0].after
        found[0] = replace(found[0], condition=note.text, after=wait)
    return found


def _without_alert(text: str, words: Vocabulary) -> str:
    """`Alert the mate (by radio)` is no alarm that comes in."""
    verb, _, who = text.partition(" ")
    is_told = words.talk.exactly(verb) == "alarm" and plays_a_part(
        trailing_parenthesis(who)[0], words
    )
    return who if is_told else text


def _behind_a_case(text: str, line: int, words: Vocabulary) -> list[ChainStep] | None:
    """`15 min → mate`, `at once → mate`, `S1 → mate`: a wait, a case or a level, and whom it calls;
    what leads to a channel or a mailbox calls nobody."""
    case, *others = TURN.split(text)
    case = case.strip(BRACKETS)
    if len(others) != 1 or not _is_whole_case(case, words):
        return None
    who, inside = trailing_parenthesis(others[0].strip())
    steps = _called(who, case, line, words)
    is_way = any(kind_of(step.who, words) != "none" for step in steps)
    told = f"{case}, {inside}" if inside and _is_case(inside, words) else case
    after = delay(told, line, words)
    return [replace(step, condition=told, after=after) for step in steps if not is_way]


def _is_whole_case(text: str, words: Vocabulary) -> bool:
    spans = spans_in(text, words)
    is_now = bool(spans) and spans[0].start == 0 and (spans[0].now or is_wait(spans[0]))
    is_level = level_head(text, words) is not None
    return is_now or is_level or opens_a_case(text, words) or is_only_a_case(text, words)


def _without_tier(text: str, words: Vocabulary) -> tuple[str, str]:
    """`Level 2 (after 15 min): mate`, `Tier 2 (mate)`: the name, and what is said of its turn."""
    lead = None if ARROW.search(text) else lead_of(text, 0, words)
    if lead is not None and lead.is_tier:
        return lead.rest, lead.condition or ""
    head, inside = trailing_parenthesis(text)
    is_named = inside is not None and is_tier(head, words) and not spans_in(inside, words)
    return (inside or "", "") if is_named else (text, "")


def _with_cases(text: str, line: int, words: Vocabulary) -> list[ChainStep]:
    """The names of a line; what opens a case in the parenthesis behind the only one is its own."""
    steps = list(arrow_steps(text, line, words))
    inside = trailing_parenthesis(text)[1] or ""
    is_case = opens_a_case(inside, words) or starts_with_level(inside, words)
    if len(steps) == 1 and steps[0].condition is None and is_case:
        steps = [replace(steps[0], condition=inside, after=wait_in(inside, line, words))]
    return steps


def _branch(part: _Part, words: Vocabulary, *, is_tree: bool) -> list[ChainStep]:
    if not part.is_branch:
        return []
    text, line = part.text.text, part.text.line
    if _is_question(text):
        return []
    if part.note is not None:
        return _behind_an_answer(part.text, part.note, words)
    if ARROW.search(text):
        return _behind_an_arrow(text, line, words)
    label = label_of(text)
    if label is not None and _is_case(label.name, words):
        return _called(label.value, label.name, line, words)
    told = [one for one in _with_cases(text, line, words) if _is_somebody(one.who, words)]
    is_sure = is_tree or any(one.condition and plays_a_part(one.who, words) for one in told)
    return told if is_sure else []


def _behind_an_answer(branch: Text, asked: Text, words: Vocabulary) -> list[ChainStep]:
    """`Duration over 5 min?` and `Yes → page the mate`: what calls nobody is work."""
    answer, told = (one.strip(BRACKETS) for one in ARROW.split(branch.text, maxsplit=1))
    now = [span.start for span in spans_in(told, words) if span.now and span.end == len(told)]
    who = person_in(told[: now[0]] if now else told, words)
    is_called = starts_with_call(told, words) and not words.rungs.speaks_of(told, "nobody")
    if not (who and is_called):
        return []
    is_so = words.talk.exactly(answer) == "yes"
    case = asked.text if is_so else f"{asked.text} {answer}"
    return [ChainStep(who, branch.line, case, wait_in(asked.text, asked.line, words))]


def _behind_an_arrow(text: str, line: int, words: Vocabulary) -> list[ChainStep]:
    """`30 min → captain`; behind a question, whoever plays a part: the rest is what is done."""
    case = ARROW.split(text, maxsplit=1)[0].strip(BRACKETS)
    others = arrow_steps(text, line, words)[1:]
    called = _called(others[0].who, case, line, words) if others else []
    if case.endswith(QUESTIONS) and not all(_is_part(one.who, words) for one in called):
        return []
    return [*called, *(one for one in others[1:] if _is_somebody(one.who, words))]


def _is_part(who: str, words: Vocabulary) -> bool:
    begins_with_work = any(one.start() == 0 for one in words.meanings.matches(who))
    return plays_a_part(who, words) and not begins_with_work


def _called(text: str, case: str, line: int, words: Vocabulary) -> list[ChainStep]:
    """Whom a branch calls in its case; `no escalation` is nobody."""
    verbs = [one for one in words.rungs.matches(text) if one.start() == 0]
    ends = [one.end() for one in verbs if CALLS & set(words.rungs.phrases[one.group()])]
    who = text[max(ends, default=0) :].strip()
    if not who or not _is_somebody(who, words) or words.rungs.speaks_of(text, "nobody"):
        return []
    return [ChainStep(who, line, case, wait_in(case, line, words))]


def _is_case(text: str, words: Vocabulary) -> bool:
    is_told = bool(spans_in(text, words)) or words.rungs.speaks_of(text, "silence")
    return is_told or starts_with_level(text, words) or opens_a_case(text, words)


def _is_somebody(who: str, words: Vocabulary) -> bool:
    is_work = is_task(who, words) or words.meanings.exactly(who) is not None
    is_alarm = words.talk.speaks_of(who, "alarm") or _is_found(who, words)
    return not (is_work or is_alarm or who.endswith(QUESTIONS))


def _is_found(who: str, words: Vocabulary) -> bool:
    """`Automatic detection`: how trouble is noticed, with nobody in it."""
    return words.meanings.speaks_of(who, "detect") and not plays_a_part(who, words)

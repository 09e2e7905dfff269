"""One clause that names somebody and the case, whatever sign or word stands between the two.

`No answer in 10 min → the mate`, `After 30 the captain`, `Nobody? Ring the mate`, `it goes to the
owner after an hour`: a case is told by a wait, a level, a silence or an `if`, and the rest is whom
it calls.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from runcard.domain.playbooks.chains.left_out_units import bare_wait
from runcard.domain.playbooks.levels.mentions import starts_with_level
from runcard.domain.playbooks.levels.names import level_head
from runcard.domain.playbooks.lexicon import Mention
from runcard.domain.playbooks.model import ChainStep, Text, TimeValue
from runcard.domain.playbooks.page.blocks import label_of
from runcard.domain.playbooks.particles import is_particle, without_tail
from runcard.domain.playbooks.people.arrows import ARROW
from runcard.domain.playbooks.people.call_sentences import called_in, case_before
from runcard.domain.playbooks.people.laid_bare import laid_bare
from runcard.domain.playbooks.people.names_and_cases import cut_at_case
from runcard.domain.playbooks.people.persons import person_in, plays_a_part, starts_with_call
from runcard.domain.playbooks.people.rung_leads import opens_a_case
from runcard.domain.playbooks.times.grammar import spans_in
from runcard.domain.playbooks.times.running_text import sentences_of
from runcard.domain.playbooks.times.tokens import Kind
from runcard.domain.playbooks.times.waits import delay, is_wait
from runcard.domain.playbooks.vocabulary import Vocabulary
from runcard.domain.playbooks.words import COMMA, plain, trailing_parenthesis

SEMICOLON = re.compile(r"\s*[;；]\s*")
QUESTION = re.compile(r"\s*[?？](?:\s+|$)")
ENDS = " .。,，、;；:："
COMMAS = (",", "，", "、")
VERBS = {"calls", "is_called", "goes", "takes", "alarmed"}
FAILING = {"silence", "fails"}
LONGEST = 300
FEW_WORDS = 4


class Clause(NamedTuple):
    """Words up to a stop or a semicolon; behind a question, what it asks is the case."""

    text: str
    line: int
    asked: str = ""


def clauses_of(lines: Sequence[Text], words: Vocabulary) -> Iterator[Clause]:
    """`Nobody there? Ring the mate; after 30 the captain.` are two."""
    asked = last = ""
    for said in _whole_sentences(lines, words):
        *questions, rest = QUESTION.split(said.text)
        asked = next(iter(reversed(questions)), asked)
        for piece in _pieces(rest.strip(ENDS), words):
            other = _behind_otherwise(piece, words)
            if piece:
                yield Clause(other or piece, said.line, asked or (last if other else ""))
                asked, last = "", piece


def _pieces(text: str, words: Vocabulary) -> Iterator[str]:
    """Apart at semicolons, and at an `and` behind a comma with a verb for calling on both sides."""
    for piece in SEMICOLON.split(text):
        start = 0
        for one in _joiners(piece, words):
            before, behind = piece[start : one.start()].rstrip(), piece[one.end() :]
            is_told = _has_verb(before, words) or words.rungs.speaks_of(before, "call")
            if before.endswith(COMMAS) and is_told and _has_verb(behind, words):
                yield before.strip(ENDS)
                start = one.end()
        yield piece[start:].strip(ENDS)


def _joiners(piece: str, words: Vocabulary) -> list[Mention]:
    """Every `and`, every `then`."""
    ands = [one for one in words.particles.matches(piece) if is_particle(one, "and", words)]
    thens = [
        one for one in words.rungs.matches(piece) if "then" in words.rungs.phrases[one.group()]
    ]
    return sorted((*ands, *thens), key=lambda one: one.start())


def _has_verb(text: str, words: Vocabulary) -> bool:
    return bool(VERBS & words.rungs.all(text))


def _whole_sentences(lines: Sequence[Text], words: Vocabulary) -> list[Text]:
    """`Ring Dr. Vane.` is one."""
    whole: list[Text] = []
    for said in sentences_of([Text(plain(line.text), line.line) for line in lines]):
        last = whole[-1].text.rpartition(" ")[2] if whole else ""
        if last.endswith(".") and words.people.exactly(last) == "title":
            whole[-1] = replace(whole[-1], text=f"{whole[-1].text} {said.text}")
        else:
            whole.append(said)
    return whole


def _behind_otherwise(text: str, words: Vocabulary) -> str:
    """`Otherwise ring the mate`: what was told before is the case."""
    found = [one for one in words.rungs.matches(text) if one.start() == 0]
    ends = [one.end() for one in found if "otherwise" in words.rungs.phrases[one.group()]]
    return text[ends[0] :].strip(ENDS) if ends else ""


def step_in(clause: Clause, unit: int, words: Vocabulary) -> ChainStep | None:
    """Who is called in which case; `unit` is that of the waits before, in seconds, or 0."""
    if len(clause.text) + len(clause.asked) > LONGEST:
        return None
    for who, case in _readings(laid_bare(clause.text, words), unit, words):
        told = ", ".join(part for part in (clause.asked, case) if part)
        if who:
            return ChainStep(who, clause.line, told or None, _wait(told, clause.line, unit, words))
    return None


def _wait(case: str, line: int, unit: int, words: Vocabulary) -> TimeValue | None:
    return delay(case, line, words) or bare_wait(case, line, unit, words)


def _readings(text: str, unit: int, words: Vocabulary) -> Iterator[tuple[str, str]]:
    """What stands on both sides of a sign; else what a verb tells; else a wait and a name."""
    for left, right in _sides(text):
        inner = called_in(right, words)
        if inner is not None and inner.case and not is_case(left, unit, words):
            yield person_in(inner.who, words), inner.case
        is_first, is_last = is_case(left, unit, words), is_case(right, unit, words)
        if is_first and (_is_level(left, words) or not is_last):
            yield person_in(cut_at_case(right, words)[0], words), left
        elif is_last and not is_first:
            yield person_in(left, words), right
    call = called_in(text, words)
    if call is not None:
        yield person_in(call.who, words), call.case or ""
    yield from _passed_on(text, words)
    yield from _taken_over(text, words)
    if starts_with_call(text, words):
        name, case = cut_at_case(text, words)
        yield person_in(name, words), case
    yield from _behind_a_case(text, unit, words)
    name, case = cut_at_case(text, words)
    is_part = len(name.split()) <= FEW_WORDS and plays_a_part(name, words)
    if is_part and (not case or _is_after(case, words)):
        yield person_in(name, words), case


def _is_after(case: str, words: Vocabulary) -> bool:
    """`after an hour`, and not `within an hour`, in which somebody does his own work."""
    return any(span.leads & {Kind.AFTER, Kind.OVER} for span in spans_in(case, words)[:1])


def _sides(text: str) -> Iterator[tuple[str, str]]:
    """Around the only arrow, or the colon."""
    pieces = ARROW.split(text)
    if len(pieces) == 2:
        yield pieces[0].strip(ENDS), pieces[1].strip(ENDS)
    label = label_of(text) if len(pieces) == 1 else None
    if label is not None and label.value:
        yield label.name.strip(ENDS), label.value.strip(ENDS)


def _passed_on(text: str, words: Vocabulary) -> Iterator[tuple[str, str]]:
    """`after 10 minutes the alert goes to the mate`, `goes by text message to the mate`."""
    for verb in words.rungs.matches(text):
        concepts = words.rungs.phrases[verb.group()]
        start = verb.end() if "goes" in concepts else _behind_the_way(text, verb, words)
        if start and verb.start() > 0:
            name, case = cut_at_case(text[start:].strip(), words)
            before = case_before(text[: verb.start()], words)
            who = without_tail(person_in(name, words), words)
            yield who, ", ".join(one for one in (before, case) if one)


def _behind_the_way(text: str, verb: Mention, words: Vocabulary) -> int:
    """Where the name begins in `goes through the pager to the mate`; nought without one."""
    if "goes_by" not in words.rungs.phrases[verb.group()]:
        return 0
    ends = [
        one.end() for one in words.particles.matches(text) if is_particle(one, "to_whom", words)
    ]
    return max((end for end in ends if end > verb.end()), default=0)


def _taken_over(text: str, words: Vocabulary) -> Iterator[tuple[str, str]]:
    """`The mate takes over for every P1`, `after an hour the captain takes over`."""
    for verb in words.rungs.matches(text):
        if "takes" in words.rungs.phrases[verb.group()] and verb.start() > 0:
            before, behind = text[: verb.start()], text[verb.end() :].strip(ENDS)
            case = case_before(before, words)
            yield person_in(before[len(case) :], words), case or COMMA.split(behind)[0]


def _behind_a_case(text: str, unit: int, words: Vocabulary) -> Iterator[tuple[str, str]]:
    """`No answer for 5 minutes, the mate`, `After 30 the captain`."""
    head, *rest = COMMA.split(text, maxsplit=1)
    if rest and is_case(head, unit, words):
        yield _named_in(rest[0], words), head
    spans = [span for span in spans_in(text, words) if span.start == 0 and is_wait(span)]
    if spans:
        at = _end_of_case(text, spans[0].end, words)
        yield _named_in(text[at:], words), text[:at].strip(ENDS)


def _end_of_case(text: str, at: int, words: Vocabulary) -> int:
    """`20分応答がなければ船長`, `20分で船長`: in wide script the case ends in a word of its own."""
    found = words.particles.matches(text)
    ends = [one.end() for one in found if is_particle(one, "case_end", words)]
    ends += [one.end() for one in found if one.start() == at and is_particle(one, "way", words)]
    return max((end for end in ends if at < end < len(text)), default=at)


def _named_in(text: str, words: Vocabulary) -> str:
    """Without a verb or a sign, a name has an article or a capital, or is that of a part: `post the
    message` is work."""
    who = person_in(text, words)
    first = words.particles.exactly(text.strip(ENDS).partition(" ")[0])
    is_named = first == "article" or not who[:1].islower() or plays_a_part(who, words)
    return who if is_named else ""


def _is_level(text: str, words: Vocabulary) -> bool:
    return starts_with_level(text, words) or level_head(text, words) is not None


def is_case(text: str, unit: int, words: Vocabulary) -> bool:
    """Something that is waited for, a level with or without a wait, an `if`, or what fails."""
    bare = trailing_parenthesis(text)[0]
    if bare_wait(bare, 0, unit, words) is not None:
        return True
    if opens_a_case(bare, words) or _is_level(bare, words):
        return True
    if any(is_wait(span) for span in spans_in(bare, words)):
        return True
    found = words.rungs.matches(bare)
    return any(FAILING & set(words.rungs.phrases[one.group()]) for one in found)

"""Chains in one sentence about a call: `The bell rings the mate, then the captain after 5 min.`

Whoever is called first stands behind the verb (before it, where it says `is called`); each one
behind him has a wait of his own, in front of the name or after it.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from runcard.domain.playbooks.chains.clause_calls import clause_calls
from runcard.domain.playbooks.chains.following_calls import following_calls
from runcard.domain.playbooks.chains.left_out_units import as_written, with_units
from runcard.domain.playbooks.chains.passed_alarms import alarmed_first, passed_on
from runcard.domain.playbooks.chains.turn_parts import is_delay, parts_of
from runcard.domain.playbooks.chains.waited_calls import waited_calls
from runcard.domain.playbooks.levels.names import level_head
from runcard.domain.playbooks.lexicon import Mention
from runcard.domain.playbooks.model import ChainStep, EscalationChain, Text
from runcard.domain.playbooks.page.blocks import Item, Paragraph, label_of
from runcard.domain.playbooks.particles import is_particle, without_tail
from runcard.domain.playbooks.people.call_sentences import (
    called_in,
    case_before,
    is_short_name,
)
from runcard.domain.playbooks.people.calling import (
    is_shift,
    is_task,
    speaks_of_calling,
    without_verb,
)
from runcard.domain.playbooks.people.first_asked import first_asked
from runcard.domain.playbooks.people.names_and_cases import cut_at_case
from runcard.domain.playbooks.people.persons import are_of_people, plays_a_part
from runcard.domain.playbooks.people.rung_leads import opens_with_if
from runcard.domain.playbooks.remembered import remembered
from runcard.domain.playbooks.times.grammar import spans_in
from runcard.domain.playbooks.times.running_text import sentences_of
from runcard.domain.playbooks.times.waits import delay, is_wait
from runcard.domain.playbooks.vocabulary import Vocabulary
from runcard.domain.playbooks.words import plain, trailing_parenthesis

ENDS = " .。,，、;；:："
COMMAS = (",", "，", "、")
VERBS = {"calls", "call", "calling", "goes"}
SURE = {"calls", "goes"}
BEFORE_A_NAME = ("and", "to_whom", "article", "object")
MOST_BEHIND = 3
LONGEST = 400
FEWEST = 2


def calls_in_turn(
    block: Paragraph | Item, words: Vocabulary, *, is_near: bool
) -> Iterator[EscalationChain]:
    """Near words about duty and calling, two people are enough; elsewhere three, of whom one has
    the name of a part that somebody plays: jobs and services call each other, too."""
    if isinstance(block, Paragraph) and (block.quote is not None or block.in_item):
        return
    if is_near:
        yield from _labelled(block, words)
    lines = [replace(line, text=plain(line.text)) for line in block.lines]
    told = [*sentences_of(lines)]
    for at, said in enumerate(told):
        readings = (turns_in(said, words), passed_on(said, words), waited_calls(said, words))
        own = replace(said, text=_without_label(said.text, words))
        steps = clause_calls(own, words) or max(readings, key=len)
        behind = told[at + 1 : at + 1 + MOST_BEHIND]
        steps = (*steps, *following_calls(behind, words)) if steps else ()
        who = alarmed_first(told[at - 1], words) if steps and at else ""
        if (
            who
            and (is_near or plays_a_part(who, words))
            and who not in {step.who for step in steps}
        ):
            steps = (ChainStep(who, told[at - 1].line, None, None), *steps)
        if len(steps) >= FEWEST and (is_near or _is_sure(steps, said, words)):
            yield EscalationChain(said.line, ordered=True, steps=steps, title="escalation")


def _is_sure(steps: Sequence[ChainStep], said: Text, words: Vocabulary) -> bool:
    """Three or more, of whom one has the name of a part; two, where nobody answered before."""
    if len(steps) > FEWEST:
        is_part = any(words.people.speaks_of(one.who, "agent") for one in steps)
        return is_part or all(plays_a_part(one.who, words) for one in steps)
    are_parts = are_of_people([one.who for one in steps], words)
    return are_parts and words.rungs.speaks_of(said.text, "silence")


def _labelled(block: Paragraph | Item, words: Vocabulary) -> Iterator[EscalationChain]:
    """`**P1:** mate, captain after 15 min`, `Escalation: mate, …`: names behind a level, or behind
    the word for it."""
    for line in block.lines:
        label = label_of(line.text)
        head = level_head(label.name, words) if label and label.value else None
        if label is None or not (head or _heads_a_chain(label.name, words)):
            continue
        if steps := turns_of(label.value, line.line, words):
            keys = () if head is None else head.keys
            yield EscalationChain(line.line, True, steps, "escalation", keys)


def turns_of(told: str, line: int, words: Vocabulary) -> tuple[ChainStep, ...]:
    """`mate, captain after 15 min`: two at least and nothing else, each behind the first with a
    wait."""
    first, *others = [part for part in parts_of(told, words) if part.strip(ENDS)] or [""]
    step = _turn(without_verb(first, words), line, words)
    steps = (step, *_followers(others, line, words)) if step is not None else ()
    return steps if len(steps) == len(others) + 1 >= FEWEST else ()


def _heads_a_chain(name: str, words: Vocabulary) -> bool:
    """`Escalation`, `Nights`, `Tagsüber`, `We page in this order`."""
    is_named = is_shift(trailing_parenthesis(name)[0], words) or "escalation" in words.about(name)
    return is_named or speaks_of_calling(name, words)


@remembered
def turns_in(said: Text, words: Vocabulary) -> tuple[ChainStep, ...]:
    """Everybody whom the first verb calls that has somebody behind him."""
    if len(said.text) > LONGEST or not spans_in(said.text, words):
        return ()
    whole = with_units(said.text, words)
    said = replace(said, text=whole.text)
    if not any(map(is_delay, spans_in(said.text, words))):
        return ()
    for verb in _verbs(said.text, words):
        steps = _behind(said, verb, words)
        if len(steps) >= FEWEST:
            told = [as_written(step, whole) for step in steps]
            return _with_first_asked(told, said.text[: verb.start()], words)
    return ()


def _verbs(text: str, words: Vocabulary) -> Iterator[Mention]:
    """Less what is a noun: behind an article, in `on-call`, and in `pages go to the mate`."""
    found = words.rungs.matches(text)
    nouns = _ends_of_articles(text, words)
    goes = {one.start() for one in found if "goes" in words.rungs.phrases[one.group()]}
    for one in found:
        is_noun = one.start() in nouns or one.end() + 1 in goes
        if not is_noun and not text[: one.start()].endswith("-"):
            yield one


def _with_first_asked(
    steps: list[ChainStep], before: str, words: Vocabulary
) -> tuple[ChainStep, ...]:
    """`If the mate does not answer, …`: the mate had the matter before."""
    who = first_asked(steps[0].condition or before, words)
    is_new = who is not None and who not in {step.who for step in steps}
    return (*([ChainStep(who, steps[0].line, None, None)] if who and is_new else []), *steps)


def _ends_of_articles(text: str, words: Vocabulary) -> set[int]:
    """Where nouns begin: in `l'alerte passe au second` nobody is alarmed."""
    ends = [
        one.end() for one in words.particles.matches(text) if is_particle(one, "article", words)
    ]
    return {end + text[end : end + 1].isspace() for end in ends}


def _behind(said: Text, verb: Mention, words: Vocabulary) -> tuple[ChainStep, ...]:
    concepts = set(words.rungs.phrases[verb.group()])
    own, *parts = parts_of(said.text[verb.end() :], words)
    if "is_called" in concepts:
        call = called_in(said.text[: verb.end() + len(own)], words)
        known = [] if call is None else [_step(call.who, call.case or "", said.line, words)]
    elif concepts & VERBS:
        known = _first_of_all(own, said.text[: verb.start()], said.line, words)
        # `Alarms page the mate after 5 min`: `page` is a noun, too, where nobody waits.
        is_sure = bool(concepts & SURE) or verb.start() == 0
        known = [step for step in known if is_sure or step.after is not None]
    else:
        return ()
    return (*known, *_followers(parts, said.line, words)) if known else ()


def _first_of_all(own: str, before: str, line: int, words: Vocabulary) -> list[ChainStep]:
    """Whom the verb calls; `ruft die Wache nach 20 Minuten den Maat an` also tells who calls."""
    step = _turn(own, line, words)
    if step is None:
        return []
    case = step.condition or ""
    inner = [one for one in words.particles.matches(case) if is_particle(one, "object", words)]
    is_inside = bool(inner) and step.after is not None and inner[-1].start() > 0
    called = without_tail(case[inner[-1].end() :].strip(ENDS), words) if is_inside else ""
    if is_short_name(called, words):
        told = case[: inner[-1].start()].strip(ENDS)
        return [_step(step.who, "", line, words), _step(called, told, line, words)]
    step = _behind_the_caller(step, before, words)
    return [_in_case(step, case_before(_without_label(before, words), words), words)]


def _without_label(before: str, words: Vocabulary) -> str:
    """The case behind `Escalation:`."""
    label = label_of(before)
    is_named = label is not None and "escalation" in words.about(label.name)
    return label.value if label is not None and is_named else before


def _behind_the_caller(step: ChainStep, before: str, words: Vocabulary) -> ChainStep:
    """`…, ruft die Wache den Maat an`: behind a case and its comma the caller comes first."""
    if not before.rstrip().endswith(COMMAS):
        return step
    inner = [one for one in words.particles.matches(step.who) if is_particle(one, "object", words)]
    starts = [one.end() for one in inner if one.start() > 0]
    called = without_tail(step.who[starts[-1] :].strip(), words) if starts else ""
    return replace(step, who=called) if is_short_name(called, words) else step


def _in_case(step: ChainStep, case: str, words: Vocabulary) -> ChainStep:
    """The first of all may be called after a wait, too: `After an hour the bell rings …`."""
    if not case or step.condition is not None:
        return step
    return _step(step.who, case, step.line, words)


def _followers(parts: list[str], line: int, words: Vocabulary) -> Iterator[ChainStep]:
    """As long as each has a wait."""
    for part in parts:
        step = _turn(part, line, words)
        if step is None and not part.strip(ENDS):
            continue
        if step is None or not any(map(is_delay, spans_in(step.condition or "", words))):
            return
        yield step


def _turn(part: str, line: int, words: Vocabulary) -> ChainStep | None:
    """`after 5 minutes the captain`, `the captain after 5 minutes`."""
    bare = _without(part.strip(ENDS), ("and",), words)
    lead = next((one for one in spans_in(bare, words) if one.start == 0 and is_wait(one)), None)
    if lead is not None:
        who, case = bare[lead.end :].strip(ENDS), bare[: lead.end].strip()
    else:
        named, aside = trailing_parenthesis(bare)
        is_beside = aside is not None and bool(spans_in(aside, words))
        who, case = (named, aside or "") if is_beside else cut_at_case(bare, words)
    name, inside = trailing_parenthesis(_without(who, BEFORE_A_NAME, words))
    who = name if inside is None or not spans_in(inside, words) else who
    who = without_verb(_without_order(who, words), words)
    is_name = is_short_name(who, words) and not is_task(who, words)
    is_name &= not opens_with_if(who, words)
    if not is_name or words.particles.exactly(who.partition(" ")[0]) == "or":
        return None
    return _step(who, case, line, words)


def _step(who: str, case: str, line: int, words: Vocabulary) -> ChainStep:
    return ChainStep(who, line, case or None, delay(case, line, words))


def _without(text: str, kinds: tuple[str, ...], words: Vocabulary) -> str:
    """`and to the captain` is the captain."""
    for kind in kinds:
        found = [one for one in words.particles.matches(text) if one.start() == 0]
        is_led = bool(found) and is_particle(found[0], kind, words)
        if is_led and text[found[0].end() : found[0].end() + 1] in {" ", ""}:
            text = text[found[0].end() :].strip()
    return text


def _without_order(who: str, words: Vocabulary) -> str:
    """`the mate first` is the mate."""
    last = [one for one in words.rungs.matches(who) if one.end() == len(who) and one.start() > 0]
    starts = [one.start() for one in last if "ordinal" in words.rungs.phrases[one.group()]]
    return who[: min(starts, default=len(who))].strip(ENDS)

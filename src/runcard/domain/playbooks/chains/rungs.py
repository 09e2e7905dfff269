"""One rung of an escalation: who is called, in which case, after how long."""

import re
from collections.abc import Sequence
from dataclasses import replace

from runcard.domain.playbooks.chains.case_lists import with_cases_first, with_waits_first
from runcard.domain.playbooks.chains.own_moments import (
    hands_over,
    is_name_and_wait,
)
from runcard.domain.playbooks.chains.rising_windows import with_rising_windows
from runcard.domain.playbooks.chains.rung_deeds import (
    deed_of_level,
    lead_of_deed,
    without_deeds,
)
from runcard.domain.playbooks.chains.two_languages import in_one_language
from runcard.domain.playbooks.levels.mentions import starts_with_level
from runcard.domain.playbooks.levels.names import level_head
from runcard.domain.playbooks.model import ChainStep, Text
from runcard.domain.playbooks.page.addresses import REAL, kind_of
from runcard.domain.playbooks.page.blocks import label_of
from runcard.domain.playbooks.particles import without_article
from runcard.domain.playbooks.people.arrows import with_arrows_alike
from runcard.domain.playbooks.people.bare_names import (
    without_number,
    without_purpose,
    without_reach,
)
from runcard.domain.playbooks.people.call_lists import is_only_a_duty
from runcard.domain.playbooks.people.call_sentences import Call, called_in
from runcard.domain.playbooks.people.calling import is_shift, is_task, without_verb
from runcard.domain.playbooks.people.names_and_cases import (
    cut_at_case,
    who_and_case,
    without_remark,
)
from runcard.domain.playbooks.people.persons import plays_a_part
from runcard.domain.playbooks.people.rung_leads import (
    Lead,
    lead_of,
    named_rung,
    opens_a_case,
)
from runcard.domain.playbooks.times.clauses import sentences
from runcard.domain.playbooks.times.grammar import spans_in
from runcard.domain.playbooks.times.tokens import Kind
from runcard.domain.playbooks.times.waits import delay
from runcard.domain.playbooks.vocabulary import Vocabulary
from runcard.domain.playbooks.words import COMMA, plain

TO_ADDRESS = re.compile(r"\s+(?:[-–—]|→|->|=>)\s+")
STOPS = (".", "。")
SIGNS = " →►⇒>+＋"
EDGES = " :：,，-–—"
LONGEST_NAME = 80
MOST_WORDS_OF_A_NAME = 6
FEWEST_CASES = 2
FEW_WORDS = 4


def rungs_of(entries: Sequence[Text], words: Vocabulary) -> tuple[ChainStep, ...]:
    """The rungs of a list; none, where one of its entries is no rung. An entry that is `the same,
    but` as another calls nobody of its own."""
    if not entries:
        return ()
    if any(hands_over(entry.text, words) for entry in entries):
        return ()  # what one does in time is the case of the next
    told = [
        entry
        for entry in without_deeds(_with_numbers(entries, words), words)
        if not _is_like_another(entry.text, words)
    ]
    told = [replace(entry, text=without_reach(entry.text, words)) for entry in told]
    told = with_arrows_alike(in_one_language(told, words), words)
    steps = _all_rungs(told, words)
    names = [step for step in steps if not is_task(step.who, words)]
    if any(called_in(entry.text, words) for entry in told) and not all(map(_is_short, names)):
        return ()
    if steps or not all(_is_stopped(entry.text) for entry in told):
        return steps
    steps = _all_rungs([replace(entry, text=_on_one_line(entry.text)) for entry in told], words)
    cases = [step for step in steps if step.condition is not None]
    return steps if len(cases) >= FEWEST_CASES and all(map(_is_short, steps)) else ()


def _is_like_another(text: str, words: Vocabulary) -> bool:
    """`By night, the same an hour later`."""
    starts = {0, *(comma.end() for comma in COMMA.finditer(text))}
    found = [one for one in words.rungs.matches(text) if one.start() in starts]
    return any("same" in words.rungs.phrases[one.group()] for one in found)


def _is_stopped(text: str) -> bool:
    """One sentence with a stop behind it, or a name and one."""
    said = sentences(plain(text))
    is_named = len(said) == FEWEST_CASES and len(said[0].split()) <= FEW_WORDS
    return text.rstrip().endswith(STOPS) and (len(said) == 1 or is_named)


def _on_one_line(text: str) -> str:
    """`The owner. Only if the ship is lost.` is `The owner, Only if the ship is lost`."""
    said = sentences(plain(text))
    return ", ".join(one.rstrip(" .。") for one in said) if len(said) > 1 else text.rstrip(" .。")


def _is_short(step: ChainStep) -> bool:
    return len(step.who.split()) <= MOST_WORDS_OF_A_NAME


def _all_rungs(entries: Sequence[Text], words: Vocabulary) -> tuple[ChainStep, ...]:
    steps: list[ChainStep] = []
    deeds = 0
    told = [_own_and_further(entry, words) for entry in entries]
    leads = leads_of([own for own, _ in told], words)
    for (own, further), lead in zip(told, leads, strict=True):
        step = _rung(lead or Lead(None, own.text), own.line, words)
        if step is None and lead is not None:
            step = deed_of_level(lead, own.line, words)
            deeds += 1
        if step is None:
            return ()
        steps.extend((step, *further))
    return with_rising_windows(steps, words) if 2 * deeds < max(len(steps), 1) else ()


def _with_numbers(entries: Sequence[Text], words: Vocabulary) -> list[Text]:
    """`L1: mate`, `L2: captain`, and a remark below them that is a sentence and no rung."""
    are_tiers = [_is_tier_led(entry, words) for entry in entries]
    if sum(are_tiers) < FEWEST_CASES or not all(are_tiers[:-1]) or are_tiers[-1]:
        return list(entries)
    last = entries[-1].text.rstrip()
    return list(entries[:-1] if last.endswith(STOPS) and label_of(last) is None else entries)


def _is_tier_led(entry: Text, words: Vocabulary) -> bool:
    lead = lead_of(entry.text, entry.line, words)
    return lead is not None and lead.is_tier


def _own_and_further(entry: Text, words: Vocabulary) -> tuple[Text, tuple[ChainStep, ...]]:
    """`Mate – at once. No answer in 5 minutes: the captain is woken.` is a rung and one more."""
    first, *rest = sentences(entry.text) or (entry.text,)
    calls = [called_in(one, words) for one in rest]
    if not calls or not all(call is not None and call.case for call in calls):
        return entry, ()
    steps = (call_step(call, entry.line, words) for call in calls if call is not None)
    return replace(entry, text=first.rstrip(" .。")), tuple(steps)


def call_step(call: Call, line: int, words: Vocabulary) -> ChainStep:
    """The rung that a sentence tells."""
    who = without_number(call.who, words)
    return ChainStep(who, line, call.case, delay(call.case or "", line, words))


def leads_of(entries: Sequence[Text], words: Vocabulary) -> list[Lead | None]:
    """What stands before each name. Among numbered rungs, `Board: the chairman` is one, too."""
    leads = [_lead(entry, words) for entry in entries]
    if 2 * sum(lead is not None and lead.is_tier for lead in leads) <= len(entries):
        told = zip(entries, leads, strict=True)
        leads = [_level_of(entry, lead, words) for entry, lead in told]
        return with_waits_first(entries, with_cases_first(entries, leads, words), words)
    told = zip(entries, leads, strict=True)
    return [lead or named_rung(label_of(entry.text), words) for entry, lead in told]


def _level_of(entry: Text, lead: Lead | None, words: Vocabulary) -> Lead | None:
    """`Level 1: the mate`, where the other rungs have no numbers: a case, and no rung's number."""
    is_level = lead is not None and lead.is_tier and lead.condition is None
    return (_for_a_level(entry.text, words) if is_level else None) or lead


def _lead(entry: Text, words: Vocabulary) -> Lead | None:
    """What stands before a name; before a verb for calling, the case."""
    deed = lead_of_deed(entry.text, words)
    if deed is not None:
        return deed
    lead = lead_of(entry.text, entry.line, words)
    if is_name_and_wait(entry.text, words):
        return lead
    behind = called_in(lead.rest, words) if lead else None
    call = behind or called_in(entry.text, words)
    if lead is None and call is None:
        return _for_a_level(entry.text, words) or _for_a_case(entry.text, words)
    if call is None or len(sentences(entry.text)) > 1:
        return lead
    told = (lead.condition if lead and behind else _label_of_call(entry.text, call), call.case)
    condition = ", ".join(part for part in told if part) or None
    who = without_purpose(call.who, words) if lead else call.who
    return Lead(condition, who, is_tier=lead is not None and lead.is_tier)


def _label_of_call(text: str, call: Call) -> str | None:
    """`Contract at risk: the lead calls the owner`: what stands before a whole sentence."""
    label = label_of(text) if call.case is None else None
    is_case = label is not None and call.who in label.value and call.who != label.value
    return label.name if label is not None and is_case else None


def _for_a_level(text: str, words: Vocabulary) -> Lead | None:
    """`Priority 1: harbour master within 30 minutes`: how soon he comes is no wait for the call."""
    label = label_of(text)
    head = level_head(label.name, words) if label is not None and label.value else None
    if label is None or head is None:
        return None
    name, case = cut_at_case(label.value.rstrip(" .。"), words)
    spans = spans_in(case, words)
    is_soon = bool(spans) and (spans[0].now or Kind.UNDER in spans[0].leads)
    is_name = is_soon and len(name.split()) <= MOST_WORDS_OF_A_NAME and not COMMA.search(name)
    return Lead(label.name, name) if is_name else None


def _for_a_case(text: str, words: Vocabulary) -> Lead | None:
    """`For spills, ring the mate`, `For spills: the mate`."""
    label = label_of(text)
    head, *rest = COMMA.split(plain(text), maxsplit=1)
    sides = (label.name, label.value) if label is not None and label.value else (head, *rest)
    opens = (one for one in words.rungs.matches(sides[0]) if one.start() == 0)
    is_case = any({"opening", "case"} & set(words.rungs.phrases[one.group()]) for one in opens)
    if len(sides) == 1 or not is_case or plays_a_part(sides[0], words):
        return None
    is_called = label is not None or without_verb(sides[1], words) != sides[1]
    return Lead(sides[0], sides[1]) if is_called else None


def chain_step(text: str, line: int, words: Vocabulary) -> ChainStep | None:
    """`**Night Lead** (not repaired in 40 min)`: who, under which condition, after how long."""
    return _rung(lead_of(text, line, words) or Lead(None, text), line, words)


def _rung(lead: Lead, line: int, words: Vocabulary) -> ChainStep | None:
    name, case = who_and_case(lead.rest, words)
    label = label_of(lead.rest)
    case = "" if label is not None and label.bold and is_only_a_duty(label, words) else case
    name = name if lead.condition is None or case else name.rstrip(" .。")
    who = without_verb(_without_address(name.lstrip(SIGNS), words), words)
    if not who or len(who) > LONGEST_NAME or _is_no_name(who, words):
        return None
    case = case if lead.condition is None or _is_case(case, words) else ""
    condition = ", ".join(part for part in (lead.condition, without_remark(case, words)) if part)
    condition = condition.removesuffix(".") if condition.count(" ") > FEW_WORDS else condition
    is_his = (lead.is_tier and _is_window(condition, words)) or _is_answer(condition, words)
    after = None if is_his else delay(condition, line, words)
    return ChainStep(_subject(who, case, words), line, condition or None, after)


def _is_case(aside: str, words: Vocabulary) -> bool:
    """Behind a name that has its case in front: `(only P1)`, and not `(open a ticket)`."""
    spans = [span for span in spans_in(aside, words) if not span.now]
    is_waited = any(span.leads or not span.start for span in spans)
    is_told = words.rungs.all(aside) & {"case", "silence", "fails"}
    opens = (one for one in words.rungs.matches(aside) if one.start() == 0)
    is_opened = any("opening" in words.rungs.phrases[one.group()] for one in opens)
    return is_waited or bool(is_told) or is_opened or starts_with_level(aside, words)


def _is_window(condition: str, words: Vocabulary) -> bool:
    """`Level 1 (up to 15 min)`, `Level 1: mate (up to 15 min)`: how long it is his, and not when he
    is called."""
    spans = spans_in(condition, words)
    return bool(spans) and Kind.UNDER in spans[0].leads


def _is_answer(condition: str, words: Vocabulary) -> bool:
    """`15 min response`: how soon he answers once he is called."""
    spans = spans_in(condition, words)
    if len(spans) != 1:
        return False
    rest = condition[: spans[0].start] + condition[spans[0].end :]
    return words.labels.exactly(rest.strip(EDGES)) in {"response", "acknowledge"}


def _subject(who: str, case: str, words: Vocabulary) -> str:
    """`The mate takes the call`: the beginning of a sentence, less its article."""
    takes = (one for one in words.rungs.matches(case) if one.start() == 0)
    is_sentence = any("takes" in words.rungs.phrases[one.group()] for one in takes)
    return without_article(who, words) if is_sentence else who


def _is_no_name(who: str, words: Vocabulary) -> bool:
    """A sentence, a case, a task such as `Check the dashboard`, or hours such as `By night`."""
    is_case = opens_a_case(who, words) or is_shift(who, words)
    is_case |= words.rungs.exactly(who) == "nobody"
    return who.endswith((".", "?")) or is_task(who, words) or is_case


def _without_address(who: str, words: Vocabulary) -> str:
    """`Duty lead – +1 555 0100`, `Primary → pager`, `Desk on extension 20`: an address is no part
    of a name."""
    who = without_number(who, words)
    name, *rest = TO_ADDRESS.split(who, maxsplit=1)
    return name if rest and name and kind_of(rest[0], words) in {*REAL, "url", "pointer"} else who

"""One rung of an escalation: who is called, in which case, after how long."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from runcard.domain.playbooks.levels.mentions import starts_with_level
from runcard.domain.playbooks.model import ChainStep, Text
from runcard.domain.playbooks.page.addresses import REAL, kind_of
from runcard.domain.playbooks.page.blocks import label_of
from runcard.domain.playbooks.people.bare_names import without_reach
from runcard.domain.playbooks.people.call_sentences import Call, called_in
from runcard.domain.playbooks.people.calling import is_task, without_verb
from runcard.domain.playbooks.people.case_lists import with_cases_first, with_waits_first
from runcard.domain.playbooks.people.rung_leads import COMMA, DASH, Lead, lead_of, opens_a_case
from runcard.domain.playbooks.people.two_languages import in_one_language
from runcard.domain.playbooks.times.clauses import sentences
from runcard.domain.playbooks.times.grammar import spans_in
from runcard.domain.playbooks.times.tokens import Kind
from runcard.domain.playbooks.times.waits import delay, is_wait
from runcard.domain.playbooks.vocabulary import Vocabulary
from runcard.domain.playbooks.words import plain, trailing_parenthesis

TO_ADDRESS = re.compile(r"\s+(?:[-–—]|→|->|=>)\s+")
SIGN = re.compile(r"\s*(?:[;；→⇒]|->|=>)\s*")
BRACKET = re.compile(r"^([^\[\]]{2,80}?)\s*\[([^\[\]]{1,80})\]$")
OPEN = re.compile(r"[(（][^)）]*$")
AT = re.compile(r"\s+@\s+")
# The small word between a comma and `all P1`: `Captain, in all P1`.
LEAD_OF_CASE = re.compile(r"[,，]\s+[a-zà-ÿ]{1,3}$")
NAMED = re.compile(r"^[(（][^()（）]{1,60}[)）]\s*[:：]\s*(.+)$")
STOPS = (".", "。")
EDGES = " ,，、;；-–—"
ARROWS = " →►⇒>"
LONGEST_NAME = 80
LONGEST_LEVEL = 16
MOST_WORDS_OF_A_NAME = 6
FEWEST_CASES = 2


def rungs_of(entries: Sequence[Text], words: Vocabulary) -> tuple[ChainStep, ...]:
    """The rungs of a list; none, where one of its entries is no rung. An entry that is `the same,
    but` as another calls nobody of its own."""
    told = [entry for entry in entries if not _is_like_another(entry.text, words)]
    told = [replace(entry, text=without_reach(entry.text, words)) for entry in told]
    told = in_one_language(told, words)
    steps = _all_rungs(told, words)
    if any(called_in(entry.text, words) for entry in told) and not all(map(_is_short, steps)):
        return ()
    if steps or not all(_is_stopped(entry.text) for entry in told):
        return steps
    bare = [replace(entry, text=entry.text.rstrip(" .。")) for entry in told]
    steps = _all_rungs(bare, words)
    cases = [step for step in steps if step.condition is not None]
    return steps if len(cases) >= FEWEST_CASES and all(map(_is_short, steps)) else ()


def _is_like_another(text: str, words: Vocabulary) -> bool:
    """`By night, the same an hour later`."""
    starts = {0, *(comma.end() for comma in COMMA.finditer(text))}
    found = [one for one in words.rungs.matches(text) if one.start() in starts]
    return any("same" in words.rungs.phrases[one.group()] for one in found)


def _is_stopped(text: str) -> bool:
    """One sentence with a stop behind it."""
    return text.rstrip().endswith(STOPS) and len(sentences(plain(text))) == 1


def _is_short(step: ChainStep) -> bool:
    return len(step.who.split()) <= MOST_WORDS_OF_A_NAME


def _all_rungs(entries: Sequence[Text], words: Vocabulary) -> tuple[ChainStep, ...]:
    steps: list[ChainStep] = []
    told = [_own_and_further(entry, words) for entry in entries]
    leads = leads_of([own for own, _ in told], words)
    for (own, further), lead in zip(told, leads, strict=True):
        step = _rung(lead or Lead(None, own.text), own.line, words)
        if step is None:
            return ()
        steps.extend((step, *further))
    return tuple(steps)


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
    return ChainStep(call.who, line, call.case, delay(call.case or "", line, words))


def leads_of(entries: Sequence[Text], words: Vocabulary) -> list[Lead | None]:
    """What stands before each name. Among numbered rungs, `Board: the chairman` is one, too."""
    leads = [_lead(entry, words) for entry in entries]
    if 2 * sum(lead is not None and lead.is_tier for lead in leads) <= len(entries):
        return with_waits_first(entries, with_cases_first(entries, leads, words), words)
    return [lead or _named_rung(entry) for entry, lead in zip(entries, leads, strict=True)]


def _is_name_and_wait(text: str, words: Vocabulary) -> bool:
    """`Captain - after 20 minutes, calls the owner`: what the captain does is no rung."""
    pieces = DASH.split(plain(text), maxsplit=1)
    is_name = len(pieces[0].split()) <= MOST_WORDS_OF_A_NAME and not spans_in(pieces[0], words)
    return len(pieces) == 2 and is_name and any(not s.start for s in spans_in(pieces[1], words))


def _lead(entry: Text, words: Vocabulary) -> Lead | None:
    """What stands before a name; before a verb for calling, the case."""
    lead = lead_of(entry.text, entry.line, words)
    if _is_name_and_wait(entry.text, words):
        return lead
    behind = called_in(lead.rest, words) if lead else None
    call = behind or called_in(entry.text, words)
    if call is None or len(sentences(entry.text)) > 1:
        return lead
    told = (lead.condition if lead and behind else None, call.case)
    condition = ", ".join(part for part in told if part) or None
    return Lead(condition, call.who, is_tier=lead is not None and lead.is_tier)


def _named_rung(entry: Text) -> Lead | None:
    label = label_of(entry.text)
    return Lead(None, label.value, is_tier=True) if label and label.value else None


def chain_step(text: str, line: int, words: Vocabulary) -> ChainStep | None:
    """`**Night Lead** (not repaired in 40 min)`: who, under which condition, after how long."""
    return _rung(lead_of(text, line, words) or Lead(None, text), line, words)


def _rung(lead: Lead, line: int, words: Vocabulary) -> ChainStep | None:
    name, case = who_and_case(lead.rest, words)
    name = name if lead.condition is None or case else name.rstrip(" .。")
    who = without_verb(_without_address(name.lstrip(ARROWS), words), words)
    if not who or len(who) > LONGEST_NAME or _is_no_name(who, words):
        return None
    condition = ", ".join(part for part in (lead.condition, case) if part)
    return ChainStep(who, line, condition or None, delay(condition, line, words))


def _is_no_name(who: str, words: Vocabulary) -> bool:
    """A sentence, a case, or a task such as `Check the dashboard`."""
    return who.endswith((".", "?")) or is_task(who, words) or opens_a_case(who, words)


def who_and_case(text: str, words: Vocabulary) -> tuple[str, str]:
    """A name and the case behind it: in parentheses, behind a dash, a colon or a comma."""
    label = label_of(text)
    if label is not None and label.bold:
        return label.name, _case_in(label.value)
    label = None if label is not None and OPEN.search(label.name) else label
    if label is not None and _opens_a_case(label.value, words):
        return label.name, label.value  # `Lead: after 30 min (S1), next morning (S2)`
    said = plain(text)
    for mark in (SIGN, AT):
        pieces = mark.split(said, maxsplit=1)
        if len(pieces) == 2 and pieces[0] and _opens_in_time(pieces[1], words):
            return pieces[0], pieces[1]  # `Lead → after 30 min`, `Lead; at once`, `Lead @ 0 min`
    bracketed = BRACKET.match(said)
    if bracketed is not None and _opens_in_time(bracketed.group(2), words):
        return bracketed.group(1), bracketed.group(2)
    who, inside = trailing_parenthesis(said)
    if inside is not None:
        name, case = cut_at_case(who, words)  # `Lead after 30 min (S1), 2 h (S2)`
        return (name, said[len(name) :].strip(EDGES)) if spans_in(case, words) else (who, inside)
    pieces = DASH.split(said, maxsplit=1)
    if len(pieces) == 2:
        return pieces[0], pieces[1]
    return (label.name, label.value) if label is not None else cut_at_case(said, words)


def _opens_a_case(text: str, words: Vocabulary) -> bool:
    """A wait, a case, or a level with a wait of its own: `P1 that is open for an hour`."""
    is_of_a_level = starts_with_level(text, words) and bool(spans_in(text, words))
    return is_of_a_level or _opens_in_time(text, words)


def _opens_in_time(text: str, words: Vocabulary) -> bool:
    """Whether a text begins with a wait, `15 min (S1)`, `at once`, or with a case."""
    waits = (span for span in spans_in(text, words) if is_wait(span) or span.now)
    return any(span.start == 0 for span in waits) or opens_a_case(text, words)


def _case_in(value: str) -> str:
    """Behind a bold name: the parenthesis, or what follows the last dash, or all of it."""
    if value[:1] in "(（" and value[-1:] in ")）":
        return value[1:-1].strip()
    named = NAMED.match(value)
    if named is not None:
        return named.group(1)
    pieces = DASH.split(value)
    return (pieces[-1] if len(pieces) > 1 else value).strip(EDGES)


def cut_at_case(said: str, words: Vocabulary) -> tuple[str, str]:
    """`Duty lead, SEV1 only`, `Head of Ops after 30 min`: a name holds no wait, level or `if`."""
    start = min((at for at in _cases(said, words) if at > 0), default=len(said))
    name = said[:start].rstrip()
    led = LEAD_OF_CASE.search(name) if start < len(said) else None
    start = len(name[: led.start()]) if led is not None else start
    return said[:start].strip(EDGES), said[start:].strip(EDGES)


def _cases(said: str, words: Vocabulary) -> Iterator[int]:
    """Where a case may begin: at a wait or an `if`; behind a comma also at any time or level."""
    spans = spans_in(said, words)
    yield from (span.start for span in spans if span.leads & {Kind.AFTER, Kind.OVER})
    behind = {comma.end() for comma in COMMA.finditer(said)}
    yield from behind & {span.start for span in spans}
    yield from (at for at in behind if _is_level_at(said, at, words))
    for found in words.rungs.matches(said):
        concepts = words.rungs.phrases[found.group()]
        is_case = bool({"case", "takes"} & set(concepts))
        opens = "opening" in concepts and found.start() in behind
        if is_case or opens or ("opening" in concepts and _is_level_at(said, found.end(), words)):
            yield found.start()


def _is_level_at(said: str, at: int, words: Vocabulary) -> bool:
    return starts_with_level(said[at : at + LONGEST_LEVEL].lstrip(), words)


def _without_address(who: str, words: Vocabulary) -> str:
    """`Duty lead – +1 555 0100`, `Primary → pager`: an address is no part of a name."""
    name, *rest = TO_ADDRESS.split(who, maxsplit=1)
    return name if rest and name and kind_of(rest[0], words) in {*REAL, "url", "pointer"} else who

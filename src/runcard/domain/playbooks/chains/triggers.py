"""When to escalate: the list of reasons."""

from collections.abc import Sequence
from itertools import pairwise

from runcard.domain.playbooks.chains.fenced_triggers import fenced_triggers
from runcard.domain.playbooks.chains.help_lists import are_calls
from runcard.domain.playbooks.chains.nested_cases import ends_in, entry_of_cases, nested_cases
from runcard.domain.playbooks.chains.tabled_triggers import tabled_triggers
from runcard.domain.playbooks.chains.told_paragraphs import told_paragraphs
from runcard.domain.playbooks.levels.mentions import speaks_of_levels, starts_with_level
from runcard.domain.playbooks.model import EscalationChain, Text
from runcard.domain.playbooks.page.blocks import (
    Item,
    Outline,
    Paragraph,
    Section,
    items,
    label_of,
    tables,
)
from runcard.domain.playbooks.people.arrows import TURN
from runcard.domain.playbooks.people.call_lists import is_call_list
from runcard.domain.playbooks.people.calling import speaks_of_calling
from runcard.domain.playbooks.people.persons import are_of_people, person_in, plays_a_part
from runcard.domain.playbooks.times.grammar import spans_in
from runcard.domain.playbooks.topics import topics
from runcard.domain.playbooks.vocabulary import Vocabulary
from runcard.domain.playbooks.words import WIDE, plain, trailing_parenthesis, untitled

LONGEST_NAME = 3
FEW_WORDS = 4
ELSEWHERE = {"runbooks", "review", "templates", "drills", "communication"}
OPEN_ENDS = (":", "：")


def triggers_of(page: Outline, words: Vocabulary) -> tuple[Text, ...]:
    """The bullets under `When to escalate`."""
    return placed_triggers(page, words)[0]


def placed_triggers(page: Outline, words: Vocabulary) -> tuple[tuple[Text, ...], int | None]:
    """The bullets under `When to escalate`, and the line that says so; the first list counts."""
    for section in page.sections:
        found = listed_triggers(page, section, words)
        if found:
            label = _label_of_triggers(page, section, words)
            return found, section.line if label is None else label
    return (), None


def _label_of_triggers(page: Outline, section: Section, words: Vocabulary) -> int | None:
    """The line of a bold label that stands in place of a heading."""
    if heads_triggers(page, section, words):
        return None
    entry = entry_of_cases(section, words, is_home=_is_at_home(section, words))
    if entry is not None:
        return entry[0].line
    for block in section.blocks:
        if isinstance(block, Paragraph):
            label = label_of(block.lines[-1].text)
            is_label = label is not None and label.stands_alone
            said = plain(block.lines[-1].text)
            if is_label and (_is_about_triggers(said, words) or _waits_for_nobody(said, words)):
                return block.lines[-1].line
    return None


def are_only_rungs(triggers: Sequence[Text], chains: Sequence[EscalationChain]) -> bool:
    """Whether the list is the chain itself, and puts no case in front of each name: `Fire: mate`,
    `Fire → call the mate`."""
    rungs = {step.line: step for chain in chains for step in chain.steps}
    if not rungs.keys() >= {one.line for one in triggers}:
        return False
    cases = [rungs[one.line].condition for one in triggers]
    told = zip(triggers, cases, strict=True)
    return not all(case and _opens_in(case, one.text) for one, case in told)


def _opens_in(case: str, text: str) -> bool:
    behind = text.removeprefix(case).lstrip()
    return text.startswith(case) and (behind.startswith(":") or TURN.match(behind) is not None)


def heads_triggers(page: Outline, section: Section, words: Vocabulary) -> bool:
    """`When to escalate`, `Wann wird eskaliert?`; below a heading about escalation, `Criteria`."""
    title = untitled(section.title)
    if "triggers" in words.about(title):
        return True
    titles = [untitled(one.title) for one in page.path(section)[:2]]
    if is_below_triggers(page, section, words):
        return True
    if not any(_is_home(one, words) for one in titles):
        return False
    is_asked = _asks_when(title, words) or _orders_a_call(title, words)
    is_asked |= _waits_for_nobody(title, words) or ends_in(title, words.talk, "if")
    return is_asked and _holds_only_cases(section) and not any(told_paragraphs(section, words))


def is_below_triggers(page: Outline, section: Section, words: Vocabulary) -> bool:
    """`Automatic escalation` below `Triggers`: a list in which no rung is timed."""
    above = [untitled(one.title) for one in page.path(section)[1:2]]
    is_below = any("triggers" in words.about(one) for one in above)
    if not is_below or "escalation" not in words.about(untitled(section.title)):
        return False
    entries = items(section)
    spans = (span for item in entries for span in spans_in(item.text, words))
    return bool(entries) and all(span.now for span in spans)


def _orders_a_call(title: str, words: Vocabulary) -> bool:
    """`Call the lead at once`."""
    verbs = [one for one in words.rungs.matches(title) if one.start() == 0]
    return any(
        {"call", "calling", "hands_on"} & set(words.rungs.phrases[one.group()]) for one in verbs
    )


def _is_at_home(section: Section, words: Vocabulary) -> bool:
    return _is_home(untitled(section.title), words)


def _is_home(title: str, words: Vocabulary) -> bool:
    return "escalation" in words.about(title) or speaks_of_calling(title, words)


def _waits_for_nobody(said: str, words: Vocabulary) -> bool:
    """`Without waiting, to the head miller`: for what is listed below, the order is left out."""
    return words.rungs.speaks_of(said, "no_wait")


def _asks_when(title: str, words: Vocabulary) -> bool:
    """Whether a title begins with `when`, or begins or ends with a word such as `criteria`."""
    end = len(title.rstrip("?？:： "))
    moments = [one for one in words.people.matches(title) if _is("moment", one.group(), words)]
    return any(one.start() == 0 or one.end() == end for one in moments)


def _holds_only_cases(section: Section) -> bool:
    """One list of sentences and nothing else to be read in rows."""
    mine = items(section)
    is_one = len({item.list_line for item in mine}) == 1 and not tables(section)
    return is_one and _are_cases(mine)


def _are_cases(entries: Sequence[Item]) -> bool:
    """Sentences, of which one at least is longer than a name; an order of calling has numbers,
    names have something behind a colon, and work has boxes to tick."""
    if any(item.box for item in entries):
        return False
    named = [item for item in entries if item.numbered or label_of(item.text) is not None]
    said = [trailing_parenthesis(plain(item.text))[0] for item in entries]
    return 2 * len(named) < len(entries) and any(_length(one) > LONGEST_NAME for one in said)


def _length(said: str) -> int:
    """In words, of which languages without blanks write about two signs each."""
    return max(len(said.split()), len(WIDE.findall(said)) // 2)


def listed_triggers(page: Outline, section: Section, words: Vocabulary) -> tuple[Text, ...]:
    """Bullets that say when to escalate: under such a heading, or after such a sentence."""
    if heads_triggers(page, section, words):
        listed = _led_cases(section, words) or _bullets_from(section.blocks)
        return listed or fenced_triggers(section) or tabled_triggers(section, words)
    for block, below in pairwise(section.blocks):
        if isinstance(block, Paragraph) and isinstance(below, Item):
            said = block.lines[-1].text
            if _calls_in_turn(below, section, words):
                continue
            if (
                _opens_at_home(said, below, section, words)
                or (_introduces(said, words) and _is_about_triggers(plain(said), words))
                or _calls_or_raises(said, topics(page, section, words), words)
            ):
                return _bullets_from(section.blocks[section.blocks.index(below) :])
    return nested_cases(section, words, is_home=_is_at_home(section, words))


def _led_cases(section: Section, words: Vocabulary) -> tuple[Text, ...]:
    """The bullets of several lists, each below `Escalate to the lead if:`."""
    led = {
        below.list_line
        for above, below in pairwise(section.blocks)
        if isinstance(above, Paragraph) and isinstance(below, Item)
        if _is_about_triggers(plain(above.lines[-1].text), words)
    }
    mine = [item for item in items(section) if item.depth == 1]
    is_each = len(led) > 1 and led == {item.list_line for item in mine}
    return tuple(Text(plain(item.text), item.line) for item in mine) if is_each else ()


def _calls_in_turn(first: Item, section: Section, words: Vocabulary) -> bool:
    """`1. Call the second watch. 2. Call the lead.`, `1. Second watch. 2. Lead.`: whom to call,
    and not when."""
    mine = [one for one in items(section) if one.list_line == first.list_line]
    names = [person_in(plain(one.text), words) for one in mine]
    are_names = first.numbered and all(_length(plain(one.text)) <= FEW_WORDS for one in mine)
    are_people = any(plays_a_part(name, words) for name in names)
    is_called = are_calls(mine, words) or is_call_list(mine, words)
    return is_called or (are_names and all(names) and are_people)


def _opens_at_home(text: str, below: Item, section: Section, words: Vocabulary) -> bool:
    """In a section about escalation: `Call for help if:`, `Reasons to go up:`, `Page the lead when
    one of these is true:`; beside whom to call, the bullets below any `if` say when. Where people
    are called, `We do not wait for that if:` says it, too, and `in these cases:` whatever it is."""
    title, said = untitled(section.title), plain(text)
    if _is_home(title, words) and _introduces(text, words) and _waits_for_nobody(said, words):
        return True
    lists = {item.list_line for item in items(section)}
    is_beside_more = len(lists) > 1 or words.rungs.speaks_of(said, "waits")
    is_of_calls = speaks_of_calling(title, words) and is_beside_more
    if "escalation" not in words.about(title) and not is_of_calls:
        return False
    if ends_in(said, words.talk, "if"):
        return not (below.numbered and starts_with_level(said, words))
    if ends_in(said, words.people, "these_cases") or _cases_follow(said, below, section, words):
        return True
    if below.numbered or _calls_these(said, words):
        return False
    is_beside = any(item.numbered for item in items(section))
    is_beside |= bool(tables(section)) and said.endswith(OPEN_ENDS)
    mine = [item for item in items(section) if item.list_line == below.list_line]
    is_told = words.people.speaks_of(said, "one_of") and _says_if(said, words)
    is_told |= _introduces(text, words) and _asks_when(said, words)
    return (is_beside and words.talk.speaks_of(said, "if")) or (is_told and _are_cases(mine))


def _cases_follow(said: str, below: Item, section: Section, words: Vocabulary) -> bool:
    """`In these cases, whatever the hour, call the lead:` has the cases below it; `In these cases
    call:` has names, and so has any list of people."""
    if not said.endswith(OPEN_ENDS) or not words.people.speaks_of(said, "these_cases"):
        return False
    mine = [item for item in items(section) if item.list_line == below.list_line]
    names = [person_in(plain(item.text), words) for item in mine]
    is_called = ends_in(said, words.rungs, "calling") and not plays_a_part(said, words)
    return not is_called and not are_of_people(names, words)


def _calls_these(said: str, words: Vocabulary) -> bool:
    """`If nobody answers, call:` and `call one of these:` have names below."""
    found = [one for one in words.people.matches(said) if _is("one_of", one.group(), words)]
    heads = [said, *(said[: one.start()] for one in found)]
    return any(ends_in(head, words.rungs, "calling") for head in heads)


def _calls_if(text: str, words: Vocabulary) -> bool:
    """`Call the lead if:`, anywhere but in a runbook, which calls its own people."""
    said = plain(text)
    return _orders_a_call(said, words) and ends_in(said, words.talk, "if")


def _calls_or_raises(said: str, about: frozenset[str], words: Vocabulary) -> bool:
    """`Call the lead if:`, or `Raise the severity if any of them shows:`, outside a runbook."""
    is_of_levels = "severity" in about or speaks_of_levels(said, words)
    is_raised = (is_of_levels or "severity" in words.about(plain(said))) and _raises_if(said, words)
    return not about & ELSEWHERE and (_calls_if(said, words) or is_raised)


def _raises_if(text: str, words: Vocabulary) -> bool:
    said = plain(text)
    is_open = said.endswith(OPEN_ENDS) and _says_if(said, words)
    return is_open and words.rungs.speaks_of(said, "raises")


def _says_if(said: str, words: Vocabulary) -> bool:
    """`if`, `as soon as`, `sobald`, anywhere in a sentence."""
    return words.talk.speaks_of(said, "if") or words.rungs.speaks_of(said, "case")


def _introduces(text: str, words: Vocabulary) -> bool:
    """A line that ends in a colon, a bold label with nothing behind it, or `Escalate when`."""
    label = label_of(text)
    is_label = label is not None and label.stands_alone
    is_whole = words.headings.exactly(plain(text)) == "triggers"
    return is_label or is_whole or plain(text).endswith(OPEN_ENDS)


def _is_about_triggers(text: str, words: Vocabulary) -> bool:
    """`Escalate right away if:` is about them as much as `When to escalate`; behind `call:` stand
    names."""
    about = words.about(text)
    is_open = _says_if(text, words) and not _calls_these(text, words)
    return "triggers" in about or ("escalation" in about and is_open)


def _is(concept: str, phrase: str, words: Vocabulary) -> bool:
    return concept in words.people.phrases[phrase]


def _bullets_from(blocks: Sequence[object]) -> tuple[Text, ...]:
    """The first list, as plain texts."""
    found = [block for block in blocks if isinstance(block, Item) and block.depth == 1]
    mine = [item for item in found if item.list_line == found[0].list_line]
    return tuple(Text(plain(item.text), item.line) for item in mine)

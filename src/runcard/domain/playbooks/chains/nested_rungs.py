"""Lists in lists: a chain below each entry, or an entry for each rung with its person inside.

`Nights` with the mate and the captain below it is a chain of its own; `Level 2` with `Who: mate`
and `After: 15 min` below it is one rung.
"""

from collections.abc import Iterator, Sequence

from runcard.domain.playbooks.chains.rungs import rungs_of
from runcard.domain.playbooks.chains.told_cases import case_in
from runcard.domain.playbooks.levels.names import level_head
from runcard.domain.playbooks.model import ChainStep, EscalationChain, Text
from runcard.domain.playbooks.page.blocks import (
    Block,
    Item,
    Outline,
    Paragraph,
    Section,
    items,
    label_of,
)
from runcard.domain.playbooks.page.bodies import items_with_bodies
from runcard.domain.playbooks.people.names_and_cases import cut_at_case
from runcard.domain.playbooks.people.persons import (
    are_of_people,
    person_in,
    plays_a_part,
    starts_with_call,
)
from runcard.domain.playbooks.people.rung_leads import is_tier
from runcard.domain.playbooks.times.grammar import read_time, spans_in
from runcard.domain.playbooks.times.waits import delay
from runcard.domain.playbooks.vocabulary import Vocabulary
from runcard.domain.playbooks.words import folded, plain, trailing_parenthesis

FEWEST = 2
MOST = 24
MOST_WORDS = 6
STOPS = (".", "。", ":", "：")
WHO = {"who", "person"}
CASES = {"escalation", "triggers"}
Entries = Sequence[tuple[Item, tuple[Block, ...]]]


def nested_chains(section: Section, words: Vocabulary) -> Iterator[EscalationChain]:
    """The chains of every list that has others inside."""
    for entries in items_with_bodies(section):
        if not any(body for _, body in entries) or len(entries) > MOST:
            continue
        steps = _tree(entries, words) or _rungs_with_bodies(entries, words)
        called = [*_below_label(entries, words)]
        if called:
            yield from called
        elif steps:
            first = entries[0][0]
            yield EscalationChain(first.line, first.numbered, steps)
        else:
            yield from _chain_each(entries, words)


def headed_rungs(page: Outline, section: Section, words: Vocabulary) -> tuple[ChainStep, ...]:
    """`### Level 1`, `### Level 2 (10-30 min)`, with the person in the list below each; else by
    their windows alone, above the work of that time: nobody else has a name there. `### Mate` and
    `### Captain` above what is told of each are as good."""
    children = page.children(section)
    if len(children) >= FEWEST and all(_is_told_of(child, words) for child in children):
        told = tuple(_told_rung(child, words) for child in children)
        return told if any(step.condition for step in told) else ()
    titles = [Text(plain(child.title), child.line) for child in children if child.blocks]
    waits = _below_waits(titles, children, words)
    if waits:
        return waits
    names = [trailing_parenthesis(title.text)[0] for title in titles]
    if len(names) < max(FEWEST, len(children)) or not all(is_tier(name, words) for name in names):
        return ()
    steps = [_rung(child.title, child.line, child.blocks, words) for child in children]
    known = tuple(step for step in steps if step is not None)
    are_bare = all(name == title.text for name, title in zip(names, titles, strict=True))
    is_whole = len(known) == len(titles)
    if is_whole and (are_bare or are_of_people([step.who for step in known], words)):
        return known
    return _by_windows(titles, words)


def _below_waits(
    titles: Sequence[Text], children: Sequence[Section], words: Vocabulary
) -> tuple[ChainStep, ...]:
    """`### At once`, `### After 20 minutes`, each above one person's name."""
    are_waits = all(read_time(title.text, title.line, words) is not None for title in titles)
    if not FEWEST <= len(titles) == len(children) or not are_waits:
        return ()
    told = [_rung(child.title, child.line, child.blocks, words) for child in children]
    steps = tuple(step for step in told if step is not None)
    are_all = len(steps) == len(titles) and are_of_people([step.who for step in steps], words)
    return steps if are_all else ()


def _is_told_of(section: Section, words: Vocabulary) -> bool:
    """Somebody's name above fields, half of the list or more, and no name of anybody else."""
    fields = [label for item in items(section) if (label := label_of(item.text)) and label.value]
    is_somebody = plays_a_part(trailing_parenthesis(plain(section.title))[0], words)
    names = [one.name for one in fields if words.columns.exactly(one.name) is None]
    is_of_others = any(plays_a_part(name, words) for name in names)
    return is_somebody and not is_of_others and 0 < len(items(section)) <= 2 * len(fields)


def _told_rung(section: Section, words: Vocabulary) -> ChainStep:
    """The case of a rung stands behind `When:`, `Escalation:` or `Trigger:`; behind `Escalates to:`
    stands somebody else."""
    who, window = trailing_parenthesis(plain(section.title))
    told = [(label_of(item.text), item.line) for item in items(section)]
    cases = [
        (one.value, line)
        for one, line in told
        if one and (_is(one.name, {"when"}, words) or words.about(one.name) & CASES)
        if not plays_a_part(one.value, words)
    ]
    is_told = window is not None and bool(spans_in(window, words))
    case, line = (window, section.line) if is_told else next(iter(cases), (None, section.line))
    return ChainStep(who, section.line, case, delay(case or "", line, words))


def _by_windows(titles: Sequence[Text], words: Vocabulary) -> tuple[ChainStep, ...]:
    """Each from the end of the one before."""
    steps = tuple(
        ChainStep(name, title.line, window, delay(window, title.line, words))
        for title in titles
        for name, window in (trailing_parenthesis(title.text),)
        if window and read_time(window, title.line, words)
    )
    is_later = any(step.after is not None for step in steps[1:])
    return steps if is_later and len(steps) == len(titles) else ()


def _tree(entries: Entries, words: Vocabulary) -> tuple[ChainStep, ...]:
    """`Mate (at once)` with `Captain (after 20 min)` below it: every entry at every depth is
    somebody, and in a case behind the first."""
    told = [Text(one.text, one.line) for item, body in entries for one in (item, *_inner(body))]
    steps = rungs_of(told, words) if len(told) <= MOST else ()
    are_cased = all(step.condition is not None for step in steps[1:])
    is_waited = any(step.after is not None for step in steps)
    is_whole = len(steps) == len(told) > len(entries)
    is_sure = is_whole and are_cased and is_waited
    return steps if is_sure and are_of_people([step.who for step in steps], words) else ()


def _inner(body: Sequence[Block]) -> list[Item]:
    return [one for one in body if isinstance(one, Item)]


def _rungs_with_bodies(entries: Entries, words: Vocabulary) -> tuple[ChainStep, ...]:
    steps = [_rung(item.text, item.line, body, words) for item, body in entries]
    known = tuple(step for step in steps if step is not None)
    is_cased = any(step.condition is not None for step in known)
    return known if len(known) == len(entries) >= FEWEST and is_cased else ()


def _rung(title: str, line: int, body: Sequence[Block], words: Vocabulary) -> ChainStep | None:
    """One rung: its number or its name, and what the entries below it say of it."""
    label = label_of(title)
    said = plain(title if label is None or label.value else label.name).strip(" :：")
    name, window = trailing_parenthesis(said)
    inner = _inner(body)
    told = [(label_of(item.text), item) for item in inner]
    whens = [one.value for one, _ in told if one and one.value and _is(one.name, {"when"}, words)]
    whos = [
        (one.value, item) for one, item in told if one and one.value and _is(one.name, WHO, words)
    ]
    case = window or next(iter(whens), None) or _case_below(name, inner, words)
    if not is_tier(name, words):
        return _named(name, case, inner, line, words)
    if whos:
        return _step(whos[0][0], case, line, words)
    if not inner:
        return _below_number(case, body, words)
    if any(one and one.value for one, _ in told):
        return None
    who, behind = cut_at_case(plain(inner[0].text).strip(" .。"), words)
    return _step(person_in(who, words), case or behind or None, inner[0].line, words)


def _case_below(name: str, inner: Sequence[Item], words: Vocabulary) -> str | None:
    """`Mate` above `after 20 minutes without an answer`."""
    told = (case_in(name, plain(item.text), words) for item in inner if not label_of(item.text))
    return next((case for case in told if case), None)


def _below_number(case: str | None, body: Sequence[Block], words: Vocabulary) -> ChainStep | None:
    """`Level 2 (after 20 min)` above the name of a part and nothing else."""
    (only, *others) = body or (None,)
    if not isinstance(only, Paragraph) or others or len(only.lines) > 1 or only.quote is not None:
        return None
    said = plain(only.lines[0].text)
    who = person_in(said, words) if not said.endswith(STOPS) else ""
    return _step(who, case, only.line, words)


def _named(
    name: str, case: str | None, inner: Sequence[Item], line: int, words: Vocabulary
) -> ChainStep | None:
    """`Mate` above his case; `After 20 minutes` above the mate."""
    if read_time(name, line, words) is not None:
        who = person_in(plain(inner[0].text), words) if len(inner) == 1 else ""
        return _step(who, name, inner[0].line, words) if who else None
    return _step(name, case, line, words) if case and person_in(name, words) else None


def _step(who: str, case: str | None, line: int, words: Vocabulary) -> ChainStep | None:
    return ChainStep(who, line, case, delay(case or "", line, words)) if who else None


def _is(head: str, concepts: set[str], words: Vocabulary) -> bool:
    return bool(concepts & set(words.columns.phrases.get(folded(head).strip(" :："), ())))


def _below_label(entries: Entries, words: Vocabulary) -> Iterator[EscalationChain]:
    """`Escalation:` as an entry among others, and below it by number who is called; what is done
    beside that calls nobody."""
    for item, body in entries:
        label = label_of(item.text)
        if label is not None and not label.value and "escalation" in words.about(label.name):
            calls = [_call(one, words) for one in _direct(body) if one.numbered]
            steps = tuple(step for step in calls if step is not None)
            if len(steps) >= FEWEST and 2 * len(steps) > len(calls):
                yield EscalationChain(item.line, ordered=True, steps=steps)


def _call(item: Item, words: Vocabulary) -> ChainStep | None:
    """`Call the mate (if the ship is lost).`"""
    order, case = trailing_parenthesis(plain(item.text).rstrip(" .。"))
    who = person_in(order, words) if starts_with_call(order, words) else ""
    return _step(who, case, item.line, words)


def _chain_each(entries: Entries, words: Vocabulary) -> Iterator[EscalationChain]:
    """Below two entries or more, each the name of a level, of hours or of another case."""
    found = [
        EscalationChain(item.line, inner[0].numbered, steps, keys=_keys(item, words))
        for item, body in entries
        for inner in (_direct(body),)
        for steps in (rungs_of([Text(one.text, one.line) for one in inner], words),)
        if len(steps) >= FEWEST and any(step.after is not None for step in steps)
    ]
    is_outline = len(found) == 1 < len(entries) and all(_is_topic(one, words) for one in entries)
    if len(found) >= FEWEST or (is_outline and are_of_people(_names(found), words)):
        yield from found


def _is_topic(entry: tuple[Item, tuple[Block, ...]], words: Vocabulary) -> bool:
    """`Chain`, `Phones` in an outline: a few words above entries of their own, and nobody."""
    item, body = entry
    name = plain(item.text).strip(" :：")
    is_short = len(name.split()) <= MOST_WORDS and not item.numbered and not item.box
    return bool(body) and is_short and not plays_a_part(name, words)


def _names(chains: Sequence[EscalationChain]) -> list[str]:
    return [step.who for chain in chains for step in chain.steps]


def _keys(item: Item, words: Vocabulary) -> tuple[str, ...]:
    label = label_of(item.text)
    head = level_head(plain(label.name if label else item.text).strip(" :："), words)
    return () if head is None else head.keys


def _direct(body: Sequence[Block]) -> list[Item]:
    """The entries directly below."""
    inner = _inner(body)
    depth = min((one.depth for one in inner), default=0)
    return [one for one in inner if one.depth == depth]

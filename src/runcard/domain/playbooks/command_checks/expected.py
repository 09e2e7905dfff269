"""What a reader is told to see after a change, in whatever words, and how long to look at it."""

import re
from collections.abc import Iterator, Sequence

from runcard.domain.commands.model import Effect
from runcard.domain.playbooks.acts import Act
from runcard.domain.playbooks.checks.setting import (
    FORWARDS,
    alters,
    is_bad,
    is_in_case,
    said_between,
)
from runcard.domain.playbooks.facts import Facts
from runcard.domain.playbooks.page.addresses import without_commands
from runcard.domain.playbooks.times.clauses import sentences
from runcard.domain.playbooks.times.grammar import spans_in

CODE = re.compile(r"`[^`\n]{2,200}`")
# A count or a share, and no address, number of a telephone or version.
FIGURE = re.compile(r"(?<![\w+./:-])(?<!\d\s)\d{1,6}(?:[.,]\d{1,3})?\s?%?(?!\.?\w|[/:-]|\s\d)")
LONGEST = 1000
BEGINNING = 30  # signs of a sentence
NEXT = 4
# Where a forward is looked at: in a browser on this host.
OPENED = re.compile(r"\s*#\D{0,80}?https?://(?:localhost|127\.0\.0\.1)\b")
KEYS = re.compile(r"(?i)\b(?:ctrl|strg)[-+ ]?c\b|\^C\b")
BESIDE = 12  # signs between a figure and the word that compares with it
ABOVE = 40  # lines above a change in which its measure is told


def tells_what_to_see(line: int, facts: Facts) -> bool:
    """Whether some sentence of a line says what has to be seen once the change is made."""
    text = facts.page.lines[line - 1][:LONGEST]
    return any(_is_a_look(sentence, facts) for sentence in sentences(text))


def is_measured_above(act: Act, facts: Facts) -> bool:
    """`The disk must be below 80 % afterwards`, said before the last step of its section."""
    return any(_is_a_measure(text, facts) for text in _above(act, facts))


def is_watched_to_an_end(act: Act, facts: Facts) -> bool:
    """The last of a block, where what stands above asks for somebody who watches; the only one of
    it, where that is there to check; or where the words below say how it ends."""
    block = facts.block_of(act)
    over = f"{facts.label_above(act.block) if act.block else ''} | {act.section.title}"
    is_live = bool(facts.speaks("looks", over) & {"live"}) or _is_opened_by_hand(act, facts)
    if is_live or _is_repeated_on_purpose(act, block, facts):
        return True
    if facts.speaks("looks", act.title) & {"live"} and spans_in(act.title, facts.words):
        return True  # how long it is watched
    if not block or block[-1] is not act:
        return False
    if facts.speaks("looks", _comment(block)) & {"live"} or FORWARDS.search(act.text):
        return True
    if "watch" not in act.text.split():
        return False
    is_check = len(block) == 1 and "verify" in facts.speaks("parts", over)
    return is_check or _is_awaited(act, block, facts)


def _is_awaited(act: Act, block: Sequence[Act], facts: Facts) -> bool:
    """Its block has changed something, and the words below say how long it takes or how it ends."""
    if not any(is_bad(one, facts, Effect.MUTATING) for one in block[:-1]):
        return False
    below = said_between(act.section, act.end_line + 1, act.end_line + NEXT, facts)
    if not below:
        return False
    first = (sentences(below[0].text) or ("",))[0]
    return bool(KEYS.search(below[0].text) or spans_in(first, facts.words))


def _is_opened_by_hand(act: Act, facts: Facts) -> bool:
    """The comment right below a forward names the address: somebody looks at it and ends it."""
    if FORWARDS.search(act.text) is None:
        return False
    below = facts.page.lines[act.end_line : act.end_line + 1]
    return any(OPENED.match(text[:LONGEST]) for text in below)


def _is_repeated_on_purpose(act: Act, block: Sequence[Act], facts: Facts) -> bool:
    """`watch`, where its comment verifies or looks on: one reading would not show that it goes on.
    Who ends it goes on to looks, or to what is done once something is seen."""
    if "watch" not in act.text.split()[:2]:
        return False
    verified = facts.speaks("setting", act.title) & {"verify"}
    if not (verified or facts.speaks("looks", act.title) & {"live"}):
        return False
    below = (one for one in block if one.place > act.place)
    return not any(alters(one, facts) and not is_in_case(one, facts) for one in below)


def _comment(block: Sequence[Act]) -> str:
    """The comment above the last commands of a block, those that follow it line by line."""
    last = len(block) - 1
    while last and not block[last].title and block[last - 1].end_line == block[last].line - 1:
        last -= 1
    return block[last].title


def _is_a_measure(text: str, facts: Facts) -> bool:
    return any(
        "later" in facts.speaks("looks", sentence) and _must_be_so(sentence, facts)
        for sentence in sentences(text)
    )


def _above(act: Act, facts: Facts) -> Iterator[str]:
    for said in said_between(act.section, act.line - ABOVE, act.line - 1, facts):
        yield facts.page.lines[said.line - 1][:LONGEST]


def _is_a_look(sentence: str, facts: Facts) -> bool:
    """The same question is asked again; a thing must be so and so, or is below or above a figure; a
    command passes; or it is put back as soon as something is so."""
    spoken = facts.speaks("looks", sentence)
    if {"once_more", "asked"} <= spoken or _must_be_so(sentence, facts):
        return True
    if CODE.search(sentence) and "next_day" in facts.speaks("looks", sentence[:BEGINNING]):
        return True  # `Next morning: `report`, the column is empty`
    if "level" in spoken and _is_a_level(sentence, spoken, facts):
        return True
    if "passes" in spoken and "when" in spoken and CODE.search(sentence):
        return True
    undone = facts.speaks("setting", sentence) & {"undone"}
    return bool(undone) and "when" in spoken and _is_compared(sentence, facts)


def _must_be_so(sentence: str, facts: Facts) -> bool:
    """A thing must show a figure; what a person has to do, and by when, is none."""
    spoken = facts.speaks("looks", sentence)
    return (
        "must" in spoken
        and not _is_an_order(sentence, spoken, facts)
        and _has_figure(sentence, facts)
    )


def _is_a_level(sentence: str, spoken: frozenset[str], facts: Facts) -> bool:
    """`Within ten minutes the folder shrinks below 20 GB`: told of a thing, in no condition and
    before no other step."""
    if sentence.rstrip().endswith((":", "：")) or "in_case" in spoken:
        return False
    rest = _without_times(sentence, facts)
    known = facts.words.lint.get("looks")
    if known is None or _is_an_order(sentence, spoken, facts):
        return False
    places = [one for one in known.matches(rest) if "level" in known.phrases[one.group()]]
    return any(
        FIGURE.search(rest[max(one.start() - BESIDE, 0) : one.end() + BESIDE]) for one in places
    )


def _is_an_order(sentence: str, spoken: frozenset[str], facts: Facts) -> bool:
    return "doer" in spoken or bool(facts.speaks("people", sentence) & {"ring"})


def _has_figure(sentence: str, facts: Facts) -> bool:
    """A count or a share, and no time by which something has to be done."""
    return FIGURE.search(_without_times(sentence, facts)) is not None


def _without_times(sentence: str, facts: Facts) -> str:
    rest = without_commands(sentence)
    for span in reversed(spans_in(rest, facts.words)):
        rest = f"{rest[: span.start]} {rest[span.end :]}"
    return rest


def _is_compared(sentence: str, facts: Facts) -> bool:
    said = facts.words.time_words.all(sentence) & {"over", "under"}
    return bool(said or "<" in sentence or ">" in sentence) and FIGURE.search(sentence) is not None

"""The names of the parts of a runbook: by a word that is known, or by the document's own."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import pairwise, zip_longest

from runcard.domain.playbooks.lexicon import Mention
from runcard.domain.playbooks.page.blocks import (
    Block,
    Item,
    Label,
    Outline,
    Paragraph,
    Section,
    label_of,
)
from runcard.domain.playbooks.procedures.asked import unasked
from runcard.domain.playbooks.procedures.windows import behind_time, boxed_time, timebox_of
from runcard.domain.playbooks.vocabulary import Vocabulary
from runcard.domain.playbooks.words import (
    WIDE,
    slug,
    trailing_parenthesis,
    untitled,
    without_emoji,
)

KNOWN_PARTS = {"diagnosis", "immediate", "mitigation", "recovery", "verification"}
# Names that the vocabulary knows, too; they stay what the document calls them.
CLEARING = {"eradicate", "eradication"}
DOING = {"action", "actions"}
NAMED_PARTS = KNOWN_PARTS | CLEARING | DOING | {"check", "checks", "look", "act"}
REPAIRS = {"mitigation", "recovery"} | DOING
LONGEST_LABEL = 60
STEP_WORD = re.compile(r"^\w+\s*\d+\s*[:.–-]\s*")
COLON = re.compile(r"[:：]\s*(?=\S)")
FEWEST = 2


@lru_cache(maxsize=8192)
def part_name(title: str, words: Vocabulary) -> str | None:
    """`Recovery Steps`, `Prüfung`, `1. Diagnosis (5 min)`: the part a title or label names."""
    bare = trailing_parenthesis(_without_box(title, words))[0].strip(" :：.")
    named = STEP_WORD.sub("", bare)
    exact = words.parts.exactly(unasked(named)) or words.parts_alone.exactly(named)
    if named != bare and exact is not None and exact not in KNOWN_PARTS:
        return None  # `Step 3 - Check` is the third of the document's own steps
    if exact is not None or len(named) > LONGEST_LABEL:
        return exact
    before = COLON.split(named)[0]
    if before != named and words.parts.exactly(before) is not None:
        return words.parts.exactly(before)
    mostly = _mostly(named, words)
    # `Triage actions` are called so, and not actions of any kind.
    return own_name(named, words) if mostly in DOING else mostly


def _without_box(title: str, words: Vocabulary) -> str:
    """`Repair [within 2 hours]`, `復旧【1時間以内】`: a time in such brackets is no part of it."""
    bare = without_emoji(untitled(title)).rstrip(" :：")
    boxed = boxed_time(bare, 1, words)
    return bare if boxed is None else boxed[0]


def part_named(title: str, words: Vocabulary) -> str | None:
    """The part that a heading inside a runbook names, where it cannot be the runbook itself, nor
    a phase: `0–15 min: containment`."""
    said = behind_time(title, words)
    return part_name(said, words) or _named_last(said, words) or _of_ways(said, words)


def _of_ways(title: str, words: Vocabulary) -> str | None:
    """`Resolution procedures`: a chapter of runbooks elsewhere, inside one its repair."""
    thing = thing_ruled(title, words)
    return part_name(thing, words) if thing else None


def thing_ruled(title: str, words: Vocabulary) -> str:
    """`Resolution` of `Resolution procedures`; nothing where no such word ends the title."""
    bare = trailing_parenthesis(_without_box(title, words))[0].strip(" :：.")
    ways = [one for one in words.works.matches(bare)
            if "rules" in words.works.phrases[one.group()]]  # fmt: skip
    return bare[: ways[0].start()].strip() if ways and ways[0].end() == len(bare) else ""


def is_only_above_parts(page: Outline, under: Section, words: Vocabulary) -> bool:
    """`### Procedure` with nothing but the parts below it, or the hours of them."""
    titles = [one.title for one in page.children(under)] if not under.blocks else []
    named = [one for one in titles if part_named(one, words) is not None]
    timed = [one for one in titles if behind_time(one, words) != one]
    return bool(named) and len({*named, *timed}) >= FEWEST


def _named_last(title: str, words: Vocabulary) -> str | None:
    """`鍵の調査`, `数据恢复`: in scripts without spaces the word for what is done stands last; of
    two things at once, the first counts."""
    bare = trailing_parenthesis(_without_box(title, words))[0].split("・")[0].strip(" :：.")
    if not WIDE.search(bare) or "review" in words.about(bare):
        return None
    last = words.parts.matches(bare)[-1:]
    said = [words.parts.phrases[one.group()][0] for one in last if one.end() == len(bare)]
    return next((name for name in said if name in KNOWN_PARTS), None)


def _mostly(name: str, words: Vocabulary) -> str | None:
    """A word for a part, or one beside `full`, that is half of the name at least; `Activities after
    the fix` are not the fix, and `Check after the roll-back` checks it."""
    found = words.parts.matches(name)
    whole = sum(match.end() - match.start() for match in found)
    if _checks_a_repair(name, whole, words):
        return "verification"
    is_after = "review" in words.about(name)
    whole += sum(len(one.group()) for one in words.works.matches(name)
                 if "entire" in words.works.phrases[one.group()])  # fmt: skip
    is_named = 2 * whole >= len(name) > 0 and bool(found) and not is_after
    return (_beside_clearing(found, words) or words.parts.find(name)) if is_named else None


def _beside_clearing(found: Sequence[Mention], words: Vocabulary) -> str | None:
    """`Eradication and recovery`: of the two, the part that every repair has."""
    named = [words.parts.phrases[one.group()][0] for one in found]
    known = [name for name in named if name in KNOWN_PARTS]
    return known[0] if known and not CLEARING.isdisjoint(named) else None


def _checks_a_repair(name: str, covered: int, words: Vocabulary) -> bool:
    """`Check after the roll-back`: a word for looking and one for restoring are half of it."""
    said = [one for one in words.headings_alone.matches(name)
            if "verification" in words.headings_alone.phrases[one.group()]]  # fmt: skip
    looks = words.parts.find(name) in {"verification", "check", "checks"} or bool(said)
    restores = [one for one in words.process.matches(name)
                if "restore" in words.process.phrases[one.group()]]  # fmt: skip
    covered += sum(one.end() - one.start() for one in restores)
    return looks and bool(restores) and covered > 0 and 2 * covered >= len(name)


def own_name(title: str, words: Vocabulary) -> str:
    """`Initial response (5 min)` is `initial_response`: when it is and how long it may take is not
    its name."""
    bare = behind_time(_without_box(title, words), words)
    name, inside = trailing_parenthesis(bare)
    is_timed = inside is not None and timebox_of(inside, 1, words) is not None
    return slug(name if is_timed else bare) or "part"


def parts_in_lists(blocks: Sequence[Block], words: Vocabulary) -> frozenset[int]:
    """The lists of which each entry is a bold name above nested entries, one of them the name of
    a part that is known: so all of them are parts. What is said in one line stands beside them."""
    names: dict[int, list[str | None]] = {}
    beside = {item.list_line for item, _ in _outer(blocks) if is_beside(item, words)}
    for item, following in _outer(blocks):
        if not is_beside(item, words):
            names.setdefault(item.list_line, []).append(_name_above(item, following))
    above = dict(_names_above_numbers(blocks))
    return frozenset(
        line
        for line, said in names.items()
        if all(said)
        and not _are_steps(said, above.get(line), words)
        and _are_parts([name for name in said if name], line in beside, words)
    )


def _names_above_numbers(blocks: Sequence[Block]) -> Iterator[tuple[int, Label]]:
    """`**Response:**` directly above a numbered list, by the line of the list."""
    for above, item in pairwise(blocks):
        if isinstance(item, Item) and item.numbered and isinstance(above, Paragraph):
            label = label_of(above.lines[-1].text)
            if label is not None and not label.value:
                yield item.list_line, label


def _are_steps(names: Sequence[str | None], above: Label | None, words: Vocabulary) -> bool:
    """A numbered list below the name of a part counts its steps, and bold names in it are no parts;
    nor below another name in bold, where one at most is the name of a part."""
    if above is None:
        return False
    known = sum(1 for name in names if name and part_name(name, words) is not None)
    is_part = part_name(above.name, words) is not None
    return is_part or (above.bold and known < FEWEST)


def _are_parts(names: Sequence[str], is_beside_others: bool, words: Vocabulary) -> bool:
    """One of them is known, or stands beside a property of the whole."""
    is_known = any(part_name(name, words) for name in names)
    return is_beside_others or (is_known and len(names) >= FEWEST)


def is_beside(item: Item, words: Vocabulary) -> bool:
    """`- **When:** the gate leaks`, `- **Severity:** high`: a property, and no work."""
    label = label_of(item.text)
    if label is None or not label.bold or not label.value:
        return False
    named = words.signs.exactly(label.name)
    is_known = words.labels.exactly(label.name) == "key" or named in {"when", "likely", "sure"}
    return is_known or words.objectives.exactly(label.name) is not None


def _outer(blocks: Sequence[Block]) -> Iterator[tuple[Item, Block | None]]:
    for block, following in zip_longest(blocks, blocks[1:]):
        if isinstance(block, Item) and block.depth == 1:
            yield block, following


def _name_above(item: Item, following: Block | None) -> str | None:
    label = label_of(item.text)
    is_above = isinstance(following, Item) and following.depth > 1
    return label.name if label and label.stands_alone and is_above else None

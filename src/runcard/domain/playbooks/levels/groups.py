"""Where a document defines its severities, and what it says beside each of them."""

from collections.abc import Iterator
from dataclasses import replace

from runcard.domain.playbooks.levels.afterwords import without_afterword
from runcard.domain.playbooks.levels.answered import are_all_answered
from runcard.domain.playbooks.levels.bold_names import beginnings
from runcard.domain.playbooks.levels.called_in_turn import only_says_whom
from runcard.domain.playbooks.levels.defining import are_told_with_ranks, first_to_define
from runcard.domain.playbooks.levels.entries import LevelEntry, LevelGroup, told_once
from runcard.domain.playbooks.levels.headings import level_headings
from runcard.domain.playbooks.levels.kept_levels import kept_levels
from runcard.domain.playbooks.levels.lead_ins import (
    asks_for_a_level,
    introduced_lists,
    introduces,
    matters_of_lists,
)
from runcard.domain.playbooks.levels.mentions import normal_key
from runcard.domain.playbooks.levels.names import LevelHead, free_head, level_head, rank_of
from runcard.domain.playbooks.levels.other_chapters import (
    ELSEWHERE,
    answers_by_name,
    is_about_levels,
    own_topic,
    says_what_it_is,
)
from runcard.domain.playbooks.levels.own_names import are_in_turn, own_head
from runcard.domain.playbooks.levels.prose import level_sentences
from runcard.domain.playbooks.levels.tables import level_tables
from runcard.domain.playbooks.levels.unmarked_labels import unmarked_label
from runcard.domain.playbooks.model import SeverityForm
from runcard.domain.playbooks.page.blocks import (
    Item,
    Outline,
    Section,
    label_of,
)
from runcard.domain.playbooks.page.bodies import Entries, items_with_bodies, lists_of
from runcard.domain.playbooks.page.kept import kept_with_page
from runcard.domain.playbooks.times.clauses import concepts_of
from runcard.domain.playbooks.times.grammar import spans_in
from runcard.domain.playbooks.topics import topics
from runcard.domain.playbooks.vocabulary import Vocabulary
from runcard.domain.playbooks.words import untitled, without_emoji

MOST_LEVELS = 7
MOST_OF_ALL = 24
NOT_LADDERS = ELSEWHERE | {"templates", "metrics"}


@kept_with_page
def level_groups(page: Outline, words: Vocabulary) -> tuple[LevelGroup, ...]:
    """Every place that lists levels, the one that defines them first."""
    told = [
        group
        for section in page.sections
        for group in map(told_once, _groups_in(page, section, words))
    ]
    found = [group for group in told if is_list_of_levels(group, page, words)]
    found = found or [group for group in told if only_says_whom(group, words)]
    sound = {at for at, group in enumerate(found) if _is_sound(group, page, words)}
    if not any(says_what_it_is(found[at], words) for at in sound):
        sound |= {at for at, group in enumerate(found) if answers_by_name(group, words)}
    defining = first_to_define(
        [found[at] for at in sorted(sound)],
        lambda group: "severity" in topics(page, group.where, words),
        lambda group: _named_so(group, page, words),
        words,
    )
    known = set(_keys(defining[0])) if defining else set()
    others = [group for at, group in enumerate(found) if at not in sound]
    return (*defining, *(group for group in others if known.issuperset(_keys(group))))


def _keys(group: LevelGroup) -> list[str]:
    return [normal_key(key) for entry in group.entries for key in entry.head.keys]


def is_list_of_levels(group: LevelGroup, page: Outline, words: Vocabulary) -> bool:
    """Different levels, two at least, in a place that is not about people or the time after."""
    keys = [normal_key(entry.head.key) for entry in group.entries]
    if not 2 <= len(keys) <= MOST_OF_ALL or len(set(keys)) < len(keys):
        return False
    if _is_about_flaws(group, words):
        return False
    elsewhere = topics(page, group.where, words) & ELSEWHERE
    if elsewhere == {"reference"} and are_told_with_ranks(group, words):
        return True
    return not elsewhere or is_about_levels(group, words)


def _is_about_flaws(group: LevelGroup, words: Vocabulary) -> bool:
    """`Patch management`: how soon holes are mended, and no incident is answered."""
    title = untitled(group.where.title)
    return words.works.speaks_of(title, "flaws") and "severity" not in words.about(title)


def _is_sound(group: LevelGroup, page: Outline, words: Vocabulary) -> bool:
    """For vague words, a heading that says severity, or a ladder of names; what only adds to levels
    defines none."""
    if answers_by_name(group, words):
        return False
    if all(entry.head.sure for entry in group.entries):
        return True
    if _is_about_people(group, words) and not own_topic(group, words):
        return False
    if _named_so(group, page, words) or are_all_answered(group, words):
        return True
    return not group.has_own_names and _is_a_ladder(group, page, words)


def _is_a_ladder(group: LevelGroup, page: Outline, words: Vocabulary) -> bool:
    """Three or more names of different steps in order say by themselves what they are; or two, if a
    time stands beside each."""
    ranks = [_rank(entry.head, words) for entry in group.entries]
    known = [rank for rank in ranks if rank is not None]
    are_timed = all(spans_in(entry.head.remark or "", words) for entry in group.entries)
    if (
        len(known) < (2 if are_timed else 3)
        or len(known) < len(ranks)
        or known != sorted(set(known))
    ):
        return False
    return not topics(page, group.where, words) & NOT_LADDERS


def _rank(head: LevelHead, words: Vocabulary) -> int | None:
    """Of `Critical`, and of `Stage 1: CRITICAL`."""
    own = rank_of(head.key, words)
    return rank_of(head.name, words) if own is None and head.name else own


def _named_so(group: LevelGroup, page: Outline, words: Vocabulary) -> bool:
    """Whether a heading above, or the head of the table, speaks of severity."""
    if group.introduced or "severity" in topics(page, group.where, words):
        return True
    return bool(group.columns) and words.labels.exactly(group.columns[0]) == "key"


def _is_about_people(group: LevelGroup, words: Vocabulary) -> bool:
    """A column of persons that is no promise of a level, such as whom it escalates to."""
    return any(
        words.columns.exactly(column) == "who" and words.labels.exactly(column) is None
        for column in group.columns
    )


def _groups_in(page: Outline, section: Section, words: Vocabulary) -> Iterator[LevelGroup]:
    yield from level_tables(section, words)
    yield from level_headings(page, section, words)
    yield from _bullets(section, words)
    yield from _bold_lines(section, words)
    yield from level_sentences(section, words)
    yield from kept_levels(section, words)


def _bullets(section: Section, words: Vocabulary) -> Iterator[LevelGroup]:
    is_home = "severity" in words.about(untitled(section.title))
    below, matters = introduced_lists(section, words), matters_of_lists(section, words)
    outer = items_with_bodies(section)
    nested = [entries for steps in outer for entries in _lists_in_steps(steps, words)]
    for entries in (*outer, *nested):
        is_nested = entries[0][0].depth > 1
        introduced = is_nested or entries[0][0].line in below
        free = (
            (is_home or introduced)
            and not is_nested
            and 2 <= len(entries) <= MOST_LEVELS
            and _all_bold(entries, words)
        )
        named = [(item_head(item, words, free=free), item, body) for item, body in entries]
        known = tuple(
            LevelEntry(head, item.line, text, body, end_line=item.lines[-1].line)
            for (head, text), item, body in named
            if head is not None
        )
        if len(known) < len(entries):
            yield from _own_bullets(entries, section, words)
        if 2 * len(known) > len(entries):
            found = LevelGroup(SeverityForm.BULLETS, section.line, known, section)
            matter = matters.get(entries[0][0].line, ())
            yield replace(found, introduced=introduced, nested=is_nested, matter=matter)


def _own_bullets(entries: Entries, section: Section, words: Vocabulary) -> Iterator[LevelGroup]:
    """`- **Red: floor down.** …`, where all of a list are called so."""
    labels = [label_of(without_emoji(item.text)) for item, _ in entries]
    heads = [own_head(label.name, words) if label and label.bold else None for label in labels]
    if are_in_turn(heads, words):
        known = tuple(
            LevelEntry(head, item.line, label.value, body, end_line=item.lines[-1].line)
            for head, label, (item, body) in zip(heads, labels, entries, strict=True)
            if head is not None and label is not None
        )
        yield LevelGroup(SeverityForm.BULLETS, section.line, known, section, has_own_names=True)


def _lists_in_steps(steps: Entries, words: Vocabulary) -> Iterator[Entries]:
    """What is nested in `4. Judge the severity`."""
    for step, body in steps:
        if introduces(step.text, words) or asks_for_a_level(step, words):
            yield from lists_of([one for one in body if isinstance(one, Item)], step.depth + 1)


def _all_bold(entries: Entries, words: Vocabulary) -> bool:
    """Under a heading that speaks of severity, bold names at the head of all entries."""
    labels = [label_of(without_emoji(item.text)) for item, _ in entries]
    return all(
        label is not None and label.bold and not concepts_of(label.name, words) for label in labels
    )


def item_head(item: Item, words: Vocabulary, *, free: bool) -> tuple[LevelHead | None, str]:
    text = without_emoji(item.text)
    label = label_of(text) or unmarked_label(text)
    if label is None:
        return None, ""
    head = level_head(label.name, words)
    if head is None and free:
        head = own_head(label.name, words) or free_head(label.name, words)
    value = label.value.lstrip("-–—:：| ").strip()
    name = head.name if head is not None and label.name.endswith((".", "。")) else None
    if head is None or name is None or rank_of(name, words) is not None:
        return head, value
    # **SEV1 – wrong numbers left the building.** is a key and what it means.
    return replace(head, name=None), f"{name}. {value}".strip()


def _bold_lines(section: Section, words: Vocabulary) -> Iterator[LevelGroup]:
    entries = tuple(beginnings(section, lambda name: level_head(name, words)))
    own = tuple(beginnings(section, lambda name: own_head(name, words)))
    if entries:
        told = without_afterword(entries)
        yield LevelGroup(SeverityForm.BOLD_LINES, section.line, told, section)
    if len(own) > len(entries) and are_in_turn([one.head for one in own], words):
        told = without_afterword(own)
        yield LevelGroup(SeverityForm.BOLD_LINES, section.line, told, section, has_own_names=True)

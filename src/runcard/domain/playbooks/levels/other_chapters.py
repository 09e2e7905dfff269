"""Levels in a chapter about something else, such as people: what there still speaks of levels."""

from runcard.domain.playbooks.levels.entries import LevelEntry, LevelGroup
from runcard.domain.playbooks.model import SeverityForm
from runcard.domain.playbooks.page.blocks import Item, Label, Paragraph, label_of
from runcard.domain.playbooks.times.clauses import TIMES, concepts_of
from runcard.domain.playbooks.times.grammar import spans_in
from runcard.domain.playbooks.vocabulary import Vocabulary
from runcard.domain.playbooks.words import untitled

ELSEWHERE = {"escalation", "contacts", "review", "drills", "oncall", "reference", "roles"}
ANSWERS = {"response", "acknowledge", "resolution"}
DEFINED = {"definition", "response"}
PEOPLE = {"who", "taker"}
FEWEST = 2


def is_about_levels(group: LevelGroup, words: Vocabulary) -> bool:
    """Whether a list of levels is one wherever it stands."""
    return (
        own_topic(group, words)
        or _promises_by_name(group, words)
        or _defines_by_name(group, words)
        or _orders_by_name(group, words)
        or answers_by_name(group, words)
        or takes_levels_up(group, words)
    )


def own_topic(group: LevelGroup, words: Vocabulary) -> bool:
    """Whether the heading directly above says severity."""
    return "severity" in words.about(untitled(group.where.title))


def takes_levels_up(group: LevelGroup, words: Vocabulary) -> bool:
    """`### P1 (Critical)` with `**Time to acknowledge**: 5 minutes` below most of them: how soon a
    level is answered, in a chapter on whom it goes to. Rungs named for people are no levels."""
    entries = group.entries
    if group.form is not SeverityForm.HEADINGS or any(_is_a_rung(one, words) for one in entries):
        return False
    timed = [one for one in entries if _is_answered(one, words)]
    return len(timed) >= FEWEST and 2 * len(timed) > len(entries)


def _is_a_rung(entry: LevelEntry, words: Vocabulary) -> bool:
    return not entry.head.sure or words.people.speaks_of(entry.head.name or "", "agent")


def _is_answered(entry: LevelEntry, words: Vocabulary) -> bool:
    return any(
        set(concepts_of(label.name, words)) & ANSWERS and spans_in(label.value, words)
        for label in _labels(entry)
    )


def _labels(entry: LevelEntry) -> list[Label]:
    lines = [
        line.text
        for block in entry.blocks
        if isinstance(block, Paragraph | Item)
        for line in block.lines
    ]
    return [label for text in lines if (label := label_of(text)) is not None]


def _promises_by_name(group: LevelGroup, words: Vocabulary) -> bool:
    """`Severity | Update every` below a heading of its own, in a chapter about something else; or
    below `Overview`, which says nothing of what follows; or a list below `Response times`."""
    title = untitled(group.where.title)
    own = words.about(title)
    if set(concepts_of(title, words)) & set(TIMES):
        return True
    if own & (ELSEWHERE - {"reference"}) or not group.columns:
        return False
    key, *heads = group.columns
    is_promise = any(set(concepts_of(head, words)) & set(TIMES) for head in heads)
    return is_promise and words.labels.exactly(key) == "key"


def _defines_by_name(group: LevelGroup, words: Vocabulary) -> bool:
    """`Severity | Condition | Response time` without a column of people, whatever the heading."""
    if words.labels.exactly(next(iter(group.columns), "")) != "key":
        return False
    told = {concept for head in group.columns for concept in concepts_of(head, words)}
    people = {one for head in group.columns for one in words.columns.all(head)} & PEOPLE
    return told >= DEFINED and not people


def answers_by_name(group: LevelGroup, words: Vocabulary) -> bool:
    """`Severity | Response time | Notify` below `Escalation matrix`: how soon each is answered and
    who hears of it, which adds to levels that are defined elsewhere."""
    key, *heads = group.columns or ("",)
    own = words.about(untitled(group.where.title)) & ELSEWHERE
    named = {words.labels.exactly(head) for head in heads}
    return (
        own == {"escalation"}
        and words.labels.exactly(key) == "key"
        and bool(named & ANSWERS)
        and "communication" in named
    )


def says_what_it_is(group: LevelGroup, words: Vocabulary) -> bool:
    """Whether a list defines its levels or says when they are answered; a table of how long the
    evidence of each is kept does neither."""
    told = {concept for head in group.columns[1:] for concept in concepts_of(head, words)}
    return not group.columns or bool(told & {*ANSWERS, "definition", "examples"})


def _orders_by_name(group: LevelGroup, words: Vocabulary) -> bool:
    """`Severity | Action` and nothing else, in a step of what to do at first."""
    return [words.labels.exactly(head) for head in group.columns] == ["key", "action"]

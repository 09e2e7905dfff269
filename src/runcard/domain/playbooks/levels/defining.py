"""Which of several lists of levels defines them, and which only adds to it.

A list that says what each means goes before a table that only says how soon each is answered or who
decides; what stands in a step, `2. **Classify** the severity`, gives way to a list of its own that
says it as well.
"""

from collections.abc import Callable, Sequence

from runcard.domain.playbooks.levels.entries import LevelGroup
from runcard.domain.playbooks.levels.names import rank_of
from runcard.domain.playbooks.levels.other_chapters import says_what_it_is
from runcard.domain.playbooks.times.clauses import concepts_of
from runcard.domain.playbooks.vocabulary import Vocabulary

Asked = Callable[[LevelGroup], bool]
MEANINGS = {"definition", "examples"}


def first_to_define(
    groups: Sequence[LevelGroup], is_at_home: Asked, is_named: Asked, words: Vocabulary
) -> list[LevelGroup]:
    """The groups, the one that defines levels in front; the others in the order of their lines, but
    for those that only add to levels."""
    have_own_place = any(not one.nested and _says_what_each_means(one, words) for one in groups)
    ordered = sorted(groups, key=lambda one: (_only_adds(one), not is_named(one), _line(one)))
    first = min(
        ordered,
        key=lambda one: (
            one.turned or bool(one.matter) or (one.nested and have_own_place),
            not (is_at_home(one) and says_what_it_is(one, words)),
            not is_named(one),
            _line(one),
        ),
        default=None,
    )
    return [one for one in ordered if one is first] + [one for one in ordered if one is not first]


def _only_adds(group: LevelGroup) -> bool:
    return group.turned or group.nested or bool(group.matter)


def _line(group: LevelGroup) -> int:
    return group.entries[0].line


def _says_what_each_means(group: LevelGroup, words: Vocabulary) -> bool:
    """A column for it, or words behind or below the names."""
    if group.columns:
        return any(set(concepts_of(head, words)) & MEANINGS for head in group.columns[1:])
    return all(entry.text or entry.blocks for entry in group.entries)


def are_told_with_ranks(group: LevelGroup, words: Vocabulary) -> bool:
    """`P0 - Critical: nothing sails`, a code and its rank in each: levels even in an overview."""
    heads = [entry.head for entry in group.entries]
    are_ranked = all(rank_of(head.name or "", words) is not None for head in heads)
    return are_ranked and not group.columns and all(entry.text for entry in group.entries)

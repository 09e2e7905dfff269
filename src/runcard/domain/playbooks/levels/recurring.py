"""Labels of the team's own that come again below its levels, read like the columns of a table.

`Pick up: 5 minutes` and `Word to the quay: every 15 minutes` below one level, with other times
below the next: what such labels promise is told by what stands behind them.
"""

from collections.abc import Iterator, Sequence

from runcard.domain.playbooks.levels.cells import is_column_of_times
from runcard.domain.playbooks.levels.columns import Concepts, column_concepts
from runcard.domain.playbooks.levels.entries import LevelEntry, LevelGroup, Statement
from runcard.domain.playbooks.page.blocks import Item, Paragraph, Row, label_of
from runcard.domain.playbooks.times.clauses import COMMA, TIMES, concepts_of
from runcard.domain.playbooks.times.grammar import read_time
from runcard.domain.playbooks.vocabulary import Vocabulary
from runcard.domain.playbooks.words import folded

Said = dict[str, tuple[str, int]]
LONGEST_VALUE = 400
MOST_LABELS = 12
FEWEST_ALIKE = 2
ANSWER = ("response",)
TAKEN_UP = ("acknowledge",)
MEANING = ("definition",)
INSIDE = ("cadence",)
OUTSIDE = ("cadence_external",)


def recurring(entry: LevelEntry, group: LevelGroup, words: Vocabulary) -> Iterator[Statement]:
    """The promises of one level whose labels nobody knows, or of which two say the same, and what
    the level means, `It counts when: …`, where nothing else tells it."""
    said = _labelled(entry)
    named = [concepts_of(label, words) for label in said]
    if all(named) and named.count(ANSWER) < FEWEST_ALIKE:
        return
    everywhere = [_labelled(one) for one in group.entries]
    labels = list(dict.fromkeys(label for one in everywhere for label in one))[:MOST_LABELS]
    rows = [Row(0, ("", *(_value(one, label, words) for label in labels))) for one in everywhere]
    known = _with_an_answer(column_concepts(("", *labels), tuple(rows), words)[1:], rows, words)
    own = {
        label: concepts
        for label, concepts in zip(labels, known, strict=True)
        if label in said and concepts and (concepts[0] in TIMES or concepts == MEANING)
    }
    if MEANING in named or _tells_without_labels(entry):
        own = {label: concepts for label, concepts in own.items() if concepts != MEANING}
    # `Taken up: 5 min` beside `Response: 15 min` is the acknowledgement.
    is_taken_up = ANSWER in named and any(one == TAKEN_UP for one in own.values())
    for label, concepts in own.items():
        # A level that only outsiders hear of has that rhythm as its own.
        is_only = concepts == OUTSIDE and INSIDE not in own.values()
        if is_taken_up or not concepts_of(label, words):
            yield Statement(INSIDE if is_only else concepts, *said[label])


def _tells_without_labels(entry: LevelEntry) -> bool:
    """Words beside the key, or a paragraph below it, that no label leads."""
    told = [one.lines[0].text for one in entry.blocks if isinstance(one, Paragraph)]
    return bool(entry.text) or any(label_of(text) is None for text in told)


def said_again(entry: LevelEntry, group: LevelGroup) -> frozenset[str]:
    """The labels of a level that stand below another one, too: fields of the team's own."""
    mine = _labelled(entry)
    others = (one for one in group.entries if one is not entry) if mine else ()
    return frozenset(label for one in others for label in _labelled(one) if label in mine)


def _with_an_answer(
    known: Sequence[Concepts], rows: Sequence[Row], words: Vocabulary
) -> list[Concepts]:
    """The first unknown column of times is the answer, where no other one is."""
    found = list(known)
    if not {("response",), ("acknowledge",)} & set(found):
        columns = [tuple(row.cells[at] for row in rows) for at in range(1, len(found) + 1)]
        timed = (at for at, cells in enumerate(columns) if is_column_of_times(cells, words))
        free = next((at for at in timed if not found[at]), None)
        if free is not None:
            found[free] = ("response",)
    return found


def _value(said: Said, label: str, words: Vocabulary) -> str:
    """What stands behind a label; of `5 minutes, also at night`, the time."""
    value = said.get(label, ("", 0))[0]
    first = COMMA.split(value, maxsplit=1)[0]
    return first if read_time(first, 0, words) is not None else value


def _labelled(entry: LevelEntry) -> Said:
    """Label, value and line of all short labelled lines below a level."""
    found: Said = {}
    for block in entry.blocks:
        for line in block.lines if isinstance(block, Paragraph | Item) else ():
            label = label_of(line.text)
            if label is not None and 0 < len(label.value) <= LONGEST_VALUE:
                found.setdefault(folded(label.name), (label.value, line.line))
    return found

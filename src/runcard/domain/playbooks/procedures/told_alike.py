"""Cases that are told under the same names in bold each: `What happens:`, `What we do:`, or
`Meaning: …`, `Do:`, `Never: …`; or in entries that begin with the parts of a repair,
`**Diagnosis**: …`, `**Mitigation**: …`."""

from collections import Counter
from collections.abc import Iterator

from runcard.domain.playbooks.page.blocks import (
    Item,
    Label,
    Outline,
    Paragraph,
    Section,
    items,
    label_of,
)
from runcard.domain.playbooks.page.kept import kept_with_page
from runcard.domain.playbooks.procedures.cut_alike import may_be_one
from runcard.domain.playbooks.procedures.own_labels import names_above_work
from runcard.domain.playbooks.procedures.part_names import KNOWN_PARTS, part_named
from runcard.domain.playbooks.procedures.signs import is_sign
from runcard.domain.playbooks.vocabulary import Vocabulary
from runcard.domain.playbooks.words import folded, untitled

FEWEST = 2
FEWEST_CASES = 3


@kept_with_page
def told_alike(page: Outline, words: Vocabulary) -> frozenset[int]:
    """The places of sections, three at least, in which two such names stand above lists or commands
    that stand so in the others, one of them a name for what is done or left undone."""
    cases = [one for one in page.sections if may_be_one(page, one, words)]
    repairs = [one.index for one in cases if len(_parts_in(one, words)) >= FEWEST]
    if len(repairs) >= FEWEST_CASES:
        above = {page.sections[at].parent for at in repairs}
        beside = (one for one in cases if one.parent in above and _has_sign_and_part(one, words))
        return frozenset([*repairs, *(one.index for one in beside)])
    named = {one.index: _names(one) for one in cases}
    counted = Counter(name for names in named.values() for name in names)
    shared = {name for name, count in counted.items() if count >= FEWEST_CASES}
    deeds = {name for name in shared if words.signs.speaks_of(name, "deeds")}
    found = [at for at, names in named.items() if len(names & shared) >= FEWEST and names & deeds]
    if len(found) >= FEWEST_CASES:
        return frozenset(found)
    short = [one.index for one in cases if _says_what_to_do(page, one, words)]
    return frozenset(short if len(short) >= FEWEST_CASES else ())


def _says_what_to_do(page: Outline, section: Section, words: Vocabulary) -> bool:
    """`Do:` or `Then:`, and in front of it what that answers, or behind it what is left undone; as
    labels or as headings."""
    labels = [
        label_of(line.text)
        for block in section.blocks
        if isinstance(block, Paragraph | Item)
        for line in block.lines
    ]
    names = [one.name for one in labels if one is not None and one.bold]
    names += [untitled(one.title) for one in page.children(section)]
    does = [one for one in names if words.works.exactly(one) == "does"]
    return bool(does) and any(_is_of_a_case(one, words) for one in names)


def _is_of_a_case(name: str, words: Vocabulary) -> bool:
    """How it shows, when it is so, what it means, what never helps."""
    is_when = words.signs.exactly(name) == "when"
    return is_when or words.works.exactly(name) == "of_a_case" or is_sign(name, words)


def _parts_in(section: Section, words: Vocabulary) -> set[str]:
    """The parts of a repair with which its entries begin."""
    named = (part_named(one.name, words) for one in _labels(section) if one.value)
    return {part for part in named if part in KNOWN_PARTS}


def _has_sign_and_part(section: Section, words: Vocabulary) -> bool:
    """`**Detect:** …` and `**Recover:** …`, beside others that have more parts."""
    is_shown = any(is_sign(one.name, words) for one in _labels(section))
    return is_shown and bool(_parts_in(section, words))


def _labels(section: Section) -> Iterator[Label]:
    for one in items(section):
        label = label_of(one.text) if one.depth == 1 else None
        if label is not None and label.bold:
            yield label


def _names(section: Section) -> set[str]:
    return {folded(name).strip(" :：") for name in names_above_work(section)}

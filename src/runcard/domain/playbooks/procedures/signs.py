"""The signs of trouble of a runbook: under a heading, behind a label, or in a sentence."""

from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache

from runcard.domain.playbooks.lexicon import Mention
from runcard.domain.playbooks.model import Text
from runcard.domain.playbooks.nouns.procedures import SymptomForm
from runcard.domain.playbooks.page.blocks import (
    Block,
    Fence,
    Item,
    Label,
    Outline,
    Paragraph,
    Section,
    Table,
    label_of,
)
from runcard.domain.playbooks.procedures.asked import unasked
from runcard.domain.playbooks.procedures.fenced_signs import signs_in_fences
from runcard.domain.playbooks.procedures.runbook_severities import rating_in
from runcard.domain.playbooks.procedures.told_signs import shown_above, told_sign
from runcard.domain.playbooks.vocabulary import Vocabulary
from runcard.domain.playbooks.words import (
    folded,
    plain,
    trailing_parenthesis,
    untitled,
    without_emoji,
)

Signs = tuple[tuple[Text, ...], SymptomForm | None]
Found = Sequence[tuple[Mention, tuple[str, ...]]]
IsSign = Callable[[str, Vocabulary], bool]
NOTHING: Signs = ((), None)
LONGEST_LABEL = 48
PAIR = 2
FEW_WORDS = 4


@lru_cache(maxsize=8192)
def is_symptoms(title: str, words: Vocabulary) -> bool:
    """Whether a heading or label introduces the signs of trouble, wherever it stands."""
    bare = _bare(title)
    if words.headings.exactly(bare) == "symptoms" or words.signs.exactly(bare) == "sure":
        return True
    return len(bare) <= LONGEST_LABEL and _says_signs(bare, words)


def _says_signs(label: str, words: Vocabulary) -> bool:
    """`What customers see first`, `Signs of overload`, `Typical signals`."""
    found = [(one, words.signs.phrases[one.group()]) for one in words.signs.matches(label)]
    begins = {name for one, names in found for name in names if one.start() == 0}
    if "asks" in begins:
        return any("notices" in names for _, names in found)
    if _says_who_notices(label, found):
        return True
    if _is_what_fails(label, found, words):
        return False
    nouns = sum(one.end() - one.start() for one, names in found if "nouns" in names)
    return "nouns" in begins or 2 * nouns > len(label) or _ends_in_signs(label, words)


def _ends_in_signs(label: str, words: Vocabulary) -> bool:
    """`Typical symptoms`, `User-visible signs`, `典型现象`: few words, the last of them one."""
    few = len(label.split()) < FEW_WORDS
    return few and any(
        found.end() == len(label) and words.headings.exactly(found.group()) == "symptoms"
        for found in words.signs.matches(label)
        if "nouns" in words.signs.phrases[found.group()]
    )


def _is_what_fails(label: str, found: Found, words: Vocabulary) -> bool:
    """`Signal box failure` ends in a fault, and its first word is part of a name; that of `Signs of
    failure` is not."""
    faulty = any("faults" in names and one.end() == len(label) for one, names in found)
    nouns = [one for one, names in found if "nouns" in names]
    behind = label[nouns[0].end() :].split() if nouns else []
    return faulty and len(behind) > 1 and not words.particles.phrases.get(folded(behind[0]))


def _says_who_notices(label: str, found: Found) -> bool:
    """`You'll notice because`, `Guests hear`: a few words with such a verb behind the first."""
    if not any("notices" in names and one.start() > 0 for one, names in found):
        return False
    return len(label.split()) <= FEW_WORDS and not any(char.isdigit() for char in label)


def is_sign(title: str, words: Vocabulary) -> bool:
    """`Detection`, `Problem`: inside a runbook that names its symptoms by no surer word."""
    is_likely = words.signs.exactly(_bare(title)) == "likely"
    return is_likely or is_trouble(title, words) or is_symptoms(title, words)


def is_trouble(label: str, words: Vocabulary) -> bool:
    """`Problem`, `Symptom`: one, behind whose name it is told."""
    return "trouble" in words.signs.phrases.get(folded(_bare(label)), ())


def is_example(title: str, words: Vocabulary) -> bool:
    """`Examples`: inside a runbook, the ways in which its trouble shows."""
    return is_symptoms(title, words) or words.signs.exactly(_bare(title)) == "examples"


def _bare(title: str) -> str:
    return unasked(trailing_parenthesis(without_emoji(untitled(title)))[0])


def signs_of(page: Outline, section: Section, words: Vocabulary) -> tuple[Signs, IsSign]:
    """The signs of a runbook, and the words by which its labels are known for signs."""
    sure = symptoms_of(page, section, words)
    if sure != NOTHING:
        return sure, is_symptoms
    shown = symptoms_of(page, section, words, is_example)
    if shown[1] == SymptomForm.BULLETS:
        return shown, is_example
    likely = symptoms_of(page, section, words, is_sign)
    above = shown_above(section, words) if likely == NOTHING else ()
    if above:
        listed = tuple(Text(plain(one.text), one.line) for one in above)
        return (listed, SymptomForm.BULLETS), is_sign
    told = told_sign(section, words) if likely == NOTHING else None
    return ((told,), SymptomForm.SENTENCE) if told is not None else likely, is_sign


def symptoms_of(
    page: Outline, section: Section, words: Vocabulary, is_named: IsSign = is_symptoms
) -> Signs:
    """Bullets under a Symptoms heading or label, or the sentence behind the label."""
    for child in page.children(section):
        if is_named(child.title, words) and not is_work(child.blocks[:1], child.title, words):
            return _listed_or_said(child.blocks)
    places = [section, *_likely(page, section, words)] if is_named is is_symptoms else [section]
    found = (
        _in_block(place.blocks, at, words, is_named)
        for place in places
        for at in range(len(place.blocks))
    )
    listed = next((signs for signs in found if signs is not None), NOTHING)
    fenced = signs_in_fences(section, lambda name: is_named(name, words))
    return (fenced, SymptomForm.BULLETS) if fenced and listed == NOTHING else listed


def _likely(page: Outline, section: Section, words: Vocabulary) -> Iterator[Section]:
    """`### Detection`, `### Severity: P2`: a surer word may stand below it: `**Symptoms:**`."""
    for child in page.children(section):
        is_likely = words.signs.exactly(_bare(child.title)) == "likely"
        if is_likely or rating_in(child.title, words) is not None:
            yield child


def _in_block(
    blocks: Sequence[Block], at: int, words: Vocabulary, is_named: IsSign
) -> Signs | None:
    block = blocks[at]
    if isinstance(block, Paragraph) or (isinstance(block, Item) and block.depth == 1):
        return _labelled(block, (blocks, at), words, is_named)
    if isinstance(block, Table):
        return _in_rows(block, words, is_named)
    return None


def _in_rows(table: Table, words: Vocabulary, is_named: IsSign) -> Signs | None:
    """`| Symptoms | search takes 5 s |` in a table of what the runbook is about; what heads a table
    of many, `| Symptom | Runbook |`, is no sign."""
    is_of_many = len(table.head.cells) == PAIR and bool(words.about(table.head.cells[1]))
    for row in table.rows if is_of_many else (table.head, *table.rows):
        if len(row.cells) == PAIR and row.cells[1] and is_named(row.cells[0], words):
            return (Text(row.cells[1], row.line),), SymptomForm.SENTENCE
    return None


def is_work(following: Sequence[Block], title: str, words: Vocabulary) -> bool:
    """Below a word that is not sure, steps and commands are work: only what is listed or said
    is a sign."""
    if is_symptoms(title, words):
        return False
    first = following[0] if following else None
    if isinstance(first, Item):
        return first.numbered or (first.box and _is_an_order(first, words))
    return not isinstance(first, Paragraph)


def _is_an_order(item: Item, words: Vocabulary) -> bool:
    """`Look at the gauge`; not `the gauge shows 0`, which is ticked off where it is seen."""
    said = plain(item.text)
    return any(
        (one.start() == 0 and words.acts.phrases[one.group()][0] == "first")
        or (one.end() == len(said) and words.acts.phrases[one.group()][0] == "last")
        for one in words.acts.matches(said)
    )


def _labelled(
    block: Paragraph | Item,
    place: tuple[Sequence[Block], int],
    words: Vocabulary,
    is_named: IsSign,
) -> Signs | None:
    blocks, at = place
    following = blocks[at + 1 : at + 2]
    for line in block.lines:
        label = label_of(line.text)
        name = label.name if label else plain(line.text)
        if isinstance(block, Item) and _is_said_in_passing(label, words):
            continue
        if is_named(name, words) and (label is not None or _is_listed(following)):
            if label is not None and label.value:
                return (Text(label.value, line.line),), SymptomForm.SENTENCE
            if not is_work(following, name, words):
                return _listed_or_said(_nested(block, blocks[at + 1 :]))
    return None


def _is_said_in_passing(label: Label | None, words: Vocabulary) -> bool:
    """`- The panel shows: "E4"` is one of several signs, and names none."""
    if label is None or label.bold or not label.value:
        return False
    bare = _bare(label.name)
    known = words.headings.exactly(bare) or words.signs.exactly(bare)
    return known is None and words.signs.speaks_of(bare, "notices")


def _is_listed(following: Sequence[Block]) -> bool:
    return bool(following) and isinstance(following[0], Item)


def _nested(block: Paragraph | Item, following: Sequence[Block]) -> Sequence[Block]:
    """Below an entry, only what is nested in it."""
    if isinstance(block, Paragraph):
        return following
    found: list[Block] = []
    for other in following:
        if not isinstance(other, Item) or other.depth <= block.depth:
            break
        found.append(other)
    return found


def _listed_or_said(blocks: Sequence[Block]) -> Signs:
    """The list that follows at once, else the sentence that stands there; so does the only thing
    that is told of a term."""
    found = tuple(_leading(blocks))
    if found:
        is_said = len(found) == 1 and isinstance(blocks[0], Item) and blocks[0].told
        return found, SymptomForm.SENTENCE if is_said else SymptomForm.BULLETS
    first = blocks[0] if blocks else None
    if isinstance(first, Paragraph):
        return (Text(plain(first.lines[0].text), first.line),), SymptomForm.SENTENCE
    return NOTHING


def _leading(blocks: Sequence[Block]) -> Iterator[Text]:
    """The entries in front, up to one that only names what follows: `- **Repair:**`."""
    for at, block in enumerate(blocks):
        if not isinstance(block, Item) or (at > 0 and _only_names(block, blocks[at + 1 : at + 2])):
            return
        yield Text(plain(block.text), block.line)


def _only_names(item: Item, following: Sequence[Block]) -> bool:
    """Bold words that end in a colon, or have a fence directly below them."""
    label = label_of(item.text)
    is_alone = label is not None and label.bold and label.stands_alone
    is_above = bool(following) and isinstance(following[0], Fence)
    return is_alone and (is_above or item.text.rstrip(" *_").endswith((":", "：")))

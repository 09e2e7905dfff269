"""The level a runbook is given by a sentence at its beginning: `Always S1.`, `It is a P1.`"""

import re
from collections.abc import Iterator, Sequence
from itertools import islice

from runcard.domain.playbooks.levels.mentions import keys_in
from runcard.domain.playbooks.levels.names import CODED, is_level_word, level_head
from runcard.domain.playbooks.model import Severity, Text
from runcard.domain.playbooks.page.blocks import Block, Item, Paragraph, Section, label_of
from runcard.domain.playbooks.times.clauses import sentences
from runcard.domain.playbooks.vocabulary import Vocabulary
from runcard.domain.playbooks.words import folded, plain

CLAUSE = re.compile(r"\s*[,;:，；：、()（）]\s*|\s+[-–—]\s+")
ASIDE = re.compile(r"\s*[,，]\s*|\s+[-–—]\s+")
SEMICOLON = ";"
STOP = re.compile(r"[.。]\s+")
EDGES = " .。*_\"'"
FEW_WORDS = 4
MOST_STEPS = 3
MOST_SENTENCES = 8
LONGEST = 600
Span = tuple[int, int]


def rated_in(section: Section, severities: Sequence[Severity], words: Vocabulary) -> Text | None:
    """By the first paragraph, or one of the first steps."""
    bare = _bare(section, severities, words)
    if bare is not None:
        return bare
    for block in _opening(section):
        for sentence, line in _sentences(block):
            key = _rated(sentence, severities, words)
            if key is not None:
                return Text(key, line)
    return None


def _bare(section: Section, severities: Sequence[Severity], words: Vocabulary) -> Text | None:
    """`Level B.` before all other sentences or as the first step, `Level B, the whole hall waits.`;
    `Nobody is woken for it; level B.`, `Breach of the cellar, level B.`; what stands behind a
    label, `**Signs:** …`, may be told before it."""
    first = next((one for one in section.blocks if not _is_labelled(one, words)), None)
    if not isinstance(first, Paragraph | Item) or not _is_plain(first):
        return None
    text = plain(first.lines[0].text[:LONGEST])
    said = next(iter(sentences(text)), "").strip(EDGES)
    for head, more in (*_heads(said), (STOP.split(text)[0].strip(EDGES), ())):
        if (0, len(head)) in _levels_in(head, severities, words):
            is_only = not any(_depends(rest, severities, words) for rest in more)
            keys = _keys_in(head, severities, words) if is_only else ()
            return Text(keys[0], first.line) if len(keys) == 1 else None
    return None


def _is_labelled(block: Block, words: Vocabulary) -> bool:
    """`**Signs:** no steam`; in `**S2.** Look first.` the bold words are the level itself."""
    if not isinstance(block, Paragraph):
        return False
    labels = [label_of(line.text) for line in block.lines]
    are_labels = all(label is not None and label.bold and label.value for label in labels)
    return are_labels and not any(label and level_head(label.name, words) for label in labels)


def _is_plain(block: Paragraph | Item) -> bool:
    """A paragraph that is no quotation, or a step that is part of no other."""
    return block.depth == 1 if isinstance(block, Item) else block.quote is None


def _heads(said: str) -> Iterator[tuple[str, Sequence[str]]]:
    """What may be nothing but a level: in front of all other words, or behind a semicolon."""
    head, *more = ASIDE.split(said, maxsplit=1)
    yield head, more
    *before, last = said.split(SEMICOLON)
    if before:
        yield last.strip(EDGES), before
    *before, last = ASIDE.split(said)
    if len(before) == 1 and len(before[0].split()) <= FEW_WORDS:
        yield last.strip(EDGES), before


def _depends(rest: str, severities: Sequence[Severity], words: Vocabulary) -> bool:
    """`P2, P1 if nobody can pay`: what stands behind a level may take it back."""
    return words.talk.speaks_of(rest, "if") or bool(keys_in(rest, severities, words))


def _keys_in(text: str, severities: Sequence[Severity], words: Vocabulary) -> tuple[str, ...]:
    """The levels of this document; in one that defines none, the code of any."""
    if severities:
        return keys_in(text, severities, words)
    head = level_head(text, words)
    return (head.key,) if head is not None and CODED.fullmatch(folded(head.key)) else ()


def _opening(section: Section) -> Iterator[Paragraph | Item]:
    first = section.blocks[0] if section.blocks else None
    if isinstance(first, Paragraph) and first.quote is None:
        yield first
    items = (one for one in section.blocks if isinstance(one, Item) and one.depth == 1)
    yield from islice(items, MOST_STEPS)


def _sentences(block: Paragraph | Item) -> Iterator[tuple[str, int]]:
    """The first ones of each line."""
    for line in block.lines:
        for sentence in islice(sentences(plain(line.text[:LONGEST])), MOST_SENTENCES):
            yield sentence, line.line


def _rated(sentence: str, severities: Sequence[Severity], words: Vocabulary) -> str | None:
    """The one level that a clause gives; not where another makes it depend on something."""
    clauses = CLAUSE.split(sentence.strip(EDGES))
    for clause, after in zip(clauses, (*clauses[1:], ""), strict=True):
        key = _given_in(clause, severities, words)
        if key is not None:
            depends = words.talk.speaks_of(after, "if") and not _is_free(after, words)
            return None if depends else key
        if words.talk.speaks_of(clause, "if"):
            return None
    return None


def _given_in(clause: str, severities: Sequence[Severity], words: Vocabulary) -> str | None:
    for start, end in _levels_in(clause, severities, words):
        keys = _keys_in(clause[start:end], severities, words)
        before, behind = clause[:start].strip(EDGES), clause[end:].strip(EDGES)
        if len(keys) == 1 and _is_free(behind, words) and _gives(before, behind, words):
            return keys[0]
    return None


def _levels_in(clause: str, severities: Sequence[Severity], words: Vocabulary) -> Iterator[Span]:
    """Where a level of this document stands: by its code, or by its key as written."""
    for found in CODED.finditer(folded(clause)):
        if is_level_word(found.group(1), words):
            yield found.span()
    for level in severities:
        at, end = clause.find(level.key), clause.find(level.key) + len(level.key)
        after = clause[end : end + 1]
        if at >= 0 and not (after.isascii() and after.isalnum()):
            yield at, end


def _is_free(behind: str, words: Vocabulary) -> bool:
    """Nothing more, or `until shown otherwise`, `even if nobody complains`."""
    if not behind or words.rates.exactly(behind) == "closes":
        return True
    return any(
        one.start() == 0 and "still" in words.rates.phrases[one.group()]
        for one in words.rates.matches(behind)
    )


def _gives(before: str, behind: str, words: Vocabulary) -> bool:
    """Whether a clause that ends in a level is about nothing else."""
    if not before:
        return bool(behind)
    last = None
    for one in reversed(words.rates.matches(before)):
        if "article" in words.rates.phrases[one.group()] and one.end() == len(before):
            before = before[: one.start()].rstrip()
        elif one.end() == len(before):
            last = one
            break
    # `als` of `gilt als` is no case.
    if last is None or words.talk.speaks_of(before[: last.start()], "if"):
        return False
    names = words.rates.phrases[last.group()]
    is_short = len(before[: last.start()].split()) <= 1
    return "always" in names or "rates" in names or ("this_is" in names and is_short)

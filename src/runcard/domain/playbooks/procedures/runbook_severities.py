"""The level a runbook states for itself: behind a label, in a table of its own, in a sentence at
its beginning, or in its title."""

import re
from collections.abc import Iterator, Sequence

from runcard.domain.playbooks.levels.mentions import keys_in, normal_key
from runcard.domain.playbooks.levels.names import LevelHead, level_head, rank_of
from runcard.domain.playbooks.model import Severity, Text
from runcard.domain.playbooks.page.blocks import (
    Fence,
    Item,
    Label,
    Outline,
    Paragraph,
    Section,
    label_of,
)
from runcard.domain.playbooks.procedures.properties import stated
from runcard.domain.playbooks.procedures.rated import rated_in
from runcard.domain.playbooks.procedures.rating_labels import names_rating
from runcard.domain.playbooks.times.clauses import sentences
from runcard.domain.playbooks.times.grammar import spans_in
from runcard.domain.playbooks.vocabulary import Vocabulary
from runcard.domain.playbooks.words import folded, plain, untitled, without_emoji

# What ends the level in `P1 if all shops are shut, else P2` or `High (2 hours)`.
FIRST = re.compile(r"[,，;；]|\s·|\s[(（]|\s(?:if|when|/)\s|/|\s(?:→|->)\s")
NUMBER = re.compile(r"^[^\W\d_]+[\s-]*(?=\d+$|[A-Z]$)")
BRACKETED = re.compile(r"[(（\[【]([^()（）\[\]【】]{1,40})[)）\]】]")
COUNT = re.compile(r"(?:[^\W\d_]{2,16}\s*)?\d{1,3}")
WORD = re.compile(r"[^\W\d_]+(?=[\s\d])")
STOPS = ".。 "
CHAPTER = 2
LONGEST = 120
BESIDE = re.compile(r"\s+[-–—|·]\s+|[:：]\s*")


def severity_at(
    page: Outline, section: Section, severities: Sequence[Severity], words: Vocabulary
) -> Text | None:
    """What the runbook says itself, then a heading inside it, then the chapter it stands in."""
    return (
        severity_of(section, severities, words)
        or _headed(page, section, words)
        or _of_chapter(page, section, severities, words)
    )


def severity_of(section: Section, severities: Sequence[Severity], words: Vocabulary) -> Text | None:
    """The first level that a label names, on a line or first in a fence; else the one of a
    sentence, unless the title names the same; else that in the title."""
    labelled = next(_labelled(section, severities, words), None) or _fenced(section, words)
    if labelled is not None:
        return labelled
    said = rated_in(section, severities, words)
    titled = _in_title(section, severities, words)
    is_told = said is not None and (titled is None or folded(said.text) != folded(titled.text))
    return said if is_told else titled or _called_as(section, severities, words)


def _called_as(section: Section, severities: Sequence[Severity], words: Vocabulary) -> Text | None:
    """`**Escalation:** P1 – ring the warden`: the code as which people are called, of a level that
    the document has, if it has any; behind `after`, or in front of a time, it is the next one."""
    for statement in stated(section):
        label = label_of(plain(statement.text))
        if label is None or words.labels.exactly(label.name) != "escalation":
            continue
        said = BESIDE.split(FIRST.split(label.value)[0])[0].rstrip(STOPS)
        head = level_head(said, words)
        if head is None or head.worded or head.name is not None or spans_in(said, words):
            continue
        if keys_in(head.key, severities, words) or (head.sure and not severities):
            return Text(head.key, statement.line)
    return None


def _in_title(section: Section, severities: Sequence[Severity], words: Vocabulary) -> Text | None:
    """If the document has such a level: `P1 – ` may only number its procedures, and `Class 1: `
    does where no level is defined."""
    named = _named_beside(section.title, severities, words)
    named = named or _own_name(section.title, severities)
    if named is not None:
        return Text(named, section.line)
    key = next(_levels_in(section.title, words), None)
    is_known = key is not None and (
        bool(keys_in(key, severities, words))
        if severities
        else not _only_counts(section.title, words)
    )
    return Text(key, section.line) if key and is_known else None


def _named_beside(title: str, severities: Sequence[Severity], words: Vocabulary) -> str | None:
    """`CRITICAL: Press jammed`, where the document defines a level of that very name."""
    first, *rest = BESIDE.split(untitled(title), maxsplit=1)
    head = level_head(first, words) if rest else None
    if head is None or not head.worded or head.name is not None:
        return None
    return next((one.key for one in severities if folded(one.key) == folded(head.key)), None)


def _own_name(title: str, severities: Sequence[Severity]) -> str | None:
    """`Boats adrift (Fleet)`, `网断了（甲级）`: a level by the very name it is given in this
    document, in brackets or in front; a sign alone may count anything."""
    bare = plain(title)
    first, *rest = BESIDE.split(untitled(bare), maxsplit=1)
    inside = [found.group(1) for found in BRACKETED.finditer(bare)]
    told = {normal_key(one.strip()) for one in (*inside, *([first] if rest else []))}
    named = [one for one in severities if normal_key(one.key) in told and len(one.key) > 1]
    named = named or [one for one in severities if one.name and normal_key(one.name) in told]
    return named[0].key if len(named) == 1 else None


def _headed(page: Outline, section: Section, words: Vocabulary) -> Text | None:
    """The level in a heading for it, or in the first line below: `### Severity: high (P1)`;
    `### Severity`, `**P1** – at once`."""
    for child in page.children(section):
        rating = rating_in(child.title, words)
        if rating is not None:
            return Text(rating, child.line)
        if not names_rating(untitled(child.title), words) or not child.blocks:
            continue
        first = child.blocks[0]
        said = plain(first.lines[0].text) if isinstance(first, Paragraph | Item) else ""
        key = _first_level(BESIDE.split(said)[0], words)
        if key is not None:
            return Text(key, first.line)
    return None


def _of_chapter(
    page: Outline, section: Section, severities: Sequence[Severity], words: Vocabulary
) -> Text | None:
    """The level that heads the chapter of a runbook: `## P1 High priority incidents`, `## CRITICAL
    – drop all else`, if the document has that level; `Class 1: …` may count anything, unless it is
    one somewhere else."""
    above = page.sections[section.parent or 0]
    if above.level < CHAPTER:
        return None
    named = _named_beside(f"{above.title}: ", severities, words)
    head = level_head(untitled(above.title), words)
    if named is not None or head is None or head.joined:
        return None if named is None else Text(named, above.line)
    defined = {level.line for level in severities if level.key == head.key}
    is_level = defined if head.sure else defined - {above.line}
    return Text(head.key, above.line) if is_level else None


def rating_in(title: str, words: Vocabulary) -> str | None:
    """`Severity: high (P1)` in a heading or a line of its own; a choice of levels gives none."""
    label = label_of(untitled(title))
    if label is None or not names_rating(label.name, words):
        return None
    choice = [level_head(piece.strip(), words) for piece in label.value.split("/")]
    return _first_level(label.value, words) if len(choice) == 1 or not all(choice) else None


def _only_counts(title: str, words: Vocabulary) -> bool:
    """`Class 2: Notices lost` begins with a word that need not mean a level."""
    head = level_head(untitled(title), words)
    return head is not None and not head.sure and not head.worded


def _labelled(
    section: Section, severities: Sequence[Severity], words: Vocabulary
) -> Iterator[Text]:
    """Behind a label that begins a line or a sentence: `The feed is late. Severity: SEV2.`"""
    for statement in stated(section):
        for said in sentences(plain(statement.text)):
            label = label_of(said.strip("* "))
            if label is None:
                continue
            key = (
                _first_level(label.value, words) or _numbered(label.value, severities)
                if names_rating(label.name, words)
                else _own_level(label, severities) or _coloured(label, severities, words)
            )
            if key is not None:
                yield Text(key, statement.line)


def _fenced(section: Section, words: Vocabulary) -> Text | None:
    """`Severity: high` as the first line of what is written in a fence."""
    for block in section.blocks:
        first = block.lines[0] if isinstance(block, Fence) and block.lines else ""
        key = rating_in(first[:LONGEST], words) if first.strip() else None
        if key is not None:
            return Text(key, block.line + 1)
    return None


def _coloured(label: Label, severities: Sequence[Severity], words: Vocabulary) -> str | None:
    """`Colour: red`, in a document whose levels are called so."""
    if words.talk.exactly(label.name) != "colour":
        return None
    said = folded(without_emoji(FIRST.split(label.value)[0])).strip(" .*")
    named = ((one.key, folded(without_emoji(one.key))) for one in severities)
    return next((key for key, name in named if said in {name, name.split(" ")[-1]}), None)


def _numbered(value: str, severities: Sequence[Severity]) -> str | None:
    """`Priority: 2` in a document that calls it `Prio 2`."""
    number = FIRST.split(value)[0].strip(" .*")
    keys = [level.key for level in severities if NUMBER.sub("", level.key) == number]
    return keys[0] if len(keys) == 1 else None


def _own_level(label: Label, severities: Sequence[Severity]) -> str | None:
    """`Kategorie: B` where the levels are `Kategorie A` to `D`; `対象レベル：レベル1`."""
    said = normal_key(label.value.rstrip(STOPS))
    for level in severities:
        key, word = normal_key(level.key), WORD.match(folded(level.key))
        is_named = word is not None and folded(label.name).endswith(word.group())
        if is_named and key in {said, normal_key(label.name) + said}:
            return level.key
    return None


def _first_level(value: str, words: Vocabulary) -> str | None:
    """`SEV-1 if more than ten hosts, else SEV-2` is the first of the two."""
    whole = level_head(value, words)
    if whole is not None and whole.sure and value.rstrip(")） ").endswith(whole.key):
        return whole.key  # `Critical (P1)`
    first = FIRST.split(value)[0].rstrip(". ")
    head = level_head(first, words) or level_head(first.split(".")[0], words)
    return head.key if head else None


def _levels_in(title: str, words: Vocabulary) -> Iterator[str]:
    """`Disk full (P1)`, `[SEV-2] Disk full`, `P1 – Disk full`: a code beside the name, or, in
    brackets only, a word. What the level is called may stand with it, or what counts the title."""
    bare = plain(title)
    beside = BESIDE.split(untitled(BRACKETED.sub(" ", bare)))
    inside = [FIRST.split(found.group(1).strip())[0] for found in BRACKETED.finditer(bare)]
    for piece in (*inside, *(beside if len(beside) > 1 else ())):
        head = level_head(piece.strip(), words)
        if head is None or (head.worded and piece not in inside):
            continue
        if head.name is None or _says_no_more(head, words):
            yield head.key


def _says_no_more(head: LevelHead, words: Vocabulary) -> bool:
    """`P0 - CRITICAL`; `P0 Incident 2: Pumps stopped`, `P0-02: Pumps stopped`."""
    is_counted = head.sure and COUNT.fullmatch(head.name or "") is not None
    return is_counted or rank_of(head.name or "", words) is not None

"""The many spellings of a level's key, and which levels a phrase of the document names."""

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache

from runcard.domain.playbooks.levels.names import LevelHead
from runcard.domain.playbooks.model import Playbook, Severity
from runcard.domain.playbooks.remembered import remembered
from runcard.domain.playbooks.vocabulary import Vocabulary
from runcard.domain.playbooks.words import folded

NUMBERED = re.compile(r"^(\D*?)[\s._#-]*(\d{1,2})$")
SIGNS = re.compile(r"[\s._:#\[\]()*'\"`-]+")
LATIN = re.compile(r"[a-z0-9]")
WORDS_FOR_LEVEL = frozenset({
    "sev", "severity", "severitylevel", "p", "prio", "priority", "level", "s", "l", "lvl", "tier",
    "", "nivel", "niveau", "stufe", "gravidade", "gravedad", "schweregrad", "prioritat", "级别",
    "級別", "等级", "レベル", "重大度", "優先度", "등급",
})  # fmt: skip
JOIN = r"\s*(?:/|,|、|&|\+|and|or|und|oder|et|ou|y|e|o|和|及|或|または|-|–|—|to|bis|à|a)\s*"
JOINED = re.compile(r"\s*[/,&+、和及]\s*|\s+(?:and|und|et|y|e|en|i)\s+")
RANGE = frozenset({"-", "–", "—", "to", "bis", "à", "a"})


@lru_cache(maxsize=8192)
def squeezed(text: str) -> str:
    """`SEV-1`, `Sev 1` and `ｓｅｖ１` are `sev1`."""
    return SIGNS.sub("", folded(unicodedata.normalize("NFKC", text)))


def level_named(levels: Sequence[Severity], key: str | None) -> Severity | None:
    """The level of this key; a row that joins levels answers for each of them."""
    if key is None:
        return None
    return next((level for level in levels if key == level.key or key in level.joined_keys), None)


def keys_of(level: Severity) -> tuple[str, ...]:
    """Every key a row stands for."""
    return (level.key, *level.joined_keys)


def spellings(levels: Sequence[Severity]) -> Mapping[str, str]:
    """Squeezed spelling → key. A spelling two levels could claim belongs to neither."""
    return _spellings(tuple((keys_of(level), level.name) for level in levels))


@remembered
def _spellings(levels: Sequence[tuple[Sequence[str], str | None]]) -> Mapping[str, str]:
    certain: dict[str, str | None] = {}
    likely: dict[str, str | None] = {}
    for keys, name in levels:
        for key in keys:
            claim(certain, keys[0], [squeezed(key)])
            claim(likely, keys[0], cousins(key))
        claim(likely, keys[0], names_of(keys, name))
    return {said: key for said, key in (likely | certain).items() if key is not None}


def keys_named_by(head: LevelHead, known: Mapping[str, str]) -> tuple[str, ...]:
    """The levels, of those whose spellings are known, that another list or table means."""
    keys = [known.get(squeezed(key)) for key in head.keys]
    return tuple(dict.fromkeys(key for key in keys if key is not None))


def keys_of_title(title: str, levels: Sequence[Severity], words: Vocabulary) -> tuple[str, ...]:
    """The levels of a heading that says nothing else: `High/Medium severity`."""
    parts = _parts_beside(title, words)
    if not all(parts):
        return ()
    known = spellings(levels)
    keys = {known.get(squeezed(part)) for part in parts}
    return () if None in keys else tuple(one.key for one in levels if one.key in keys)


@remembered
def _parts_beside(title: str, words: Vocabulary) -> tuple[str, ...]:
    """What each part of a title says beside the words for levels."""
    parts = (part.split() for part in JOINED.split(title))
    return tuple(
        " ".join([one for one in said if not _is_about_levels(one, words)]) for said in parts
    )


def _is_about_levels(word: str, words: Vocabulary) -> bool:
    about = {words.told.exactly(word), words.told.exactly(word.removesuffix("s"))}
    return words.labels.exactly(word) == "key" or bool(about & {"matter", "trouble"})


def claim(taken: dict[str, str | None], key: str, said: Iterable[str]) -> None:
    for word in said:
        taken[word] = key if taken.get(word, key) == key else None


def cousins(key: str) -> list[str]:
    """`SEV1` may also be said `P1`, `severity 1`, `level 1`, or plain `1`."""
    found = NUMBERED.match(squeezed(key))
    if found is None or found.group(1) not in WORDS_FOR_LEVEL:
        return []
    return [word + found.group(2) for word in WORDS_FOR_LEVEL]


def names_of(keys: Sequence[str], name: str | None) -> list[str]:
    """A level's name, alone and beside its keys."""
    if name is None:
        return []
    said = squeezed(name)
    both = [squeezed(key) + said for key in keys]
    return [said, *both, *(said + squeezed(key) for key in keys)]


def keys_named(playbook: Playbook, text: str) -> tuple[str, ...]:
    """The levels a phrase speaks of, ranges and lists included: `P0/P1`, `Level 1-2`, `SEV1`."""
    low = folded(text)
    found: set[str] = set()
    for at, level in enumerate(playbook.severities):
        if any(speaks_of(low, said) for said in said_in_prose(level)):
            found.add(level.key)
            found |= neighbours(playbook.severities, at, low)
    return tuple(level.key for level in playbook.severities if level.key in found)


def said_in_prose(level: Severity) -> list[str]:
    """A key as it stands in a sentence, and a name that is a key of its own."""
    names = [] if level.name is None or NUMBERED.match(squeezed(level.key)) else [level.name]
    return [folded(one) for one in (*keys_of(level), *names)]


@lru_cache(maxsize=1024)
def in_prose(said: str) -> re.Pattern[str]:
    """The key with any joint between its letters and digits, not inside another word."""
    numbered = NUMBERED.match(said)
    body = re.escape(said)
    if numbered is not None and numbered.group(1):
        body = rf"{re.escape(numbered.group(1).strip(' .#_-'))}[\s._#-]*{numbered.group(2)}"
    return re.compile(rf"(?<![a-z0-9]){body}(?![a-z0-9])" if LATIN.search(said) else body)


def speaks_of(low: str, said: str) -> bool:
    return in_prose(said).search(low) is not None


def neighbours(levels: Sequence[Severity], at: int, low: str) -> set[str]:
    """`Level 1-2`, `Sev 0/1`, `P[0/1/2]`: the numbers that go on behind a key."""
    numbered = NUMBERED.match(folded(levels[at].key))
    if numbered is None or not numbered.group(1):
        return set()
    stem = re.escape(numbered.group(1).strip(" .#_-"))
    run = re.search(rf"{stem}[\s._#-]*\d{{1,2}}((?:{JOIN}\d{{1,2}}(?!\d|\s*(?:min|h|std)))+)", low)
    if run is None:
        return set()
    numbers = by_number(levels)
    first = int(numbered.group(2))
    parts = re.findall(rf"({JOIN})(\d{{1,2}})", run.group(1))
    wanted = expanded(first, [(joint.strip(), int(number)) for joint, number in parts])
    return {numbers[number] for number in wanted if number in numbers}


def by_number(levels: Sequence[Severity]) -> dict[int, str]:
    found: dict[int, str] = {}
    for level in levels:
        numbered = NUMBERED.match(folded(level.key))
        if numbered is not None:
            found[int(numbered.group(2))] = level.key
    return found


def expanded(first: int, parts: Sequence[tuple[str, int]]) -> set[int]:
    """1 `-` 3 is 1, 2, 3; 1 `/` 3 is 1 and 3."""
    numbers, last = {first}, first
    for joint, number in parts:
        numbers |= set(range(last, number + 1)) if joint in RANGE else {number}
        last = number
    return numbers

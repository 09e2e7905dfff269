"""The names of severities in every spelling: `P0`, `SEV-1 (High)`, `Level 2: HIGH`, `Crítica`."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from runcard.domain.playbooks.model import Severity
from runcard.domain.playbooks.times import spans_in
from runcard.domain.playbooks.vocabulary import Vocabulary
from runcard.domain.playbooks.words import folded, trailing_parenthesis, without_emoji

CODED = re.compile(r"([^\W\d_]{1,16})([\s-]?)(\d)(?![\d%]|[.,]\d)")
MORE = re.compile(
    r"\s*(/|-|&|、|,|→|\band\b|\bor\b|\bto\b|\bund\b|\bet\b|\by\b|\be\b|\bo\b|\bi\b|和|と)\s*"
    r"(?:([^\W\d_]{1,16})[\s-]?)?(\d)(?![\d%]|[.,]\d|\s*(?:min|h\b|hour|day|分|時))"
)
RANGES = {"-", "to", "→"}
SEPARATORS = " \t-–—:：·|."
LONGEST_NAME = 48
MOST_LEVELS = 10


@dataclass(frozen=True, slots=True)
class LevelHead:
    """The beginning of a level: key, name, the other keys it joins, a remark, how sure it is."""

    key: str
    name: str | None = None
    joined: tuple[str, ...] = ()
    remark: str | None = None
    sure: bool = True
    worded: bool = False


def level_head(text: str, words: Vocabulary) -> LevelHead | None:
    """Read a heading, label or cell that names one level, or joins some."""
    bare = without_emoji(text.strip()).lstrip("#").strip()
    if not bare or len(bare) > 4 * LONGEST_NAME:
        return None
    found = CODED.match(folded(bare))
    if found is not None and _is_level_word(found.group(1), words):
        return _coded_head(bare, found, words)
    return _named_head(bare, words)


def _is_level_word(word: str, words: Vocabulary) -> bool:
    return word in words.level_words.phrases


def _is_sure(word: str, words: Vocabulary) -> bool:
    return "sure" in words.level_words.phrases.get(word, ())


def _coded_head(text: str, found: re.Match[str], words: Vocabulary) -> LevelHead:
    joined, end = _joined(text, found)
    rest, remark = _remark(text[end:].strip(SEPARATORS), words)
    name = rest.strip(SEPARATORS) or None
    if name is not None and len(name) > LONGEST_NAME:
        name = None
    key = text[found.start() : found.end()] if len(joined) < 2 else text[:end].strip()
    return LevelHead(
        key, name, joined if len(joined) > 1 else (), remark, sure=_is_sure(found.group(1), words)
    )


def _joined(text: str, found: re.Match[str]) -> tuple[tuple[str, ...], int]:
    """All keys that stand together: `P3/P4` gives both, `Level 3-4` too."""
    low = folded(text)
    stem = text[found.start() : found.end() - 1]
    numbers, end = [int(found.group(3))], found.end()
    while (more := MORE.match(low, end)) is not None:
        if more.group(2) is not None and more.group(2) != found.group(1):
            break
        if more.group(1) == "," and more.group(2) is None:
            break
        numbers.extend(_numbers(numbers[-1], int(more.group(3)), more.group(1)))
        end = more.end()
    return tuple(f"{stem}{number}" for number in dict.fromkeys(numbers)), end


def _numbers(last: int, number: int, joiner: str) -> list[int]:
    if joiner not in RANGES:
        return [number]
    step = 1 if number >= last else -1
    return list(range(last + step, number + step, step))


def _remark(rest: str, words: Vocabulary) -> tuple[str, str | None]:
    """A name in parentheses is the name; anything that speaks of time is a remark."""
    if rest[:1] in "(（" and rest[-1:] in ")）":
        inside = rest[1:-1].strip()
        return ("", inside) if _is_remark(inside, words) else (inside, None)
    return trailing_parenthesis(rest)


def _is_remark(inside: str, words: Vocabulary) -> bool:
    return bool(spans_in(inside, words)) or ":" in folded(inside)


def _named_head(text: str, words: Vocabulary) -> LevelHead | None:
    name, remark = trailing_parenthesis(text)
    if words.level_names.exactly(name) is None:
        return None
    code = CODED.fullmatch(folded(remark)) if remark else None
    if remark is not None and code is not None and _is_level_word(code.group(1), words):
        return LevelHead(remark, name, sure=_is_sure(code.group(1), words))
    return LevelHead(name.strip(SEPARATORS), None, remark=remark, sure=False, worded=True)


def normal_key(key: str) -> str:
    """`SEV-1`, `sev 1` and `SEV1` are one key."""
    return re.sub(r"[\s-]", "", folded(key))


def keys_in(text: str, severities: Sequence[Severity], words: Vocabulary) -> tuple[str, ...]:
    """The levels of this document that a text names, in the document's order."""
    named = _coded_keys(text, words) | _worded_keys(text, severities)
    return tuple(level.key for level in severities if _names(level, named))


def _names(level: Severity, named: set[str]) -> bool:
    keys = {normal_key(key) for key in (level.key, *level.joined_keys)}
    return bool(keys & named)


def _coded_keys(text: str, words: Vocabulary) -> set[str]:
    low = folded(text)
    named: set[str] = set()
    at = 0
    while (found := CODED.search(low, at)) is not None:
        at = found.end()
        if _is_level_word(found.group(1), words):
            joined, at = _joined(text, found)
            named.update(normal_key(key) for key in joined[:MOST_LEVELS])
    return named


def _worded_keys(text: str, severities: Sequence[Severity]) -> set[str]:
    """Levels that are words count only as written: `High`, not `high load`."""
    worded = [level.key for level in severities if not any(sign.isdigit() for sign in level.key)]
    return {normal_key(key) for key in worded if _stands_in(key, text)}


def _stands_in(key: str, text: str) -> bool:
    at = text.find(key)
    while at >= 0:
        before, after = text[at - 1 : at], text[at + len(key) : at + len(key) + 1]
        if not before.isalpha() and not after.isalpha():
            return True
        at = text.find(key, at + 1)
    return False

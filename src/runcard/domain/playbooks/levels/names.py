"""The names of severities in every spelling: `P0`, `SEV-1 (High)`, `Level 2: HIGH`, `Crítica`."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from runcard.domain.playbooks.model import Severity
from runcard.domain.playbooks.times.grammar import spans_in
from runcard.domain.playbooks.vocabulary import Vocabulary
from runcard.domain.playbooks.words import folded, trailing_parenthesis, without_emoji

CODED = re.compile(r"([^\W\d_]{1,16})([\s-]?)(\d)(?![\d%]|[.,]\d)")
MORE = re.compile(
    r"\s*(/|-|&|、|,|→|\band\b|\bor\b|\boder\b|\bou\b|\bof\b|\blub\b|\boraz\b|\bto\b|\bund\b"
    r"|\bet\b|\by\b|\be\b|\bo\b|\bi\b|和|と)\s*"
    r"(?:([^\W\d_]{1,16})[\s-]?)?(\d)(?![\d%]|[.,]\d|\s*(?:min|h\b|hour|day|分|時))"
)
LETTERED = re.compile(r"([^\W\d_]{3,16})[\s-]([A-E])(?!\w)")
AFTER_NAME = re.compile(
    r"^([(（][^()（）]{1,48}[)）]|[^()（）:：]{1,48}?)\s+[-–—]\s+(?=\S)([^()（）]+)$"
)
DIGIT = re.compile(r"\d")
COUNTERS = {"级", "級", "等级", "レベル", "등급"}
WIDE = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
KANJI = re.compile(r"[\u3041-\u306e\u3070-\u30fa\u3400-\u9fff\uac00-\ud7af]")
RANGES = {"-", "to", "→"}
SEPARATORS = " \t-–—:：·|."
LONGEST_NAME = 48
MOST_NAMES = 32_768
MOST_LEVELS = 10
ANY = "*"


@dataclass(frozen=True, slots=True)
class LevelHead:
    """The beginning of a level: key, name, the other keys it joins, a remark, how sure it is."""

    key: str
    name: str | None = None
    joined: tuple[str, ...] = ()
    remark: str | None = None
    sure: bool = True
    worded: bool = False

    @property
    def keys(self) -> tuple[str, ...]:
        """Every level it stands for."""
        return self.joined or (self.key,)


@lru_cache(maxsize=MOST_NAMES)
def level_head(text: str, words: Vocabulary) -> LevelHead | None:
    """Read a heading, label or cell that names one level, or joins some."""
    bare = without_emoji(text.strip()).lstrip("#").strip(" `*")
    if not bare or len(bare) > 4 * LONGEST_NAME:
        return None
    found = CODED.match(folded(bare))
    if found is not None and _is_level_word(found.group(1), words):
        return _coded_head(bare, found, words)
    lettered = LETTERED.match(bare)
    if lettered is not None and _is_sure(folded(lettered.group(1)), words):
        rest, remark = _remark(bare[lettered.end() :].strip(SEPARATORS), words)
        return LevelHead(lettered.group(), rest.strip(SEPARATORS) or None, remark=remark)
    return _named_head(bare, words)


def _is_level_word(word: str, words: Vocabulary) -> bool:
    return word in words.level_words.phrases and not _is_plural(word, words)


def _is_plural(word: str, words: Vocabulary) -> bool:
    return "plural" in words.level_words.phrases.get(word, ())


def _is_sure(word: str, words: Vocabulary) -> bool:
    return "sure" in words.level_words.phrases.get(word, ())


def _coded_head(text: str, found: re.Match[str], words: Vocabulary) -> LevelHead:
    joined, end = _joined(text, found)
    rest, remark = _remark(text[end:].strip(SEPARATORS), words)
    name = rest.strip(SEPARATORS) or None
    if name is not None and (
        len(name) > LONGEST_NAME or name in COUNTERS or not any(map(str.isalnum, name))
    ):
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
    parted = AFTER_NAME.match(rest)
    if parted is not None and spans_in(parted.group(2), words) and _is_short(parted.group(2)):
        # `(critical) – response within 10 minutes`: the name, and what is promised.
        return parted.group(1).strip("()（） "), parted.group(2)
    if rest[:1] in "(（" and rest[-1:] in ")）":
        inside = rest[1:-1].strip()
        return ("", inside) if _is_remark(inside, words) else (inside, None)
    return trailing_parenthesis(rest)


def _is_short(said: str) -> bool:
    return len(said) <= LONGEST_NAME and not said.endswith((".", "。"))


def _is_remark(inside: str, words: Vocabulary) -> bool:
    return bool(spans_in(inside, words)) or ":" in folded(inside)


def _named_head(text: str, words: Vocabulary) -> LevelHead | None:
    """`Critical`, `Stufe Rot`, and, with its code behind it, any name: `Serio (P2)`."""
    name, remark = trailing_parenthesis(text)
    code = CODED.fullmatch(folded(remark)) if remark else None
    if remark is not None and code is not None and _is_level_word(code.group(1), words):
        known = words.level_names.exactly(name) is not None
        if known or (_is_sure(code.group(1), words) and len(name) <= LONGEST_NAME):
            return LevelHead(remark, name, sure=_is_sure(code.group(1), words))
    if rank_of(name, words) is None:
        return None
    own = name.strip(SEPARATORS)
    if remark is not None and not _is_remark(remark, words) and len(remark) <= LONGEST_NAME:
        return LevelHead(own, remark, sure=False, worded=True)
    return LevelHead(own, None, remark=remark, sure=False, worded=True)


def free_head(text: str) -> LevelHead:
    """A level by any name, where the place says that it is one: `U1`, `Grade II`, `Fleet`."""
    name, remark = trailing_parenthesis(without_emoji(text.strip("`* ")))
    return LevelHead(name.strip(SEPARATORS), None, remark=remark, sure=False, worded=True)


def rank_of(name: str, words: Vocabulary) -> str | None:
    """Which step of a ladder a name is: first, second, third, fourth or fifth."""
    head, _, rest = name.strip(SEPARATORS).partition(" ")
    if rest and _is_level_word(folded(head), words):
        return words.level_names.exactly(rest)
    return words.level_names.exactly(name)


@lru_cache(maxsize=8192)
def normal_key(key: str) -> str:
    """`SEV-1`, `sev 1` and `SEV1` are one key."""
    return re.sub(r"[\s-]", "", folded(key))


def keys_in(text: str, severities: Sequence[Severity], words: Vocabulary) -> tuple[str, ...]:
    """The levels of this document that a text names, in the document's order."""
    if not severities:
        return ()
    has_digit = DIGIT.search(text) is not None
    named = _worded_keys(text, severities) | (_coded_keys(text, words) if has_digit else set())
    if not named:
        return ()
    found = [_names(level, named) for level in severities]
    worst = _worse_too(text, severities, words)
    return tuple(level.key for at, level in enumerate(severities) if found[at] or at < worst)


def _worse_too(text: str, severities: Sequence[Severity], words: Vocabulary) -> int:
    """How many levels, from the worst, `SEV2 or above` is about beside the one it names."""
    counts = [0]
    for found in words.level_words.matches(text):
        if "or_above" in words.level_words.phrases[found.group()]:
            before = text[max(0, found.start() - LONGEST_NAME) : found.start()].rstrip()
            counts += [at for at, level in enumerate(severities) if _ends_in(before, level, words)]
    return max(counts)


def _ends_in(text: str, level: Severity, words: Vocabulary) -> bool:
    """Whether the last thing a text names is this level."""
    codes = list(CODED.finditer(folded(text)))
    if codes and codes[-1].end() == len(text):
        return _names(level, _coded_keys(text[codes[-1].start() :], words))
    return text.endswith(level.key)


def speaks_of_levels(text: str, words: Vocabulary) -> bool:
    """Whether a text names any level by its code, of this document or not."""
    return DIGIT.search(text) is not None and bool(_coded_keys(text, words))


def starts_with_level(text: str, words: Vocabulary) -> bool:
    """Whether a text begins with the code of a level: `SEV1 only`."""
    found = CODED.match(folded(text))
    return found is not None and found.group(1) in words.level_words.phrases


def _names(level: Severity, named: set[str]) -> bool:
    keys = {normal_key(key) for key in (level.key, *level.joined_keys)}
    if len(level.key) == 1 and level.key.isdigit():
        # The column says `Priority` and its cells only count: running text says `priority 1`.
        return any(name[-1:] == level.key for name in named)
    numbers = {ANY + key[-1:] for key in keys if key[-1:].isdigit()}
    return bool((keys | numbers) & named)


def _coded_keys(text: str, words: Vocabulary) -> set[str]:
    low = folded(text)
    named: set[str] = set()
    at = 0
    while (found := CODED.search(low, at)) is not None:
        at = found.end()
        if found.group(1) in words.level_words.phrases:
            joined, at = _joined(text, found)
            keys = [normal_key(key) for key in joined[:MOST_LEVELS]]
            # `niveaux 1 et 2`: only the numbers tell.
            plural = _is_plural(found.group(1), words)
            named.update([ANY + key[-1:] for key in keys] if plural else keys)
    return named


def _worded_keys(text: str, severities: Sequence[Severity]) -> set[str]:
    """Levels that are words count only as written: `High`, not `high load`."""
    return {
        normal_key(key)
        for said, key in _worded(tuple(level.key for level in severities))
        if _stands_in(said, text)
    }


@lru_cache(maxsize=256)
def _worded(all_keys: tuple[str, ...]) -> tuple[tuple[str, str], ...]:
    """Words and the keys they mean: `Stufe Rot` is also said `Rot`, where no other ends so."""
    keys = [key for key in all_keys if not any(sign.isdigit() for sign in key)]
    lasts = [key.split(" ")[-1] for key in keys]
    said = [(key, key) for key in all_keys if any(sign.isalpha() for sign in key)]
    if len(set(lasts)) == len(lasts):
        said.extend(zip(lasts, keys, strict=False))
    return tuple(dict.fromkeys(said))


def _stands_in(key: str, text: str) -> bool:
    at = text.find(key)
    while at >= 0:
        before, after = text[at - 1 : at], text[at + len(key) : at + len(key) + 1]
        if WIDE.search(key) and (len(key) > 1 or not KANJI.match(after)):
            return True
        if not before.isalpha() and not _goes_on(text, at + len(key)):
            return True
        at = text.find(key, at + 1)
    return False


def _goes_on(text: str, end: int) -> bool:
    """Whether the word is longer than the key: `Highway`, `P10`; not many of it: `Blockers`."""
    if text[end : end + 1] == "s" and text[end - 1].isalpha():
        end += 1
    after = text[end : end + 1]
    return after.isalpha() or (text[end - 1].isdigit() and after.isdigit())

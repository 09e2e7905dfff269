"""The names of severities in every spelling: `P0`, `SEV-1 (High)`, `Level 2: HIGH`, `Crítica`."""

import re
from dataclasses import dataclass, replace
from functools import lru_cache

from runcard.domain.playbooks.levels.promised_heads import is_only_promise
from runcard.domain.playbooks.levels.scores import is_score
from runcard.domain.playbooks.times.grammar import spans_in
from runcard.domain.playbooks.vocabulary import Vocabulary
from runcard.domain.playbooks.words import folded, plain, trailing_parenthesis, without_emoji

CODED = re.compile(r"([^\W\d_]{1,16})([\s.-]?)(\d)(?![\d%]|[.,]\d)")
MORE = re.compile(
    r"\s*(/|-|&|、|,|→|\band\b|\bor\b|\boder\b|\bou\b|\bof\b|\blub\b|\boraz\b|\bto\b|\bund\b"
    r"|\bet\b|\by\b|\be\b|\bo\b|\bi\b|和|と)\s*"
    r"(?:([^\W\d_]{1,16})[\s-]?)?(\d)(?![\d%]|[.,]\d|\s*(?:min|h\b|hour|day|分|時))"
)
LETTERED = re.compile(
    r"([^\W\d_]{3,16}[\s-]|[\u3040-\u30ff\u3400-\u9fff]{2,8})([A-E])(?![^\W\u3040-\u9fff])"
)
AFTER_NAME = re.compile(r"^([^()（）:：]{1,48}?)\s+[-–—]\s+(?=\S)([^()（）]+)$")
AFTER_BRACKETS = re.compile(r"^([(（][^()（）]{1,48}[)）])\s*[-–—:：→]\s*(?=\S)([^()（）]+)$")
AFTER_HEAD = re.compile(
    r"^([^()（）:：]{1,48}(?:[(（][^()（）]{1,48}[)）])?)(?:\s+[-–—]|\s?[:：])\s*(\S[^()（）]*)$"
)
ONE_LETTER = re.compile(r"^([A-Z]|\d)\s*[-–—:]\s+(\S.*)$")
SHORT_CODE = re.compile(r"^([A-Z]{1,4}-?\d{1,2})(?:\s*[-–—:.]\s*|\s+)([^\W\d_].*)$")
# `Grade II`, `甲级`, `FL2`, `B`: a level by its place in a count.
MARK = re.compile(
    r"^(?:[^\W\d_]{3,16}\s(?:[IVX]{1,4}|[A-H])|[A-Z]{1,4}-?\d{1,2}"
    r"|(?:[A-H]|[一二三四五甲乙丙丁])\s?(?:级|級|等级|レベル|등급)?)$"
)
COUNTERS = {"级", "級", "等级", "レベル", "등급"}
RANGES = {"-", "to", "→"}
SEPARATORS = " \t-–—:：·|.,，、"
SURROUNDED = ' `*「」『』“”„"'
LONGEST_NAME = 48
LONGEST_WORD = 12
MOST_NAMES = 32_768
RANKS = ("first", "second", "third", "fourth", "fifth")


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
    bare = without_emoji(text.strip()).lstrip("#").strip(' `*「」『』“”„"')
    if not bare or len(bare) > 4 * LONGEST_NAME:
        return None
    found = CODED.match(folded(bare))
    if found is not None and is_level_word(found.group(1), words):
        return _coded_head(bare, found, words)
    lettered = LETTERED.match(bare)
    word = folded(lettered.group(1)).rstrip(" -") if lettered is not None else ""
    if lettered is not None and is_level_word(word, words):
        rest, remark = _remark(bare[lettered.end() :].strip(SEPARATORS), words)
        name = rest.strip(SEPARATORS) or None
        return LevelHead(lettered.group(), name, remark=remark, sure=_is_sure(word, words))
    return _named_head(bare, words)


def is_level_word(word: str, words: Vocabulary) -> bool:
    """Whether it counts levels; some words do so only where all of a list say what they promise."""
    return bool(set(words.level_words.phrases.get(word, ())) & {"sure", "maybe"})


def is_plural(word: str, words: Vocabulary) -> bool:
    return "plural" in words.level_words.phrases.get(word, ())


def _is_sure(word: str, words: Vocabulary) -> bool:
    return "sure" in words.level_words.phrases.get(word, ())


def _coded_head(text: str, found: re.Match[str], words: Vocabulary) -> LevelHead:
    joined, end = joined_keys(text, found)
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


def joined_keys(text: str, found: re.Match[str]) -> tuple[tuple[str, ...], int]:
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
    parted = AFTER_BRACKETS.match(rest) or AFTER_NAME.match(rest)
    if parted is not None and spans_in(parted.group(2), words) and _is_short(parted.group(2)):
        # `(critical) – response within 10 minutes`: the name, and what is promised.
        return parted.group(1).strip("()（） "), parted.group(2)
    behind = AFTER_HEAD.match(rest)
    if behind is not None and is_only_promise(behind.group(2), words):
        name, inside = trailing_parenthesis(behind.group(1))
        is_coded = inside is not None and CODED.fullmatch(folded(inside)) is not None
        return name if is_coded else behind.group(1), behind.group(2)
    if is_only_promise(rest, words):
        return "", rest
    if rest[:1] in "(（" and rest[-1:] in ")）":
        inside = rest[1:-1].strip()
        if is_score(inside) and not _is_remark(inside, words):
            return "", None
        return ("", inside) if _is_remark(inside, words) else (inside, None)
    return trailing_parenthesis(rest)


def _is_short(said: str) -> bool:
    return len(said) <= LONGEST_NAME and not said.endswith((".", "。"))


def _is_remark(inside: str, words: Vocabulary) -> bool:
    return bool(spans_in(inside, words)) or ":" in folded(inside)


def _named_head(text: str, words: Vocabulary) -> LevelHead | None:
    """`Critical`, `Stufe Rot`, and, with its code behind it, any name: `Serio (P2)`; behind all of
    it may stand what is promised, or what it means: `Critical (P0) - Nothing sails`."""
    parted = AFTER_HEAD.match(text)
    if parted is not None and _is_short(parted.group(2)):
        head = _named_head(parted.group(1), words)
        is_told = _is_remark(parted.group(2), words)
        is_ranked = head is not None and rank_of(head.name or "", words) is not None
        if is_told or is_ranked:
            return replace(head, remark=parted.group(2)) if head is not None else None
    name, remark = trailing_parenthesis(text)
    code = CODED.fullmatch(folded(remark)) if remark else None
    if remark is not None and code is not None and is_level_word(code.group(1), words):
        known = words.level_names.exactly(name) is not None
        if known or (_is_sure(code.group(1), words) and len(name) <= LONGEST_NAME):
            return LevelHead(remark, name, sure=_is_sure(code.group(1), words))
    if rank_of(name, words) is None:
        return None
    own = name.strip(SEPARATORS)
    if remark is not None and is_score(remark) and not _is_remark(remark, words):
        return LevelHead(own, sure=False, worded=True)
    if remark is not None and not _is_remark(remark, words) and len(remark) <= LONGEST_NAME:
        return LevelHead(own, remark, sure=False, worded=True)
    return LevelHead(own, None, remark=remark, sure=False, worded=True)


def free_head(text: str, words: Vocabulary) -> LevelHead:
    """A level by any name, where the place says that it is one: `U1`, `Grade II`, `Fleet`; by a
    letter or a code and a name: `B - one branch`, `**FL2** one boat`; by a mark and its rank or
    its name: `Grade II (major)`, `Grade II (fleet)`."""
    name, remark = trailing_parenthesis(without_emoji(plain(text).strip(SURROUNDED)))
    lettered = ONE_LETTER.match(name) or SHORT_CODE.match(name)
    if lettered is not None and len(lettered.group(2)) <= LONGEST_NAME:
        return LevelHead(lettered.group(1), lettered.group(2), remark=remark, sure=False)
    own = name.strip(SEPARATORS)
    if remark is not None and (rank_of(remark, words) is not None or _names(own, remark, words)):
        return LevelHead(own, remark, sure=False, worded=True)
    return LevelHead(own, None, remark=remark, sure=False, worded=True)


def counted_head(text: str, words: Vocabulary) -> LevelHead | None:
    """`1 - High`, `B: Low severity`: a count, and behind it the word for a step of a ladder."""
    counted = ONE_LETTER.match(without_emoji(text.strip()))
    if counted is None:
        return None
    name, remark = trailing_parenthesis(counted.group(2))
    first, _, rest = name.rpartition(" ")
    ranked = first if is_level_word(folded(rest), words) else name
    if len(name) > LONGEST_NAME or rank_of(ranked, words) is None:
        return None
    return LevelHead(counted.group(1), name, remark=remark, sure=False)


def _names(own: str, remark: str, words: Vocabulary) -> bool:
    """`甲级（全店）`, `FL2 (fleet)`: one word in brackets behind a mark is its name."""
    is_a_word = len(remark) <= LONGEST_WORD and len(remark.split()) == 1
    return MARK.match(own) is not None and is_a_word and not _is_remark(remark, words)


def rank_of(name: str, words: Vocabulary) -> int | None:
    """Which step of a ladder a name is, nought for the worst of five."""
    head, _, rest = name.strip(SEPARATORS).partition(" ")
    is_led = bool(rest) and is_level_word(folded(head), words)
    rank = words.level_names.exactly(rest if is_led else name)
    return None if rank is None else RANKS.index(rank)

"""The levels of a document that a text names: by their codes, their words or their letters."""

import re
from collections.abc import Sequence
from functools import lru_cache

from runcard.domain.playbooks.levels.names import (
    CODED,
    LONGEST_NAME,
    is_level_word,
    is_plural,
    joined_keys,
)
from runcard.domain.playbooks.lexicon import Mention
from runcard.domain.playbooks.model import Severity
from runcard.domain.playbooks.remembered import remembered
from runcard.domain.playbooks.vocabulary import Vocabulary
from runcard.domain.playbooks.words import folded

DIGIT = re.compile(r"\d")
LETTERS = set("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
LAST_WORD = re.compile(r"[^\W\d_]+\.?$")
ENDS_HEAD = re.compile(r"\s*(?:$|[:：)|,;–—-]|\()")
SIGNS = "/,&+"
NEXT_LETTER = re.compile(r"\s*[A-Z](?!\w)")
LATIN_END = re.compile(r"[a-z]+$")
LAST_LETTER = re.compile(r"(?<!\w)[A-Z]$")
LONGEST_JOINER = 12
# `Amber-or-above`: a spelling of `Amber or above`; not the hyphen of `P-2`.
HYPHEN = re.compile(r"(?<=\w)-(?=[^\W\d_])")
# Signs of a word in scripts that put a space between words.
LATIN = r"[0-9A-Za-zÀ-žΑ-ӿ_]"
WIDE = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
KANJI = re.compile(r"[\u3041-\u306e\u3070-\u30fa\u3400-\u9fff\uac00-\ud7af]")
MOST_LEVELS = 10
ANY = "*"


@lru_cache(maxsize=8192)
def normal_key(key: str) -> str:
    """`SEV-1`, `sev 1` and `SEV1` are one key."""
    return re.sub(r"[\s-]", "", folded(key))


def keys_in(text: str, severities: Sequence[Severity], words: Vocabulary) -> tuple[str, ...]:
    """The levels of this document that a text names, in the document's order."""
    if not severities:
        return ()
    named = _named_in(text, tuple([level.key for level in severities]), words)
    if not named:
        return ()
    found = [_names(level, named) for level in severities]
    worst = _worse_too(text, severities, words)
    return tuple(level.key for at, level in enumerate(severities) if found[at] or at < worst)


@remembered
def _named_in(text: str, keys: tuple[str, ...], words: Vocabulary) -> frozenset[str]:
    """What a text names by words of which some are these keys, and by any codes."""
    coded = _coded_keys(text, words) if DIGIT.search(text) is not None else set()
    return frozenset(coded | _worded_keys(text, keys, words))


def _worse_too(text: str, severities: Sequence[Severity], words: Vocabulary) -> int:
    """How many levels, from the worst, `SEV2 or above` is about beside the one it names."""
    said = HYPHEN.sub(" ", text)
    counts = [0 if said == text else _worse_too(said, severities, words)]
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
    return length_of_level(text, words) > 0


def length_of_level(text: str, words: Vocabulary) -> int:
    """How long the code of a level is with which a text begins; 0 where it begins otherwise."""
    found = CODED.match(folded(text))
    return found.end() if found is not None and found.group(1) in words.level_words.phrases else 0


def _names(level: Severity, named: set[str] | frozenset[str]) -> bool:
    keys = {normal_key(key) for key in (level.key, *level.joined_keys)}
    if len(level.key) == 1 and level.key.isdigit():
        # The column says `Priority` and its cells only count: running text says `priority 1`.
        return any(name[-1:] == level.key for name in named)
    numbers = {ANY + key[-1:] for key in keys if key[-1:].isdigit()}
    shorts = {_short(key) for key in keys if key[-1:].isdigit()}
    return bool((keys | numbers) & named or shorts & {_short(name) for name in named})


def _short(key: str) -> str:
    """`Priority 1`, `Prio 1` and `P1` are one level."""
    number = key.lstrip("abcdefghijklmnopqrstuvwxyzäáàâéèêíóôöúü")
    return key[:1] + number if number.isdigit() else key


def _coded_keys(text: str, words: Vocabulary) -> set[str]:
    low = folded(text)
    named: set[str] = set()
    at = 0
    while (found := CODED.search(low, at)) is not None:
        found = _without_words_before(found, low)
        at = found.end()
        if found.group(1) in words.level_words.phrases:
            joined, at = joined_keys(text, found)
            keys = [normal_key(key) for key in joined[:MOST_LEVELS]]
            # `niveaux 1 et 2`: only the numbers tell.
            plural = is_plural(found.group(1), words)
            named.update([ANY + key[-1:] for key in keys] if plural else keys)
    return named


def _without_words_before(found: re.Match[str], low: str) -> re.Match[str]:
    """`すべてのP0`: a code to which words of a script without spaces are joined."""
    letters = LATIN_END.search(found.group(1))
    if letters is None or WIDE.search(found.group(1)) is None:
        return found
    return CODED.match(low, found.start() + letters.start()) or found


def _worded_keys(text: str, keys: tuple[str, ...], words: Vocabulary) -> set[str]:
    """Levels that are words count only as written: `High`, not `high load`."""
    return {
        normal_key(key)
        for said, key in _worded(keys)
        if said in text
        and (_letter_stands_in(said, text, words) if said in LETTERS else _stands_in(said, text))
    }


def _letter_stands_in(letter: str, text: str, words: Vocabulary) -> bool:
    """`Prio A and B`, `A/B`, `A: at once`, `ランクAは`; at the head of a sentence an article."""
    for found in re.finditer(rf"(?<!{LATIN}){letter}(?!{LATIN})", text):
        before, after = text[: found.start()].rstrip(), text[found.end() :]
        word = LAST_WORD.search(folded(before))
        if word is not None and _ends_in_level_word(word.group(), words):
            return True
        if (not before and ENDS_HEAD.match(after)) or _is_before_another(after, words):
            return True
        if _is_behind_another(before, words):
            return True
    return False


def _ends_in_level_word(word: str, words: Vocabulary) -> bool:
    """`障害のランク`: in scripts without spaces other words are joined to it."""
    last = words.level_words.matches(word)[-1:] if WIDE.search(word) else ()
    return is_level_word(word, words) or any(one.end() == len(word) for one in last)


def _is_before_another(after: str, words: Vocabulary) -> bool:
    """`/B`, `and B`."""
    rest = after.lstrip()
    if rest[:1] in SIGNS:
        return NEXT_LETTER.match(rest[1:]) is not None
    ends = (one.end() for one in _joiners(rest[:LONGEST_JOINER], words) if one.start() == 0)
    return any(NEXT_LETTER.match(rest[end:]) for end in ends)


def _is_behind_another(before: str, words: Vocabulary) -> bool:
    """`A/`, `A and`."""
    if before[-1:] in SIGNS:
        return LAST_LETTER.search(before[:-1].rstrip()) is not None
    last = before[-LONGEST_JOINER:]
    sizes = (len(one.group()) for one in _joiners(last, words) if one.end() == len(last))
    return any(LAST_LETTER.search(before[:-size].rstrip()) for size in sizes)


def _joiners(text: str, words: Vocabulary) -> list[Mention]:
    found = words.particles.matches(text)
    return [one for one in found if {"and", "or"} & set(words.particles.phrases[one.group()])]


@lru_cache(maxsize=256)
def _worded(all_keys: tuple[str, ...]) -> tuple[tuple[str, str], ...]:
    """Words and the keys they mean: `Stufe Rot` is also said `Rot`, where no other ends so."""
    keys = [key for key in all_keys if not any(sign.isdigit() for sign in key)]
    lasts = [key.split(" ")[-1] for key in keys]
    said = [(key, key) for key in all_keys if any(sign.isalpha() for sign in key)]
    if len(set(lasts)) == len(lasts):
        said.extend((last, key) for last, key in zip(lasts, keys, strict=True) if last)
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

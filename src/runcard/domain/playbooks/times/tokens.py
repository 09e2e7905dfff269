"""A time phrase cut into tokens: numbers, units, the words that lead to a time, and the rest."""

import re
from dataclasses import dataclass
from enum import Enum
from functools import lru_cache

from runcard.domain.playbooks.lexicon import Lexicon, Mention
from runcard.domain.playbooks.vocabulary import Vocabulary
from runcard.domain.playbooks.words import folded

NUMBER = re.compile(r"\d+(?:[.,]\d+)?")
SIGN = re.compile(r"<=|>=|->|[<>≤≥~+…-]")
WORD = re.compile(r"[^\W_]+")
MARK = re.compile(r"[^\w\s]")
ENDS_IN_NUMBER = re.compile(r"(?<![a-z])(?<![a-z]-)\d\s*(?:[^\W\d_]{1,9}\.?)?\s*$")
# `de 30 em 30 minutos`, `de dos en dos horas`: every so many.
RECURRING = re.compile(r"(?<!\w)(de (\d{1,3}|[^\W\d_]{2,9}) e[mn] )(?=\2\s)")
# `08:00-18:00`, `7–18 Uhr`, `à 14 h 30`, `8h30–17h`: times of the day, and no spans of time.
CLOCK = re.compile(
    r"(?<![a-zA-Z\d:])(?:[0-2]?\d:[0-5]\d(?:\s?[ap]m)?(?![\d:])|\d{1,2}\s?[ap]m\b"
    r"|(?<=(?<!\w)à )(?:1\d|2[0-3])\s?h\s?[0-5]\d(?!\s?(?:min|mn|\d))"
    r"|(?:1\d|2[0-3])\s?h\s?[0-5]\d\s?(?:[-–~]|à|a|às|as)\s?\d{1,2}\s?h(?:\s?[0-5]\d)?\b"
    r"|\d{1,2}\s?h\s?[0-5]\d\s?(?:[-–~]|à|a|às|as)\s?(?:1\d|2[0-3])\s?h(?:\s?[0-5]\d)?\b"
    r"|\d{1,2}\s?h\s?(?:[-–~]|à|a|às|as)\s?(?:1\d|2[0-3])\s?h\s?[0-5]\d\b"
    r"|\d{1,2}\s?(?:uhr|時(?!間)|点)?\s?[-–~〜至到]\s?\d{1,2}\s?(?:uhr\b|時(?!間)|点))",
    re.IGNORECASE,
)
# `24x7`, `24 h/365`, `24時間365日`, `7×24`: at all times, which is no span of time either.
ALWAYS = re.compile(
    r"(?<![\w:])(?:"
    r"24\s?(?:[x×*/]|h/?|hours?/?|時間|小时|小時|시간)\s?(?:7(?:\s?[x×*/]\s?365)?|365)"
    r"\s?(?:日|天|일|days\b|d\b)?"
    r"|7\s?[x×*/]\s?24\s?(?:小时|小時|h\b)?"
    r"|365\s?(?:日|天|일|days)\s?[x×/]?\s?24\s?(?:時間|小时|小時|시간|h\b)"
    r")(?!\d)",
    re.IGNORECASE,
)
DIGIT = re.compile(r"\d")
# `15min`: what may be a unit against its number.
GLUED = re.compile(r"\d[^\W\d_]")
# `<day>` is to be filled in, and no less than a day.
GAP = re.compile(r"<[^\W\d_][^<>]{0,60}>")
# `T+24h`: a day after the start.
FROM_THE_START = "t+"
LONGEST_LOOK = 400
LONGEST_UNIT = 12
# A phrase is cut for the times in it, and again for what stands around them.
MOST_TIMES = 32_768


class Kind(Enum):
    """What a token of a time phrase is."""

    NUMBER = "number"
    UNIT = "unit"
    DASH = "dash"
    PLUS = "plus"
    UNDER = "under"
    OVER = "over"
    EVERY = "every"
    AFTER = "after"
    DURING = "during"
    TO = "to"
    UNDER_TAIL = "under_tail"
    EVERY_TAIL = "every_tail"
    AFTER_TAIL = "after_tail"
    OVER_TAIL = "over_tail"
    NOW = "now"
    PERIOD = "period"
    CALENDAR = "calendar"
    FILLER = "filler"
    MARK = "mark"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Token:
    """One piece of a phrase; `value` is its number, unit, period in seconds or calendar word."""

    kind: Kind
    value: str
    start: int
    end: int


SIGNS = {
    "<": Kind.UNDER, "<=": Kind.UNDER, "≤": Kind.UNDER, ">": Kind.OVER, ">=": Kind.OVER,
    "≥": Kind.OVER, "+": Kind.PLUS, "-": Kind.DASH, "~": Kind.DASH, "…": Kind.FILLER,
    "->": Kind.OTHER,
}  # fmt: skip


def may_hold_time(text: str, words: Vocabulary) -> bool:
    """A cheap look first: most lines speak of no time at all."""
    return DIGIT.search(folded(text[:LONGEST_LOOK])) is not None or may_hold_span(text, words)


def may_hold_span(text: str, words: Vocabulary) -> bool:
    """A number alone is no span: a unit stands beside it, or a word for a time instead of it."""
    look = text[:LONGEST_LOOK]
    if GLUED.search(folded(look)) is not None:
        return True
    lists = (words.units, words.periods, words.calendar, words.time_now)
    return any(lexicon.matches(look) for lexicon in lists)


@lru_cache(maxsize=MOST_TIMES)
def tokens_of(text: str, words: Vocabulary) -> tuple[Token, ...]:
    """Cut a phrase into tokens; every letter and digit belongs to exactly one of them."""
    low = folded(text)
    free = [True] * len(low)
    found: list[Token] = []
    for again in RECURRING.finditer(low):
        _claim(found, free, Token(Kind.EVERY, "every", again.start(), again.end(1)))
    _claim_asides(found, free, low)
    for joiner in words.between.matches(text):
        if _is_between_numbers(low, joiner):
            _claim(found, free, Token(Kind.TO, "to", joiner.start(), joiner.end()))
    _claim_longer_calendars(found, free, text, words)
    for lexicon, kind in (
        (words.periods, Kind.PERIOD),
        (words.time_now, Kind.NOW),
        (words.calendar, Kind.CALENDAR),
        (words.whole_units, Kind.UNIT),
        (words.fractions, Kind.NUMBER),
        (words.time_words, None),
        (words.numbers, Kind.NUMBER),
        (words.units, Kind.UNIT),
    ):
        for match in lexicon.matches(text):
            value = lexicon.phrases[match.group()][0]
            token = Token(kind or Kind(value), value, match.start(), match.end())
            if not _claim(found, free, token):
                _claim_first_word(found, free, match, (lexicon, kind))
    _claim_numbers(found, free, low, words)
    _claim_rest(found, free, low)
    return tuple(sorted(found, key=lambda token: token.start))


def _claim_longer_calendars(
    found: list[Token], free: list[bool], text: str, words: Vocabulary
) -> None:
    """`aux heures de bureau` is no `aux heures`: a period that is only a part of more."""
    periods = words.periods.matches(text)
    for match in words.calendar.matches(text) if periods else ():
        parts = [one for one in periods if match.start() <= one.start() < match.end()]
        if any(one.end() <= match.end() and len(one.phrase) < len(match.phrase) for one in parts):
            value = words.calendar.phrases[match.group()][0]
            _claim(found, free, Token(Kind.CALENDAR, value, match.start(), match.end()))


def _claim_first_word(
    found: list[Token], free: list[bool], match: Mention, of: tuple[Lexicon, Kind | None]
) -> None:
    """`Within` of `within the` in front of `the next working day`, which took the article; `días`
    of `días naturales`, whose second word was taken for a small one."""
    first = match.group().partition(" ")[0]
    lexicon, kind = of
    known = lexicon.phrases.get(first)
    if known is not None and len(first) < len(match.group()):
        start = match.start()
        _claim(found, free, Token(kind or Kind(known[0]), known[0], start, start + len(first)))


def _claim_asides(found: list[Token], free: list[bool], low: str) -> None:
    """What looks like a time and is none: gaps, hours of the day, and all of them."""
    for gap in GAP.finditer(low):
        _claim(found, free, Token(Kind.OTHER, gap.group(), gap.start(), gap.end()))
    for pattern in (ALWAYS, CLOCK) if DIGIT.search(low) else ():
        for aside in pattern.finditer(low):
            _claim(found, free, Token(Kind.FILLER, aside.group(), aside.start(), aside.end()))


def _is_between_numbers(low: str, joiner: Mention) -> bool:
    """`10 a 20 minutos`, `T+10 min to T+15 min`; `a` and `do` mean other things elsewhere."""
    before = ENDS_IN_NUMBER.search(low[max(0, joiner.start() - 16) : joiner.start()])
    behind = low[joiner.end() :].lstrip().removeprefix(FROM_THE_START)
    return before is not None and behind[:1].isdigit()


def _claim(found: list[Token], free: list[bool], token: Token) -> bool:
    """Take a stretch of the text, unless part of it is taken."""
    if token.start == token.end or not all(free[token.start : token.end]):
        return False
    free[token.start : token.end] = [False] * (token.end - token.start)
    found.append(token)
    return True


def _claim_numbers(found: list[Token], free: list[bool], low: str, words: Vocabulary) -> None:
    """Digits, and a unit written against them (`15min`, `24h`)."""
    for match in NUMBER.finditer(low):
        before = low[match.start() - 1] if match.start() else " "
        if before.isalpha() and before.isascii():
            continue
        number = Token(Kind.NUMBER, match.group(), match.start(), match.end())
        if _claim(found, free, number):
            _claim_glued_unit(found, free, low, (match.end(), words))


def _claim_glued_unit(
    found: list[Token], free: list[bool], low: str, place: tuple[int, Vocabulary]
) -> None:
    start, words = place
    end = start
    while end < len(low) and low[end].isalpha() and end - start < LONGEST_UNIT:
        end += 1
    units = words.units.phrases.get(low[start:end])
    if units is not None:
        _claim(found, free, Token(Kind.UNIT, units[0], start, end))


def _claim_rest(found: list[Token], free: list[bool], low: str) -> None:
    for match in SIGN.finditer(low):
        _claim(found, free, Token(SIGNS[match.group()], match.group(), match.start(), match.end()))
    for match in MARK.finditer(low):
        _claim(found, free, Token(Kind.MARK, match.group(), match.start(), match.end()))
    for match in WORD.finditer(low):
        stretch = low[match.start() : match.end()]
        _claim_free_parts(found, free, stretch, match.start())


def _claim_free_parts(found: list[Token], free: list[bool], stretch: str, start: int) -> None:
    """A word nobody knows; its known parts, in scripts without spaces, were taken before."""
    at = 0
    while at < len(stretch):
        end = at
        while end < len(stretch) and free[start + end]:
            end += 1
        if end > at:
            _claim(found, free, Token(Kind.OTHER, stretch[at:end], start + at, start + end))
        at = end + 1

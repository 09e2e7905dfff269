"""The stretch of an incident's time at the head of a title or an entry: `0–5 min: look`."""

import re
from dataclasses import dataclass

from runcard.domain.playbooks.levels.names import level_head
from runcard.domain.playbooks.model import TimeValue
from runcard.domain.playbooks.times.grammar import read_time, spans_in
from runcard.domain.playbooks.times.tokens import Kind
from runcard.domain.playbooks.vocabulary import Vocabulary
from runcard.domain.playbooks.words import folded, plain, without_emoji

# `Minute 0–10`: the unit stands in front.
UNIT_FIRST = re.compile(r"^([^\W\d_]{1,12})\.?\s+(\d{1,4}\s*[-–—~〜～]\s*\d{1,4})(?!\d|:\d)")
# `by minute 10`: one moment, with the unit in front.
UNTIL_COUNT = re.compile(r"^(\D{2,16}?)\s([^\W\d_]{3,12})\s(\d{1,4})$")
# `T+5 to T+20 min`: counted from the alarm; without a unit in minutes.
FROM_ALARM = re.compile(
    r"^T\s?\+?\s?(\d{1,3})\s?([^\W\d_]{0,8})\s*"
    r"(?:[-–—~〜～→]|\b(?:to|bis|à|a|tot|do)\b)"
    r"\s*T?\s?\+?\s?(\d{1,3})(?:\s?([^\W\d_]{1,8})\b)?(?!\d|:\d)"
)
# `at T+48h`, `must end by T+24h`, `T + 24h, at best`: one moment, counted from the alarm.
ONE_MOMENT = re.compile(r"\bT\s?\+\s?(\d{1,3}\s?[^\W\d_]{1,8})\s*(?:$|[,;，、；])")
# `T+15`: minutes, too; `T+1` may as well be a day.
BARE_MOMENT = re.compile(r"^T\s?\+\s?([5-9]|\d{2,3})$")
# `10 premières minutes`: the word for `first` behind the figure.
FIGURE_FIRST = re.compile(r"^(?:[^\W\d_]{2,4}\s)?(\d{1,3})\s([^\W\d_]{4,12})\s([^\W\d_]{3,12})$")
# `Repair [within 2 hours]`, `復旧【1時間以内】`.
BOX = re.compile(r"^(.{1,120}?)\s*[\[【]([^\[\]【】]{1,40})[\]】]\s*$")
COLON = re.compile(r"[:：]\s+")
BEHIND_TIME = re.compile(r"\s+[-–—]\s+|[:：]\s*")
BEHIND = " \t:：.,–—-|·)）]"
MARKS = re.compile(r"\s[-–—]\s|[:：,]\s")
PIECES = re.compile(r"\s*[,;，；]\s+")
MOST_PIECES = 6
FEW_WORDS = 4
LONGEST_ARTICLE = 4
OPENING = " ([（"


@dataclass(frozen=True, slots=True)
class Window:
    """The time, and what stands behind it."""

    time: TimeValue
    rest: str


def timebox_of(text: str, line: int, words: Vocabulary) -> TimeValue | None:
    """The time that a parenthesis is; `P1: 20 min` says for whom, too, and `within 1 hour of the
    all-clear` from when on."""
    window = _unit_first(text, line, words)
    if window is not None and not window.rest:
        return window.time
    if (moment := counted_from_alarm(text, line, words)) is not None:
        return moment
    counted = _until_count(text, line, words) or _figure_first(text, line, words)
    if counted is not None:
        return counted
    whole = read_time(text, line, words) or read_time(COLON.split(text)[-1], line, words)
    whole = whole or _for_worst_level(text, line, words)
    return whole or _counted_from(text, line, words) or _at_one_moment(text, line, words)


def counted_from_alarm(text: str, line: int, words: Vocabulary) -> TimeValue | None:
    """`T+0–5`, `T+15`: all of a text is a time since the alarm, in minutes unless it says more."""
    window = _from_alarm(text, line, words)
    if window is not None:
        return None if window.rest else window.time
    found = BARE_MOMENT.match(text)
    time = read_time(f"{found.group(1)} min", line, words) if found is not None else None
    return None if time is None else TimeValue(text, line, time.seconds)


def boxed_time(title: str, line: int, words: Vocabulary) -> tuple[str, str] | None:
    """The name, and the time that stands behind it in square brackets."""
    found = BOX.match(title)
    is_timed = found is not None and timebox_of(found.group(2), line, words) is not None
    return (found.group(1), found.group(2)) if found is not None and is_timed else None


def last_time(title: str, line: int, words: Vocabulary) -> TimeValue | None:
    """`Step 2: Tell the council – within 24 hours`: the time behind the last mark."""
    pieces = MARKS.split(title)
    return timebox_of(pieces[-1], line, words) if len(pieces) > 1 else None


def whole_time(title: str, line: int, words: Vocabulary) -> TimeValue | None:
    """`The first 5 minutes`: a title that is nothing but the time that it is about."""
    said = plain(without_emoji(title))
    spans = spans_in(said, words)
    if len(spans) != 1 or spans[0].seconds is None or Kind.DURING not in spans[0].leads:
        return None
    is_whole = spans[0].start <= LONGEST_ARTICLE and spans[0].end == len(said)
    return spans[0].value(said, line) if is_whole and not spans[0].is_period else None


def first_time(title: str, line: int, words: Vocabulary) -> TimeValue | None:
    """`First 15 minutes for P1`: the time that a title begins with, whatever it is for."""
    said = plain(without_emoji(title))
    for span in spans_in(said, words)[:1]:
        lasts = span.seconds is not None and not span.is_period and Kind.DURING in span.leads
        return span.value(said, line) if lasts and span.start <= LONGEST_ARTICLE else None
    return _figure_first(" ".join(said.split()[:FEW_WORDS]), line, words)


def _for_worst_level(text: str, line: int, words: Vocabulary) -> TimeValue | None:
    """`≤ 15 min for S1, ≤ 1 hr for S2`: the shortest of some times that are for one level each, or
    the first that is told otherwise."""
    pieces = [_for_a_level(piece, line, words) for piece in PIECES.split(text)[:MOST_PIECES]]
    times = [time for time in pieces if time is not None]
    if not times or len(times) < len(pieces):
        return None
    return min(times, key=lambda time: (time.seconds is None, time.seconds or 0))


def _for_a_level(piece: str, line: int, words: Vocabulary) -> TimeValue | None:
    """A time, a short word, and the level it holds for: `5 days for S1/2`."""
    said = piece.split()
    for at in range(1, len(said)):
        head = level_head(" ".join(said[at:]).split("/")[0], words)
        is_level = head is not None and head.sure and head.name is None
        if is_level and at > 1 and len(said[at - 1]) <= LONGEST_ARTICLE:
            return read_time(" ".join(said[: at - 1]), line, words)
    return None


def _counted_from(text: str, line: int, words: Vocabulary) -> TimeValue | None:
    """The only time, at the beginning, with a few words behind it."""
    spans = spans_in(text, words)
    if len(spans) != 1 or spans[0].seconds is None or spans[0].is_period:
        return None
    behind = text[spans[0].end :]
    leads = [one.start() == 0 for one in words.time_words.matches(text)]
    is_first = spans[0].start == 0 or (Kind.UNDER in spans[0].leads and any(leads))
    return spans[0].value(text, line) if is_first and len(behind.split()) <= FEW_WORDS else None


def _until_count(text: str, line: int, words: Vocabulary) -> TimeValue | None:
    """`by minute 10`, `jusqu'à la minute 10`: the end of a phase, counted from the alarm."""
    found = UNTIL_COUNT.match(text)
    if found is None:
        return None
    leads = [one for one in words.time_words.matches(found.group(1)) if one.start() == 0]
    is_until = any("under" in words.time_words.phrases[folded(one.group())] for one in leads)
    is_led = is_until and len(found.group(1)) - leads[0].end() <= LONGEST_ARTICLE
    time = read_time(f"{found.group(3)} {found.group(2)}", line, words) if is_led else None
    return None if time is None else TimeValue(text, line, time.seconds)


def _figure_first(text: str, line: int, words: Vocabulary) -> TimeValue | None:
    """`les 10 premières minutes` as `the first 10 minutes`."""
    found = FIGURE_FIRST.match(text)
    said = words.time_words.phrases.get(folded(found.group(2)), ()) if found else ()
    if found is None or "during" not in said:
        return None
    time = read_time(f"{found.group(1)} {found.group(3)}", line, words)
    return None if time is None else TimeValue(text, line, time.seconds)


def _at_one_moment(text: str, line: int, words: Vocabulary) -> TimeValue | None:
    """The only time, with a few words in front of it and behind a comma."""
    found = ONE_MOMENT.search(text)
    beside = "" if found is None else f"{text[: found.start()]} {text[found.end() :]}"
    if found is None or len(beside.split()) > FEW_WORDS:
        return None
    time = read_time(found.group(1), line, words)
    return time if len(spans_in(text, words)) <= 1 else None


def _from_alarm(said: str, line: int, words: Vocabulary) -> Window | None:
    """`T+0 to T+10: look`, `T+30m – T+2h: tell`."""
    found = FROM_ALARM.match(said)
    if found is None:
        return None
    first, unit, last, last_unit = found.groups()
    begins = read_time(f"{first} {unit or last_unit or 'min'}", line, words)
    ends = read_time(f"{last} {last_unit or unit or 'min'}", line, words)
    if begins is None or ends is None or ends.seconds is None:
        return None
    whole = TimeValue(found.group(), line, ends.seconds, begins.seconds)
    return Window(whole, said[found.end() :].strip(BEHIND))


def _unit_first(said: str, line: int, words: Vocabulary) -> Window | None:
    """`Minute 0–10: look`."""
    found = UNIT_FIRST.match(said)
    if found is None:
        return None
    time = read_time(f"{found.group(2)} {found.group(1)}", line, words)
    if time is None or time.min_seconds is None:
        return None
    whole = TimeValue(found.group(), line, time.seconds, time.min_seconds)
    return Window(whole, said[found.end() :].strip(BEHIND))


def window_of(text: str, line: int, words: Vocabulary) -> Window | None:
    """A time from one minute to another that a text begins with."""
    said = plain(without_emoji(text)).lstrip(OPENING)
    counted = _unit_first(said, line, words) or _from_alarm(said, line, words)
    if counted is not None:
        return counted
    for span in spans_in(said, words)[:1]:
        if span.start == 0 and span.min_seconds is not None and span.seconds is not None:
            return Window(span.value(said, line), said[span.end :].strip(BEHIND))
    return None


def behind_time(title: str, words: Vocabulary) -> str:
    """`0–15 min: stop the press`, `5 days – review`: what is to be done then."""
    said = plain(without_emoji(title))
    for mark in reversed(list(BEHIND_TIME.finditer(said))):
        if mark.end() < len(said) and read_time(said[: mark.start()], 1, words) is not None:
            return said[mark.end() :]
    return title

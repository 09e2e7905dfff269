"""Reviews that are due by something that happens: the next meeting, a day of the week, the week
after."""

from runcard.domain.playbooks.model import TimeValue
from runcard.domain.playbooks.reviews.bindings import Remark
from runcard.domain.playbooks.times.amounts import SECONDS
from runcard.domain.playbooks.vocabulary import Vocabulary

WEEK = SECONDS["week"]
CLOSE_BY = 12
ARTICLE = 5


def week_after(remark: Remark, words: Vocabulary) -> TimeValue | None:
    """`review in the week after`: within seven days, whatever the day of the incident was."""
    said = words.review.all(remark.text)
    is_of_review = said & {"review", "gathering", "required"} if remark.at_home else remark.keys
    if not is_of_review or "other" in said:
        return None
    for found in words.review.matches(remark.text):
        if "week_after" in words.review.phrases[found.group()]:
            phrase = remark.text[found.start() : found.end()]
            return TimeValue(phrase, remark.line, WEEK)
    return None


def event_of(remark: Remark, words: Vocabulary) -> TimeValue | None:
    if not remark.at_home or not _names_an_event(remark, words):
        return None
    return TimeValue(remark.text, remark.line, None, calendar="event")


def _names_an_event(remark: Remark, words: Vocabulary) -> bool:
    """`talked through in the next team meeting`, `by Friday`: due by something that happens."""
    if words.review.speaks_of(remark.text, "other"):
        return False
    said = [(one, words.review.phrases[one.group()]) for one in words.review.matches(remark.text)]
    nexts = [one for one, names in said if "next_one" in names]
    meetings = [one.start() for one, names in said if "gathering" in names]
    is_close = any(0 <= at - one.end() <= CLOSE_BY for at in meetings for one in nexts)
    if is_close and _is_held(remark, words):
        return True
    return any(_is_led(one.start(), remark.text, words) for one in nexts)


def _is_held(remark: Remark, words: Vocabulary) -> bool:
    """`The report is discussed`, `P2: in the next meeting`."""
    said = words.review.all(remark.text)
    return "required" in said or bool(remark.keys)


def _is_led(at: int, text: str, words: Vocabulary) -> bool:
    """`by`, `until` in front of a day."""
    leads = [
        one.end() for one in words.time_words.matches(text[:at])
        if "under" in words.time_words.phrases[one.group()]
    ]  # fmt: skip
    return bool(leads) and at - leads[-1] <= ARTICLE

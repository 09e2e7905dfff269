"""The wait among the reasons to escalate: `nothing has improved for 30 minutes`."""

from collections.abc import Sequence

from runcard.domain.playbooks.model import Text, TimeValue
from runcard.domain.playbooks.times.grammar import spans_in
from runcard.domain.playbooks.times.waits import is_wait
from runcard.domain.playbooks.vocabulary import Vocabulary

MINUTE, DAY = 60, 86400


def trigger_wait(triggers: Sequence[Text], words: Vocabulary) -> TimeValue | None:
    """`nothing has improved for 30 minutes`: the only time among the triggers; what lies ahead in
    less than an hour, or happened twice in a week, is no wait."""
    waits = [
        span.value(one.text, one.line)
        for one in triggers
        for span in spans_in(one.text, words)
        if MINUTE <= (span.seconds or 0) < DAY and is_wait(span)
        if not (words.rungs.speaks_of(one.text, "nearer") or _is_ahead(one.text[span.end :], words))
    ]
    return waits[0] if len(waits) == 1 else None


def _is_ahead(behind: str, words: Vocabulary) -> bool:
    """`20 minutes before we sail`."""
    said = behind.lstrip()
    found = (one for one in words.rungs.matches(said) if one.start() == 0)
    return any("ahead" in words.rungs.phrases[one.group()] for one in found)

"""What is done between the calls of an escalation: `after 5 min: check the pumps`."""

import re
from collections.abc import Sequence
from dataclasses import replace

from runcard.domain.playbooks.model import Text
from runcard.domain.playbooks.people.calling import is_task, speaks_of_calling
from runcard.domain.playbooks.people.rung_leads import lead_of
from runcard.domain.playbooks.vocabulary import Vocabulary
from runcard.domain.playbooks.words import plain

CLAUSE = re.compile(r"[;；]\s{0,4}")
STOPS = " .。"


def without_deeds(entries: Sequence[Text], words: Vocabulary) -> list[Text]:
    """The entries of a list of times that call somebody, as far as they do; a list of other
    entries stays as it is."""
    rests = [_behind_the_time(entry, words) for entry in entries]
    if not all(rests):
        return list(entries)
    told = zip(entries, rests, strict=True)
    called = [_only_the_call(entry, words) for entry, rest in told if not is_task(rest, words)]
    return called if any(speaks_of_calling(one.text, words) for one in called) else list(entries)


def is_mixed(entries: Sequence[Text], words: Vocabulary) -> bool:
    """Whether some entries of a list of times call somebody and others tell what is done."""
    return len(without_deeds(entries, words)) < len(entries)


def _behind_the_time(entry: Text, words: Vocabulary) -> str:
    lead = lead_of(entry.text, entry.line, words)
    is_timed = lead is not None and lead.condition is not None
    return plain(lead.rest).rstrip(STOPS) if lead is not None and is_timed else ""


def _only_the_call(entry: Text, words: Vocabulary) -> Text:
    """`Call the owner; open the sluice` calls the owner."""
    first, *others = CLAUSE.split(entry.text)
    is_whole = not others or not all(is_task(one, words) for one in others)
    return entry if is_whole else replace(entry, text=first.rstrip())

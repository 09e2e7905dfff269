"""What is done between the calls of an escalation: `after 5 min: check the pumps`."""

import re
from collections.abc import Sequence
from dataclasses import replace

from runcard.domain.playbooks.levels.mentions import starts_with_level
from runcard.domain.playbooks.model import ChainStep, Text
from runcard.domain.playbooks.page.blocks import label_of
from runcard.domain.playbooks.people.calling import is_task, speaks_of_calling
from runcard.domain.playbooks.people.persons import plays_a_part
from runcard.domain.playbooks.people.rung_leads import Lead, lead_of
from runcard.domain.playbooks.times.waits import delay
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


def lead_of_deed(text: str, words: Vocabulary) -> Lead | None:
    """`P4 (a day): open a ticket, note it in the log`: work from end to end, and nobody in it."""
    label = label_of(text)
    if label is None or not starts_with_level(label.name, words):
        return None
    lead = Lead(label.name, label.value)
    return lead if _is_deed(lead, words) else None


def deed_of_level(lead: Lead, line: int, words: Vocabulary) -> ChainStep | None:
    """What is done for a level among others that call somebody, whole."""
    condition = lead.condition or ""
    if not starts_with_level(condition, words) or not _is_deed(lead, words):
        return None
    return ChainStep(lead.rest.rstrip(STOPS), line, condition, delay(condition, line, words))


def _is_deed(lead: Lead, words: Vocabulary) -> bool:
    return is_task(lead.rest, words) and not plays_a_part(lead.rest, words)


def _behind_the_time(entry: Text, words: Vocabulary) -> str:
    lead = lead_of(entry.text, entry.line, words)
    is_timed = lead is not None and lead.condition is not None
    return plain(lead.rest).rstrip(STOPS) if lead is not None and is_timed else ""


def _only_the_call(entry: Text, words: Vocabulary) -> Text:
    """`Call the owner; open the sluice` calls the owner."""
    first, *others = CLAUSE.split(entry.text)
    is_whole = not others or not all(is_task(one, words) for one in others)
    return entry if is_whole else replace(entry, text=first.rstrip())

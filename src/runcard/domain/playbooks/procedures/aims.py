"""Labels of the document's own in front of nothing but a time: `Longest outage allowed: 6 hours`,
`Back to normal: 10 minutes`."""

import re

from runcard.domain.playbooks.page.blocks import Label
from runcard.domain.playbooks.times.grammar import read_time, spans_in
from runcard.domain.playbooks.vocabulary import Vocabulary

ALTERNATIVES = re.compile(r"\s*[/／;；]\s*|\s+(?:or|oder|ou|o)\s+(?=[~<]?\s*\d)")
CLAUSE = re.compile(r"\s*[,，、;；]\s*|\s+·\s+")
CASE = re.compile(r"[(（]([^()（）]{1,80})[)）]")
FEW_SIGNS = 3
LONGEST_AIM = 48
PROMISES = {"response", "acknowledge", "cadence", "cadence_external", "escalation", "postmortem"}
# What stands behind the figure or word that says how much is lost: `0 (kept at the source)`.
REMARK = re.compile(r"[(（–—;]|\s-\s")


def aimed(label: Label, words: Vocabulary) -> str | None:
    """Which objective such a label states: `Orders we may lose: 5 min` the loss."""
    if words.talk.exactly(label.name) == "normal_again":
        return "rto" if _is_only_times(label.value, words) else None
    is_lost = words.objectives.speaks_of(label.name, "lost")
    value = REMARK.split(label.value.strip(" ."), maxsplit=1)[0].strip()
    if is_lost and (value == "0" or words.objectives.exactly(value) == "no_loss"):
        return "rpo"
    time = spans_in(label.value, words)[:1]
    # `Goal: back within an hour, 5 minutes of orders lost at most`: what the first clause says.
    first = CLAUSE.split(label.value, maxsplit=1)[0]
    is_whole = words.talk.exactly(label.name) == "aim" and len(first) <= LONGEST_AIM
    if not time or time[0].is_period or _is_promise(label, words):
        return None
    if time[0].start > FEW_SIGNS and not is_whole:
        return None
    if is_lost or words.objectives.find(label.name) == "rpo":
        return "rpo"
    is_aim = words.talk.speaks_of(label.name, "aim") or _is_usual_time(label.name, words)
    return "rto" if is_aim else None


def _is_usual_time(name: str, words: Vocabulary) -> bool:
    """`Délai habituel`, `Estimated recovery`, `预估恢复`: how long it takes, by words for that and
    for what is usual, and nothing else."""
    said = words.lasting.matches(name)
    concepts = {concept for one in said for concept in words.lasting.phrases[one.group()]}
    covered = sum(one.end() - one.start() for one in said)
    bare = sum(not sign.isspace() for sign in name)
    spaces = sum(one.group().count(" ") for one in said)
    return {"usual", "how_long"} <= concepts and covered - spaces >= bare


def _is_only_times(value: str, words: Vocabulary) -> bool:
    """`5 minutes (restart) / 1 hour (new coil)`; `10 minutes without an alarm` is what to wait
    for."""
    times = (CASE.sub(" ", one).strip(" .*~≈") for one in ALTERNATIVES.split(value))
    return all(read_time(one, 0, words) is not None for one in times)


def _is_promise(label: Label, words: Vocabulary) -> bool:
    """`Target response: 15 minutes` is promised by the level."""
    return bool(words.labels.all(label.name) & PROMISES)

"""What a rung's condition asks for: silence, time, a severity, or the judgement of a person."""

import re
from dataclasses import dataclass
from datetime import timedelta

from runcard.domain.escalation.model import EndsWith
from runcard.domain.playbooks.levels.spellings import keys_named
from runcard.domain.playbooks.model import ChainStep, Playbook, TimeValue
from runcard.domain.playbooks.words import folded

SILENCE = re.compile(
    r"\back(?:s|ed|nowledg\w*)?\b|\bunanswered\b|\b(?:no|without|not|any)\W+(?:\w+\W+)?"
    r"(?:respon\w+|answer\w*|repl\w+)\b|\b(?:doesn't|didn't|does not|did not) (?:respond|answer|"
    r"reply|ack)|\bunresponsive\b|\bunreachable\b|\bnicht erreich\w*|\bkeine (?:antwort|reaktion)"
    r"|\b(?:pas|sans|aucune) (?:de )?r[ée]ponse|\b(?:sin|no hay) respuesta"
    r"|\bno (?:responde|contesta)|\b(?:sem|não há) resposta|\bnão (?:responde|atende)"
    r"|\bnon risponde|\bgeen (?:antwoord|reactie)"
    r"|応答|反応|无应答|未响应|无响应|未应答|응답|нет ответа|не отвечает|без ответа",
)
UNSOLVED = re.compile(
    r"\b(?:un|not |no |isn't |still )(?:yet )?(?:resolv|mitigat|fix|solv|restor|recover|progress|"
    r"contain|ongoing|open)\w*|\blonger than\b|\blasts?\b|\bexceed\w*|\bcontinu\w*|\bpersist\w*"
    r"|\bohne (?:fortschritt|l[öo]sung)|\bnicht (?:gel[öo]st|behoben)|\bstillstand|\breprise\b"
    r"|\bdure\b|\br[ée]solu|\bno (?:resuelto|resuelve)|\bsin resolver|\bn[ãa]o resolvid\w*"
    r"|\bnon risolt\w*|\bniet opgelost|復旧しない|解決しない|超えた|未恢复|未解决|未解決|仍未"
    r"|해결|не решен",
)
EITHER = re.compile(r"(?<![\w])(?:or|oder|ou|o|of|или)(?![\w])|または|或")
AT_ONCE = re.compile(
    r"\bprimary responder\b|\bfirst (?:responder|line|contact)\b|\balways\b|\bimmediate\w*\b"
    r"|\bat once\b|\bsofort\b|\bimm[ée]diat\w*|\binmediat\w*|\bimediat\w*|\bminuto 0\b"
    r"|\b0\s*(?:-|to)\s*\d+\s*m|即时|立即|直ちに|最初",
)


@dataclass(frozen=True, slots=True)
class Condition:
    """A rung's condition as far as a clock and a severity can decide it."""

    ends_with: EndsWith
    delay: timedelta | None = None
    """From the opening; None: by the default wait."""
    is_judged: bool = False
    """Only a person can tell."""
    is_elsewhere: bool = False
    """It speaks of other levels than this one."""
    is_unsolved: bool = False
    """It says what happens when time runs out, and nothing about silence."""


def condition_of(step: ChainStep, playbook: Playbook, key: str | None) -> Condition:
    """Read a rung for one level. A rung for other levels that also names a time after an `or`
    is told here at that time."""
    said = step.condition or ""
    low = folded(said)
    delay = delay_of(step.after)
    named = keys_named(playbook, said)
    if named and key not in named and not (delay is not None and EITHER.search(low)):
        return Condition(EndsWith.ACKNOWLEDGEMENT, is_elsewhere=True)
    if named and key in named and delay is not None and EITHER.search(low):
        delay = None
    if delay is None:
        return untimed(low, is_named=bool(named))
    if SILENCE.search(low) or delay == timedelta(0):
        return Condition(EndsWith.ACKNOWLEDGEMENT, delay)
    return Condition(EndsWith.RESOLUTION, delay, is_unsolved=UNSOLVED.search(low) is not None)


def untimed(low: str, *, is_named: bool) -> Condition:
    """A rung without a time: told by the default wait, unless a person must judge."""
    is_plain = not low.strip() or is_named or SILENCE.search(low) or AT_ONCE.search(low)
    return Condition(EndsWith.ACKNOWLEDGEMENT, is_judged=not is_plain)


def delay_of(value: TimeValue | None) -> timedelta | None:
    """When a rung is due; of a window its beginning, since nobody minds being told early."""
    if value is None or value.calendar is not None:
        return None
    seconds = value.seconds if value.min_seconds is None else value.min_seconds
    return None if seconds is None else timedelta(seconds=seconds)

"""What is stopped, emptied or taken out of service, and by no later step brought back."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from runcard.domain.playbooks.acts import Act
from runcard.domain.playbooks.calls import Call
from runcard.domain.playbooks.checks.setting import (
    STARTS,
    in_reference,
    is_near,
    short,
    speaks_of_case,
)
from runcard.domain.playbooks.facts import Facts
from runcard.domain.playbooks.model import Finding
from runcard.domain.playbooks.page.blocks import Section

MANAGERS = {"systemctl", "supervisorctl", "pm2", "monit", "circusctl", "sv", "initctl"}
SCRIPTS = {"service", "rc-service", "invoke-rc.d"}
EVERYTHING = ("all", "*")
ALL_OF_IT = re.compile(
    r"\breboot\b|\b(?:compose|stack)\b[^\n]{0,80}\b(?:up|deploy)\b|\bstart[\w-]*\.(?:sh|py)\b"
    r"|\bshutdown\s+-r|\bansible-playbook\b|\bgalera_new_cluster\b"
)
MASKED = re.compile(r"\bsystemctl\s+(?:mask|disable)\b|\bapt(?:-get)?\s+(?:remove|purge)\b")
# Whom it is kept from decides when it comes back.
CONTAINED = {"security", "contained", "leaked_key", "privacy"}
SUFFIX = re.compile(r"(?:@[^.]*)?(?:\.service)?$")
# A state in which something is put, and the words that end it; a reader needs no name to pair them.
STATES = (
    (re.compile(r"--availability[= ](?:drain|pause)\b"),
     re.compile(r"--availability[= ]active\b|\bnode\s+rm\b")),
    (re.compile(r"\bset\s+map\s+\S{0,120}maint\S{0,60}\s+\S{1,80}\s+(?:on|1|true)\b"),
     re.compile(r"\bset\s+map\s+\S{0,120}maint\S{0,60}\s+\S{1,80}\s+(?:off|0|false)\b"
                r"|\b(?:clear|del)\s+map\b")),
    (re.compile(r"\b(?:ip(?:v6)?\s+route|route)\b[^\n]{0,120}\b(?:blackhole|discard|null0)\b",
                re.IGNORECASE),
     re.compile(r"\bno\s+ip(?:v6)?\s+route\b|\broute\s+del|\bdelete\s+routing-options\b"
                r"|\bdeactivate\s+routing-options\b|\bwithdraw\b", re.IGNORECASE)),
    (re.compile(r"\bSET\s+RECOVERY\s+(?:SIMPLE|BULK_LOGGED)\b", re.IGNORECASE),
     re.compile(r"\bSET\s+RECOVERY\s+FULL\b", re.IGNORECASE)),
    (re.compile(r"-X\s+(?:POST|PUT)\b[^\n]{0,300}/models/[^\n]{0,80}/unload\b"),
     re.compile(r"/models/[^\n]{0,80}/load\b")),
    (re.compile(r"^(?!\s*(?:kubectl|oc|nodetool|nomad|gcloud|aws)\b)[\w./-]{2,60}"
                r"\s+(?:host|node|server|backend|pool)s?\s+drain\s"),
     re.compile(r"\b(?:host|node|server|backend|pool)s?\s+"
                r"(?:undrain|ready|enable|activate|resume|restore|uncordon|add|return|join)\b")),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Turn:
    """A service is stopped, or started again."""

    act: Act
    name: str
    is_start: bool


def check(facts: Facts) -> Iterator[Finding]:
    """Every stop without a start, and every state without its end."""
    yield from _stopped_for_good(facts)
    yield from _states(facts)


def _stopped_for_good(facts: Facts) -> Iterator[Finding]:
    turns = [turn for act in facts.acts for turn in _turns(act)]
    told: set[tuple[Section, str]] = set()
    for at, turn in enumerate(turns):
        act = turn.act
        if turn.is_start or (act.section, turn.name) in told or _stays(act, facts):
            continue
        later = [one for one in turns[at + 1 :] if one.name in {turn.name, *EVERYTHING}]
        # What another runbook restarts was not stopped by this one.
        again = bool(later) and later[0].is_start and is_near(later[0].act, act, facts)
        if not (again or _is_brought_up(act, facts)):
            told.add((act.section, turn.name))
            yield facts.finding("RC747", act.line, f"“{short(act.text)}”")


def _turns(act: Act) -> Iterator[_Turn]:
    for call in act.calls:
        stops, starts = _stopped(call), _started(call)
        yield from (_Turn(act, _bare(name), is_start=False) for name in stops)
        yield from (_Turn(act, _bare(name), is_start=True) for name in starts)


def _bare(name: str) -> str:
    return SUFFIX.sub("", name.partition(":")[0])


def _stopped(call: Call) -> Sequence[str]:
    if call.program in MANAGERS:
        return call.objects if call.verb == "stop" else ()
    if call.program in SCRIPTS:
        return call.plain[:-1] if call.plain[-1:] == ("stop",) else ()
    if call.program == "docker" and call.plain[:2] == ("service", "scale"):
        return [word.partition("=")[0] for word in call.plain[2:] if word.endswith("=0")]
    return ()


def _started(call: Call) -> Sequence[str]:
    if call.program in MANAGERS:
        return call.objects if call.verb in STARTS else ()
    if call.program in SCRIPTS:
        return call.plain[:-1] if set(call.plain[-1:]) & STARTS else ()
    if call.program == "docker" and call.plain[:2] == ("service", "scale"):
        return [word.partition("=")[0] for word in call.plain[2:] if not word.endswith("=0")]
    return call.plain if STARTS & set(call.plain[:4]) else ()


def _stays(act: Act, facts: Facts) -> bool:
    """It is down on purpose: what took it over runs, or nobody may get at it."""
    if in_reference(act, facts) or MASKED.search(act.text):
        return True
    if speaks_of_case(act, facts) & CONTAINED:
        return True
    lines = facts.page.lines[act.section.line - 1 if act.section.line else 0 : act.section.end]
    return any(facts.speaks("left_down", text) & {"taken_over", "stays"} for text in lines)


def _is_brought_up(act: Act, facts: Facts) -> bool:
    """A sentence below tells to start it, or a command starts all there is."""
    below = facts.page.lines[act.line - 1 : act.section.end]
    if any(ALL_OF_IT.search(text[:2000]) for text in below):
        return True
    return _is_told(act.line if act.block else act.line - 1, act.section, facts)


def _is_told(line: int, section: Section, facts: Facts) -> bool:
    texts = (said.text for said in facts.said_in(section) if said.line > line)
    return any(
        facts.speaks("setting", text) & {"undone", "starts_anew", "whatever"}
        or facts.speaks("left_down", text) & {"starts", "lifts"}
        for text in texts
    )


def _states(facts: Facts) -> Iterator[Finding]:
    told: set[int] = set()
    lines = [
        (fence, line, text, section)
        for fence, section in facts.fences
        for line, text in enumerate(fence.lines, fence.line + 1)
    ]
    for down, up in STATES:
        begun = [
            one for one in lines if down.search(one[2][:600]) and not _is_reference(one[3], facts)
        ]
        if not begun or any(up.search(text[:600]) for text in facts.page.lines):
            continue
        for fence, line, text, section in begun:
            if fence.line not in told and not _is_told(line, section, facts):
                told.add(fence.line)
                yield facts.finding("RC747", line, f"“{short(text)}”")


def _is_reference(section: Section, facts: Facts) -> bool:
    return "reference" in facts.words.headings.all(section.title)

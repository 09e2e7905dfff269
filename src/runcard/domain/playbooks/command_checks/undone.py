"""State that a step leaves behind and nothing in the document takes back."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from runcard.domain.commands.model import Effect
from runcard.domain.playbooks.acts import Act
from runcard.domain.playbooks.calls import Call
from runcard.domain.playbooks.checks.setting import in_reference, is_bad
from runcard.domain.playbooks.command_checks.flags import is_flag_removed, sets_a_flag
from runcard.domain.playbooks.command_checks.inner_lines import at_its_worst
from runcard.domain.playbooks.command_checks.mild import is_drain
from runcard.domain.playbooks.command_checks.same_again import is_other_half
from runcard.domain.playbooks.command_checks.ways_back import (
    PAIRS,
    Form,
    is_blocked_for_good,
    is_given_away,
    is_left_open,
    is_meant_to_stay,
    is_reversed_below,
    is_set_otherwise,
    is_turned_back,
    last_lines,
    stays_out_of_use,
    turned,
)
from runcard.domain.playbooks.facts import Facts
from runcard.domain.playbooks.model import Finding, Meaning, Playbook

SWITCH_ON = re.compile(
    r"maintenance|read-?only|readonly|CACHE_ONLY|degraded|circuit", re.IGNORECASE
)
SWITCH_OFF = re.compile(r"\b(?:false|off|disable[sd]?|0|resume|end|reset)\b", re.IGNORECASE)
# A value that is turned for the time of the incident, unlike an address that is moved.
TEMPORARY = re.compile(
    r"^\w+=(?:true|false|on|off|\d+|reserv\w*|backup|secondary|fallback|standby|degraded)$",
    re.IGNORECASE,
)


@dataclass(slots=True)
class _WaysBack:
    """What the document does that may undo something: by kind, by the thing that is turned, by
    program."""

    by_kind: Mapping[str, tuple[Act, ...]]
    turned: dict[tuple[str, ...], set[str]] = field(default_factory=dict)
    words: dict[str, set[str]] = field(default_factory=dict)
    given_up: dict[str, list[frozenset[str]]] = field(default_factory=dict)
    brought_up: dict[str, int] = field(default_factory=dict)
    """The last line that starts a thing, or takes it away for good."""
    last: dict[Form, int] = field(default_factory=dict)
    """The last line of each form of a command."""
    closing: tuple[str, ...] = ()
    """What is done at the end of every incident."""
    runbooks: tuple[tuple[int, int], ...] = ()  # from which line to which each of them goes


def check(playbook: Playbook, facts: Facts) -> Iterator[Finding]:
    """Every switch that nothing in the document takes back."""
    if any(
        facts.speaks("setting", said.text) >= {"undone", "whatever"}
        for said in facts.said_of("setting")
    ):
        return  # `set back whatever you changed`
    left: list[Act] = []
    ways = _ways_back(facts)
    ways.runbooks = tuple((one.line, one.end_line or one.line) for one in playbook.runbooks)
    ways.closing = tuple(
        item.text
        for phase in playbook.phases
        if phase is not playbook.phases[0]
        for item in phase.items
    )
    for act in facts.acts:
        kind = _switch(act) or ("pair" if _paired(act, ways, facts) else None)
        if kind is None or not is_bad(act, facts, Effect.MUTATING) or in_reference(act, facts):
            continue
        if not _is_taken_back(act, kind, ways, facts):
            is_half = bool(left) and is_other_half(left[-1], act)
            left.append(act)
            if is_half:
                continue
            yield facts.finding("RC747", act.line, f"“{at_its_worst(act, facts)}”")
    closing = [phase for phase in playbook.phases if Meaning.RESOLVE in phase.meanings]
    # One switch is told at its own line; several want a step of their own at the end.
    switches = list(dict.fromkeys(at_its_worst(act, facts) for act in left))
    if len(switches) > 1 and closing and not closing[0].line < left[0].line:
        about = ", ".join(f"“{text}”" for text in switches[:3])
        yield facts.finding("RC808", closing[0].line, about)


def _ways_back(facts: Facts) -> _WaysBack:
    ways = _WaysBack(
        {
            kind: tuple(one for one in facts.acts if inverse.search(one.text))
            for kind, inverse in INVERSE.items()
        },
        last=last_lines(facts.acts),
    )
    for act in facts.acts:
        for call in act.calls:
            ways.words.setdefault(call.program, set()).update(call.plain[:6])
            if GIVEN_UP & set(call.plain[:5]):
                ways.given_up.setdefault(call.program, []).append(frozenset(call.plain))
            if set(call.plain[:4]) & BRINGS_UP and not _is_to_nothing(act):
                ways.brought_up.update(dict.fromkeys(_names(call) or (EVERYTHING,), act.line))
            for thing in turned(call):
                ways.turned.setdefault(thing, set()).add(act.text)
    return ways


def _switch(act: Act) -> str | None:
    """What kind of temporary state a command leaves behind."""
    text = act.text
    if is_meant_to_stay(text):
        return None
    if sets_a_flag(text):
        return "flag"
    asks = re.search(r"\b(?:curl|http)\b", text) is not None
    if asks and SWITCH_ON.search(text) and not SWITCH_OFF.search(text):
        return "switch"
    return next((kind for call in act.calls if (kind := _switched(call)) is not None), None)


def _switched(call: Call) -> str | None:
    if call.program == "iptables" and call.has("-A", "-I") and "DROP" in call.words:
        return "firewall"
    if call.program in {"kubectl", "oc"}:
        sets = call.plain[:2] == ("set", "env") and any(map(TEMPORARY.search, call.words))
        return "setting" if sets else CLUSTER.get(call.verb)
    if call.verb == "compose stop" and call.objects:
        return "stopped"
    if call.program == "systemctl":
        return "unit" if call.verb in {"mask", "disable"} else None
    if call.value("--desired-count"):
        return "scale"
    if {"firewall-rules", "create"} <= set(call.words):
        return "firewall"
    if call.value("--reserved-concurrent-executions") == "0":
        return "config"
    drained = "--max-utilization=0" in call.words
    return "config" if drained or any("retention.ms" in word for word in call.words) else None


BACK = {"undone", "ends_alone"}
# `then --replicas=1`, in a sentence below.
COUNT = re.compile(r"`--replicas[= ][1-9]\d*`")
NEAR_BELOW = 8
CLUSTER = {
    "scale": "scale", "cordon": "node", "drain": "node", "annotate": "cluster",
    "patch": "cluster",
}  # fmt: skip
INVERSE = {
    "switch": re.compile(
        r"(?:maintenance|read-?only|readonly)[^\n]{0,60}\b(?:false|off|disable)\b"
        r"|/(?:readwrite|maintenance/off)|circuit[^\n]{0,80}/(?:reset|close)\b",
        re.IGNORECASE,
    ),
    "firewall": re.compile(r"iptables\s+-D\b|firewall-rules\s+(?:delete|update)\b", re.IGNORECASE),
    "scale": re.compile(
        r"\bscale\b[^\n]*--replicas[= ]\$|--desired-count\s+[1-9\[<$]|undo[^\n]{0,30}scal",
        re.IGNORECASE,
    ),
    "cluster": re.compile(
        r"\brollout undo\b|annotate[^\n]*-\s*$", re.IGNORECASE | re.MULTILINE
    ),
    "node": re.compile(r"\buncordon\b", re.IGNORECASE),
    "unit": re.compile(r"\bsystemctl\s+(?:unmask|enable)\b", re.IGNORECASE),
    "config": re.compile(r"--delete-config|--max-utilization=(?:[1-9]|0\.)", re.IGNORECASE),
}  # fmt: skip


def _is_taken_back(act: Act, kind: str, ways: _WaysBack, facts: Facts) -> bool:
    if kind == "flag":
        return is_flag_removed(act, _below(act, facts), facts)
    if kind == "stopped" or _is_to_nothing(act):
        return _is_started_below(act, ways, facts)
    near = facts.page.lines[max(act.line - 5, 0) : act.end_line + 8]
    end = _to_the_end(act, ways, facts) if kind == "scale" else ()
    if _is_told_back((*near, *end, *ways.closing), facts) or is_reversed_below(act, ways.last):
        return True
    if _is_saved_and_applied(act, facts) or _is_cordoned(act, facts):
        return True
    if _is_for_good(act, kind, facts):
        return True
    if kind in {"scale", "setting", "config"} and _is_set_again(act, ways, facts):
        return True
    if kind == "scale" and any(map(COUNT.search, near[-NEAR_BELOW:])):
        return True
    return any(one is not act for one in ways.by_kind.get(kind, ()))


def _is_for_good(act: Act, kind: str, facts: Facts) -> bool:
    """A node that goes, or whoever is shut out and is to stay so."""
    if kind == "firewall":
        return is_blocked_for_good(act, facts)
    return kind in {"cluster", "node"} and is_given_away(act, facts)


def _is_told_back(lines: Sequence[str], facts: Facts) -> bool:
    """A line says how it is put back, or that it ends by itself."""
    return any(facts.speaks("setting", text) & BACK for text in lines)


def _to_the_end(act: Act, ways: _WaysBack, facts: Facts) -> Sequence[str]:
    """The lines down to the end of its runbook, whatever parts that has."""
    ends = (end for first, end in ways.runbooks if first <= act.line <= end)
    return facts.page.lines[act.end_line : min(next(ends, 0), act.end_line + FAR)]


def _below(act: Act, facts: Facts) -> Sequence[str]:
    """The lines down to the end of its section."""
    return facts.page.lines[act.end_line : min(act.section.end, act.end_line + FAR)]


def _is_to_nothing(act: Act) -> bool:
    """A service has no copy left: to raise the count of it above is no way back from here."""
    return any(call.verb == "scale" and call.value("--replicas") == "0" for call in act.calls)


def _is_started_below(act: Act, ways: _WaysBack, facts: Facts) -> bool:
    """A command below brings it up again, or removes it; or a sentence tells to start it."""
    below = _below(act, facts)
    if any(facts.speaks("setting", text) & {"undone", "starts_anew"} for text in below):
        return True
    stopped = {name for call in act.calls for name in _names(call)}
    last = max((ways.brought_up.get(name, 0) for name in (*stopped, EVERYTHING)), default=0)
    return last > act.line or any(map(COUNT.search, below))


def _names(call: Call) -> Sequence[str]:
    """What a command is about, less the kind of it."""
    return [name for name in call.objects if name not in KINDS]


def _is_saved_and_applied(act: Act, facts: Facts) -> bool:
    """The state before was written to a file, and a command below puts the file back."""
    saved = [
        call.writes
        for one in facts.block_of(act)
        if one.place < act.place
        for call in one.calls
        if call.writes
    ]
    later = [one for one in facts.acts_in(act.section) if one.line > act.line]
    return any(
        name in one.text and {"apply", "replace"} & set(call.plain[:3])
        for name in saved
        for one in later
        for call in one.calls
    )


def _is_cordoned(act: Act, facts: Facts) -> bool:
    """The node is closed in the line above: one way back opens it again."""
    drained = {call.objects for call in act.calls if is_drain(call)}
    return bool(drained) and any(
        call.verb == "cordon" and call.objects in drained
        for one in facts.block_of(act)
        if one.place < act.place
        for call in one.calls
    )


KINDS = {"deployment", "deploy", "deployments", "statefulset", "sts", "rs", "service", "dc"}
EVERYTHING = ""  # a command without a name starts all there is
FAR = 30  # lines below a switch in which a reader finds the way back
BRINGS_UP = {"start", "up", "restart", "scale", "rm", "delete", "undo", "apply", "down", "unpause"}
# What is paused only to be taken away is not resumed.
GIVEN_UP = {"revert", "rollback", "abort", "cancel", "undo", "delete", "terminate"}


def _paired(act: Act, ways: _WaysBack, facts: Facts) -> str | None:
    """A plain word such as `pause` for which no command of the program has the way back."""
    for call in act.calls:
        words = call.plain[:5]
        word = next((one for one in words if one in PAIRS), None)
        if word is None or call.program in {"systemctl", "echo", "git"}:
            continue
        if is_turned_back(word, words, ways.words[call.program]):
            continue
        others = set(words) - {word}
        is_given_up = any(others <= said for said in ways.given_up.get(call.program, ()))
        if stays_out_of_use(act, words, facts):
            continue
        if not is_given_up and ways.words[call.program].isdisjoint(PAIRS[word]):
            return word
    return None


def _is_set_again(act: Act, ways: _WaysBack, facts: Facts) -> bool:
    """Another count or value for the same thing, further down or above, or in a sentence below."""
    own = facts.page.lines[act.line - 1 : act.end_line]
    if is_left_open(act) or is_set_otherwise(act, [*own, *_below(act, facts)]):
        return True
    things = (thing for call in act.calls for thing in turned(call))
    return any(len(ways.turned.get(thing, ())) > 1 for thing in things)

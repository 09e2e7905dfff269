"""Commands that never come back: they follow, redraw, or print without an end."""

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import takewhile

from runcard.domain.playbooks.acts import Act
from runcard.domain.playbooks.calls import Call
from runcard.domain.playbooks.checks.setting import asks_health, in_reference, short
from runcard.domain.playbooks.command_checks import whole_logs
from runcard.domain.playbooks.command_checks.expected import is_watched_to_an_end
from runcard.domain.playbooks.command_checks.mild import comes_back
from runcard.domain.playbooks.command_checks.taken_answers import is_only_said, is_taken
from runcard.domain.playbooks.command_checks.whole_logs import prints_a_log
from runcard.domain.playbooks.facts import Facts
from runcard.domain.playbooks.model import Finding, Grade

SCREENS = {
    "top", "htop", "atop", "iotop", "iftop", "nethogs", "btop", "glances", "watch", "less", "more",
}  # fmt: skip
ONCE = {
    "top": "top -b -n 1", "docker": "docker stats --no-stream",
    "podman": "podman stats --no-stream", "watch": "the command without watch",
    "iostat": "iostat 1 3", "vmstat": "vmstat 1 3", "sar": "sar 1 3", "mpstat": "mpstat 1 3",
}  # fmt: skip
FOLLOWERS = {
    "tail",
    "journalctl",
    "kubectl",
    "oc",
    "docker",
    "docker-compose",
    "podman",
    "stern",
    "aws",
    "heroku",
    "gcloud",
    "pm2",
    "dmesg",
}
# A way in that is open as long as it runs.
TUNNELS = {"ngrok", "cloudflared", "localtunnel", "lt", "bore"}
ENDS_BY_NAME = {"pkill", "killall"}
WATCHABLE = {"get", "rollout", "events"}
LOGGED = {"RC712", "RC714"}
JOB = re.compile(r"jobs?(?:\.batch)?/")
# These print nothing before the end.
SUMS_UP = {"sort", "wc", "tail", "uniq"}
SAMPLERS = {"iostat": 2, "vmstat": 2, "sar": 2, "mpstat": 2, "pidstat": 2}
PS_FOLLOW = re.compile(
    r"\bGet-Counter\b[^\n]*-Continuous\b|\bGet-Content\b[^\n]*-Wait\b|^\s*ping\s+-t\b",
    re.IGNORECASE,
)

TERMINAL = re.compile(r"\s-(?:\w{0,3}t\w{0,3}|-tty)\s")
EMPTY_HANDED = "/dev/null"  # nothing is typed into it, so it ends
FOREVER = re.compile(r"\s*(?:while\s+(?:true|:|\[ 1 \])|for\s*\(\(;;\)\))[\s;]")
# `(Ctrl+C when it is up)`: whoever types it is told how it ends.
ENDED_BY_HAND = re.compile(r"(?i)\b(?:ctrl|strg|control)\s?[-+]\s?c\b|\^C\b")
FOLLOWING = re.compile(r"\s(?:-f|--follow|--tail)(?=\s|$)")


def check(facts: Facts) -> Iterator[Finding]:
    """Every command that needs a hand to end it, or prints more than anybody reads."""
    for act in facts.acts:
        yield from _endless(act, facts)
        yield from whole_logs.check(act, facts)
    yield from _unlimited(facts)


def endless_code(act: Act) -> str | None:
    """The rule by which a command has no end, if it has none."""
    if PS_FOLLOW.search(act.text):
        return "RC712"
    if act.is_counted:
        return None
    for call in act.calls:
        code = _code(call)
        if code is not None and not (_is_bounded(call) or _measures_once(call, act)):
            return code
    return None


def _measures_once(call: Call, act: Act) -> bool:
    """Without a terminal `redis-cli --latency` measures for a second and ends."""
    apart = call.program == "redis-cli" and call.has("--latency") and bool(call.inside)
    return apart and TERMINAL.search(act.text) is None


def _by_its_table(act: Act, facts: Facts) -> str | None:
    """A stream by what is known of the program, such as a capture without a count; what only waits
    for somebody at the keyboard is told elsewhere, and so is the whole of a log."""
    risk = facts.risk(act)
    waits = risk is None or risk.bounded or risk.interactive or EMPTY_HANDED in act.text
    waits = waits or (risk is not None and "opaque" in risk.flags)  # only its name sounds so
    waits = waits or any(_measures_once(call, act) or _is_bounded(call) for call in act.calls)
    waits = waits or act.is_counted or any(call.program in TUNNELS for call in act.calls)
    named = any(call.program == "make" or prints_a_log(call) for call in act.calls)
    return None if waits or (named and not FOLLOWING.search(act.text)) else "RC712"


def _endless(act: Act, facts: Facts) -> Iterator[Finding]:
    """In a sentence it is for somebody who sits there and ends it."""
    code = None if act.is_inline else endless_code(act) or _by_its_table(act, facts)
    seen = code in {"RC712", "RC713", "RC714"} and is_watched_to_an_end(act, facts)
    seen = seen or ENDED_BY_HAND.search(facts.page.lines[act.line - 1]) is not None
    seen = seen or (code == "RC768" and _is_ended(act, facts)) or in_reference(act, facts)
    seen = seen or _is_a_watchman(act, facts) or (code in LOGGED and _is_read_last(act, facts))
    if code is not None and not seen and not (code == "RC712" and _comes_up(act, facts)):
        about = f"“{short(act.text)}”"
        found = facts.finding(code, act.line, about, _one_reading(act) if code == "RC713" else "")
        yield replace(found, grade=Grade.INFO) if _holds_up_nothing(act, code, facts) else found


def _holds_up_nothing(act: Act, code: str, facts: Facts) -> bool:
    """Who follows a log with the last command of a block ends it by hand and has missed nothing."""
    follows = code in LOGGED and any(_follows(one) or _tails(one) for one in act.calls)
    return follows and facts.block_of(act)[-1:] == (act,)


def _tails(call: Call) -> bool:
    """`wrangler tail`, `pm2 logs`: the log of a tool by its own verb."""
    return bool({"tail", "logs"} & set(call.plain[:2]))


def _is_read_last(act: Act, facts: Facts) -> bool:
    """A comment of its own asks for the log, and nothing comes below it: whoever has read enough
    ends it."""
    if not facts.speaks("setting", act.title) & {"traces"}:
        return False
    is_shown = not any(call.fed and call.program in SUMS_UP for call in act.calls)
    return is_shown and facts.block_of(act)[-1:] == (act,)


def _is_ended(act: Act, facts: Facts) -> bool:
    """Another command of the document stops what this one leaves behind; or one before it, in its
    own line or above, has stopped the service, which this one starts."""
    above = (call for one in facts.block_of(act) if one.place < act.place for call in one.calls)
    if any(map(_stops, (*above, *_before_it_starts(act)))):
        return True
    started = {call.program for call in act.calls if call.background}
    return any(
        call.program in ENDS_BY_NAME and started & set(call.words)
        for one in facts.acts
        for call in one.calls
    )


def _before_it_starts(act: Act) -> Iterator[Call]:
    """What its line does first: `pkill ovend && ovend &`."""
    return takewhile(lambda call: not call.background, act.calls)


def _is_a_watchman(act: Act, facts: Facts) -> bool:
    """The loop of a script that is shown whole: it runs as long as somebody wants it to."""
    fence = facts.fence_of(act)
    is_script = fence is not None and fence.lines[:1] and fence.lines[0].startswith("#!")
    return bool(is_script) and FOREVER.match(act.text) is not None


def _stops(call: Call) -> bool:
    return call.program in {*ENDS_BY_NAME, "kill"} or "stop" in call.plain[:2]


def _comes_up(act: Act, facts: Facts) -> bool:
    """The last command of a section, below one that takes a pod away: one sees the new one come."""
    watches = any(call.verb == "get" and call.follows("-w", "--watch") for call in act.calls)
    is_last = facts.acts_in(act.section)[-1:] == [act]
    return (
        watches
        and is_last
        and any(
            one.place == act.place - 1 and comes_back(one, facts) for one in facts.block_of(act)
        )
    )


def _one_reading(act: Act) -> str:
    """How the same program is asked once."""
    names = [name for call in act.calls for name in (*call.inside, call.program)]
    return next(
        (ONCE[name] for name in names if name in ONCE),
        "run it without the screen, with an option that ends it",
    )


def _is_bounded(call: Call) -> bool:
    """By a clock; the log of a job ends with it."""
    return "timeout" in call.inside or any(map(JOB.match, call.objects))


def _code(call: Call) -> str | None:
    if call.background:
        return "RC768"
    if "nohup" in call.inside:
        return "RC768"
    if call.program == "pm2" and call.verb == "logs" and not call.has("--nostream"):
        return "RC714"
    if _follows(call):
        return "RC712"
    return "RC713" if _redraws(call) else None


def _follows(call: Call) -> bool:
    if call.program == "tail":
        return call.has("-f", "-F", "--follow")
    if call.program in {"mosquitto_sub", "kafka-console-consumer.sh", "kafka-console-consumer"}:
        return not call.has("-C", "-W", "--max-messages", "--timeout-ms")
    if call.program in FOLLOWERS and call.program != "pm2":
        logs = call.verb.rpartition(" ")[2] in {"logs", "log", "logging", "get", "events"}
        follows = call.follows("-f", "--follow") if logs else call.has("--follow")
        watches = call.verb.split(" ")[0] in WATCHABLE and call.follows("-w", "--watch")
        journal = call.program in {"journalctl", "dmesg"} and call.has("-f", "--follow", "-w")
        return (follows and call.verb != "get") or watches or journal
    if call.program == "redis-cli":
        return any(word.upper() in {"MONITOR", "--LATENCY", "--STAT"} for word in call.words)
    return call.program == "ping" and not call.has("-c", "-n", "-w", "-W")


def _redraws(call: Call) -> bool:
    if call.program in {"docker", "podman"} and call.verb.split()[-1:] == ["stats"]:
        return not call.has("--no-stream")
    if call.program == "pm2":
        return call.verb in {"monit", "dash", "dashboard"}
    if call.program in {"top", "iotop"}:
        return not call.has("-b", "-n", "-l")
    if call.program in SAMPLERS:
        return len([word for word in call.words if word.isdigit()]) == 1
    if call.program in {"iperf3", "iperf"}:
        return call.has("-s", "--server") and not call.has("-1", "--one-off")
    return call.program in SCREENS - {"less", "more"} or "watch" in call.inside


def _unlimited(facts: Facts) -> Iterator[Finding]:
    """A program looks at a page that may hang just now, and nobody is there to break it off; once a
    document."""
    limits = ("--max-time", "-m", "--connect-timeout", "--retry-max-time")
    lines = [
        act.line
        for act in facts.acts
        for call in act.calls
        if call.program == "curl"
        and asks_health(call)
        and is_taken(act, facts)
        and not is_only_said(act, facts)
        and not call.has(*limits)
        and not _is_bounded(call)
    ]
    if lines:
        shown = ", ".join(map(str, dict.fromkeys(lines)))
        yield facts.finding("RC719", lines[0], f"in line {shown}")

"""Commands that never come back: they follow, redraw, wait for a key, or print without an end."""

import re
from collections.abc import Iterator

from runcard.domain.playbooks.acts import Act
from runcard.domain.playbooks.calls import Call
from runcard.domain.playbooks.checks.setting import (
    asks_health,
    short,
    words_of,
)
from runcard.domain.playbooks.facts import Facts
from runcard.domain.playbooks.model import Finding

EDITORS = {"nano", "vi", "vim", "emacs", "pico", "ed", "joe", "visudo", "vipw"}
SCREENS = {
    "top",
    "htop",
    "atop",
    "iotop",
    "iftop",
    "nethogs",
    "btop",
    "glances",
    "watch",
    "less",
    "more",
}
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
CLIENTS = {
    "redis-cli",
    "psql",
    "mysql",
    "mongo",
    "mongosh",
    "sqlite3",
    "cqlsh",
    "python",
    "python3",
    "node",
    "irb",
}
GIVES = {
    "redis-cli": (), "psql": ("-c", "-f", "-l", "--command", "--file", "-Atc", "-tAc", "-xc"),
    "mysql": ("-e", "--execute"), "mongo": ("--eval",), "mongosh": ("--eval", "--file"),
    "sqlite3": (), "cqlsh": ("-e", "-f"), "python": ("-c", "-m"), "python3": ("-c", "-m"),
    "node": ("-e",), "irb": (),
}  # fmt: skip
WATCHABLE = {"get", "rollout", "events"}
LOGS = {"docker", "docker-compose", "podman", "kubectl", "oc"}
LIMITS = ("--tail", "--since", "-n", "--since-time", "--until", "--limit-bytes")
NOT_NAMESPACE = ("--tail", "--since", "--since-time", "--limit-bytes")
SAMPLERS = {"iostat": 2, "vmstat": 2, "sar": 2, "mpstat": 2, "pidstat": 2}
SHELLS = {"bash", "sh", "zsh", "ash"}
PS_FOLLOW = re.compile(
    r"\bGet-Counter\b[^\n]*-Continuous\b|\bGet-Content\b[^\n]*-Wait\b|^\s*ping\s+-t\b",
    re.IGNORECASE,
)
ANSWERS_SUDO = re.compile(r"\bsudo\s+(?:-n|--non-interactive)\b|\bssh\s+(?:\S+\s+){0,6}?-t{1,2}\b")
ASKS = re.compile(r"\bGet-Credential\b|\bRead-Host\b")


def check(facts: Facts) -> Iterator[Finding]:
    """Every command that needs a hand to end it."""
    for act in facts.acts:
        yield from _endless(act, facts)
        yield from _asks(act, facts)
        yield from _long_output(act, facts)
    yield from _may_ask(facts)
    yield from _unlimited(facts)


def endless_code(act: Act) -> str | None:
    """The rule by which a command has no end, if it has none."""
    if PS_FOLLOW.search(act.text):
        return "RC712"
    for call in act.calls:
        code = _code(call)
        if code is not None and not _is_bounded(call):
            return code
    return None


def _endless(act: Act, facts: Facts) -> Iterator[Finding]:
    code = endless_code(act)
    if code is not None:
        about = f"“{short(act.text)}”"
        yield facts.finding(code, act.line, about, _one_reading(act) if code == "RC713" else "")


def _one_reading(act: Act) -> str:
    """How the same program is asked once."""
    names = [name for call in act.calls for name in (*call.inside, call.program)]
    return next(
        (ONCE[name] for name in names if name in ONCE),
        "run it without the screen, with an option that ends it",
    )


def _is_bounded(call: Call) -> bool:
    return "timeout" in call.inside


def _code(call: Call) -> str | None:
    if call.background:
        return "RC768"
    if "nohup" in call.inside or (call.program == "kubectl" and call.verb == "port-forward"):
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
    if call.program == "top":
        return not call.has("-b", "-n", "-l")
    if call.program in SAMPLERS:
        return len([word for word in call.words if word.isdigit()]) == 1
    if call.program in {"iperf3", "iperf"}:
        return call.has("-s", "--server") and not call.has("-1", "--one-off")
    return call.program in SCREENS - {"top", "less", "more"} or "watch" in call.inside


def _asks(act: Act, facts: Facts) -> Iterator[Finding]:
    """Programs that want somebody at the keyboard."""
    if ASKS.search(act.text):
        yield facts.finding("RC716", act.line, f"“{short(act.text)}”")
    for call in act.calls:
        code = _asking_code(call, is_inline=act.is_inline)
        if code is not None:
            yield facts.finding(code, act.line, f"“{words_of(call)}”")
            return


def _asking_code(call: Call, *, is_inline: bool) -> str | None:
    if call.program in EDITORS or _edits(call):
        return "RC715"
    if call.program in CLIENTS and _has_nothing_to_do(call):
        return "RC716"
    if call.program == "ssh" and len(call.plain) == 1 and not is_inline:
        return "RC716"  # in a sentence it says where one goes
    if call.program in SHELLS and not call.words and call.inside and not call.fed:
        return "RC716"
    if call.program == "gcloud" and call.plain[:2] == ("sql", "connect"):
        return "RC716"
    opens = call.program == "git" and call.verb in {"revert", "rebase", "merge", "commit"}
    if opens and not call.has(
        "--no-edit", "-m", "-am", "-F", "--message", "--abort", "-n", "--ff-only"
    ):
        return "RC717" if call.verb in {"revert", "commit"} else None
    return None


def _edits(call: Call) -> bool:
    if call.program in {"kubectl", "oc"} and call.verb == "edit":
        return True
    if call.program == "crontab":
        return call.has("-e")
    return call.program == "systemctl" and call.verb == "edit"


def _has_nothing_to_do(call: Call) -> bool:
    if call.fed or call.reads or any("<<" in word for word in call.words):
        return False
    if call.program == "redis-cli":
        return not _redis_words(call)
    given = GIVES[call.program]
    if given and call.has(*given):
        return False
    if call.program in {"python", "python3", "node", "sqlite3", "irb"}:
        return not call.plain
    return not any("c" in word for word in call.words if word[:1] == "-" and word[:2] != "--")


REDIS_VALUES = {"-h", "-p", "-a", "-n", "-u", "--user", "--pass", "-s", "-r", "-i"}
REDIS_MODES = {
    "--bigkeys",
    "--latency",
    "--stat",
    "--scan",
    "--rdb",
    "--pipe",
    "--memkeys",
    "--hotkeys",
    "--cluster",
    "--eval",
}


def _redis_words(call: Call) -> list[str]:
    """What is left when the address is taken away."""
    rest: list[str] = []
    skip = False
    for word in call.words:
        if skip:
            skip = False
        elif word in REDIS_VALUES:
            skip = True
        elif not word.startswith("-") or word in REDIS_MODES:
            rest.append(word)
    return rest


def _long_output(act: Act, facts: Facts) -> Iterator[Finding]:
    """The whole of a log, cut at the wrong end or not at all."""
    calls = act.calls
    for at, call in enumerate(calls):
        if not _prints_a_log(call) or call.follows("-f", "--follow") or call.writes:
            continue
        following = calls[at + 1] if at + 1 < len(calls) and calls[at + 1].fed else None
        if following is None:
            yield facts.finding("RC721", act.line, f"“{short(act.text)}”")
        elif following.program in {"tail", "head"}:
            yield facts.finding("RC722", act.line, f"“{short(act.text)}”")
        return


def _prints_a_log(call: Call) -> bool:
    if call.program == "make":
        return "logs" in call.plain
    return (
        call.program in LOGS
        and call.verb.rpartition(" ")[2] == "logs"
        and not call.follows(*(LIMITS if call.program not in {"kubectl", "oc"} else NOT_NAMESPACE))
    )


def _may_ask(facts: Facts) -> Iterator[Finding]:
    """`sudo` on a host without a terminal, where most commands of the page see to it, once."""
    far = [act for act in facts.acts if any(_is_far_sudo(call) for call in act.calls)]
    silent = [act for act in far if not ANSWERS_SUDO.search(act.text)]
    if silent and len(silent) * 2 <= len(far):
        yield facts.finding("RC718", silent[0].line, f"“{short(silent[0].text)}”")


def _is_far_sudo(call: Call) -> bool:
    return call.inside[:1] == ("ssh",) and "sudo" in call.inside


def _unlimited(facts: Facts) -> Iterator[Finding]:
    """A look at a page that may hang just now, once a document."""
    limits = ("--max-time", "-m", "--connect-timeout", "--retry-max-time")
    lines = [
        act.line
        for act in facts.acts
        for call in act.calls
        if call.program == "curl"
        and asks_health(call)
        and not call.has(*limits)
        and not _is_bounded(call)
    ]
    if lines:
        shown = ", ".join(map(str, dict.fromkeys(lines)))
        yield facts.finding("RC719", lines[0], f"in line {shown}")

"""Programs that want somebody at the keyboard, in a text that is run or pasted."""

import re
from collections.abc import Iterator

from runcard.domain.commands.model import Effect
from runcard.domain.playbooks.acts import Act
from runcard.domain.playbooks.calls import Call
from runcard.domain.playbooks.checks.setting import is_bad, short, words_of
from runcard.domain.playbooks.facts import Facts
from runcard.domain.playbooks.model import Finding

EDITORS = {"nano", "vi", "vim", "emacs", "pico", "ed", "joe", "visudo", "vipw"}
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
SHELLS = {"bash", "sh", "zsh", "ash"}
ANSWERS_SUDO = re.compile(
    r"\bsudo\s+(?:-n|--non-interactive)\b|\bssh\s+(?:[^\s'\"]+\s+){0,6}?-t{1,2}\b"
)
ASKS = re.compile(r"\bGet-Credential\b|\bRead-Host\b")


def check(facts: Facts) -> Iterator[Finding]:
    """Every command that asks and waits for an answer."""
    for act in facts.acts:
        yield from _asks(act, facts)
    yield from _signs_in(facts)
    yield from _may_ask(facts)


def _asks(act: Act, facts: Facts) -> Iterator[Finding]:
    """Programs that want somebody at the keyboard."""
    if ASKS.search(act.text):
        yield facts.finding("RC716", act.line, f"“{short(act.text)}”")
    for call in act.calls:
        code = _asking_code(call)
        if code is not None:
            yield facts.finding(code, act.line, f"“{words_of(call)}”")
            return


def _signs_in(facts: Facts) -> Iterator[Finding]:
    """`ssh host` above the lines that are meant for it: how a whole document is written, so told
    once. In a sentence it says where one goes."""
    for act in facts.acts:
        for call in act.calls:
            bare = call.program == "ssh" and len(call.plain) == 1 and not act.is_inline
            if bare and _destroys_behind(act, facts):
                yield facts.finding("RC716", act.line, f"“{words_of(call)}”")
                return


def _destroys_behind(act: Act, facts: Facts) -> bool:
    """Pasted as a whole, what is meant for the other host runs on this one; whatever can be done
    again there is not worth a word."""
    behind = (one for one in facts.block_of(act) if one.place > act.place)
    return any(is_bad(one, facts, Effect.DESTRUCTIVE) for one in behind)


def _asking_code(call: Call) -> str | None:
    if call.program in EDITORS or _edits(call):
        return "RC715"
    if call.program in CLIENTS and _has_nothing_to_do(call):
        return "RC716"
    if call.program in SHELLS and not call.words and call.inside and not call.fed:
        return "RC716"
    if call.program == "openssl" and call.verb == "s_client":
        return "RC716" if call.has("-connect") and not (call.fed or call.reads) else None
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


def _may_ask(facts: Facts) -> Iterator[Finding]:
    """`sudo` on a host without a terminal, where most commands of the page see to it, once."""
    far = [act for act in facts.acts if any(_is_far_sudo(call) for call in act.calls)]
    silent = [act for act in far if not ANSWERS_SUDO.search(act.text)]
    if silent and len(silent) * 2 <= len(far):
        yield facts.finding("RC718", silent[0].line, f"“{short(silent[0].text)}”")


def _is_far_sudo(call: Call) -> bool:
    return call.inside[:1] == ("ssh",) and "sudo" in call.inside

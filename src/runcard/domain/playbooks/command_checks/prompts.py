"""Programs that want somebody at the keyboard, in a text that is run or pasted."""

import re
from collections.abc import Iterator

from runcard.domain.playbooks.acts import Act
from runcard.domain.playbooks.calls import Call
from runcard.domain.playbooks.checks.setting import in_reference, short, words_of
from runcard.domain.playbooks.command_checks.working_copies import is_only_named
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
# `docker exec -it oven-1 psql`: whoever pastes it sits in the session, and types on.
WITH_TERMINAL = re.compile(r"\s(?:-[a-z]*t[a-z]*|--tty)(?=\s)")
IS_SQL = re.compile(
    r"\s*(?:--|\\[a-z]|(?:SELECT|WITH|SHOW|EXPLAIN|UPDATE|DELETE|INSERT|ALTER|VACUUM)\b)",
    re.IGNORECASE,
)
DOCUMENT = re.compile(r"\.(?:md|mdx|markdown|rst|adoc|asciidoc)$", re.IGNORECASE)
SHELLS = {"bash", "sh", "zsh", "ash"}
ANSWERS_SUDO = re.compile(
    r"\bsudo\s+(?:-n|--non-interactive)\b|\bssh\s+(?:[^\s'\"]+\s+){0,6}?-t{1,2}\b"
)


def check(facts: Facts) -> Iterator[Finding]:
    """Every command that asks and waits for an answer."""
    for act in facts.acts:
        yield from _asks(act, facts)
    yield from _may_ask(facts)


def _asks(act: Act, facts: Facts) -> Iterator[Finding]:
    """Programs that want somebody at the keyboard; to go to another host is no such thing."""
    for call in act.calls:
        code = _asking_code(call)
        if code == "RC716" and (in_reference(act, facts) or _is_typed_below(act, facts)):
            return
        if code == "RC716" and call.verb == "s_client" and _is_last(act, facts):
            return  # it has shown all by then, and whoever sits there ends it
        if code is not None and not (code == "RC717" and is_only_named(act)):
            yield facts.finding(code, act.line, f"“{words_of(call)}”")
            return


def _is_typed_below(act: Act, facts: Facts) -> bool:
    """The comment above is about the session, which ends its block or has a terminal of its own;
    or another block of the section holds what is typed in it, or the rest of this one."""
    is_last = _is_last(act, facts)
    is_told = bool(facts.speaks("setting", act.title) & {"session"})
    if (is_told and (is_last or WITH_TERMINAL.search(act.text))) or _is_asked_in_sql(act, facts):
        return True
    return is_last and any(
        fence.line > act.line for fence, section in facts.fences if section is act.section
    )


def _is_asked_in_sql(act: Act, facts: Facts) -> bool:
    """All below it in its block are questions for the database it has opened."""
    below = [one for one in facts.block_of(act) if one.place > act.place]
    return bool(below) and all(map(IS_SQL.match, (one.text for one in below)))


def _is_last(act: Act, facts: Facts) -> bool:
    """Nothing stands below it in its block that waits for its end."""
    return not any(one.place > act.place for one in facts.block_of(act))


def _asking_code(call: Call) -> str | None:
    if _edits(call) and not _writes_for_people(call):
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


def _writes_for_people(call: Call) -> bool:
    """A document that a person writes, such as the playbook itself: no patch can be told for it."""
    return bool(call.plain) and all(map(DOCUMENT.search, call.plain))


def _edits(call: Call) -> bool:
    if call.program in EDITORS:
        return True
    if call.program in {"kubectl", "oc"} and call.verb == "edit":
        return True
    if call.program == "crontab":
        return call.has("-e")
    return call.program == "systemctl" and call.verb == "edit"


def _has_nothing_to_do(call: Call) -> bool:
    if call.fed or call.reads or any("<<" in word for word in call.words):
        return False
    if call.has("--version", "--help", "-V"):
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
    "--latency-history",
    "--latency-dist",
    "--intrinsic-latency",
    "--stat",
    "--scan",
    "--rdb",
    "--pipe",
    "--memkeys",
    "--keystats",
    "--lru-test",
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

"""What a command needs and does not have: a value, a variable, the right host."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from runcard.domain.commands.model import Effect
from runcard.domain.playbooks.acts import Act
from runcard.domain.playbooks.checks.setting import FORWARDS, is_bad, outside_single_quotes
from runcard.domain.playbooks.command_checks import variables
from runcard.domain.playbooks.command_checks.mild import removes_its_own
from runcard.domain.playbooks.facts import Facts
from runcard.domain.playbooks.model import Finding, Grade

# A setting that says itself that it is to be filled in, and no command.
ASSIGNED = re.compile(r"\s*(?:export\s+)?[A-Z][A-Z0-9_]*=\S*\byour[-_]\S*\s*\Z", re.IGNORECASE)
# `for host in db-1 db-2; do`: every value is written down.
LISTED = re.compile(r"\bfor\s+([A-Za-z_]\w*)\s+in\s+[\w./@:\s-]{1,400}(?:;|$)")
BARE = re.compile(r"(?:^|\s)(\$\{?[A-Za-z_]\w*\}?)(?=[\s/]|$)")
OF_FILES = {"rm", "mv", "find", "rsync", "shred", "truncate"}
ADDRESS = re.compile(
    r"(?<![\w.])(?:1\.2\.3\.4|192\.0\.2\.\d{1,3}|198\.51\.100\.\d{1,3}"
    r"|203\.0\.113\.\d{1,3}|x\.x\.x\.x)(?![\w.])"
)
SAMPLE = re.compile(
    r"(?<![\w-])(?:i|vol|snap|sg|subnet|vpc|ami|eni)-x{2,}\b"
    r"|\b(?:AKIA|ASIA)[A-Z0-9]*(?:EXAMPLE|XXXX)[A-Z0-9]*"
    r"|(?<!\d)(?:123456789012|111122223333|000000000000)(?!\d)"
    r"|\b[\w-]*(?:suspicious|example|search|your|my|some)[-_](?:pattern|string|term"
    r"|user|ip|host|file|bucket|domain|app|service)\b"
    r"|\byour-[a-z-]{2,30}\b|\b(?:foo|bar|changeme|CHANGEME|CHANGE_ME|REPLACE_ME)\b"
)
# `i-xxxx` is refused wherever it is typed.
NOBODYS = re.compile(r"[a-z]+-x{2,}")
FIXED_PID = re.compile(
    r"pg_(?:terminate|cancel)_backend\(\s*\d+\s*\)|\bkill\s+(?:-\S+\s+)?\d{3,7}\b"
)
# A remark behind the command, or a gap with its example: `<UTC time, e.g. 2026-09-02>`; in square
# brackets a gap has a name alone: `[your-team]`.
ASIDE = re.compile(r"(?m)\s#\s.*$|<[^<>\n]{1,80}>|(?<=[\s\"'=/:])\[[a-z]+(?:[-_ ][a-z]+)+\]")
# From the first day of some year on: everything there is.
BEGINNING = re.compile(
    r"--?(?:start|from|since|begin)\w*[ =]\"?'?(?:19|20)\d\d-01-01(?:T00:00(?::00)?Z?)?"
)
# The version of the language of AWS policies is a date that never changes.
DAY = re.compile(r"(?<![\w-])(?!2012-10-17|2008-10-17)20\d\d-\d\d-\d\d(?:[T ]\d\d:\d\d(?::\d\d)?)?")
# Nor does that of an interface, whose version it is: `X-Oven-Version: 2024-05-01`.
VERSION = re.compile(r"(?i)version[\"']?\s{0,3}[:=]\s{0,3}[\"']?20\d\d-\d\d-\d\d")
IN_CODE = re.compile(r"`[^`\n]*`")
# `x.x.x.x` stands for an address and cannot be taken for one.
OF_SIGNS = re.compile(r"(?i)x{1,3}(?:\.x{1,3}){3}")
# What is fed below an unquoted mark, `<<EOF`, has its variables replaced, in quotes or out of them.
FED_AS_IT_IS = re.compile(r"<<-?\s*[A-Za-z_]")
# Two dollars, `$$HOT$$`, are the quotes of a database.
HELD_BACK = re.compile(r"'[^']*(?<!\$)\$\{?([A-Z][A-Z_0-9]{2,})\}?[^']*'")
EXPANDS = {
    "awk",
    "sed",
    "perl",
    "ssh",
    "bash",
    "sh",
    "zsh",
    "envsubst",
    "ansible",
    "xargs",
    "kubectl exec",
}
# Brokers have topics of their own whose names begin with a dollar: `$SYS/brokers`.
TOPICS = re.compile(r"(?:mosquitto|mqtt|emqx|nats|hivemq|nanomq|aws)")
LOCAL = re.compile(r"\b(?:localhost|127\.0\.0\.1)\b(?::\d+)?")
REMOTE = {"kubectl", "oc", "helm", "gcloud", "az"}
# They handle what runs on the host on which they are typed.
HOST = {"docker", "docker-compose", "podman", "systemctl", "journalctl", "service", "pm2"}


def check(facts: Facts) -> Iterator[Finding]:
    """Every command that lacks something."""
    yield from _once_each(found for act in facts.acts for found in _examples(act, facts))
    for act in facts.acts:
        yield from _held_back(act, facts)
    yield from variables.check(facts)
    yield from _unquoted(facts)
    yield from _on_this_host(facts)


def _once_each(found: Iterable[Finding]) -> Iterator[Finding]:
    """The same example again is the same thing to be filled in."""
    told: set[tuple[str, Grade]] = set()
    for one in found:
        if (one.message, one.grade) not in told:
            told.add((one.message, one.grade))
            yield one


def _held_back(act: Act, facts: Facts) -> Iterator[Finding]:
    """A variable between single quotes goes out as its own name."""
    names = {call.program for call in act.calls}
    if act.language != "shell" or names & EXPANDS or any(map(TOPICS.match, names)):
        return
    outside = outside_single_quotes(act.text)
    body = FED_AS_IT_IS.search(act.text)
    for found in HELD_BACK.finditer(act.text[: body.start()] if body else act.text):
        token = f"${found.group(1)}"
        if token not in outside and f"${{{found.group(1)}}}" not in outside:
            yield facts.marked(facts.finding("RC845", act.line, token), token)
            return


def _examples(act: Act, facts: Facts) -> Iterator[Finding]:
    """A value of some past day, or of no day at all; what destroys destroys the wrong thing, where
    there may be one by that name."""
    destroys = is_bad(act, facts, Effect.DESTRUCTIVE)
    told_in = _told_in(act)
    for pattern in (ADDRESS, SAMPLE, FIXED_PID, DAY):
        found = pattern.search(told_in)
        if found is None or OF_SIGNS.fullmatch(found.group()) or ASSIGNED.match(act.text):
            continue
        if pattern is ADDRESS and _is_told(found.group(), facts):
            continue
        if pattern is not DAY or not (act.is_inline or _is_to_be_replaced(act, facts)):
            line = act.line + act.text[: found.start()].count("\n")
            told = facts.marked(facts.finding("RC709", line, found.group()), found.group())
            hits = destroys and NOBODYS.fullmatch(found.group()) is None
            yield replace(told, grade=Grade.ERROR if hits else Grade.WARNING)
            return
    remark = ADDRESS.search(act.remark)
    if remark is not None:
        yield facts.finding("RC709", act.end_line + 1, remark.group())


def _told_in(act: Act) -> str:
    """The command without remarks, the first day of all, and the version of an interface."""
    text = act.text
    for aside in (ASIDE, BEGINNING, VERSION):
        text = aside.sub("", text)
    return text


def _is_told(address: str, facts: Facts) -> bool:
    """A sentence or a table, outside any command, says whose it is."""
    lines = (said.text for said in facts.said if address in said.text)
    return any(address in IN_CODE.sub(" ", text) for text in lines)


def _is_to_be_replaced(act: Act, facts: Facts) -> bool:
    """`Replace the time behind STOPAT`, in the same section."""
    return any(
        facts.speaks("values", said.text) & {"replaced"} for said in facts.said_in(act.section)
    )


def _unquoted(facts: Facts) -> Iterator[Finding]:
    """A variable in a command that destroys files: empty or with a blank, it takes other ones; what
    the same block has made by that name is taken again."""
    for act in facts.acts:
        if act.language != "shell" or not is_bad(act, facts, Effect.DESTRUCTIVE):
            continue
        if removes_its_own(act, facts):
            continue
        listed = set(LISTED.findall(act.text))
        far = {f"${call.target.strip('${}')}" for call in act.calls if "ssh" in call.inside}
        bare = (one for one in BARE.finditer(act.text) if one.group(1).strip("${}") not in listed)
        bare = (one for one in bare if one.group(1) not in far)
        found = next(bare, None)
        if found is not None and any(call.program in OF_FILES for call in act.calls):
            yield facts.marked(facts.finding("RC711", act.line, found.group(1)), found.group(1))
            return


def _on_this_host(facts: Facts) -> Iterator[Finding]:
    """`localhost` in a document whose other commands are run from elsewhere."""
    lines = [
        act.line
        for act in facts.acts
        if act.language == "shell"
        and LOCAL.search(act.text)
        and not _is_on_the_host(act, facts)
        and not any(call.inside and LOCAL.search(" ".join(call.words)) for call in act.calls)
    ]
    elsewhere = not facts.programs.isdisjoint(REMOTE)
    is_forwarded = any(FORWARDS.search(act.text) for act in facts.acts)
    if lines and elsewhere and not is_forwarded:
        shown = ", ".join(map(str, lines))
        yield facts.finding("RC801", lines[0], f"in line {shown}")


def _is_on_the_host(act: Act, facts: Facts) -> bool:
    """Another command of the block handles a container or a service of this host, and none is sent
    to a cluster."""
    calls = [call for one in facts.block_of(act) for call in one.calls]
    here = any(call.program in HOST and "ssh" not in call.inside for call in calls)
    return here and not any(call.program in REMOTE for call in calls)

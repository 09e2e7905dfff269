"""The way back from a change in the words of its own tool: the opposite verb, or the same thing set
to another value."""

import re
from collections.abc import Iterator, Sequence

from runcard.domain.playbooks.acts import Act
from runcard.domain.playbooks.calls import Call
from runcard.domain.playbooks.checks.setting import purpose
from runcard.domain.playbooks.command_checks.mild import apart
from runcard.domain.playbooks.facts import Facts

Form = tuple[str, ...]
"""A program with the first of its plain words."""

SETS = {"put", "set", "add", "create", "enable", "insert", "apply"}
TAKES_BACK = ("delete", "remove", "unset", "reset", "clear", "disable", "detach")
ASSIGNED = re.compile(r"(?<![\w-])([A-Za-z_]\w{1,60})=(\w{1,40})")
LONGEST = 1000
# A word that somebody puts another for: `N`, `SERVICE_NAME`, `{count}`.
GAP = re.compile(
    r"[A-Z]|[A-Z]{2,20}(?:_[A-Z]{1,20}){1,4}|<[^<>]{1,50}>|\{[^{}]{1,50}\}|\[[^\[\]]{1,50}\]"
)
# A word that switches, and the words that switch back.
PAIRS = {
    "pause": ("resume", "unpause", "start"), "off": ("on",), "disable": ("enable",),
    "suspend": ("resume", "activate"), "freeze": ("unfreeze", "thaw"), "detach": ("attach",),
    "block": ("unblock", "allow"), "quarantine": ("release",),
}  # fmt: skip
# Whose way in is shut.
ACCOUNTS = {"user", "users", "account", "accounts"}
# A node that is drained and then taken away does not come back.
GONE = re.compile(r"\bterminate|\bdelete[- ](?:nodes?|instances?)\b", re.IGNORECASE)
# A volume only grows; what a container may take is raised for good.
GROWS = re.compile(
    r"\bpatch\s+(?:pvc|persistentvolumeclaim)|\bresize|modify-volume|\bexpand"
    r"|\bpatch\b[\s\S]{0,400}\blimits\b[\s\S]{0,40}\b(?:memory|cpu)\b"
)
# The time of day as a value, or the word for it, only makes somebody look again.
STAMPS = re.compile(
    r"\b(?:annotate|patch)\b(?:\\\n|[^\n])*"
    r"(?:\$\(date|=now\b|\b(?:force-?sync|re(?:sync|new|fresh))\b)"
)
DEEPEST = 5  # plain words among which the verb of a tool stands


def forms_of(call: Call) -> Iterator[Form]:
    """By how many words whatever it may be asked for."""
    for last in range(1, DEEPEST + 1):
        yield (call.program, *call.plain[:last])


def is_meant_to_stay(text: str) -> bool:
    """Nobody turns it back when the incident is over."""
    return GROWS.search(text) is not None or STAMPS.search(text) is not None


def last_lines(acts: Sequence[Act]) -> dict[Form, int]:
    """The last line on which each form is run."""
    return {form: act.line for act in acts for call in act.calls for form in forms_of(call)}


def is_reversed_below(act: Act, last: dict[Form, int]) -> bool:
    """`delete-limit` below `put-limit`, `unset quota` below `set quota`."""
    return any(last.get(form, 0) > act.line for call in act.calls for form in _opposites(call))


def _opposites(call: Call) -> Iterator[Form]:
    for at, word in enumerate(call.plain[:DEEPEST]):
        verb, dash, thing = word.partition("-")
        if verb in SETS:
            before, after = call.plain[:at], () if dash else call.plain[at + 1 : at + 2]
            for back in TAKES_BACK:
                yield (call.program, *before, f"{back}{dash}{thing}", *after)


def takes_down_the_applied(act: Act, facts: Facts) -> bool:
    """`delete -f hint.yaml` under words that end it, of what `apply -f hint.yaml` above has put in
    place: it can be applied again, where it holds no data."""
    over = purpose(act, facts)
    gone = {file for call in act.calls for file in _files(call, "delete")}
    if not gone or not facts.speaks("setting", over) & {"taken_down", "way_back", "undone"}:
        return False
    if any(facts.speaks("setting", apart(file)) & {"stateful"} for file in gone):
        return False
    above = (call for one in facts.acts if one.line < act.line for call in one.calls)
    return gone <= {file for call in above for file in _files(call, "apply")}


def _files(call: Call, verb: str) -> list[str]:
    """The manifests that a verb is given."""
    file = call.value("-f", "--filename") if call.verb == verb else None
    return [file] if file else []


def stays_out_of_use(act: Act, words: Sequence[str], facts: Facts) -> bool:
    """What has leaked, or an account that somebody has broken into."""
    named = facts.speaks("verbs", act.text.replace("_", " "))
    return "credential" in named or not ACCOUNTS.isdisjoint(words)


def is_turned_back(word: str, words: Sequence[str], said: set[str]) -> bool:
    """`freeze on` where something says `freeze off`, which is the way back itself."""
    states = {"on", "off"}.intersection(words)
    if len(states) != 1 or word in states:
        return False
    return states == {"off"} or "off" in said


def is_given_away(act: Act, facts: Facts) -> bool:
    """What is drained goes for good: by a command of its chapter, or by a word."""
    if any(GONE.search(one.text) for one in facts.acts_in(act.section)):
        return True
    said = (one.text for one in facts.said_in(act.section))
    return any(facts.speaks("left_down", text) & {"replaced"} for text in said)


def is_blocked_for_good(act: Act, facts: Facts) -> bool:
    """`Add it to the list of strangers permanently`, in the same runbook: whom one shuts out stays
    out."""
    case = next(iter(facts.page.path(act.section)[1:2]), act.section)
    lines = (
        text for part in facts.page.under(case) for text in facts.page.lines[part.line : part.end]
    )
    return any(facts.speaks("left_down", text) & {"stays"} for text in lines)


def is_set_otherwise(act: Act, lines: Sequence[str]) -> bool:
    """`LITE=off`, in a sentence below `set env LITE=on`."""
    given = dict(word.split("=", 1) for call in act.calls for word in call.plain if "=" in word)
    return any(
        found.group(1) in given and given[found.group(1)] != found.group(2)
        for line in lines
        if "=" in line
        for found in ASSIGNED.finditer(line[:LONGEST])
    )


def is_left_open(act: Act) -> bool:
    """A line that names neither the thing nor its count tells how it is written; with another
    count it is its own way back."""
    return any(
        call.verb == "scale"
        and GAP.fullmatch(call.value("--replicas") or "") is not None
        and GAP.fullmatch(" ".join(call.objects[-1:]).rpartition("/")[2]) is not None
        for call in act.calls
    )


def turned(call: Call) -> list[Form]:
    """The things whose counts or values a command sets, without the values."""
    if call.verb == "scale":
        return [call.objects]
    if call.plain[:2] == ("set", "env"):
        return [(name,) for name in _named(call.plain[2:])]
    settings = call.value("--add-config")
    if settings:
        owner = call.value("--entity-name") or ""
        return [(owner, name) for name in _named(settings.split(","))]
    function = call.value("--function-name")
    if function and call.value("--reserved-concurrent-executions"):
        return [("concurrency", function)]
    service = call.value("--service") if call.value("--desired-count") else None
    return [(service,)] if service else []


def _named(words: Sequence[str]) -> list[str]:
    return [name for word in words for name, is_set, _ in [word.partition("=")] if is_set]

"""Where the value for a gap or a variable comes from: printed above it, or told by a sentence."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import islice

from runcard.domain.playbooks.acts import Act
from runcard.domain.playbooks.calls import Call
from runcard.domain.playbooks.checks.setting import BELOW, is_about, said_between
from runcard.domain.playbooks.command_checks.asking import looks
from runcard.domain.playbooks.command_checks.shown_above import (
    is_listed_beside,
    is_queried_above,
    is_shown_beside,
    is_stated_beside,
)
from runcard.domain.playbooks.facts import Facts
from runcard.domain.playbooks.words import folded

NEAR = 20  # commands above one, among which its source is looked for
ABOVE = 12  # lines above it that a reader has just read
# `<YYYY-MM-DD>` tells by its letters what to write.
# It is asked for no one of them, and shows them all.
ALL_THERE_IS = re.compile(r"(?i)(?:\b|\bprocess)list['\"\s;]*$")
# `2026-01-31_0300` by its letters; `<N-1>`, one before what runs.
FORMAT = re.compile(r"n\s?-\s?\d$|[ymdhsajt]{2,4}(?:[-:/. _]?[ymdhsajt]{1,4}){1,5}$")
DESCRIBED = 3  # words of a gap, from which on they say what to write
TRAILING = re.compile(r"(?<=\s)#\s*(\S.*)$")
# What a list shows of each thing in it.
BY_ITS_MARK = re.compile(r"(?:id|uuid|nr|no|num|number|name|user|nummer|numéro|número)$")
IN_CODE = re.compile(r"`[^`\n]*`")
CASE = re.compile(r"\b[A-Z]{2,8}-$")
# `<UTC time, e.g. 2026-01-31>`
EXAMPLE = re.compile(r"\b(?:e\.g|z\. ?b|p\. ?ex|p\. ?ej|por ej|por ex|par ex|bijv|np)\b|例")
# What is opened for one incident is called as whoever opens it likes.
OPENS = re.compile(r"(?i)\b(?:open|create|new|start)\b")
OPENED = re.compile(r"(?i)\b(?:room|channel|thread|bridge|branch|ticket|incident)\b")
OF_A_KEY = re.compile(r"(?:access[-_ ])?key[-_ ]?id$")
WORD = re.compile(r"[^\W\d_]{2,}")
MARKS = {"id", "pid"}  # by which one of those that a query shows is named
VALUES = re.compile(r"[=:]\s*\S")
LABELS = {"id", "name", "number", "new", "the"}
SECRET = re.compile(r"(?:secret|token|passw\w*|pass|key|credential)$")
NAME = re.compile(r"\w+")
GAPS = "<{["
PLURALS = ("", "s", "es", "e", "n", "en", "er", "i")
LISTS = {
    "list", "ls", "history", "get", "log", "show", "releases", "versions", "describe", "status",
    "snapshots", "images", "tags", "tag", "backups", "ps", "inspect",
}  # fmt: skip
# Tools of many things: that they list some does not say which.
MANIFOLD = {
    "kubectl", "oc", "aws", "az", "gcloud", "docker", "podman", "openstack", "sudo", "ssh", "curl",
    "psql", "mysql", "git", "redis-cli",
}  # fmt: skip
CMDLETS = {
    "get", "search", "find", "set", "unlock", "disable", "enable", "remove", "restart", "stop",
    "start", "reset", "move", "suspend", "resume", "test", "invoke",
}  # fmt: skip


def has_source(token: str, act: Act, facts: Facts) -> bool:
    """Whether whoever has read down to the command knows what to write for the token."""
    name = folded(token).strip("<>{}[]$ ")
    spoken = facts.speaks("values", re.sub(r"[_-]", " ", name))
    if FORMAT.match(name) or "own" in spoken or _is_plain_by_itself(token, name, act, facts):
        return True
    said = [*_said_above(act, facts), *_remarks_above(act, facts)]
    if any(facts.speaks("values", text) & {"above"} for text in (act.title, *said[:3])):
        return True
    is_listed = is_listed_beside(act, facts) or _is_listed_above(act, facts)
    if is_listed or _is_explained_below(token, name, act, facts):
        return True
    if token[:1] in GAPS and BY_ITS_MARK.search(name) and _is_listed_by_the_same(act, facts):
        return True
    if name.endswith(("-id", "_id", " id")) and is_stated_beside(act, facts):
        return True
    if name in MARKS and is_shown_beside(act, facts):
        return True
    if token[:1] in GAPS and _is_in_a_query_above(token, act, facts):
        return True
    is_picked = bool({"earlier", "versioned"} & spoken)
    words = {word for word in WORD.findall(name.replace("_", " ")) if not _is_bare(word, facts)}
    return _is_found(words, said, facts) or any(
        _prints(one, name, is_picked) and looks(one, facts) for one in acts_near_above(act, facts)
    )


def _is_plain_by_itself(token: str, name: str, act: Act, facts: Facts) -> bool:
    """It brings its own example; it is the beginning or the end of the time that is looked at; or
    the key is that of which the whole case speaks."""
    if token[:1] not in GAPS:
        return False
    known = facts.words.lint.get("values")
    if EXAMPLE.search(name) or (known is not None and "bound" in known.phrases.get(name, ())):
        return True
    if is_case_number(name, facts) or CASE.search(act.text.partition(token)[0]):
        return True
    if len(name.split()) >= DESCRIBED or _is_remarked(token, act):
        return True
    if act.is_inline and _is_named_in_its_sentence(name, act, facts):
        return True
    if name.endswith("name") and _is_opened_here(act.text.partition(token)[0]):
        return True
    return OF_A_KEY.match(name) is not None and is_about(act, facts, "leaked_key")


def _is_named_in_its_sentence(name: str, act: Act, facts: Facts) -> bool:
    """`A single domain is wrong: run `flush <domain>``."""
    around = folded(IN_CODE.sub(" ", facts.page.lines[act.line - 1]))
    words = WORD.findall(name.replace("_", " "))
    return bool(words) and set(words) <= set(WORD.findall(around))


def _is_opened_here(before: str) -> bool:
    return OPENS.search(before) is not None and OPENED.search(before) is not None


def _is_remarked(token: str, act: Act) -> bool:
    """Behind the command, on its line, stands what it is."""
    line = next((line for line in act.text.split("\n") if token in line), "")
    remark = TRAILING.search(line.partition(token)[2])
    return remark is not None and len(remark.group(1).split()) >= DESCRIBED


def is_case_number(name: str, facts: Facts) -> bool:
    """Whoever works a case knows by what number it goes."""
    known = facts.words.lint.get("values")
    bare = re.sub(r"[_-]", " ", folded(name))
    return known is not None and known.exactly(bare) == "case_number"


def is_told_with_its_name(name: str, said: Sequence[str]) -> bool:
    """`the node in the alert's instance label (ssh $INSTANCE)`: a sentence holds the variable and
    its name as a word."""
    bare = folded(name)
    return any(
        f"${name}" in text and bare in NAME.findall(folded(text.replace(f"${name}", " ")))
        for text in said
    )


def _is_in_a_query_above(token: str, act: Act, facts: Facts) -> bool:
    above = acts_near_above(act, facts)
    return is_queried_above(token, act, above, facts) or _is_ranked_beside(act, facts)


def _is_ranked_beside(act: Act, facts: Facts) -> bool:
    """A command above it under the same heading counts and sorts, or the one directly above sorts
    and shows one end: what stands there is meant."""
    for one in acts_near_above(act, facts):
        named = {call.program for call in one.calls}
        is_next = one.block == act.block and one.place == act.place - 1
        counts = {"sort", "uniq"} <= named or (is_next and named & {"head", "tail"})
        if "sort" in named and counts and looks(one, facts):
            return True
    return False


def _is_listed_above(act: Act, facts: Facts) -> bool:
    """The last command of the fence above lists all there is, under the same heading."""
    if not act.block or act.place:
        return False
    before = [one for one in facts.acts_in(act.section) if one.block and one.line < act.block]
    return bool(before) and bool(ALL_THERE_IS.search(before[-1].text) and looks(before[-1], facts))


def _is_listed_by_the_same(act: Act, facts: Facts) -> bool:
    """The same tool has listed what there is, under the same heading: `flink list`, and then
    `flink cancel <id>`; tools of many things list others too."""
    own = {_family(call) for call in act.calls} - MANIFOLD
    return any(
        looks(one, facts) and any(_family(call) in own and _lists(call) for call in one.calls)
        for one in acts_near_above(act, facts)
    )


def _family(call: Call) -> str:
    """A cmdlet belongs to its noun."""
    verb, dash, noun = call.program.partition("-")
    return noun.lower() if dash and verb.lower() in CMDLETS else call.program


def _lists(call: Call) -> bool:
    """All that there is, and not a count by something else."""
    if any(word.startswith(("--by-", "--per-")) for word in call.words):
        return False
    words = {word.lower().partition("-")[0] for word in call.plain[:4]}
    return bool(words & LISTS) or call.program.lower().startswith(("get-", "search-", "find-"))


def _is_bare(word: str, facts: Facts) -> bool:
    return bool(facts.speaks("values", word) & {"bare", "earlier"})


def _said_above(act: Act, facts: Facts) -> Iterator[str]:
    """The sentences above it in its chapter, the nearest first."""
    said = facts.said_in(act.section)
    first = act.block or act.line
    at = bisect_left(said, first, key=lambda one: one.line)
    for one in islice(reversed(said[max(at - ABOVE, 0) : at]), ABOVE):
        if one.line < first - ABOVE:
            return
        yield one.text


def _remarks_above(act: Act, facts: Facts) -> list[str]:
    """The comments of its block down to the command: `# Note the number of the new gate`."""
    return [one.title for one in facts.block_of(act) if act.block and one.place <= act.place]


def _is_explained_below(token: str, name: str, act: Act, facts: Facts) -> bool:
    """`Ports: gate 8093, lock 8086`, in the sentence directly below the block."""
    if not act.block or token[:1] not in GAPS:
        return False
    last = max(one.end_line for one in facts.block_of(act))
    words = {word for word in WORD.findall(name.replace("_", " ")) if not _is_bare(word, facts)}
    below = said_between(act.section, last + 1, last + BELOW, facts)[:1]
    values = (said.text for said in below if VALUES.search(said.text))
    told = {word for text in values for word in WORD.findall(folded(text))}
    return bool(words) and all(any(f"{word}{end}" in told for end in PLURALS) for word in words)


def _is_found(words: set[str], said: Sequence[str], facts: Facts) -> bool:
    """`Find the last good tag`, of which the step below makes use."""
    if not words:
        return False
    return any(
        (spoken := facts.speaks("values", text)) & {"finds", "kept"}
        and (words <= (told := set(WORD.findall(folded(text)))) or _are_kept(words, told, spoken))
        for text in said
    )


def _are_kept(words: set[str], told: set[str], spoken: frozenset[str]) -> bool:
    """`The shares are kept in the safe`, of which one is wanted."""
    return "kept" in spoken and all(
        any(f"{word}{end}" in told for end in PLURALS) for word in words
    )


def acts_near_above(act: Act, facts: Facts) -> Sequence[Act]:
    """The commands above it under the same heading, or under the one beside."""
    at = bisect_left(facts.acts, (act.line, act.place), key=lambda one: (one.line, one.place))
    return [one for one in facts.acts[max(at - NEAR, 0) : at] if is_beside(one, act)]


def is_beside(one: Act, act: Act) -> bool:
    """In the same section, or in one under the same heading."""
    return one.section is act.section or (
        act.section.parent is not None
        and act.section.level > 2
        and one.section.parent == act.section.parent
    )


def _prints(one: Act, name: str, is_picked: bool) -> bool:
    """It shows such values under their name, or the list from which a version is picked; `releases`
    as the verb of a tool lists them."""
    shown = set(NAME.findall(folded(one.text)))
    verbs = [word for call in one.calls for word in call.plain[:5]]
    listing = {word for word in verbs if word.partition("-")[0] in LISTS}
    if listing and is_picked:
        return True
    bare = re.sub(r"[ -]", "_", name)
    if bare in shown and ("_" in bare or "select" in shown):
        return True
    words = [word for word in bare.split("_") if word not in LABELS]
    each = "-".join(words)
    said = one.text.lower().replace("_", "-").replace(" ", "-")
    if words and (f"by-{each}" in said or f"per-{each}" in said):
        return True  # `backlog --by-region`, `lag --per-region`, `group by region`
    thing = words[-1] if words else ""
    if thing and any(call.plain[:1] == (f"{thing}s",) for call in one.calls):
        return True
    is_secret = SECRET.search(bare) is not None
    return bool(thing and listing and not is_secret and {thing, f"{thing}s", f"{thing}es"} & shown)

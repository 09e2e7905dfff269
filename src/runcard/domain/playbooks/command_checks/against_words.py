"""Commands that do something else than the words directly above them say."""

import re
from collections.abc import Callable, Iterator

from runcard.domain.playbooks.acts import Act
from runcard.domain.playbooks.checks.setting import short
from runcard.domain.playbooks.command_checks.left_out import left_out
from runcard.domain.playbooks.facts import Facts
from runcard.domain.playbooks.model import Finding
from runcard.domain.playbooks.times.grammar import spans_in

LONGEST = 600
# What is younger than some moment is deleted, in the words of SQL, MongoDB, find and PowerShell.
NOW = r"(?:now\s*\(|current_(?:date|timestamp)\b|date_sub\s*\(|dateadd\s*\(|getdate\s*\(|sysdate\b)"
YOUNGER = (
    re.compile(rf"\bDELETE\s+FROM\b[^;]{{1,400}}?(?<!<)>=?\s*\(?\s*{NOW}", re.IGNORECASE),
    re.compile(
        r"\.(?:deleteMany|deleteOne|remove)\s*\([^;]{0,200}\$gte?['\"]?\s*:\s*"
        r"(?:new\s+Date|ISODate)\s*\(\s*(?:Date\.now\s*\(\s*\)|new\s+Date\b)[^;]{0,40}?-"
    ),
    re.compile(
        r"\bfind\s[^\n|;]{0,300}-m(?:time|min)\s+-\d+\b[^\n|;]{0,200}"
        r"(?:-delete\b|-exec\s+(?:sudo\s+)?rm\b|\|\s*xargs\s[^\n|;]{0,60}\brm\b)"
    ),
    re.compile(
        r"\bLastWriteTime\s+-g[te]\s+[^\n|]{0,60}\.Add(?:Days|Hours)\(\s*-[^\n]{0,200}"
        r"\bRemove-Item\b", re.IGNORECASE,
    ),
)  # fmt: skip
MONGO = {"js", "javascript", "mongo", "mongodb", "mongosh"}
OTHERS = re.compile(r"\bNOT\s+(?:IN|EXISTS)\b|\$n(?:in|ot|or)\b|\s!\s|-not\b", re.IGNORECASE)
FLUSHES = re.compile(r"\bFLUSHALL\b|\bflush_all\b", re.IGNORECASE)
OWN_HOST = re.compile(r"\bflush[\w.-]*|\S*cache\S*", re.IGNORECASE)
ENDS = re.compile(r"pg_terminate_backend\s*\(", re.IGNORECASE)
BY_STATE = re.compile(r"\bstate(?:_change)?\b|\bwait_event|\bblocking\b|\bidle", re.IGNORECASE)
# All that a list names is ended, in a loop or through xargs, and nothing picks among them.
LISTED = re.compile(
    r"\bin\s+\$\((?P<listed>[^()`]{0,300}?\blist\b[^()]{0,300}|[^()`]{0,200}\blist-[^()]{0,300})\)"
    r"[;\s]{1,4}do\s(?P<done>[\s\S]{1,400})"
    r"|^(?P<piped>[^|]{0,200}\blist(?:-[\w-]+)?\b[^|]{0,300})\|\s*xargs\b(?P<fed>[^|]{1,300})$"
)
STOPS = re.compile(r"\b(?:stop|kill|cancel|abort|terminate|delete|purge|rm)(?:-[a-z-]+)?\b")
PICKS = re.compile(
    r"\[\?|--filters?\b|\bawk\b|\bgrep\b|\bselect\(|\bhead\b|\bdate\b|older|before|since|until"
    r"|\bif\b|\btest\b|\s\[\s|--sort|--selector|\s-l\s",
    re.IGNORECASE,
)
CLEARS = re.compile(r"\bclear\s+(?:ip\s+|ipv6\s+)?bgp\s(?P<rest>[^\n;|'\"]{1,120})")
SOFTLY = re.compile(r"\b(?:soft(?:-inbound)?|in|out|refresh|prefix-filter|stale)\b")
RESTARTS = re.compile(r"\b(?:systemctl\s+restart|service\s+\S{1,60}\s+restart)\b")


def check(facts: Facts) -> Iterator[Finding]:
    """Every command that its own introduction contradicts."""
    for act in facts.acts:
        if act.is_inline:
            continue
        if any(turned(act, facts) for turned in OTHERWISE):
            yield facts.over("RC852", _lines(act), f"“{short(act.text)}”")
        elif any(takes(act, facts) for takes in TOO_MUCH):
            yield facts.over("RC849", _lines(act), f"“{short(act.text)}”")
        elif missing := left_out(act, _above(act, facts), facts):
            yield facts.over("RC852", _lines(act), f"{', '.join(missing)} left out here")
    yield from _in_mongo(facts)


def _in_mongo(facts: Facts) -> Iterator[Finding]:
    """The shell of MongoDB, whose lines are no commands of ours."""
    for fence, _ in facts.fences:
        above = facts.label_above(fence.line) if fence.lang in MONGO else ""
        for line, text in enumerate(fence.lines if above else (), fence.line + 1):
            if _is_young(text[:LONGEST]) and _are_old(above, facts):
                yield facts.finding("RC852", line, f"“{short(text)}”")


def _lines(act: Act) -> tuple[int, int]:
    return act.line, act.end_line


def _above(act: Act, facts: Facts) -> str:
    """The line above the fence, and the comment above the command."""
    return f"{facts.label_above(act.block)[:LONGEST]} | {act.title[:LONGEST]}"


def _spoken(act: Act, facts: Facts) -> frozenset[str]:
    return facts.speaks("against_words", _above(act, facts))


def _takes_the_young(act: Act, facts: Facts) -> bool:
    """The old ones are to go, and those of the last days do."""
    return _is_young(act.text) and _are_old(_above(act, facts), facts)


def _is_young(text: str) -> bool:
    return any(pattern.search(text) for pattern in YOUNGER) and OTHERS.search(text) is None


def _are_old(above: str, facts: Facts) -> bool:
    spoken = facts.speaks("against_words", above)
    return "old" in spoken and "recent" not in spoken


def _cuts_off(act: Act, facts: Facts) -> bool:
    """A session is torn down, or a service started anew, and nothing was to be interrupted."""
    found = CLEARS.search(act.text)
    hard = found is not None and not SOFTLY.search(found.group("rest"))
    spoken = _spoken(act, facts) if hard or RESTARTS.search(act.text) else frozenset()
    return "unbroken" in spoken and (hard or "reloads" in spoken)


def _empties_all(act: Act, facts: Facts) -> bool:
    """Only the cache is to be emptied, or what has expired, and the server forgets everything."""
    if not FLUSHES.search(act.text):
        return False
    others = [one for one in OWN_HOST.findall(act.text) if not FLUSHES.search(one)]
    spoken = _spoken(act, facts)
    return bool(spoken & {"spares", "expired"}) or ("only_cache" in spoken and not others)


def _ends_the_busy(act: Act, facts: Facts) -> bool:
    """Idle sessions are to end, and nothing asks what they do."""
    if not ENDS.search(act.text) or BY_STATE.search(act.text):
        return False
    return "idle" in _spoken(act, facts)


def _stops_all(act: Act, facts: Facts) -> bool:
    """Those older than two days are to be stopped, and all that the list names are."""
    found = LISTED.search(act.text[:2000])
    if found is None or PICKS.search(act.text[:2000]):
        return False
    done = found.group("done") or found.group("fed")
    above = _above(act, facts)
    return (
        STOPS.search(done) is not None
        and "older" in facts.speaks("against_words", above)
        and any(span.seconds or span.min_seconds for span in spans_in(above, facts.words))
    )


Question = Callable[[Act, Facts], bool]
OTHERWISE: tuple[Question, ...] = (_takes_the_young, _cuts_off)
TOO_MUCH: tuple[Question, ...] = (_empties_all, _ends_the_busy, _stops_all)

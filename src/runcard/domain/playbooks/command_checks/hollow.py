"""Checks that prove nothing: they cannot fail, only print, only wait, or ask for a constant."""

import re
from collections.abc import Iterator
from itertools import takewhile

from runcard.domain.playbooks.acts import Act
from runcard.domain.playbooks.checks.setting import (
    AROUND,
    asks_health,
    purpose,
    short,
    statements,
    verifies,
)
from runcard.domain.playbooks.command_checks.asking import looks
from runcard.domain.playbooks.command_checks.proof import changes
from runcard.domain.playbooks.command_checks.taken_answers import is_taken
from runcard.domain.playbooks.facts import Facts
from runcard.domain.playbooks.model import Finding
from runcard.domain.playbooks.words import WIDE

BEHIND = re.compile(r"\s#\s*(\S[^\n]*)")
FEWEST_WORDS, FEWEST_WIDE = 3, 6  # words, or signs, of a remark that says what is good
FIGURE = re.compile(
    r"[<>=]|\b\d+(?:\.\d+)?\s*%|\b(?:below|above|under|less than|more than|zero|none|expect\w*)\b",
    re.IGNORECASE,
)
# What was printed is kept, or held against what was kept before.
COMPARED = re.compile(r"^\s*\w+=\$\(|\bgrep\s[^|]*\$\{?\w")
CONSTANT = re.compile(
    r"^\s*select\s+(?:\d+|'[^']*'|now\(\)|current_timestamp|version\(\))\s*;?\s*$", re.IGNORECASE
)
# There another code than 200 tells which part a healthy node plays, or the body tells the state.
ON_PURPOSE = re.compile(
    r"/v1/sys/(?:health|seal-status)|:8008/|/(?:primary|replica|leader|standby)\b"
    r"|/_cluster/health\b"
)
# The page on which somebody else tells how he is.
VENDORS = re.compile(r"://(?:www\.)?status\.")
# With these the answer's status is seen, or more than a look is asked for.
SAYS = ("-f", "--fail", "--fail-with-body", "-I", "--head", "-v", "-w", "-X", "-d")
QUESTIONS = 2  # below a pause
PROVES_NOTHING = {"logs", "log"}
SHOWS = {"jq", "less", "more", "tee"}
EXPECTED = re.compile(r"\W*(?:expect|should|erwart|soll|attendu|esperad|预期|期待)", re.IGNORECASE)


def check(facts: Facts) -> Iterator[Finding]:
    """Every check whose answer says nothing."""
    for act in facts.acts:
        yield from _cannot_fail(act, facts)
        yield from _constant(act, facts)
        yield from _only_prints(act, facts)
        yield from _pause(act, facts)
    yield from _lenient(facts)


def _lenient(facts: Facts) -> Iterator[Finding]:
    """curl that calls an error of the server a success, once a document."""
    lines = [
        act.line
        for act in facts.acts
        for call in act.calls
        if call.program == "curl"
        and asks_health(call)
        and not call.has(*SAYS)
        and _counts(act, facts)
        and not VENDORS.search(act.text)
        and not ON_PURPOSE.search(act.text)
    ]
    if lines:
        shown = ", ".join(map(str, dict.fromkeys(lines)))
        yield facts.finding("RC720", lines[0], f"in line {shown}")


def _counts(act: Act, facts: Facts) -> bool:
    """A program takes the answer, or it closes a repair; else, or made pretty, a person reads what
    it says."""
    last = [call for call in act.calls if call.program not in AROUND][-1]
    is_shown = last.program in SHOWS and bool(last.fed)
    if is_shown or EXPECTED.match(act.remark):
        return False
    return is_taken(act, facts) or _follows_a_change(act, facts) or _is_the_check(act, facts)


def _follows_a_change(act: Act, facts: Facts) -> bool:
    """Right behind it, or behind the pause after it."""
    before = [one for one in facts.block_of(act) if one.place < act.place]
    while before and before[-1].calls and before[-1].calls[-1].program == "sleep":
        before.pop()
    return bool(before) and changes(before[-1], facts)


def _is_the_check(act: Act, facts: Facts) -> bool:
    """Nothing but `**Verification**` stands above the block: it says when the work is done."""
    label = facts.label_above(act.block).strip(" *:：") if act.block else ""
    return facts.words.lint["parts"].exactly(label) == "verify"


def _cannot_fail(act: Act, facts: Facts) -> Iterator[Finding]:
    """A check whose result nobody can call good or bad."""
    if not verifies(act, facts):
        return
    calls = act.calls
    metrics = len(calls) > 1 and calls[0].program == "curl" and calls[-1].program == "grep"
    metrics = metrics and not calls[0].has("-I", "--head", "-i")  # the head of an answer has none
    told = FIGURE.search(f"{act.title} {act.remark}") or COMPARED.search(act.text)
    if metrics and not told and not _is_told_behind(act, facts):
        yield facts.finding("RC826", act.line, f"“{short(act.text)}”")


def _is_told_behind(act: Act, facts: Facts) -> bool:
    """`… | grep riders  # must not rise`."""
    behind = BEHIND.search(facts.page.lines[act.line - 1])
    told = behind.group(1) if behind is not None else ""
    return len(told.split()) >= FEWEST_WORDS or len(WIDE.findall(told)) >= FEWEST_WIDE


def _only_prints(act: Act, facts: Facts) -> Iterator[Finding]:
    """Printing the log is called a verification."""
    named = facts.speaks("setting", act.title)
    if "verify" not in named or "traces" in named or "monitor" in act.title.lower():
        return  # `Verify logs` is said to look at them
    filters = any(call.program in {"grep", "awk"} for call in act.calls)
    if _prints(act) and not filters and not _is_asked_under_the_same(act, facts):
        yield facts.finding("RC827", act.line, f"“{act.title[:50]}”: “{short(act.text)}”")


def _prints(act: Act) -> bool:
    """The log of `git` is the list of changes itself."""
    if not act.calls or act.calls[0].program == "git":
        return False
    return act.calls[0].verb.rpartition(" ")[2] in PROVES_NOTHING


def _is_asked_under_the_same(act: Act, facts: Facts) -> bool:
    """Below the log, still under its comment, the service itself is asked; or it is the next check
    that asks it."""
    below = [one for one in facts.block_of(act) if one.place > act.place]
    if any(verifies(one, facts) and not _prints(one) for one in below):
        return True
    own = takewhile(lambda one: not one.title, below)
    return any(looks(one, facts) and not _prints(one) for one in own)


def _constant(act: Act, facts: Facts) -> Iterator[Finding]:
    """`SELECT 1` after a repair shows that the server answers, not that the data is right."""
    if not any(map(CONSTANT.match, statements(act))) or _asks_for_an_answer(act, facts):
        return
    before = [one for one in facts.acts if one.section is act.section and one.line < act.line]
    follows = any(changes(one, facts) for one in before) and act.block != before[-1].block
    looks = facts.speaks("parts", facts.label_above(act.block)[:40]) & {"diagnosis"}
    if verifies(act, facts) or (follows and looks):
        yield facts.finding("RC847", act.line, f"“{short(act.text)}”")


def _asks_for_an_answer(act: Act, facts: Facts) -> bool:
    """`Does it take connections?`: to answer at all is what is asked."""
    return bool(facts.speaks("setting", act.title) & {"answers"})


def _pause(act: Act, facts: Facts) -> Iterator[Finding]:
    """A fixed pause instead of a question that is asked until it is answered."""
    calls = act.calls
    if len(calls) == 1 and calls[0].program == "sleep" and not _is_asked_next(act, facts):
        about = f"“{short(act.text)}” in “{purpose(act, facts)[:50].strip(' |')}”"
        yield facts.finding("RC724", act.line, about)


def _is_asked_next(act: Act, facts: Facts) -> bool:
    """A look stands directly below the pause, or a question that can be answered with no further
    down: how long a start takes is known, and what comes after it is asked."""
    after = [one for one in facts.acts_in(act.section) if one.line > act.line][:QUESTIONS]
    asked = any(
        call.has("--fail", "-f", "-fsS", "--fail-with-body") for one in after for call in one.calls
    )
    return (
        asked
        or any(
            one.block == act.block and one.place == act.place + 1 and looks(one, facts)
            for one in after
        )
        or (len(after) == QUESTIONS and all(looks(one, facts) for one in after))
    )

"""Whether a change is checked at all."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from runcard.domain.commands.model import Effect
from runcard.domain.commands.requests import REQUEST
from runcard.domain.commands.untagged import NUMBER_MARK
from runcard.domain.playbooks.acts import Act
from runcard.domain.playbooks.calls import Call
from runcard.domain.playbooks.checks.setting import (
    CASE,
    in_reference,
    statements,
    verifies,
)
from runcard.domain.playbooks.command_checks.announcing import (
    is_said,
    only_raises_an_alarm,
    tells_people,
)
from runcard.domain.playbooks.command_checks.asking import (
    is_a_test,
    looks,
    only_asks,
    tests_as_ordered,
)
from runcard.domain.playbooks.command_checks.early_checks import is_emptied, reads_code
from runcard.domain.playbooks.command_checks.evidence import CAPTURES
from runcard.domain.playbooks.command_checks.follow_up import (
    WAITS,
    Cases,
    cases_of,
    is_proved_below,
)
from runcard.domain.playbooks.command_checks.inner_lines import at_its_worst
from runcard.domain.playbooks.command_checks.made_here import takes_what_it_made
from runcard.domain.playbooks.command_checks.mild import SETS
from runcard.domain.playbooks.command_checks.remade import BUILT
from runcard.domain.playbooks.facts import Facts
from runcard.domain.playbooks.model import Finding, Playbook

# That a log is empty is nothing to be glad of.
EMPTIES = re.compile(r"\btruncate\s+(?:-s|--size)[ =]?0\s+\S{1,200}\.log\b")
COPIES = re.compile(
    r"^\s*(?:sudo\s+)?chmod\s+(?:[ugoa]*\+x|0?7\d\d)\s"
    r"|^\s*(?:sudo\s+)?(?:apt|apt-get|yum|dnf|brew|pip|pip3|npm)\s+(?:-\S+\s+)*(?:install|ci)\b|"
    r"\bdocker\s+(?:push|build|login|pull)\b|"
    r"^\s*(?:sudo\s+)?(?:scp|rsync|gunzip|tar|wget)\b|\b(?:kubectl|docker)\s+cp\b"
    r"|\b(?:s3|storage)\s+(?:cp|sync)\s+(?:s3|gs)://\S+\s+(?!\w+://)"
)
# A function of the house that looks, by its name; a line for the audit, a message to people.
ASKS = re.compile(
    r"^\s*SELECT\s+(?:\w+\.)?(?:pg_)?"
    r"(?:check|verify|validate|get|list|count|show|find|is|has)_\w*\s*\(",
    re.IGNORECASE,
)
NOTES = re.compile(
    r"^\s*INSERT\s+INTO\s+\S*(?:audit|log|history)\w*\b|\bcurl\b.*(?:\bstatuspage\.io/"
    r"|/(?:send-?)?(?:e-?mail|sms|notif|announce)[\w-]*[\"'\s?])",
    re.IGNORECASE,
)
# A flag that is set for the time of the work; that it is taken back is another matter.
SETS_A_FLAG = re.compile(r"^\s*(?:sudo\s+)?ceph\s+osd\s+(?:un)?set\s+\w+\s*$")
# Whoever waits for it shows that it worked; what lies in a queue is only sent once more.
SEEN_BY_OTHERS = re.compile(r"^\s*Unlock-ADAccount\s+-Identity\b|\bpostqueue\s+-f\b")
# A door that is there to be tried: `https://bell.example/hooks/test-ring`.
TRIES_A_DOOR = re.compile(
    r"\bcurl\b.*https?://[^\s\"'?]*/(?:test|probe|dry-run)(?![A-Za-z])", re.DOTALL
)
SAYS = {"echo", "printf", "cd", "true", "exit"}
LISTED_CALLS = re.compile(r"&&|;")
LABEL = 3  # words of a heading or label that only names what stands below
PUTS_BACK = {"uncordon", "resume", "unpause", "unfreeze", "thaw", "unmask", "unblock"}


def check(playbook: Playbook, facts: Facts) -> Iterator[Finding]:
    """Every change without a proof: one finding for the numbered steps of a section that follow
    each other unchecked."""
    cases = cases_of(playbook, facts)
    told: list[Finding] = []
    place = -1
    for block in facts.blocks:
        step = block[0].section.index if _is_step(block[0], facts) else -1
        for part in () if in_reference(block[0], facts) else _alternatives(block):
            for found in _unchecked(part, cases, facts):
                if told and step >= 0 and step == place:
                    told[-1] = replace(told[-1], end_line=max(told[-1].end_line, found.end_line))
                    continue
                told.append(found)
                place = step
    yield from told


def _is_step(act: Act, facts: Facts) -> bool:
    """Its block stands below a numbered line."""
    above = facts.page.lines[max(act.block - 3, 0) : max(act.block - 1, 0)]
    return any(NUMBER_MARK.match(text) for text in above)


def _alternatives(block: Sequence[Act]) -> Iterator[Sequence[Act]]:
    """The block cut where a comment begins another case: `Step 3: if the API is slow`."""
    part: list[Act] = []
    for act in block:
        if part and CASE.search(act.title):
            yield part
            part = []
        part.append(act)
    yield part


def _unchecked(block: Sequence[Act], cases: Cases, facts: Facts) -> Iterator[Finding]:
    """The last change of a block, with nothing after it that looks."""
    if _is_way_back(block[0], facts):
        return
    made = [act for act in block if changes(act, facts) and not EMPTIES.search(act.text)]
    while made and (
        _tidies(made[-1], facts, alone=len(made) == 1) or _starts_again(made[-1], made[:-1])
    ):
        made.pop()
    if not made:
        return
    last = made[-1]
    looked = [
        act
        for act in block
        if act.place > last.place and (looks(act, facts) or tests_as_ordered(act, facts))
    ]
    if (
        looked
        or _ends_in_a_look(last, facts)
        or WAITS.search(last.text)
        or is_proved_below(last, cases, facts)
    ):
        return
    looks_before = [act.place for act in block if act.place < last.place and looks(act, facts)]
    since = max(looks_before, default=-1)
    unseen = [act for act in made if act.place > since]
    told = [f"“{at_its_worst(act, facts)}”" for act in dict.fromkeys((unseen[0], last))]
    yield facts.over("RC746", [act.line for act in unseen], " to ".join(told))


def _ends_in_a_look(act: Act, facts: Facts) -> bool:
    """`… --gpu-reset -i 0 && nvidia-smi`: the last program of the line shows what has become."""
    last = next((call for call in reversed(act.calls) if not call.fed), None)
    if facts.judge is None or last is None or last is act.calls[0] or last.program in SAYS:
        return False
    if not LISTED_CALLS.search(act.text):
        return False
    asked = " ".join((last.program, *last.words))
    return asked in act.text and facts.judge(asked, "shell").effect is Effect.READ_ONLY


def changes(act: Act, facts: Facts) -> bool:
    """Whether it changes something that a check could prove; not a copy, not the session itself."""
    risk = facts.risk(act)
    if risk is None or risk.effect < Effect.MUTATING:
        return False
    if risk.interactive and risk.effect < Effect.DESTRUCTIVE:
        return False
    if only_asks(act, risk.flags, facts) or _is_a_trifle(act, risk.flags, facts):
        return False
    is_mild = risk.effect is Effect.MUTATING
    copies = is_mild and (
        risk.flags & {"egress", "writes_file"}
        or COPIES.search(act.text)
        or reads_code(act)
        or CAPTURES.search(act.text)
    )
    return (
        not copies
        and not risk.flags & {"session", "local", "synthetic"}
        and not (verifies(act, facts) or is_a_test(act, facts))
    )


def _is_a_trifle(act: Act, flags: frozenset[str], facts: Facts) -> bool:
    """What was made for the work is removed, a flag is set for the time of it, or a tool of the
    house puts up a note that everybody sees."""
    removed = [call for call in act.calls if call.program == "rm"]
    paths = [word for call in removed for word in call.plain]
    if paths and all(BUILT.match(p) or "scratch" in facts.speaks("verbs", p) for p in paths):
        return True
    if any(
        one.search(act.text)
        for one in (SETS, SETS_A_FLAG, SEEN_BY_OTHERS, NOTES, REQUEST, TRIES_A_DOOR)
    ):
        return True
    if (
        only_raises_an_alarm(act, facts)
        or tells_people(act, facts)
        or is_said(act)
        or takes_what_it_made(act, facts)
    ):
        return True
    if any(one.match(text) for text in statements(act) for one in (ASKS, NOTES)):
        return True
    noted = {word for call in act.calls for word in (call.program, *call.plain[:1])}
    return "opaque" in flags and any("note" in facts.speaks("verbs", word) for word in noted)


def _is_way_back(act: Act, facts: Facts) -> bool:
    """Under `Undo`: the case is over by then."""
    texts = (act.section.title, facts.label_above(act.block))
    return any(
        len(text.split()) <= LABEL and facts.speaks("setting", text) & {"way_back"}
        for text in texts
    )


def _starts_again(act: Act, before: Sequence[Act]) -> bool:
    """What was stopped for the time of the change, or had no copy left: not the change itself."""
    earlier = [call for one in before for call in one.calls]
    widened = {name for call in act.calls if not is_emptied(call) for name in _scaled(call)}
    emptied = {name for call in earlier if is_emptied(call) for name in _scaled(call)}
    started = {call.words[-1:] for call in act.calls if "start" in call.plain[:3]}
    stopped = {call.words[-1:] for call in earlier if "stop" in call.plain[:3]}
    return len(before) > 1 and bool(started & stopped or widened & emptied)


def _scaled(call: Call) -> tuple[str, ...]:
    """What a command gives a number of copies to: `web=0`, or the name beside `--replicas`."""
    if "scale" not in call.plain[:3]:
        return ()
    return tuple(word.partition("=")[0] for word in call.plain[call.plain.index("scale") + 1 :])


def _tidies(act: Act, facts: Facts, *, alone: bool) -> bool:
    """It puts a thing back: after a change, `uncordon`; alone, where the words above say so."""
    if alone:
        above = f"{facts.label_above(act.block)} | {act.title}"
        return bool(facts.speaks("setting", above) & {"undone", "closed"})
    return any(set(call.plain[:4]) & PUTS_BACK for call in act.calls)

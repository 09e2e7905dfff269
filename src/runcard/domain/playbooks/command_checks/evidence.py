"""Evidence of a breach: lost by a command, kept by nobody, or gone with what is started anew."""

import re
from collections.abc import Iterator, Sequence

from runcard.domain.commands.model import Effect, Evidence
from runcard.domain.commands.untagged import NUMBER_MARK
from runcard.domain.playbooks.acts import Act
from runcard.domain.playbooks.checks.other_clocks import is_timed_like_a_level
from runcard.domain.playbooks.checks.setting import is_about, said_between, short
from runcard.domain.playbooks.command_checks import unsaved
from runcard.domain.playbooks.command_checks.inner_lines import at_its_worst
from runcard.domain.playbooks.command_checks.kept import is_dumped
from runcard.domain.playbooks.command_checks.mild import removes_its_temporary
from runcard.domain.playbooks.command_checks.new_secrets import ends_a_secret, takes_up_the_new
from runcard.domain.playbooks.command_checks.secured import is_looked_into, is_saved_by_then
from runcard.domain.playbooks.command_checks.traces_stay import leaves_every_trace
from runcard.domain.playbooks.facts import Facts, Said
from runcard.domain.playbooks.model import Finding
from runcard.domain.playbooks.page.blocks import Section, fences, labels_alone
from runcard.domain.playbooks.times.clauses import sentences
from runcard.domain.playbooks.words import untitled

# Chapters in which nobody looks into a breach, whatever they are called.
ELSEWHERE = {"roles", "contacts", "severity", "review", "templates", "communication", "drills"}
CHAPTER = 2  # the level of a heading below which those beside it are parts of one case
FAR = 40  # lines above a command among which a copy is spoken of
LONGEST = 600
HEAD = 40  # signs in which an order says what is to be done
# Into a file, what goes over the wire or lies in memory.
CAPTURES = re.compile(
    r"\b(?:tcpdump|dumpcap|tshark)\b[^|;]{0,120}\s-w\s|\b(?:avml|winpmem)\b"
    r"|\b(?:cp|rsync|scp|tar|mv)\s[^|;]{0,160}[/:_-](?:evidence|forensics?)\b"
    r"|\bcp\s+(?:-\w+\s+)*[^\s|;]*(?:\.log\b|/logs?/)[^\s|;]*\s+[^\s|;]"
    r"|\bheap[-_]?(?:dump|snapshot)\b"
)
REBOOTS = re.compile(
    r"^\s*(?:sudo\s+)?(?:reboot|poweroff|halt|shutdown\s+(?!-c)\S)|\b(?:Restart|Stop)-Computer\b"
    r"|\bsystemctl\s+(?:reboot|poweroff)\b"
)


def check(facts: Facts) -> Iterator[Finding]:
    """Everything by which traces go that somebody will look for."""
    lost = [*_lost_by_commands(facts), *_ordered_away(facts), *_after_its_own_word(facts)]
    yield from lost
    yield from _nothing_kept([one.line for one in lost], facts)
    yield from unsaved.check(facts)


def _lost_by_commands(facts: Facts) -> Iterator[Finding]:
    for act in facts.acts:
        if loses_evidence(act, facts):
            yield facts.finding("RC728", act.line, f"“{at_its_worst(act, facts)}”")


def loses_evidence(act: Act, facts: Facts) -> bool:
    """What an investigation needs is destroyed or altered."""
    risk = facts.risk(act)
    if risk is None or risk.evidence is Evidence.NONE or not is_about(act, facts, "security"):
        return False
    if "opaque" in risk.flags and risk.evidence is not Evidence.DESTROYS:
        return False  # only its name sounds so
    if (
        leaves_every_trace(act)
        or removes_its_temporary(act, facts)
        or ends_a_secret(act, facts)
        or (risk.evidence is not Evidence.DESTROYS and _is_kept_above(act, facts))
    ):
        return False
    if is_saved_by_then(act, facts):
        return False
    before = [one for one in facts.block_of(act) if one.place < act.place]
    if risk.evidence is not Evidence.DESTROYS and takes_up_the_new(act, before, facts):
        return False
    if risk.evidence is not Evidence.DESTROYS and is_looked_into(act, before):
        return False
    saved = any(facts.speaks("setting", f"{one.text} {one.title}") & {"saves"} for one in before)
    return not (is_dumped(act, facts) if risk.evidence is Evidence.DESTROYS else saved)


def _is_kept_above(act: Act, facts: Facts) -> bool:
    """A step above it in its chapter, or in one beside it under the same heading, has taken an
    image or a copy of the log."""
    return any(
        _keeps(said.text, facts)
        for section in _of_one_case(act.section, facts)
        for said in said_between(section, act.line - FAR, act.line - 1, facts)
    )


def _of_one_case(section: Section, facts: Facts) -> Sequence[Section]:
    """The section and the others under its heading."""
    if section.level <= CHAPTER or section.parent is None:
        return (section,)
    return facts.page.children(facts.page.sections[section.parent])


def _ordered_away(facts: Facts) -> Iterator[Finding]:
    """`Switch the server off and install it anew`, before anything is kept; once a chapter."""
    for section in facts.page.sections:
        if section.level < 2 or not (
            facts.speaks("setting", facts.titles(section)) & {"security", "privacy"}
        ):
            continue
        if facts.about(section) & {"severity", "templates", "roles", "contacts", "review"}:
            continue
        for said in facts.said_in(section):
            if _keeps(said.text, facts) or facts.speaks("setting", said.text) & {"keeps"}:
                break
            order = next((one for one in sentences(said.text) if _wipes(one, facts)), None)
            if order is not None and said.kind != "row" and not _is_broken_off(said, order, facts):
                yield facts.finding("RC728", said.line, f"“{short(order)}”")
                break


def _after_its_own_word(facts: Facts) -> Iterator[Finding]:
    """`Do not switch them off`, and some steps further `reboot every server`."""
    for section in facts.page.sections:
        if section.level < 2 or not facts.speaks("setting", facts.titles(section)) & {"security"}:
            continue
        kept = 0
        for said in facts.said_in(section):
            told = sentences(said.text) if kept and said.kind != "row" else ()
            order = next((one for one in told if _wipes(one, facts)), None)
            if order is not None:
                yield facts.finding("RC728", said.line, f"“{short(order)}”")
                break
            if facts.speaks("setting", said.text) >= {"powers_off", "forbids"}:
                kept = kept or said.line
        else:
            yield from _rebooted(section, kept, facts)


def _rebooted(section: Section, kept: int, facts: Facts) -> Iterator[Finding]:
    """The same by a command, below the line that forbids it."""
    for fence in fences(section) if kept else ():
        for line, text in enumerate(fence.lines, fence.line + 1):
            if line > kept and REBOOTS.search(text[:LONGEST]):
                yield facts.finding("RC728", line, f"“{short(text)}”")
                return


def _is_broken_off(said: Said, order: str, facts: Facts) -> bool:
    """The sentence began in the line above: `do not switch off or` is not in this one."""
    above = facts.page.lines[said.line - 2].strip() if said.line > 1 else ""
    goes_on = bool(above) and above[-1:] not in ".!?:;。！？" and said.text.startswith(order)
    return said.kind == "paragraph" and goes_on


def _wipes(sentence: str, facts: Facts) -> bool:
    """An order, and no warning against it: memory or disk of a machine are given up."""
    spoken = facts.speaks("setting", sentence)
    head = facts.speaks("setting", sentence[:HEAD])
    gone = "wipes" in head or ("powers_off" in head and "machine" in spoken)
    return gone and "forbids" not in spoken


def _nothing_kept(lost: Sequence[int], facts: Facts) -> Iterator[Finding]:
    """A chapter on a breach that says nothing of keeping what was found; where a line of it gives
    traces away, that has been said already."""
    names = (*(one.title for one in facts.page.sections), *labels_alone(facts.page.lines))
    told = bool(facts.said_of("setting", "keeps")) or any(
        facts.speaks("setting", name) & {"keeps", "kept_here"} for name in names
    )
    told = told or any(_is_a_step(one, facts) for one in facts.page.sections)
    for section in facts.page.sections:
        said = facts.speaks("setting", section.title)
        if (
            section.level < 2
            or "security" not in said
            or said & {"flood", "lost_device", "leaked_key", "weakness"}
            or _calls(section, facts)
            or is_timed_like_a_level(section, facts)
            or facts.about(section) & ELSEWHERE
            or "no_case" in said
            or _is_within_another(section, facts)
        ):
            continue
        if not _is_asked(section, facts):
            continue
        inside = facts.page.under(section)
        first, last = section.line, inside[-1].end
        if any(first <= line <= last for line in lost):
            continue
        body = facts.page.lines[first:last]
        asked = (*body, *_beside_it(section, facts))
        keeps = told or any(CAPTURES.search(text) or _keeps(text, facts) for text in asked)
        acts = [act for act in facts.acts if first < act.line <= last]
        keeps = keeps or any(_writes_a_log(act, facts) for act in acts)
        steps = any(text.lstrip()[:2] in {"- ", "* ", "1."} for text in body)
        if not steps and all(_only_looks(act, facts) for act in acts):
            continue  # it only looks, and what was found lies where it lay
        if not keeps and not is_severity(section.title, facts):
            place = next(
                (n for n, t in enumerate(body, first + 1) if "evidence" in t.lower()), first
            )
            yield facts.finding("RC829", place, section.title)


def _is_a_step(section: Section, facts: Facts) -> bool:
    """`2. Preserve evidence`, in a block of words."""
    return any(
        NUMBER_MARK.match(text) and facts.speaks("setting", text) & {"keeps"}
        for fence in fences(section)
        for text in fence.lines
    )


def _only_looks(act: Act, facts: Facts) -> bool:
    """It changes nothing, and is a tool that is known; what it prints goes into no file."""
    risk = facts.risk(act)
    if risk is None or risk.effect is not Effect.READ_ONLY or "opaque" in risk.flags:
        return False
    return not any(call.writes for call in act.calls)


def _beside_it(section: Section, facts: Facts) -> Sequence[str]:
    """The whole of the step it is one means of: `## Containment`, with `### Throw him out` and
    `### Cut it off`."""
    above = facts.page.sections[section.parent] if section.parent is not None else section
    if above.level != CHAPTER or "mend" not in facts.speaks("parts", above.title):
        return ()
    return facts.page.lines[above.line : facts.page.under(above)[-1].end]


def _is_within_another(section: Section, facts: Facts) -> bool:
    """The chapter on the breach is asked as a whole, and not each of its parts."""
    above = [one for one in facts.page.path(section)[1:] if one.level > 1]
    return any(
        "security" in facts.speaks("setting", one.title) and _is_asked(one, facts) for one in above
    )


def _is_asked(section: Section, facts: Facts) -> bool:
    """A part of a chapter, or a chapter of runbooks or of the process."""
    return section.level > CHAPTER or bool(facts.about(section) & {"runbooks", "process"})


def _writes_a_log(act: Act, facts: Facts) -> bool:
    """What a program has printed into its log goes to a file: `docker logs api > before.txt`."""
    kept = any(call.writes and "log" in f"{call.program} {call.verb}" for call in act.calls)
    return kept and bool(facts.speaks("setting", act.text) & {"traces"})


def _keeps(text: str, facts: Facts) -> bool:
    """It speaks of an image or a copy; or something is copied, and it is a log or the like; or what
    lies in memory stays there: `do not switch it off`."""
    spoken = facts.speaks("setting", text)
    kept = spoken >= {"copies", "traces"} or spoken >= {"powers_off", "forbids"}
    return "saves" in spoken or kept


def _calls(section: Section, facts: Facts) -> bool:
    """`Ring the security officer when`, or a rung of the escalation on which nothing is run: it
    says whom to call, and not what to do."""
    first = untitled(section.title).partition(" ")[0]
    if facts.speaks("steps", first) & {"tell"}:
        return True
    above = facts.page.sections[section.parent] if section.parent is not None else section
    return "escalation" in facts.about(above) and not facts.acts_in(section)


def is_severity(title: str, facts: Facts) -> bool:
    """A level whose name speaks of security is no chapter on a breach."""
    return "severity" in facts.words.headings.all(title)


def is_breach(act: Act, facts: Facts) -> bool:
    """Whether a command stands in a chapter on a breach."""
    return is_about(act, facts, "security")

"""Commands that destroy: without a word of warning, without a copy, under a harmless name."""

import re
from collections.abc import Iterator
from dataclasses import replace

from runcard.domain.commands.model import Effect, Evidence
from runcard.domain.playbooks.acts import Act
from runcard.domain.playbooks.checks.setting import (
    acts_above,
    is_about,
    is_bad,
    is_last_resort,
    is_warned,
    short,
)
from runcard.domain.playbooks.command_checks import misnamed
from runcard.domain.playbooks.command_checks.care import (
    is_called_harmless,
    is_done_with_care,
    is_explained,
    tells_the_loss,
)
from runcard.domain.playbooks.command_checks.evidence import loses_evidence
from runcard.domain.playbooks.command_checks.inner_lines import at_its_worst
from runcard.domain.playbooks.command_checks.kept import is_archived
from runcard.domain.playbooks.command_checks.mild import (
    PREFIX,
    apart,
    comes_back,
    is_small,
    loses_nothing,
)
from runcard.domain.playbooks.command_checks.new_secrets import ends_a_secret
from runcard.domain.playbooks.command_checks.remade import is_remade_below
from runcard.domain.playbooks.command_checks.restores import (
    LIVE,
    asks_to_replace,
    dumps_into,
    is_restore,
    restored,
)
from runcard.domain.playbooks.command_checks.same_again import is_same_elsewhere, is_same_removal
from runcard.domain.playbooks.command_checks.sessions import ends_sessions
from runcard.domain.playbooks.command_checks.ways_back import takes_down_the_applied
from runcard.domain.playbooks.facts import Facts
from runcard.domain.playbooks.model import Finding, Grade
from runcard.domain.playbooks.words import WIDE

RUNS_IT = {"bash", "sh", "zsh", "python", "python3", "perl", "ruby"}
# What stands between a tool of the house and itself.
PIPES = {"xargs", "head", "tail", "sort", "uniq", "grep", "awk", "cut", "sed", "jq", "tr"}
ASKS_NOTHING = re.compile(
    r"\bservice\s+update\b|\bgit\s+(?:push|filter-branch|tag|fetch)\b|\bmc\s+r[mb]\b"
    r"|\bvercel\b"  # it builds anew, without what is kept from the last time
)
# In a loop nobody is asked.
ANSWERS_NOBODY = re.compile(r"^\s*(?:for|while|until)\s[\s\S]{0,400}?\bdo\s|\bxargs\b")
OUT_OF_USE = re.compile(r"(?i)\bupdate-access-key\b.{0,200}\binactive\b|\bkeys?\s+disable\b")
# Somebody else has it: that it works no more is what is wanted.
LEAKED = re.compile(
    r"(?i)\bdelete-(?:access-key|ssh-public-key|service-specific-credential|login-profile)\b"
    r"|\bkeys?\s+delete\b|\bcredential\s+delete\b"
)
# Little is lost, its case is told, it comes last: each is half a word of warning.
FEWEST_GROUNDS = 2
FEWEST_WORDS, FEWEST_WIDE = 2, 6  # words, or signs, of a comment that says what it is for
# `- Shut the gate down (if need be)`: an entry of a list of words, in a fence.
ENTRY = re.compile(r"\s*[-*•]\s+[A-Z]\w+\s+[a-z]")
# Whoever holds one port is named by it.
BY_ITS_PORT = re.compile(r"\blsof\s[^|;&]*-\w*i\w*[ :]?:?\S+[^;&]*\|\s*xargs\s[^|;&]*\bkill\b")


def check(facts: Facts) -> Iterator[Finding]:
    """Everything that takes something away for good."""
    for act in facts.acts:
        yield from _dump_into_live(act, facts)
        yield from _fetched_code(act, facts)
        yield from _wide(act, facts)
        yield from restored(act, facts)
        yield from _spreads_state(act, facts)
        yield from _silenced(act, facts)
    yield from _once_a_removal(facts)
    yield from misnamed.check(facts)


def _once_a_removal(facts: Facts) -> Iterator[Finding]:
    """One finding for the lines that take one thing out of one list after the other."""
    told: list[Finding] = []
    last: Act | None = None
    for act in facts.acts:
        for found in _without_warning(act, facts):
            goes_on = last is not None and is_same_removal(last, act)
            if goes_on and told[-1].grade is found.grade:
                told[-1] = replace(told[-1], end_line=found.end_line)
            else:
                told.append(found)
            last = act
    yield from told


def _without_warning(act: Act, facts: Facts) -> Iterator[Finding]:
    """It cannot be taken back, and nothing says what is lost by it."""
    if not is_bad(act, facts, Effect.DESTRUCTIVE) or is_warned(act, facts):
        return
    if _is_of_another_rule(act) or BY_ITS_PORT.search(act.text) or ENTRY.match(act.text):
        return
    if comes_back(act, facts) or _is_told_otherwise(act, facts) or _is_unknown(act, facts):
        return
    if _fills_the_emptied(act, facts) or _gives_up_a_key(act, facts):
        return
    if is_archived(act, facts) or loses_nothing(act, facts) or _is_told(act, facts):
        return
    above = f"{facts.label_above(act.block) if act.block else ''} | {act.title}"
    spares = is_small(act, facts)
    if spares and (is_same_elsewhere(act, facts) or _is_introduced(act, above, facts)):
        return
    is_bound = bool(facts.speaks("setting", above) & {"condition"}) or is_explained(act, facts)
    grounds = sum((spares, is_bound, is_last_resort(act, facts)))
    if grounds >= FEWEST_GROUNDS:
        return
    found = facts.finding("RC725", act.line, f"“{at_its_worst(act, facts)}”")
    yield replace(found, grade=Grade.WARNING) if grounds else found


def _is_told(act: Act, facts: Facts) -> bool:
    if takes_down_the_applied(act, facts):
        return True
    return is_done_with_care(act, facts) or tells_the_loss(act, facts)


def _is_of_another_rule(act: Act) -> bool:
    """Sessions that are ended, a dump into what lives, a restore."""
    return ends_sessions(act) or dumps_into(act) or is_restore(act)


def _is_unknown(act: Act, facts: Facts) -> bool:
    """A program of the house: its name makes us careful, and what it takes away we cannot say."""
    risk = facts.risk(act)
    own = {call.program for call in act.calls} - PIPES
    return risk is not None and "opaque" in risk.flags and len(own) <= 1


def _gives_up_a_key(act: Act, facts: Facts) -> bool:
    """A token is revoked that somebody else has, as a sentence tells; or the key was put out of use
    in a line above: no data goes, and nothing that works."""
    label = facts.label_above(act.block) if act.block else act.section.title
    if LEAKED.search(act.text) and facts.speaks("prose", label) & {"now"}:
        return True
    if is_about(act, facts, "security") and (
        is_remade_below(act, facts) or ends_a_secret(act, facts)
    ):
        return True
    risk = facts.risk(act)
    if risk is None or "lockout" not in risk.flags or risk.evidence is not Evidence.NONE:
        return False
    if any({"token", "revoke"} <= set(call.plain[:3]) for call in act.calls):
        return act.is_inline or is_about(act, facts, "security")
    return any(OUT_OF_USE.search(one.text) for one in acts_above(act, facts))


def _is_introduced(act: Act, above: str, facts: Facts) -> bool:
    """Of what takes little away it is enough that its own comment says what it is for, or that
    which one it is was found before."""
    is_told = len(act.title.split()) >= FEWEST_WORDS or len(WIDE.findall(act.title)) >= FEWEST_WIDE
    return is_told or bool(facts.speaks("values", above) & {"above"})


def _fills_the_emptied(act: Act, facts: Facts) -> bool:
    """A backup is laid into a folder that the lines above have emptied, which was told there, or
    have put aside."""
    if not any({"restore", "extract"} & set(call.plain) for call in act.calls):
        return False
    before = (one for one in facts.block_of(act) if one.place < act.place)
    return any(call.program in {"rm", "mv"} for one in before for call in one.calls)


def _is_told_otherwise(act: Act, facts: Facts) -> bool:
    """The same command is found for what it destroys: evidence, or whatever another prints."""
    return loses_evidence(act, facts) or bool([*_wide(act, facts)])


def _wide(act: Act, facts: Facts) -> Iterator[Finding]:
    """A deleting command that takes whatever another one prints."""
    if not is_bad(act, facts, Effect.DESTRUCTIVE):
        return
    through = any("xargs" in call.inside for call in act.calls)
    if (
        through
        and not re.search(r"\bhead\b|--limit|-p\b|--interactive", act.text)
        and not (
            PREFIX.search(act.text) or _is_unknown(act, facts) or is_called_harmless(act, facts)
        )
        and not BY_ITS_PORT.search(act.text)
    ):
        yield facts.finding("RC757", act.line, f"“{short(act.text)}”")


def _dump_into_live(act: Act, facts: Facts) -> Iterator[Finding]:
    if not dumps_into(act):
        return
    client = next(call for call in act.calls if call.program in LIVE)
    if client.has("-c", "--command", "-e"):
        yield facts.finding("RC743", act.line, f"“{short(act.text)}”")
    else:
        yield facts.finding("RC730", act.line, f"“{short(act.text)}”")


def _fetched_code(act: Act, facts: Facts) -> Iterator[Finding]:
    """What an interpreter is fed; where it has its code beside it, that is data."""
    for call in act.calls:
        is_code = call.program in RUNS_IT and not call.has("-m", "-c", "-e")
        if is_code and call.fed in {"curl", "wget"}:
            yield facts.finding("RC754", act.line, f"“{short(act.text)}”")


def _spreads_state(act: Act, facts: Facts) -> Iterator[Finding]:
    """More copies of something that holds data."""
    for call in act.calls:
        if call.program not in {"kubectl", "oc"} or call.verb != "scale":
            continue
        kind = call.objects[0].partition("/")[0] if call.objects else ""
        named = " ".join(call.objects)
        count = call.value("--replicas") or ""
        many = count.isdigit() and int(count) > 1
        if (
            many
            and kind.startswith("deploy")
            and facts.speaks("setting", apart(named)) & {"stateful"}
        ):
            yield facts.finding("RC815", act.line, f"“{short(act.text)}”")


def _silenced(act: Act, facts: Facts) -> Iterator[Finding]:
    """`--force` on something that is not destructive by itself and of which nothing warns, or that
    is, where a warning speaks of it but not of the question."""
    if not is_bad(act, facts, Effect.MUTATING):
        return
    known = is_bad(act, facts, Effect.DESTRUCTIVE) != is_warned(act, facts) or asks_to_replace(act)
    forced = ASKS_NOTHING.search(act.text) is None and not ANSWERS_NOBODY.search(act.text)
    if forced and not known and any(call.has("--force", "--assume-yes") for call in act.calls):
        yield facts.finding("RC756", act.line, f"“{short(act.text)}”")

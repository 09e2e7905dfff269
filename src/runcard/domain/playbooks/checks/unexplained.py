"""Orders that need skill, where no word in the whole document says how they are carried out."""

import re
from collections.abc import Iterator
from itertools import islice

from runcard.domain.playbooks.checks.told_ways import (
    CODE,
    LINK,
    Ways,
    is_a_way,
    leads_through_a_menu,
    says_how,
    stems_of,
)
from runcard.domain.playbooks.checks.ways_out import sends_on
from runcard.domain.playbooks.facts import Facts
from runcard.domain.playbooks.model import Finding, Playbook
from runcard.domain.playbooks.page.blocks import Fence, Item, Paragraph, Section, label_of
from runcard.domain.playbooks.procedures.signs import is_sign
from runcard.domain.playbooks.words import folded, plain

BRACKET = re.compile(r"[(（]([^()（）]{1,120})[)）]")
# `Drain mode is off` is a state to look for, and no order.
STATES = re.compile(r"\b(?:is|are|has|have|ist|sind|wurde|est|sont|está|están|é|são)\b")
# `Roll back or go on?`, `roll back vs. go on`: something to be decided.
CHOICE = re.compile(r"\b(?:vs|versus)\b|[?？]\s*$")
# `the copy is back; and`: a part of a sentence that goes on.
# `回滚后：`, `ロールバックした後、`: when the rest is done, in a script without gaps.
AFTERWARDS = re.compile(r"[^:：,，、。]{2,14}(?:后|後|以后|以後|完了時|したら|时)\s?[:：,，、]")
CLAUSE = re.compile(r";(?:\s+\w{1,4})?$")
LAST_WORD = re.compile(r"([^\W\d_]+)\W*$")
SHORT = 30  # signs in which an order says what is to be done
FEW = 6  # words of a line that names a state
NEAR = 3  # entries before and behind one of a small list
MOST = 40  # orders with one verb that are compared


def check(playbook: Playbook, facts: Facts) -> Iterator[Finding]:
    """An order to rotate, isolate or restore, and no word how. The same step told again is told
    once."""
    ways = Ways(facts)
    told: dict[str, list[set[str]]] = {}
    for section in facts.page.sections:
        lines = [
            item.line
            for item in _skilled(section, facts)
            if not _told_how(item, section, facts)
            and not (_is_left_to_runbooks(item, section, facts) and playbook.runbooks)
            and not _is_repeated(item, told)
            and not ways.tell(item, section)
        ]
        if lines:
            first = plain(facts.page.lines[lines[0] - 1]).lstrip("-*0123456789.[] x")
            yield facts.over("RC644", lines, f"“{first[:70]}”")


def _skilled(section: Section, facts: Facts) -> Iterator[Item]:
    """The orders of a section, where it is neither a list of other things nor of principles."""
    about = facts.about(section)
    if about & {"severity", "roles", "contacts", "review", "templates", "drills", "reference"}:
        return
    if facts.speaks("steps", section.title) & {"when", "principles", "by_itself"}:
        return
    is_of_others = is_linked = False
    for block in section.blocks:
        if isinstance(block, Paragraph):
            is_linked = is_linked or any(LINK.search(line.text) for line in block.lines)
            is_of_others = _introduces_others(block, facts) or (
                is_linked and _is_a_short_form(block, facts)
            )
        elif isinstance(block, Item) and not is_of_others and _orders(block, facts):
            yield block


def _introduces_others(block: Paragraph, facts: Facts) -> bool:
    """What stands below it is for nobody to do."""
    last = plain(block.lines[-1].text)
    is_led = last.endswith((":", "：")) and (
        facts.speaks("steps", last) & {"may_be_done"} or facts.speaks("setting", last) & {"saves"}
    )
    return bool(is_led) or _introduces_signs(block, facts) or _is_by_itself(block, facts)


def _is_a_short_form(block: Paragraph, facts: Facts) -> bool:
    """`Quick reference:` above a list; a link further up leads to where all of it stands."""
    last = plain(block.lines[-1].text)
    return last.endswith((":", "：")) and bool(facts.speaks("setting", last) & {"looked_up"})


def _is_by_itself(block: Paragraph, facts: Facts) -> bool:
    """`**Automated response:**` above a list: what the system does; `**Goals:**`: what for."""
    label = label_of(block.lines[-1].text)
    told = facts.speaks("steps", label.name) if label is not None else frozenset()
    return bool(told & {"by_itself", "principles"})


def _introduces_signs(block: Paragraph, facts: Facts) -> bool:
    """`**Symptoms:**` above a list: what is seen, and nothing to do."""
    label = label_of(block.lines[-1].text)
    if label is None or label.value:
        return False
    seen = facts.speaks("steps", label.name) & {"when"}
    return bool(seen) or is_sign(label.name, facts.words)


def _orders(item: Item, facts: Facts) -> bool:
    """The verb stands at the head of the order, or at its end as in German or Japanese."""
    if CLAUSE.search(item.text) and item.text[:1].islower():
        return False
    words = folded(plain(item.text)).strip(" .。")
    known = facts.words.lint.get("steps")
    rule = facts.speaks("steps", " ".join(words.split()[1:2])) & {"only", "needs"}
    if known is None or rule or STATES.search(words[:60]) or _is_a_state(words, facts):
        return False
    if CHOICE.search(words[:200]) or AFTERWARDS.match(words):
        return False
    return any(
        ("skilled" in known.phrases[found.group()] and found.start() == 0)
        or ("skilled_last" in known.phrases[found.group()] and found.end() == len(words))
        for found in known.matches(words[:200])
    )


def _is_a_state(words: str, facts: Facts) -> bool:
    """`Block height agreed`, `Restore failures`: a noun and what became of it. `Restore access` is
    what whoever grants it does, and roles that rotate are people."""
    if facts.speaks("steps", words) & {"unskilled"}:
        return True
    last = LAST_WORD.search(words)
    ends = facts.speaks("steps", last.group(1)) if last is not None else frozenset()
    if "part" in ends and facts.speaks("steps", words) & {"turns"}:
        return True
    return "became" in ends and len(words.split()) <= FEW


def _is_left_to_runbooks(item: Item, section: Section, facts: Facts) -> bool:
    """`Restore.` as a step of the process: how is what the runbooks are for."""
    restores = facts.speaks("steps", plain(item.text)[:SHORT]) & {"restores"}
    return bool(restores) and "process" in facts.about(section)


def _told_how(item: Item, section: Section, facts: Facts) -> bool:
    """In the entry itself, or in brackets; in entries below it, or in a fence further down its
    section."""
    if says_how(item.text, facts) or any(
        is_a_way(part, facts) for part in BRACKET.findall(item.text)
    ):
        return True
    if (
        _is_told_beside(item, section)
        or _is_done_in_a_menu(item, section, facts)
        or _is_sent_on(item, section, facts)
    ):
        return True
    at = section.blocks.index(item) + 1
    below = next(islice(section.blocks, at, at + 1), None)
    if isinstance(below, Item) and below.depth > item.depth:
        return True
    return any(isinstance(block, Fence) for block in section.blocks[at:])


def _is_sent_on(item: Item, section: Section, facts: Facts) -> bool:
    """The next entry of its list links the runbook in which the rest stands."""
    at = section.blocks.index(item) + 1
    following = next(islice(section.blocks, at, at + 1), None)
    return (
        isinstance(following, Item)
        and following.list_line == item.list_line
        and sends_on(facts.page.lines[following.line - 1], facts)
    )


def _is_done_in_a_menu(item: Item, section: Section, facts: Facts) -> bool:
    """An entry above it in its list has led to the page on which it is done."""
    return any(
        isinstance(one, Item)
        and one.list_line == item.list_line
        and one.line < item.line
        and leads_through_a_menu(one.text, facts)
        for one in section.blocks
    )


def _is_told_beside(item: Item, section: Section) -> bool:
    """An entry of the same list has a command with the same verb."""
    verb = next(iter(stems_of(item.text)), "")
    at = section.blocks.index(item)
    near = section.blocks[max(at - NEAR, 0) : at + NEAR + 1]
    beside = (one for one in near if isinstance(one, Item) and one.depth == item.depth)
    codes = (code for one in beside for code in CODE.findall(one.text))
    return bool(verb) and any(verb in stems_of(code) for code in codes)


def _is_repeated(item: Item, told: dict[str, list[set[str]]]) -> bool:
    """Told before with the same words, or with more of them; else it is remembered."""
    verb, *others = stems_of(item.text) or [""]
    known = told.setdefault(verb, [])
    if any(set(others) <= one for one in known):
        return True
    if len(known) < MOST:
        known.append(set(others))
    return False

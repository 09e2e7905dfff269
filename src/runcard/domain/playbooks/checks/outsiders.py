"""Authorities and firms that must be told, and whose number or address nobody wrote down."""

import re
from collections.abc import Iterator
from dataclasses import replace

from runcard.domain.playbooks.checks import hints
from runcard.domain.playbooks.checks.names import name_of
from runcard.domain.playbooks.checks.setting import said_between
from runcard.domain.playbooks.facts import Facts, Said
from runcard.domain.playbooks.model import Finding, Grade, Playbook
from runcard.domain.playbooks.times.clauses import sentences
from runcard.domain.playbooks.times.grammar import spans_in
from runcard.domain.playbooks.words import folded

PARTS = re.compile(r"[;·；]")
NAME = re.compile(r"(?:^|\|)[\s_*]*[^\W\d_][^\[\]<>|]*(?:\||$)")
MAIL = re.compile(r"[\w.+-]@[\w-]+\.\w")
# The beginning of a bracket that is still open.
OPENED = re.compile(r"[(（]([^()（）]{1,20})[^()（）]*$")
# `HRA (Harbour Regulator of Avon)`, `Harbour Regulator (HRA)`
LETTERS = re.compile(
    r"\b[A-Z]{3,10}\s?[(（][^()（）]{3,80}[)）]|[^(（,;.|]{3,80}[(（][A-Z]{3,10}[)）]"
)
CAPITALS = re.compile(r"\b[A-Z]{3,10}\b")
PAGE = re.compile(r"https?://")
LONGEST = 400
BEFORE = 2  # lines above, in which it may stand
HAVE_DAYS = {"regulator", "card_brands"}  # told in writing, within a day or three


def check(playbook: Playbook, facts: Facts) -> Iterator[Finding]:
    """An authority or a firm that must be rung and whose number nobody wrote down."""
    listed = " ".join(f"{contact.label} {contact.value}" for contact in playbook.contacts)
    known = facts.speaks("outsiders", listed) | _left_to_others(playbook, facts)
    known |= _reached_in_a_line(facts) | _given_to_somebody(facts)
    for said in facts.said_of("outsiders"):
        spoken = facts.speaks("outsiders", said.text)
        asked = set() if "to_come" in spoken else spoken - known
        if asked and _is_to_be_told(said, facts):
            whom = facts.word("outsiders", min(asked), said.text) or ""
            has_number = re.search(r"\d[\d ()/-]{5,}", said.text)
            elsewhere = facts.speaks("people", said.text) & {"elsewhere"}
            is_pointed = elsewhere or "http" in said.text
            is_pointed = is_pointed or _is_reached_by_its_letters(whom, said, facts)
            if not (has_number or is_pointed or _is_an_example(whom, said, facts)):
                found = facts.marked(facts.finding("RC407", said.line, whom, whom), whom)
                at_once = facts.speaks("people", said.text) & {"ring"} and not asked <= HAVE_DAYS
                yield found if at_once else replace(found, grade=Grade.WARNING)
                known |= asked


def is_told_in_writing(who: str, facts: Facts) -> bool:
    """An authority whose page is given somewhere: nobody looks it up in a list of numbers."""
    asked = facts.speaks("outsiders", who)
    return (
        bool(asked)
        and asked <= HAVE_DAYS
        and any(
            PAGE.search(line[:LONGEST]) and facts.speaks("outsiders", line) & asked
            for line in (facts.page.lines[at - 1] for at in facts.lines_of("outsiders"))
        )
    )


def _is_reached_by_its_letters(whom: str, said: Said, facts: Facts) -> bool:
    """`the harbour regulator (HRA)`, and elsewhere a line with these letters and a way to it."""
    found = next((one for one in LETTERS.findall(said.text[:LONGEST]) if whom in one), "")
    return any(
        re.search(rf"\b{letters}\b", line[:LONGEST])
        and (PAGE.search(line) or MAIL.search(line) or hints.PHONE.search(line))
        for letters in CAPITALS.findall(found.replace(whom, " "))
        for line in facts.page.lines
    )


def _is_an_example(whom: str, said: Said, facts: Facts) -> bool:
    """`(for example the three days in which a regulator is told)` orders nothing."""
    *above, line = facts.page.lines[max(said.line - 1 - BEFORE, 0) : said.line]
    opened = OPENED.search(" ".join((*above, line.partition(whom)[0])))
    return opened is not None and "examples" in facts.words.labels.all(opened.group(1))


def _reached_in_a_line(facts: Facts) -> set[str]:
    """`Maker 01632 960 188; safety officer safety@fernway.example`: several in one sentence."""
    return {
        one
        for said in facts.said_of("outsiders")
        for part in PARTS.split(said.text)
        if hints.PHONE.search(part) or MAIL.search(part)
        for one in facts.speaks("outsiders", part)
    }


def _given_to_somebody(facts: Facts) -> set[str]:
    """`| Data protection | owner | bookkeeper |` in a table of roles: somebody of the house does
    it."""
    return {
        one
        for said in facts.said_of("outsiders")
        if said.kind == "row" and "roles" in facts.about(said.section)
        for one in facts.speaks("outsiders", said.text.partition("|")[0])
        if NAME.search(said.text.partition("|")[2])
    }


def _left_to_others(playbook: Playbook, facts: Facts) -> set[str]:
    """`Regulator: the harbour master only`, who stands in the list himself."""
    labels = {name_of(contact.label) for contact in playbook.contacts}
    return {
        one
        for said in facts.said_of("outsiders")
        if hints.is_list_of_people(said.section, facts) and said.kind != "row"
        for one in facts.speaks("outsiders", said.text.partition(":")[0])
        if any(label and label in folded(said.text.partition(":")[2]) for label in labels)
    }


def _is_to_be_told(said: Said, facts: Facts) -> bool:
    """An order to ring or tell, or a deadline in a chapter about telling; in a row of a list of
    people it may be what somebody else is there for."""
    if said.kind == "row" and hints.is_list_of_people(said.section, facts):
        first = said.text.partition("|")[0]
        if not facts.speaks("outsiders", first):
            return False
    spoken = facts.speaks("people", said.text)
    if spoken & {"ring", "tells_us"}:
        return "tells_us" not in spoken
    told = facts.speaks("people", facts.titles(said.section)) & {"ring", "telling"}
    timed = bool(told) and bool(spans_in(said.text, facts.words))
    return timed and not _is_a_reason(said, facts)


def _is_a_reason(said: Said, facts: Facts) -> bool:
    """`Call the mate when any of these is true:` above a list: what stands there is no order."""
    if said.kind != "item" or "triggers" in facts.about(said.section):
        return said.kind == "item"
    above = said_between(said.section, said.section.line, said.line, facts)
    lead = next((one.text.rstrip() for one in reversed(above) if one.kind != "item"), "")
    last = (sentences(lead) or ("",))[-1] if lead.endswith((":", "：")) else ""
    return bool(facts.speaks("setting", last) & {"condition"})

"""Checks at the end of a chapter, which hold for all the ways in it."""

from runcard.domain.playbooks.acts import Act
from runcard.domain.playbooks.command_checks.asking import looks
from runcard.domain.playbooks.facts import Facts, Said
from runcard.domain.playbooks.page.blocks import Section

CHAPTER = 2  # the level of the headings below the title
NEAR = 4  # lines below a sentence, in which the command it speaks of begins
WAYS_BACK = {"rollback", "way_back"}


def closes_its_case(section: Section, act: Act, facts: Facts) -> bool:
    """Its own section; or below the same heading `Check after the rollback`; or, in the runbook of
    which it is one of the ways, boxes to tick when all is over."""
    if section is act.section:
        return True
    if section.parent == act.section.parent:
        return _checks_a_way_back(section, facts)
    is_beside_the_ways = CHAPTER < section.level < act.section.level
    return is_beside_the_ways and "review" in facts.about(section)


def end_of_closing_check(act: Act, facts: Facts) -> int:
    """The last line of `Check after the rollback`, below the heading of the ways back; else 0."""
    if act.section.parent is None or act.section.level <= CHAPTER:
        return 0
    beside = facts.page.children(facts.page.sections[act.section.parent])
    return max((one.end for one in beside if _checks_a_way_back(one, facts)), default=0)


def _checks_a_way_back(section: Section, facts: Facts) -> bool:
    checks = {"verify", "diagnosis"} & facts.speaks("parts", section.title)
    return bool(checks and facts.speaks("setting", section.title) & WAYS_BACK)


def is_shown_to_all(said: Said, facts: Facts) -> bool:
    """`Run this after any incident:`, and a command that looks."""
    if "after_incident" not in facts.speaks("prose", said.text):
        return False
    first = next((act for act in facts.acts_in(said.section) if act.line > said.line), None)
    opens = said.text.rstrip(" *").endswith((":", "："))
    if not opens or first is None or first.line > said.line + NEAR:
        return False
    return looks(first, facts) or "verify" in facts.speaks("setting", said.section.title)

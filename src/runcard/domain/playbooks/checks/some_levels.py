"""Whether a place of the document is for some levels only, as a chapter above it says."""

from runcard.domain.playbooks.facts import Facts
from runcard.domain.playbooks.levels.mentions import keys_in
from runcard.domain.playbooks.model import Playbook
from runcard.domain.playbooks.page.blocks import Section
from runcard.domain.playbooks.procedures.runbook_severities import severity_of


def is_for_some_levels(line: int, playbook: Playbook, facts: Facts) -> bool:
    """What stands below `Major incidents (P1)`, or below `**Severity:** P1`, holds for P1."""
    chapters = facts.page.path(facts.section_of(line))
    return any(_has_a_level(one, playbook, facts) for one in chapters if one.level > 1)


def _has_a_level(section: Section, playbook: Playbook, facts: Facts) -> bool:
    levels = playbook.severities
    named = keys_in(section.title, levels, facts.words)
    if named:
        return len(named) < len(levels)
    return severity_of(section, levels, facts.words) is not None

"""A team's document in, a playbook out. Total: any text gives a playbook and its findings."""

from dataclasses import replace

from runcard.domain.playbooks.blocks import Outline
from runcard.domain.playbooks.cadences import cadences_of, stated_cadences
from runcard.domain.playbooks.contacts import contacts_of
from runcard.domain.playbooks.escalations import chains_of, triggers_of
from runcard.domain.playbooks.gaps import findings_of
from runcard.domain.playbooks.identity import meta_of, title_of
from runcard.domain.playbooks.joins import joined, with_cadences
from runcard.domain.playbooks.model import Playbook, SeverityForm
from runcard.domain.playbooks.monitoring import monitoring_period
from runcard.domain.playbooks.outline import outline
from runcard.domain.playbooks.phases import phases_of
from runcard.domain.playbooks.reviews import review_rules
from runcard.domain.playbooks.roles import roles_of
from runcard.domain.playbooks.runbooks import runbooks_of
from runcard.domain.playbooks.severities import levels_of
from runcard.domain.playbooks.severity_groups import level_groups
from runcard.domain.playbooks.templates import templates_of
from runcard.domain.playbooks.vocabulary import Vocabulary


def compile_playbook(text: str, vocabulary: Vocabulary) -> Playbook:
    """Understand a document as far as it can be; what it leaves open is a finding.

    1. Levels where the document defines them. 2. Their times from everywhere else, by key.
    3. All that needs to know the levels. 4. What is missing or said twice.
    """
    page = outline(text)
    groups = level_groups(page, vocabulary)
    defined = levels_of(groups[0], vocabulary) if groups else ()
    known = joined([one.level for one in defined], groups[1:], page, vocabulary)
    said = tuple(stated_cadences(page, known.levels, vocabulary))
    severities = with_cadences(known.levels, said)
    title, title_line = title_of(page)
    playbook = Playbook(
        title,
        title_line,
        page.lines,
        severity_form=groups[0].form if groups else SeverityForm.NONE,
        severity_line=groups[0].line if groups else None,
        severities=severities,
        cadences=cadences_of(page, severities, vocabulary),
        review=review_rules(
            page,
            severities,
            [(one.level.key, text) for one in defined for text in one.reviews],
            vocabulary,
        ),
    )
    playbook = _with_the_rest(playbook, page, vocabulary)
    unread = [*known.unread, *(phrase for one in defined for phrase in one.unread)]
    return replace(playbook, findings=findings_of(playbook, unread, known.clashes))


def _with_the_rest(playbook: Playbook, page: Outline, words: Vocabulary) -> Playbook:
    """What can be read without knowing the levels."""
    roles = roles_of(page, words)
    return replace(
        playbook,
        chains=chains_of(page, words),
        triggers=triggers_of(page, words),
        roles=roles,
        contacts=contacts_of(page, roles, words),
        phases=phases_of(page, words),
        runbooks=runbooks_of(page, words),
        templates=templates_of(page, words),
        monitoring=monitoring_period(page, words),
        meta=meta_of(page, words),
    )

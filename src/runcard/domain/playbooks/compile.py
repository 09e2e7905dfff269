"""A team's document in, a playbook out. Total: any text gives a playbook and its findings."""

from runcard.domain.playbooks.cadences import cadences_of, general_cadences
from runcard.domain.playbooks.contacts import contacts_of
from runcard.domain.playbooks.escalations import chains_of, triggers_of
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
    """Understand a document as far as it can be; what it leaves open is a finding."""
    page = outline(text)
    groups = level_groups(page, vocabulary)
    understood = levels_of(groups[0], vocabulary) if groups else ()
    severities, unread = joined([entry.level for entry in understood], groups[1:], page, vocabulary)
    severities = with_cadences(severities, general_cadences(page, severities, vocabulary))
    said_of_reviews = [(entry.level.key, text) for entry in understood for text in entry.reviews]
    title, title_line = title_of(page)
    roles = roles_of(page, vocabulary)
    return Playbook(
        title=title,
        title_line=title_line,
        lines=page.lines,
        severity_form=groups[0].form if groups else SeverityForm.NONE,
        severity_line=groups[0].line if groups else None,
        severities=severities,
        cadences=cadences_of(page, severities, vocabulary),
        chains=chains_of(page, vocabulary),
        triggers=triggers_of(page, vocabulary),
        roles=roles,
        contacts=contacts_of(page, roles, vocabulary),
        phases=phases_of(page, vocabulary),
        runbooks=runbooks_of(page, severities, vocabulary),
        templates=templates_of(page, vocabulary),
        review=review_rules(page, severities, said_of_reviews, vocabulary),
        monitoring=monitoring_period(page, vocabulary),
        meta=meta_of(page, vocabulary),
    )

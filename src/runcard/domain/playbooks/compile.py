"""A team's document in, a playbook out. Total: any text gives a playbook and its findings."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from runcard.domain.playbooks.chains.escalations import chains_of
from runcard.domain.playbooks.chains.trigger_waits import trigger_wait
from runcard.domain.playbooks.chains.triggers import are_only_rungs, placed_triggers
from runcard.domain.playbooks.document.identity import meta_of, title_of
from runcard.domain.playbooks.document.links import links_of
from runcard.domain.playbooks.facts import Facts
from runcard.domain.playbooks.joins import joined
from runcard.domain.playbooks.levels.called_by_chains import for_their_levels, with_called
from runcard.domain.playbooks.levels.entries import LevelGroup
from runcard.domain.playbooks.levels.groups import level_groups
from runcard.domain.playbooks.levels.in_fences import levels_in_fences
from runcard.domain.playbooks.levels.in_one_line import levels_in_one_line
from runcard.domain.playbooks.levels.ladders import free_ladders
from runcard.domain.playbooks.levels.order import worst_first
from runcard.domain.playbooks.levels.sentences import with_sentences
from runcard.domain.playbooks.levels.severities import levels_of
from runcard.domain.playbooks.lint import findings_of
from runcard.domain.playbooks.messages.cadence_statements import stated_cadences
from runcard.domain.playbooks.messages.cadences import cadences_of, with_cadences
from runcard.domain.playbooks.messages.templates import templates_of
from runcard.domain.playbooks.model import Playbook, Severity, SeverityForm, Text
from runcard.domain.playbooks.page.blocks import Outline
from runcard.domain.playbooks.page.checkboxes import boxes_of
from runcard.domain.playbooks.page.fenced_data import without_data_at
from runcard.domain.playbooks.page.languages import language_of
from runcard.domain.playbooks.page.outline import outline
from runcard.domain.playbooks.people.contacts import contacts_of
from runcard.domain.playbooks.people.duty_hours import duty_hours
from runcard.domain.playbooks.people.fenced_casts import with_casts_written_out
from runcard.domain.playbooks.people.roles import roles_of
from runcard.domain.playbooks.people.war_rooms import war_room
from runcard.domain.playbooks.placing import placed
from runcard.domain.playbooks.procedures.drills import drills_of
from runcard.domain.playbooks.procedures.fences import Found, fences_of
from runcard.domain.playbooks.procedures.monitoring import monitoring_period
from runcard.domain.playbooks.procedures.phases import phases_of
from runcard.domain.playbooks.procedures.runbooks import runbooks_of
from runcard.domain.playbooks.reviews.action_forms import action_form
from runcard.domain.playbooks.reviews.forms import review_fences
from runcard.domain.playbooks.reviews.obligations import review_rules
from runcard.domain.playbooks.settling import settled, still_clashing
from runcard.domain.playbooks.vocabulary import Vocabulary
from runcard.domain.playbooks.words import plain


@dataclass(frozen=True)
class Reading:
    """A playbook as it was read, before it is judged, and what its judges may know."""

    playbook: Playbook
    facts: Facts


def compile_playbook(text: str, vocabulary: Vocabulary) -> Playbook:
    """Understand a document as far as it can be; what it leaves open is a finding."""
    reading = read_document(text, vocabulary)
    return replace(reading.playbook, findings=findings_of(reading.playbook, reading.facts))


def read_document(text: str, vocabulary: Vocabulary) -> Reading:
    """Understand a document without judging it."""
    page = outline(text)
    return read_beside(page, lambda: apart_from_levels(page, vocabulary), vocabulary)


def read_beside(page: Outline, apart: Callable[[], Playbook], vocabulary: Vocabulary) -> Reading:
    """Understand a page, of which somebody else reads what stands apart from its levels.

    1. Levels where the document defines them. 2. Their times from everywhere else, by key.
    3. All that needs to know the levels. 4. What was read apart from them, and its fences.
    """
    groups = _places_of_levels(page, vocabulary)
    defined = levels_of(groups[0], vocabulary) if groups else ()
    known = joined([one.level for one in defined], groups[1:], page, vocabulary)
    levels = with_sentences(known.levels, page, vocabulary)
    said = tuple(stated_cadences(page, levels, vocabulary))
    severities = worst_first(with_cadences(levels, said), vocabulary)
    title, title_line = title_of(page)
    reviews = [(one.level.key, text) for one in defined for text in one.reviews]
    review = review_rules(page, severities, [*reviews, *known.reviews], vocabulary)
    alone = apart()
    cast = with_casts_written_out(page, vocabulary)
    templates = templates_of(without_data_at(cast, _lines_read(groups, alone)), vocabulary)
    playbook = replace(
        alone,
        title=title,
        title_line=title_line,
        lines=page.lines,
        severity_form=groups[0].form if groups else SeverityForm.NONE,
        severity_line=groups[0].line if groups else None,
        severities=with_called(severities, alone.chains),
        chains=for_their_levels(alone.chains, severities, vocabulary),
        cadences=cadences_of(severities, said),
        review=review,
        templates=templates,
        headings=_headings(page),
    )
    playbook = _with_the_fences(playbook, page, vocabulary)
    if not severities:
        playbook = _with_levels_of_runbooks(playbook, page, vocabulary)
    unread = (*known.unread, *(phrase for one in defined for phrase in one.unread))
    after = settled(placed(playbook, page), vocabulary)
    clashes = still_clashing(after.playbook, known.clashes)
    return Reading(after.playbook, Facts(page, vocabulary, unread, clashes, unclear=after.unclear))


def _lines_read(groups: Sequence[LevelGroup], alone: Playbook) -> frozenset[int]:
    """Where something stands that is no message, whatever gaps are beside it."""
    levels = (entry.line for group in groups for entry in group.entries)
    rungs = (step.line for chain in alone.chains for step in chain.steps)
    return frozenset((*levels, *rungs, *(drill.every.line for drill in alone.drills)))


def _places_of_levels(page: Outline, words: Vocabulary) -> tuple[LevelGroup, ...]:
    """Where levels are listed, in the first form in which there are any."""
    return (
        level_groups(page, words)
        or levels_in_one_line(page, words)
        or levels_in_fences(page, words)
        or free_ladders(page, words)
    )


def _with_levels_of_runbooks(playbook: Playbook, page: Outline, words: Vocabulary) -> Playbook:
    """Where only the runbooks state a severity, reviews are asked for by those words."""
    said = {book.severity: book.line for book in playbook.runbooks if book.severity is not None}
    if not said:
        return playbook
    named = [Severity(key, None, line) for key, line in said.items()]
    return replace(playbook, review=review_rules(page, named, (), words))


def _headings(page: Outline) -> tuple[Text, ...]:
    return tuple(
        Text(plain(section.title), section.line, section.end)
        for section in page.sections
        if section.line
    )


def apart_from_levels(page: Outline, words: Vocabulary) -> Playbook:
    """The part of a playbook that can be read without knowing its levels."""
    cast = with_casts_written_out(page, words)
    roles = roles_of(cast, words)
    chains = chains_of(page, words)
    triggers, triggers_line = placed_triggers(page, words)
    if are_only_rungs(triggers, chains):
        triggers, triggers_line = (), None
    return Playbook(
        title=None,
        title_line=None,
        lines=(),
        chains=chains,
        triggers=triggers,
        triggers_line=triggers_line,
        triggers_after=trigger_wait(triggers, words),
        roles=roles,
        contacts=contacts_of(cast, roles, words),
        monitoring=monitoring_period(page, words),
        drills=drills_of(page, words),
        meta=meta_of(page, words),
        language=language_of(page.lines, words),
    )


def _with_the_fences(playbook: Playbook, page: Outline, words: Vocabulary) -> Playbook:
    """What depends on knowing what each fence is."""
    form = action_form(page, words)
    review = playbook.review.template
    reviews = review_fences(page, words) | ({review.text_line} if review else set())
    forms = {form.fence_line if form else None, *reviews}
    templates = tuple(one for one in playbook.templates if one.text_line not in forms)
    found = Found(
        {one.text_line for one in templates},
        reviews,
        {form.fence_line} if form and form.fence_line else set(),
    )
    fences = fences_of(page, found, words)
    by_line = {one.line: one for one in fences}
    boxes, inside = boxes_of(page.lines, fences)
    return replace(
        playbook,
        templates=templates,
        fences=fences,
        action_form=form.form if form else None,
        phases=phases_of(page, by_line, words),
        runbooks=runbooks_of(page, by_line, playbook.severities, words),
        hours=duty_hours(page, fences, playbook.roles, words),
        links=links_of(page, fences, words),
        war_room=war_room(page, words),
        checkboxes=boxes,
        checkboxes_in_fences=inside,
    )

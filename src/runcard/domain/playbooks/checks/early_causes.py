"""A closing message that states the cause before the review has found it."""

from collections.abc import Iterator

from runcard.domain.playbooks.checks.gap_styles import SUBJECT
from runcard.domain.playbooks.facts import Facts
from runcard.domain.playbooks.model import Finding, Playbook, Template

HEAD_LINES = 3  # of a message, among which its subject stands
# It is known that there is one, or it comes with another message.
TOLD_LATER = {"still_open", "cause_is_known", "promised"}
INNER = {"internal", "team", "staff", "management"}


def check(template: Template, playbook: Playbook, facts: Facts) -> Iterator[Finding]:
    """The closing mail states a cause that the review is to find out later. In a short note `cause`
    is what is known by then."""
    due = [one.within for one in playbook.review.deadlines if not one.optional]
    if not due or template.moment != "resolution":
        return
    spoken = facts.speaks("prose", template.text)
    is_mail = any(map(SUBJECT.match, template.text.splitlines()[:HEAD_LINES]))
    if "review_follows" in spoken or _is_a_note(template, facts):
        return
    known = any(_knows_the_cause(one, facts) for one in playbook.templates)
    if known or _is_removed_before(playbook, facts):
        return
    if not (is_mail or "whole_cause" in spoken):
        return
    for line, text in enumerate(template.text.splitlines(), template.text_line):
        word = facts.word("prose", "cause", text)
        if word is not None and not facts.speaks("prose", text) & TOLD_LATER:
            about = f"the review is due “{due[0].text}” (line {due[0].line})"
            yield facts.marked(facts.finding("RC508", line, about), word)
            return


def _knows_the_cause(template: Template, facts: Facts) -> bool:
    """A message of the time before the end tells the whole cause: it is found by then."""
    if template.moment != "update":
        return False
    spoken = facts.speaks("prose", template.text)
    return "whole_cause" in spoken and "still_open" not in spoken


def _is_removed_before(playbook: Playbook, facts: Facts) -> bool:
    """A phase other than the review does away with the whole cause: `find and remove the root
    cause`; the work does not end without it."""
    return any(
        "whole_cause" in facts.speaks("prose", text) and "mends" in facts.speaks("setting", text)
        for phase in playbook.phases
        if "review" not in facts.about(facts.section_of(phase.line))
        for text in facts.page.lines[phase.line : phase.end_line or phase.line]
    )


def _is_a_note(template: Template, facts: Facts) -> bool:
    """A line for colleagues: its title says so, or it lists what is left to do."""
    named = f"{template.title} | {facts.introduction(template.text_line)}"
    if facts.words.audiences.find(named) in INNER:
        return True
    return bool(facts.speaks("prose", template.text) & {"left_to_do"})

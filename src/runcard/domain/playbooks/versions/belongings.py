"""What else a playbook holds, and how it differs: templates, runbooks, phases, roles, contacts."""

from collections.abc import Iterable, Iterator, Mapping

from runcard.domain.playbooks.model import Phase, Playbook, Template
from runcard.domain.playbooks.naming import named
from runcard.domain.playbooks.versions.changes import Change, ChangeKind
from runcard.domain.playbooks.words import folded

FENCES = ("```", "~~~")


def belongings_changed(old: Playbook, new: Playbook) -> Iterator[Change]:
    """In the order in which somebody would miss them."""
    yield from templates_changed(old, new)
    yield from review_form_changed(old, new)
    yield from runbooks_changed(old, new)
    yield from phases_changed(old, new)
    yield from names_changed(
        ChangeKind.ROLE, "role", {one.name: said(one.duties) for one in old.roles},
        {one.name: said(one.duties) for one in new.roles},
    )  # fmt: skip
    yield from contacts_changed(old, new)


def said(texts: Iterable[object]) -> str:
    """The words alone: a line that only moved is no difference."""
    return "\n".join(str(getattr(one, "text", one)) for one in texts)


def templates_changed(old: Playbook, new: Playbook) -> Iterator[Change]:
    """A template under a new title with the old words is the same template."""
    before, after = named(old.templates, "name"), named(new.templates, "name")
    by_text = {one.text: title for title, one in after.items() if title not in before}
    for title, one in before.items():
        if title in after:
            yield from template_changed(title, one, after[title])
        elif one.text in by_text:
            words = f"the template “{title}” is called “{by_text[one.text]}”"
            yield Change(ChangeKind.TEMPLATE, words)
        else:
            words = f"the template “{title}” for {audience(one)} is gone"
            yield Change(ChangeKind.TEMPLATE, words, lost=True)
    known = {one.text for one in before.values()}
    for title, one in after.items():
        if title not in before and one.text not in known:
            yield Change(ChangeKind.TEMPLATE, f"the template “{title}” for {audience(one)} is new")


def template_changed(title: str, old: Template, new: Template) -> Iterator[Change]:
    if old.text.strip() != new.text.strip():
        yield Change(ChangeKind.TEMPLATE, f"the template “{title}” reads differently")
    if folded(old.audience) != folded(new.audience):
        words = f"the template “{title}” is for {audience(new)}, was for {audience(old)}"
        yield Change(ChangeKind.TEMPLATE, words)


def audience(template: Template) -> str:
    return template.audience.strip() or "nobody named"


def review_form_changed(old: Playbook, new: Playbook) -> Iterator[Change]:
    """The form to be filled in afterwards."""
    before, after = old.review.template, new.review.template
    if before is not None and after is None:
        yield Change(ChangeKind.TEMPLATE, "the template of the review is gone", lost=True)
    elif before is None and after is not None:
        yield Change(ChangeKind.TEMPLATE, "the template of the review is new")
    elif before is not None and after is not None and before.text.strip() != after.text.strip():
        yield Change(ChangeKind.TEMPLATE, "the template of the review reads differently")


def runbooks_changed(old: Playbook, new: Playbook) -> Iterator[Change]:
    """Runbooks by their titles; what stands below a title is compared word for word."""
    before = {title: body_of(old, one.line) for title, one in named(old.runbooks).items()}
    after = {title: body_of(new, one.line) for title, one in named(new.runbooks).items()}
    yield from names_changed(ChangeKind.RUNBOOK, "runbook", before, after)


def body_of(playbook: Playbook, line: int) -> str:
    """From a heading to the next one that is not below it; a line that is no heading is itself."""
    depth = depth_of(playbook.lines[line - 1])
    if depth == 0:
        return playbook.lines[line - 1].strip()
    body = [playbook.lines[line - 1].strip()]
    fenced = False
    for words in playbook.lines[line:]:
        fenced ^= words.lstrip().startswith(FENCES)
        if not fenced and 0 < depth_of(words) <= depth:
            break
        body.append(words.strip())
    return "\n".join(one for one in body if one)


def depth_of(line: str) -> int:
    marks = len(line) - len(line.lstrip("#"))
    return marks if marks <= 6 and line[marks : marks + 1] == " " else 0


def phases_changed(old: Playbook, new: Playbook) -> Iterator[Change]:
    """Phases by their titles, then what each of them asks for."""
    before, after = named(old.phases), named(new.phases)
    for title in before:
        if title not in after:
            yield Change(ChangeKind.PHASE, f"the phase “{title}” is gone")
    for title, phase in after.items():
        if title not in before:
            yield Change(ChangeKind.PHASE, f"the phase “{title}” is new")
        else:
            yield from phase_changed(title, before[title], phase)


def phase_changed(title: str, old: Phase, new: Phase) -> Iterator[Change]:
    was, now = time_box(old), time_box(new)
    if was != now:
        yield Change(ChangeKind.PHASE, f"“{title}” has {now}, had {was}")
    before, after = [one.text for one in old.items], [one.text for one in new.items]
    for text in before:
        if text not in after:
            yield Change(ChangeKind.PHASE, f"“{title}” no longer asks “{text}”")
    for text in after:
        if text not in before:
            yield Change(ChangeKind.PHASE, f"“{title}” asks “{text}”")
    if before != after and sorted(before) == sorted(after):
        yield Change(ChangeKind.PHASE, f"“{title}” asks the same in another order")


def time_box(phase: Phase) -> str:
    return "no time box" if phase.timebox is None else f"the time box “{phase.timebox.text}”"


def names_changed(
    kind: ChangeKind, noun: str, old: Mapping[str, str], new: Mapping[str, str]
) -> Iterator[Change]:
    """Things by their names and their words."""
    for name in old:
        if name not in new:
            yield Change(kind, f"the {noun} “{name}” is gone")
    for name, words in new.items():
        if name not in old:
            yield Change(kind, f"the {noun} “{name}” is new")
        elif words != old[name]:
            yield Change(kind, f"the {noun} “{name}” reads differently")


def contacts_changed(old: Playbook, new: Playbook) -> Iterator[Change]:
    """Contacts by their labels, with what they were."""
    before, after = named(old.contacts, "label"), named(new.contacts, "label")
    for label, one in before.items():
        if label not in after:
            yield Change(ChangeKind.CONTACT, f"the contact “{label}” ({one.value}) is gone")
    for label, one in after.items():
        if label not in before:
            yield Change(ChangeKind.CONTACT, f"the contact “{label}” ({one.value}) is new")
        elif one.value != before[label].value:
            words = f"the contact “{label}” is {one.value}, was {before[label].value}"
            yield Change(ChangeKind.CONTACT, words)

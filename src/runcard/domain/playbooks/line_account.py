"""What became of every line: understood, kept as prose under its heading, or bound to nothing."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from runcard.domain.playbooks.facts import Facts
from runcard.domain.playbooks.model import Playbook, TimeValue


@dataclass(frozen=True, slots=True)
class LineAccount:
    """Non-blank lines by what became of them; each stands in exactly one of the three."""

    understood: tuple[int, ...]
    prose: tuple[int, ...]
    unbound: tuple[int, ...]

    @property
    def total(self) -> int:
        """All lines that are not blank."""
        return len(self.understood) + len(self.prose) + len(self.unbound)


def account_of(playbook: Playbook, facts: Facts) -> LineAccount:
    """Every non-blank line of the document, once."""
    lines = [number for number, text in enumerate(facts.page.lines, 1) if text.strip()]
    known = set(_understood(playbook, facts))
    words = {said.line for said in facts.said}
    return LineAccount(
        tuple(line for line in lines if line in known),
        tuple(line for line in lines if line not in known and line in words),
        tuple(line for line in lines if line not in known and line not in words),
    )


def _understood(playbook: Playbook, facts: Facts) -> Iterator[int]:
    yield from (section.line for section in facts.page.sections)
    yield from (text.line for text in playbook.meta.values())
    yield from (text.line for _, text in facts.page.front)
    yield from _levels(playbook)
    yield from _people(playbook)
    yield from _doing(playbook, facts)
    yield from _speaking(playbook)


def _levels(playbook: Playbook) -> Iterator[int]:
    for level in playbook.severities:
        yield level.line
        for text in (level.definition, level.communication, level.action, *level.examples):
            if text is not None:
                yield from range(text.line, (text.end_line or text.line) + 1)
        yield from (name.line for name in level.escalation)
        yield from _of_times((level.response, level.acknowledge, level.resolution, level.cadence))
    yield from (one.every.line for one in playbook.cadences)


def _of_times(times: Iterable[TimeValue | None]) -> Iterator[int]:
    yield from (time.line for time in times if time is not None)


def _people(playbook: Playbook) -> Iterator[int]:
    for chain in playbook.chains:
        yield chain.line
        yield from (step.line for step in chain.steps)
    yield from (text.line for text in playbook.triggers)
    for role in playbook.roles:
        yield role.line
        yield from (duty.line for duty in role.duties)
    yield from (contact.line for contact in playbook.contacts)


def _doing(playbook: Playbook, facts: Facts) -> Iterator[int]:
    for phase in playbook.phases:
        yield from (item.line for item in phase.items)
    for book in playbook.runbooks:
        yield from (text.line for text in book.symptoms)
    for act in facts.acts:
        yield from range(act.line, act.end_line + 1)
    fenced = {act.block for act in facts.acts}
    for fence, _ in facts.fences:
        if fence.line in fenced:
            comments = enumerate(fence.lines, fence.line + 1)
            yield from (line for line, text in comments if text.lstrip().startswith(("#", "--")))
            yield from (fence.line, fence.end)


def _speaking(playbook: Playbook) -> Iterator[int]:
    form = playbook.review.template
    texts = [(one.text_line, one.text) for one in playbook.templates]
    texts += [] if form is None else [(form.text_line, form.text)]
    for first, text in texts:
        yield from range(first - 1, first + text.count("\n") + 2)
    yield from (one.within.line for one in playbook.review.deadlines)
    if playbook.monitoring is not None:
        yield playbook.monitoring.line

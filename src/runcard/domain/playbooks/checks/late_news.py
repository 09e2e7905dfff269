"""News that comes late: promised for the end, told after the repair, or after a deadline."""

from collections.abc import Iterator, Sequence

from runcard.domain.playbooks.facts import Facts
from runcard.domain.playbooks.model import Finding, Meaning, Phase, Playbook, Template
from runcard.domain.playbooks.times.grammar import spans_in

MOST_TOLD = 40  # lines of a phase that are asked when they are due


def check(playbook: Playbook, facts: Facts) -> Iterator[Finding]:
    """Whatever people hear too late."""
    yield from _silence(playbook.templates, facts)
    yield from _told_late(playbook.phases, facts)
    yield from _after_its_deadline(facts)


def _silence(templates: Sequence[Template], facts: Facts) -> Iterator[Finding]:
    """The next word is promised for the end: nothing is heard in between."""
    for template in templates:
        for line, text in enumerate(template.text.splitlines(), template.text_line):
            word = facts.word("prose", "word_at_the_end", text)
            timed = any(span.seconds for span in spans_in(text, facts.words))
            if word is not None and not timed:
                yield facts.marked(facts.finding("RC208", line, f"“{word}”"), word)


def _told_late(phases: Sequence[Phase], facts: Facts) -> Iterator[Finding]:
    """The phase in which people are told comes after the one in which the fault is mended."""
    told = [phase for phase in phases if Meaning.TELL in phase.meanings]
    if not told:
        return
    before = phases[: phases.index(told[0])]
    mends = any(phase.meanings & {Meaning.MITIGATE, Meaning.RECOVER} for phase in before)
    tells = any(facts.speaks("steps", item.text) & {"tell"} for p in before for item in p.items)
    last = {Meaning.RESOLVE, Meaning.AFTER}
    if mends and not (tells or told[0].meanings & last or _goes_along(told[0], facts)):
        yield facts.finding("RC210", told[0].line, told[0].title)


def _goes_along(phase: Phase, facts: Facts) -> bool:
    """A chapter of messages, or one that says when each is due, stands last and is used from the
    beginning."""
    section = facts.section_at(phase.line)
    if section is not None and "templates" in facts.about(section):
        return True
    inside = facts.page.under(section) if section is not None else ()
    told = (one.text for section in inside for one in facts.said_in(section))
    said = [facts.page.lines[phase.line - 1], *told]
    return any(
        facts.speaks("prose", text) & {"throughout"} or spans_in(text, facts.words)
        for text in said[:MOST_TOLD]
    )


def _after_its_deadline(facts: Facts) -> Iterator[Finding]:
    """A notice to an authority waits for something that comes after the time allowed for it."""
    due = {
        one.section.index: one.section
        for one in facts.said_of("people", "authority")
        if any(span.seconds for span in spans_in(one.text, facts.words))
    }
    for section in due.values():
        for one in facts.said_in(section):
            spoken = facts.speaks("people", one.text)
            if spoken >= {"signs", "after_all"}:
                yield facts.finding("RC212", one.line, f"“{one.text[:90]}”")

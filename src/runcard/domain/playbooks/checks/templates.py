"""Messages: none to write from, gaps nobody can fill, or words that will be wrong when sent."""

import re
from collections.abc import Iterator, Mapping

from runcard.domain.playbooks.checks import (
    early_causes,
    gap_styles,
    one_level,
    parts_told,
    same_fields,
)
from runcard.domain.playbooks.checks.gap_styles import NESTED, with_lines
from runcard.domain.playbooks.checks.kept_forms import is_written_once, keeps_messages
from runcard.domain.playbooks.facts import Facts
from runcard.domain.playbooks.model import (
    Finding,
    Placeholder,
    Playbook,
    Template,
)
from runcard.domain.playbooks.page.blocks import Section, label_of

FILLED = re.compile(r"\b\d{1,2}[:.]\d\d\b|\b\d{1,2}\.? [A-Z][a-z]{2,8}\b")
LIST_NUMBER = re.compile(r"^[ \t>]{0,8}\d{1,2}[.)]\s", re.MULTILINE)  # `2. Close` is no date
DOTS = re.compile(r"\.{5,}")
RANGE = re.compile(r"[\[<{(]\s*\d+\s*[-–]\s*\d+\s*[\]>})]$")
LETTERS = re.compile(r"[^\W\d_]{2,}")
OF_WHAT = re.compile(r"\s?%\s*[^\W\d_]{2}")  # `X% of payments`
READERS = {"management", "customers", "public"}


def check(playbook: Playbook, facts: Facts) -> Iterator[Finding]:
    """What is wrong with the templates."""
    yield from _blank_forms(playbook, facts)
    if not playbook.templates:
        is_plan = bool(playbook.severities and playbook.phases)
        if is_plan and _writes_to_people(playbook, facts) and not keeps_messages(facts):
            yield facts.finding("RC501", playbook.title_line or 1)
        return
    yield from gap_styles.check(playbook, facts)
    yield from _no_ending(playbook, facts)
    yield from _without_source(playbook, facts)
    for template in playbook.templates:
        yield from _of_one(template, playbook, facts)


def _writes_to_people(playbook: Playbook, facts: Facts) -> bool:
    """Leaders or guests are kept informed, in a rhythm or a chapter of its own or by one sentence,
    or a channel is opened for the incident: where nobody is told, no text is missed."""
    return (
        bool(playbook.cadences)
        or any("communication" in facts.words.headings.all(one.title) for one in _chapters(facts))
        or any("war_room" in facts.words.headings.all(said.text) for said in facts.said)
        or any(facts.words.audiences.find(said.text) in READERS
               for said in facts.said_of("prose", "news"))
    )  # fmt: skip


def _chapters(facts: Facts) -> Iterator[Section]:
    return (section for section in facts.page.sections if section.level > 1)


def _of_one(template: Template, playbook: Playbook, facts: Facts) -> Iterator[Finding]:
    yield from same_fields.check(template, facts)
    yield from _levels_left_out(template, playbook, facts)
    yield from one_level.check(template, playbook, facts)
    yield from early_causes.check(template, playbook, facts)
    yield from _already_filled(template, facts)


def _without_source(playbook: Playbook, facts: Facts) -> Iterator[Finding]:
    """A gap that has no word in it and none in front of it: nobody can tell what belongs there."""
    for template in playbook.templates:
        for one, text in with_lines(template):
            before, _, after = text.partition(one.token)
            if (
                one.field is None
                and _is_mute(one)
                and not NESTED.match(one.token)
                and text.strip()
                and not (LETTERS.search(before) or before[-1:].isalpha() or after[:1].isalpha())
                and not OF_WHAT.match(after)
            ):
                yield facts.marked(facts.finding("RC502", one.line, one.token), one.token)
                return


def _is_mute(one: Placeholder) -> bool:
    """`[...]` and `<XX>` say nothing; a choice, a range or a blank says at least how to answer."""
    inside = one.token.strip("[]<>{}%$【】＜＞｛｝［］ ")
    answers = one.token[:1] in "_【" or set(one.token) & set("/|") or RANGE.match(one.token)
    return not answers and (not LETTERS.search(inside) or set(inside.upper()) <= {"X"})


def _no_ending(playbook: Playbook, facts: Facts) -> Iterator[Finding]:
    told = [template for template in playbook.templates if not is_written_once(template, facts)]
    moments = {template.moment for template in told}
    titled = any(facts.speaks("titles", s.title) & {"ending"} for s in facts.page.sections)
    if titled or any(_ends(one, facts) for one in playbook.templates) or _has_closing_label(facts):
        return
    if any(_is_quoted(line, facts) for line in facts.lines_of("titles", "over")):
        return
    # Whoever runs it alone writes such texts for himself.
    if moments & {"initial", "update"} and not parts_told.is_one_person(facts):
        yield facts.finding("RC504", playbook.templates[-1].line)


def _is_quoted(line: int, facts: Facts) -> bool:
    """A text without a gap, behind the mark of a quoted line, in a chapter on messages."""
    is_message = facts.about(facts.section_of(line)) & {"templates", "communication"}
    return bool(is_message) and facts.page.lines[line - 1].lstrip().startswith(">")


def _has_closing_label(facts: Facts) -> bool:
    """`**Resolved** – all is well again`, among the messages, with nothing to fill in; or
    `templates in the status tool: Investigating, Resolved`."""
    return any(
        facts.words.moments.all(said.text) & {"resolution"}
        and facts.speaks("prose", said.text) & {"form"}
        and facts.about(said.section) & {"templates", "communication"}
        for said in facts.said_of("prose")
    ) or any(
        (label := label_of(text.lstrip("> "))) is not None
        and facts.words.moments.find(label.name) == "resolution"
        for section in facts.page.sections
        if facts.about(section) & {"templates", "communication"}
        for text in facts.page.lines[section.line : section.end]
    )


def _ends(template: Template, facts: Facts) -> bool:
    """It is for the end by its place or title, or speaks of something that is over."""
    if template.moment == "resolution" or facts.speaks("titles", template.title) & {"ending"}:
        return True
    if any(_asks_for_the_end(one, facts) for one in template.placeholders):
        return True
    return bool(facts.speaks("titles", template.text) & {"ending", "over"})


def _asks_for_the_end(one: Placeholder, facts: Facts) -> bool:
    """`[end time]`: whoever can fill it in writes when all is over."""
    known = facts.words.lint.get("titles")
    inside = one.token.strip("[]<>{}%$【】＜＞｛｝［］ ").replace("_", " ").lower()
    return known is not None and "end_gap" in known.phrases.get(inside, ())


def _levels_left_out(template: Template, playbook: Playbook, facts: Facts) -> Iterator[Finding]:
    """A choice of levels that has not all of them."""
    for line, text in enumerate(template.text.splitlines(), template.text_line):
        if CHOICE.search(text[:400]):
            yield from _choice(line, text, _told_of(playbook), facts)
    form = playbook.review.template
    if form is not None and template is playbook.templates[0]:
        for line, text in enumerate(form.text.splitlines(), form.text_line):
            yield from _choice(line, text, _reviewed(playbook), facts)


CHOICE = re.compile(
    r"(?<![\w/])([A-Za-z]{1,8}-?)?[\[(]?"
    r"((?:[A-Za-z]{0,5}-?\d ?[/|] ?){2,5}[A-Za-z]{0,5}-?\d)(?![\d/])[\])]?"
)


def _choice(line: int, text: str, meant: Mapping[str, bool], facts: Facts) -> Iterator[Finding]:
    """`meant` says of every level whether the document's own rules send this text for it."""
    for found in CHOICE.finditer(text[:400]):
        ends = {part.strip()[-1] for part in re.split(r"[/|]", found.group(2))}
        given = {key for key in meant if key[-1] in ends}
        left = [key for key in meant if key not in given]
        is_meant = any(meant[key] for key in left)
        if given and left and is_meant and len(given) == len(ends):
            said = facts.finding("RC506", line, f"{found.group()} leaves out {', '.join(left)}")
            yield facts.marked(said, found.group())


def _told_of(playbook: Playbook) -> dict[str, bool]:
    """Of a level without a rhythm, where others have one, nobody is told."""
    named = {key for one in playbook.cadences for key in one.keys}
    named |= {level.key for level in playbook.severities if level.cadence}
    return {level.key: not named or level.key in named for level in playbook.severities}


def _reviewed(playbook: Playbook) -> dict[str, bool]:
    """Which levels the document reviews; all but the lightest where it says nothing of them."""
    named = set(playbook.review.required_for or ())
    named |= {key for one in playbook.review.deadlines for key in one.keys}
    named = named or {level.key for level in playbook.severities[:-1]}
    return {level.key: level.key in named for level in playbook.severities}


def _blank_forms(playbook: Playbook, facts: Facts) -> Iterator[Finding]:
    """Dotted blanks that do not say what belongs there."""
    for fence, _ in facts.fences:
        if fence.lang in {None, "text", "txt", "markdown"}:
            lines = [at for at, text in enumerate(fence.lines, fence.line + 1) if DOTS.search(text)]
            if lines:
                yield facts.over("RC510", lines)


def _already_filled(template: Template, facts: Facts) -> Iterator[Finding]:
    """An old announcement with its facts."""
    if not template.placeholders and FILLED.search(LIST_NUMBER.sub("", template.text)):
        yield facts.finding("RC509", template.text_line, template.title)

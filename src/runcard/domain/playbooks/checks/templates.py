"""Messages: none to write from, gaps nobody can fill, or words that will be wrong when sent."""

import re
from collections.abc import Iterator

from runcard.domain.playbooks.facts import Facts
from runcard.domain.playbooks.levels.names import keys_in
from runcard.domain.playbooks.messages.placeholders import style_of
from runcard.domain.playbooks.model import Finding, Placeholder, Playbook, Template
from runcard.domain.playbooks.words import folded

FIELD = re.compile(r"^[\s*_>#-]*([A-Za-zÀ-ÿ][\w /À-ÿ-]{1,28}?)[\s*_]*[:：]")
FILLED = re.compile(
    r"\b\d{1,2}[:.]\d\d\b|\b\d{1,2}\.? [A-Z][a-z]{2,8}\b|\b\d+ (?:min|minutes|hours?)\b"
)
DOTS = re.compile(r"\.{5,}")
SLASHED = re.compile(r"[:：]\s*((?:[A-Z][\w ]{0,20}\s?/\s?){2,5}[A-Z][\w ]{0,20})\s*$")
RANGE = re.compile(r"[\[<{(]\s*\d+\s*[-–]\s*\d+\s*[\]>})]$")
WORD = re.compile(r"[^\W\d_]{3,}")
SUBJECT = re.compile(
    r"^\s*(?:\*\*)?(?:subject|betreff|objet|asunto|assunto|件名|主题)\b", re.IGNORECASE
)
INNER = {"internal", "team", "staff", "management"}


def check(playbook: Playbook, facts: Facts) -> Iterator[Finding]:
    """What is wrong with the templates."""
    yield from _blank_forms(playbook, facts)
    if not playbook.templates:
        if playbook.severities and playbook.phases:
            yield facts.finding("RC501", playbook.title_line or 1)
        return
    yield from _mixed_styles(playbook, facts)
    yield from _no_ending(playbook, facts)
    yield from _without_source(playbook, facts)
    for template in playbook.templates:
        yield from _of_one(template, playbook, facts)


def _of_one(template: Template, playbook: Playbook, facts: Facts) -> Iterator[Finding]:
    yield from _twice(template, facts)
    yield from _levels_left_out(template, playbook, facts)
    yield from _one_level_for_all(template, playbook, facts)
    yield from _cause_too_soon(template, playbook, facts)
    yield from _already_filled(template, facts)


def _mixed_styles(playbook: Playbook, facts: Facts) -> Iterator[Finding]:
    """`[text]`, `<text>` and `XX` in one document: the eye misses the ones it does not expect."""
    asked = [one for template in playbook.templates for one in template.placeholders]
    if playbook.review.template is not None:
        asked += playbook.review.template.placeholders
    asked.sort(key=lambda one: one.line)
    styles: dict[str, Placeholder] = {}
    for one in asked:
        if not one.token.startswith("【"):
            styles.setdefault(style_of([one]), one)
    for template in playbook.templates:
        for line, text in enumerate(template.text.splitlines(), template.text_line):
            found = SLASHED.search(text)
            if found is not None:
                styles.setdefault("slash", Placeholder(found.group(1), line))
    if len(styles) >= 2:
        shown = ", ".join(f"{one.token} (line {one.line})" for one in styles.values())
        yield facts.over("RC503", [one.line for one in styles.values()], shown)


def _without_source(playbook: Playbook, facts: Facts) -> Iterator[Finding]:
    """Tokens that no field of an incident fills, in one finding."""
    asked = [one for template in playbook.templates for one in template.placeholders]
    elsewhere = _words_outside(playbook, facts)
    lost = [one for one in asked if one.field is None and not _has_source(one.token, elsewhere)]
    if lost:
        shown = ", ".join(dict.fromkeys(one.token for one in lost))
        yield facts.marked(facts.finding("RC502", lost[0].line, shown[:160]), lost[0].token)


def _words_outside(playbook: Playbook, facts: Facts) -> set[str]:
    """Every word of the document that stands in no message."""
    spoken = {
        line
        for one in playbook.templates
        for line in range(one.text_line, one.text_line + one.text.count("\n") + 1)
    }
    lines = (text for at, text in enumerate(facts.page.lines, 1) if at not in spoken)
    return {word for text in lines for word in WORD.findall(folded(text))}


def _has_source(token: str, elsewhere: set[str]) -> bool:
    """A choice, a tag, a blank, or a word that the document speaks of elsewhere."""
    if token[:1] in "_【" or set(token) & set("/|") or len(token) < 4 or RANGE.match(token):
        return True
    return any(word in elsewhere for word in WORD.findall(folded(token)))


def _no_ending(playbook: Playbook, facts: Facts) -> Iterator[Finding]:
    moments = {template.moment for template in playbook.templates}
    if "resolution" not in moments and moments & {"initial", "update"}:
        yield facts.finding("RC504", playbook.templates[-1].line)


def _twice(template: Template, facts: Facts) -> Iterator[Finding]:
    """Two lines of one message that ask for the same thing."""
    seen: dict[str, int] = {}
    for line, text in enumerate(template.text.splitlines(), template.text_line):
        found = FIELD.match(text)
        name = folded(found.group(1)).strip() if found else ""
        if name and name in seen:
            about = f"“{found.group(1) if found else ''}” in lines {seen[name]} and {line}"
            yield facts.finding("RC505", line, about)
            return
        if name:
            seen[name] = line


def _levels_left_out(template: Template, playbook: Playbook, facts: Facts) -> Iterator[Finding]:
    """A choice of levels that has not all of them."""
    for line, text in enumerate(template.text.splitlines(), template.text_line):
        yield from _choice(line, text, playbook, facts)
    form = playbook.review.template
    if form is not None and template is playbook.templates[0]:
        for line, text in enumerate(form.text.splitlines(), form.text_line):
            yield from _choice(line, text, playbook, facts)


CHOICE = re.compile(
    r"(?<![\w/])([A-Za-z]{1,8}-?)?[\[(]?"
    r"((?:[A-Za-z]{0,5}-?\d ?[/|] ?){2,5}[A-Za-z]{0,5}-?\d)(?![\d/])"
)


def _choice(line: int, text: str, playbook: Playbook, facts: Facts) -> Iterator[Finding]:
    numbers = {key[-1]: key for level in playbook.severities for key in (level.key,)}
    for found in CHOICE.finditer(text[:400]):
        given = {part.strip()[-1] for part in re.split(r"[/|]", found.group(2))}
        left = [key for number, key in numbers.items() if number not in given]
        if given < set(numbers) and left:
            said = facts.finding("RC506", line, f"{found.group()} leaves out {', '.join(left)}")
            yield facts.marked(said, found.group())


def _one_level_for_all(template: Template, playbook: Playbook, facts: Facts) -> Iterator[Finding]:
    """`[SEV-1]` in the subject of a message that other levels use, too."""
    levels = playbook.severities
    lines = template.text.splitlines()
    if not lines or len(levels) < 2:
        return
    limited = keys_in(template.title, levels, facts.words)
    for at, text in enumerate(lines[:3]):
        keys = keys_in(text, levels, facts.words)
        if len(keys) == 1 and tuple(limited) != tuple(keys) and (at == 0 or SUBJECT.match(text)):
            line = template.text_line + at
            yield facts.finding("RC507", line, f"{keys[0]} in “{text.strip()[:60]}”", keys[0])
            return


def _cause_too_soon(template: Template, playbook: Playbook, facts: Facts) -> Iterator[Finding]:
    """The closing message states a cause that the review is to find out later."""
    due = [one.within for one in playbook.review.deadlines if not one.optional]
    if not due or template.moment != "resolution":
        return
    for line, text in enumerate(template.text.splitlines(), template.text_line):
        word = facts.word("prose", "cause", text)
        if word is not None:
            about = f"the review is due “{due[0].text}” (line {due[0].line})"
            yield facts.marked(facts.finding("RC508", line, about), word)
            return


def _blank_forms(playbook: Playbook, facts: Facts) -> Iterator[Finding]:
    """Dotted blanks that do not say what belongs there."""
    for fence, _ in facts.fences:
        if fence.lang in {None, "text", "txt", "markdown"}:
            lines = [at for at, text in enumerate(fence.lines, fence.line + 1) if DOTS.search(text)]
            if lines:
                yield facts.over("RC510", lines)


def _already_filled(template: Template, facts: Facts) -> Iterator[Finding]:
    """An old announcement with its facts."""
    if not template.placeholders and FILLED.search(template.text):
        yield facts.finding("RC509", template.text_line, template.title)

"""A message with a level in its subject, where other levels use it, too."""

import re
from collections.abc import Iterator, Sequence
from itertools import islice

from runcard.domain.playbooks.checks.gap_styles import SUBJECT
from runcard.domain.playbooks.facts import Facts
from runcard.domain.playbooks.levels.mentions import keys_in
from runcard.domain.playbooks.model import Finding, Playbook, Severity, Template
from runcard.domain.playbooks.words import folded, plain

LETTERS = re.compile(r"[^\W\d_]{2,}")
HEAD_LINES = 3  # of a message, among which its subject stands
OPENING = 6  # words of a sentence, by which it says for which case it is


def check(template: Template, playbook: Playbook, facts: Facts) -> Iterator[Finding]:
    """`[SEV-1]` in the subject of a message that other levels use, too."""
    levels = playbook.severities
    lines = template.text.splitlines()
    for_one = facts.speaks("prose", playbook.title or "") & {"some_only"}
    if not lines or len(levels) < 2 or for_one:
        return
    introduced = f"{template.title} | {facts.introduction(template.text_line)}"
    introduced += f" | {facts.titles(facts.section_of(template.text_line))}"
    introduced += f" | {lines[0]}" if lines[0].lstrip().startswith("#") else ""
    limits = (
        keys_in(introduced, levels, facts.words),
        _levels_that_are_words(introduced, levels),
        *_levels_of_the_case(template, levels, facts),
    )
    for at, text in enumerate(lines[:HEAD_LINES]):
        keys = keys_in(text, levels, facts.words)
        if len(keys) == 1 and tuple(keys) not in limits and (at == 0 or SUBJECT.match(text)):
            line = template.text_line + at
            yield facts.finding("RC507", line, f"{keys[0]} in “{text.strip()[:60]}”", keys[0])
            return


def _levels_of_the_case(
    template: Template, levels: Sequence[Severity], facts: Facts
) -> Iterator[tuple[str, ...]]:
    """`During a SEV-1 incident, these go out within an hour`, at the head of a chapter above: what
    follows is for that."""
    for section in facts.page.path(facts.section_of(template.text_line)):
        said = facts.said_in(section) if section.level > 1 else ()
        for one in islice(said, HEAD_LINES):
            begins = plain(one.text).split()[:OPENING]
            if one.line < template.text_line and _opens_a_case(begins, facts):
                yield tuple(keys_in(" ".join(begins), levels, facts.words))


def _opens_a_case(words: Sequence[str], facts: Facts) -> bool:
    known = facts.words.lint["beside"]
    starts = (" ".join(words[:count]) for count in range(1, OPENING))
    return any(known.exactly(one) == "in_the_case" for one in starts)


def _levels_that_are_words(text: str, levels: Sequence[Severity]) -> tuple[str, ...]:
    """`Note to the board (critical incident)`, where a level is called `Critical`."""
    said = {word.group() for word in LETTERS.finditer(folded(text))}
    return tuple(one.key for one in levels if folded(one.key) in said)

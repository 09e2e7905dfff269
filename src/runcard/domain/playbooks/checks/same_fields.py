"""One message that asks for the same thing twice."""

import re
from collections.abc import Iterator

from runcard.domain.playbooks.checks.gap_styles import MASK
from runcard.domain.playbooks.facts import Facts
from runcard.domain.playbooks.model import Finding, Template
from runcard.domain.playbooks.words import folded, margin_of

RULE = re.compile(r"\s*(?:[-=*_]\s?){3,}\s*$")
FIELD = re.compile(r"^[\s*_>#-]*([A-Za-zÀ-ÿ][\w /À-ÿ-]{1,28}?)[\s*_]*[:：]")
ENTRY = re.compile(r"\s*[-*+•]\s")
BESIDE = 3  # lines: the one above, itself and the one below
NAME_ALONE = re.compile(r"\s*[\w/&-]{1,40}(?: [\w/&-]{1,40}){0,3}\s*[:：]\s*$")


def check(template: Template, facts: Facts) -> Iterator[Finding]:
    """Two lines of one message that ask for the same thing; below another name that stands further
    out, or below a line drawn across, it is another thing."""
    seen: dict[str, int] = {}
    margin = 0
    for line, text in enumerate(template.text.splitlines(), template.text_line):
        found = FIELD.match(text)
        is_out = NAME_ALONE.match(text) is not None and margin_of(text) < margin
        if RULE.match(text) or is_out or _heads_entries(line, facts):
            seen.clear()
        margin = margin_of(text) if text.strip() else margin
        name = folded(found.group(1)).strip() if found else ""
        if name and name in seen and not (MASK.match(found.group(1)) if found else None):
            about = f"“{found.group(1) if found else ''}” in lines {seen[name]} and {line}"
            yield facts.finding("RC505", line, about)
            return
        if name:
            seen[name] = line


def _heads_entries(line: int, facts: Facts) -> bool:
    """An entry below which others stand further in, and that stands further out than the one above:
    the next message has begun."""
    around = facts.page.lines[line - 2 : line + 1] if line > 1 else ()
    if len(around) < BESIDE:
        return False  # at an edge of the page
    above, here, below = around
    return ENTRY.match(here) is not None and margin_of(here) < min(
        margin_of(above), margin_of(below)
    )

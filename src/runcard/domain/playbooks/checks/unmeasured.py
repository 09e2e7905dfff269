"""Words such as `major`, by which levels are told apart and which nobody can measure."""

import re
from collections.abc import Iterator, Sequence

from runcard.domain.playbooks.facts import Facts
from runcard.domain.playbooks.levels.mentions import keys_in
from runcard.domain.playbooks.model import Finding, Severity, Text
from runcard.domain.playbooks.page.blocks import Table, label_of, tables

MEASURE = re.compile(r"\d\s*%|\d[\d.,]*\d{2}\b|\d+k\b")
FIGURE = re.compile(r"\d|\b(?:all|every|no|none|nobody|single|one|two|any)\b", re.IGNORECASE)
AMONG = re.compile(r"[,;、，；]|<br\s*/?>|\s(?:and|or|und|oder|et|ou|y|o|e)\s")
FEWEST_EXAMPLES = 3


def check(levels: Sequence[Severity], facts: Facts) -> Iterator[Finding]:
    """Words such as `significant` tell two levels apart and carry no figure."""
    lines: dict[int, str] = {}
    figures = (_has_a_measure(one.text) for level in levels[:2] for one in described(level))
    if any(figures) or _has_a_matrix(levels, facts):
        return
    for level in levels:
        for text in described(level):
            word = facts.word("prose", "unmeasured", text.text)
            if word is None or FIGURE.search(text.text):
                continue
            if not _is_pinned_by_examples(text, level, levels, facts):
                lines.setdefault(text.line, word.lower())
    if len(lines) < 2 or any(_is_measured_again(one, levels, facts) for one in levels[:2]):
        return
    said = ", ".join(f"“{word}” (line {line})" for line, word in sorted(lines.items()))
    yield facts.over("RC112", sorted(lines), said)


def _is_pinned_by_examples(
    text: Text, level: Severity, levels: Sequence[Severity], facts: Facts
) -> bool:
    """A breach is no share of requests: where the worst level has several examples beside what it
    is for, and this one has some, they tell how bad it is."""
    if level.definition is None or not level.examples or levels[0].definition is None:
        return False
    listed = [part for one in levels[0].examples for part in AMONG.split(one.text) if part.strip()]
    clause = next(
        (part for part in AMONG.split(text.text) if facts.word("prose", "unmeasured", part)), ""
    )
    return len(listed) >= FEWEST_EXAMPLES and bool(
        facts.speaks("setting", clause) & {"security", "weakness", "privacy"}
    )


def _has_a_matrix(levels: Sequence[Severity], facts: Facts) -> bool:
    """A table of signs, several of them for one level, tells what a word leaves open."""
    defined = {level.line for level in levels}
    for section in facts.page.sections:
        if "severity" not in facts.about(section):
            continue
        for table in tables(section):
            keys = [tuple(keys_in(row.cells[-1], levels, facts.words)) for row in table.rows]
            named = [key for key in keys if len(key) == 1]
            apart = not any(row.line in defined for row in table.rows)
            if apart and len(named) == len(keys) > len(set(named)) > 1:
                return True
    return any(
        _measures_each(table, levels, facts)
        for section in facts.page.sections
        for table in tables(section)
    )


def _measures_each(table: Table, levels: Sequence[Severity], facts: Facts) -> bool:
    """`| | S1 | S2 |` above `| Berths shut | > 50 % | 10-50 % |`: a column for each level, and a
    figure in several of them."""
    heads = [tuple(keys_in(cell, levels, facts.words)) for cell in table.head.cells[1:]]
    is_by_level = 1 < len(heads) == len(set(heads)) and all(len(keys) == 1 for keys in heads)
    return is_by_level and any(sum(map(_has_a_measure, row.cells[1:])) > 1 for row in table.rows)


def _is_measured_again(level: Severity, levels: Sequence[Severity], facts: Facts) -> bool:
    """`**P1 (all hands)**` above a list with figures: the table is only the short form of it."""
    if _is_measured_in_its_chapter(level, levels, facts):
        return True
    own = False
    for said in facts.said:
        if said.kind == "paragraph":
            named = tuple(keys_in(said.text, levels, facts.words))
            own = named == (level.key,) and _is_label(said.line, facts)
        elif own and said.kind == "item" and _has_a_measure(said.text):
            return True
    return False


def _is_measured_in_its_chapter(level: Severity, levels: Sequence[Severity], facts: Facts) -> bool:
    """`#### SEV-1`, and below it a list with figures."""
    return any(
        said.kind == "item" and _has_a_measure(said.text)
        for section in facts.page.sections
        if tuple(keys_in(section.title, levels, facts.words)) == (level.key,)
        for said in facts.said_in(section)
    )


def _is_label(line: int, facts: Facts) -> bool:
    return label_of(facts.page.lines[line - 1]) is not None


def _has_a_measure(text: str) -> bool:
    """`More than 5,000 subscribers`: who has counted the worst two can tell the rest."""
    return MEASURE.search(text) is not None


def described(level: Severity) -> tuple[Text, ...]:
    return (level.definition, *level.examples) if level.definition else level.examples

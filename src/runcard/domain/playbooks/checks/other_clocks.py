"""Times that look like those of a level and belong to something else, and levels without one."""

from collections.abc import Sequence

from runcard.domain.playbooks.checks import hints
from runcard.domain.playbooks.facts import Facts
from runcard.domain.playbooks.model import Severity, TimeValue
from runcard.domain.playbooks.page.blocks import Table, tables
from runcard.domain.playbooks.times.clauses import Clash
from runcard.domain.playbooks.times.grammar import spans_in
from runcard.domain.playbooks.words import folded, plain

TOLD = {"communication", "templates", "review", "drills", "metrics", "objectives"}
FEWEST = 2  # codes of levels that nobody read


def is_of_another(clash: Clash, facts: Facts) -> bool:
    """The other place is about messages, or names the levels under another question: by when it is
    delivered, or told to the guests."""
    line = clash.other.line
    section = facts.section_of(line)
    if facts.about(section) & TOLD:
        return True
    asked = {clash.concept, "response_times"}
    for table in tables(section):
        if any(row.line == line for row in table.rows):
            return not _asks(table, section.title, asked, facts)
    text = facts.page.lines[line - 1]
    known = facts.words.labels.all(f"{section.title} | {text}") & asked
    is_plain = facts.words.headings.exactly(plain(section.title)) == "severity"
    spoken = facts.speaks("prose", text) & {"responds", "acknowledges"}
    return not (known or is_plain or spoken or facts.words.headings.all(section.title) & asked)


def _asks(table: Table, title: str, asked: set[str], facts: Facts) -> bool:
    heads = " | ".join((*table.head.cells, title))
    return bool((facts.words.labels.all(heads) | facts.words.headings.all(heads)) & asked)


def worth_telling(levels: Sequence[Severity], facts: Facts) -> bool:
    """Whether anybody would write the time down: not for a level that takes in what the others
    leave, and not where the document numbers other levels than those that were read."""
    named = {folded(found) for said in facts.said for found in hints.LEVEL.findall(said.text)}
    own = " ".join(folded(key) for one in levels for key in (one.key, one.name or ""))
    return len(named) < FEWEST or any(any(s.isdigit() for s in key) for key in own.split())


def takes_the_rest(level: Severity, facts: Facts) -> bool:
    """`Everything else`, `questions`, `for the record only`."""
    said = (level.definition, *level.examples)
    texts = [one.text for one in said if one is not None] + [facts.page.lines[level.line - 1]]
    return any(facts.speaks("beside", text) & {"the_rest"} for text in texts)


def is_bounded_in_a_heading(time: TimeValue, facts: Facts) -> bool:
    """`Immediate` in a row, and `Immediate (0-15 minutes)` above what is done then."""
    word = folded(plain(time.text)).strip(" .!")
    return bool(word) and any(
        folded(plain(one.title)).startswith(word)
        and any(span.seconds for span in spans_in(one.title, facts.words))
        for one in facts.page.sections
    )


def has_a_table_of_answers(facts: Facts) -> bool:
    """`| Level | On-call | Manager |` with a time below each: so soon each of them answers."""
    return any(
        facts.speaks("people", " | ".join(table.head.cells)) & {"paged"}
        and all(spans_in(" | ".join(row.cells), facts.words) for row in table.rows)
        for section in facts.page.sections
        for table in tables(section)
    )

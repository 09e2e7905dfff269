"""Signs that a document says something after all, where no noun was read: then a rule is silent."""

import re
from collections.abc import Callable, Iterable, Sequence
from itertools import islice

from runcard.domain.playbooks.facts import Facts, Said
from runcard.domain.playbooks.model import Playbook, Severity
from runcard.domain.playbooks.page.blocks import Section, Table, tables
from runcard.domain.playbooks.remembered import remembered
from runcard.domain.playbooks.times.clauses import sentences
from runcard.domain.playbooks.times.grammar import spans_in
from runcard.domain.playbooks.vocabulary import Vocabulary
from runcard.domain.playbooks.words import folded, margin_of, plain

LEVEL = re.compile(
    r"(?<![\w-])(?:(?:P|SEV|Sev|S|L|Level|Severity|Class|Tier|Prio|Stufe|Klasse)[ -]?\d"
    r"|(?:Class|Klasse|Stufe|Level|Severity|Priority|Clase|Classe|Nivel|Nível|Niveau|Livello)"
    r" [A-E])(?![\w.-])"
)
# Left for later; not the name of a board or a label.
TO_DO = re.compile(r"(?<![\w/|@#\"'“`-])(?:TODO|TBD|FIXME)(?![\w/|\"'”-])")
FILE = re.compile(r"[\w-]\.(?:md|rst|adoc|txt|pdf|docx?|xlsx?|html?)\b", re.IGNORECASE)
PHONE = re.compile(r"\+?\d[\d ()/-]{6,}\d|\btel\.?\s*:?\s*\d{3,}|\bext\.?\s*\d{2,}", re.IGNORECASE)
ASKED = re.compile(r"^[\W\d_]+|[\W_]+$")
COMMA = re.compile(r"[,;、，]")
CALLS = ("alarm", "pager", "paged", "shift", "ring")
FEWEST = 3  # roles of a list
BOTH = 2
LONGEST_QUESTION = 40
MOST = 4000


def has_heading(facts: Facts, *concepts: str) -> bool:
    """Whether a heading speaks of one of these."""
    wanted = set(concepts)
    return any(facts.words.headings.all(one.title) & wanted for one in facts.page.sections)


def has_levels(facts: Facts) -> bool:
    """Two level tokens, or two lines that begin with the name of a level."""
    tokens: set[str] = set()
    names: set[int] = set()
    for said in islice(facts.said, MOST):
        tokens.update(LEVEL.findall(said.text))
        first = said.text.split(" | ")[0][:40]
        if facts.words.level_names.all(first):
            names.add(said.line)
    headed = sum(bool(facts.words.level_names.all(s.title)) for s in facts.page.sections)
    if len(tokens) >= BOTH or len(names) >= BOTH or headed >= BOTH:
        return True
    return has_heading(facts, "severity") or _rates_its_cases(facts)


def _rates_its_cases(facts: Facts) -> bool:
    """`| Trouble | Severity | Reaction time |`, with more than one severity: the cases stand for
    the definition."""
    return any(
        len(_severities_in(table, facts)) >= BOTH
        for section in facts.page.sections
        for table in tables(section)
    )


def _severities_in(table: Table, facts: Facts) -> set[str]:
    """The severities that a table gives its cases, where it has a column for the time, too."""
    heads = [facts.words.labels.all(cell) for cell in table.head.cells]
    if not any("response" in asked for asked in heads):
        return set()
    rated = [at for at, asked in enumerate(heads) if "key" in asked][:1]
    cells = [folded(plain(row.cells[at])) for row in table.rows for at in rated if row.cells[at:]]
    return {cell for cell in cells if cell}


def speaks_of_updates(facts: Facts) -> bool:
    """A repeated time in a sentence about telling people."""
    told = _any(
        facts, lambda said: bool(facts.words.talk.all(said.text) & {"update", "next"}), True
    )
    return (
        told
        or _is_told_in_rows(facts)
        or _has_a_column_of_rhythms(facts)
        or any(
            span.is_period
            for said in islice(facts.said, MOST)
            if not facts.about(said.section) & {"drills", "oncall", "review", "runbooks"}
            for span in spans_in(said.text, facts.words)
        )
    )


def _has_a_column_of_rhythms(facts: Facts) -> bool:
    """A table with a head for how often, in whatever chapter, and a repeated time below it."""
    return any(
        "cadence" in facts.words.labels.all(head)
        and any(
            span.is_period
            for row in table.rows
            for cell in row.cells[at : at + 1]
            for span in spans_in(cell, facts.words)
        )
        for section in facts.page.sections
        for table in tables(section)
        for at, head in enumerate(table.head.cells)
    )


def _is_told_in_rows(facts: Facts) -> bool:
    """`How often we report`, above a table with a time in its rows."""
    return any(
        one.kind == "row" and spans_in(one.text, facts.words)
        for said in facts.said_of("prose")
        if said.kind != "row" and facts.speaks("prose", said.text) & {"how_often"}
        for one in facts.said_in(said.section)
        if said.line < one.line
    )


def speaks_of_escalating(facts: Facts) -> bool:
    """A heading, or a sentence about nobody answering."""
    if has_heading(facts, "escalation", "triggers", "oncall") or _is_escalated_elsewhere(facts):
        return True
    if facts.lines_of("prose", "unanswered") or facts.lines_of("prose", "next_person"):
        return True
    return _any(facts, lambda said: bool(facts.speaks("people", said.text) & {"calls"}), True)


def _is_escalated_elsewhere(facts: Facts) -> bool:
    """`For escalation use OUR-PHONES.md`: the chain is kept in another file."""
    return any(
        FILE.search(facts.page.lines[said.line - 1]) is not None
        and "escalation" in facts.words.headings.all(said.text)
        for said in facts.said
    )


def calls_nobody(playbook: Playbook, facts: Facts) -> bool:
    """The rules of a board, not of a watch: nothing is graded, timed or typed, and no line speaks
    of an alarm, a duty or a call."""
    is_timed = any(phase.timebox is not None for phase in playbook.phases)
    if playbook.severities or playbook.contacts or facts.acts or is_timed:
        return False
    return not any(facts.lines_of("people", concept) for concept in CALLS)


def lists_who_is_next(facts: Facts) -> bool:
    """`| Who | Phone | Escalates to |` in a list of people, or `| Part | First | Deputy |` among
    the parts people play: each row names the next."""
    return _has_deputies(facts) or any(
        "escalation" in facts.words.headings.all(cell) and len(table.rows) > 1
        for section in facts.page.sections
        if is_list_of_people(section, facts)
        for table in tables(section)
        for cell in table.head.cells
    )


def _has_deputies(facts: Facts) -> bool:
    """Two columns of people, one after the other, below a heading about who does what."""
    known = facts.words.columns.phrases
    return any(
        sum("in_turn" in known.get(folded(cell).strip(), ()) for cell in table.head.cells) >= BOTH
        for section in facts.page.sections
        if facts.about(section) & {"roles", "contacts", "oncall"}
        for table in tables(section)
    )


def speaks_of_roles(facts: Facts) -> bool:
    """A heading about roles, or somebody who leads."""
    if has_heading(facts, "roles") or any(
        facts.speaks("people", one.title) & {"role_heading"} or _asks_who(one.title, facts)
        for one in facts.page.sections
    ):
        return True
    return _any(
        facts,
        lambda said: (
            bool(facts.speaks("people", said.text) & {"leads", "in_charge"})
            or _lists_roles(said.text, facts)
        ),
    )


def _lists_roles(text: str, facts: Facts) -> bool:
    """`Give out the roles: lead, hands, writer`: a label about roles and several behind it."""
    label, colon, rest = text.partition(":")
    if not colon or len(COMMA.findall(rest)) + 1 < FEWEST:
        return False
    known = facts.words.headings.all(label) & {"roles"}
    return bool(known or facts.speaks("people", label) & {"role_heading"})


def is_one_alone(facts: Facts) -> bool:
    """One person is on call and does everything, by design; whom to tell is said as well."""
    alone = any(
        {"alone", "has_duty"} <= facts.speaks("people", text)
        for said in facts.said_of("people", "alone")
        for text in sentences(said.text)
    )
    return alone and bool(facts.said_of("steps", "tell"))


def _asks_who(title: str, facts: Facts) -> bool:
    """`3. Who?` and no more."""
    known = facts.words.lint.get("people")
    bare = ASKED.sub("", title[:LONGEST_QUESTION])
    return known is not None and bool(bare) and known.exactly(bare) == "who"


def is_list_of_people(section: Section, facts: Facts) -> bool:
    """Its heading speaks of contacts, in one of many ways."""
    return _is_about_contacts(section.title, facts.words)


@remembered
def _is_about_contacts(title: str, words: Vocabulary) -> bool:
    known = words.lint.get("people")
    is_named = known is not None and known.speaks_of(title, "contact_heading")
    return is_named or words.headings.speaks_of(title, "contacts")


def has_numbers(facts: Facts) -> bool:
    """A telephone number, or a heading about contacts."""
    return has_heading(facts, "contacts") or any(
        PHONE.search(line[:400]) for line in facts.page.lines
    )


def speaks_of_reviews(facts: Facts) -> bool:
    """A sentence about the review that names a time, or stands in the chapter for afterwards."""
    return _any(
        facts,
        lambda said: (
            "review" in facts.words.review.all(said.text) or is_for_afterwards(said.section, facts)
        ),
        True,
    )


def is_for_afterwards(section: Section, facts: Facts) -> bool:
    """`Afterwards`, where many documents speak of the review without naming it."""
    about = "review" in facts.about(section)
    return about or bool(facts.speaks("prose", section.title) & {"afterwards"})


def is_practised(facts: Facts) -> bool:
    """Any word about practice, wherever it stands."""
    titled = any(facts.speaks("prose", s.title) & {"practised"} for s in facts.page.sections)
    if titled or has_heading(facts, "drills"):
        return True
    return _any(facts, lambda said: "drill" in facts.words.talk.all(said.text)
                or bool(facts.speaks("prose", said.text) & {"practised"})
                or _is_tried_often(said.text, facts))  # fmt: skip


def _is_tried_often(text: str, facts: Facts) -> bool:
    """`The change-over is tried out every month`, `in February and in August`."""
    spoken = facts.speaks("prose", text)
    if "tried" not in spoken:
        return False
    known = facts.words.lint.get("months")
    months = {one.group() for one in known.matches(text)} if known is not None else set()
    rhythms = facts.words.lint.get("rhythms")
    often = rhythms is not None and bool(rhythms.all(text))
    return "rhythm" in spoken or often or len(months) > 1


def is_filled_meanwhile(line: int, facts: Facts) -> bool:
    """The line, or the one into which it runs, says what is done until it is decided."""
    near = facts.page.lines[line - 1 : line + 1]
    return any(facts.speaks("beside", text) & {"until_then"} for text in near)


def _any(facts: Facts, wanted: Callable[[Said], bool], timed: bool = False) -> bool:
    lines: Iterable[Said] = islice(facts.said, MOST)
    return any(wanted(said) and (not timed or _has_time(said, facts)) for said in lines)


def _has_time(said: Said, facts: Facts) -> bool:
    return bool(spans_in(said.text, facts.words))


def own_lines(level: Severity, facts: Facts) -> Sequence[str]:
    """Its row, everything below its heading, or the points further in below its own."""
    lines = facts.page.lines
    section = facts.section_at(level.line)
    if section is not None:
        return lines[level.line - 1 : facts.page.under(section)[-1].end]
    last, margin = level.line, margin_of(lines[level.line - 1])
    while last < len(lines) and lines[last].strip() and margin_of(lines[last]) > margin:
        last += 1
    return lines[level.line - 1 : last]

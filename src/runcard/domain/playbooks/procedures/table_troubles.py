"""Runbooks that are rows of a table: `| Pump dry | Close the valve | Watch the gauge |`."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace

from runcard.domain.playbooks.model import Runbook, Severity, Text
from runcard.domain.playbooks.nouns.procedures import Part, SymptomForm
from runcard.domain.playbooks.page.blocks import Outline, Paragraph, Row, Section, Table, tables
from runcard.domain.playbooks.procedures.part_names import own_name, part_name
from runcard.domain.playbooks.procedures.phase_headings import phase_headings
from runcard.domain.playbooks.procedures.runbook_severities import severity_of
from runcard.domain.playbooks.procedures.signs import is_symptoms, is_trouble
from runcard.domain.playbooks.times.clauses import says_nothing
from runcard.domain.playbooks.topics import topics
from runcard.domain.playbooks.vocabulary import Vocabulary
from runcard.domain.playbooks.words import WIDE, folded, plain, trailing_parenthesis, untitled

OTHER_CHAPTERS = {
    "severity", "contacts", "roles", "templates", "review", "escalation", "triggers", "oncall",
    "drills", "communication", "metrics", "war_room",
}  # fmt: skip
LOOKS = {"diagnosis", "check", "checks", "look", "verification"}
CHECKS = {"check", "checks", "look"}
TROUBLES = {"many", "trouble", "faults"}
FEWEST = 2
SHORTEST_TOLD = 16
Columns = Mapping[int, str]


def troubles_in_tables(
    page: Outline,
    known: Sequence[Section],
    severities: Sequence[Severity],
    words: Vocabulary,
) -> Iterator[Runbook]:
    """A runbook for each row of a table of troubles that stands in no runbook and in no phase,
    unless its rows are worked off below headings of the same names, or only to be looked up beside
    runbooks."""
    within = [*known, *phase_headings(page, words)]
    taken = {one.index for section in within for one in page.under(section)}
    titles = {folded(untitled(one.title)) for one in page.sections}
    others = OTHER_CHAPTERS | ({"reference"} if known else set())
    for section in page.sections:
        if section.index in taken or topics(page, section, words) & others:
            continue
        for table in tables(section):
            parts = _part_columns(table, words)
            if _is_of_troubles(table, section, parts, words) and not _named_in(table, titles):
                yield from _rows(table, section, (parts, severities), words)


def _is_of_troubles(table: Table, section: Section, parts: Columns, words: Vocabulary) -> bool:
    """The first column names the trouble; the others tell of two parts, or of the repair alone
    beside its signs or below a heading about troubles; most of the repairs say more than where to
    read on."""
    head = _bare(table.head.cells[0]) if table.head.cells else ""
    if not parts or len(table.rows) < FEWEST or not _is_called_trouble(head, words):
        return False
    repairs = [at for at, name in parts.items() if name not in LOOKS]
    shows = any(is_symptoms(_bare(one), words) for one in table.head.cells[1:])
    is_enough = len(parts) >= FEWEST or shows or _is_by_kind(table, section, words)
    is_enough = is_enough or _says_why(table, words)
    if not repairs or not (is_enough or _lists_troubles(section, words)):
        return False
    cells = [row.cells[at] for row in table.rows for at in repairs if at < len(row.cells)]
    told = [one for one in cells if _width(one) >= SHORTEST_TOLD and not one.startswith("[")]
    return 2 * len(told) > len(cells)


def _width(said: str) -> int:
    """How much is said: a sign of a script without spaces says as much as three letters."""
    return len(said) + 2 * len(WIDE.findall(said))


def _says_why(table: Table, words: Vocabulary) -> bool:
    """`Symptom`, `Likely cause`, `Fix`; behind `Incident`, it may be told of those there were."""
    first, *others = map(_bare, table.head.cells)
    is_past = words.works.exactly(first) == "case"
    return not is_past and any(words.fields.speaks_of(one, "root_cause") for one in others)


def _is_by_kind(table: Table, section: Section, words: Vocabulary) -> bool:
    """`Situation` beside `What to do`, and no third column that would tell of something else; below
    `Containment by kind` they are ways of doing that."""
    head, bare = table.head.cells, trailing_parenthesis(untitled(section.title))[0]
    is_step = words.meanings.all(bare) or part_name(bare, words) is not None
    return len(head) == FEWEST and words.works.exactly(_bare(head[0])) == "case" and not is_step


def _lists_troubles(section: Section, words: Vocabulary) -> bool:
    """`Scenarios`, `Common problems`, `Troubleshooting`."""
    title = untitled(section.title)
    is_of_kinds = not TROUBLES.isdisjoint(words.signs.all(title))
    is_listed = "runbooks" in words.about(title) or part_name(title, words) == "diagnosis"
    return is_of_kinds or is_listed


def _is_called_trouble(head: str, words: Vocabulary) -> bool:
    """`Failure`, `Störung`, `Symptom`, `Scenario`."""
    is_case = words.process.exactly(head) == "scenario" or is_trouble(head, words)
    is_named = "trouble" in words.columns.phrases.get(folded(head), ())
    is_named = is_named or words.works.exactly(head) == "case"
    return is_case or is_named or is_symptoms(head, words)


def _part_columns(table: Table, words: Vocabulary) -> dict[int, str]:
    """The columns behind the first that tell what is done, by the names of their parts."""
    heads = [_bare(cell) for cell in table.head.cells]
    said = {at: _part_of(head, words) for at, head in enumerate(heads) if at}
    named = {at: name for at, name in said.items() if name is not None}
    return _first_looks(named) if "verification" in named.values() else named


def _first_looks(named: Columns) -> dict[int, str]:
    """`Check` beside `Verify` is no look at the repair: it is the one that comes before it."""
    return {at: "diagnosis" if name in CHECKS else name for at, name in named.items()}


def _part_of(head: str, words: Vocabulary) -> str | None:
    """`Containment and diagnosis` is called as a heading of that name would be."""
    if is_symptoms(head, words):
        return None
    if words.signs.exactly(head) == "deeds":
        return "recovery"
    does = words.labels.exactly(head) == "action" or words.parts.find(head) is not None
    return part_name(head, words) or (own_name(head, words) if does else None)


def _named_in(table: Table, titles: Collection[str]) -> bool:
    return any(folded(plain(untitled(row.cells[0]))) in titles for row in table.rows if row.cells)


def _rows(
    table: Table,
    section: Section,
    known: tuple[Columns, Sequence[Severity]],
    words: Vocabulary,
) -> Iterator[Runbook]:
    columns, severities = known
    for row in table.rows:
        if not row.cells or not row.cells[0]:
            continue
        signs = tuple(_signs(table, row, words))
        severity = severity_of(_as_section(table, row, section), severities, words)
        yield Runbook(
            untitled(row.cells[0]),
            row.line,
            signs,
            severity.text if severity else None,
            severity.line if severity else None,
            end_line=row.line,
            symptom_form=SymptomForm.SENTENCE if signs else None,
            parts=tuple(_parts(row, columns, words)),
            verification=_proof(row, columns, words),
        )


def _parts(row: Row, columns: Columns, words: Vocabulary) -> Iterator[Part]:
    for name in dict.fromkeys(name for name, _ in _told(row, columns, words)):
        yield Part(name, row.line, row.line)


def _proof(row: Row, columns: Columns, words: Vocabulary) -> Text | None:
    """What the column called so says."""
    said = [cell for name, cell in _told(row, columns, words) if name == "verification"]
    return Text(plain(said[0]), row.line) if said else None


def _told(row: Row, columns: Columns, words: Vocabulary) -> Iterator[tuple[str, str]]:
    """Each part with its cell; a dash says nothing."""
    for at, name in columns.items():
        if at < len(row.cells) and not says_nothing(row.cells[at], words):
            yield name, row.cells[at]


def _signs(table: Table, row: Row, words: Vocabulary) -> Iterator[Text]:
    """The cell below `Symptoms`, if the trouble has a name beside it."""
    for at, cell in enumerate(row.cells):
        is_head = 0 < at < len(table.head.cells)
        if is_head and cell and is_symptoms(_bare(table.head.cells[at]), words):
            yield Text(plain(cell), row.line)


def _as_section(table: Table, row: Row, above: Section) -> Section:
    """The row as a heading with a label for each of its cells."""
    said = tuple(
        Text(f"**{_bare(head)}**: {cell}", row.line)
        for head, cell in zip(table.head.cells[1:], row.cells[1:], strict=False)
        if cell
    )
    blocks = (Paragraph(row.line, said),) if said else ()
    return replace(
        above, level=above.level + 1, title=row.cells[0], line=row.line, end=row.line, blocks=blocks
    )


def _bare(cell: str) -> str:
    return plain(cell).strip(" :：")

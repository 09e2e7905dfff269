"""Writes docs/reference/trace: what each promising line of the reference documents does today.

Lines are named by number and kind; nothing is quoted. `RUNCARD_REFERENCE` says where they lie.
"""

import os
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from runcard.adapters.reference_works import read_vocabulary
from runcard.domain.people.model import TeamFile
from runcard.domain.playbooks.card import Card
from runcard.domain.playbooks.compile import compile_playbook
from runcard.flows.lines_in_force import Mechanism
from runcard.flows.trace_of_lines import Behaviour, Traced, trace
from runcard.kernel.ids import PlaybookId

ROOT = Path(__file__).parents[1]
PAGES = Path("docs") / "reference" / "trace"
CLOCKS = "tests/rooms/incidents/test_clocks.py"
SHOWN = {
    Mechanism.ACKNOWLEDGE: (
        CLOCKS, "test_an_open_incident_owes_an_answer_a_response_and_an_update",
    ),
    Mechanism.RESPOND: (
        "tests/flows/test_documents_in_force.py", "test_the_first_status_change_is_a_response",
    ),
    Mechanism.UPDATE: (
        "tests/flows/test_documents_in_force.py", "test_an_update_starts_the_clock_of_the_next_one",
    ),
    Mechanism.MONITORING: (CLOCKS, "test_monitoring_ends_after_the_promised_period"),
    Mechanism.REVIEW: (CLOCKS, "test_after_the_resolution_only_the_review_is_owed"),
    Mechanism.ESCALATION: (
        "tests/flows/test_an_alert_wakes_somebody.py",
        "test_an_unanswered_page_goes_on_to_the_next_levels",
    ),
    Mechanism.NEXT_STEP: (
        "tests/rooms/playbooks/procedures/test_phase_of.py",
        "test_a_document_of_headings_says_what_its_phase_for_the_moment_asks",
    ),
    Mechanism.MESSAGE: (
        "tests/rooms/comms/test_fill.py",
        "test_the_documents_templates_are_chosen_by_the_moment",
    ),
    Mechanism.FILLED: (
        "tests/rooms/comms/test_fill.py",
        "test_what_is_known_is_filled_and_the_rest_is_a_gap_with_its_place",
    ),
    Mechanism.GAP: ("tests/rooms/comms/test_fill.py", "test_every_gap_stands_where_it_says"),
    Mechanism.REVIEW_FORM: (
        "tests/flows/test_an_alert_wakes_somebody.py",
        "test_the_review_is_drafted_from_the_documents_own_form",
    ),
}  # fmt: skip
"""The test that shows that a line so followed does something."""

INTRODUCTION = """\
What each promising line of the reference document `{name}` does in the product today, as
`runcard trace` says it. Lines count from 1. Written by `tools/write_trace.py`; a test fails when
the page is out of date.

{counts}

| line | kind | behaviour | shown by |
|---|---|---|---|
"""
INDEX = """\
# What the lines of the reference documents do

Every line of a document that promises something (a time, a person, a command, a message, a field,
a step, an interval, a link, a drill) should do something in the product. These pages keep, for each
reference document, what each of its lines does today. `none yet` is said where nothing does.

| document | promises | carried out | none yet |
|---|---|---|---|
"""


def pages(reference: Path) -> dict[str, str]:
    """The text of every page, by its file name."""
    found = {}
    index = INDEX
    for document in sorted((reference / "playbooks").glob("*.md")):
        rows = rows_of(document)
        found[document.name] = "".join(page_of(document.stem, rows))
        none = sum(1 for row in rows if row.behaviour is Behaviour.NONE)
        kept = len(rows) - none
        link = f"[{document.stem}]({document.name})"
        index += f"| {link} | {len(rows)} | {kept} | {none} |\n"
    found["README.md"] = index
    return found


def rows_of(document: Path) -> tuple[Traced, ...]:
    words = document.read_text("utf-8-sig")
    playbook = compile_playbook(words, read_vocabulary())
    return trace(Card(PlaybookId("pb_trace"), document.stem, playbook, TeamFile()))


def page_of(name: str, rows: Sequence[Traced]) -> Iterator[str]:
    counted = (f"{sum(1 for row in rows if row.behaviour is one)} {one.value}" for one in Behaviour)
    yield f"# The lines of {name}\n\n"
    yield INTRODUCTION.format(name=name, counts=f"{len(rows)} promises: {', '.join(counted)}.")
    said = [
        f"| {row.line} | {row.kind.value} | {row.behaviour.value} | {shown_by(row)} |\n"
        for row in rows
    ]
    yield from dict.fromkeys(said)


def shown_by(row: Traced) -> str:
    if row.by not in SHOWN:
        return ""
    file, test = SHOWN[row.by]
    return f"`{file}::{test}`"


def main() -> int:
    """Write every page; says which were changed."""
    reference = Path(os.environ.get("RUNCARD_REFERENCE", ROOT.parent / "shared"))
    if not (reference / "playbooks").is_dir():
        print(f"no reference documents: {reference}/playbooks is not there (RUNCARD_REFERENCE)")
        return 1
    for name, text in pages(reference).items():
        path = ROOT / PAGES / name
        path.parent.mkdir(parents=True, exist_ok=True)
        if not path.exists() or path.read_text("utf-8") != text:
            path.write_text(text, "utf-8")
            print(f"wrote {PAGES / name}")
    return 0


if __name__ == "__main__":
    sys.exit(main())

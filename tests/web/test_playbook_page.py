"""The source of a playbook, line beside finding."""

from starlette.testclient import TestClient

from runcard.domain.playbooks.model import Finding, Flaw, Grade
from runcard.interfaces.web.source_notes import lines_with_notes
from runcard.interfaces.web.wording import playbook_says
from tests.web.sample_card import a_playbook


def test_every_line_has_an_anchor_by_name_and_by_version(ada: TestClient) -> None:
    for address in ("/playbooks/pb_7", "/playbooks/when-things-break.md"):
        page = ada.get(address).text
        assert all(f'id="L{number}"' in page for number in range(1, 36))


def test_a_finding_stands_beside_its_line(ada: TestClient) -> None:
    lines = lines_with_notes(a_playbook())
    assert [each.finding.code for each in lines[23].remarks] == ["RC131"]
    assert lines[12].notes[0].kind == "Severity 1 of 4"
    assert "is bound to nobody here" in ada.get("/playbooks/pb_7").text


def test_markup_in_a_document_is_only_text(ada: TestClient) -> None:
    assert "stock-db &lt;today&gt;" in ada.get("/playbooks/pb_7").text


def test_the_heading_counts_what_stops_it() -> None:
    error = Finding("RC1", 1, 1, Grade.ERROR, Flaw.CONTACTS, "a", "b")
    warning = Finding("RC2", 1, 1, Grade.WARNING, Flaw.VAGUE, "a", "b")
    assert playbook_says([error, error, warning]).startswith("Two things to fix")
    assert playbook_says([warning]) == "It can be trusted; one thing is left open"
    assert playbook_says([]) == "Nothing in this playbook needs fixing"


def test_the_library_lists_what_is_in_force(ada: TestClient) -> None:
    assert "One playbook is in force" in ada.get("/playbooks").text

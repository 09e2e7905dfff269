"""A kind of finding is read from its table, and a finding says whom it is about."""

from runcard.adapters.reference_works import read_vocabulary
from runcard.domain.playbooks.findings import GAP, finding, kinds_from
from runcard.domain.playbooks.model import Flaw, Grade

TABLE = {
    "RC402": {
        "severity": "error",
        "class": "contacts",
        "says": "A contact is a placeholder",
        "fix": "- **…**: a real number",
        "why": "Nobody can be reached.",
        "rule": "RB063",
    }
}


def test_a_kind_is_read_with_its_grade_and_its_class() -> None:
    kind = kinds_from(TABLE)["RC402"]
    assert (kind.grade, kind.flaw, kind.rule) == (Grade.ERROR, Flaw.CONTACTS, "RB063")


def test_a_finding_says_whom_it_is_about_and_offers_the_line_to_add() -> None:
    found = finding(kinds_from(TABLE)["RC402"], 12, "Tea Lady ([Phone])", "Tea Lady")
    assert (found.code, found.line, found.end_line) == ("RC402", 12, 12)
    assert found.message == "A contact is a placeholder: Tea Lady ([Phone])"
    assert found.fix == "- **Tea Lady**: a real number"


def test_a_finding_about_the_document_needs_no_name() -> None:
    assert finding(kinds_from(TABLE)["RC402"], 1).message == "A contact is a placeholder"


def test_the_codes_of_the_first_version_mean_what_they_meant() -> None:
    first = (
        "RC001 RC101 RC102 RC103 RC104 RC105 RC201 RC202 RC203 RC301 RC302 RC401 RC402 RC501 "
        "RC502 RC601 RC602"
    )
    assert set(first.split()) <= set(read_vocabulary().kinds)


def test_every_command_rule_has_one_code() -> None:
    rules = [kind.rule for kind in read_vocabulary().kinds.values() if kind.rule]
    assert sorted(rules) == [f"RB{number:03}" for number in range(1, 71)]


def test_a_fix_is_never_a_mere_gap() -> None:
    kinds = read_vocabulary().kinds
    for kind in kinds.values():
        assert finding(kind, 1).fix.strip(" `") not in {"", GAP}, kind.code
    dead = finding(kinds["RC021"], 1, "#weir", "#the-weir")
    assert dead.fix == "#the-weir"

"""How old a document may become: by its own rule, by the day it names, by a year."""

import pytest

from runcard.domain.playbooks.vocabulary import Vocabulary
from tests.rooms.playbooks.plain_judge import found_in


@pytest.mark.parametrize(
    ("rule", "found"),
    [
        ("If this page is older than 6 months, ring the master.", {"RC015"}),
        ("If this page is older than 18 months, ring the master.", set()),
        ("This page is reviewed every quarter.", {"RC015"}),
        ("The pumps are older than 6 months.", {"RC013"}),
    ],
)
def test_a_document_is_held_to_its_own_rule(rule: str, found: set[str], words: Vocabulary) -> None:
    text = f"# Gates\n\n**Owner**: the master\n**Last updated**: 2026-02-20\n\n{rule}\n"
    codes = {one.code for one in found_in(text, words)}
    assert codes & {"RC013", "RC015", "RC016"} == found


def test_what_is_a_year_old_is_told_once(words: Vocabulary) -> None:
    text = "# Gates\n\n**Owner**: the master\n**Last updated**: 2024-02-20\n"
    codes = {one.code for one in found_in(text, words)}
    assert codes & {"RC013", "RC015", "RC016"} == {"RC016"}


@pytest.mark.parametrize(
    ("line", "is_found"),
    [
        ("*The porters' book. Approved: ______*", True),
        ("*The porters' book. Approved: the board*", False),
        ("*Das Buch der Hausmeister. Freigegeben: …*", True),
    ],
)
def test_a_signature_that_is_still_open_is_a_gap(
    line: str, is_found: bool, words: Vocabulary
) -> None:
    found = {one.code for one in found_in(f"# Lift\n\n{line}\n\n## Start\n\nCalm.\n", words)}
    assert ("RC014" in found) is is_found
    assert "RC018" not in found


@pytest.mark.parametrize(
    ("head", "is_found"),
    [("Reviewed: 2026-05-02 · Next: 2027-05", False), ("Reviewed: 2026-05-02 · Pager: gate", True)],
)
def test_next_and_a_date_at_the_head_is_the_next_review(
    head: str, is_found: bool, words: Vocabulary
) -> None:
    text = f"# Gates\n\n{head}\n\n## Process\n\n1. Ring the pilot\n"
    assert ("RC013" in {one.code for one in found_in(text, words)}) is is_found


def test_how_often_may_stand_beside_the_word_for_review(words: Vocabulary) -> None:
    text = "# Puertas\n\nÚltima revisión: 30/06/2026{}\n\n## Proceso\n\n1. Llamar al piloto\n"
    once = {one.code for one in found_in(text.format(""), words)}
    again = {one.code for one in found_in(text.format(" · Revisión semestral"), words)}
    assert "RC013" in once - again


@pytest.mark.parametrize(
    ("key", "is_found"), [("review_every: 6 months", False), ("pager: gate", True)]
)
def test_front_matter_may_say_how_often(key: str, is_found: bool, words: Vocabulary) -> None:
    text = f"---\nreviewed: 2026-09-30\n{key}\n---\n\n# Gates\n\n## Process\n\n1. Ring the pilot\n"
    assert ("RC013" in {one.code for one in found_in(text, words)}) is is_found


@pytest.mark.parametrize(
    ("line", "is_found"),
    [
        ("Owner of this page: <name>", True),
        ("Every boat has one in the register (`boats show <boat> | grep owner`).", False),
    ],
)
def test_a_gap_in_a_command_is_none_in_the_page(
    line: str, is_found: bool, words: Vocabulary
) -> None:
    found = {one.code for one in found_in(f"# Boats\n\n{line}\n", words)}
    assert ("RC014" in found) is is_found


@pytest.mark.parametrize(
    ("head", "code"),
    [
        ("Owner: Harbour · Status: DRAFT", "RC019"),
        ("_Stand: Entwurf_, Verantwortlich: Hafenamt", "RC019"),
        ("Responsable : Port. État : brouillon", "RC019"),
        ("Owner: Harbour. Status: in force. Draft the notice first.", None),
        ("Owner: Harbour. Version 2. Aprovado por: ______________", "RC014"),
        ("Freigegeben von: ________", "RC014"),
        ("Owner: Harbour. Approved by: Ada Nowak", None),
    ],
)
def test_a_head_tells_whether_anybody_has_agreed(
    head: str, code: str | None, words: Vocabulary
) -> None:
    codes = {one.code for one in found_in(f"# Gates\n\n{head}\n\nShut them.\n", words)}
    assert codes & {"RC014", "RC019"} == ({code} if code else set())


@pytest.mark.parametrize(
    ("head", "is_found"),
    [
        ("Reviewed 2026-11-02; we go through it about every 3 months.", False),
        ("Révisé le 14/09/2026, relue tous les ans en septembre.", False),
        ("Reviewed 2026-11-02 by the keeper.", True),
    ],
)
def test_a_rhythm_of_reading_is_a_plan(head: str, is_found: bool, words: Vocabulary) -> None:
    text = f"# Gates\n\nOwner: the keeper\n\n{head}\n\n**Last reviewed:** 2026-11-02\n"
    assert ("RC013" in {one.code for one in found_in(text, words)}) is is_found


@pytest.mark.parametrize(
    ("value", "code"), [("$(date +%F)", "RC014"), ("2026-11-01", "RC013"), ("{date}", "RC014")]
)
def test_what_stands_in_for_a_day_is_no_day(value: str, code: str, words: Vocabulary) -> None:
    text = f"# Boats\n\n**Last updated:** {value}\n\n## Process\n\n1. Ring the pilot\n"
    found = {one.code for one in found_in(text, words)}
    assert found & {"RC013", "RC014"} == {code}


@pytest.mark.parametrize(
    ("chapter", "row", "is_found"),
    [
        ("Roles", "| Press owner | writes to the guests | TBD |", False),
        ("Rollen", "| Verantwortlicher, Owner | schreibt den Gästen | TBD |", False),
        ("This page", "| Owner | TBD |", True),
        ("Start", "| Last reviewed | TBD |", True),
    ],
)
def test_an_owner_among_the_roles_is_no_owner_of_the_page(
    chapter: str, row: str, is_found: bool, words: Vocabulary
) -> None:
    head = "| A | B | C |\n|---|---|---|\n" if row.count("|") > 3 else "| A | B |\n|---|---|\n"
    text = f"# Boats\n\n## {chapter}\n\n{head}{row}\n"
    assert ("RC014" in {one.code for one in found_in(text, words)}) is is_found


@pytest.mark.parametrize(
    ("label", "is_found"),
    [
        ("Review cadence: twice a year", False),
        ("Prüfturnus: halbjährlich", False),
        ("Tide cadence: twice a day", True),
        ("Fluttabelle: halbjährlich", True),
    ],
)
def test_a_label_at_the_head_tells_the_rhythm_of_reading(
    label: str, is_found: bool, words: Vocabulary
) -> None:
    text = f"# Gates\n\nOwner: the keeper · {label} · **Last reviewed:** 2026-11-02\n"
    assert ("RC013" in {one.code for one in found_in(text, words)}) is is_found


@pytest.mark.parametrize(
    ("line", "is_found"),
    [
        ("Until [BERTH-4] is built, sail on with the previous version", False),
        ("The crew of <tug> goes home when the log is reviewed", False),
        ("Last reviewed: [day]", True),
        ("Owner of this page: [name]", True),
    ],
)
def test_a_gap_in_front_of_the_word_for_reading_is_another(
    line: str, is_found: bool, words: Vocabulary
) -> None:
    text = f"# Quay\n\n{line}\n\n## Process\n\n1. Ring the mate\n"
    assert ("RC014" in {one.code for one in found_in(text, words)}) is is_found


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("It is read through again in May 2025, and we go through it then.", {"RC015"}),
        ("Sie wird im Mai 2025 wieder geprüft.", {"RC015"}),
        ("Sie wird im Mai 2027 wieder geprüft.", set()),
        ("Se revisa de nuevo en mayo de 2025.", {"RC015"}),
        ("The pumps were bought in May 2025.", {"RC016"}),
        ("It is reviewed by two people, as in May 2019.", {"RC016"}),
    ],
)
def test_a_day_to_read_it_again_may_stand_in_a_sentence(
    line: str, found: set[str], words: Vocabulary
) -> None:
    text = f"# Gates\n\n**Owner**: the master\n**Last updated**: 2024-02-20\n\n{line}\n"
    codes = {one.code for one in found_in(text, words)}
    assert codes & {"RC015", "RC016"} == found


@pytest.mark.parametrize(
    ("line", "is_found"),
    [
        ("**Effective date:** 2026-09-28", False),
        ("**Gültig ab:** 28.09.2026", False),
        ("**Opening hours:** 9 to 5", True),
        ("**Gültig für:** alle Schleusen", True),
    ],
)
def test_since_when_a_page_holds_is_a_date_of_it(
    line: str, is_found: bool, words: Vocabulary
) -> None:
    text = f"# Locks\n\n{line}\n\n## Flood\n\nShut the weir.\n"
    assert ("RC012" in {one.code for one in found_in(text, words)}) is is_found

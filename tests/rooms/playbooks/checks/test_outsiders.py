"""Who must be told from outside has a number, or is somebody else's to tell."""

import pytest

from runcard.domain.playbooks.vocabulary import Vocabulary
from tests.rooms.playbooks.plain_judge import found_in

STEPS = "# Gates\n\n## Steps\n\n1. Tell the regulator within 4 hours\n\n## Contacts\n\n"
PORTER = "- Lock master: 01632 960 100\n"


def codes(text: str, words: Vocabulary) -> set[str]:
    return {one.code for one in found_in(text, words)}


@pytest.mark.parametrize(
    ("line", "is_found"),
    [
        ("", True),
        ("- Regulator: 01632 960 199\n", False),
        ("- Regulator: lock master only\n", False),
        ("- Lock house: the key\n", True),
    ],
)
def test_whom_somebody_of_the_list_tells_needs_no_number(
    line: str, is_found: bool, words: Vocabulary
) -> None:
    assert ("RC407" in codes(STEPS + PORTER + line, words)) is is_found


@pytest.mark.parametrize(
    ("line", "is_found"),
    [
        ("A call: we hear from the regulator that a gate leaks", False),
        ("監督官庁から通報を受けたら電話する", False),
        ("Call the regulator", True),
    ],
)
def test_who_tells_us_need_not_be_told(line: str, is_found: bool, words: Vocabulary) -> None:
    text = f"# Gates\n\n## Steps\n\n1. {line}\n\n## Contacts\n\n{PORTER}"
    assert ("RC407" in codes(text, words)) is is_found


def test_in_another_language_too(words: Vocabulary) -> None:
    text = "# Tore\n\n## Schritte\n\n1. Die Aufsichtsbehörde anrufen\n\n## Kontakte\n\n"
    text += "- Schleusenmeister: 030 5550 100\n"
    assert "RC407" in codes(text, words)
    assert "RC407" not in codes(f"{text}- Aufsichtsbehörde: nur Schleusenmeister\n", words)


@pytest.mark.parametrize(
    ("row", "is_found"),
    [
        ("| Safety officer | call the regulator | 01632 960 111 |", False),
        ("| Regulator | call for every flood | |", True),
        ("| Sicherheit | Aufsichtsbehörde anrufen | 01632 960 111 |", False),
    ],
)
def test_what_a_person_of_the_list_is_there_for_is_no_order(
    row: str, is_found: bool, words: Vocabulary
) -> None:
    table = "| Who | For what | Phone |\n|---|---|---|\n| Lock master | all | 01632 960 100 |\n"
    assert ("RC407" in codes(f"# Gates\n\n## Contacts\n\n{table}{row}\n", words)) is is_found


@pytest.mark.parametrize(
    ("line", "is_found"),
    [
        ("To reach: maker 01632 960 188; regulator 01632 960 199, day and night.", False),
        ("Joindre : constructeur 01632 960 188 ; regulator post@gates.example.", False),
        ("To reach: maker 01632 960 188; the regulator has a form.", True),
    ],
)
def test_several_may_stand_in_one_sentence(line: str, is_found: bool, words: Vocabulary) -> None:
    assert ("RC407" in codes(f"{STEPS}{PORTER}\n## More\n\n{line}\n", words)) is is_found


@pytest.mark.parametrize(("who", "is_found"), [("bookkeeper", False), ("[name]", True)])
def test_whoever_does_it_in_the_house_is_nobody_outside(
    who: str, is_found: bool, words: Vocabulary
) -> None:
    text = (
        "# Harbour\n\n## Roles\n\nInform the data protection officer at once.\n\n"
        f"| Role | First |\n|---|---|\n| Data protection officer | {who} |\n"
    )
    assert ("RC407" in {one.code for one in found_in(text, words)}) is is_found


@pytest.mark.parametrize(
    ("said", "is_found"),
    [
        ("Know the law of the port (for example, the two days\nto notify the regulator).", False),
        ("Kennt die Frist (zum Beispiel\nzwei Tage, die Aufsichtsbehörde zu informieren).", False),
        ("Know the law (for example of the port)\nand notify the regulator in two days.", True),
        ("Write down the tide (in feet)\nand notify the regulator.", True),
    ],
)
def test_an_example_in_a_bracket_orders_nobody_to_be_told(
    said: str, is_found: bool, words: Vocabulary
) -> None:
    assert ("RC407" in codes(f"# Gates\n\n## Notification\n\n- {said}\n", words)) is is_found


@pytest.mark.parametrize(
    ("whom", "is_found"),
    [
        ("the DPO", True),
        ("the DPO (once appointed)", False),
        ("the DPO, not yet appointed", False),
        ("the DPO once it is over", True),
    ],
)
def test_whoever_is_yet_to_be_named_has_no_number(
    whom: str, is_found: bool, words: Vocabulary
) -> None:
    text = f"# Gates\n\n## Steps\n\n1. Call {whom}\n\n## Contacts\n\n{PORTER}"
    assert ("RC407" in codes(text, words)) is is_found


def test_nor_in_another_language(words: Vocabulary) -> None:
    text = "# Tore\n\n## Schritte\n\n1. Datenschutzbeauftragten anrufen ({})\n\n## Kontakte\n\n"
    text = text.replace("Datenschutzbeauftragten", "Datenschutzbeauftragter:")
    assert "RC407" not in codes(text.format("sobald bestellt"), words)


@pytest.mark.parametrize(
    ("line", "is_found"),
    [
        ("The letter gives the contact details of the data protection officer", False),
        ("信中写明监管机构的联系方式", False),
        ("Contact the data protection officer", True),
        ("Notify the regulator at once", True),
    ],
)
def test_what_a_letter_gives_of_somebody_does_not_call_him(
    line: str, is_found: bool, words: Vocabulary
) -> None:
    text = f"# Gates\n\n## Steps\n\n1. {line}\n\n## Contacts\n\n{PORTER}"
    assert ("RC407" in codes(text, words)) is is_found


@pytest.mark.parametrize(
    ("named", "line", "is_found"),
    [
        ("the regulator (HRA)", "HRA: https://report.hra.example/", False),
        ("HRA (regulator of harbours)", "Write to hra@fernway.example as HRA asks", False),
        ("the regulator (HRA)", "HRA: a form", True),
        ("the regulator", "HRA: https://report.hra.example/", True),
    ],
)
def test_an_authority_is_found_by_its_letters(
    named: str, line: str, is_found: bool, words: Vocabulary
) -> None:
    steps = STEPS.replace("the regulator", named)
    assert ("RC407" in codes(f"{steps}{PORTER}\n## Forms\n\n- {line}\n", words)) is is_found


@pytest.mark.parametrize(
    ("lead", "line", "is_found"),
    [
        ("Call him at once if one of these is true:", "A regulator waits, 3 hours are left", False),
        ("Sofort anrufen, wenn:", "Frist der Aufsichtsbehörde endet in 4 Stunden", False),
        ("We do this:", "The regulator hears of it within 4 hours", True),
        ("Reihenfolge:", "Aufsichtsbehörde binnen 4 Stunden", True),
    ],
)
def test_a_reason_to_call_somebody_tells_no_regulator(
    lead: str, line: str, is_found: bool, words: Vocabulary
) -> None:
    text = f"# Gates\n\n## Whom to call\n\n{lead}\n\n- {line}\n\n## Contacts\n\n{PORTER}"
    assert ("RC407" in codes(text, words)) is is_found

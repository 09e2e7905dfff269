"""Deadlines of the law, in several languages."""

import pytest

from runcard.domain.playbooks.vocabulary import Vocabulary
from tests.rooms.playbooks.plain_judge import found_in


@pytest.mark.parametrize(
    ("says", "code"),
    [
        ("The data protection officer is told within 72 hours.", "RC213"),
        ("Der Datenschutzbeauftragte wird binnen 72 Stunden informiert.", "RC213"),
        ("Prévenir le délégué à la protection des données sous 72 heures.", "RC213"),
        ("Avisar al delegado de protección de datos en 72 horas.", "RC213"),
        ("Avisar o encarregado de dados em até 72 horas.", "RC213"),
        ("The data protection officer is told within 24 hours.", None),
        ("The DPO notifies the authority within 72 hours.", None),
        ("Under GDPR the clerk notifies the authority within 8 days.", "RC213"),
        ("Die Datenschutzbehörde wird innerhalb von 5 Tagen informiert.", "RC213"),
        ("Il custode informa il Garante entro 9 giorni.", "RC213"),
        ("Avisar a la AEPD en un plazo de 10 días.", "RC213"),
        ("Comunicar a ANPD em até 3 dias úteis.", None),
        ("The data protection authority is told within 72 hours.", None),
        ("The dam authority is told of every flood within 10 days.", None),
        ("Then inform the regulator as the lawyers see fit.", "RC214"),
        ("Den Einbruch dem BSI melden.", "RC214"),
        ("Das BSI meldet sich.", None),
        ("Notifier l'autorité dans les 24 heures.", None),
        ("The harbour has authority over the gates.", None),
        ("Notify the boat owners and customers as GDPR requires.", None),
        ("Kunden nach DSGVO benachrichtigen.", None),
        ("Notify as GDPR requires.", "RC214"),
        ("Notify the customers and the regulator.", "RC214"),
    ],
)
def test_an_authority_is_told_in_time(says: str, code: str | None, words: Vocabulary) -> None:
    codes = {one.code for one in found_in(f"# Gates\n\n## Flood\n\n{says}\n", words)}
    assert codes & {"RC213", "RC214"} == ({code} if code else set())


DRAWN = "```\nfound\n  |-- < 40 hours: tell the data protection authority\n```\n"


@pytest.mark.parametrize(
    ("title", "drawn", "is_found"),
    [("Steps", "", True), ("Steps", DRAWN, False), ("Purpose", "", False), ("Ziel", "", False)],
)
def test_a_drawn_deadline_counts_and_an_aim_orders_nothing(
    title: str, drawn: str, is_found: bool, words: Vocabulary
) -> None:
    text = (
        f"# Vault\n\n## {title}\n\nNotify the data protection authority of lost files.\n\n"
        f"## Course\n\n{drawn}"
    )
    assert ("RC214" in {one.code for one in found_in(text, words)}) is is_found


@pytest.mark.parametrize(
    ("step", "is_found"),
    [
        ("Notify them as GDPR Article 34 asks", False),
        ("Notify the data subjects under the GDPR", False),
        ("Notify as GDPR Article 33 asks", True),
        ("Notify the data protection authority and the data subjects", True),
    ],
)
def test_the_people_concerned_are_no_authority(
    step: str, is_found: bool, words: Vocabulary
) -> None:
    text = f"# Quay\n\n## Data breach\n\n1. {step}.\n"
    assert ("RC214" in {one.code for one in found_in(text, words)}) is is_found


@pytest.mark.parametrize(
    ("title", "step", "is_found"),
    [
        ("Meldung an Behörden", "Das meldet der Datenschutzbeauftragte binnen 72 Stunden.", False),
        ("Telling authorities", "The data protection officer notifies within 72 hours.", False),
        ("Meldung im Haus", "Der Datenschutzbeauftragte wird binnen 72 Stunden informiert.", True),
        ("Telling the office", "The data protection officer is told within 72 hours.", True),
    ],
)  # fmt: skip
def test_in_a_chapter_on_authorities_the_officer_is_who_reports(
    title: str, step: str, is_found: bool, words: Vocabulary
) -> None:
    codes = {one.code for one in found_in(f"# Quay\n\n## {title}\n\n{step}\n", words)}
    assert ("RC213" in codes) is is_found


@pytest.mark.parametrize(
    ("said", "is_found"),
    [
        ("Report it to the authorities; the owner consults counsel on which of them.", True),
        ("Report it to the authorities as the legal owner decides.", False),
        ("Meldung an die Behörden, die Rechtsabteilung entscheidet.", False),
        ("Report it to the authorities.", True),
    ],
)
def test_what_counsel_decides_has_its_time_from_him(
    said: str, is_found: bool, words: Vocabulary
) -> None:
    text = f"# Ferry\n\n## Theft\n\n1. {said}\n"
    assert ("RC214" in {one.code for one in found_in(text, words)}) is is_found

"""Tables of people: the cell that leads somewhere, and the one that is still empty."""

import pytest

from runcard.domain.playbooks.compile import compile_playbook
from runcard.domain.playbooks.vocabulary import Vocabulary

Told = list[tuple[str, str, str, bool]]


def contacts(head: str, rows: str, words: Vocabulary) -> Told:
    width = head.count("|") - 1
    table = f"{head}\n|{'---|' * width}\n{rows}"
    found = compile_playbook(f"# Mühle\n\n## Kontakte\n\n{table}\n", words).contacts
    return [(one.label, one.value, one.kind, one.placeholder) for one in found]


def test_the_name_of_a_way_gives_way_to_where_it_leads(words: Vocabulary) -> None:
    rows = (
        "| Wehr | siehe PagerDuty „wehr-nacht“ | Pager |\n"
        "| Mahlgang | wechselnd, #mahlgang | Chat |\n"
        "| Leitung | TBD | Mail |\n"
        "| Labor | Ina | 4711 |\n"
    )
    assert contacts("| Rolle | Person | Kontakt |", rows, words) == [
        ("Wehr", "siehe PagerDuty „wehr-nacht“", "pointer", False),
        ("Mahlgang", "wechselnd, #mahlgang", "chat", False),
        ("Leitung", "TBD", "none", True),
        ("Labor", "4711", "phone", False),
    ]


@pytest.mark.parametrize("gap", ["N. N.", "TBD", "[nom]"])
def test_a_gap_beside_an_empty_number_is_still_to_be_filled(gap: str, words: Vocabulary) -> None:
    rows = f"| Meunier | Bo | 01 99 00 47 11 |\n| Remplaçant | {gap} | |\n| Stagiaire | Cy | |\n"
    found = contacts("| Rôle | Nom | Téléphone |", rows, words)
    assert [(label, value, is_gap) for label, value, _, is_gap in found] == [
        ("Meunier", "01 99 00 47 11", False),
        ("Remplaçant", gap, True),
    ]


CARD = "## On-call\n\n| | |\n|---|---|\n"


def told(body: str, words: Vocabulary) -> list[tuple[str, str, bool]]:
    found = compile_playbook(f"# Zoo\n\n{body}", words).contacts
    return [(one.label, one.kind, one.placeholder) for one in found]


def test_a_card_of_duty_without_heads_leads_to_people(words: Vocabulary) -> None:
    rows = (
        "| Turn | Monday 08:00 |\n| First | schedule `zoo-1` |\n| Second | schedule `zoo-2` |\n"
        "| Guards | `/page guards`, day and night |\n| Director | TBD |\n"
    )
    assert told(CARD + rows, words) == [
        ("First", "pointer", False),
        ("Second", "pointer", False),
        ("Guards", "pointer", False),
        ("Director", "none", True),
    ]


def test_a_card_of_hours_leads_to_nobody(words: Vocabulary) -> None:
    assert told(f"{CARD}| Turn | Monday 08:00 |\n| Length | one week |\n", words) == []


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("law@zoo.org", [("Lawyer", "email", False)]),
        ("+44 1632 960 009", [("Lawyer", "phone", False)]),
        ("whoever is there", []),
        ("since 2019", []),
    ],
)
def test_one_address_among_people_in_words_is_a_contact(
    cell: str, expected: list[tuple[str, str, bool]], words: Vocabulary
) -> None:
    rows = (
        f"| Lead | head keeper | decides |\n| Fixer | keeper | mends |\n| Lawyer | {cell} | x |\n"
    )
    assert told(f"## Roles\n\n| Role | Who | Task |\n|---|---|---|\n{rows}", words) == expected


def test_support_pages_beside_their_owners_are_contacts(words: Vocabulary) -> None:
    rows = "| Waage | https://waage.ch/hilfe | 24 h |\n| Strom | https://strom.ch | 4 h |\n"
    found = contacts("| Service | Hilfeseite | Antwort |", rows, words)
    assert [(label, value) for label, value, _, _ in found] == [
        ("Waage", "https://waage.ch/hilfe"),
        ("Strom", "https://strom.ch"),
    ]
    assert contacts("| Werkzeug | Adresse im Netz | Zweck |", rows, words) == []


def test_whoever_is_called_in_turn_is_a_contact_each(words: Vocabulary) -> None:
    rows = (
        "| Mahlgang | PagerDuty rotation | Chat #mahlgang |\n"
        "| Labor | Paged by PagerDuty | labor@muehle.ch |\n"
    )
    found = contacts("| Role | Primary | Secondary |", rows, words)
    assert [(label, value, kind) for label, value, kind, _ in found] == [
        ("Mahlgang", "PagerDuty rotation", "pointer"),
        ("Mahlgang", "Chat #mahlgang", "chat"),
        ("Labor", "Paged by PagerDuty", "pointer"),
        ("Labor", "labor@muehle.ch", "email"),
    ]


def test_the_kind_of_a_contact_is_said_where_no_address_is(words: Vocabulary) -> None:
    rows = "| Bahn | Leitstelle | bei Sperrung |\n| Bäcker | Einkauf | bei Ausfall |\n"
    found = contacts("| Organisation | Kontaktart | Wann |", rows, words)
    assert [(label, value) for label, value, _, _ in found] == [
        ("Bahn", "Leitstelle"),
        ("Bäcker", "Einkauf"),
    ]


@pytest.mark.parametrize(("way", "count"), [("______", 0), ("4711", 2)])
def test_hours_in_place_of_names_are_nobody_without_a_number(
    way: str, count: int, words: Vocabulary
) -> None:
    rows = f"| 06:00-14:00 | {way} |\n| 14:00-22:00 | {way} |\n"
    assert len(contacts("| Schicht | Telefon |", rows, words)) == count


def test_addresses_below_contact_belong_to_the_first_column(words: Vocabulary) -> None:
    rows = "| Kanton | 72 h | +41 44 555 01 01 |\n| Bund | 24 h | https://bund.ch/meldung |\n"
    found = contacts("| Behörde | Meldezeit | Kontakt |", rows, words)
    assert [(label, value) for label, value, _, _ in found] == [
        ("Kanton", "+41 44 555 01 01"),
        ("Bund", "https://bund.ch/meldung"),
    ]
    rows = "| 1 | Müller |\n| 2 | Meister |\n"
    assert contacts("| Stufe | Kontakt |", rows, words) == []


def test_names_stand_for_ways_where_no_row_tells_one(words: Vocabulary) -> None:
    rows = "| Müller | Ina | - |\n| Bote | Urs | - |\n| Lehrling | [Name] | - |\n"
    assert contacts("| Rolle | Person | Kontakt |", rows, words) == [
        ("Müller", "Ina", "name", False),
        ("Bote", "Urs", "name", False),
        ("Lehrling", "[Name]", "name", True),
    ]
    assert contacts("| Werkzeug | Farbe | Kontakt |", rows, words) == []


@pytest.mark.parametrize(
    "head", ["サービス", "服务商", "Proveedor", "Prestataire", "Dienst", "Serviço"]
)
def test_pages_of_suppliers_in_their_own_language(head: str, words: Vocabulary) -> None:
    rows = "| Licht | https://licht.ch/hilfe |\n| Gas | https://gas.ch |\n"
    found = contacts(f"| {head} | xyz |", rows, words)
    assert [label for label, _, _, _ in found] == ["Licht", "Gas"]


def test_a_direct_channel_is_a_way(words: Vocabulary) -> None:
    rows = "| Forno | Rui | [preencher] |\n| Câmara | Eva | forno.pt/avisos |\n"
    found = contacts("| Função | Pessoa | Canal direto |", rows, words)
    assert [value for _, value, _, _ in found] == ["[preencher]", "forno.pt/avisos"]


@pytest.mark.parametrize(
    ("head", "group"),
    [("| Place | Contact | Phone |", "Group `hive` in PagerDuty"),
     ("| Área | Contacto | Teléfono |", "Grupo `colmena` en PagerDuty"),
     ("| Bereich | Kontakt | Telefon |", "Gruppe `bienen` in PagerDuty"),
     ("| Área | Contato | Telefone |", "Grupo `colmeia` no PagerDuty")],
)  # fmt: skip
def test_a_mailbox_among_names_is_a_way(head: str, group: str, words: Vocabulary) -> None:
    rows = (
        f"| Gate (24x7) | gate@apiary.fm | 01 99 00 47 11 |\n| Watch | {group} | — |\n"
        "| Keeper | Ada Wax | 01 99 00 47 12 |\n| Visitors | Bo Wax | — |\n"
    )
    found = contacts(head, rows, words)
    assert [(label, value) for label, value, _, _ in found] == [
        ("Gate (24x7)", "01 99 00 47 11"),
        ("Watch", group),
        ("Keeper", "01 99 00 47 12"),
    ]


def test_where_names_alone_stand_below_that_word_they_are_reached(words: Vocabulary) -> None:
    rows = "| Gate | Cy Wax | 01 99 00 47 11 |\n| Hive | Ada Wax | 01 99 00 47 12 |\n"
    found = contacts("| Place | Contact | Phone |", rows, words)
    assert [label for label, _, _, _ in found] == ["Cy Wax", "Ada Wax"]


def test_a_column_that_only_counts_names_nobody(words: Vocabulary) -> None:
    rows = "| 1 | Gatekeeper | 01 99 00 47 11 |\n| 2 | Beekeeper | 01 99 00 47 12 |\n"
    found = contacts("| Step | Rung for | Phone |", rows, words)
    assert [label for label, _, _, _ in found] == ["Gatekeeper", "Beekeeper"]
    named = rows.replace("| 1 |", "| Hive 1 |").replace("| 2 |", "| Hive 2 |")
    found = contacts("| Step | Rung for | Phone |", named, words)
    assert [label for label, _, _, _ in found] == ["Hive 1", "Hive 2"]


@pytest.mark.parametrize(
    ("name", "told"),
    [("Keeper of the tower (`bells@parish.test`)", [("Keeper of the tower", "bells@parish.test")]),
     ("Verger (+44 20 7946 0112)", [("Verger", "+44 20 7946 0112")]),
     ("Verger (second floor)", []), ("Verger (writes to bells@parish.test)", [])],
)  # fmt: skip
def test_an_address_in_brackets_behind_a_part_leads_to_whoever_plays_it(
    name: str, told: list[tuple[str, str]], words: Vocabulary
) -> None:
    rows = f"| Ringer | Rings the bells |\n| {name} | Unlocks the tower |\n"
    text = f"# Parish\n\n## Roles\n\n| Role | Responsibility |\n|---|---|\n{rows}"
    found = compile_playbook(text, words).contacts
    assert [(one.label, one.value) for one in found] == told


@pytest.mark.parametrize(
    ("head", "ways"),
    [("| Role | Routing |", True), ("| Contacto | Dato |", True), ("| Rolle | Laune |", False)],
)
def test_a_column_of_where_somebody_is_found_may_hold_pointers(
    head: str, ways: bool, words: Vocabulary
) -> None:
    rows = "| Wehr | PagerDuty `wehr` |\n| Labor | Portal, siehe Tresor |\n"
    found = contacts(head, rows, words)
    assert (("Labor", "Portal, siehe Tresor") in [one[:2] for one in found]) is ways


@pytest.mark.parametrize(
    ("head", "row", "values"),
    [("| Role | Primary | Backup | Contact |", "| Cook | Ada | Bo | [safe] |", ["[safe]"]),
     ("| Rolle | Primary | Vertretung | Kontakt |", "| Wirt | Cem | Dora | #wirt |", ["#wirt"]),
     # No way in the last column, and no column behind the names.
     ("| Role | Primary | Backup | Contact |", "| Keeper | Ada | Bo | pager |", ["Ada", "Bo"]),
     ("| Role | Primary | Backup |", "| Keeper | Ada | [Bo] |", ["Ada", "[Bo]"])],
)  # fmt: skip
def test_a_way_behind_two_names_is_the_contact(
    head: str, row: str, values: list[str], words: Vocabulary
) -> None:
    rule = "|---" * head.count(" | ") + "|---|"
    text = f"# Inn\n\n## Key contacts\n\n{head}\n{rule}\n{row}\n"
    assert [one.value for one in compile_playbook(text, words).contacts] == values


@pytest.mark.parametrize(
    ("head", "rows"),
    [("| Question | Answer |", "| Is anybody wet? | [YES / NO] |\n| Is it deep? | [YES / NO] |\n"),
     ("| # | Action | Tool |", "| 1 | Pump it out | [PUMP] |\n| 2 | Seal the leak | [SEAL] |\n")],
)  # fmt: skip
def test_what_is_asked_or_done_is_nobody(head: str, rows: str, words: Vocabulary) -> None:
    assert contacts(head, rows, words) == []


@pytest.mark.parametrize(
    "rows", ["| Mate | [PHONE] |\n| Clerk | [PHONE] |\n", "| Mate? | 4711 |\n| Clerk | 4712 |\n"]
)
def test_a_gap_beside_a_name_is_a_contact(rows: str, words: Vocabulary) -> None:
    assert len(contacts("| Role | Reach |", rows, words)) == 2

"""Ways to people in running text, with and without a verb."""

import pytest

from runcard.domain.playbooks.compile import compile_playbook
from runcard.domain.playbooks.vocabulary import Vocabulary

Ways = list[tuple[str, str]]


def ways(title: str, said: str, words: Vocabulary) -> Ways:
    found = compile_playbook(f"# Ship\n\nIt sails.\n\n## {title}\n\n{said}\n", words).contacts
    return [(one.label, one.value) for one in found]


TOLD: list[tuple[str, Ways]] = [
    ((
        "The mate is on +44 20 7946 XXXX. The harbour desk takes calls on 020 7946 0112 and wants\n"
        "the name of the ship. The customs office reads post@customs.test by day only."
    ),
        [
            ("mate", "+44 20 7946 XXXX"),
            ("harbour desk", "020 7946 0112"),
            ("customs office", "post@customs.test"),
        ],
    ),
    ((
        "The captain is on <phone>, and the owner is on +48 22 555 01 77. For the dry dock open a\n"
        "ticket at https://dock.test/tickets at once. The divers live in the channel #divers."
    ),
        [
            ("captain", "<phone>"),
            ("owner", "+48 22 555 01 77"),
            ("dry dock", "https://dock.test/tickets"),
            ("divers", "#divers"),
        ],
    ),
    ((
        "Die Werft hat die Nummer 0431 555 01 70. Das Tor ist unter der 2000 zu erreichen. Den\n"
        "Zoll erreicht man bei Nacht über post@zoll.test."
    ),
        [("Werft", "0431 555 01 70"), ("Tor", "2000"), ("Zoll", "post@zoll.test")],
    ),
    ((
        "Le patron est joignable au 05 55 00 01 42, le mousse au poste 3101. L'armateur est "
        "joignable via [à compléter]."
    ),
        [
            ("patron", "05 55 00 01 42"),
            ("mousse", "poste 3101"),
            ("armateur", "[à compléter]"),
        ],
    ),
    (
        "El patrón atiende en el +34 600 XXX XXX. El número de la aduana es el 91 555 01 22.",
        [("patrón", "+34 600 XXX XXX"), ("aduana", "91 555 01 22")],
    ),
    (
        "O mestre atende no +55 11 5555-01XX. O ramal da portaria é 4410.",
        [("mestre", "+55 11 5555-01XX"), ("portaria", "4410")],
    ),
    ("船长电话 021-5550-XXXX，海关邮箱 post@customs.test。",
     [("船长", "021-5550-XXXX"), ("海关", "post@customs.test")]),
    ("船長の携帯は 090-XXXX-1200、税関のメールは post@zeikan.test です。",
     [("船長", "090-XXXX-1200"), ("税関", "post@zeikan.test")]),
]  # fmt: skip


@pytest.mark.parametrize(("said", "expected"), TOLD)
def test_whose_a_way_is_stands_before_the_verb(
    said: str, expected: Ways, words: Vocabulary
) -> None:
    assert ways("Contacts", said, words) == expected
    assert ways("Wen wir rufen", said, words) == expected


def test_a_way_stands_at_its_own_line(words: Vocabulary) -> None:
    page = "# Ship\n\n## Contacts\n\nAll is well. The\nmate is on +44 20 7946 0112. The\n"
    page += "harbour master is at\nmaster@harbour.test.\n"
    assert [one.line for one in compile_playbook(page, words).contacts] == [6, 8]


@pytest.mark.parametrize(
    "said",
    [
        "The hold is 10.20.0.110 and the season is 2025 - 2026.",
        "The chart is at https://charts.test/north and the log is at https://charts.test/log.",
        "The mate has 12 lamps. The hold has 4000 sacks.",
    ],
)
def test_figures_and_pages_are_no_way_to_anybody(said: str, words: Vocabulary) -> None:
    assert ways("Contacts", said, words) == []


def test_one_way_below_any_heading_may_be_part_of_the_work(words: Vocabulary) -> None:
    assert ways("Sailing", "The mate is on +44 20 7946 0112.", words) == []


MENTIONED = [
    ("Calls come over the yard line, +44 20 7946 0112, which the mate answers.",
     [("yard line", "+44 20 7946 0112")]),
    ("You reach the night watch at night@ship.test. The owner's phone is 0800 5550123.",
     [("night watch", "night@ship.test"), ("owner's phone", "0800 5550123")]),
    ("Mail goes to the harbour office (office@harbour.test).",
     [("harbour office", "office@harbour.test")]),
    ("Die Werft ist unter 0431 5550170 zu erreichen.", [("Werft", "0431 5550170")]),
    ("The season 2025 - 2026 ends in May, the bridge is open Monday to Friday 8:00 - 18:00.", []),
    ("The gateway, 10.20.0.110, is dead since 2026-08-05.", []),
    ("Write to post@ship.test.", []),
    ("If there is no wind after 20 minutes they ring the mate on 0555 010 2030.",
     [("mate", "0555 010 2030")]),
    ("When the pump is down you reach the mate on 0555 010 2030.", [("mate", "0555 010 2030")]),
    ("When the pump is down, wait.", []),
]  # fmt: skip


@pytest.mark.parametrize(("said", "expected"), MENTIONED)
def test_an_address_behind_a_name_and_its_article(
    said: str, expected: list[tuple[str, str]], words: Vocabulary
) -> None:
    found = compile_playbook(f"# Ship\n\n## People\n\n{said}\n", words).contacts
    assert [(one.label, one.value) for one in found] == expected


def test_in_a_runbook_an_address_is_part_of_the_work(words: Vocabulary) -> None:
    page = "# Ship\n\n## Runbooks\n\n### Leak\n\nRing the yard, +44 20 7946 0112, at once.\n"
    assert compile_playbook(page, words).contacts == ()

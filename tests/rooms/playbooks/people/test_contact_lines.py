"""Names and addresses in fences and lines, by columns, dots and gaps."""

import pytest

from runcard.domain.playbooks.compile import compile_playbook
from runcard.domain.playbooks.vocabulary import Vocabulary

Told = list[tuple[str, str, str, bool]]


def contacts(text: str, words: Vocabulary) -> Told:
    found = compile_playbook(f"# Mill\n\n{text}", words).contacts
    return [(one.label, one.value, one.kind, one.placeholder) for one in found]


def test_columns_of_a_fence_keep_what_stands_behind_the_number(words: Vocabulary) -> None:
    fence = (
        "```\n"
        "Miller on duty       01632 960 733, at home 01632 960 118\n"
        "Lock keeper\t0808 157 0192 (day and night)\n"
        "Diver                number to be agreed\n"
        "Gate                 extension 12\n"
        "```\n"
    )
    assert contacts(f"## Telephone list\n\n{fence}", words) == [
        ("Miller on duty", "01632 960 733, at home 01632 960 118", "phone", False),
        ("Lock keeper", "0808 157 0192 (day and night)", "phone", False),
        ("Diver", "number to be agreed", "phone", True),
        ("Gate", "extension 12", "phone", False),
    ]


def test_a_drawing_with_gaps_holds_no_contacts(words: Vocabulary) -> None:
    drawn = "```\nMiller  ->  Keeper (10 min)  ->  Owner (30 min)\n```\n"
    assert contacts(f"## Telephone list\n\n{drawn}", words) == []


@pytest.mark.parametrize("day", ["14/06/2026", "2026-08-05", "18.09.2026", "3-9-2026"])
def test_a_day_is_no_number_to_dial(day: str, words: Vocabulary) -> None:
    said = f"**Last look:** {day}  \n**Next look:** {day}\n"
    assert contacts(said, words) == []


def test_a_tool_that_pages_is_a_way_to_somebody(words: Vocabulary) -> None:
    listed = "- PagerDuty service: `mill`, 24/7\n- Owner: +44 1632 960 700\n"
    assert contacts(f"## Contacts\n\n{listed}", words) == [
        ("PagerDuty service", "`mill`, 24/7", "pointer", False),
        ("Owner", "+44 1632 960 700", "phone", False),
    ]


def test_numbers_below_a_rota_are_contacts_and_its_hours_are_not(words: Vocabulary) -> None:
    text = (
        "## Rota and numbers\n\nThe pager moves on Wednesdays at 09:00 UTC.\n\n"
        "- Miller: +44 1632 960 455\n- Owner: +44 1632 960 401\n"
    )
    assert [one[0] for one in contacts(text, words)] == ["Miller", "Owner"]
    hours = compile_playbook(f"# Mill\n\n{text}", words).hours
    assert hours is not None
    assert (hours.first_line, hours.last_line) == (5, 5)


def test_a_sentence_that_says_when_is_no_part_of_the_address(words: Vocabulary) -> None:
    lines = (
        "- Müllerin: Wehr länger als 20 Minuten zu. Durchwahl 4622\n"
        "- Werkstatt: Durchwahl 4623. Nach 20 Minuten zurückrufen.\n"
    )
    assert [value for _, value, _, _ in contacts(f"## Kontakte\n\n{lines}", words)] == [
        "Durchwahl 4622",
        "Durchwahl 4623. Nach 20 Minuten zurückrufen.",
    ]


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        (
            "Gaswerk: 0800 111 9990, rund um die Uhr. Wasserwerk: wasser@stadt.org.",
            [
                ("Gaswerk", "0800 111 9990, rund um die Uhr", "phone", False),
                ("Wasserwerk", "wasser@stadt.org", "email", False),
            ],
        ),
        (
            "Night desk: +44 1632 960 001; harbour: `#harbour`",
            [
                ("Night desk", "+44 1632 960 001", "phone", False),
                ("harbour", "`#harbour`", "chat", False),
            ],
        ),
        (
            "Pool: 0171 5550 001, Kasse: 0171 5550 002",
            [
                ("Pool", "0171 5550 001", "phone", False),
                ("Kasse", "0171 5550 002", "phone", False),
            ],
        ),
    ],
)
def test_several_contacts_stand_in_one_line(said: str, expected: Told, words: Vocabulary) -> None:
    assert contacts(f"## Contacts\n\n{said}\n", words) == expected


def test_a_second_sentence_without_an_address_is_no_second_contact(words: Vocabulary) -> None:
    (found,) = contacts("## Contacts\n\nGate: 01632 960 005. Note: not before noon.\n", words)
    assert found[0] == "Gate"


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("**Vet** if an animal is hurt — 01632 960 003", ("Vet", "01632 960 003")),
        ("**Labor** nur bei trübem Wasser: labor@bad.de", ("Labor", "labor@bad.de")),
        ("**Caixa** se há cobrança errada — `#caixa`", ("Caixa", "`#caixa`")),
        ("**Lab**: lab@bad.de — if it is cloudy", ("Lab", "lab@bad.de — if it is cloudy")),
        ("**Lab** by day — lab@bad.de", ("Lab", "by day — lab@bad.de")),
    ],
)
def test_the_case_in_front_of_an_address_is_no_part_of_it(
    said: str, expected: tuple[str, str], words: Vocabulary
) -> None:
    (found,) = contacts(f"## Contacts\n\n- {said}\n", words)
    assert found[:2] == expected


def test_gaps_for_all_ways_in_a_line_are_one_contact(words: Vocabulary) -> None:
    body = "## Contacts\n\n- **Bosun**: <name> - <mail> - <phone>\n- **Cook**: <name> - at night\n"
    assert [value for _, value, _, _ in contacts(body, words)] == [
        "<name> - <mail> - <phone>",
        "<name>",
    ]


def test_a_number_in_brackets_is_the_way_and_what_follows_is_when(words: Vocabulary) -> None:
    body = "- **Ada** (01632 960 733): call for leaks\n- **Bo** (#mill): call for cracks\n"
    assert contacts(f"## Contacts\n\n{body}", words) == [
        ("Ada", "01632 960 733", "phone", False),
        ("Bo", "#mill", "chat", False),
    ]


def test_when_somebody_is_called_is_no_way(words: Vocabulary) -> None:
    body = "### Miller\n\n- Phone: 01632 960 733\n- When to contact: cracks\n"
    assert contacts(f"## Contacts\n\n{body}", words) == [
        ("Miller", "01632 960 733", "phone", False)
    ]


def test_a_mailbox_may_stand_in_front_of_whose_it_is(words: Vocabulary) -> None:
    listed = "- `mill@weir.example` - Millers\n- keeper@weir.example – Lock keeper\n"
    assert contacts(f"## Communication\n\n**Mail:**\n\n{listed}", words) == [
        ("Millers", "mill@weir.example", "email", True),
        ("Lock keeper", "keeper@weir.example", "email", True),
    ]


@pytest.mark.parametrize(
    ("listed", "found"),
    [
        ("- Weir board: 0808 157 0192\n- Flood desk: https://floods.gov\n", 2),
        ("- **Diver**: [Company, contact]\n- **Crane**: [Contact]\n", 2),
        ("- Plans: https://plans.gov\n- Levels: https://levels.gov\n", 0),
        ("- Weir board: 0808 157 0192\n- Bring the plans\n", 0),
        ("- **Call**: [Meeting link]\n- **Plans**: [URL]\n- **Room**: #weir\n", 0),
    ],
)
def test_helpers_among_resources_are_reached(listed: str, found: int, words: Vocabulary) -> None:
    assert len(contacts(f"## Appendix\n\n### External resources\n\n{listed}", words)) == found


@pytest.mark.parametrize(
    ("line", "labels"),
    [
        ("- **Diver**: chat @diver, Phone: +44 1632 960 118", ["Diver", "Diver"]),
        ("- Diver: @diver; Mail: diver@weir.example", ["Diver", "Diver"]),
        ("- Gas: 0800 111 999. Water: 0800 222 888.", ["Gas", "Water"]),
    ],
)
def test_the_second_way_of_a_line_leads_to_whom_it_begins_with(
    line: str, labels: list[str], words: Vocabulary
) -> None:
    found = contacts(f"## Contacts\n\n### Internal\n\n{line}\n", words)
    assert [label for label, *_ in found] == labels


@pytest.mark.parametrize(
    ("title", "number", "later"),
    [
        ("Phone list", "DECT 3-30", "will be added after the tender"),
        ("Telefonliste", "DECT 3-30", "wird nach der Vergabe nachgetragen"),
        ("Numéros utiles", "numéro abrégé 30", "sera ajouté après l'appel d'offres"),
        ("Teléfonos", "marcación rápida 30", "se añadirá tras el concurso"),
        ("Telefones", "discagem rápida 30", "será adicionado depois da licitação"),
        ("通讯录", "短号 30", "招标后后续补充"),
        ("連絡先", "DECT 3-30", "入札の後日追記"),
    ],
)
def test_extensions_of_a_house_and_numbers_that_come_later(
    title: str, number: str, later: str, words: Vocabulary
) -> None:
    said = f"## A. {title}\n\n**Miller:** {number}\n**Dyke:** {number}\n**Wheelwright:** {later}\n"
    assert contacts(said, words) == [
        ("Miller", number, "phone", False),
        ("Dyke", number, "phone", False),
        ("Wheelwright", later, "none", True),
    ]


def test_a_name_with_a_title_is_a_name(words: Vocabulary) -> None:
    body = "- Bell: 04711 555-10\n- Doctor: Dr. Ada Vane\n- Shop: the red one\n"
    found = compile_playbook(f"# Mill\n\n## Contacts\n\n{body}", words).contacts
    assert [one.kind for one in found] == ["phone", "name", "none"]


@pytest.mark.parametrize(
    ("text", "value", "is_gap"),
    [
        (
            "- **Lawyer:** [the firm in town — to be named]",
            "[the firm in town — to be named]",
            True,
        ),
        ("- **Warden:** [name] — keeps the keys", "[name]", True),
        ("- **Warden:** Ada — ada@mill.fm", "Ada — ada@mill.fm", False),
    ],
)
def test_a_dash_inside_a_gap_belongs_to_it(
    text: str, value: str, is_gap: bool, words: Vocabulary
) -> None:
    ((_, found, _, placeholder),) = contacts(f"## Contacts\n\n{text}\n", words)
    assert (found, placeholder) == (value, is_gap)


def test_a_step_with_a_command_is_no_contact(words: Vocabulary) -> None:
    steps = "1. Ask the sluice: `curl https://mill.example/sluice` twice.\n2. Ada: 01632 960 118\n"
    assert [one for one, *_ in contacts(f"## Contacts\n\n{steps}", words)] == ["Ada"]

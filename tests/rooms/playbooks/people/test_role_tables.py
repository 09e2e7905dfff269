"""Roles in tables and lists, and the addresses beside them."""

import pytest

from runcard.domain.playbooks.compile import compile_playbook
from runcard.domain.playbooks.model import Playbook
from runcard.domain.playbooks.vocabulary import Vocabulary


def read(body: str, words: Vocabulary) -> Playbook:
    return compile_playbook(f"# Tea room\n\n{body}\n", words)


def roles(body: str, words: Vocabulary) -> list[str]:
    return [role.name for role in read(body, words).roles]


TABLE = (
    "| Role | Duty | Phone |\n|---|---|---|\n"
    "| Brewer | boils | 07700 900 118 |\n| Pourer | pours | to be added |\n"
)


def test_a_column_of_duties_defines_roles_beside_their_addresses(words: Vocabulary) -> None:
    found = read(f"## The tea crew\n\n{TABLE}", words)
    assert [role.name for role in found.roles] == ["Brewer", "Pourer"]
    reached = [(one.label, one.kind, one.placeholder) for one in found.contacts]
    assert reached == [("Brewer", "phone", False), ("Pourer", "phone", True)]


@pytest.mark.parametrize(
    ("head", "columns"),
    [("Who owns what", "Rota | Owns"), ("Ownership", "Team | Owns"),
     ("Quién se encarga de qué", "Función | Tareas"), ("谁负责什么", "角色 | 职责")],
)  # fmt: skip
def test_a_heading_may_ask_who_owns_what(head: str, columns: str, words: Vocabulary) -> None:
    rows = "| brew-oncall | kettles, coils |\n| pour-oncall | cups, trays |\n"
    assert roles(f"## {head}\n\n| {columns} |\n|---|---|\n{rows}", words) == [
        "brew-oncall", "pour-oncall"
    ]  # fmt: skip


def test_a_call_list_defines_no_roles(words: Vocabulary) -> None:
    body = "## Phones\n\n| Who | Phone |\n|---|---|\n| Brewer | 07700 900 118 |\n"
    assert roles(body, words) == []


def test_who_does_what_after_an_incident_is_no_role(words: Vocabulary) -> None:
    assert roles(f"## Review\n\n{TABLE}", words) == []


def test_names_before_a_dash_or_a_colon_are_roles(words: Vocabulary) -> None:
    body = "## Roles\n\n- *Brewer* – boils\n- *Pourer* – pours\n"
    plain = "## Roles\n\n* Brewer: boils the water\n* Pourer: pours it\n"
    assert roles(body, words) == roles(plain, words) == ["Brewer", "Pourer"]


def test_sentences_under_roles_are_none(words: Vocabulary) -> None:
    assert roles("## Roles\n\n- Everybody helps.\n- Nobody leaves.\n", words) == []


def test_nested_entries_are_the_duties_of_a_role(words: Vocabulary) -> None:
    body = "## Roles\n\n1. **Brewer** - boils\n   - fills\n   - heats\n2. **Pourer**\n   - pours\n"
    brewer, pourer = read(body, words).roles
    assert [duty.text for duty in brewer.duties] == ["boils", "fills", "heats"]
    assert [duty.text for duty in pourer.duties] == ["pours"]


def test_lettered_lines_are_duties(words: Vocabulary) -> None:
    body = "## Roles\n\n### Brewer\n\nThe duties are:\n\na. to fill;\nb. to heat;\nc. to pour.\n"
    (brewer,) = read(body, words).roles
    assert len(brewer.duties) == 3


def test_the_hours_of_a_role_are_not_those_of_the_duty(words: Vocabulary) -> None:
    body = "## Roles\n\n### On-call brewer\n\n- boils\n- **Reachable**: 24/7\n"
    assert read(body, words).hours is None


def test_an_address_above_the_first_heading_is_a_contact(words: Vocabulary) -> None:
    found = read("**Team:** Tea | **Chat:** #tea | **Updated:** 2026-01-02\n\n## Scope\n", words)
    assert [(one.label, one.value) for one in found.contacts] == [("Chat", "#tea")]


def test_a_head_of_the_house_above_names_and_duties(words: Vocabulary) -> None:
    rows = "|---|---|\n| 🫖 Kettle | boils |\n| 🍵 Cup | pours and says so |\n"
    found = read(f"## 🙋 Who\n\n| Hat | What you do with it on |\n{rows}", words)
    assert [(role.name, role.attributes) for role in found.roles] == [
        ("🫖 Kettle", (("what_you_do_with_it_on", "boils"),)),
        ("🍵 Cup", (("what_you_do_with_it_on", "pours and says so"),)),
    ]
    assert roles(f"## Odd smells\n\n| Smell | What you do |\n{rows}", words) == []


@pytest.mark.parametrize(
    ("heading", "heads", "names"),
    [
        ("Who", "Function | Who | Reached by", ["Duty engineer", "Press officer"]),
        ("Wer", "Funktion | Wer | Erreichbar über", ["Bereitschaft", "Einsatzleitung"]),
        ("Quién", "Función | Quién | Cómo se localiza", ["Ingeniero de guardia", "Coordinador"]),
        ("People in an incident", "Role | Held by | How to get them", ["Scribe", "Liaison"]),
    ],
)
def test_parts_beside_whoever_plays_them(
    heading: str, heads: str, names: list[str], words: Vocabulary
) -> None:
    rows = "".join(
        f"| {name} | rota {name[0]} | +44 1632 960 40{len(name) % 10} |\n" for name in names
    )
    assert roles(f"## {heading}\n\n| {heads} |\n|---|---|---|\n{rows}", words) == names


@pytest.mark.parametrize(
    "body",
    [
        "## Contacts\n\n| Role | Who | Phone |\n|---|---|---|\n| Clerk | Ada | 07700 900 118 |\n",
        (
            "## Who\n\n| Function | Who | Reached by |\n|---|---|---|\n| ingest | eu-1 | ssh |\n"
            "| store | eu-2 | ssh |\n"
        ),
        "## Sensors\n\n| Position | Who | Reached by |\n|---|---|---|\n| Roof | Borea | ladder |\n",
    ],
)
def test_persons_and_machines_below_such_heads_are_none(body: str, words: Vocabulary) -> None:
    assert roles(body, words) == []


@pytest.mark.parametrize(
    ("heads", "names"),
    [
        ("Role | Responsible | Accountable | Consulted", ["Stoker", "Pump lead"]),
        ("Rolle | Verantwortlich | Konsultiert | Informiert", ["Stoker", "Pump lead"]),
        ("Task | Responsible | Accountable | Consulted", []),
    ],
)
def test_a_matrix_says_what_each_part_is_in_for(
    heads: str, names: list[str], words: Vocabulary
) -> None:
    rows = "| Stoker | fire | heat | yard |\n| Pump lead | water | flow | yard |\n"
    assert roles(f"## Matrix\n\n| {heads} |\n|---|---|---|---|\n{rows}", words) == names


@pytest.mark.parametrize(
    ("title", "head", "found"),
    [("The crew (KRT)", "Role | Primary | Backup | Contact", True),
     ("Rollen", "Rolle | Erste | Vertretung | Telefon", True),
     ("Emergency contacts", "Role | Primary | Backup | Contact", False),
     ("The crew", "Boat | Primary | Backup | Contact", False)],
)  # fmt: skip
def test_beside_whoever_plays_it_and_a_number_each_is_a_part_of_the_team(
    title: str, head: str, found: bool, words: Vocabulary
) -> None:
    rows = (
        "| Incident Commander | Ada | Bo | [PHONE] |\n| Technical Lead | Cy | Di | 07700 900 118 |"
    )
    body = f"## {title}\n\n| {head} |\n|---|---|---|---|\n{rows}"
    assert roles(body, words) == (["Incident Commander", "Technical Lead"] if found else [])


def test_who_plays_a_part_and_to_whom_it_is_passed_on(words: Vocabulary) -> None:
    rule = "|---|---|---|\n"
    row = "| Shift lead | Ann | → Owner |\n| Duty manager | Bo | → Board |\n"
    heads = ("| Role | Primary | Escalation path |\n", "| Rolle | Name | Eskalation |\n")
    for head in heads:
        found = roles(f"## Lead and escalation matrix\n\n{head}{rule}{row}", words)
        assert found == ["Shift lead", "Duty manager"]
    for head in ("| Role | Primary | Backup |\n", "| Step | Name | Escalation |\n"):
        assert roles(f"## Escalation matrix\n\n{head}{rule}{row}", words) == []

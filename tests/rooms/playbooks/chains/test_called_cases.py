"""Who is called for what, among the ways to reach them."""

import pytest

from runcard.domain.playbooks.compile import compile_playbook
from runcard.domain.playbooks.vocabulary import Vocabulary

Cases = list[tuple[str, str | None]]


def cases(body: str, words: Vocabulary) -> Cases:
    found = compile_playbook(f"# Mill\n\n{body}", words).chains
    return [(step.who, step.condition) for chain in found for step in chain.steps]


@pytest.mark.parametrize(
    ("heading", "heads", "lead", "owner"),
    [
        ("Important numbers", "Role | Contact | When to escalate", "Team lead", "Owner"),
        ("Contacts", "Name | Phone | Call when", "Team lead", "Owner"),
        ("Contacts", "Name | Phone | Escalate for", "Team lead", "Owner"),
        ("Ansprechpartner", "Rolle | Telefon | Wann anrufen", "Teamleitung", "Leitung"),
        ("Contacts", "Qui | Téléphone | Quand l'appeler", "Chef d'équipe", "Directeur"),
        ("Escalation contacts", "Role | Contact | Escalation threshold", "Team lead", "Owner"),
        ("Contacts", "Role | Contact | Escalation threshold", "Team lead", "Owner"),
        ("Kontakte", "Rolle | Telefon | Eskalationsschwelle", "Teamleitung", "Leitung"),
        ("联系人", "角色 | 电话 | 升级条件", "值班负责人", "经理"),
    ],
)
def test_a_column_that_asks_when_makes_a_chain(
    heading: str, heads: str, lead: str, owner: str, words: Vocabulary
) -> None:
    rows = f"| {lead} | 01632 960 733 | cracks |\n| {owner} | 01632 960 118 | floods |\n"
    told = cases(f"## {heading}\n\n| {heads} |\n|---|---|---|\n{rows}", words)
    assert told == [(lead, "cracks"), (owner, "floods")]


@pytest.mark.parametrize(
    "entries",
    [
        "- **Team lead** (01632 960 733): call for cracks\n- **Owner** (#dam): call for floods\n",
        "- Team lead – contact for cracks\n- Owner – notify for floods\n",
    ],
)
def test_entries_that_tell_when_make_a_chain(entries: str, words: Vocabulary) -> None:
    told = cases(f"## Contacts\n\n{entries}", words)
    assert told == [("Team lead", "for cracks"), ("Owner", "for floods")]


def test_entries_in_german_may_put_a_comma_between(words: Vocabulary) -> None:
    entries = "- Teamleitung (4711): anrufen bei Rissen\n- Leitung: informieren, wenn es brennt\n"
    assert cases(f"## Ansprechpartner\n\n{entries}", words) == [
        ("Teamleitung", "bei Rissen"),
        ("Leitung", "wenn es brennt"),
    ]


def test_the_case_may_stand_in_brackets_before_the_address(words: Vocabulary) -> None:
    bodies = (
        "- Team lead (for cracks): lead@dam.fm\n- Owner (for floods): 01632 960 733\n",
        "* **Team lead (for cracks):** #dam\n* **Owner (for floods):** 01632 960 733\n",
    )
    for body in bodies:
        told = cases(f"## Contacts\n\nAsk these people when needed:\n\n{body}", words)
        assert told == [("Team lead", "for cracks"), ("Owner", "for floods")]
    german = "- Teamleitung (bei Rissen): 01632 960 733\n- Leitung (für Presse): chef@dam.fm\n"
    assert cases(f"## Kontakte\n\n{german}", words) == [
        ("Teamleitung", "bei Rissen"),
        ("Leitung", "für Presse"),
    ]


def test_hours_and_services_are_no_chain(words: Vocabulary) -> None:
    hours = "| Name | Phone | On call |\n|---|---|---|\n| Ada Lead | 4711 | Mon |\n"
    tools = (
        "| Service | Phone | When to call |\n|---|---|---|\n| Hoist | 4711 | cracks |\n"
        "| Boiler | 4712 | floods |\n"
    )
    assert cases(f"## Contacts\n\n{hours}", words) == []
    assert cases(f"## Contacts\n\n{tools}", words) == []


def test_whoever_has_no_rank_takes_no_turn(words: Vocabulary) -> None:
    rows = (
        "| 1 | Team lead | `!page` | always |\n| 2 | Owner | #dam | no answer after 10 min |\n"
        "| – | Fire brigade | 112 | smoke |\n"
    )
    (found,) = compile_playbook(
        f"# Mill\n\n## People\n\n| Rank | Who | Reach | Call them when |\n|-|-|-|-|\n{rows}", words
    ).chains
    told = [(one.who, one.condition, one.after and one.after.seconds) for one in found.steps]
    assert told == [("Team lead", "always", None), ("Owner", "no answer after 10 min", 600)]
    assert found.ordered


def test_a_threshold_of_a_machine_calls_nobody(words: Vocabulary) -> None:
    rows = "| Sluice lead | 01632 960 733 | low |\n| Dam owner | 01632 960 118 | high |\n"
    heads = "| Part | Phone | Water threshold |\n|---|---|---|\n"
    assert cases(f"## Contacts\n\n{heads}{rows}", words) == []

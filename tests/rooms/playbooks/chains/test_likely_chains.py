"""Chains below headings of the team's own, and lists with times that are none."""

import pytest

from runcard.domain.playbooks.compile import compile_playbook
from runcard.domain.playbooks.vocabulary import Vocabulary


def chains(body: str, words: Vocabulary) -> list[list[str]]:
    found = compile_playbook(f"# Ship\n\n{body}\n", words).chains
    return [[step.who for step in chain.steps] for chain in found]


NAMES = ["Bosun", "Mate", "Captain"]


@pytest.mark.parametrize(
    "body",
    [
        (
            "## Reporting lines\n\n1. Bosun\n2. Mate – if the bosun is silent for 10 minutes\n"
            "3. Captain – after an hour\n"
        ),
        "## Who to wake\n\n1. Bosun\n2. Mate (no progress in 20 min)\n3. Captain (1 h)\n",
        (
            "## Who picks up\n\n1. Bosun, straight away.\n"
            "2. Mate, if the brass phone has not been answered after 10 minutes.\n"
            "3. Captain, if we have been stuck for an hour. His number is in the box.\n"
        ),
        (
            "## Meldewege\n\nGerufen wird so:\n\n- Bosun\n- Mate – nach 10 Minuten\n"
            "- Captain – wenn Wasser eindringt\n"
        ),
        (
            "## Nobody answers\n\n| Ring | Minutes gone |\n|---|---|\n| Bosun | 0 min |\n"
            "| Mate | 10 min |\n| Captain | 40 min |\n"
        ),
    ],
)
def test_waits_and_cases_make_a_chain(body: str, words: Vocabulary) -> None:
    assert chains(body, words) == [NAMES]


def test_the_heading_is_the_place_of_the_chain(words: Vocabulary) -> None:
    body = "## Reporting lines\n\n1. Bosun\n2. Mate – after 10 min\n3. Captain – after 1 h\n"
    (chain,) = compile_playbook(f"# Ship\n\n{body}", words).chains
    assert (chain.line, chain.ordered) == (3, True)


@pytest.mark.parametrize(
    "body",
    [
        (
            "## Suppliers\n\n- Fibre: answers in 4 hours\n- Power: answers in 30 minutes\n"
            "- Mast: answers within 1 day\n"
        ),
        "## Maintenance\n\n- Tuesday: Ann, 2 hours\n- Friday: Bo, 1 hour\n- Sunday: Cy, 4 hours\n",
        "## Watches\n\n- Mon-Fri, 9h-18h: bosun\n- Mon-Fri, 18h-9h: mate\n- Sunday: captain\n",
        (
            "## In numbers\n\n- up to 60 s: nobody notices\n- 2-10 min: some complain\n"
            "- more than 30 min: the export stops\n"
        ),
        "## Teams\n\n- Deck: ropes\n- Engine: oil\n- Galley: soup\n",
        "## Contacts\n\n- Bosun: 555-0100\n- Mate: 555-0101\n- Captain: 555-0102\n",
        "## Features\n\n| Call | Limit |\n|---|---|\n| yes | 10 min |\n| yes | 20 min |\n",
        (
            "## Runbooks\n\n### Leak\n\n1. Pump\n2. Plug – if still wet after 10 min\n"
            "3. Beach her – after 1 h\n"
        ),
    ],
)
def test_other_lists_with_times_are_none(body: str, words: Vocabulary) -> None:
    assert chains(body, words) == []


@pytest.mark.parametrize(
    ("heading", "head"),
    [
        ("Support levels", "Level | Who | Takes over"),
        ("Who takes over", "Tier | Takes over | When"),
        ("Stützlinien", "Linie | Wer | Übernimmt"),
        ("Livelli di supporto", "Livello | Chi | Quando"),
    ],
)
def test_numbered_rungs_in_a_table_are_a_chain(heading: str, head: str, words: Vocabulary) -> None:
    rows = (
        "| L1 | Bosun | whatever comes in |\n| L2 | Mate | after 10 min, with P1 straight away |\n"
    )
    table = f"| {head} |\n|---|---|---|\n{rows}| L3 | Captain | P1 after 30 min |\n"
    assert chains(f"## {heading}\n\n{table}", words) == [NAMES]


def test_numbered_rows_of_promises_are_no_chain(words: Vocabulary) -> None:
    table = (
        "| Level | Who | Response |\n|---|---|---|\n| L1 | Bosun | 10 min |\n"
        "| L2 | Mate | 30 min |\n| L3 | Captain | 60 min |\n"
    )
    assert chains(f"## Care plans\n\n{table}", words) == []


@pytest.mark.parametrize(
    "drawn",
    [
        "Bosun ──(10 min, silent)──> Mate ──(P1, or 30 min)──> Captain",
        "Bosun ──[silent, 10 min]──> Mate ──[P1 > 30 min]──> Captain",
        "Bosun  ->  Mate (10 min, silent)  ->  Captain (P1, or 30 min)",
    ],
)
def test_one_line_with_arrows_in_a_fence(drawn: str, words: Vocabulary) -> None:
    assert chains(f"## The phone book\n\n```\n{drawn}\n```\n", words) == [NAMES]


def test_numbers_with_hours_are_no_waits(words: Vocabulary) -> None:
    body = (
        "## Wen wir rufen\n\n- Matrose: an Deck\n- Maat: 0151 555 0199, 7-19 h\n"
        "- Werft: 0151 555 0177, 8-17 h\n- Reederei: nach 90 Minuten\n"
    )
    assert chains(body, words) == []


def test_sentences_by_which_people_are_called_are_a_chain(words: Vocabulary) -> None:
    page = (
        "# Ship\n\n## Who does what\n\n### On-call\n\n- Hand is paged at once.\n"
        "- Mate is paged if there is no acknowledgement after 15 minutes.\n"
        "- Captain is paged after another 10 minutes.\n"
        "- Owner: SEV1 that is open longer than 1 hour\n"
    )
    (chain,) = compile_playbook(page, words).chains
    assert [(one.who, one.after and one.after.seconds) for one in chain.steps] == [
        ("Hand", 0),
        ("Mate", 900),
        ("Captain", 600),
        ("Owner", 3600),
    ]


@pytest.mark.parametrize(
    "body",
    [
        (
            "## Drying\n\n- after 9 minutes: first coat\n- after 2 hours: signed by the manager\n"
            "- after 1 day: varnish\n"
        ),
        (
            "## Retries\n\n1. First try after 5 minutes\n2. Second try after 15 minutes\n"
            "3. Third try after 60 minutes\n"
        ),
    ],
)
def test_stages_of_work_take_turns_too(body: str, words: Vocabulary) -> None:
    assert chains(body, words) == []


WHEN = "## {0}\n\n| {1} |\n|---|---|---|\n| {2} |\n| {3} |\n| {4} |\n| {5} |\n"


@pytest.mark.parametrize(
    "cells",
    [
        ("Watch on deck", "Who | Phone | When", "Bosun | 101 | always",
         "Mate | 102 | no answer for 9 minutes", "Captain | 103 | P1 longer than 1 hour",
         "Diver | 104 | anything below the water"),
        ("Wacht", "Wie | Bereikbaar | Wanneer", "Bosun | 101 | altijd",
         "Mate | 102 | na 9 minuten geen gehoor", "Captain | 103 | Prio 1 langer dan 1 uur",
         "Diver | 104 | na overleg"),
    ],
)  # fmt: skip
def test_a_third_of_the_cells_below_when_wait(cells: tuple[str, ...], words: Vocabulary) -> None:
    assert chains(WHEN.format(*cells), words) == [[*NAMES, "Diver"]]


def test_hours_below_when_are_none(words: Vocabulary) -> None:
    cells = ("Contacts", "Who | Phone | When", "Desk | 1 | 8-18", "Mate | 2 | nights",
             "Cook | 3 | 11-14", "Owner | 4 | within 4 hours")  # fmt: skip
    assert chains(WHEN.format(*cells), words) == []


def test_levels_are_nobody_who_is_called(words: Vocabulary) -> None:
    when = (
        "## Going up\n\n### When to escalate\n\n- **P0:** Escalate at once if wet for 15 minutes\n"
        "- **P1:** Escalate if wet for 1 hour\n- **P2:** Escalate if wet for 4 hours\n"
    )
    assert chains(when, words) == []


COMES_OF_A_LEVEL = """## Stufen

### P1 - Hafen zu

**Eskalation:**

1. Hafenmeister sofort.
2. Lotsen nach 10 Minuten.
3. {0} innerhalb von 15 Minuten.
4. {1} innerhalb von 48 Stunden.

### P2 - Kran steht

Warten.
"""


def test_a_list_of_what_comes_of_a_level_is_no_order_of_calling(words: Vocabulary) -> None:
    assert chains(COMES_OF_A_LEVEL.format("Statusseite", "Nachbesprechung"), words) == []
    people = COMES_OF_A_LEVEL.format("Reeder", "Kapitän")
    assert chains(people, words) == [["Hafenmeister", "Lotsen", "Reeder", "Kapitän"]]


@pytest.mark.parametrize(
    ("chapter", "title", "names"),
    [
        ("Quick Reference", "Emergency Contacts", NAMES),
        ("Anhang", "Notfallkontakte", NAMES),
        ("Quick Reference", "Weather", []),
        ("Post-mortem", "Emergency Contacts", []),
    ],
)
def test_contacts_among_what_is_looked_up_may_be_a_chain(
    chapter: str, title: str, names: list[str], words: Vocabulary
) -> None:
    rows = (
        "| Bosun | #deck | Auto-page |\n| Mate | #bridge | 15 min |\n| Captain | bell | 30 min |\n"
    )
    table = f"| Role | Contact | Escalation |\n|---|---|---|\n{rows}"
    found = chains(f"## {chapter}\n\n### {title}\n\n{table}", words)
    assert found == ([names] if names else [])


@pytest.mark.parametrize(
    ("heads", "names"),
    [
        ("| Role | Contact | Escalation Time |", NAMES),
        ("| Rolle | Kontakt | Eskalationszeit |", NAMES),
        ("| Papel | Contato | Tempo de escalonamento |", NAMES),
        ("| Role | Contact | Response time |", []),
        ("| Berth | Length | Escalation Time |", []),
    ],
)
def test_contacts_with_a_time_for_each_are_called_in_turn(
    heads: str, names: list[str], words: Vocabulary
) -> None:
    rows = "| Bosun | [TBD] | at once |\n| Mate | [TBD] | 15 min |\n| Captain | [TBD] | 30 min |\n"
    found = chains(f"## Emergency contacts\n\n{heads}\n|---|---|---|\n{rows}", words)
    assert found == ([names] if names else [])

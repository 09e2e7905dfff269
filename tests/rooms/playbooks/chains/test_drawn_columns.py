"""A cell with arrows is the chain of its row, below a head that speaks of escalation."""

import pytest

from runcard.domain.playbooks.chains.escalations import chains_of
from runcard.domain.playbooks.model import EscalationChain
from runcard.domain.playbooks.page.outline import outline
from runcard.domain.playbooks.vocabulary import Vocabulary

RULE = "|---|---|---|\n"


def read(text: str, words: Vocabulary) -> tuple[EscalationChain, ...]:
    return chains_of(outline(f"# Mill\n\n{text}"), words)


def test_each_row_draws_a_chain_of_its_own(words: Vocabulary) -> None:
    rows = (
        "| Area | Keeper | Escalation path |\n" + RULE + "| Sluice | Ada | Miller → Owner |\n"
        "| Wheel | Bo | Wright -> Miller (after 20 min) -> Owner |\n"
    )
    sluice, wheel = read(f"## Escalation\n\n{rows}", words)
    assert (sluice.title, sluice.line, sluice.ordered) == ("Sluice", 7, True)
    assert [step.who for step in sluice.steps] == ["Miller", "Owner"]
    assert [(step.who, step.after and step.after.seconds) for step in wheel.steps] == [
        ("Wright", None),
        ("Miller", 1200),
        ("Owner", None),
    ]


def test_whom_to_escalate_to_among_the_contacts_may_be_drawn(words: Vocabulary) -> None:
    rows = (
        "| Stufe | Bereich | Eskalation an |\n" + RULE + "| P1 | Wehr | Müller > Meister > Graf |\n"
        "| P2 | Rad | Müller > Meister |\n| P3 | Hof | Müller |\n"
    )
    first, second = read(f"## Kontakte\n\n{rows}", words)
    assert (first.keys, [step.who for step in first.steps]) == (
        ("P1",),
        ["Müller", "Meister", "Graf"],
    )
    assert (second.keys, [step.who for step in second.steps]) == (("P2",), ["Müller", "Meister"])


@pytest.mark.parametrize(
    "text",
    [
        "## Contacts\n\n| Area | Keeper | Grain flows |\n"
        + RULE
        + "| Sluice | Ada | Bin → Sack |\n",
        "## Contacts\n\n| Area | Keeper | Escalate to |\n" + RULE + "| Sluice | Ada | Miller |\n",
        "## Repairs\n\n| Area | Fault | Escalation |\n"
        + RULE
        + "| Sluice | Jam | Miller → Owner |\n",
    ],
)
def test_other_arrows_and_other_cells_draw_none(text: str, words: Vocabulary) -> None:
    assert [chain.title for chain in read(text, words) if chain.title == "Sluice"] == []


def test_an_arrow_in_front_leads_on_from_whoever_has_the_row(words: Vocabulary) -> None:
    rows = "| Sluice | Ada | → Miller |\n| Wheel | Bo | → Owner if it burns |\n| Yard | Cy | Bo |\n"
    table = f"| Part | Keeper | Escalation path |\n{RULE}{rows}"
    found = read(f"## Roles\n\n{table}", words)
    assert [[(one.who, one.condition) for one in chain.steps] for chain in found] == [
        [("Miller", None)],
        [("Owner", "if it burns")],
    ]


@pytest.mark.parametrize("head", ["Tools", "Notes"])
def test_below_other_heads_such_an_arrow_leads_to_nobody(head: str, words: Vocabulary) -> None:
    rows = "| Sluice | Ada | → Miller |\n| Yard | Bo | → Owner |\n"
    assert read(f"## Roles\n\n| Part | Keeper | {head} |\n{RULE}{rows}", words) == ()


def test_cells_that_name_people_in_turn(words: Vocabulary) -> None:
    rows = (
        "| Severity | Who is told |\n|---|---|\n| P1 | Miller (at once), owner (after 20 min) |\n"
        "| P2 | Miller, owner (after 2 h) |\n"
    )
    told = [
        (one.keys, [(step.who, step.after and step.after.seconds) for step in one.steps])
        for one in read(f"## Escalation\n\n{rows}", words)
    ]
    assert told == [
        (("P1",), [("Miller", 0), ("owner", 1200)]),
        (("P2",), [("Miller", None), ("owner", 7200)]),
    ]
    other = rows.replace("Who is told", "Examples")
    assert not any(one.keys for one in read(f"## Escalation\n\n{other}", words))
    bare = rows.replace(" (at once)", "").replace(" (after 20 min)", "").replace(" (after 2 h)", "")
    assert all(len(one.steps) != 2 for one in read(f"## Escalation\n\n{bare}", words) if one.keys)

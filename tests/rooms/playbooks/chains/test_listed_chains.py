"""Several lists below one heading, each read in the way that fits it."""

import pytest

from runcard.domain.playbooks.chains.escalations import chains_of
from runcard.domain.playbooks.compile import compile_playbook
from runcard.domain.playbooks.page.outline import outline
from runcard.domain.playbooks.vocabulary import Vocabulary

Rungs = list[tuple[str, int | None]]


def read(text: str, words: Vocabulary) -> list[Rungs]:
    return [
        [(one.who, one.after and one.after.seconds) for one in chain.steps]
        for chain in chains_of(outline(f"## Escalation\n\n{text}"), words)
    ]


def test_rungs_and_sentences_side_by_side(words: Vocabulary) -> None:
    text = (
        "**Nobody answers**\n\n1. Wait 5 minutes, page again.\n2. Page the mate.\n"
        "3. Another 9 minutes: phone the captain.\n\n**Too much water**\n\n"
        "1. Pilot\n2. Owner (after 2 h)\n"
    )
    assert read(text, words) == [
        [("mate", None), ("captain", 540)],
        [("Pilot", None), ("Owner", 7200)],
    ]


def test_names_with_numbers_are_an_order_where_two_are_for_a_case(words: Vocabulary) -> None:
    text = (
        "1. **Ada** (01632 960 415), owner of the ship\n"
        "2. **Bo** (01632 960 416), if Ada does not wake in nine minutes\n"
        "3. **Yard** (01632 960 417), if neither does\n"
    )
    assert read(text, words) == [[("Ada", None), ("Bo", 540), ("Yard", None)]]


def test_names_with_numbers_alone_are_none(words: Vocabulary) -> None:
    text = "- Ada: 01632 960 415\n- Bo: 01632 960 416\n- Yard: 01632 960 417\n"
    assert read(text, words) == []


def test_how_each_is_reached_is_no_case(words: Vocabulary) -> None:
    text = (
        "- Bosun on watch: page `yard-1` in the tower\n- Second watch: page `yard-2` in the tower\n"
        "- Owner: Ada R., +44 1632 960 415\n- Chandler: store@quay.example\n"
    )
    assert read(text, words) == []


def test_people_still_to_be_found_are_no_chain(words: Vocabulary) -> None:
    wanted = "### Accepted risk\n\nWe shall hire:\n\n- A deputy with keys\n- A clerk for guests\n"
    assert read(wanted, words) == []
    assert read("### Offen\n\n- Ein Stellvertreter\n- Eine Ansprechperson\n", words) == []
    assert read("- the mate\n- the captain\n", words) == [
        [("the mate", None), ("the captain", None)]
    ]


def test_pages_where_a_supplier_is_asked_are_no_order(words: Vocabulary) -> None:
    rope = "### Rope maker\n\n- Order page: https://rope.example\n- Usual answer: 2 days\n"
    assert read(rope, words) == []
    rota = "- Shift lead: https://rota.example/lead\n- Mill manager: https://rota.example/mill\n"
    assert [[who for who, _ in one] for one in read(rota, words)] == [
        ["Shift lead", "Mill manager"]
    ]


def test_what_a_level_promises_is_no_rung(words: Vocabulary) -> None:
    fields = "### P2\n\n- **Time to acknowledge:** 9 minutes\n- **Action:** Mate looks\n"
    assert read(f"{fields}- **Channel:** the deck\n", words) == []
    assert read("### P2\n\n- Reaktion: 9 Minuten\n- Behebung: 2 Stunden\n", words) == []


def test_people_behind_waits_are_rungs_whatever_they_answer(words: Vocabulary) -> None:
    assert read("- 9 minutes: Mate\n- 2 hours: Captain (answers in 5 min)\n", words) == [
        [("Mate", 540), ("Captain", 7200)]
    ]
    assert read("1. Mate (acknowledges)\n2. Captain (after 9 min)\n", words) == [
        [("Mate", None), ("Captain", 540)]
    ]


@pytest.mark.parametrize(
    ("title", "entry", "wait"),
    [
        ("Escalation", "**Within 30 min**: Tech lead", 1800),
        ("Eskalation", "**Nach 30 min**: Teamleiter", 1800),
    ],
)
def test_one_rung_alone_is_a_chain_where_it_waits(
    title: str, entry: str, wait: int, words: Vocabulary
) -> None:
    (chain,) = compile_playbook(f"# Mill\n\n## {title}\n\n- {entry}\n", words).chains
    assert [(one.who, one.after and one.after.seconds) for one in chain.steps] == [
        (entry.split(": ")[1], wait)
    ]


@pytest.mark.parametrize("entry", ["**Within 30 min**: oil the wheel", "**Tech lead**: the wheel"])
def test_work_or_a_name_alone_is_none(entry: str, words: Vocabulary) -> None:
    assert compile_playbook(f"# Mill\n\n## Escalation\n\n- {entry}\n", words).chains == ()


@pytest.mark.parametrize(
    ("text", "rungs"),
    [
        ("- Monday to Friday 8 to 17: the mill team\n- All other times: duty miller\n", []),
        ("- 平日 9:00〜18:00：運用チーム\n- 夜間・休日：一次当番\n", []),
        (
            "- Duty miller: Monday to Friday 8 to 17\n- Owner: after 2 hours\n",
            [[("Duty miller", None), ("Owner", 7200)]],
        ),
        (
            "- 0-20 min: duty miller\n- 20-60 min: owner\n",
            [[("duty miller", None), ("owner", 1200)]],
        ),
    ],
)
def test_hours_of_duty_are_no_rungs(text: str, rungs: list[Rungs], words: Vocabulary) -> None:
    page = outline(f"## On call and escalation\n\n{text}")
    found = chains_of(page, words)
    assert [
        [(one.who, one.after and one.after.seconds) for one in chain.steps] for chain in found
    ] == rungs

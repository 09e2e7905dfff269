"""People whom one sentence calls one after another, and sentences that only look like it."""

import pytest

from runcard.domain.playbooks.chains.escalations import chains_of
from runcard.domain.playbooks.compile import compile_playbook
from runcard.domain.playbooks.page.outline import outline
from runcard.domain.playbooks.vocabulary import Vocabulary

Rungs = list[tuple[str, int | None]]
CREW: Rungs = [("bosun", None), ("mate", 180), ("captain", 600)]


def rungs(text: str, words: Vocabulary) -> Rungs:
    chains = chains_of(outline(f"# Ship\n\n{text}\n"), words)
    return [
        (one.who, one.after.seconds if one.after else None)
        for chain in chains
        for one in chain.steps
    ]


TOLD: list[tuple[str, str, Rungs]] = [
    ("Who", "The bell rings the bosun, then the mate after 3 minutes.", CREW[:2]),
    (
        "Who",
        "A bell calls the bosun, then after 3 min the mate, and after 10 min the captain.",
        CREW,
    ),
    (
        "Watch",
        "An alarm wakes the bosun, then the mate after 3 minutes, then the captain after 10 min.",
        CREW,
    ),
    (
        "Escalation",
        "Wake the bosun, then the mate (cabin 4, aft) after 3 min, then the captain after 10 min.",
        CREW,
    ),
    (
        "On-call",
        "It goes to the bosun first, to the mate after 3 min and to the captain after 10 min.",
        CREW,
    ),
    (
        "Contacts",
        "Unanswered alarms page the mate after 3 minutes and the captain after 10 min.",
        CREW[1:],
    ),
    (
        "Escalation",
        "The bosun is called after 2 minutes, then the mate after 3 minutes.",
        [("bosun", 120), ("mate", 180)],
    ),
    (
        "Escalation",
        "After 2 min without an answer the bosun is woken; after 3 minutes the mate.",
        [("bosun", 120), ("mate", 180)],
    ),
    (
        "On-call",
        "If Bo sleeps for 3 min the bell calls the mate, and after another 7 min the captain.",
        [("mate", 180), ("captain", 420)],
    ),
    (
        "Bereitschaft",
        "Die Glocke ruft den Bootsmann, nach 3 Minuten den Maat, nach 10 Minuten die Kapitänin.",
        [("Bootsmann", None), ("Maat", 180), ("Kapitänin", 600)],
    ),
    (
        "Bereitschaft",
        "Bei Sturm ruft die Wache nach 3 Minuten den Maat an, nach 10 Minuten die Kapitänin.",
        [("Wache", None), ("Maat", 180), ("Kapitänin", 600)],
    ),
    (
        "Astreinte",
        "La cloche appelle le bosco, puis le second après 3 min, puis la capitaine après 10 min.",
        [("bosco", None), ("second", 180), ("capitaine", 600)],
    ),
    (
        "Guardia",
        "La campana llama al cocinero, luego al piloto a los 3 min, luego al capitán a los 10 min.",
        [("cocinero", None), ("piloto", 180), ("capitán", 600)],
    ),
]


@pytest.mark.parametrize(("title", "text", "expected"), TOLD)
def test_each_one_behind_the_first_has_a_wait(
    title: str, text: str, expected: Rungs, words: Vocabulary
) -> None:
    assert rungs(f"## {title}\n\n{text}", words) == expected


def test_names_behind_a_level_are_the_chain_of_that_level(words: Vocabulary) -> None:
    body = "**P1:** bosun, mate after 3 min, captain after 10 min\n\n**P2:** bosun, mate after 1 h"
    chains = chains_of(outline(f"# Ship\n\n## Escalation\n\n{body}\n"), words)
    assert [(chain.keys, len(chain.steps)) for chain in chains] == [(("P1",), 3), (("P2",), 2)]


def test_entries_that_are_chains_are_no_rungs_and_rungs_no_chains(words: Vocabulary) -> None:
    chains = "- The bell rings the mate, then Bo after 5 min.\n- P1: mate, captain after 9 min"
    assert rungs(f"## Escalation\n\n{chains}", words) == [
        ("mate", None),
        ("Bo", 300),
        ("mate", None),
        ("captain", 540),
    ]
    rung = "1. Page the mate at once\n2. Captain, then the owner after 5 min\n3. Yard (2 h)"
    assert len(chains_of(outline(f"# Ship\n\n## Escalation\n\n{rung}\n"), words)) == 1


def test_a_heading_about_escalation_is_the_line_of_its_chain(words: Vocabulary) -> None:
    text = "The bell rings the mate, then the captain after 9 minutes."
    (below,) = chains_of(outline(f"# Ship\n\n## Escalation\n\n{text}\n"), words)
    (elsewhere,) = chains_of(outline(f"# Ship\n\n## On-call\n\n{text}\n"), words)
    assert (below.line, elsewhere.line) == (3, 5)


@pytest.mark.parametrize(
    ("title", "text"),
    [
        # Machines call each other, too.
        ("Design", "The job calls the API, then the cache after 10 min, then the disk after 1 h."),
        ("Runbooks", "Call the bosun, then the chief engineer after 9 min, then Bo after 1 h."),
        # A telephone is no verb, and `within` is no turn.
        ("On-call", "Laptop and phone charged, within 15 minutes of a keyboard."),
        ("On-call", "The engineer answers in 5 minutes and calls the lead within 15 minutes."),
        (
            "Communication",
            "We call the customer after 9 min, the press after 2 h and Bo after 1 day.",
        ),
        ("On-call", "> The bell rings the mate, then the captain after 9 minutes."),
    ],
)
def test_other_sentences_call_nobody_in_turn(title: str, text: str, words: Vocabulary) -> None:
    assert rungs(f"## {title}\n\n{text}", words) == []


def test_a_noun_is_no_call_and_the_caller_is_nobody_to_call(words: Vocabulary) -> None:
    french = (
        "Sans réponse au bout de 10 minutes, l'alerte passe au second, "
        "puis 10 minutes plus tard au chef."
    )
    german = (
        "Eskalation: Meldet sich die Wache nach 15 Minuten nicht, ruft das Büro die zweite Wache "
        "an, nach weiteren 15 Minuten die Leitung."
    )
    for text, names in ((french, ["second", "chef"]), (german, ["zweite Wache", "Leitung"])):
        chains = compile_playbook(f"# Schiff\n\n## Kontakte\n\n{text}\n", words).chains
        assert [step.who for chain in chains for step in chain.steps] == names


def test_a_part_of_a_word_is_no_verb(words: Vocabulary) -> None:
    text = "## Escalation\n\nP1: on-call bosun at once, mate after 3 min, captain after 10 min.\n"
    assert rungs(text, words) == [("on-call bosun", 0), ("mate", 180), ("captain", 600)]


@pytest.mark.parametrize("label", ["By night", "Nachts", "Weekends"])
def test_hours_head_a_chain(label: str, words: Vocabulary) -> None:
    text = f"## Escalation\n\n{label}: bosun, mate after 3 minutes, captain after 10 minutes.\n"
    assert rungs(text, words) == CREW


def test_what_goes_to_somebody_is_a_noun(words: Vocabulary) -> None:
    text = "## Escalation\n\nLate pages go to Bo after 3 minutes and to the captain after 10.\n"
    assert rungs(text, words) == [("Bo", 180), ("captain", 600)]


def test_or_is_no_name(words: Vocabulary) -> None:
    text = "## Eskalation\n\nStufe 3: Kapitän, nach 3 Minuten oder bei Leck.\n"
    assert rungs(text, words) == []


def test_names_behind_an_order_of_calling(words: Vocabulary) -> None:
    told = "bosun, mate (after 3 min), captain (after 10 min)"
    for label in ("We page in this order", "Escalation"):
        assert rungs(f"## Escalation\n\n{label}: {told}.", words) == CREW
    assert rungs(f"## Escalation\n\nWe paint in this order: {told}.", words) == []


def test_an_order_at_once_and_one_after_a_wait(words: Vocabulary) -> None:
    text = "## Escalation\n\nP1: Inform the mate immediately and the captain after 1 hour."
    assert rungs(text, words) == [("mate", 0), ("captain", 3600)]


def test_two_are_enough_where_nobody_answers(words: Vocabulary) -> None:
    told = "After 10 minutes the bell rings the shift lead, after 20 minutes the head of deck."
    silent = f"Nobody answers: {told[0].lower()}{told[1:]}"
    assert rungs(f"## Bells\n\n{told}", words) == []
    assert rungs(f"## Bells\n\n{silent}", words)[-2:] == [
        ("shift lead", 600),
        ("head of deck", 1200),
    ]

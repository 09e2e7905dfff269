"""Whole chains in one sentence, with arrows or without, in any language."""

import pytest

from runcard.domain.playbooks.chains.escalations import chains_of
from runcard.domain.playbooks.page.outline import outline
from runcard.domain.playbooks.vocabulary import Vocabulary
from tests.rooms.playbooks.chains import chains_read

Rungs = list[tuple[str, int | None]]
RUNGS: Rungs = [("Bosun", None), ("Mate", 720), ("Captain", 3600)]
SAID = [
    "Bosun → Mate (12 min) → Captain (1 h)",
    "Bosun -> Mate after 12 min -> Captain after 1 h",
    "Bosun, then Mate after 12 min, then Captain after 1 h.",
    "First Bosun, then Mate after 12 min, and then Captain after 1 h.",
    "Bosun, dann Mate nach 12 Minuten, dann Captain nach 1 Stunde.",
]


@pytest.mark.parametrize("text", SAID)
def test_a_chain_in_a_sentence(text: str, words: Vocabulary) -> None:
    (chain,) = chains_of(outline(f"## Escalation\n\n{text}\n"), words)
    assert [(one.who, one.after and one.after.seconds) for one in chain.steps] == RUNGS


def test_arrows_from_waits_to_names(words: Vocabulary) -> None:
    text = "No answer in 9 min → Bosun; 30 min → Mate; 60 min → Captain"
    (chain,) = chains_of(outline(f"## Escalation\n\n{text}\n"), words)
    assert [(one.who, one.after and one.after.seconds) for one in chain.steps] == [
        ("Bosun", 540),
        ("Mate", 1800),
        ("Captain", 3600),
    ]


def test_menus_and_plain_sentences_are_no_chains(words: Vocabulary) -> None:
    for text in ("Open Settings > Crew > Watch.", "Then we rest, and then we sail on."):
        assert chains_of(outline(f"## Escalation\n\n{text}\n"), words) == ()


@pytest.mark.parametrize("silence", ["no ack in 12 min", "Keine Antwort nach 12 Minuten"])
def test_a_silence_before_the_first_arrow_is_nobody(silence: str, words: Vocabulary) -> None:
    text = f"**Escalation:** {silence} → second watch → Mate → Captain."
    (chain,) = chains_of(outline(f"## Watch\n\n{text}\n"), words)
    assert [one.who for one in chain.steps] == ["second watch", "Mate", "Captain"]
    assert chain.steps[0].after is not None
    assert chain.steps[0].after.seconds == 720


@pytest.mark.parametrize(
    "text",
    [
        "Matrose → (8 Min. keine Antwort) Maat → (30 Min.) Kapitän → Reederei",
        "deck hand -> (8 min, silent) mate -> (30 min) captain -> owner (pays)",
    ],
)
def test_a_wait_in_front_of_a_name_is_its_condition(text: str, words: Vocabulary) -> None:
    (chain,) = chains_of(outline(f"## Escalation\n\n{text}\n"), words)
    assert [one.after and one.after.seconds for one in chain.steps] == [None, 480, 1800, None]
    assert not any(one.who.startswith("(") for one in chain.steps)


def test_other_parentheses_in_front_belong_to_the_name(words: Vocabulary) -> None:
    text = "deck hand -> (acting) mate -> captain after 9 min -> owner after 1 h"
    (chain,) = chains_of(outline(f"## Escalation\n\n{text}\n"), words)
    assert chain.steps[1].who == "(acting) mate"


def chains(text: str, words: Vocabulary, title: str = "Escalation") -> list[list[str]]:
    found = chains_of(outline(f"## {title}\n\n{text}\n"), words)
    return [[one.who for one in chain.steps] for chain in found]


def test_a_sentence_for_each_case(words: Vocabulary) -> None:
    text = "If it burns: bosun → mate → captain. If it leaks: bosun → cook (9 min) → owner (1 h)."
    assert chains(text, words) == [["bosun", "mate", "captain"], ["bosun", "cook", "owner"]]


def test_a_bold_label_with_a_stop(words: Vocabulary) -> None:
    text = "**Night watch.** Bosun → mate (9 min).\n\n**Day watch.** Cook → mate (20 min)."
    assert chains(text, words) == [["Bosun", "mate"], ["Cook", "mate"]]


def test_greater_than_for_arrows(words: Vocabulary) -> None:
    assert chains("Bosun (0 min) > mate (9 min) > captain (1 h)", words) == [
        ["Bosun", "mate", "captain"]
    ]


@pytest.mark.parametrize(
    "text",
    [
        "hull (5 s) → mast (30 s) → sail (60 s)",
        "sand → lime (20 min) → mortar (40 min) → wall",
        "砂 → 石灰（20分钟） → 墙（40分钟）",
    ],
)
def test_stages_of_work_are_no_people(text: str, words: Vocabulary) -> None:
    assert chains(text, words, "How we build") == []


def test_an_alarm_that_runs_through_machines_calls_nobody(words: Vocabulary) -> None:
    assert chains("**Leitung**: Ofenfühler → Warteschlange `brot-kalt` → Klingel", words) == []


@pytest.mark.parametrize(
    "text",
    [
        "**Nights**: Ada `@ada` → Bo `#harbour` → Cy",
        "**Nights**: Bosun `deck-one` → mate `deck-two` → captain",
        "**Nights**: Ada `deck-one` → Bo `deck-two` (9 min) → Cy",
    ],
)
def test_people_with_a_handle_or_a_desk_are_called(text: str, words: Vocabulary) -> None:
    assert len(chains(text, words)) == 1


@pytest.mark.parametrize(
    ("text", "steps"),
    [
        (
            "Escalation (if nobody answers in 9 min): Rings the miller, then the owner.",
            [("the miller", "if nobody answers in 9 min", 540), ("the owner", None, None)],
        ),
        (
            "**Eskalation (wenn nach 1 h ungelöst):** Müller → Graf",
            [("Müller", "wenn nach 1 h ungelöst", 3600), ("Graf", None, None)],
        ),
    ],
)
def test_a_label_may_say_when_its_chain_begins(
    text: str, steps: list[tuple[str, str | None, int | None]], words: Vocabulary
) -> None:
    assert chains_read.chains(f"## Escalation\n\n{text}", words) == [steps]


@pytest.mark.parametrize(
    "text",
    [
        "Escalation (if nobody answers): Close the sluice, then check the wheel.",
        "Nights: Rings the miller, then the owner.",
    ],
)
def test_two_deeds_or_two_names_of_no_escalation_are_no_chain(text: str, words: Vocabulary) -> None:
    assert chains_read.chains(f"## Escalation\n\n{text}", words) == []


@pytest.mark.parametrize(
    ("said", "rungs"),
    [
        (
            "**Escalation (no answer in 9 min):** Bosun, then Mate.",
            [("Bosun", 540), ("Mate", None)],
        ),
        ("**Eskalation (nach 9 Minuten):** Bosun → Mate", [("Bosun", 540), ("Mate", None)]),
        # What the brackets say is no case, and a list of work hands nothing on.
        ("**Escalation (main yard):** Bosun, then Mate.", [("Bosun", None), ("Mate", None)]),
        ("**Pumps (no water in 9 min):** the valve, then the tap.", []),
    ],
)
def test_the_case_of_the_first_may_stand_in_the_brackets_of_the_label(
    said: str, rungs: Rungs, words: Vocabulary
) -> None:
    chains = chains_of(outline(f"## On call\n\nWe sail.\n\n{said}\n"), words)
    found = [(one.who, one.after and one.after.seconds) for two in chains for one in two.steps]
    assert found == rungs


@pytest.mark.parametrize(
    ("said", "names"),
    [
        ("**Escalation:** Bosun > Mate > Captain", ["Bosun", "Mate", "Captain"]),
        ("**Escalation:** Bosun > 2nd mate", ["Bosun", "2nd mate"]),
        ("**Escalation:** Purser for bills > $1,000", []),
        ("**Eskalation:** Zahlmeister bei Verlusten > 5 %", []),
    ],
)
def test_a_sign_before_an_amount_leads_to_nobody(
    said: str, names: list[str], words: Vocabulary
) -> None:
    found = chains_read.chains(f"## On call\n\nWe sail.\n\n{said}\n", words)
    assert [who for chain in found for who, _, _ in chain] == names

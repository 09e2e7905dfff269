"""Arrows amid other sentences."""

from runcard.domain.playbooks.chains.escalations import chains_of
from runcard.domain.playbooks.model import ChainStep
from runcard.domain.playbooks.page.outline import outline
from runcard.domain.playbooks.vocabulary import Vocabulary

Rungs = list[tuple[str, int | None]]


def rungs(text: str, words: Vocabulary) -> Rungs:
    (chain,) = chains_of(outline(f"## Escalation\n\n{text}\n"), words)
    return [told(step) for step in chain.steps]


def told(step: ChainStep) -> tuple[str, int | None]:
    return step.who, step.after.seconds if step.after is not None else None


def test_what_stands_before_the_chain_is_no_name(words: Vocabulary) -> None:
    text = "The bell is in the mast. Chain `night`: hand → (8 min) mate → (9 min) captain."
    assert rungs(text, words) == [("hand", None), ("mate", 480), ("captain", 540)]


def test_cases_in_front_of_arrows_and_calls_behind_them(words: Vocabulary) -> None:
    text = (
        "Escalation: the mate does not answer in 12 min → ring again → captain. "
        "P1 open for 2 hours → captain calls the owner. P1 open for 5 hours → mayor."
    )
    assert rungs(text, words) == [
        ("mate", None),
        ("captain", 720),
        ("owner", 7200),
        ("mayor", 18000),
    ]


def test_a_sentence_behind_the_chain_goes_on_with_it(words: Vocabulary) -> None:
    text = "hand → (5 min) mate → (10 min) crew. For a P1 also phone the owner after 30 min."
    assert rungs(text, words)[2:] == [("crew", 600), ("owner", 1800)]


def test_numbers_and_asides_hold_their_stops(words: Vocabulary) -> None:
    text = "1. Hand → 2. Mate (8 min. silent) → 3. Captain"
    assert [who for who, _ in rungs(text, words)] == ["Hand", "Mate", "Captain"]


def test_a_line_without_end_is_read_in_linear_time(words: Vocabulary) -> None:
    text = "Hand → (Mate" + ". And" * 20000
    assert len(chains_of(outline(f"## Escalation\n\n{text}\n"), words)) <= 1


def test_among_pairs_every_wait_on_the_left_is_a_case(words: Vocabulary) -> None:
    text = "Keine Meldung innerhalb von 9 Minuten → Maat. Leck seit mehr als 2 Stunden → Reeder."
    assert rungs(text, words) == [("Maat", 540), ("Reeder", 7200)]
    asked = "Si le bosco ne répond pas en 9 min → second. Panne de plus d'une heure → armateur."
    assert rungs(asked, words) == [("bosco", None), ("second", 540), ("armateur", 3600)]

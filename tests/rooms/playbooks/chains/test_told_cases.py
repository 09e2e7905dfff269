"""A sentence below the name of a rung that says when it is reached."""

import pytest

from runcard.domain.playbooks.chains.told_cases import case_in
from runcard.domain.playbooks.compile import compile_playbook
from runcard.domain.playbooks.vocabulary import Vocabulary


@pytest.mark.parametrize(
    ("who", "said", "case"),
    [
        ("Mate", "Woken after 20 minutes without an answer.", "after 20 minutes without an answer"),
        ("Mate", "Called if the bosun is stuck.", "if the bosun is stuck"),
        ("Maat", "Wird nach 20 Minuten geweckt.", "nach 20 Minuten"),
        ("Piloto", "Se llama a los 20 minutos.", "a los 20 minutos"),
        ("大副", "20 分钟未响应时通知。", "20 分钟未响应时"),
        ("航海士", "20分応答がなければ呼び出す。", "20分応答がなければ"),
    ],
)
def test_a_wait_or_an_if_among_the_first_words(
    who: str, said: str, case: str, words: Vocabulary
) -> None:
    assert case_in(who, said, words) == case


@pytest.mark.parametrize(
    "said",
    [
        "Calls the captain after 20 minutes.",
        "Has the keys of the hold.",
        "Watches the pumps, the sails and the rudder, and goes below after 20 minutes.",
    ],
)
def test_whatever_else_is_told_is_no_case(said: str, words: Vocabulary) -> None:
    assert case_in("Mate", said, words) == ""


def test_headings_with_a_sentence_below_each(words: Vocabulary) -> None:
    text = (
        "# Ferry\n\n## Escalation\n\n### Level 1 – Bosun\n\nHas the keys.\n\n"
        "### Level 2 – Mate\n\nWoken after 20 minutes.\n"
    )
    (chain,) = compile_playbook(text, words).chains
    waits = [(one.who, one.after.seconds if one.after else None) for one in chain.steps]
    assert waits == [("Bosun", None), ("Mate", 1200)]

"""Times by which people are told are no promise to answer, but those who are called begin."""

import pytest

from runcard.domain.playbooks.compile import compile_playbook
from runcard.domain.playbooks.levels.told_clauses import told_in
from runcard.domain.playbooks.model import Severity
from runcard.domain.playbooks.vocabulary import Vocabulary


def level(said: str, words: Vocabulary) -> Severity:
    body = f"**Level 1** means that bread burns. {said}\n\n**Level 2** means crumbs. Sweep.\n"
    return compile_playbook(f"# Bakery\n\n## Severity levels\n\n{body}", words).severities[0]


def test_whoever_is_called_at_once_begins(words: Vocabulary) -> None:
    found = level("The whole shift is called at once, the master within 10 minutes.", words)
    assert found.response is not None
    assert found.response.seconds == 0
    assert [one.text for one in found.escalation] == ["whole shift", "master"]


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("The mayor is informed within 20 minutes.", "The mayor is informed within 20 minutes"),
        ("Der Bürgermeister wird binnen 20 Minuten informiert.",
         "Der Bürgermeister wird binnen 20 Minuten informiert"),
        ("Acknowledge in 5 minutes, mayor informed within 20 minutes.",
         "mayor informed within 20 minutes"),
    ],
)  # fmt: skip
def test_whoever_is_informed_only_knows(said: str, told: str, words: Vocabulary) -> None:
    found = level(said, words)
    assert found.response is None
    assert found.communication is not None
    assert found.communication.text == told


def test_the_other_clauses_still_promise(words: Vocabulary) -> None:
    found = level(
        "Acknowledge in 5 minutes, mayor informed within 20 minutes, update every 30 minutes.",
        words,
    )
    assert found.acknowledge is not None
    assert found.acknowledge.seconds == 300
    assert found.cadence is not None
    assert found.cadence.seconds == 1800


@pytest.mark.parametrize(
    "sentence",
    [
        "Customers are informed every 30 minutes.",
        "Somebody is at the oven within 10 minutes.",
        "Fixed within 2 hours, customers told.",
        "It is called bread.",
        "The baker who lives next to the old mill is called within 10 minutes.",
        "x, " * 400,
    ],
)
def test_other_sentences_tell_nobody(sentence: str, words: Vocabulary) -> None:
    assert told_in(sentence, words)[0] == []


def test_somebody_who_looks_at_it_answers(words: Vocabulary) -> None:
    found = level("Somebody looks at it right away. Note on the door.", words)
    assert found.definition is not None
    assert found.definition.text == "means that bread burns."
    assert found.response is not None
    assert found.response.seconds == 0


@pytest.mark.parametrize(
    ("said", "names"),
    [
        ("The head baker and the shop director are told straight away.",
         ["head baker", "shop director"]),
        ("Die Pflegedirektion wird verständigt.", ["Pflegedirektion"]),
        # Guests hear of it, and nobody calls them to help.
        ("The guests are told.", []),
        ("Nobody is told.", []),
    ],
)  # fmt: skip
def test_people_of_the_house_who_are_told_as_such(
    said: str, names: list[str], words: Vocabulary
) -> None:
    found = level(said, words)
    assert [one.text.removeprefix("the ") for one in found.escalation] == names
    assert found.response is None

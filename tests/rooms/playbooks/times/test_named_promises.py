"""Promises that running text makes by their names."""

import pytest

from runcard.domain.playbooks.times.named_promises import promises_in
from runcard.domain.playbooks.vocabulary import Vocabulary


@pytest.mark.parametrize(
    ("sentence", "promised"),
    [
        ("Respond within 4 hours, business hours.",
         [("response", "within 4 hours, business hours")]),
        ("Reaktion binnen 4 Stunden, während der Dienstzeit", [
            ("response", "binnen 4 Stunden, während der Dienstzeit")]),
        ("Respond within 10 min, 24/7", [("response", "within 10 min")]),
        ("Acknowledge within 2 h, in office hours, fixed within 3 days",
         [("acknowledge", "within 2 h, in office hours"), ("resolution", "within 3 days")]),
    ],
)  # fmt: skip
def test_hours_of_work_behind_a_time_belong_to_it(
    sentence: str, promised: list[tuple[str, str]], words: Vocabulary
) -> None:
    assert list(promises_in(sentence, words)) == promised


@pytest.mark.parametrize(
    ("sentence", "promise"),
    [("fix it within 4 hours", ("resolution", "within 4 hours")),
     ("atención el siguiente día hábil", ("response", "el siguiente día hábil"))],
)  # fmt: skip
def test_a_small_word_between_name_and_time(
    sentence: str, promise: tuple[str, str], words: Vocabulary
) -> None:
    ((concept, said),) = promises_in(sentence, words)
    assert concept == promise[0]
    assert said in promise[1]


def test_a_word_for_telling_behind_a_rhythm(words: Vocabulary) -> None:
    assert [*promises_in("様子は45分ごとに知らせる。", words)] == [("cadence", "45分ごとに")]
    assert [*promises_in("弁は45分ごとに回す。", words)] == []


def test_times_behind_a_label_that_names_none(words: Vocabulary) -> None:
    said = "SLA: 15 minutes to acknowledge, 4 hours to resolve"
    assert dict(promises_in(said, words)) == {"acknowledge": "15 minutes", "resolution": "4 hours"}


@pytest.mark.parametrize(
    ("sentence", "promised"),
    [("Triage within 3 hours, tell the herd owner", [("response", "within 3 hours")]),
     ("assess at once", [("response", "at once")]),
     ("Milk the cows within 3 hours", []),
     ("Triage by the vet, who may need 3 hours", [])],
)  # fmt: skip
def test_the_first_work_is_the_answer(
    sentence: str, promised: list[tuple[str, str]], words: Vocabulary
) -> None:
    assert list(promises_in(sentence, words)) == promised

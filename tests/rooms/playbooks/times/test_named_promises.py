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


def test_a_dutch_and_parts_two_promises(words: Vocabulary) -> None:
    said = "We reageren binnen 10 minuten en lossen het op binnen 2 uur."
    assert [concept for concept, _ in promises_in(said, words)] == ["response", "resolution"]
    for one in ("solución en 4 h", "résolution en 4 h"):
        assert [concept for concept, _ in promises_in(one, words)] == ["resolution"]


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


@pytest.mark.parametrize(
    ("sentence", "promised"),
    [
        ("The response time is 9 minutes", [("response", "9 minutes")]),
        ("Die Reaktionszeit beträgt 9 Minuten", [("response", "9 Minuten")]),
        ("El objetivo de solución es de 3 horas", [("resolution", "3 horas")]),
        ("L'obiettivo di ripristino è di 3 ore", [("resolution", "3 ore")]),
        ("目標復旧時間は3時間とする", [("resolution", "3時間")]),
        ("The target for restoring service is 3 hours", [("resolution", "3 hours")]),
        ("The target is 3 business days", [("resolution", "3 business days")]),
        ("The response team is on the boat for 3 hours", []),
        ("The target of the archers is 3 hours away", []),
        ("El tiempo es de lluvia durante 3 horas", []),
    ],
)
def test_as_much_as_a_promise_amounts_to(
    sentence: str, promised: list[tuple[str, str]], words: Vocabulary
) -> None:
    assert list(promises_in(sentence, words)) == promised


@pytest.mark.parametrize(
    ("sentence", "concept"),
    [
        ("it should be over after 3 hours", "resolution"),
        ("in 3 Stunden soll es wieder laufen", "resolution"),
        ("rétablissons le service sous 3 heures", "resolution"),
        ("el servicio tiene que volver en 3 horas", "resolution"),
        ("correction sous 3 jours ouvrés", "resolution"),
        ("du bestätigst den Alarm innerhalb von 5 Minuten", "acknowledge"),
        ("corrigé dans la prochaine release", None),
        ("we talk it over with the crew for 3 hours", None),
    ],
)
def test_when_it_is_taken_and_over(sentence: str, concept: str | None, words: Vocabulary) -> None:
    assert [name for name, _ in promises_in(sentence, words)] == ([concept] if concept else [])


@pytest.mark.parametrize(
    ("sentence", "is_rhythm"),
    [
        ("The baker hears from us every 20 minutes", True),
        ("Die Bäckerei hört von uns alle 20 Minuten", True),
        ("Le boulanger a de nos nouvelles toutes les 20 minutes", True),
        ("El panadero tiene noticias nuestras cada 20 minutos", True),
        ("The baker hears the mill every 20 minutes", False),
        ("Die Bäckerei hört die Mühle alle 20 Minuten", False),
    ],
)
def test_whoever_hears_from_us_is_told(sentence: str, is_rhythm: bool, words: Vocabulary) -> None:
    assert [name for name, _ in promises_in(sentence, words)] == ["cadence"] * is_rhythm

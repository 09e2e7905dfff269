"""Who is called in a sentence, and in which case."""

import pytest

from runcard.domain.playbooks.people.call_sentences import called_in
from runcard.domain.playbooks.vocabulary import Vocabulary

CALLS = [
    ("If the hold is wet after 20 min (night), the mate wakes the captain.",
     "captain", "If the hold is wet after 20 min (night)"),
    ("Pumps still off after 2 hours the bosun calls the harbour master",
     "harbour master", "Pumps still off after 2 hours"),
    ("If the bosun cannot stop it he wakes the mate.", "mate", "If the bosun cannot stop it"),
    ("After an hour the owner is informed", "owner", "After an hour"),
    ("If it leaks for an hour wake the captain", "captain", "If it leaks for an hour"),
    ("Nach 40 Minuten wird die Reederei verständigt", "Reederei", "Nach 40 Minuten"),
    ("Nach 40 Minuten ohne Funk wird die Reederei informiert",
     "Reederei", "Nach 40 Minuten ohne Funk"),
    ("Wenn nach 40 Minuten Wasser eindringt, weckt der Maat den Kapitän",
     "Kapitän", "Wenn nach 40 Minuten Wasser eindringt"),
    ("Si rien ne bouge après 2 heures, le bosco prévient l'armateur",
     "armateur", "Si rien ne bouge après 2 heures"),
    ("The mate calls the captain after 9 minutes", "captain", "after 9 minutes"),
    ("The mate wakes the captain", "captain", None),
    ("After 9 minutes for P1 or 1 hour for P2 the captain is woken",
     "captain", "After 9 minutes for P1 or 1 hour for P2"),
    ("After 9 minutes the P1 captain is woken", "P1 captain", "After 9 minutes"),
    ("After 9 minutes without an answer the captain is woken",
     "captain", "After 9 minutes without an answer"),
    ("If you cannot stop it wake the captain", "captain", "If you cannot stop it"),
    ("Wenn es nach 9 Minuten leckt, den Maat rufen", "Maat", "Wenn es nach 9 Minuten leckt"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "who", "case"), CALLS)
def test_a_verb_for_calling_has_somebody_behind_it(
    text: str, who: str, case: str | None, words: Vocabulary
) -> None:
    assert called_in(text, words) == (case, who)


@pytest.mark.parametrize(
    "text",
    [
        "Second mate on-call engineer",
        "Wake the captain",
        "Bosun, if the call is not answered in 10 minutes",
        "The bosun calls.",
        "After an hour call 0800 555 014 and wait for 10 minutes",
        "",
    ],
)
def test_nouns_orders_and_numbers_are_no_such_sentence(text: str, words: Vocabulary) -> None:
    assert called_in(text, words) is None


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Leckt es nach 9 Minuten noch, kommt der Maat dazu und hisst die Flagge", "Maat"),
        ("Nach 9 Minuten stößt der Kapitän hinzu", "Kapitän"),
        ("Na 9 minuten komt de stuurman erbij", "stuurman"),
        ("Kommt nach 9 Minuten keine Antwort, weckt er den Maat", "Maat"),
    ],
)
def test_whoever_joins_is_called(text: str, who: str, words: Vocabulary) -> None:
    call = called_in(text, words)
    assert call is not None
    assert call.who == who


def test_what_comes_without_its_second_half_calls_nobody(words: Vocabulary) -> None:
    assert called_in("Nach 9 Minuten kommt der Nebel", words) is None


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Dopo due ore viene informato il mugnaio", "mugnaio"),
        ("Na twee uur wordt de molenaar ingelicht", "molenaar"),
        ("Dauert es länger als 2 Stunden, ist der Müller hinzuzuziehen", "Müller"),
        ("After half an hour the miller has to know", "miller"),
        ("Dopo due ore viene informato", None),
        ("Na twee uur wordt de molen gestopt", None),
        ("Nach 2 Stunden ist der Damm zu schließen", None),
    ],
)
def test_passives_of_four_languages(text: str, who: str | None, words: Vocabulary) -> None:
    call = called_in(text, words)
    assert (call.who if call is not None else None) == who


@pytest.mark.parametrize(
    ("text", "case", "who"),
    [
        ("A los 9 minutos sin viento se llama al piloto", "A los 9 minutos sin viento", "piloto"),
        ("Dopo 9 minuti senza vento si sveglia il pilota", "Dopo 9 minuti senza vento", "pilota"),
        ("If nothing moves in 9 minutes they ring the pilot", None, "pilot"),
        ("Le pilote est prévenu à 9 minutes", "à 9 minutes", "pilote"),
        ("Dès qu'une fuite est vue, le pilote est prévenu", "Dès qu'une fuite est vue", "pilote"),
        ("Whenever a seam leaks, call the pilot", "Whenever a seam leaks", "pilot"),
        ("en P1, le pilote est prévenu à 9 minutes", "en P1, à 9 minutes", "pilote"),
    ],
)
def test_the_case_is_whole_and_without_whoever_calls(
    text: str, case: str | None, who: str, words: Vocabulary
) -> None:
    call = called_in(text, words)
    assert call is not None
    assert call.who == who
    assert call.case == (case or "If nothing moves in 9 minutes")


def test_a_pronoun_inside_a_case_stays(words: Vocabulary) -> None:
    call = called_in("If you cannot stop it wake the pilot", words)
    assert call is not None
    assert call.case == "If you cannot stop it"
    assert called_in("A las 9 sale el piloto", words) is None

"""What the sentences behind the key of a level mean, and which of them promise something."""

import pytest

from runcard.domain.playbooks.compile import compile_playbook
from runcard.domain.playbooks.levels.meanings import sentence_statements
from runcard.domain.playbooks.vocabulary import Vocabulary


def told(text: str, words: Vocabulary) -> list[tuple[str, str]]:
    return [(one.concepts[0], one.text) for one in sentence_statements(text, 1, words)]


@pytest.mark.parametrize(
    ("text", "meaning"),
    [
        ("Prices are wrong. Or none for 5 minutes. Answer within 10 min.",
         "Prices are wrong. Or none for 5 minutes."),
        ("Kein Wasser. Oder nur kaltes. Antwort innerhalb von 10 Minuten.",
         "Kein Wasser. Oder nur kaltes."),
        ("Prices are wrong. Somebody shouts. Answer within 10 min.", "Prices are wrong."),
    ],
)  # fmt: skip
def test_an_alternative_goes_on_with_the_meaning(
    text: str, meaning: str, words: Vocabulary
) -> None:
    assert told(text, words)[0] == ("definition", meaning)


def test_a_promise_behind_or_is_a_promise(words: Vocabulary) -> None:
    assert ("response", "within 10 min") in told("No tea. Or: answer within 10 min.", words)


def test_who_is_told_in_some_case_is_no_repair(words: Vocabulary) -> None:
    said = "No tea. At the kettle within 15 minutes. Guests are told within an hour if it lasts."
    assert [concept for concept, _ in told(said, words)] == ["definition", "response", "definition"]


def test_an_arrow_leads_to_what_is_promised(words: Vocabulary) -> None:
    found = told("Kiln out, glaze lost → 9-minute response SLA", words)
    assert found == [("definition", "Kiln out, glaze lost"), ("response", "9-minute")]
    assert told("Kiln → shop is closed", words) == [("definition", "Kiln → shop is closed")]


def test_a_meaning_ends_where_its_entry_does(words: Vocabulary) -> None:
    text = (
        "# Dyke\n\n## Severity\n\n- **Critical:** the dyke is broken, and water stands in the\n"
        "  streets of the old town.\n- **High:** the dyke is wet.\n"
    )
    levels = compile_playbook(text, words).severities
    meant = [one.definition for one in levels if one.definition is not None]
    assert [(one.line, one.end_line) for one in meant] == [(5, 6), (7, 7)]


@pytest.mark.parametrize(
    ("answer", "repair"), [("Answer", "Back on air"), ("Respuesta", "De vuelta al aire")]
)
def test_who_broadcasts_is_back_on_air(answer: str, repair: str, words: Vocabulary) -> None:
    found = told(f"No sound. {answer}: 5 minutes. {repair}: 20 minutes.", words)
    assert found[1:] == [("response", "5 minutes"), ("resolution", "20 minutes")]


@pytest.mark.parametrize(
    ("said", "found"),
    [("The crew reacts at once and acknowledges the page within 5 minutes.",
      [("response", "at once"), ("acknowledge", "within 5 minutes")]),
     ("Die Wache reagiert sofort und bestätigt den Alarm binnen 5 Minuten.",
      [("response", "sofort"), ("acknowledge", "binnen 5 Minuten")]),
     ("L'équipe réagit tout de suite et acquitte l'alerte sous 5 minutes.",
      [("response", "tout de suite"), ("acknowledge", "sous 5 minutes")]),
     ("O plantão responde na hora e confirma o alerta em até 5 minutos.",
      [("response", "na hora"), ("acknowledge", "em até 5 minutos")]),
     ("The crew starts within 15 minutes and acknowledges the page within 5 minutes.",
      [("acknowledge", "within 5 minutes"), ("response", "within 15 minutes")]),
     ("The crew acknowledges the page within 5 minutes and informs the mayor within 30 minutes.",
      [("acknowledge", "within 5 minutes")]),
     ("Acknowledged within 5 minutes, the mayor knows within 30 minutes.",
      [("acknowledge", "within 5 minutes")])],
)  # fmt: skip
def test_who_acknowledges_may_also_begin(
    said: str, found: list[tuple[str, str]], words: Vocabulary
) -> None:
    assert told(f"No tram runs. {said}", words)[1:] == found


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("Start the next working day, it ships with the next release.",
         [("response", "the next working day"), ("resolution", "next release")]),
        ("Updates in the channel every 15 minutes (and on the status page every hour).",
         [("cadence", "every 15 minutes"), ("cadence_external", "every hour")]),
        ("Wir informieren die Stationen alle 20 Minuten am Telefon.",
         [("cadence", "alle 20 Minuten")]),
        ("Respondemos en 4 horas, solo en horario laboral.",
         [("response", "en 4 horas, solo en horario laboral")]),
        # What happens by itself, and what somebody pays, is no rhythm of news.
        ("The belt squeaks every 20 minutes.", []),
        ("The rent is due every month.", []),
    ],
)  # fmt: skip
def test_promises_behind_what_it_means(
    sentence: str, found: list[tuple[str, str]], words: Vocabulary
) -> None:
    said = told(f"No bread. {sentence}", words)
    assert sorted(one for one in said if one[0] != "definition") == sorted(found)

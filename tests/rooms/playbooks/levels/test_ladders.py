"""Levels by names of the team's own are known by their promises; other times are not levels."""

import pytest

from runcard.domain.playbooks.compile import compile_playbook
from runcard.domain.playbooks.model import Severity
from runcard.domain.playbooks.vocabulary import Vocabulary


def levels(body: str, words: Vocabulary) -> tuple[Severity, ...]:
    return compile_playbook(f"# Ferry\n\n{body}\n", words).severities


def keys(body: str, words: Vocabulary) -> list[str]:
    return [level.key for level in levels(body, words)]


BULLETS = (
    "## How rough is it?\n\n"
    "- 🌀 **Storm** – no ferry leaves. Someone is on it within 10 min, news every 20 min.\n"
    "- 🌊 **Swell** – one line is late. Within 2 hours, news every 4 hours.\n"
    "- 🐚 **Ripple** – a typo. Next working day.\n"
)
HEADINGS = (
    "## 2. Kinds\n\n"
    "### 2.1 Kind A: Nobody sails\n\nNo ferry leaves.\n\nResponse: 10 minutes, day and night\n\n"
    "Updates: every 20 minutes\n\n"
    "### 2.2 Kind B: Late\n\nOne line is late.\n\nResponse: 1 hour in service hours\n\n"
    "Updates: when the board changes\n"
)
TABLE = (
    "## Wetterlage\n\n| Lage | Was ist los | Reaktion | Nachricht |\n|---|---|---|---|\n"
    "| Orkan | keine Fähre fährt | 10 Minuten | alle 20 Minuten |\n"
    "| Brise | eine Linie ist verspätet | 2 Stunden | stündlich |\n"
)
LINES = (
    "## Tipos de mar\n\n**Ressaca**\n\nNenhuma balsa sai. Resposta em 10 minutos, "
    "notícias a cada 20 minutos.\n\n**Marola**\n\nUma linha atrasa. Resposta em 2 horas.\n"
)
TERMS = (
    "## ¿Cómo está la mar?\n\nTemporal\n: No sale nada. Respuesta: 10 minutos. "
    "Avisos: cada 20 minutos.\n\nCalma\n: Una errata. Respuesta: 2 horas. Avisos: cada día.\n"
)


@pytest.mark.parametrize(
    ("body", "wanted"),
    [
        (BULLETS, ["Storm", "Swell", "Ripple"]),
        (HEADINGS, ["Kind A", "Kind B"]),
        (TABLE, ["Orkan", "Brise"]),
        (LINES, ["Ressaca", "Marola"]),
        (TERMS, ["Temporal", "Calma"]),
    ],
)
def test_neighbours_that_promise_are_levels(
    body: str, wanted: list[str], words: Vocabulary
) -> None:
    found = levels(body, words)
    assert [level.key for level in found] == wanted
    assert found[0].response is not None
    assert found[0].response.seconds == 600
    assert found[0].cadence is not None
    assert found[0].cadence.seconds == 1200
    assert found[0].definition is not None


def test_a_time_in_front_of_a_rhythm_is_the_response(words: Vocabulary) -> None:
    swell = levels(BULLETS, words)[1]
    assert swell.response is not None
    assert swell.response.text == "Within 2 hours"
    assert swell.response.seconds == 7200


def test_a_key_and_its_name_and_the_hours_it_counts(words: Vocabulary) -> None:
    first, second = levels(HEADINGS, words)
    assert (first.name, second.name) == ("Nobody sails", "Late")
    assert second.response is not None
    assert second.response.calendar == "business_hours"
    assert second.cadence is not None
    assert second.cadence.calendar == "event"


@pytest.mark.parametrize(
    "body",
    [
        # Plans are sold, and suppliers answer in no order of weight.
        (
            "## Plans\n\n- **Gold** – phone. Response within 30 minutes, updates every hour.\n"
            "- **Iron** – mail. Response within 4 hours, updates every day.\n"
        ),
        (
            "## Suppliers\n\n| Supplier | What we get | Response | Repair |\n|---|---|---|---|\n"
            "| Fibre | both lines of the office | 4 hours | 1 day |\n"
            "| Power | rack and cooling for us | 30 minutes | 4 hours |\n"
        ),
        # Windows and copies promise nothing to anybody.
        (
            "## Windows\n\n| Window | What is done | Begins | Length |\n|---|---|---|---|\n"
            "| Tuesday | patches of the kernel | 02:00 | 2 hours |\n"
            "| Sunday | restart of the base | 04:00 | 4 hours |\n"
        ),
        (
            "## Copies\n\n- **Night** – full copy every night, kept for 30 days.\n"
            "- **Noon** – journal every hour, kept for 7 days.\n"
        ),
        # Phases hold work.
        (
            "## What we do\n\n### Look\n\nResponse within 5 minutes, updates every 10 minutes.\n\n"
            "1. Open the board\n\n### Mend\n\nResponse within 2 hours, updates every hour.\n\n"
            "1. Roll back\n"
        ),
    ],
)
def test_other_things_with_times_are_none(body: str, words: Vocabulary) -> None:
    assert keys(body, words) == []


def test_levels_that_are_known_come_first(words: Vocabulary) -> None:
    known = "## Severity\n\n- **P1** – all down. Response within 5 min.\n- **P2** – slow.\n\n"
    assert keys(known + BULLETS, words) == ["P1", "P2"]

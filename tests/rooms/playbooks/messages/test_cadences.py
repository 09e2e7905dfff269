"""How often people are told: in tables, lists and messages, with the levels they are for."""

import pytest

from runcard.domain.playbooks.compile import compile_playbook
from runcard.domain.playbooks.vocabulary import Vocabulary

LEVELS = "## Severity levels\n\n- **P1**: no tea\n- **P2**: weak tea\n\n"


def cadences(body: str, words: Vocabulary) -> list[tuple[int | None, tuple[str, ...]]]:
    found = compile_playbook(f"# Tea\n\n{LEVELS}{body}", words).cadences
    return [(one.every.seconds, one.keys) for one in found]


def test_a_table_of_audiences_says_how_often(words: Vocabulary) -> None:
    table = (
        "| Who | By | How often |\n|---|---|---|\n| Guests | board | every 25 minutes |\n"
        "| Owner | phone | hourly |\n| Press | mail | as required |\n"
    )
    assert cadences(f"## Communication\n\n{table}", words) == [(1500, ()), (3600, ())]
    assert cadences(f"## Watering the plants\n\n{table}", words) == []


def test_a_list_under_a_heading_about_telling_people(words: Vocabulary) -> None:
    found = cadences("## Keep everyone informed\n\n- P1: every 10 min\n- P2: every 50 min\n", words)
    assert found == [(600, ("P1",)), (3000, ("P2",))]


def test_labels_under_each_level_may_have_any_wording(words: Vocabulary) -> None:
    text = (
        "# Tea\n\n## Severity levels\n\n### High\n\n- no tea\n\n**Sitreps:** every 40 minutes\n\n"
        "### Low\n\n- weak tea\n\n**Briefings:** daily\n"
    )
    high, low = compile_playbook(text, words).severities
    assert (high.cadence and high.cadence.seconds, low.cadence and low.cadence.seconds) == (
        2400,
        86400,
    )


@pytest.mark.parametrize(
    "said",
    ["While a P1 is open, write the state into the channel every 10 minutes.",
     "Solange P1 läuft, alle 10 Minuten den Stand in den Kanal schreiben.",
     "Tant que P1 dure, on écrit l'état dans le canal toutes les 10 minutes.",
     "Mientras dure P1, se escribe el estado en el canal cada 10 minutos.",
     "Enquanto durar P1, escreve-se a situação no canal a cada 10 minutos.",
     "P1の間は、10分ごとに帳場へ経過を書く。", "P1 期间，每 10 分钟在群里同步一次。"],
)  # fmt: skip
def test_to_write_how_things_stand_is_an_update(said: str, words: Vocabulary) -> None:
    assert cadences(f"## First steps\n\n{said}\n", words) == [(600, ("P1",))]


def test_to_write_down_the_temperature_is_none(words: Vocabulary) -> None:
    assert cadences("## First steps\n\nWrite the temperature down every 10 minutes.\n", words) == []
    assert cadences("## 初動\n\n10分ごとに釜の温度を書く。\n", words) == []


@pytest.mark.parametrize(
    "line",
    ["Next progress report: in 20 minutes", "Nächster Bericht: in 20 Minuten",
     "Prochain bilan : dans 20 minutes", "Siguiente avance: en 20 min",
     "Próximo boletim: em 20 min", "下次同步：20 分钟后", "次の続報：20分後"],
)  # fmt: skip
def test_the_next_report_in_a_message_is_the_next_update(line: str, words: Vocabulary) -> None:
    text = f"## Message templates\n\n```\nNo tea since HH:MM\n{line}\n```\n"
    assert [seconds for seconds, _ in cadences(text, words)] == [1200]


@pytest.mark.parametrize(
    ("promise", "found"),
    [
        ("You'll receive an update within 20 minutes.", [1200]),
        ("Vous aurez de nos nouvelles dans 20 minutes.", [1200]),
        ("You'll receive a new pot within 20 minutes.", []),
        ("Vous aurez du thé dans 20 minutes.", []),
    ],
)
def test_when_guests_hear_from_us_again(promise: str, found: list[int], words: Vocabulary) -> None:
    text = f'## Leaves mixed up\n\n### Message to the guests\n\n> "The tea is cold. {promise}"\n'
    assert [seconds for seconds, _ in cadences(text, words)] == found


@pytest.mark.parametrize(
    ("body", "told"),
    [("### Paso 2: Comunicar\n\n1. En P1, actualizar el mural cada 40 min.", [(2400, ("P1",))]),
     ("### Schritt 2: Benachrichtigen\n\n1. Bei P2 alle 20 Minuten Gäste.", [(1200, ("P2",))]),
     ("### Step 2: Brew\n\n1. In P1, stir the pot every 40 minutes.", []),
     ("### Paso 2: Hervir\n\n1. En P1, remover la olla cada 40 minutos.", [])],
)  # fmt: skip
def test_a_step_that_only_tells_people_says_how_often(
    body: str, told: list[tuple[int, tuple[str, ...]]], words: Vocabulary
) -> None:
    assert cadences(f"## Handling\n\n{body}\n", words) == told


@pytest.mark.parametrize(
    ("duty", "seconds"),
    [
        ("Reports every 5 minutes", [300]),
        ("Berichtet alle 20 Minuten", [1200]),
        ("Grinds every 5 minutes", []),
        ("Reports to the miller", []),
    ],
)
def test_a_duty_to_report_again_and_again(duty: str, seconds: list[int], words: Vocabulary) -> None:
    text = f"# Mill\n\n## Roles\n\n### Head miller\n\n- Decides\n- {duty}\n- Sweeps\n"
    assert [one.every.seconds for one in compile_playbook(text, words).cadences] == seconds


def test_a_word_for_whoever_keeps_a_document_may_name_those_who_are_told(words: Vocabulary) -> None:
    for team, often in (("Team", "every 20 minutes"), ("Equipo", "al menos cada 20 minutos")):
        said = f"## Communication\n\n- {team}: {often} on the bridge\n- Bakers: every hour\n"
        assert cadences(said, words) == [(1200, ()), (3600, ())]
    assert cadences("## Communication\n\n- Review cycle: quarterly\n", words) == []
    assert cadences("## Handling\n\n- Team: every 20 minutes at the oven\n", words) == []
